// What: division of unbounded ints, and what rests on it: powers to a modulus, gcd, square root,
//   rounding.
// Idea: Python's quotient is the floor, GMP's is truncated: where the signs differ and something is
//   left over, the quotient goes one down and the remainder is taken from the divisor.
// Threads: pure functions.
// Not here: true division (bigint_real.cpp).
#include <gmp.h>

#include <algorithm>
#include <numeric>

#include "gil/base/check.h"
#include "vm/object/text/bigint.h"

namespace gilsim {

// ---- floor division
// Truncated quotient and remainder of magnitudes. REQUIRES: a.size >= b.size > 0.
static void divide_magnitudes(BigView a, BigView b, BigInt& q, BigInt& r) {
  size_t quotient_size = size_t{a.size} - b.size + 1;
  uint64_t* qp = q.prepare(quotient_size + 1);
  uint64_t* rp = r.prepare(b.size);
  if (a.size == 1) {
    qp[0] = a.limbs[0] / b.limbs[0];
    rp[0] = a.limbs[0] % b.limbs[0];
  } else if (b.size == 1) {
    rp[0] = mpn_divrem_1(qp, 0, a.limbs, a.size, b.limbs[0]);
  } else {
    mpn_tdiv_qr(qp, rp, 0, a.limbs, a.size, b.limbs, b.size);
  }
  q.finish(quotient_size, false);
  r.finish(b.size, false);
}

static void increment_magnitude(BigInt& n) {
  size_t size = n.size();
  uint64_t one = 1;
  if (size == 0) {
    n = BigView{&one, 1, false};
    return;
  }
  BigView view = n;
  BigInt sum = big_add(view.magnitude(), BigView{&one, 1, false});
  n = std::move(sum);
}

Status big_floor_divide(BigView a, BigView b, BigInt* quotient, BigInt* remainder) {
  if (b.size == 0) {
    bool modulo = quotient == nullptr;
    return Status::zero_division(modulo ? "integer modulo by zero"
                                        : "integer division or modulo by zero");
  }
  BigInt q, r;
  if (big_compare_magnitude(a, b) < 0) {
    r = a.magnitude();
  } else {
    divide_magnitudes(a, b, q, r);
  }
  bool inexact = !r.is_zero();
  if (a.negative != b.negative && inexact) {
    if (quotient) increment_magnitude(q);
    if (remainder) r = big_sub(b.magnitude(), r);
  }
  if (quotient) {
    *quotient = std::move(q);
    if (a.negative != b.negative) quotient->negate();
  }
  if (remainder) {
    *remainder = std::move(r);
    if (b.negative) remainder->negate();
  }
  return {};
}

// ---- powers to a modulus
static uint64_t one_limb_power(uint64_t base, BigView exponent, uint64_t modulus) {
  using Wide = unsigned __int128;
  uint64_t result = 1 % modulus;
  base %= modulus;
  for (uint32_t limb = exponent.size; limb-- > 0;) {
    for (int bit = 63; bit >= 0; --bit) {
      result = static_cast<uint64_t>(static_cast<Wide>(result) * result % modulus);
      if ((exponent.limbs[limb] >> bit) & 1) {
        result = static_cast<uint64_t>(static_cast<Wide>(result) * base % modulus);
      }
    }
  }
  return result;
}

namespace {
// GMP's own number type, for the functions that its mpn layer does not offer.
class Mpz {
 public:
  Mpz() { mpz_init(z_); }
  ~Mpz() { mpz_clear(z_); }
  Mpz(const Mpz&) = delete;
  Mpz& operator=(const Mpz&) = delete;
  operator mpz_ptr() { return z_; }
  BigInt take() const {
    return BigInt(
        BigView{mpz_limbs_read(z_), static_cast<uint32_t>(mpz_size(z_)), mpz_sgn(z_) < 0});
  }

 private:
  mpz_t z_;
};

// Read only, on limbs that somebody else holds.
class MpzView {
 public:
  explicit MpzView(BigView v) {
    auto size = static_cast<mp_size_t>(v.size);
    mpz_roinit_n(z_, v.limbs ? v.limbs : &kZero, v.negative ? -size : size);
  }
  operator mpz_srcptr() const { return z_; }

 private:
  static constexpr mp_limb_t kZero = 0;
  mpz_t z_;
};
}  // namespace

static BigInt long_power(BigView base, BigView exponent, BigView modulus) {
  Mpz r;
  mpz_powm(r, MpzView(base), MpzView(exponent), MpzView(modulus));
  return r.take();
}

Status big_pow_mod(BigView base, BigView exponent, BigView modulus, BigInt& out) {
  if (modulus.size == 0) return Status::value_error("pow() 3rd argument cannot be 0");
  BigView m = modulus.magnitude();
  BigInt inverse;
  if (exponent.negative) {
    Mpz r;
    bool trivial = m.size == 1 && m.limbs[0] == 1;
    if (!trivial && mpz_invert(r, MpzView(base), MpzView(m)) == 0) {
      return Status::value_error("base is not invertible for the given modulus");
    }
    if (!trivial) inverse = r.take();
    base = inverse;
    exponent = exponent.negated();
  }
  BigInt result;
  if (m.size == 1) {
    BigInt residue;
    (void)big_floor_divide(base, m, nullptr, &residue);
    uint64_t b = residue.is_zero() ? 0 : residue.limbs()[0];
    result = BigInt::from_unsigned(one_limb_power(b, exponent, m.limbs[0]));
  } else {
    result = long_power(base, exponent, m);
  }
  if (modulus.negative && !result.is_zero()) result = big_add(result, modulus);
  out = std::move(result);
  return {};
}

BigInt big_gcd(BigView a, BigView b) {
  if (a.size <= 1 && b.size <= 1) {
    return BigInt::from_unsigned(std::gcd(a.size ? a.limbs[0] : 0, b.size ? b.limbs[0] : 0));
  }
  Mpz r;
  mpz_gcd(r, MpzView(a), MpzView(b));
  return r.take();
}

BigInt big_isqrt(BigView a) {
  GILSIM_CHECK(!a.negative);
  BigInt r;
  if (a.size == 0) return r;
  size_t size = (size_t{a.size} + 1) / 2;
  BigInt rest;
  mpn_sqrtrem(r.prepare(size), rest.prepare(a.size), a.limbs, a.size);
  r.finish(size, false);
  return r;
}

// ---- rounding to tens
BigInt big_round(BigView a, uint64_t digits) {
  // 10**digits > 2 * |a| once its bits exceed those of a by two: then nothing is left.
  if (digits > big_bit_length(a)) return BigInt();
  BigInt ten(10), unit, quotient, rest;
  if (!big_pow(ten, BigOperand(static_cast<int64_t>(digits)), unit).ok()) return BigInt();
  (void)big_floor_divide(a.magnitude(), unit, &quotient, &rest);
  BigInt twice = big_add(rest, rest);
  int order = big_compare(twice, unit);
  bool up = order > 0 || (order == 0 && quotient.view().is_odd());
  BigInt result = big_sub(a.magnitude(), rest);
  if (up) result = big_add(result, unit);
  if (a.negative) result.negate();
  return result;
}

}  // namespace gilsim
