// What: arithmetic and comparison of int, bool and float in all their forms.
// Idea: two immediates or two int64s are done here by the one-word paths; the rest goes to the limb
// algorithms of text/bigint.h. Threads: numbers are immutable; any thread. Not here: the methods of
// the types (number_natives_impl.h), the loop's own fast paths (vm/interp).
#pragma once

#include <cmath>

#include "vm/object/message.h"
#include "vm/object/ops.h"
#include "vm/object/text/bigint.h"
#include "vm/object/text/float_math.h"

namespace gilsim {

// Turns a failed Status into the pending exception; gives null.
template <class V>
Value raise_status(VmThread& t, const Status& status) {
  switch (status.error) {
    case TextError::kTypeError:
      return Errors<V>::type_error(t, status.message);
    case TextError::kOverflowError:
      return Errors<V>::raise(t, Exc::OverflowError, status.message);
    case TextError::kZeroDivisionError:
      return Errors<V>::raise(t, Exc::ZeroDivisionError, status.message);
    case TextError::kIndexError:
      return Errors<V>::raise(t, Exc::IndexError, status.message);
    case TextError::kMemoryError:
      return Errors<V>::raise(t, Exc::MemoryError, status.message);
    case TextError::kLookupError:
      return Errors<V>::raise(t, Exc::LookupError, status.message);
    default:
      return Errors<V>::value_error(t, status.message);
  }
}

template <class V>
bool Numbers<V>::is_int(Value v) {
  if (v.is_int() || v.is_bool()) return true;
  return v.is_object() && v.object()->kind == Kind::Int;
}
template <class V>
bool Numbers<V>::is_real(Value v) {
  return v.is_real() || (v.is_object() && v.object()->kind == Kind::Float);
}
template <class V>
double Numbers<V>::real_of(Value v) {
  return v.is_real() ? v.as_real() : v.as<Float>()->value;
}
template <class V>
bool Numbers<V>::int64_of(Value v, int64_t& out) {
  if (v.is_int()) return out = v.as_int(), true;
  if (v.is_bool()) return out = v.is_true(), true;
  auto* n = v.as<Int>();
  return BigView{n->limbs, n->size, n->negative}.to_int64(out);
}
template <class V>
BigInt Numbers<V>::big_of(Value v) {
  if (v.is_int()) return BigInt(v.as_int());
  if (v.is_bool()) return BigInt(int64_t{v.is_true()});
  auto* n = v.as<Int>();
  return BigInt(BigView{n->limbs, n->size, n->negative});
}

// The digits of an int in any form, without allocation.
template <class V>
class IntView {
 public:
  explicit IntView(Value v) : small_(v.is_int() ? v.as_int() : v.is_true()) {
    if (v.is_object()) {
      auto* n = v.as<Int>();
      view_ = {n->limbs, n->size, n->negative};
    } else {
      view_ = small_;
    }
  }
  IntView(const IntView&) = delete;
  IntView& operator=(const IntView&) = delete;
  operator BigView() const { return view_; }

 private:
  BigOperand small_;
  BigView view_;
};

template <class V>
struct IntMath {
  static Value made(VmThread& t, const Status& status, const BigInt& n) {
    return status.ok() ? Heap<V>::integer(t, n) : raise_status<V>(t, status);
  }

  static Value divide_by_zero(VmThread& t, BinaryOp op) {
    return Errors<V>::raise(t, Exc::ZeroDivisionError,
                            op == BinaryOp::Mod       ? "integer modulo by zero"
                            : op == BinaryOp::TrueDiv ? "division by zero"
                                                      : "integer division or modulo by zero");
  }
  static Value negative_shift(VmThread& t) {
    return Errors<V>::value_error(t, "negative shift count");
  }

