// What: see format_number.h.
// Threads: pure functions.
#include "vm/object/text/format_number.h"

#include <algorithm>
#include <cmath>

#include "vm/object/text/float_text.h"

namespace gilsim {

// ---- the core
void append_fill(std::string& out, char32_t fill, size_t count) {
  if (fill < 0x80) {
    out.append(count, static_cast<char>(fill));
    return;
  }
  out.reserve(out.size() + count * encoded_size(fill));
  for (; count != 0; --count) append_utf8(out, fill);
}

Status append_padded(std::string& out, StrView text, int64_t width, char align, char32_t fill) {
  auto wanted = static_cast<size_t>(std::max<int64_t>(width, 0));
  size_t padding = wanted > text.length ? wanted - text.length : 0;
  if (static_cast<int64_t>(padding) > kMaxFormatWidth) return Status::memory_error();
  size_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
  append_fill(out, fill, left);
  out.append(text.text);
  append_fill(out, fill, padding - left);
  return {};
}

size_t leading_digits(std::string_view text) {
  size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  return n;
}

// Digits with separators, and zeros in front up to a minimal width; never starts with a separator.
// Built from the back.
static std::string grouped_digits(std::string_view digits, char separator, int group_size,
                                  int64_t min_width) {
  std::string reversed;
  auto left = static_cast<int64_t>(digits.size());
  for (;;) {
    int64_t group = std::min<int64_t>(group_size, std::max({left, min_width, int64_t{1}}));
    for (int64_t k = 0; k < group; ++k) {
      reversed.push_back(left > 0 ? digits[static_cast<size_t>(left - 1)] : '0');
      --left;
    }
    min_width -= group;
    if (left <= 0 && min_width <= 0) break;
    reversed.push_back(separator);
    --min_width;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

Status append_number(std::string& out, const NumberParts& parts, const NumberLayout& layout) {
  if (layout.width > kMaxFormatWidth) return Status::memory_error();
  auto around = static_cast<int64_t>((parts.sign != 0) + parts.prefix.size() + parts.rest_length);
  bool zeros = layout.fill == '0' && layout.align == '=';
  std::string_view digits = parts.digits;
  std::string grouped;
  if (layout.grouping != 0 && !digits.empty()) {
    int64_t min_width = zeros ? layout.width - around : 0;
    grouped = grouped_digits(digits, layout.grouping, layout.group_size, min_width);
    digits = grouped;
  }
  int64_t missing = layout.width - around - static_cast<int64_t>(digits.size());
  auto padding = static_cast<size_t>(std::max<int64_t>(missing, 0));
  size_t left = layout.align == '>' ? padding : layout.align == '^' ? padding / 2 : 0;
  size_t inside = layout.align == '=' ? padding : 0;
  append_fill(out, layout.fill, left);
  if (parts.sign != 0) out.push_back(parts.sign);
  out.append(parts.prefix);
  append_fill(out, layout.fill, inside);
  out.append(digits).append(parts.rest);
  append_fill(out, layout.fill, padding - left - inside);
  return {};
}

// ---- str
static Status check_str_spec(const FormatSpec& spec) {
  const char* kind = nullptr;
  if (spec.type != 's') return unknown_format_code(spec.type, "str");
  if (spec.sign)
    kind = spec.sign == ' ' ? "Space" : "Sign";
  else if (spec.no_negative_zero)
    kind = "Negative zero coercion (z)";
  else if (spec.alternate)
    kind = "Alternate form (#)";
  else if (spec.align == '=')
    kind = "'=' alignment";
  if (kind == nullptr) return {};
  return Status::value_error(std::string(kind) + " not allowed in string format specifier");
}

Status format_str(std::string& out, StrView value, std::string_view text) {
  if (text.empty()) return out.append(value.text), Status{};
  FormatSpec spec;
  if (Status s = parse_format_spec(text, {"str", 's', '<'}, spec); !s.ok()) return s;
  if (Status s = check_str_spec(spec); !s.ok()) return s;
  if (spec.precision >= 0 && static_cast<size_t>(spec.precision) < value.length) {
    auto length = static_cast<size_t>(spec.precision);
    value = {value.text.substr(0, value.offset_of(length)), length, value.is_bytes};
  }
  return append_padded(out, value, spec.width, spec.align, spec.fill);
}

// ---- float
static NumberLayout layout_of(const FormatSpec& spec) {
  return {spec.fill, spec.align, spec.width, spec.grouping, 3};
}

// What a presentation type means to append_float_magnitude.
struct FloatForm {
  char form;
  int precision;
  unsigned flags;
  bool percent;
};

static Status float_form(const FormatSpec& spec, FloatForm& form) {
  if (spec.precision > INT32_MAX) return Status::value_error("precision too big");
  if (spec.precision > kFloatMaxPrecision) return Status::memory_error();
  auto type = static_cast<char>(spec.type);
  form = {type, static_cast<int>(spec.precision), spec.alternate ? unsigned{kFloatAlternate} : 0,
          false};
  switch (type) {
    case 0:
      form.form = spec.precision < 0 ? 'r' : 'g';
      form.flags |= kFloatDotZero;
      break;
    case 'n':
      form.form = 'g';
      break;
    case '%':
      form.form = 'f';
      form.percent = true;
      break;
    case 'E':
    case 'F':
    case 'G':
      form.form = static_cast<char>(type | 0x20);
      form.flags |= kFloatUpper;
  }
  if (form.precision < 0) form.precision = 6;
  return {};
}

static bool is_all_zero(std::string_view number) {
  for (char c : number) {
    if (c == 'e' || c == 'E') break;
    if (c != '0' && c != '.') return false;
  }
  return true;
}

static Status format_float_with(std::string& out, double value, const FormatSpec& spec) {
  FloatForm form;
  if (Status s = float_form(spec, form); !s.ok()) return s;
  std::string text;
  append_float_magnitude(text, form.percent ? value * 100 : value, form.form, form.precision,
                         form.flags);
  bool negative = std::signbit(value) && !std::isnan(value);
  if (negative && spec.no_negative_zero && is_all_zero(text)) negative = false;
  if (form.percent) text.push_back('%');
  size_t digits = leading_digits(text);
  NumberParts parts;
  parts.sign = sign_for(negative, spec.sign);
  parts.digits = std::string_view(text).substr(0, digits);
  parts.rest = std::string_view(text).substr(digits);
  parts.rest_length = parts.rest.size();
  return append_number(out, parts, layout_of(spec));
}

static bool is_float_type(char32_t type) {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return true;
  }
  return false;
}

Status format_float(std::string& out, double value, std::string_view text) {
  if (text.empty()) return append_float_repr(out, value), Status{};
  FormatSpec spec;
  if (Status s = parse_format_spec(text, {"float", 0, '>'}, spec); !s.ok()) return s;
  if (!is_float_type(spec.type) && spec.type != 0 && spec.type != 'n') {
    return unknown_format_code(spec.type, "float");
  }
  return format_float_with(out, value, spec);
}

// ---- int
static Status format_character(std::string& out, BigView value, const FormatSpec& spec) {
  if (spec.sign) {
    return Status::value_error("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return Status::value_error("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  int64_t code;
  if (!value.to_int64(code)) {
    return Status::overflow_error("Python int too large to convert to C long");
  }
  if (code < 0 || code > static_cast<int64_t>(kMaxCodePoint)) {
    return Status::overflow_error("%c arg not in range(0x110000)");
  }
  char bytes[4];
  NumberParts parts;
  parts.rest = {bytes, encode_utf8(static_cast<char32_t>(code), bytes)};
  parts.rest_length = 1;
  return append_number(out, parts, layout_of(spec));
}

static Status format_int_with(std::string& out, BigView value, const FormatSpec& spec) {
  if (spec.precision >= 0) {
    return Status::value_error("Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return Status::value_error(
        "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_character(out, value, spec);
  int base = 10;
  NumberParts parts;
  switch (spec.type) {
    case 'b':
      base = 2, parts.prefix = "0b";
      break;
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
  std::string digits;
  if (Status s = append_int_text(digits, value.magnitude(), base); !s.ok()) return s;
  if (spec.type == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), ::toupper);
  parts.sign = sign_for(value.negative, spec.sign);
  parts.digits = digits;
  NumberLayout layout = layout_of(spec);
  if (base != 10) layout.group_size = 4;
  return append_number(out, parts, layout);
}

Status format_int(std::string& out, BigView value, std::string_view text,
                  std::string_view type_name) {
  if (text.empty()) return append_int_text(out, value);
  FormatSpec spec;
  if (Status s = parse_format_spec(text, {type_name, 'd', '>'}, spec); !s.ok()) return s;
  if (is_float_type(spec.type)) {
    double d;
    if (!big_to_double(value, d)) return Status::overflow_error(kIntTooLargeForFloat);
    return format_float_with(out, d, spec);
  }
  switch (spec.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'n':
    case 'o':
    case 'x':
    case 'X':
      return format_int_with(out, value, spec);
  }
  return unknown_format_code(spec.type, type_name);
}

Status format_int(std::string& out, int64_t value, std::string_view text,
                  std::string_view type_name) {
  if (text.empty()) return append_int(out, value), Status{};
  return format_int(out, BigOperand(value), text, type_name);
}

Status format_bool(std::string& out, bool value, std::string_view text) {
  if (text.empty()) return out.append(value ? "True" : "False"), Status{};
  return format_int(out, int64_t{value}, text, "bool");
}

}  // namespace gilsim
