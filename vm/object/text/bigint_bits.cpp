// What: bit operations and shifts on unbounded ints.
// Idea: a negative number acts as its two's complement with infinitely many sign bits; limbs are
//   turned into that form one at a time, and the result is turned back at the end if its sign says
//   so.
// Threads: pure functions.
#include <gmp.h>

#include <algorithm>

#include "gil/base/check.h"
#include "vm/object/memory.h"
#include "vm/object/text/bigint.h"

namespace gilsim {

namespace {
// Gives the limbs of a two's complement form, least significant first, without end.
class TwosComplement {
 public:
  explicit TwosComplement(BigView v) : view_(v), carry_(v.negative) {}
  uint64_t next() {
    uint64_t limb = at_ < view_.size ? view_.limbs[at_] : 0;
    ++at_;
    if (!view_.negative) return limb;
    limb = ~limb + carry_;
    carry_ = carry_ && limb == 0;
    return limb;
  }

 private:
  BigView view_;
  size_t at_ = 0;
  bool carry_;
};
}  // namespace

template <class Operation>
static BigInt bitwise(BigView a, BigView b, Operation operation) {
  size_t size = std::max<size_t>(a.size, b.size) + 1;
  BigInt r;
  uint64_t* p = r.prepare(size);
  TwosComplement left(a), right(b);
  for (size_t k = 0; k < size; ++k) p[k] = operation(left.next(), right.next());
  bool negative = (operation(uint64_t{a.negative}, uint64_t{b.negative}) & 1) != 0;
  if (negative) mpn_neg(p, p, static_cast<mp_size_t>(size));
  r.finish(size, negative);
  return r;
}

BigInt big_and(BigView a, BigView b) {
  return bitwise(a, b, [](uint64_t x, uint64_t y) { return x & y; });
}
BigInt big_or(BigView a, BigView b) {
  return bitwise(a, b, [](uint64_t x, uint64_t y) { return x | y; });
}
BigInt big_xor(BigView a, BigView b) {
  return bitwise(a, b, [](uint64_t x, uint64_t y) { return x ^ y; });
}

BigInt big_invert(BigView a) {  // -a - 1
  uint64_t one = 1;
  BigInt r = big_add(a, BigView{&one, 1, false});
  r.negate();
  return r;
}

// ---- shifts
BigInt big_shift_left(BigView a, uint64_t count) {
  BigInt r;
  if (a.size == 0) return r;
  size_t limbs = count / 64;
  auto bits = static_cast<unsigned>(count % 64);
  size_t size = a.size + limbs + 1;
  uint64_t* p = r.prepare(size);
  std::fill_n(p, limbs, 0);
  if (bits == 0) {
    std::copy_n(a.limbs, a.size, p + limbs);
    p[size - 1] = 0;
  } else {
    p[size - 1] = mpn_lshift(p + limbs, a.limbs, a.size, bits);
  }
  r.finish(size, a.negative);
  return r;
}

// Rounds towards minus infinity: a negative number that loses a one bit goes one further down.
BigInt big_shift_right(BigView a, uint64_t count) {
  size_t limbs = count / 64;
  auto bits = static_cast<unsigned>(count % 64);
  if (limbs >= a.size) return BigInt(a.negative ? -1 : 0);
  bool lost = a.negative && std::any_of(a.limbs, a.limbs + limbs, [](uint64_t x) { return x; });
  size_t size = a.size - limbs;
  BigInt r;
  uint64_t* p = r.prepare(size + 1);
  p[size] = 0;
  if (bits == 0) {
    std::copy_n(a.limbs + limbs, size, p);
  } else {
    lost |= mpn_rshift(p, a.limbs + limbs, static_cast<mp_size_t>(size), bits) != 0;
  }
  if (a.negative && lost) mpn_add_1(p, p, static_cast<mp_size_t>(size + 1), 1);
  r.finish(size + 1, a.negative);
  return r;
}

Status big_shift_left(BigView a, BigView count, BigInt& out) {
  if (count.negative) return Status::value_error("negative shift count");
  if (a.size == 0) return out = BigInt(), Status{};
  if (count.size > 1) return Status::overflow_error("too many digits in integer");
  uint64_t n = count.size ? count.limbs[0] : 0;
  if (n / 64 + a.size >= kMaxLimbs || !memory_for(n / 8)) return Status::memory_error();
  out = big_shift_left(a, n);
  return {};
}

Status big_shift_right(BigView a, BigView count, BigInt& out) {
  if (count.negative) return Status::value_error("negative shift count");
  uint64_t n = count.size == 0 ? 0 : count.size == 1 ? count.limbs[0] : UINT64_MAX;
  out = big_shift_right(a, n);
  return {};
}

// ---- bytes
bool big_to_bytes(BigView a, size_t length, bool little, bool is_signed, std::string& out) {
  TwosComplement source(a);
  size_t start = out.size();
  uint64_t limb = 0;
  for (size_t k = 0; k < length; ++k) {
    if (k % 8 == 0) limb = source.next();
    out.push_back(static_cast<char>(limb >> (k % 8 * 8)));
  }
  // A negative number fits if -a - 1 does, and the sign bit is one bit more.
  BigInt positive = a.negative ? big_invert(a) : BigInt(a);
  uint64_t bits = big_bit_length(positive) + (is_signed ? 1 : 0);
  bool zero_in_none = a.size == 0 && length == 0;
  if ((a.negative && !is_signed) || (bits > uint64_t{length} * 8 && !zero_in_none)) {
    out.resize(start);
    return false;
  }
  if (!little) std::reverse(out.begin() + static_cast<ptrdiff_t>(start), out.end());
  return true;
}

BigInt big_from_bytes(std::string_view bytes, bool little, bool is_signed) {
  BigInt r;
  size_t size = bytes.size() / 8 + 1;
  uint64_t* p = r.prepare(size);
  std::fill_n(p, size, 0);
  for (size_t k = 0; k < bytes.size(); ++k) {
    auto byte = static_cast<unsigned char>(little ? bytes[k] : bytes[bytes.size() - 1 - k]);
    p[k / 8] |= uint64_t{byte} << (k % 8 * 8);
  }
  size_t top = bytes.size();
  bool negative = is_signed && top != 0 && ((p[(top - 1) / 8] >> ((top - 1) % 8 * 8)) & 0x80) != 0;
  if (negative) {  // the sign bits above the bytes given
    p[size - 1] |= ~uint64_t{0} << (top % 8 * 8);
    mpn_neg(p, p, static_cast<mp_size_t>(size));
  }
  r.finish(size, negative);
  return r;
}

}  // namespace gilsim
