// What: operators and comparisons of sets, and of the views of dicts that behave as sets; the union
// of dicts. Idea: views are made sets, sets are left to their algebra. Threads: any; an operation
// sees each operand as it was at some moment, not both at the same one. Not here: the algebra
// (set_algebra_impl.h), the tables (set_impl.h, dict_impl.h).
#pragma once

#include <vector>

#include "vm/object/by_kind.h"
#include "vm/object/class_impl.h"
#include "vm/object/set_algebra_impl.h"

namespace gilsim {

// Owned values that are released together.
template <class V>
class Snapshot {
 public:
  explicit Snapshot(std::vector<Value> values) : values_(std::move(values)) {}
  ~Snapshot() {
    for (Value v : values_) V::decref(v);
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  const std::vector<Value>& values() const { return values_; }

 private:
  std::vector<Value> values_;
};

template <class V>
std::vector<Value> ByKind<V>::set_snapshot(Set* set) {
  std::vector<Value> values;
  if (SharedSet<V>::is_shared(set)) {
    uint64_t position = 0;
    while (Value key = SharedSet<V>::next(set, position)) values.push_back(key);
    return values;
  }
  typename V::OwnGuard guard(set);
  if (!set->table) return values;
  for (uint64_t k = 0; k <= set->mask; ++k) {
    Value key = set->table[k].key;
    if (!key.is_null() && key != kSetDummy) values.push_back(V::newref(key));
  }
  return values;
}

template <class V>
struct SetMath {
  // The operand as a set (owned): itself, or made of the elements of a view. Null: pending.
  static Set* as_set(VmThread& t, Value v) {
    if (is_set(layout_of(v))) return V::newref(v.as<Set>());
    Ref<V> made(Heap<V>::set(t));
    return Sets<V>::update(t, made.template as<Set>(), v) ? made.take().template as<Set>()
                                                          : nullptr;
  }
};

template <class V>
Value ByKind<V>::set_binary(VmThread& t, BinaryOp op, Value a, Value b) {
  Kind ka = layout_of(a), kb = layout_of(b);
  if (is_set(ka)) {
    if (!is_set(kb)) {
      if (!is_set_view(kb)) return kNotImplemented;
      Ref<V> left(Heap<V>::set(
          t));  // a set and a view: the view's method answers, as in CPython, with a set
      bool done = Sets<V>::update(t, left.template as<Set>(), a) &&
                  SetAlgebra<V>::inplace(t, op, left.template as<Set>(), b);
      return done ? left.take() : Value();
    }
    return SetAlgebra<V>::binary(t, op, a.as<Set>(), b);
  }
  // A view takes any iterable on the other side.
  bool is_operator = op == BinaryOp::BitOr || op == BinaryOp::BitAnd || op == BinaryOp::BitXor ||
                     op == BinaryOp::Sub;
  if (!is_set_view(ka) || !is_operator) return kNotImplemented;
  Ref<V> result(SetMath<V>::as_set(t, a));
  return result && SetAlgebra<V>::inplace(t, op, result.template as<Set>(), b) ? result.take()
                                                                               : Value();
}

template <class V>
Value ByKind<V>::set_inplace(VmThread& t, BinaryOp op, Set* a, Value b) {
  Kind kb = layout_of(b);
  bool is_operator = op == BinaryOp::BitOr || op == BinaryOp::BitAnd || op == BinaryOp::BitXor ||
                     op == BinaryOp::Sub;
  if (!is_operator || (!is_set(kb) && !is_set_view(kb))) return kNotImplemented;
  return SetAlgebra<V>::inplace(t, op, a, b) ? V::newref(Value(a)) : Value();
}

template <class V>
Value ByKind<V>::set_compare(VmThread& t, CompareOp op, Value a, Value b) {
  Ref<V> left(SetMath<V>::as_set(t, a));
  if (!left) return Value();
  Ref<V> right(SetMath<V>::as_set(t, b));
  if (!right) return Value();
  auto *x = left.template as<Set>(), *y = right.template as<Set>();
  if (op == CompareOp::Gt || op == CompareOp::Ge) {
    std::swap(x, y);
    op = op == CompareOp::Gt ? CompareOp::Lt : CompareOp::Le;
  }
  bool negate = op == CompareOp::Ne;
  uint64_t m = SetAlgebra<V>::size(x), n = SetAlgebra<V>::size(y);
  bool sizes_fit = op == CompareOp::Le || (op == CompareOp::Lt ? m < n : m == n);
  int result = sizes_fit ? SetAlgebra<V>::is_subset(t, x, y) : 0;
  return result < 0 ? Value() : Value::boolean((result == 1) != negate);
}

template <class V>
Value ByKind<V>::dict_union(VmThread& t, Dict* a, Value b, bool inplace) {
  Ref<V> result = inplace ? Ref<V>::share(Value(a)) : Ref<V>(Dicts<V>::copy(t, a));
  return result && Dicts<V>::update(t, result.template as<Dict>(), b) ? result.take() : Value();
}

}  // namespace gilsim
