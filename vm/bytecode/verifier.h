// What: says whether a code object stays inside its own frame, tables and instructions.
// Idea: each instruction is checked alone, by its format; no flow analysis is needed for that.
// Invariants: after `verify` says nothing, no instruction of the tree names a register, constant,
// name, closure cell or jump target that does not exist, and control cannot run off the end.
// Threads: reads immutable data; any thread.
// Not here: what registers hold. A window with a null in it, or a list operation on what is no
// list, is the interpreter's to survive or the compiler's never to write.
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

}  // namespace gilsim
