// What: source texts and printing of problems.
#include "vm/syntax/source.h"

#include <algorithm>
#include <cctype>

namespace gilsim {

namespace {

// The encoding that one of the first two lines declares, as PEP 263 has it; empty: none.
std::string declared_encoding(std::string_view text) {
  for (int line = 0; line < 2 && !text.empty(); ++line) {
    std::string_view content = text.substr(0, text.find_first_of("\r\n"));
    size_t begin = content.find_first_not_of(" \t\f");
    if (begin != std::string_view::npos && content[begin] != '#') return {};
    size_t coding = content.find("coding");
    if (coding != std::string_view::npos && coding + 6 < content.size() &&
        (content[coding + 6] == ':' || content[coding + 6] == '=')) {
      std::string name;
      for (size_t k = content.find_first_not_of(" \t", coding + 7); k < content.size(); ++k) {
        auto c = static_cast<unsigned char>(content[k]);
        if (!std::isalnum(c) && c != '-' && c != '_' && c != '.') break;
        name += c == '_' ? '-' : static_cast<char>(std::tolower(c));
      }
      return name;
    }
    text.remove_prefix(
        std::min(text.size(), content.size() + (text.substr(content.size(), 2) == "\r\n" ? 2 : 1)));
  }
  return {};
}

bool is_latin1(std::string_view encoding) {
  return encoding == "latin1" || encoding.starts_with("latin-1") || encoding == "iso-8859-1" ||
         encoding.starts_with("iso-8859-1-") || encoding.starts_with("iso-latin-1");
}

// Each byte is the code point of the same number.
std::string from_latin1(const std::string& text) {
  std::string out;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xc0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return out;
}

}  // namespace

SourceFile::SourceFile(std::string name_, std::string text_)
    : name(std::move(name_)), text(std::move(text_)) {
  if (is_latin1(declared_encoding(text))) text = from_latin1(text);
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

ProblemSpan problem_span(const SourceFile& source, const SyntaxProblem& problem) {
  const Place& place = problem.place;
  std::string_view line = source.line(place.line);
  auto begin = static_cast<int64_t>(columns(line, place.column)) + 1;
  auto end = static_cast<int64_t>(
      columns(line, place.end_line == place.line ? place.end_column : line.size()) + 1);
  bool wide = end > begin && problem.kind == SyntaxProblem::Kind::kSyntaxError;
  return {place.line, begin, place.line, wide ? end : begin};
}

std::string format_problem(const SourceFile& source, const SyntaxProblem& problem) {
  static constexpr const char* kNames[] = {"SyntaxError", "IndentationError", "TabError"};
  std::string out =
      "  File \"" + source.name + "\", line " + std::to_string(problem.place.line) + "\n";
  std::string_view line = source.line(problem.place.line);
  line = line.substr(0, line.find('\0'));
  size_t indent = line.find_first_not_of(" \t\f");
  if (indent != std::string_view::npos) {
    out += "    " + std::string(line.substr(indent)) + "\n";
    size_t begin = columns(line, problem.place.column), stripped = columns(line, indent);
    size_t length = columns(line, line.size());
    size_t end = problem.place.end_line == problem.place.line
                     ? columns(line, problem.place.end_column)
                     : length;
    // A place in the indentation or behind the line's end gets no caret, wrong indentation only
    // one.
    bool wide = end > begin && problem.kind == SyntaxProblem::Kind::kSyntaxError;
    if (begin >= stripped && begin <= length) {
      out += "    " + std::string(begin - stripped, ' ') +
             std::string(wide ? end - begin : 1, '^') + "\n";
    }
  }
  return out + kNames[static_cast<int>(problem.kind)] + ": " + problem.message + "\n";
}

}  // namespace gilsim
