// What: tokens, and the lexer that makes them all at once.
// Idea: as CPython's tokenizer: a stack of indentations gives Indent and Dedent; inside brackets
// line ends do not count. Threads: one lexer on one thread. Not here: what strings and numbers mean
// (literals.h).
#pragma once

#include <optional>
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

// Why a text has no tokens from some place on.
struct LexicalProblem {
  SyntaxProblem problem;
  // A wrong spelling (a bad number, an unterminated string, an unmatched bracket) is reported even
  // if the parser stops before it.
  bool prevails = false;
  // The innermost bracket that is open there.
  std::optional<SyntaxProblem> unclosed;
};

// All tokens of the text, ending in kEnd; or those before a problem, and false.
bool tokenize(const SourceFile& source, std::vector<Token>& tokens, LexicalProblem& lexical);
// The text [begin, end) as if it stood in parentheses, which are made up: a replacement field of an
// f-string.
bool tokenize_field(const SourceFile& source, size_t begin, size_t end, std::vector<Token>& tokens,
                    LexicalProblem& lexical);

bool is_keyword(std::string_view word);

}  // namespace gilsim
