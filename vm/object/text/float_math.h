// What: arithmetic on doubles as Python defines it: floor division, powers, rounding, hash.
// Threads: pure functions.
// Not here: text (float_text.h), comparison with ints (bigint.h).
#pragma once

#include <cmath>
#include <cstdint>

#include "vm/object/text/bigint.h"
#include "vm/object/text/status.h"

namespace gilsim {

// ZeroDivisionError texts.
inline constexpr const char* kFloatDivisionByZero = "float division by zero";
inline constexpr const char* kFloatFloorDivisionByZero = "float floor division by zero";
inline constexpr const char* kFloatModulo = "float modulo";
inline constexpr const char* kFloatDivmod = "float divmod()";

// REQUIRES: b != 0. The remainder has the sign of the divisor, also when it is zero.
inline double float_mod(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (b < 0) != (rest < 0) ? rest + b : rest;
}
struct FloatDivmod {
  double quotient, remainder;
};
FloatDivmod float_divmod(double a, double b);  // REQUIRES: b != 0
inline double float_floor_div(double a, double b) { return float_divmod(a, b).quotient; }

// A negative number to a fractional power is a ValueError here: complex numbers are not part of the
// language.
Status float_pow(double base, double exponent, double& out);

Status float_round(double d, int64_t digits, double& out);              // round(d, digits)
inline double float_round_even(double d) { return std::nearbyint(d); }  // round(d), for finite d
Status float_integer_ratio(double d, BigInt& numerator, BigInt& denominator);
inline bool float_is_integer(double d) { return std::isfinite(d) && std::floor(d) == d; }
// CPython's. NaN gives 0: there CPython takes the object's address.
int64_t float_hash(double d);

}  // namespace gilsim
