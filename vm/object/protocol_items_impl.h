// What: items, length, membership, truth and hash of any value.
// Threads: any.
// Not here: what built-in types do (by_kind_items_impl.h).
#pragma once

#include <string>

#include "vm/object/protocol_binary_impl.h"

namespace gilsim {

template <class V>
struct ItemAccess {
  static Value not_subscriptable(VmThread& t, Value v) {
    return Errors<V>::type_error(
        t, message({"'", Classes<V>::class_name(t, v), "' object is not subscriptable"}));
  }

  // Whether CPython takes key for an index before it finds out that container cannot be changed.
  static bool asks_by_index(VmThread& t, Value container, Value key) {
    Kind kind = layout_of(container);
    bool sequence = kind == Kind::Str || kind == Kind::Tuple || kind == Kind::Bytes ||
                    kind == Kind::Range || kind == Kind::Set || kind == Kind::FrozenSet ||
                    !(Classes<V>::class_of(t, container)->class_flags & kClassBuiltin);
    return sequence && (Numbers<V>::is_int(key) || Classes<V>::has_special(t, key, Special::index));
  }
  // False: IndexError is pending.
  static bool fits_index(VmThread& t, Value key) {
    int64_t index;
    return Protocol<V>::index(t, key, index);
  }

  // C[key]: the metaclass's __getitem__, else __class_getitem__.
  static Value of_class(VmThread& t, Value cls, Value key) {
    bool found = false;
    Value result = Classes<V>::call_special(t, cls, Special::getitem, {key}, found);
    if (found) return result;
    if (cls == Value(t.isolate->classes[static_cast<int>(Kind::Class)]))
      return GenericAliases<V>::make(t, cls, key);
    Ref<V> hook(Classes<V>::get_attr_optional(
        t, cls, t.isolate->specials[static_cast<int>(Special::class_getitem)]));
    if (hook) return Protocol<V>::call(t, hook.get(), {key});
    if (t.pending) return Value();
    return Errors<V>::type_error(
        t, message({"type '", cls.template as<Class>()->name->view(), "' is not subscriptable"}));
  }
};

template <class V>
Value Protocol<V>::get_item(VmThread& t, Value container, Value key) {
  Class* c = Classes<V>::class_of(t, container);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    Value value = ByKind<V>::get_item(t, container, key, handled);
    if (handled) return value;
  }
  if (layout_of(container) == Kind::Class) return ItemAccess<V>::of_class(t, container, key);
  bool found = false;
  Value value = Classes<V>::call_special(t, container, Special::getitem, {key}, found);
  return found ? value : ItemAccess<V>::not_subscriptable(t, container);
}

template <class V>
bool Protocol<V>::set_item(VmThread& t, Value container, Value key, Value value) {
  Class* c = Classes<V>::class_of(t, container);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    bool done = ByKind<V>::set_item(t, container, key, value, handled);
    if (handled) return done;
  }
  bool found = false;
  Value result = Classes<V>::call_special(t, container, Special::setitem, {key, value}, found);
  V::decref(result);
  if (found) return !result.is_null();
  if (ItemAccess<V>::asks_by_index(t, container, key) && !ItemAccess<V>::fits_index(t, key))
    return false;
  Errors<V>::type_error(
      t, message({"'", c->name->view(), "' object does not support item assignment"}));
  return false;
}

template <class V>
bool Protocol<V>::del_item(VmThread& t, Value container, Value key) {
  Class* c = Classes<V>::class_of(t, container);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    bool done = ByKind<V>::set_item(t, container, key, Value(), handled);
    if (handled) return done;
  }
  bool found = false;
  Value result = Classes<V>::call_special(t, container, Special::delitem, {key}, found);
  V::decref(result);
  if (found) return !result.is_null();
  bool by_index = ItemAccess<V>::asks_by_index(t, container, key);
  if (by_index && !ItemAccess<V>::fits_index(t, key)) return false;
  // CPython says it in two ways, since another of its functions is asked when the key is an index.
  Errors<V>::type_error(t, message({"'", c->name->view(), "' object ",
                                    by_index ? "doesn't" : "does not", " support item deletion"}));
  return false;
}

template <class V>
int64_t Protocol<V>::length(VmThread& t, Value v) {
  Class* c = Classes<V>::class_of(t, v);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    int64_t n = ByKind<V>::length(t, v, handled);
    if (handled) return n;
  }
  bool found = false;
  Ref<V> result(Classes<V>::call_special(t, v, Special::len, {}, found));
  if (!found) {
    Errors<V>::type_error(t, message({"object of type '", c->name->view(), "' has no len()"}));
    return -1;
  }
  if (!result) return -1;
  Ref<V> number(to_index(t, result.get()));
  if (!number) return -1;
  if (compare_bool(t, CompareOp::Lt, number.get(), Value::integer(0)) == 1) {
    Errors<V>::value_error(t, "__len__() should return >= 0");
    return -1;
  }
  int64_t n = 0;
  if (Numbers<V>::int64_of(number.get(), n)) return n;
  Errors<V>::raise(t, Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
  return -1;
}

