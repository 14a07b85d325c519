// What: says whether a code object stays inside its own frame, tables and instructions.
// Idea: each instruction is checked alone, by its format; then what it finds in its registers, by
// data flow (flow.h).
// Invariants: after `verify` says nothing, no instruction of the tree names a register, constant,
// name, closure cell or jump target that does not exist, control cannot run off the end, and no
// instruction takes for an iterator, a list, a cell or an exception what may be none.
// Threads: reads immutable data; any thread.
// Not here: what instructions check themselves: unbound locals, types of operands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vm/bytecode/code.h"

namespace gilsim {

inline constexpr uint32_t kMaxRegisterCount = 60000;
inline constexpr int kMaxCodeDepth = 200;  // code in code, and tuples in tuples

struct VerifyProblem {
  std::string code;       // qualified name of the code object
  int64_t position = -1;  // instruction; -1: the object as a whole
  std::string message;
  // `f: instruction 3: register 9 of 4`
  std::string text() const;
};

// Checks code and all code in its constants. The outermost may have no free names.
std::optional<VerifyProblem> verify(const Code& code);
// The same without what instructions find in their registers: each instruction by itself.
std::optional<VerifyProblem> verify_instructions(const Code& code);

}  // namespace gilsim
