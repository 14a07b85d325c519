// What: where strings and the replacement fields of f-strings end.
#include "vm/syntax/format_scan.h"

#include <cctype>

namespace gilsim {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr int kMaxFieldNesting =
    20;  // of f-strings in fields; more is scanned as an ordinary string

size_t quote_width(std::string_view text, size_t quote) {
  char q = text[quote];
  return quote + 2 < text.size() && text[quote + 1] == q && text[quote + 2] == q ? 3 : 1;
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

class FormatScanner {
 public:
  explicit FormatScanner(std::string_view text) : text_(text) {}

  size_t format_string(size_t begin, size_t quote, int depth) {
    bool raw = text_.substr(begin, quote - begin).find_first_of("rR") != kNone;
    size_t width = quote_width(text_, quote);
    char q = text_[quote];
    size_t at = quote + width;
    while (at < text_.size()) {
      char c = text_[at];
      if (c == q && (width == 1 || text_.substr(at, 3) == text_.substr(quote, 3)))
        return at + width;
      if (width == 1 && is_line_end(c)) return kNone;
      if (c == '\\') {
        at = escape(at, raw);
      } else if (c == '{' && at + 1 < text_.size() && text_[at + 1] == '{') {
        at += 2;
      } else if (c == '{') {
        at = field(at + 1, width == 1, quote, depth);
        if (at == kNone) return kNone;
      } else {
        ++at;
      }
    }
    return kNone;
  }

  // The string at `quote`; letters before it (not before `begin`) may make it an f-string.
  size_t nested(size_t begin, size_t quote, int depth) {
    size_t prefix = quote;
    while (prefix > begin && std::isalpha(static_cast<unsigned char>(text_[prefix - 1]))) --prefix;
    std::string_view letters = text_.substr(prefix, quote - prefix);
    bool format = letters.size() <= 2 && letters.find_first_of("fF") != kNone;
    if (format && depth < kMaxFieldNesting) return format_string(prefix, quote, depth + 1);
    return quoted_end(text_, quote);
  }

 private:
  size_t escape(size_t at, bool raw) const {
    if (at + 1 >= text_.size()) return at + 1;
    char next = text_[at + 1];
    if (next == '{' || next == '}') return at + 1;
    if (!raw && next == 'N' && at + 2 < text_.size() && text_[at + 2] == '{') {
      size_t close = text_.find_first_of("}\"'\r\n", at);  // no name has a quote
      return close != kNone && text_[close] == '}' ? close + 1 : at + 3;
    }
    if (next == '\r' && at + 2 < text_.size() && text_[at + 2] == '\n') return at + 3;
    return at + 2;
  }

  // From behind the opening brace to behind the closing one. Of the string around it: whether it
  // ends with its line, its quote.
  size_t field(size_t at, bool one_line, size_t outer_quote, int depth) {
    size_t begin = at;
    int nesting = 0;
    while (at < text_.size()) {
      char c = text_[at];
      if (one_line && is_line_end(c)) return kNone;
      if (c == '"' || c == '\'') {
        at = nested(begin, at, depth);
        if (at == kNone) return kNone;
        continue;
      }
      if (c == '(' || c == '[' || c == '{') ++nesting;
      if (c == '}' && nesting == 0) return at + 1;
      if (c == ')' || c == ']' || c == '}') --nesting;
      if (nesting < 0) return kNone;
      if (c == ':' && nesting == 0) return format_spec(at + 1, one_line, outer_quote, depth);
      ++at;
    }
    return kNone;
  }

  size_t format_spec(size_t at, bool one_line, size_t outer_quote, int depth) {
    size_t width = quote_width(text_, outer_quote);
    while (at < text_.size()) {
      char c = text_[at];
      if (one_line && is_line_end(c)) return kNone;
      if (c == text_[outer_quote] &&
          (width == 1 || text_.substr(at, 3) == text_.substr(outer_quote, 3)))
        return kNone;
      if (c == '}') return at + 1;
      if (c == '{') {
        if (depth >= kMaxFieldNesting) return kNone;
        at = field(at + 1, one_line, outer_quote, depth + 1);
        if (at == kNone) return kNone;
      } else {
        ++at;
      }
    }
    return kNone;
  }

  std::string_view text_;
};

}  // namespace

size_t quoted_end(std::string_view text, size_t quote) {
  char q = text[quote];
  size_t width = quote_width(text, quote);
  for (size_t at = quote + width; at < text.size(); ++at) {
    char c = text[at];
    if (c == '\\') {
      ++at;
      if (at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n') ++at;
    } else if (c == q && (width == 1 || text.substr(at, 3) == text.substr(quote, 3))) {
      return at + width;
    } else if (width == 1 && is_line_end(c)) {
      return kNone;
    }
  }
  return kNone;
}

size_t format_string_end(std::string_view text, size_t begin, size_t quote) {
  return FormatScanner(text).format_string(begin, quote, 0);
}

size_t nested_string_end(std::string_view text, size_t begin, size_t quote) {
  return FormatScanner(text).nested(begin, quote, 0);
}

}  // namespace gilsim
