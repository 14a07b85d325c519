// What: storage, order, addition and multiplication of unbounded ints.
// Threads: pure functions.
// Not here: division (bigint_divide.cpp), bits (bigint_bits.cpp), doubles (bigint_real.cpp), text
//   (bigint_text.cpp).
#include "vm/object/text/bigint.h"

#include <gmp.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "gil/base/check.h"
#include "vm/object/memory.h"

static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs are 64 bits");

namespace gilsim {

// ---- storage
BigInt& BigInt::operator=(BigView v) {
  if (v.limbs == data()) {  // a view of this very number, perhaps with another sign
    finish(v.size, v.negative);
    return *this;
  }
  uint64_t* to = prepare(v.size);
  if (v.size != 0) std::memcpy(to, v.limbs, v.size * sizeof(uint64_t));
  finish(v.size, v.negative);
  return *this;
}

uint64_t* BigInt::prepare(size_t limbs) {
  if (limbs <= capacity_) return data();
  GILSIM_CHECK(limbs <= kMaxLimbs + 2);
  release();
  heap_ = static_cast<uint64_t*>(std::malloc(limbs * sizeof(uint64_t)));
  GILSIM_CHECK(heap_ != nullptr);
  capacity_ = static_cast<uint32_t>(limbs);
  return heap_;
}

void BigInt::release() {
  if (capacity_ != kInlineLimbs) std::free(heap_);
  capacity_ = kInlineLimbs;
  size_ = 0;
  negative_ = false;
}

void BigInt::take(BigInt& other) {
  size_ = other.size_;
  negative_ = other.negative_;
  capacity_ = other.capacity_;
  if (capacity_ == kInlineLimbs) {
    std::copy_n(other.inline_, size_, inline_);
  } else {
    heap_ = other.heap_;
  }
  other.capacity_ = kInlineLimbs;
  other.size_ = 0;
  other.negative_ = false;
}

BigInt BigInt::from_unsigned(uint64_t n) {
  BigInt r;
  r.inline_[0] = n;
  r.finish(1, false);
  return r;
}

// ---- order and measures
int big_compare_magnitude(BigView a, BigView b) {
  if (a.size != b.size) return a.size < b.size ? -1 : 1;
  if (a.size == 0) return 0;
  int order = mpn_cmp(a.limbs, b.limbs, a.size);
  return order < 0 ? -1 : order > 0;
}

int big_compare(BigView a, BigView b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int order = big_compare_magnitude(a, b);
  return a.negative ? -order : order;
}

uint64_t big_bit_length(BigView a) {
  if (a.size == 0) return 0;
  return uint64_t{a.size} * 64 - static_cast<uint64_t>(std::countl_zero(a.limbs[a.size - 1]));
}

uint64_t big_bit_count(BigView a) { return a.size == 0 ? 0 : mpn_popcount(a.limbs, a.size); }

// Numbers hash to their residue modulo the Mersenne prime 2^61 - 1, so that equal numbers of any
// type hash alike.
static constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
static int64_t signed_hash(uint64_t residue, bool negative) {
  auto h = static_cast<int64_t>(residue);
  if (negative) h = -h;
  return h == -1 ? -2 : h;
}

int64_t big_hash(BigView a) {
  if (a.size == 0) return 0;
  return signed_hash(mpn_mod_1(a.limbs, a.size, kHashModulus), a.negative);
}

int64_t int_hash(int64_t n) {
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  return signed_hash(magnitude % kHashModulus, n < 0);
}

// ---- addition
static BigInt add_magnitudes(BigView a, BigView b, bool negative) {
  if (a.size < b.size) std::swap(a, b);
  BigInt r;
  uint64_t* p = r.prepare(size_t{a.size} + 1);
  if (b.size == 0) {
    std::copy_n(a.limbs, a.size, p);
    p[a.size] = 0;
  } else {
    p[a.size] = mpn_add(p, a.limbs, a.size, b.limbs, b.size);
  }
  r.finish(size_t{a.size} + 1, negative);
  return r;
}

static BigInt subtract_magnitudes(BigView a, BigView b, bool negative) {
  int order = big_compare_magnitude(a, b);
  BigInt r;
  if (order == 0) return r;
  if (order < 0) {
    std::swap(a, b);
    negative = !negative;
  }
  uint64_t* p = r.prepare(a.size);
  if (b.size == 0) {
    std::copy_n(a.limbs, a.size, p);
  } else {
    mpn_sub(p, a.limbs, a.size, b.limbs, b.size);
  }
  r.finish(a.size, negative);
  return r;
}

BigInt big_add(BigView a, BigView b) {
  return a.negative == b.negative ? add_magnitudes(a, b, a.negative)
                                  : subtract_magnitudes(a, b, a.negative);
}

BigInt big_sub(BigView a, BigView b) {
  return a.negative != b.negative ? add_magnitudes(a, b, a.negative)
                                  : subtract_magnitudes(a, b, a.negative);
}

// ---- multiplication
static void multiply(BigView a, BigView b, BigInt& r) {
  bool negative = a.negative != b.negative;
  if (a.size == 0 || b.size == 0) return r.finish(0, false);
  size_t size = size_t{a.size} + b.size;
  uint64_t* p = r.prepare(size);
  if (a.size == 1 && b.size == 1) {
    auto product = static_cast<unsigned __int128>(a.limbs[0]) * b.limbs[0];
    p[0] = static_cast<uint64_t>(product);
    p[1] = static_cast<uint64_t>(product >> 64);
  } else if (b.size == 1) {
    p[a.size] = mpn_mul_1(p, a.limbs, a.size, b.limbs[0]);
  } else if (a.size == 1) {
    p[b.size] = mpn_mul_1(p, b.limbs, b.size, a.limbs[0]);
  } else if (a.limbs == b.limbs && a.size == b.size) {
    mpn_sqr(p, a.limbs, a.size);
  } else if (a.size >= b.size) {
    mpn_mul(p, a.limbs, a.size, b.limbs, b.size);
  } else {
    mpn_mul(p, b.limbs, b.size, a.limbs, a.size);
  }
  r.finish(size, negative);
}

// From this size on it is asked whether there is room for a product.
constexpr uint64_t kManyLimbs = 1 << 20;

Status big_mul(BigView a, BigView b, BigInt& product) {
  uint64_t size = uint64_t{a.size} + b.size;
  if (size > kMaxLimbs || (size >= kManyLimbs && !memory_for(size * sizeof(mp_limb_t))))
    return Status::memory_error();
  if (product.limbs() == a.limbs || product.limbs() == b.limbs) {
    BigInt r;
    multiply(a, b, r);
    product = std::move(r);
  } else {
    multiply(a, b, product);
  }
  return {};
}

// ---- powers
bool int_pow(int64_t base, uint64_t exponent, int64_t& out) {
  int64_t result = 1;
  for (;;) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return false;
    exponent >>= 1;
    if (exponent == 0) break;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
  out = result;
  return true;
}

static Status power_of_two_power(BigView base, uint64_t exponent, uint64_t base_shift,
                                 BigInt& out) {
  bool negative = base.negative && (exponent & 1);
  uint64_t one = 1;
  out = big_shift_left(BigView{&one, 1, negative}, base_shift * exponent);
  return {};
}

// Left to right, so that every multiplication but the squarings is by the (short) base.
Status big_pow(BigView base, BigView exponent, BigInt& out) {
  if (exponent.size == 0) return out = BigInt(1), Status{};
  if (base.size == 0) return out = BigInt(), Status{};
  uint64_t bits = big_bit_length(base);
  if (bits == 1) {
    out = BigInt(base.negative && exponent.is_odd() ? -1 : 1);
    return {};
  }
  uint64_t n = exponent.limbs[0];
  if (exponent.size > 1 || n > kMaxLimbs * 64 / (bits - 1) || !memory_for(n / 8 * (bits - 1)))
    return Status::memory_error();
  if (base.size == 1 && std::has_single_bit(base.limbs[0])) {
    return power_of_two_power(base, n, bits - 1, out);
  }
  BigInt result(base), next;
  for (int bit = 62 - std::countl_zero(n); bit >= 0; --bit) {
    if (Status s = big_mul(result, result, next); !s.ok()) return s;
    std::swap(result, next);
    if ((n >> bit) & 1) {
      if (Status s = big_mul(result, base, next); !s.ok()) return s;
      std::swap(result, next);
    }
  }
  out = std::move(result);
  return {};
}

}  // namespace gilsim
