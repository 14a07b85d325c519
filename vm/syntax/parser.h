// What: the parser: source text to syntax tree.
// Idea: recursive descent; the first problem stops it. What is Python but not in the subset is
// refused by name. Threads: one parser on one thread; results are immutable.
#pragma once

#include <memory>
#include <optional>

#include "vm/syntax/ast.h"

namespace gilsim {

struct ParseResult {
  std::shared_ptr<Tree> tree;  // root: kModule, or for parse_expression the expression
  std::optional<SyntaxProblem> problem;
  bool ok() const { return !problem; }
};

ParseResult parse_module(const SourceFile& source);
ParseResult parse_expression(const SourceFile& source);

}  // namespace gilsim
