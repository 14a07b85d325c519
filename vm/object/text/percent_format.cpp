// What: see percent_format.h.
// Threads: pure functions.
#include "vm/object/text/percent_format.h"

#include <algorithm>
#include <cmath>

#include "vm/object/text/float_text.h"
#include "vm/object/text/format_number.h"

namespace gilsim {

// ---- the template
PercentParser::Item PercentParser::fail(const char* message) {
  error_ = Status::value_error(message);
  return Item::kError;
}

PercentParser::Item PercentParser::next() {
  if (at_end()) return Item::kEnd;
  size_t percent = format_.text.find('%', at_);
  if (percent == at_) {
    ++at_;
    if (at_end() || format_.text[at_] != '%') return parse_spec();
    literal_ = format_.text.substr(at_++, 1);
    return Item::kLiteral;
  }
  if (percent == std::string_view::npos) percent = format_.size();
  literal_ = format_.text.substr(at_, percent - at_);
  at_ = percent;
  return Item::kLiteral;
}

// The key may itself contain balanced parentheses. False: it does not end.
bool PercentParser::parse_key() {
  size_t start = ++at_;
  spec_.has_key = true;
  for (int depth = 1; !at_end(); ++at_) {
    char c = format_.text[at_];
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) {
      spec_.key = format_.text.substr(start, at_ - start);
      ++at_;
      return true;
    }
  }
  return false;
}

void PercentParser::parse_flags() {
  for (; !at_end(); ++at_) {
    switch (format_.text[at_]) {
      case '-':
        spec_.left = true;
        break;
      case '+':
        spec_.plus = true;
        break;
      case ' ':
        spec_.space = true;
        break;
      case '#':
        spec_.alternate = true;
        break;
      case '0':
        spec_.zero = true;
        break;
      default:
        return;
    }
  }
}

// Digits or a star. False: too big.
bool PercentParser::parse_number(bool& star, int64_t& value, const char* message) {
  if (!at_end() && format_.text[at_] == '*') {
    star = true;
    ++at_;
    return true;
  }
  for (; !at_end() && format_.text[at_] >= '0' && format_.text[at_] <= '9'; ++at_) {
    int digit = format_.text[at_] - '0';
    int64_t so_far = value < 0 ? 0 : value;
    int64_t limit = &value == &spec_.width ? INT64_MAX : INT32_MAX;
    if (so_far > (limit - digit) / 10) {
      fail(message);
      return false;
    }
    value = so_far * 10 + digit;
  }
  return true;
}

PercentParser::Item PercentParser::parse_spec() {
  spec_ = PercentSpec();
  if (!at_end() && format_.text[at_] == '(' && !parse_key()) return fail("incomplete format key");
  parse_flags();
  if (!parse_number(spec_.width_star, spec_.width, "width too big")) return Item::kError;
  if (!at_end() && format_.text[at_] == '.') {
    ++at_;
    spec_.precision = 0;
    if (!parse_number(spec_.precision_star, spec_.precision, "precision too big")) {
      return Item::kError;
    }
  }
  if (!at_end() && std::string_view("hlL").find(format_.text[at_]) != std::string_view::npos) ++at_;
  if (at_end()) return fail("incomplete format");
  spec_.index = format_.index_of(at_);
  if (format_.single()) {
    spec_.type = static_cast<unsigned char>(format_.text[at_++]);
  } else {
    spec_.type = next_code_point(format_.text, at_);
  }
  return Item::kSpec;
}

Status unsupported_percent_type(const PercentSpec& spec, bool is_bytes) {
  static constexpr const char* kHex = "0123456789abcdef";
  std::string code;
  for (char32_t c = spec.type; c != 0 || code.empty(); c >>= 4)
    code.insert(code.begin(), kHex[c & 15]);
  std::string shown = "?";
  bool plain = spec.type > 30 && spec.type < 127;
  if (plain || is_bytes) {
    shown.clear();
    append_utf8(shown, spec.type);
  }
  return Status::value_error("unsupported format character '" + shown + "' (0x" + code +
                             ") at index " + std::to_string(spec.index));
}

// ---- operands
bool is_percent_int(char32_t type) {
  switch (type) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return true;
  }
  return false;
}

bool is_percent_float(char32_t type) {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return true;
  }
  return false;
}

static NumberLayout layout_of(const PercentSpec& spec) {
  NumberLayout layout;
  layout.width = spec.width;
  layout.align = spec.left ? '<' : spec.zero ? '=' : '>';
  layout.fill = spec.zero && !spec.left ? '0' : ' ';
  return layout;
}
static char sign_of(const PercentSpec& spec, bool negative) {
  return sign_for(negative, spec.plus ? '+' : spec.space ? ' ' : char{0});
}

Status percent_int(std::string& out, const PercentSpec& spec, BigView value) {
  int base = 10;
  NumberParts parts;
  switch (spec.type) {
    case 'o':
      base = 8, parts.prefix = "0o";
      break;
    case 'x':
      base = 16, parts.prefix = "0x";
      break;
    case 'X':
      base = 16, parts.prefix = "0X";
      break;
  }
  if (!spec.alternate) parts.prefix = {};
  if (spec.precision > kMaxFormatWidth) return Status::memory_error();
  std::string digits;
  if (Status s = append_int_text(digits, value.magnitude(), base); !s.ok()) return s;
  if (spec.type == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), ::toupper);
  if (spec.precision > static_cast<int64_t>(digits.size())) {
    digits.insert(0, static_cast<size_t>(spec.precision) - digits.size(), '0');
  }
  parts.sign = sign_of(spec, value.negative);
  parts.digits = digits;
  return append_number(out, parts, layout_of(spec));
}

Status percent_float(std::string& out, const PercentSpec& spec, double value) {
  if (spec.precision > INT32_MAX) return Status::value_error("precision too big");
  if (spec.precision > kFloatMaxPrecision) return Status::memory_error();
  auto type = static_cast<char>(spec.type);
  unsigned flags =
      (spec.alternate ? unsigned{kFloatAlternate} : 0) | (type < 'a' ? unsigned{kFloatUpper} : 0);
  std::string text;
  int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
  append_float_magnitude(text, value, static_cast<char>(type | 0x20), precision, flags);
  NumberParts parts;
  parts.sign = sign_of(spec, std::signbit(value) && !std::isnan(value));
  parts.rest = text;
  parts.rest_length = text.size();
  return append_number(out, parts, layout_of(spec));
}

Status percent_text(std::string& out, const PercentSpec& spec, StrView text) {
  if (spec.precision >= 0 && static_cast<size_t>(spec.precision) < text.length) {
    auto length = static_cast<size_t>(spec.precision);
    text = {text.text.substr(0, text.offset_of(length)), length, text.is_bytes};
  }
  return append_padded(out, text, spec.width, spec.left ? '<' : '>', ' ');
}

}  // namespace gilsim
