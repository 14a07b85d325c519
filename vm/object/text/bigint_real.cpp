// What: unbounded ints and doubles: conversion, exact comparison, true division.
// Idea: every result is first brought to its 64 highest bits plus one "sticky" bit that says
//   whether anything non-zero lies below; one function rounds that to a double, subnormals
//   included.
// Threads: pure functions.
#include <algorithm>
#include <cfloat>
#include <cmath>

#include "vm/object/text/bigint.h"

namespace gilsim {

bool compose_double(uint64_t top, bool sticky, int64_t exponent, double& out) {
  int64_t upper = exponent + 64;  // the value is in [2^(upper-1), 2^upper)
  if (upper > DBL_MAX_EXP) return false;
  int64_t kept_bits = upper < DBL_MIN_EXP ? DBL_MANT_DIG - (DBL_MIN_EXP - upper) : DBL_MANT_DIG;
  if (kept_bits < 0) return out = 0.0, true;
  auto drop = static_cast<int>(64 - kept_bits);
  uint64_t kept = drop == 64 ? 0 : top >> drop;
  uint64_t rest = drop == 64 ? top : top & ((uint64_t{1} << drop) - 1);
  uint64_t half = uint64_t{1} << (drop - 1);
  if (rest > half || (rest == half && (sticky || (kept & 1)))) ++kept;
  out = std::ldexp(static_cast<double>(kept), static_cast<int>(exponent + drop));
  return !std::isinf(out);
}

// The 64 highest bits of a non-zero number and what they are multiplied by.
static uint64_t highest_bits(BigView a, bool& sticky, int64_t& exponent) {
  uint64_t high = a.limbs[a.size - 1];
  int shift = std::countl_zero(high);
  exponent = (int64_t{a.size} - 1) * 64 - shift;
  uint64_t top = high << shift;
  uint32_t below = a.size - 1;
  if (below == 0) return top;
  uint64_t next = a.limbs[--below];
  if (shift != 0) {
    top |= next >> (64 - shift);
    next <<= shift;
  }
  sticky =
      sticky || next != 0 || std::any_of(a.limbs, a.limbs + below, [](uint64_t x) { return x; });
  return top;
}

bool big_to_double(BigView a, double& out) {
  if (a.size == 0) return out = 0.0, true;
  bool sticky = false;
  int64_t exponent;
  uint64_t top = highest_bits(a, sticky, exponent);
  if (!compose_double(top, sticky, exponent, out)) return false;
  if (a.negative) out = -out;
  return true;
}

BigInt BigInt::from_double(double d) {
  int exponent;
  double fraction = std::frexp(std::trunc(d), &exponent);
  if (fraction == 0) return BigInt();
  BigInt r(static_cast<int64_t>(std::ldexp(fraction, DBL_MANT_DIG)));
  int64_t shift = int64_t{exponent} - DBL_MANT_DIG;
  if (shift >= 0) return big_shift_left(r, static_cast<uint64_t>(shift));
  bool negative = r.negative();
  if (negative) r.negate();
  r = big_shift_right(r, static_cast<uint64_t>(-shift));
  if (negative) r.negate();
  return r;
}

Status int_from_double(double d, BigInt& out) {
  if (std::isnan(d)) return Status::value_error("cannot convert float NaN to integer");
  if (std::isinf(d)) return Status::overflow_error("cannot convert float infinity to integer");
  out = BigInt::from_double(d);
  return {};
}

// ---- comparison
int int_compare_double(int64_t a, double d) {
  if (std::isnan(d)) return kUnordered;
  if (d >= 0x1p63) return -1;
  if (d < -0x1p63) return 1;
  auto whole = static_cast<int64_t>(d);
  if (a != whole) return a < whole ? -1 : 1;
  double rest = d - static_cast<double>(whole);
  return rest > 0 ? -1 : rest < 0;
}

int big_compare_double(BigView a, double d) {
  if (std::isnan(d)) return kUnordered;
  int sign_a = a.size == 0 ? 0 : a.negative ? -1 : 1;
  int sign_d = d > 0 ? 1 : d < 0 ? -1 : 0;
  if (sign_a != sign_d) return sign_a < sign_d ? -1 : 1;
  if (sign_a == 0) return 0;
  if (std::isinf(d)) return -sign_d;
  int exponent;
  std::frexp(d, &exponent);
  auto bits = static_cast<int64_t>(big_bit_length(a));
  int order;
  if (bits != exponent) {
    order = bits < exponent ? -1 : 1;
  } else {
    BigInt whole = BigInt::from_double(std::fabs(d));
    order = big_compare_magnitude(a, whole);
    if (order == 0 && std::trunc(d) != d) order = -1;
  }
  return order * sign_a;
}

// ---- true division
double int_true_div(int64_t a, int64_t b) {
  constexpr int64_t kExact = int64_t{1} << DBL_MANT_DIG;
  if (a >= -kExact && a <= kExact && b >= -kExact && b <= kExact) {
    return static_cast<double>(a) / static_cast<double>(b);
  }
  double out = 0;
  (void)big_true_divide(BigOperand(a), BigOperand(b), out);
  return out;
}

Status big_true_divide(BigView a, BigView b, double& out) {
  if (b.size == 0) return Status::zero_division("division by zero");
  bool negative = a.negative != b.negative;
  if (a.size == 0) return out = negative ? -0.0 : 0.0, Status{};
  // A quotient of 66 or 67 bits: enough to round from, the remainder being sticky.
  int64_t shift =
      66 - (static_cast<int64_t>(big_bit_length(a)) - static_cast<int64_t>(big_bit_length(b)));
  bool sticky = false;
  BigInt dividend, divisor(b.magnitude());
  if (shift >= 0) {
    if (shift > 4096) return out = negative ? -0.0 : 0.0, Status{};
    dividend = big_shift_left(a.magnitude(), static_cast<uint64_t>(shift));
  } else {
    dividend = big_shift_right(a.magnitude(), static_cast<uint64_t>(-shift));
    uint64_t lost = static_cast<uint64_t>(-shift);
    for (uint64_t k = 0; k < lost / 64 && !sticky; ++k) sticky = a.limbs[k] != 0;
    if (lost % 64 != 0) sticky = sticky || a.limbs[lost / 64] << (64 - lost % 64) != 0;
  }
  BigInt quotient, rest;
  (void)big_floor_divide(dividend, divisor, &quotient, &rest);
  sticky = sticky || !rest.is_zero();
  int64_t exponent;
  uint64_t top = highest_bits(quotient, sticky, exponent);
  if (!compose_double(top, sticky, exponent - shift, out)) {
    return Status::overflow_error("integer division result too large for a float");
  }
  if (negative) out = -out;
  return {};
}

}  // namespace gilsim
