// What: says whether every instruction of a code object finds in its registers what it takes for
//   granted: an iterator, a list it may append to, an exception, something at all.
// Idea: data flow over the control-flow graph, with what a register holds as the facts; facts that
//   differ where ways meet become the weaker one (Gosling and Yellin's verifier of Java's bytecode,
//   1996, is the model). An instruction that checks an operand itself asks for nothing.
// Invariants: I1 facts only weaken, so the loop ends. I2 a handler is reached with the facts of
//   every instruction that it covers, before and after.
// Threads: reads immutable data; any thread.
// Not here: indices into tables (verifier.cpp, which runs first), code in constants.
#pragma once

#include <cstdint>
#include <string>

#include "vm/bytecode/code.h"

namespace gilsim {

struct FlowProblem {
  int64_t position = -1;  // instruction; -1: none, all is well
  std::string message;
};

// REQUIRES: the rules of each instruction by itself hold (verifier.cpp).
FlowProblem check_flow(const Code& code);

}  // namespace gilsim
