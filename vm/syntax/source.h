// What: a source text with its name and lines, and the one problem that stops its compilation.
// Threads: immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gilsim {

struct SourceFile {
  SourceFile(std::string name, std::string text);
  std::string name;
  std::string text;
  std::vector<size_t> line_starts;  // byte offsets, first line at 0
  // Line from 1, without its end; empty beyond the last.
  std::string_view line(uint32_t number) const;
};

// Lines from 1, columns in bytes from 0.
struct Place {
  uint32_t line = 1;
  uint32_t column = 0;
  uint32_t end_line = 1;
  uint32_t end_column = 0;
};

struct SyntaxProblem {
  enum class Kind { kSyntaxError, kIndentationError, kTabError };
  Kind kind = Kind::kSyntaxError;
  std::string message;
  Place place;
};

// Where a problem is, as SyntaxError's attributes say it: from 1, columns in characters; equal ends
// mean one caret.
struct ProblemSpan {
  int64_t line, column, end_line, end_column;
};
ProblemSpan problem_span(const SourceFile& source, const SyntaxProblem& problem);

// As CPython prints it: file and line, the text, carets, the message; ends with a newline.
std::string format_problem(const SourceFile& source, const SyntaxProblem& problem);

}  // namespace gilsim
