// What: comparison by layout.
// Idea: containers compare element by element; elements are taken one at a time under the guard and
// compared without it. Threads: any; a container that changes meanwhile gives the answer of some
// mixture, as in CPython. Not here: reflected methods, identity as the default, errors
// (protocol_compare_impl.h).
#pragma once

#include <algorithm>
#include <cstring>

#include "vm/object/by_kind_binary_impl.h"
#include "vm/object/by_kind_sets_impl.h"
#include "vm/object/protocol_call_impl.h"

namespace gilsim {

constexpr bool holds(CompareOp op, int order) {  // order: negative, 0, positive
  switch (op) {
    case CompareOp::Lt:
      return order < 0;
    case CompareOp::Le:
      return order <= 0;
    case CompareOp::Eq:
      return order == 0;
    case CompareOp::Ne:
      return order != 0;
    case CompareOp::Gt:
      return order > 0;
    default:
      return order >= 0;
  }
}

template <class V>
struct Comparison {
  static uint64_t size_of(Value v) {
    if (v.object()->kind == Kind::Tuple) return v.as<Tuple>()->size;
    if (v.object()->kind == Kind::Deque) return Deques<V>::size(v.as<Deque>());
    return ListCore<V>::size(v.as<List>());
  }
  // Owned, or null behind the end.
  static Value item(Value v, uint64_t k) {
    if (v.object()->kind == Kind::Tuple)
      return k < v.as<Tuple>()->size ? V::newref(v.as<Tuple>()->items[k]) : Value();
    if (v.object()->kind == Kind::Deque) return Deques<V>::at(v.as<Deque>(), k);
    return ListCore<V>::at(v.as<List>(), k);
  }

  // How many leading items are the same objects, as far as that can be seen without guards.
  static uint64_t same_items(Value a, Value b) {
    if (V::kParallel && a.object()->kind != Kind::Tuple) return 0;
    if (a.object()->kind == Kind::Deque) return 0;
    const Value *x, *y;
    uint64_t n;
    if (a.object()->kind == Kind::Tuple) {
      x = a.as<Tuple>()->items, y = b.as<Tuple>()->items;
      n = std::min(a.as<Tuple>()->size, b.as<Tuple>()->size);
    } else {
      x = a.as<List>()->items, y = b.as<List>()->items;
      n = std::min(a.as<List>()->size, b.as<List>()->size);
    }
    uint64_t k = 0;
    while (k < n && x[k] == y[k]) ++k;
    return k;
  }

  static Value sequences(VmThread& t, CompareOp op, Value a, Value b) {
    if (is_equality(op) && size_of(a) != size_of(b)) return Value::boolean(op == CompareOp::Ne);
    for (uint64_t k = same_items(a, b);; ++k) {
      Ref<V> x(item(a, k)), y(item(b, k));
      if (!x || !y) {
        int order = static_cast<int>(static_cast<bool>(x)) - static_cast<int>(static_cast<bool>(y));
        return Value::boolean(holds(op, order));
      }
      int equal = Protocol<V>::equal(t, x.get(), y.get());
      if (equal < 0) return Value();
      if (equal) continue;
      return is_equality(op) ? Value::boolean(op == CompareOp::Ne)
                             : Protocol<V>::compare(t, op, x.get(), y.get());
    }
  }

  static int dicts_equal(VmThread& t, Dict* a, Dict* b) {
    if (DictCore<V>::size(a) != DictCore<V>::size(b)) return 0;
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, a, position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      bool error = false;
      Ref<V> other(Dicts<V>::get(t, b, key, error));
      if (error) return -1;
      if (!other) return 0;
      int equal = Protocol<V>::equal(t, value, other.get());
      if (equal != 1) return equal;
    }
    return 1;
  }

