// What: the parser of format specs.
// Threads: pure functions.
#include "vm/object/text/format_spec.h"

#include "vm/object/text/unicode_classes.h"

namespace gilsim {

static bool is_alignment(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

static std::string quoted_code(char32_t c) {
  if (c > 32 && c < 128) return std::string("'") + static_cast<char>(c) + "'";
  static constexpr const char* kHex = "0123456789abcdef";
  std::string digits;
  do digits.insert(digits.begin(), kHex[c & 15]);
  while ((c >>= 4) != 0);
  return "'\\x" + digits + "'";
}

Status unknown_format_code(char32_t type, std::string_view type_name) {
  return Status::value_error("Unknown format code " + quoted_code(type) + " for object of type '" +
                             std::string(type_name) + "'");
}

Status parse_format_integer(std::string_view text, size_t& offset, int64_t& value) {
  int64_t n = -1;
  while (offset < text.size()) {
    size_t behind = offset;
    int digit = decimal_value(next_code_point(text, behind));
    if (digit < 0) break;
    n = n < 0 ? 0 : n;
    if (n > (INT64_MAX - digit) / 10) {
      return Status::value_error("Too many decimal digits in format string");
    }
    n = n * 10 + digit;
    offset = behind;
  }
  value = n;
  return {};
}

namespace {
class SpecParser {
 public:
  SpecParser(std::string_view text, const FormatDefaults& defaults, FormatSpec& out)
      : text_(text), defaults_(defaults), out_(out) {}

  Status parse() {
    parse_alignment();
    parse_flags();
    if (Status s = parse_format_integer(text_, at_, out_.width); !s.ok()) return s;
    if (Status s = parse_grouping(); !s.ok()) return s;
    if (Status s = parse_precision(); !s.ok()) return s;
    if (Status s = parse_type(); !s.ok()) return s;
    return check_grouping();
  }

 private:
  bool at_char(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    if (!at_char(c)) return false;
    ++at_;
    return true;
  }

  void parse_alignment() {
    out_ = FormatSpec();
    out_.align = defaults_.align;
    out_.type = defaults_.type;
    if (text_.empty()) return;
    size_t behind = 0;
    char32_t first = next_code_point(text_, behind);
    if (behind < text_.size() && is_alignment(text_[behind])) {
      out_.fill = first;
      out_.align = text_[behind];
      fill_given_ = align_given_ = true;
      at_ = behind + 1;
    } else if (is_alignment(text_[0])) {
      out_.align = text_[0];
      align_given_ = true;
      at_ = 1;
    }
  }

  void parse_flags() {
    if (at_char('+') || at_char('-') || at_char(' ')) out_.sign = text_[at_++];
    out_.no_negative_zero = take('z');
    out_.alternate = take('#');
    if (!fill_given_ && take('0')) {
      out_.fill = '0';
      if (!align_given_ && defaults_.align == '>') out_.align = '=';
    }
  }

  Status parse_grouping() {
    if (take(',')) out_.grouping = ',';
    bool second = out_.grouping ? at_char('_') : take('_') && (out_.grouping = '_', at_char(','));
    return second ? Status::value_error("Cannot specify both ',' and '_'.") : Status{};
  }

  Status parse_precision() {
    if (!take('.')) return {};
    if (Status s = parse_format_integer(text_, at_, out_.precision); !s.ok()) return s;
    if (out_.precision >= 0) return {};
    return Status::value_error("Format specifier missing precision");
  }

  Status parse_type() {
    if (at_ == text_.size()) return {};
    out_.type = next_code_point(text_, at_);
    if (at_ == text_.size()) return {};
    return Status::value_error("Invalid format specifier '" + std::string(text_) +
                               "' for object of type '" + std::string(defaults_.type_name) + "'");
  }

  Status check_grouping() {
    if (out_.grouping == 0) return {};
    switch (out_.type) {
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'F':
      case 'G':
      case '%':
      case 0:
        return {};
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (out_.grouping == '_') return {};
    }
    return Status::value_error(std::string("Cannot specify '") + out_.grouping + "' with " +
                               quoted_code(out_.type) + ".");
  }

  std::string_view text_;
  const FormatDefaults& defaults_;
  FormatSpec& out_;
  size_t at_ = 0;
  bool fill_given_ = false;
  bool align_given_ = false;
};
}  // namespace

Status parse_format_spec(std::string_view text, const FormatDefaults& defaults, FormatSpec& out) {
  return SpecParser(text, defaults, out).parse();
}

}  // namespace gilsim