  // Null without exception: does not fit one word, take the big way.
  static Value small(VmThread& t, BinaryOp op, int64_t a, int64_t b) {
    int64_t r = 0;
    switch (op) {
      case BinaryOp::Add:
        return __builtin_add_overflow(a, b, &r) ? Value() : Heap<V>::integer(t, r);
      case BinaryOp::Sub:
        return __builtin_sub_overflow(a, b, &r) ? Value() : Heap<V>::integer(t, r);
      case BinaryOp::Mul:
        return __builtin_mul_overflow(a, b, &r) ? Value() : Heap<V>::integer(t, r);
      case BinaryOp::FloorDiv:
        return b == 0                   ? divide_by_zero(t, op)
               : int_floor_div(a, b, r) ? Heap<V>::integer(t, r)
                                        : Value();
      case BinaryOp::Mod:
        return b == 0 ? divide_by_zero(t, op) : Heap<V>::integer(t, int_floor_mod(a, b));
      case BinaryOp::TrueDiv:
        return b == 0 ? divide_by_zero(t, op) : Heap<V>::real(t, int_true_div(a, b));
      case BinaryOp::Pow:
        if (b < 0) return negative_power(t, static_cast<double>(a), static_cast<double>(b));
        return int_pow(a, static_cast<uint64_t>(b), r) ? Heap<V>::integer(t, r) : Value();
      case BinaryOp::LShift:
        return b < 0                                            ? negative_shift(t)
               : int_shift_left(a, static_cast<uint64_t>(b), r) ? Heap<V>::integer(t, r)
                                                                : Value();
      case BinaryOp::RShift:
        return b < 0 ? negative_shift(t)
                     : Heap<V>::integer(t, int_shift_right(a, static_cast<uint64_t>(b)));
      case BinaryOp::BitAnd:
        return Heap<V>::integer(t, a & b);
      case BinaryOp::BitOr:
        return Heap<V>::integer(t, a | b);
      case BinaryOp::BitXor:
        return Heap<V>::integer(t, a ^ b);
      case BinaryOp::MatMul:
        return Value();
    }
    return Value();
  }

  static Value negative_power(VmThread& t, double a, double b) {
    if (a == 0)
      return Errors<V>::raise(t, Exc::ZeroDivisionError,
                              "0.0 cannot be raised to a negative power");
    double r;
    Status status = float_pow(a, b, r);
    return status.ok() ? Heap<V>::real(t, r) : raise_status<V>(t, status);
  }

  static Value big(VmThread& t, BinaryOp op, BigView a, BigView b) {
    P::work(Cost::NativeByte, static_cast<int64_t>(a.size) + b.size);
    BigInt r;
    switch (op) {
      case BinaryOp::Add:
        return Heap<V>::integer(t, big_add(a, b));
      case BinaryOp::Sub:
        return Heap<V>::integer(t, big_sub(a, b));
      case BinaryOp::Mul:
        return on_big_stack(
            t, a, b, [&] { return big_mul(a, b, r); }, r);
      case BinaryOp::FloorDiv:
        return b.is_zero() ? divide_by_zero(t, op)
                           : on_big_stack(
                                 t, a, b, [&] { return big_floor_divide(a, b, &r, nullptr); }, r);
      case BinaryOp::Mod:
        return b.is_zero() ? divide_by_zero(t, op)
                           : on_big_stack(
                                 t, a, b, [&] { return big_floor_divide(a, b, nullptr, &r); }, r);
      case BinaryOp::TrueDiv: {
        if (b.is_zero()) return divide_by_zero(t, op);
        double d;
        Status status = big_true_divide(a, b, d);
        return status.ok() ? Heap<V>::real(t, d) : raise_status<V>(t, status);
      }
      case BinaryOp::Pow: {
        if (!b.negative)
          return on_big_stack(
              t, a, b, [&] { return big_pow(a, b, r); }, r);
        double x, y;
        if (!big_to_double(a, x) || !big_to_double(b, y))
          return Errors<V>::raise(t, Exc::OverflowError, kIntTooLargeForFloat);
        return negative_power(t, x, y);
      }
      case BinaryOp::LShift:
        return b.negative ? negative_shift(t) : made(t, big_shift_left(a, b, r), r);
      case BinaryOp::RShift:
        return b.negative ? negative_shift(t) : made(t, big_shift_right(a, b, r), r);
      case BinaryOp::BitAnd:
        return Heap<V>::integer(t, big_and(a, b));
      case BinaryOp::BitOr:
        return Heap<V>::integer(t, big_or(a, b));
      case BinaryOp::BitXor:
        return Heap<V>::integer(t, big_xor(a, b));
      case BinaryOp::MatMul:
        return Value();
    }
    return Value();
  }

  // GMP's larger algorithms need more stack than a fiber has.
  template <class F>
  static Value on_big_stack(VmThread& t, BigView a, BigView b, F f, const BigInt& result) {
    Status status;
    if (a.size + b.size > kBigStackLimbs || a.size == 0) {
      std::function<void()> work = [&] { status = f(); };
      P::on_big_stack(work);
    } else {
      std::function<void()> work = [&] { status = f(); };
      if constexpr (P::kSimulated)
        P::on_big_stack(work);
      else
        work();
    }
    return made(t, status, result);
  }

  static Value binary(VmThread& t, BinaryOp op, Value a, Value b) {
    int64_t x, y;
    if (Numbers<V>::int64_of(a, x) && Numbers<V>::int64_of(b, y)) {
      if ((op == BinaryOp::BitAnd || op == BinaryOp::BitOr || op == BinaryOp::BitXor) &&
          a.is_bool() && b.is_bool()) {
        return Value::boolean(op == BinaryOp::BitAnd  ? (x & y) != 0
                              : op == BinaryOp::BitOr ? (x | y) != 0
                                                      : (x ^ y) != 0);
      }
      Value r = small(t, op, x, y);
      if (r || t.pending) return r;
    }
    IntView<V> big_a(a), big_b(b);
    return big(t, op, big_a, big_b);
  }

