// What: doubles as text and from text.
// Idea: digits come from std::to_chars, which is exact at any precision and shortest without one;
//   the layout around them follows CPython.
// Threads: pure functions.
// Not here: width, grouping and sign in format specs (format_number.h), arithmetic (float_math.h).
#pragma once

#include <string>
#include <string_view>

#include "vm/object/text/status.h"

namespace gilsim {

void append_float_repr(std::string& out, double d);

enum FloatTextFlags : unsigned {
  kFloatAlternate = 1,  // '#': keep the point and the zeros behind it
  kFloatDotZero = 2,    // a whole number gets ".0"
  kFloatUpper = 4,
};
inline constexpr int kFloatMaxPrecision = 1 << 28;  // REQUIRED of callers below
// Appends the magnitude of d, without a sign, in one of the forms 'e', 'f', 'g' or 'r' (shortest;
// precision is not used).
void append_float_magnitude(std::string& out, double d, char form, int precision, unsigned flags);

// float(text): white space, sign, underscores, inf, nan, the decimal digits of any script.
Status float_from_text(std::string_view text, bool is_bytes, double& out);

void append_float_hex(std::string& out, double d);          // float.hex()
Status float_from_hex(std::string_view text, double& out);  // float.fromhex()

}  // namespace gilsim
