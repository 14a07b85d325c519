// What: arithmetic on unbounded ints: sign and magnitude, limbs of 64 bits, least significant
//   first.
// Idea: results are built in BigInt, a scratch number with room for four limbs inside; the caller
//   copies it into an object of its own. One-limb cases are done by hand, longer ones by GMP's mpn
//   layer.
// Invariants: I1 a BigView and a BigInt have no leading zero limb; zero has size 0 and is not
//   negative.
// Threads: pure functions; a BigInt belongs to one thread. Operands of more than kBigStackLimbs
//   need up to 120 KiB of stack.
// Not here: immediate ints and objects (vm/object/value.h, object.h); format specs
//   (format_number.h).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <atomic>
#include <string>
#include <string_view>

#include "vm/object/text/status.h"

namespace gilsim {

// Above this many limbs GMP's multiplication and division take scratch room from the stack in
// earnest.
inline constexpr uint32_t kBigStackLimbs = 24;
// No result is longer (2 GiB): a longer one is a MemoryError, told before it is tried.
inline constexpr uint64_t kMaxLimbs = uint64_t{1} << 28;
// Digits that int(text) and str(int) accept, 0: any number; see sys.set_int_max_str_digits. One
// limit for all threads.
inline constexpr uint32_t kMaxStrDigits = 4300;
inline constexpr uint32_t kLeastMaxStrDigits = 640;
inline std::atomic<uint32_t> max_str_digits_setting{kMaxStrDigits};
inline uint32_t max_str_digits() {
  return max_str_digits_setting.load(std::memory_order_relaxed);  // relaxed: it orders nothing
}

// A number that somebody else holds.
struct BigView {
  const uint64_t* limbs = nullptr;
  uint32_t size = 0;
  bool negative = false;

  bool is_zero() const { return size == 0; }
  bool is_odd() const { return size != 0 && (limbs[0] & 1) != 0; }
  // False: out of range.
  bool to_int64(int64_t& out) const {
    if (size == 0) return out = 0, true;
    if (size > 1) return false;
    uint64_t limit = uint64_t{INT64_MAX} + negative;
    if (limbs[0] > limit) return false;
    out = static_cast<int64_t>(negative ? 0 - limbs[0] : limbs[0]);
    return true;
  }
  BigView magnitude() const { return {limbs, size, false}; }
  BigView negated() const { return {limbs, size, size != 0 && !negative}; }
};

// An int64 seen as a BigView, without allocation.
class BigOperand {
 public:
  explicit BigOperand(int64_t n)
      : limb_(n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n)), negative_(n < 0) {}
  operator BigView() const { return {&limb_, limb_ != 0, negative_}; }

 private:
  uint64_t limb_;
  bool negative_;
};

class BigInt {
 public:
  BigInt() = default;
  explicit BigInt(int64_t n) { *this = BigOperand(n); }
  explicit BigInt(BigView v) { *this = v; }
  BigInt(const BigInt& other) { *this = other.view(); }
  BigInt(BigInt&& other) noexcept { take(other); }
  ~BigInt() { release(); }
  BigInt& operator=(BigView v);
  BigInt& operator=(const BigInt& other) { return *this = other.view(); }
  BigInt& operator=(BigInt&& other) noexcept {
    if (this != &other) release(), take(other);
    return *this;
  }

  static BigInt from_unsigned(uint64_t n);
  // Drops the fraction. REQUIRES: finite.
  static BigInt from_double(double d);
  // Digits of the base alone: no sign, prefix, space or underscore. False: empty, or a foreign
  // character.
  static bool parse_digits(std::string_view digits, int base, BigInt& out);

  BigView view() const { return {data(), size_, negative_}; }
  operator BigView() const { return view(); }
  const uint64_t* limbs() const { return data(); }
  uint32_t size() const { return size_; }
  bool negative() const { return negative_; }
  bool is_zero() const { return size_ == 0; }
  bool to_int64(int64_t& out) const { return view().to_int64(out); }

  // For algorithms: room for so many limbs with undefined content, then the true size and sign.
  uint64_t* prepare(size_t limbs);
  void finish(size_t limbs, bool negative) {
    uint64_t* p = data();
    while (limbs != 0 && p[limbs - 1] == 0) --limbs;
    size_ = static_cast<uint32_t>(limbs);
    negative_ = negative && limbs != 0;
  }
  void negate() { negative_ = !negative_ && size_ != 0; }

 private:
  static constexpr uint32_t kInlineLimbs = 4;
  uint64_t* data() { return capacity_ == kInlineLimbs ? inline_ : heap_; }
  const uint64_t* data() const { return capacity_ == kInlineLimbs ? inline_ : heap_; }
  void release();
  void take(BigInt& other);