template <class V>
int Protocol<V>::truth(VmThread& t, Value v) {
  if (v.is_bool()) return v.is_true();
  Class* c = Classes<V>::class_of(t, v);
  if (is_plain_class(c)) [[likely]] {
    int result = ByKind<V>::truth(t, v);
    if (result != ByKind<V>::kUnhandled) return result;
  }
  bool found = false;
  Ref<V> result(Classes<V>::call_special(t, v, Special::bool_, {}, found));
  if (found) {
    if (!result) return -1;
    if (result.get().is_bool()) return result.get().is_true();
    Errors<V>::type_error(t, message({"__bool__ should return bool, returned ",
                                      Classes<V>::class_name(t, result.get())}));
    return -1;
  }
  if (Classes<V>::special(t, c, Special::len).is_null()) return 1;
  int64_t n = length(t, v);
  return n < 0 ? -1 : n != 0;
}

template <class V>
bool Protocol<V>::hash(VmThread& t, Value v, int64_t& out) {
  if (low_on_stack(t)) [[unlikely]] {
    Errors<V>::too_deep(t);
    return false;
  }
  Class* c = Classes<V>::class_of(t, v);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    bool done = ByKind<V>::hash(t, v, out, handled);
    if (handled) return done;
  }
  Value method = Classes<V>::special(t, c, Special::hash);
  if (method.is_null() || method.is_none()) return Hashing<V>::unhashable(t, v);
  if (v.is_object() && method == Construction<V>::root_special(t, Special::hash)) {
    out = ClassNatives<V>::identity_hash(v);
    return true;
  }
  bool found = false;
  Ref<V> result(Classes<V>::call_special(t, v, Special::hash, {}, found));
  if (!result) return false;
  if (!Numbers<V>::is_int(result.get())) {
    Errors<V>::type_error(t, "__hash__ method should return an integer");
    return false;
  }
  if (!Numbers<V>::int64_of(result.get(), out)) out = Numbers<V>::hash(result.get());
  if (out == -1) out = -2;
  return true;
}

template <class V>
int Protocol<V>::contains(VmThread& t, Value container, Value item) {
  Class* c = Classes<V>::class_of(t, container);
  if (is_plain_class(c)) [[likely]] {
    int result = ByKind<V>::contains(t, container, item);
    if (result != ByKind<V>::kUnhandled) return result;
  }
  bool found = false;
  Value method = Classes<V>::special(t, c, Special::contains);
  if (!method.is_none()) {
    Ref<V> result(Classes<V>::call_special(t, container, Special::contains, {item}, found));
    if (found) return result ? truth(t, result.get()) : -1;
  }
  auto not_iterable = [&] {
    Errors<V>::clear(t);
    Errors<V>::type_error(t, message({"argument of type '", c->name->view(), "' is not iterable"}));
    return -1;
  };
  if (method.is_none() || (Classes<V>::special(t, c, Special::iter).is_null() &&
                           Classes<V>::special(t, c, Special::getitem).is_null()))
    return not_iterable();
  Ref<V> iterator(iterate_at_once(t, container));
  if (!iterator) return Errors<V>::pending_is(t, Exc::TypeError) ? not_iterable() : -1;
  for (;;) {
    Ref<V> candidate(next(t, iterator.get()));
    if (!candidate) return t.pending ? -1 : 0;
    int same = equal(t, candidate.get(), item);
    if (same != 0) return same;
  }
}

// ---- indices
template <class V>
Value Protocol<V>::to_index(VmThread& t, Value v) {
  Kind kind = layout_of(v);
  if (kind == Kind::Int && (!v.is_object() || (v.object()->cls->class_flags & kClassBuiltin)))
    return V::newref(v);
  if (is_integer(kind)) return Heap<V>::integer(t, Numbers<V>::big_of(v));
  bool found = false;
  Ref<V> result(Classes<V>::call_special(t, v, Special::index, {}, found));
  if (!found) {
    return Errors<V>::type_error(t, message({"'", Classes<V>::class_name(t, v),
                                             "' object cannot be interpreted as an integer"}));
  }
  if (!result) return Value();
  if (Numbers<V>::is_int(result.get())) return result.take();
  return Errors<V>::type_error(t, message({"__index__ returned non-int (type ",
                                           Classes<V>::class_name(t, result.get()), ")"}));
}

