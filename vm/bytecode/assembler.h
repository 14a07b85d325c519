// What: reads the text that disassembler.h describes.
// Invariants: assemble(disassemble(c)) equals c, for any code tree of at most kMaxCodeDepth.
// Threads: one reading on one thread; results are immutable.
// Not here: whether the code is safe to run (verifier.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vm/bytecode/code.h"

namespace gilsim {

struct AssembleResult {
  std::shared_ptr<const Code> code;
  std::string error;  // one line without an end: `line 7: ...`; empty if all is well
  size_t count = 0;   // code objects in the tree
  bool ok() const { return error.empty(); }
};

AssembleResult assemble(std::string_view text);

}  // namespace gilsim
