// What: union, intersection, difference, symmetric difference and their in-place forms, for sets
//   and any iterables.
// Idea: the order of steps and the sizes of tables are CPython 3.11's, since they decide the order
//   in which results are printed.
// Threads: any; an operand is seen as it was at one moment, both not at the same one.
// Not here: the operators' dispatch and comparisons (by_kind_sets_impl.h), methods
//   (set_methods_impl.h).
#pragma once

#include "vm/object/dict_impl.h"
#include "vm/object/set_impl.h"

namespace gilsim {

template <class V>
struct SetAlgebra {
  using Core = SetCore<V>;
  static uint64_t size(Set* set) {
    if (SharedSet<V>::is_shared(set)) return SharedSet<V>::size(set);
    typename V::OwnGuard guard(set);
    return set->used;
  }
  static uint64_t dict_size(Dict* dict) { return DictCore<V>::size(dict); }
  // A new set of a's layout, always of the built-in class. Owned.
  static Ref<V> fresh(VmThread& t, const Set* like) { return Ref<V>(Heap<V>::set(t, like->kind)); }
  static Value finish(Ref<V>& result, bool good) { return good ? result.take() : Value(); }

  // ---- new sets; null: pending
  static Value unite(VmThread& t, Set* a, Value other) {
    Ref<V> result(Core::copy(t, a, a->kind));
    return finish(result, result && (Value(a) == other ||
                                     Sets<V>::update(t, result.template as<Set>(), other)));
  }

  static Value intersect(VmThread& t, Set* a, Value other) {
    if (Value(a) == other) return Value(Core::copy(t, a, a->kind));
    Ref<V> result = fresh(t, a);
    Set* into = result.template as<Set>();
    Set* filter = a;
    Value walked = other;
    if (Core::is_plain_set(t, other) && size(other.as<Set>()) > size(a)) {
      filter = other.as<Set>();
      walked = Value(a);
    }
    return finish(result, Core::for_each(t, walked, [&](Value key, int64_t hash) {
                    int in = Core::contains_hashed(t, filter, key, hash);
                    return in >= 0 && (in == 0 || Core::add_hashed(t, into, key, hash));
                  }));
  }

  static Value subtract(VmThread& t, Set* a, Value other) {
    bool is_set = Core::is_plain_set(t, other), is_dict = Core::is_exact_dict(t, other);
    uint64_t other_size = is_set    ? size(other.as<Set>())
                          : is_dict ? dict_size(other.as<Dict>())
                                    : 0;
    if ((!is_set && !is_dict) || (size(a) >> 2) > other_size) {
      Ref<V> result(Core::copy(t, a, a->kind));
      return finish(result, subtract_from(t, result.template as<Set>(), other));
    }
    Ref<V> result = fresh(t, a);
    Set* into = result.template as<Set>();
    return finish(result, Core::for_each(t, Value(a), [&](Value key, int64_t hash) {
                    int in = is_set ? Core::contains_hashed(t, other.as<Set>(), key, hash)
                                    : DictCore<V>::contains_hashed(t, other.as<Dict>(), key, hash);
                    return in >= 0 && (in == 1 || Core::add_hashed(t, into, key, hash));
                  }));
  }

  static Value differ(VmThread& t, Set* a, Value other) {
    Ref<V> result = fresh(t, a);
    Set* into = result.template as<Set>();
    return finish(result, Sets<V>::update(t, into, other) && differ_in(t, into, Value(a)));
  }

  // ---- in place; false: pending
  static bool subtract_from(VmThread& t, Set* set, Value other) {
    if (Value(set) == other) return Core::clear(set), true;
    Ref<V> smaller;
    if (Core::is_plain_set(t, other) && (size(other.as<Set>()) >> 3) > size(set)) {
      smaller = Ref<V>(intersect(t, set, other));
      if (!smaller) return false;
      other = smaller.get();
    }
    bool good = Core::for_each(t, other, [&](Value key, int64_t hash) {
      return Core::discard_hashed(t, set, key, hash) >= 0;
    });
    if (!SharedSet<V>::is_shared(set)) {
      typename V::OwnGuard guard(set);
      set_tidy(set);
    }
    return good;
  }

  static bool intersect_with(VmThread& t, Set* set, Value other) {
    Ref<V> result(intersect(t, set, other));
    if (!result) return false;
    Core::swap_contents(set, result.template as<Set>());
    return true;
  }

  static bool differ_in(VmThread& t, Set* set, Value other) {
    if (Value(set) == other) return Core::clear(set), true;
    Ref<V> distinct;  // each element counts once
    if (!Core::is_plain_set(t, other)) {
      distinct = fresh(t, set);
      if (!Sets<V>::update(t, distinct.template as<Set>(), other)) return false;
      other = distinct.get();
    }
    return Core::for_each(t, other, [&](Value key, int64_t hash) {
      int in = Core::discard_hashed(t, set, key, hash);
      return in >= 0 && (in == 1 || Core::add_hashed(t, set, key, hash));
    });
  }

  // Null and no exception: op is no operation on sets.
  static Value binary(VmThread& t, BinaryOp op, Set* a, Value b) {
    switch (op) {
      case BinaryOp::BitOr:
        return unite(t, a, b);
      case BinaryOp::BitAnd:
        return intersect(t, a, b);
      case BinaryOp::Sub:
        return subtract(t, a, b);
      case BinaryOp::BitXor:
        return differ(t, a, b);
      default:
        return Value();
    }
  }
  static bool inplace(VmThread& t, BinaryOp op, Set* a, Value b) {
    switch (op) {
      case BinaryOp::BitOr:
        return Sets<V>::update(t, a, b);
      case BinaryOp::BitAnd:
        return intersect_with(t, a, b);
      case BinaryOp::Sub:
        return subtract_from(t, a, b);
      default:
        return differ_in(t, a, b);
    }
  }

  // ---- 1, 0, -1
  static int is_subset(VmThread& t, Set* a, Set* b) {
    if (size(a) > size(b)) return 0;
    int result = 1;
    bool good = Core::for_each(t, Value(a), [&](Value key, int64_t hash) {
      result = Core::contains_hashed(t, b, key, hash);
      return result == 1;
    });
    return good ? 1 : result;
  }
  static int is_disjoint(VmThread& t, Set* a, Value other) {
    if (Value(a) == other) return size(a) == 0;
    Set* filter = a;
    if (Core::is_plain_set(t, other) && size(other.as<Set>()) > size(a)) {
      filter = other.as<Set>();
      other = Value(a);
    }
    int in = 0;
    bool good = Core::for_each(t, other, [&](Value key, int64_t hash) {
      in = Core::contains_hashed(t, filter, key, hash);
      return in == 0;
    });
    return good ? 1 : in == 1 ? 0 : -1;
  }
};

}  // namespace gilsim