template <class V>
bool Protocol<V>::index(VmThread& t, Value v, int64_t& out, const char* what) {
  if (v.is_int()) {
    out = v.as_int();
    return true;
  }
  Ref<V> number(to_index(t, v));
  if (!number) return false;
  if (Numbers<V>::int64_of(number.get(), out)) return true;
  if (what) {
    Errors<V>::raise(t, Exc::OverflowError, what);
  } else {
    Errors<V>::raise(
        t, Exc::IndexError,
        message({"cannot fit '", Classes<V>::class_name(t, v), "' into an index-sized integer"}));
  }
  return false;
}

template <class V>
bool Protocol<V>::to_double(VmThread& t, Value v, double& out) {
  if (Numbers<V>::is_real(v)) {
    out = Numbers<V>::real_of(v);
    return true;
  }
  Ref<V> number;
  if (Numbers<V>::is_int(v)) {
    number = Ref<V>::share(v);
  } else {
    bool found = false;
    number = Ref<V>(Classes<V>::call_special(t, v, Special::float_, {}, found));
    if (found) {
      if (!number) return false;
      if (Numbers<V>::is_real(number.get())) return to_double(t, number.get(), out);
      Errors<V>::type_error(
          t, message({Classes<V>::class_name(t, v), ".__float__ returned non-float (type ",
                      Classes<V>::class_name(t, number.get()), ")"}));
      return false;
    }
    if (!Classes<V>::has_special(t, v, Special::index)) {
      Errors<V>::type_error(t,
                            message({"must be real number, not ", Classes<V>::class_name(t, v)}));
      return false;
    }
    number = Ref<V>(to_index(t, v));
    if (!number) return false;
  }
  int64_t small = 0;
  if (Numbers<V>::int64_of(number.get(), small)) {
    out = static_cast<double>(small);
    return true;
  }
  // The division by one rounds as CPython does and knows when there is no such float.
  Ref<V> quotient(Numbers<V>::binary(t, BinaryOp::TrueDiv, number.get(), Value::integer(1)));
  if (!quotient) {
    if (Errors<V>::pending_is(t, Exc::OverflowError)) {
      Errors<V>::clear(t);
      Errors<V>::raise(t, Exc::OverflowError, "int too large to convert to float");
    }
    return false;
  }
  out = Numbers<V>::real_of(quotient.get());
  return true;
}

// One bound of a slice, clipped to [low, high]; absent: `standard`. Negative ones count from the
// end n, if n is not negative (for the step).
template <class V>
bool slice_bound(VmThread& t, Value v, int64_t n, int64_t low, int64_t high, int64_t standard,
                 int64_t& out) {
  if (v.is_none()) {
    out = standard;
    return true;
  }
  if (v.is_int()) {
    out = v.as_int();
    if (out < 0 && n >= 0) out = out < -n ? low : out + n;
    out = out < low ? low : out > high ? high : out;
    return true;
  }
  bool fits = is_integer(layout_of(v)) || Classes<V>::has_special(t, v, Special::index);
  if (!fits) {
    Errors<V>::type_error(t, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  Ref<V> number(Protocol<V>::to_index(t, v));
  if (!number) return false;
  if (!Numbers<V>::int64_of(number.get(), out)) {
    out = Protocol<V>::compare_bool(t, CompareOp::Lt, number.get(), Value::integer(0)) == 1 ? low
                                                                                            : high;
    return true;
  }
  if (out < 0 && n >= 0) out = out < -n ? low : out + n;
  if (out < low) out = low;
  if (out > high) out = high;
  return true;
}

template <class V>
bool Protocol<V>::slice_bounds(VmThread& t, Slice* s, int64_t n, int64_t& start, int64_t& stop,
                               int64_t& step, int64_t& count) {
  SliceBounds quick;
  if (quick_bounds(s->start, s->stop, s->step, n, quick)) {
    start = quick.start;
    stop = quick.stop;
    step = quick.step;
    count = quick.count;
    return true;
  }
  step = 1;
  if (!s->step.is_none()) {
    if (!slice_bound<V>(t, s->step, -1, -INT64_MAX, INT64_MAX, 1, step)) return false;
    if (step == 0) {
      Errors<V>::value_error(t, "slice step cannot be zero");
      return false;
    }
  }
  int64_t low = step > 0 ? 0 : -1, high = step > 0 ? n : n - 1;
  if (!slice_bound<V>(t, s->start, n, low, high, step > 0 ? low : high, start)) return false;
  if (!slice_bound<V>(t, s->stop, n, low, high, step > 0 ? high : low, stop)) return false;
  if (step > 0)
    count = start < stop ? (stop - start - 1) / step + 1 : 0;
  else
    count = start > stop ? (start - stop - 1) / -step + 1 : 0;
  return true;
}

}  // namespace gilsim
