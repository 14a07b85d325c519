// What: source texts and printing of problems.
#include "vm/syntax/source.h"

namespace gilsim {

SourceFile::SourceFile(std::string name_, std::string text_)
    : name(std::move(name_)), text(std::move(text_)) {
  line_starts.push_back(0);
  for (size_t k = 0; k < text.size(); ++k) {
    if (text[k] == '\n' || (text[k] == '\r' && (k + 1 == text.size() || text[k + 1] != '\n')))
      line_starts.push_back(k + 1);
  }
}

std::string_view SourceFile::line(uint32_t number) const {
  if (number < 1 || number > line_starts.size()) return {};
  size_t begin = line_starts[number - 1];
  size_t end = number < line_starts.size() ? line_starts[number] : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return std::string_view(text).substr(begin, end - begin);
}

namespace {

// Code points in the first `bytes` bytes.
size_t columns(std::string_view text, size_t bytes) {
  size_t count = 0;
  for (size_t k = 0; k < bytes && k < text.size(); ++k)
    count += (static_cast<unsigned char>(text[k]) & 0xc0) != 0x80;
  return count + (bytes > text.size() ? bytes - text.size() : 0);
}

}  // namespace

std::string format_problem(const SourceFile& source, const SyntaxProblem& problem) {
  static constexpr const char* kNames[] = {"SyntaxError", "IndentationError", "TabError"};
  std::string out =
      "  File \"" + source.name + "\", line " + std::to_string(problem.place.line) + "\n";
  std::string_view line = source.line(problem.place.line);
  size_t indent = line.find_first_not_of(" \t\f");
  if (indent != std::string_view::npos) {
    out += "    " + std::string(line.substr(indent)) + "\n";
    size_t begin = columns(line, problem.place.column), stripped = columns(line, indent);
    size_t end = problem.place.end_line == problem.place.line
                     ? columns(line, problem.place.end_column)
                     : columns(line, line.size());
    begin = begin > stripped ? begin - stripped : 0;
    end = end > stripped ? end - stripped : 0;
    out +=
        "    " + std::string(begin, ' ') + std::string(end > begin ? end - begin : 1, '^') + "\n";
  }
  return out + kNames[static_cast<int>(problem.kind)] + ": " + problem.message + "\n";
}

}  // namespace gilsim