  static int order_of_bytes(Value a, Value b) {
    std::string_view x, y;
    std::string copy;
    if (a.object()->kind == Kind::ByteArray &&
        a != b) {  // one copy, so that two guards are never held together
      typename V::Guard guard(a.object());
      copy = SequenceMath<V>::bytes_of(a);
      x = copy;
    } else {
      x = SequenceMath<V>::bytes_of(a);
    }
    typename V::Guard guard(b.object());
    y = SequenceMath<V>::bytes_of(b);
    return x.compare(y);
  }

  static int equal_ranges(VmThread& t, Range* a, Range* b) {
    int same = Protocol<V>::equal(t, a->length, b->length);
    if (same != 1 || a->length == Value::integer(0)) return same;
    same = Protocol<V>::equal(t, a->start, b->start);
    if (same != 1 || a->length == Value::integer(1)) return same;
    return Protocol<V>::equal(t, a->step, b->step);
  }
  static int equal_slices(VmThread& t, Slice* a, Slice* b) {
    const Value x[] = {a->start, a->stop, a->step}, y[] = {b->start, b->stop, b->step};
    for (int k = 0; k < 3; ++k) {
      int same = Protocol<V>::equal(t, x[k], y[k]);
      if (same != 1) return same;
    }
    return 1;
  }

  static Value from_equal(CompareOp op, int equal) {
    return equal < 0 ? Value() : Value::boolean((equal == 1) == (op == CompareOp::Eq));
  }

  // Layouts that can only be equal or not.
  static Value equality(VmThread& t, CompareOp op, Value a, Value b) {
    switch (layout_of(a)) {
      case Kind::Dict:
        return from_equal(op, dicts_equal(t, a.as<Dict>(), b.as<Dict>()));
      case Kind::Range:
        return from_equal(op, equal_ranges(t, a.as<Range>(), b.as<Range>()));
      case Kind::Slice:
        return from_equal(op, equal_slices(t, a.as<Slice>(), b.as<Slice>()));
      case Kind::BoundMethod: {
        auto *x = a.as<BoundMethod>(), *y = b.as<BoundMethod>();
        return from_equal(op, x->self == y->self && x->function == y->function);
      }
      case Kind::NativeFunction: {
        auto *x = a.as<NativeFunction>(), *y = b.as<NativeFunction>();
        return from_equal(op,
                          x == y || (x->def == y->def && x->self == y->self && !x->self.is_null()));
      }
      default:
        return Value::not_implemented();
    }
  }
};

template <class V>
Value ByKind<V>::compare(VmThread& t, CompareOp op, Value a, Value b) {
  Kind ka = layout_of(a), kb = layout_of(b);
  if (is_number(ka) && is_number(kb)) {
    Value result = Numbers<V>::compare(t, op, a, b);
    return result || t.pending ? result : kNotImplemented;
  }
  if (ka == Kind::Str && kb == Kind::Str) {
    if (is_equality(op))
      return Value::boolean(Strings<V>::equal(a.as<Str>(), b.as<Str>()) == (op == CompareOp::Eq));
    return Value::boolean(holds(op, a.as<Str>()->view().compare(b.as<Str>()->view())));
  }
  if (is_bytes(ka) && is_bytes(kb))
    return Value::boolean(holds(op, Comparison<V>::order_of_bytes(a, b)));
  bool set_a = is_set(ka) || is_set_view(ka), set_b = is_set(kb) || is_set_view(kb);
  if (ka != kb && !(set_a && set_b)) return kNotImplemented;
  Nesting nesting(t);
  if (nesting.too_deep())
    return Errors<V>::raise(t, Exc::RecursionError,
                            "maximum recursion depth exceeded in comparison");
  if (set_a) return set_compare(t, op, a, b);
  if (ka == Kind::List || ka == Kind::Tuple || ka == Kind::Deque)
    return Comparison<V>::sequences(t, op, a, b);
  return is_equality(op) ? Comparison<V>::equality(t, op, a, b) : kNotImplemented;
}

}  // namespace gilsim
