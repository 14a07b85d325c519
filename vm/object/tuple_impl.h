// What: tuples: items, slices, hash, methods.
// Threads: any; a tuple never changes once it is published.
// Not here: their iterators (iterators_impl.h).
#pragma once

#include "vm/object/list_impl.h"

namespace gilsim {

template <class V>
struct Tuples {
  // CPython's: xxHash's primes over the hashes of the items, in order.
  static bool hash(VmThread& t, Tuple* tuple, int64_t& out) {
    // relaxed: every thread computes the same
    out = __atomic_load_n(&tuple->hash, __ATOMIC_RELAXED);
    if (out != 0) return true;
    constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u,
                       kPrime5 = 2870177450012600261u;
    uint64_t sum = kPrime5;
    for (uint64_t k = 0; k < tuple->size; ++k) {
      int64_t lane;
      if (!Protocol<V>::hash(t, tuple->items[k], lane)) return false;
      sum += static_cast<uint64_t>(lane) * kPrime2;
      sum = (sum << 31) | (sum >> 33);
      sum *= kPrime1;
    }
    sum += tuple->size ^ (kPrime5 ^ 3527539u);
    out = sum == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(sum);
    __atomic_store_n(&tuple->hash, out, __ATOMIC_RELAXED);  // relaxed: as above
    return true;
  }

  static Value get_slice(VmThread& t, Tuple* tuple, Slice* slice) {
    int64_t start, stop, step, count;
    if (!Protocol<V>::slice_bounds(t, slice, static_cast<int64_t>(tuple->size), start, stop, step,
                                   count))
      return Value();
    bool whole = start == 0 && step == 1 && count == static_cast<int64_t>(tuple->size);
    if (whole && (tuple->cls->class_flags & kClassBuiltin)) return V::newref(Value(tuple));
    Tuple* made = Heap<V>::tuple(t, static_cast<size_t>(std::max<int64_t>(count, 0)));
    for (int64_t k = 0, at = start; k < count; ++k, at += step)
      made->items[k] = V::newref(tuple->items[at]);
    V::P::work(Cost::NativeByte, count);
    return Value(made);
  }

  static Value concat(VmThread& t, Tuple* a, Tuple* b) {
    if (a->size == 0 && (b->cls->class_flags & kClassBuiltin)) return V::newref(Value(b));
    if (b->size == 0 && (a->cls->class_flags & kClassBuiltin)) return V::newref(Value(a));
    Tuple* made = Heap<V>::tuple(t, a->size + b->size);
    for (uint64_t k = 0; k < a->size; ++k) made->items[k] = V::newref(a->items[k]);
    for (uint64_t k = 0; k < b->size; ++k) made->items[a->size + k] = V::newref(b->items[k]);
    V::P::work(Cost::NativeByte, static_cast<int64_t>(made->size));
    return Value(made);
  }
};

template <class V>
Value Lists<V>::tuple_get_item(VmThread& t, Tuple* tuple, Value key) {
  if (key.is_object() && key.object()->kind == Kind::Slice)
    return Tuples<V>::get_slice(t, tuple, key.as<Slice>());
  if (!key.is_int() && !is_index<V>(t, key)) return bad_index<V>(t, "tuple", key);
  int64_t index;
  if (key.is_int())
    index = key.as_int();
  else if (!Protocol<V>::index(t, key, index))
    return Value();
  Value v = tuple_get_inline<V>(tuple, index);
  return v ? v : Errors<V>::raise(t, Exc::IndexError, "tuple index out of range");
}

}  // namespace gilsim
