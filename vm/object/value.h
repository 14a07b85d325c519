// What: one 64-bit word that is any value of the language.
// Idea: small ints and most floats are immediate, so arithmetic allocates nothing and counts
// nothing. An immediate float is the
//   double with its exponent moved by one and rotated so that the two common top exponents end in
//   binary 10 (the self-tagging of CRuby's flonum, with one addition instead of a case
//   distinction).
// State: low bits ...1 int of 63 bits · ..10 float with exponent in 2^-255 .. 2^257, the word 2 is
// +0.0 · .100 None, False, True,
//   NotImplemented, Ellipsis · .000 pointer to Object, or null (an empty register, or "error: see
//   pending").
// Threads: a plain word; sharing is the business of whoever stores it.
// Not here: heap ints and floats (object.h), counting (policy.h).
#pragma once

#include <bit>
#include <cstdint>

namespace gilsim {

struct Object;

class Value {
 public:
  constexpr Value() = default;
  constexpr explicit Value(uint64_t bits) : bits_(bits) {}
  explicit Value(const Object* object) : bits_(reinterpret_cast<uint64_t>(object)) {}

  static constexpr int64_t kIntMax = (int64_t{1} << 62) - 1;
  static constexpr int64_t kIntMin = -(int64_t{1} << 62);

  static constexpr Value null() { return Value(uint64_t{0}); }
  static constexpr Value none() { return Value(uint64_t{0x04}); }
  static constexpr Value false_() { return Value(uint64_t{0x0c}); }
  static constexpr Value true_() { return Value(uint64_t{0x14}); }
  static constexpr Value not_implemented() { return Value(uint64_t{0x1c}); }
  static constexpr Value ellipsis() { return Value(uint64_t{0x24}); }
  static constexpr Value boolean(bool b) { return b ? true_() : false_(); }
  static constexpr bool fits_int(int64_t n) { return n >= kIntMin && n <= kIntMax; }
  // REQUIRES: fits_int(n).
  static constexpr Value integer(int64_t n) { return Value((static_cast<uint64_t>(n) << 1) | 1); }
  static bool fits_real(double d) {
    uint64_t bits = std::bit_cast<uint64_t>(d);
    return (std::rotl(bits + kRealBias, 3) & 3) == 2 ? bits != kRealStolen : bits == 0;
  }
  // Gives the immediate float, or null when d has no immediate form (then a heap Float is made).
  [[gnu::always_inline]] static Value try_real(double d) {
    uint64_t bits = std::bit_cast<uint64_t>(d);
    uint64_t word = std::rotl(bits + kRealBias, 3);
    if ((word & 3) == 2 && word != 2) [[likely]]
      return Value(word);
    return bits == 0 ? Value(uint64_t{2}) : null();
  }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool is_null() const { return bits_ == 0; }
  constexpr explicit operator bool() const { return bits_ != 0; }
  constexpr bool is_int() const { return (bits_ & 1) != 0; }
  constexpr bool is_real() const { return (bits_ & 3) == 2; }
  // True for pointers AND for null: the fast test before counting when null is possible or
  // harmless.
  constexpr bool is_pointer_or_null() const { return (bits_ & 7) == 0; }
  constexpr bool is_object() const { return (bits_ & 7) == 0 && bits_ != 0; }
  constexpr bool is_special() const { return (bits_ & 7) == 4; }
  constexpr bool is_none() const { return bits_ == 0x04; }
  constexpr bool is_bool() const { return bits_ == 0x0c || bits_ == 0x14; }
  constexpr bool is_true() const { return bits_ == 0x14; }
  constexpr bool is_false() const { return bits_ == 0x0c; }
  // REQUIRES: is_int().
  constexpr int64_t as_int() const { return static_cast<int64_t>(bits_) >> 1; }
  // REQUIRES: is_real().
  [[gnu::always_inline]] double as_real() const {
    return bits_ == 2 ? 0.0 : std::bit_cast<double>(std::rotr(bits_, 3) - kRealBias);
  }
  // REQUIRES: is_object().
  Object* object() const { return reinterpret_cast<Object*>(bits_); }
  template <class T>
  T* as() const {
    return reinterpret_cast<T*>(bits_);
  }

  constexpr bool operator==(const Value&) const = default;

 private:
  static constexpr uint64_t kRealBias = uint64_t{1} << 60;
  static constexpr uint64_t kRealStolen = uint64_t{3} << 60;  // 2^-255: its word stands for +0.0
  uint64_t bits_ = 0;
};

inline constexpr bool both_int(Value a, Value b) { return (a.bits() & b.bits() & 1) != 0; }
inline constexpr bool both_real(Value a, Value b) {
  return (((a.bits() ^ 2) | (b.bits() ^ 2)) & 3) == 0;
}

}  // namespace gilsim
