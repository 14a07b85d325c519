// What: operators and comparisons of sets, and of the views of dicts that behave as sets; the union of dicts.
// Idea: each works on a snapshot of one operand and asks the other element by element, so that nothing is locked while __eq__ runs.
// Threads: any; an operation sees each operand as it was at some moment, not both at the same one.
// Not here: the tables (set_impl.h, dict_impl.h).
#pragma once

#include <vector>

#include "vm/object/by_kind.h"
#include "vm/object/class_impl.h"

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
  typename V::Guard guard(set);
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
    return Sets<V>::update(t, made.template as<Set>(), v) ? made.take().template as<Set>() : nullptr;
  }
  static Set* copy_of(VmThread& t, Set* set, Kind kind) {
    Ref<V> made(Heap<V>::set(t, kind));
    return add_all(t, made.template as<Set>(), set) ? made.take().template as<Set>() : nullptr;
  }
  static bool add_all(VmThread& t, Set* into, Set* from) {
    Snapshot<V> items(ByKind<V>::set_snapshot(from));
    for (Value v : items.values()) {
      if (!Sets<V>::add(t, into, v)) return false;
    }
    return true;
  }
  // Adds the elements of `from` that are (wanted) or are not in `other`.
  static bool add_some(VmThread& t, Set* into, Set* from, Set* other, bool wanted) {
    Snapshot<V> items(ByKind<V>::set_snapshot(from));
    for (Value v : items.values()) {
      int in = Sets<V>::contains(t, other, v);
      if (in < 0 || ((in == 1) == wanted && !Sets<V>::add(t, into, v))) return false;
    }
    return true;
  }
  static bool fill(VmThread& t, BinaryOp op, Set* into, Set* a, Set* b) {
    switch (op) {
      case BinaryOp::BitOr: return add_all(t, into, a) && add_all(t, into, b);
      case BinaryOp::BitAnd:
        if (b->used > a->used) std::swap(a, b);  // as CPython: the elements of the smaller one
        return add_some(t, into, b, a, true);
      case BinaryOp::Sub: return add_some(t, into, a, b, false);
      default: return add_some(t, into, a, b, false) && add_some(t, into, b, a, false);
    }
  }
  // 1, 0, -1: every element of a is in b.
  static int is_subset(VmThread& t, Set* a, Set* b) {
    if (a->used > b->used) return 0;
    Snapshot<V> items(ByKind<V>::set_snapshot(a));
    for (Value v : items.values()) {
      int in = Sets<V>::contains(t, b, v);
      if (in != 1) return in;
    }
    return 1;
  }
  static bool discard_all(VmThread& t, Set* from, Set* items) {
    Snapshot<V> values(ByKind<V>::set_snapshot(items));
    for (Value v : values.values()) {
      if (Sets<V>::discard(t, from, v) < 0) return false;
    }
    return true;
  }
};

template <class V>
Value ByKind<V>::set_binary(VmThread& t, BinaryOp op, Value a, Value b) {
  Kind ka = layout_of(a), kb = layout_of(b);
  bool good_a = is_set(ka) || is_set_view(ka), good_b = is_set(kb) || is_set_view(kb);
  // A view takes any iterable on the other side.
  if (!good_a || !(good_b || (is_set_view(ka) && Classes<V>::has_special(t, b, Special::iter)))) return kNotImplemented;
  Ref<V> left(SetMath<V>::as_set(t, a));
  if (!left) return Value();
  Ref<V> right(SetMath<V>::as_set(t, b));
  if (!right) return Value();
  Ref<V> result(Heap<V>::set(t, ka == Kind::FrozenSet ? Kind::FrozenSet : Kind::Set));
  bool done = SetMath<V>::fill(t, op, result.template as<Set>(), left.template as<Set>(), right.template as<Set>());
  return done ? result.take() : Value();
}

template <class V>
Value ByKind<V>::set_inplace(VmThread& t, BinaryOp op, Set* a, Value b) {
  Kind kb = layout_of(b);
  if (!is_set(kb) && !is_set_view(kb)) return kNotImplemented;
  Ref<V> right(SetMath<V>::as_set(t, b));
  if (!right) return Value();
  auto* other = right.template as<Set>();
  bool done = false;
  switch (op) {
    case BinaryOp::BitOr: done = SetMath<V>::add_all(t, a, other); break;
    case BinaryOp::Sub: done = SetMath<V>::discard_all(t, a, other); break;
    case BinaryOp::BitAnd:
    case BinaryOp::BitXor: {
      // What leaves is worked out first; for ^ what joins as well.
      Ref<V> leaving(Heap<V>::set(t)), joining(Heap<V>::set(t));
      bool both = op == BinaryOp::BitXor;
      done = SetMath<V>::add_some(t, leaving.template as<Set>(), a, other, both) &&
             (!both || SetMath<V>::add_some(t, joining.template as<Set>(), other, a, false)) &&
             SetMath<V>::discard_all(t, a, leaving.template as<Set>()) && SetMath<V>::add_all(t, a, joining.template as<Set>());
      break;
    }
    default: return kNotImplemented;
  }
  return done ? V::newref(Value(a)) : Value();
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
  bool sizes_fit = op == CompareOp::Le || (op == CompareOp::Lt ? x->used < y->used : x->used == y->used);
  int result = sizes_fit ? SetMath<V>::is_subset(t, x, y) : 0;
  return result < 0 ? Value() : Value::boolean((result == 1) != negate);
}

template <class V>
Value ByKind<V>::dict_union(VmThread& t, Dict* a, Value b, bool inplace) {
  Ref<V> result = inplace ? Ref<V>::share(Value(a)) : Ref<V>(Dicts<V>::copy(t, a));
  return result && Dicts<V>::update(t, result.template as<Dict>(), b) ? result.take() : Value();
}

}  // namespace gilsim
