// What: comparisons that need no special method and no memory: numbers, and tuples that numbers
// decide. Threads: any; tuples do not change.
// Not here: everything else about comparing (by_kind_compare_impl.h).
#pragma once

#include "vm/object/inline_ops.h"

namespace gilsim {

inline bool quick_order(CompareOp op, double x, double y) {
  switch (op) {
    case CompareOp::Lt:
      return x < y;
    case CompareOp::Le:
      return x <= y;
    case CompareOp::Gt:
      return x > y;
    case CompareOp::Ge:
      return x >= y;
    case CompareOp::Eq:
      return x == y;
    default:
      return x != y;
  }
}

// Tuples whose items are the same objects or numbers up to the first that differ: 1, 0, or -1: ask
// the slow path.
inline int tuple_order_quick(CompareOp op, const Tuple* a, const Tuple* b) {
  uint64_t common = a->size < b->size ? a->size : b->size;
  for (uint64_t k = 0; k < common; ++k) {
    Value x = a->items[k], y = b->items[k];
    if (x == y) continue;
    if (!both_int(x, y) && !both_real(x, y)) return -1;
    if (op == CompareOp::Eq || op == CompareOp::Ne) {
      if (both_real(x, y) && x.as_real() == y.as_real()) continue;  // 0.0 and -0.0
      return op == CompareOp::Ne;
    }
    if (both_real(x, y)) {
      if (x.as_real() == y.as_real()) continue;
      return quick_order(op, x.as_real(), y.as_real());
    }
    bool less = x.as_int() < y.as_int();
    return less == (op == CompareOp::Lt || op == CompareOp::Le);
  }
  return quick_order(op, static_cast<double>(a->size), static_cast<double>(b->size));
}
template <class V>
inline int tuple_order_quick(VmThread& t, CompareOp op, Value a, Value b) {
  return is_exactly<Kind::Tuple>(t, a) && is_exactly<Kind::Tuple>(t, b)
             ? tuple_order_quick(op, a.as<Tuple>(), b.as<Tuple>())
             : -1;
}

}  // namespace gilsim
