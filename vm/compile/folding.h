// What: operations on literals, carried out when they are compiled.
// Idea: only what cannot go wrong and whose result is small, as CPython's own folding.
// Threads: pure functions.
// Not here: what a literal is (codegen_expressions.cpp).
#pragma once

#include "vm/bytecode/code.h"
#include "vm/syntax/ast.h"

namespace gilsim {

// Whether the operands of a binary operation are worth looking at. Long chains are left alone: each
// of their parts would be looked at anew.
bool is_foldable(const Node* n);
// a op b, where its result is a number of one word or a text of a few thousand characters, and
// nothing goes wrong.
bool folded(Operator op, const Literal& a, const Literal& b, Literal& out);

}  // namespace gilsim
