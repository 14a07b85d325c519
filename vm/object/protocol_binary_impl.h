// What: operators on any operands: exact built-in types by layout, all others through their special
// methods (operators.h). Threads: any.
// Not here: what built-in types do (by_kind_binary_impl.h).
#pragma once

#include "vm/object/by_kind_compare_impl.h"
#include "vm/object/by_kind_items_impl.h"
#include "vm/object/operators.h"
#include "vm/object/quick_order.h"

namespace gilsim {

template <class V>
Value Protocol<V>::binary(VmThread& t, BinaryOp op, Value a, Value b, bool inplace) {
  Class *ca = Classes<V>::class_of(t, a), *cb = Classes<V>::class_of(t, b);
  if (is_plain_class(ca) && is_plain_class(cb)) [[likely]] {
    if (inplace) {
      Value result = ByKind<V>::inplace(t, op, a, b);
      if (result != Value::not_implemented()) return result;
    }
    Value result = ByKind<V>::binary(t, op, a, b);
    if (result != Value::not_implemented()) return result;
  }
  Value result = Operators<V>::by_specials(t, op, a, b, inplace);
  return result != Value::not_implemented() ? result
                                            : Operators<V>::unsupported(t, op, a, b, inplace);
}

template <class V>
Value Protocol<V>::negate(VmThread& t, Value v) {
  return Operators<V>::unary(t, v, Special::neg, "unary -");
}
template <class V>
Value Protocol<V>::positive(VmThread& t, Value v) {
  return Operators<V>::unary(t, v, Special::pos, "unary +");
}
template <class V>
Value Protocol<V>::invert(VmThread& t, Value v) {
  return Operators<V>::unary(t, v, Special::invert, "unary ~");
}
template <class V>
Value Protocol<V>::absolute(VmThread& t, Value v) {
  return Operators<V>::unary(t, v, Special::abs, "abs()");
}

template <class V>
Value Protocol<V>::power_mod(VmThread& t, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary(t, BinaryOp::Pow, base, exponent, false);
  bool found = false;
  Value result = Classes<V>::call_special(t, base, Special::pow, {exponent, modulus}, found);
  if (found && result != Value::not_implemented()) return result;
  for (Value v : {base, exponent, modulus}) {  // CPython asks each of the three
    if (Numbers<V>::is_real(v) && !Numbers<V>::is_int(v))
      return Errors<V>::type_error(
          t, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return Errors<V>::type_error(
      t, message({"unsupported operand type(s) for ** or pow(): '", Classes<V>::class_name(t, base),
                  "', '", Classes<V>::class_name(t, exponent), "', '",
                  Classes<V>::class_name(t, modulus), "'"}));
}

// ---- comparison
template <class V>
Value Protocol<V>::compare(VmThread& t, CompareOp op, Value a, Value b) {
  Class *ca = Classes<V>::class_of(t, a), *cb = Classes<V>::class_of(t, b);
  Value result = Value::not_implemented();
  if (is_plain_class(ca) && is_plain_class(cb)) [[likely]] {
    result = ByKind<V>::compare(t, op, a, b);
  } else {
    result = RichComparison<V>::by_specials(t, op, a, b);
  }
  return result != Value::not_implemented() ? result
                                            : RichComparison<V>::undecided(t, op, a, b);
}

template <class V>
int Protocol<V>::compare_bool(VmThread& t, CompareOp op, Value a, Value b) {
  if (both_int(a, b)) {
    int64_t x = a.as_int(), y = b.as_int();
    return holds(op, x < y ? -1 : x > y);
  }
  if (int order = tuple_order_quick<V>(t, op, a, b); order >= 0) return order;
  Value result = compare(t, op, a, b);
  if (result.is_bool()) return result.is_true();
  Ref<V> held(result);
  return result ? truth(t, result) : -1;
}

template <class V>
int Protocol<V>::equal(VmThread& t, Value a, Value b) {
  if (a == b) return 1;
  return compare_bool(t, CompareOp::Eq, a, b);
}

}  // namespace gilsim
