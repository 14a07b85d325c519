// What: see float_math.h.
// Threads: pure functions.
#include "vm/object/text/float_math.h"

#include <cfloat>
#include <charconv>
#include <cstring>

namespace gilsim {

FloatDivmod float_divmod(double a, double b) {
  double rest = std::fmod(a, b);
  double quotient = (a - rest) / b;  // nearly whole; rounded below
  if (rest != 0) {
    if ((b < 0) != (rest < 0)) {
      rest += b;
      quotient -= 1.0;
    }
  } else {
    rest = std::copysign(0.0, b);
  }
  if (quotient == 0) return {std::copysign(0.0, a / b), rest};
  double whole = std::floor(quotient);
  if (quotient - whole > 0.5) whole += 1.0;
  return {whole, rest};
}

Status float_pow(double base, double exponent, double& out) {
  if (base == 0 && exponent < 0 && std::isfinite(exponent)) {
    return Status::zero_division("0.0 cannot be raised to a negative power");
  }
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) &&
      exponent != std::floor(exponent)) {
    return Status::value_error("negative number cannot be raised to a fractional power");
  }
  out = std::pow(base, exponent);
  if (std::isinf(out) && std::isfinite(base) && std::isfinite(exponent)) {
    return Status::overflow_error("(34, 'Numerical result out of range')");
  }
  return {};
}

// ---- rounding
// The text of d rounded to the digit of 10**place, as an exact decimal that from_chars reads back.
static double round_at(double d, int64_t places) {
  char text[1500];
  char* end = text + sizeof text;
  double magnitude = std::fabs(d);
  if (places >= 0) {
    end =
        std::to_chars(text, end, magnitude, std::chars_format::fixed, static_cast<int>(places)).ptr;
  } else {
    int exponent = static_cast<int>(std::floor(std::log10(magnitude)));
    // log10 may be one off next to a power of ten; the true exponent is in the digits.
    char* probe = std::to_chars(text, end, magnitude, std::chars_format::scientific, 800).ptr;
    char* e = probe;
    while (*--e != 'e') {
    }
    (void)std::from_chars(e + (e[1] == '+' ? 2 : 1), probe, exponent);
    int64_t precision = exponent + places;
    if (precision < -1) return std::copysign(0.0, d);
    if (precision == -1) {  // either zero or one unit: by comparison with its half
      bool more = std::strspn(text + 2, "0") < static_cast<size_t>(e - text) - 2;
      bool up = text[0] > '5' || (text[0] == '5' && more);
      if (!up) return std::copysign(0.0, d);
      text[0] = '1';
      end = std::to_chars(text + 1, text + 20, -places).ptr;
      std::memmove(text + 2, text + 1, static_cast<size_t>(end - text) - 1);
      text[1] = 'e';
      ++end;
    } else {
      end = std::to_chars(text, end, magnitude, std::chars_format::scientific,
                          static_cast<int>(precision))
                .ptr;
    }
  }
  double rounded = HUGE_VAL;
  (void)std::from_chars(text, end, rounded);
  return std::copysign(rounded, d);
}

Status float_round(double d, int64_t digits, double& out) {
  constexpr int64_t kMostDigits = 323;    // (DBL_MANT_DIG - DBL_MIN_EXP) * log10(2)
  constexpr int64_t kLeastDigits = -308;  // -(DBL_MAX_EXP + 1) * log10(2)
  out = d;
  if (!std::isfinite(d) || d == 0 || digits > kMostDigits) return {};
  if (digits < kLeastDigits) {
    out = 0.0 * d;
    return {};
  }
  out = round_at(d, digits);
  if (std::isinf(out)) return Status::overflow_error("rounded value too large to represent");
  return {};
}

// ---- whole numbers inside
Status float_integer_ratio(double d, BigInt& numerator, BigInt& denominator) {
  if (std::isnan(d)) return Status::value_error("cannot convert NaN to integer ratio");
  if (std::isinf(d)) return Status::overflow_error("cannot convert Infinity to integer ratio");
  int exponent;
  double fraction = std::frexp(d, &exponent);
  for (int k = 0; k < DBL_MANT_DIG && fraction != std::floor(fraction); ++k) {
    fraction *= 2;
    --exponent;
  }
  numerator = BigInt::from_double(fraction);
  denominator = BigInt(1);
  auto shift = static_cast<uint64_t>(std::abs(exponent));
  if (exponent > 0) {
    numerator = big_shift_left(numerator, shift);
  } else {
    denominator = big_shift_left(denominator, shift);
  }
  return {};
}

// The residue modulo 2^61 - 1 of mantissa * 2^exponent: multiplying by two turns 61 bits round.
int64_t float_hash(double d) {
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  if (std::isnan(d)) return 0;
  if (std::isinf(d)) return d > 0 ? 314159 : -314159;
  int exponent;
  double fraction = std::frexp(std::fabs(d), &exponent);
  auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, DBL_MANT_DIG));
  int turn = (exponent - DBL_MANT_DIG) % kBits;
  if (turn < 0) turn += kBits;
  uint64_t residue =
      turn == 0 ? mantissa : (mantissa << turn & kModulus) | mantissa >> (kBits - turn);
  auto hash = static_cast<int64_t>(residue);
  if (d < 0) hash = -hash;
  return hash == -1 ? -2 : hash;
}

}  // namespace gilsim