  uint32_t size_ = 0;
  uint32_t capacity_ = kInlineLimbs;  // kInlineLimbs: the number is in inline_
  bool negative_ = false;
  union {
    uint64_t inline_[kInlineLimbs];
    uint64_t* heap_;
  };
};

// ---- order and measures
int big_compare(BigView a, BigView b);  // -1, 0, 1
int big_compare_magnitude(BigView a, BigView b);
inline constexpr int kUnordered = 2;
int big_compare_double(BigView a, double d);  // exactly; kUnordered for NaN
int int_compare_double(int64_t a, double d);
inline bool big_equal(BigView a, BigView b) {
  return a.size == b.size && a.negative == b.negative && big_compare_magnitude(a, b) == 0;
}
uint64_t big_bit_length(BigView a);
uint64_t big_bit_count(BigView a);  // ones in the magnitude
int64_t big_hash(BigView a);        // CPython's

// ---- arithmetic
BigInt big_add(BigView a, BigView b);
BigInt big_sub(BigView a, BigView b);
Status big_mul(BigView a, BigView b, BigInt& product);
// Python's signs: the remainder has the sign of the divisor. Either result may be null.
Status big_floor_divide(BigView a, BigView b, BigInt* quotient, BigInt* remainder);
Status big_true_divide(BigView a, BigView b, double& out);    // correctly rounded
Status big_pow(BigView base, BigView exponent, BigInt& out);  // REQUIRES: exponent not negative
Status big_pow_mod(BigView base, BigView exponent, BigView modulus, BigInt& out);
BigInt big_gcd(BigView a, BigView b);
BigInt big_isqrt(BigView a);  // REQUIRES: a not negative
// round(a, -digits): to a multiple of 10**digits, halves to even.
BigInt big_round(BigView a, uint64_t digits);

// ---- bits, as of two's complement with infinitely many sign bits
BigInt big_and(BigView a, BigView b);
BigInt big_or(BigView a, BigView b);
BigInt big_xor(BigView a, BigView b);
BigInt big_invert(BigView a);
Status big_shift_left(BigView a, BigView count, BigInt& out);
Status big_shift_right(BigView a, BigView count, BigInt& out);
BigInt big_shift_left(BigView a, uint64_t count);  // REQUIRES: the result has at most kMaxLimbs
BigInt big_shift_right(BigView a, uint64_t count);

// ---- floating point
// Nearest, halves to even. False: too large; CPython's text is kIntTooLargeForFloat.
bool big_to_double(BigView a, double& out);
inline constexpr const char* kIntTooLargeForFloat = "int too large to convert to float";
// int(d): NaN and infinity are errors.
Status int_from_double(double d, BigInt& out);
// The double nearest to top * 2**exponent, plus a little when sticky; halves to even. False:
// overflow. REQUIRES: the highest bit of top is set.
bool compose_double(uint64_t top, bool sticky, int64_t exponent, double& out);

// ---- text
// int(text, base): white space, sign, prefix, underscores, the decimal digits of any script.
// is_bytes: how the error quotes it.
Status int_from_text(std::string_view text, int base, bool is_bytes, BigInt& out,
                     uint32_t max_digits = max_str_digits());
// Appends '-' and digits, lower case, no prefix. Base 2 .. 36; the limit is on base 10; 0: none.
Status append_int_text(std::string& out, BigView a, int base = 10,
                       uint32_t max_digits = max_str_digits());
void append_int(std::string& out, int64_t n);  // decimal
// int.to_bytes and from_bytes, two's complement when is_signed. False of the former: does not fit.
bool big_to_bytes(BigView a, size_t length, bool little, bool is_signed, std::string& out);
BigInt big_from_bytes(std::string_view bytes, bool little, bool is_signed);

// ---- fast paths on int64. False: the result does not fit, take the big way. REQUIRES: divisors
// are not zero.
inline bool int_floor_div(int64_t a, int64_t b, int64_t& out) {
  if (b == -1) return !__builtin_sub_overflow(int64_t{0}, a, &out);
  int64_t q = a / b;
  out = q - ((a % b != 0) & ((a ^ b) < 0));
  return true;
}
inline int64_t int_floor_mod(int64_t a, int64_t b) {
  if (b == -1) return 0;
  int64_t r = a % b;
  return r != 0 && (r ^ b) < 0 ? r + b : r;
}
bool int_pow(int64_t base, uint64_t exponent, int64_t& out);
double int_true_div(int64_t a, int64_t b);
inline bool int_shift_left(int64_t a, uint64_t count, int64_t& out) {
  if (a == 0) return out = 0, true;
  if (count > 62) return false;
  out = static_cast<int64_t>(static_cast<uint64_t>(a) << count);
  return (out >> count) == a;
}
inline int64_t int_shift_right(int64_t a, uint64_t count) { return a >> (count > 63 ? 63 : count); }
int64_t int_hash(int64_t n);

}  // namespace gilsim
