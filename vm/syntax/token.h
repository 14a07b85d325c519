// What: tokens, and the lexer that makes them all at once.
// Idea: as CPython's tokenizer: a stack of indentations gives Indent and Dedent; inside brackets
// line ends do not count. Threads: one lexer on one thread. Not here: what strings and numbers mean
// (literals.h).
#pragma once

#include <string_view>
#include <vector>

#include "vm/syntax/source.h"

namespace gilsim {

enum class TokenKind : uint8_t {
  kEnd,
  kNewline,
  kIndent,
  kDedent,
  kName,
  kNumber,
  kString,
  kOperator
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;  // of the source
  Place place;
  size_t offset = 0;  // of the first byte
};

// All tokens of the text, ending in kEnd. False: *problem is set. With `expression` the text is one
// expression: no indentation, and line ends do not count.
bool tokenize(const SourceFile& source, bool expression, std::vector<Token>& tokens,
              SyntaxProblem& problem);

bool is_keyword(std::string_view word);

}  // namespace gilsim