  using P = typename V::P;
};

template <class V>
struct RealMath {
  // An operand as a double. False: OverflowError pending.
  static bool real(VmThread& t, Value v, double& out) {
    if (Numbers<V>::is_real(v)) return out = Numbers<V>::real_of(v), true;
    int64_t n;
    if (Numbers<V>::int64_of(v, n)) return out = static_cast<double>(n), true;
    IntView<V> big(v);
    if (big_to_double(big, out)) return true;
    Errors<V>::raise(t, Exc::OverflowError, kIntTooLargeForFloat);
    return false;
  }
  static Value by_zero(VmThread& t, const char* message) {
    return Errors<V>::raise(t, Exc::ZeroDivisionError, message);
  }

  static Value binary(VmThread& t, BinaryOp op, Value a, Value b) {
    if (op > BinaryOp::Pow) return Value();  // shifts and bits are for ints
    double x, y;
    if (!real(t, a, x) || !real(t, b, y)) return Value();
    switch (op) {
      case BinaryOp::Add:
        return Heap<V>::real(t, x + y);
      case BinaryOp::Sub:
        return Heap<V>::real(t, x - y);
      case BinaryOp::Mul:
        return Heap<V>::real(t, x * y);
      case BinaryOp::TrueDiv:
        return y == 0 ? by_zero(t, kFloatDivisionByZero) : Heap<V>::real(t, x / y);
      case BinaryOp::FloorDiv:
        return y == 0 ? by_zero(t, kFloatFloorDivisionByZero)
                      : Heap<V>::real(t, float_floor_div(x, y));
      case BinaryOp::Mod:
        return y == 0 ? by_zero(t, kFloatModulo) : Heap<V>::real(t, float_mod(x, y));
      default: {
        double r;
        Status status = float_pow(x, y, r);
        return status.ok() ? Heap<V>::real(t, r) : raise_status<V>(t, status);
      }
    }
  }
};

template <class V>
Value Numbers<V>::binary(VmThread& t, BinaryOp op, Value a, Value b) {
  bool real_a = is_real(a), real_b = is_real(b);
  if ((!real_a && !is_int(a)) || (!real_b && !is_int(b))) return Value();
  return real_a || real_b ? RealMath<V>::binary(t, op, a, b) : IntMath<V>::binary(t, op, a, b);
}

inline bool number_order_holds(CompareOp op, int order) {
  switch (op) {
    case CompareOp::Lt:
      return order == -1;
    case CompareOp::Le:
      return order == -1 || order == 0;
    case CompareOp::Eq:
      return order == 0;
    case CompareOp::Ne:
      return order != 0;
    case CompareOp::Gt:
      return order == 1;
    case CompareOp::Ge:
      return order == 1 || order == 0;
  }
  return false;
}

// -1, 0, 1, or kUnordered with NaN.
template <class V>
int number_order(Value a, Value b) {
  bool real_a = Numbers<V>::is_real(a), real_b = Numbers<V>::is_real(b);
  if (real_a && real_b) {
    double x = Numbers<V>::real_of(a), y = Numbers<V>::real_of(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : kUnordered;
  }
  if (real_a) {
    int order = number_order<V>(b, a);
    return order == kUnordered ? order : -order;
  }
  if (real_b) {
    int64_t n;
    if (Numbers<V>::int64_of(a, n)) return int_compare_double(n, Numbers<V>::real_of(b));
    IntView<V> big(a);
    return big_compare_double(big, Numbers<V>::real_of(b));
  }
  int64_t x, y;
  if (Numbers<V>::int64_of(a, x) && Numbers<V>::int64_of(b, y)) return x < y ? -1 : x > y;
  IntView<V> big_a(a), big_b(b);
  return big_compare(big_a, big_b);
}

template <class V>
Value Numbers<V>::compare(VmThread&, CompareOp op, Value a, Value b) {
  if ((!is_int(a) && !is_real(a)) || (!is_int(b) && !is_real(b))) return Value();
  return Value::boolean(number_order_holds(op, number_order<V>(a, b)));
}

template <class V>
int64_t Numbers<V>::hash(Value v) {
  if (is_real(v)) return float_hash(real_of(v));
  int64_t n;
  if (int64_of(v, n)) return int_hash(n);
  IntView<V> big(v);
  return big_hash(big);
}

}  // namespace gilsim

#include "vm/object/number_natives_impl.h"
