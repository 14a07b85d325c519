// What: the format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
// Threads: pure functions.
// Not here: applying a spec (format_number.h), templates (str_format.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/object/text/status.h"

namespace gilsim {

struct FormatSpec {
  char32_t fill = ' ';
  char align = '>';               // '<', '>', '^', '='
  char sign = 0;                  // '+', '-', ' ' or 0
  bool no_negative_zero = false;  // 'z'
  bool alternate = false;         // '#'
  char grouping = 0;              // ',', '_' or 0
  char32_t type = 0;
  int64_t width = -1;
  int64_t precision = -1;
};

// What one kind of object takes when the spec does not say.
struct FormatDefaults {
  std::string_view type_name;  // for messages
  char32_t type;
  char align;
};

Status parse_format_spec(std::string_view text, const FormatDefaults& defaults, FormatSpec& out);
// "Unknown format code 'd' for object of type 'str'".
Status unknown_format_code(char32_t type, std::string_view type_name);
// A run of decimal digits of any script from offset on, which moves behind it; value -1: there is
// none.
Status parse_format_integer(std::string_view text, size_t& offset, int64_t& value);

}  // namespace gilsim
