// What: the core of all formatting: numbers and texts laid out in a width, for format(),
//   str.format(), f-strings and the % operator.
// Threads: pure functions.
// Not here: the format mini-language (format_spec.h), % templates (percent_format.h).
#pragma once

#include <string>
#include <string_view>

#include "vm/object/text/bigint.h"
#include "vm/object/text/format_spec.h"
#include "vm/object/text/str_view.h"

namespace gilsim {

// Results are not longer: a width or precision above is a MemoryError.
inline constexpr int64_t kMaxFormatWidth = int64_t{1} << 31;

// ---- format(value, spec): parse and apply
Status format_str(std::string& out, StrView value, std::string_view spec);
Status format_int(std::string& out, BigView value, std::string_view spec,
                  std::string_view type_name = "int");
Status format_int(std::string& out, int64_t value, std::string_view spec,
                  std::string_view type_name = "int");
Status format_float(std::string& out, double value, std::string_view spec);
// format(True, ""): "True"; with a spec it is the int 1.
Status format_bool(std::string& out, bool value, std::string_view spec);

// ---- the core
// A number in parts: sign, prefix, digits in front of the point, all the rest.
struct NumberParts {
  char sign = 0;
  std::string_view prefix;
  std::string_view digits;
  std::string_view rest;
  size_t rest_length = 0;  // code points
};
struct NumberLayout {
  char32_t fill = ' ';
  char align = '>';
  int64_t width = -1;
  char grouping = 0;
  int group_size = 3;
};
Status append_number(std::string& out, const NumberParts& parts, const NumberLayout& layout);
// Text in a width: '<', '>' or '^'.
Status append_padded(std::string& out, StrView text, int64_t width, char align, char32_t fill);
void append_fill(std::string& out, char32_t fill, size_t count);
// What stands in front of a number: '-', or what the spec asks for positive ones; 0: nothing.
inline char sign_for(bool negative, char asked) {
  return negative ? '-' : asked == '+' || asked == ' ' ? asked : char{0};
}
// Leading digits of a float's text; the rest starts at the point, the exponent, or "inf".
size_t leading_digits(std::string_view text);

}  // namespace gilsim
