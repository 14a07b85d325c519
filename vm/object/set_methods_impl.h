// What: the methods of set and frozenset.
// Threads: any; single-element methods are atomic, those over another iterable take element by
//   element.
// Not here: operators and comparisons (by_kind_sets_impl.h), what they compute
//   (set_algebra_impl.h).
#pragma once

#include "vm/object/native_support.h"
#include "vm/object/set_algebra_impl.h"

namespace gilsim {

template <class V>
struct SetMethods {
  using A = const NativeArgs&;
  using Core = SetCore<V>;
  using Algebra = SetAlgebra<V>;
  using Support = NativeSupport<V>;
  static Set* self(A args) { return args.values[0].as<Set>(); }

  static Value init(VmThread& t, A args) {
    bool plain = args.keyword_count() == 0 ||
                 Support::inherits(t, args.values[0].object()->cls, Kind::Set, Special::new_);
    if (!Support::constructor_args(t, args, "set", 1, plain)) return Value();
    if (Algebra::size(self(args)) != 0) Core::clear(self(args));
    return Support::none_if(args.positional_count() == 1 ||
                            Sets<V>::update(t, self(args), args.values[1]));
  }
  static Value frozen_new(VmThread& t, A args) {
    bool exact = Support::is_exact_class(args.values[0]);
    bool plain =
        args.keyword_count() == 0 ||
        Support::inherits(t, args.values[0].template as<Class>(), Kind::FrozenSet, Special::init);
    if (!Support::constructor_args(t, args, "frozenset", 1, plain)) return Value();
    bool given = args.positional_count() > 1;
    if (exact && given && is_exactly<Kind::FrozenSet>(t, args.values[1]))
      return V::newref(args.values[1]);
    Ref<V> made(Heap<V>::set(t, Kind::FrozenSet));
    if (given && !Sets<V>::update(t, made.template as<Set>(), args.values[1])) return Value();
    return exact ? made.take()
                 : Classes<V>::derive(t, args.values[0].template as<Class>(), made.get());
  }

  static Value add(VmThread& t, A args) {
    return Support::none_if(Sets<V>::add(t, self(args), args.values[1]));
  }
  static Value discard(VmThread& t, A args) {
    return Support::none_if(Sets<V>::discard(t, self(args), args.values[1]) >= 0);
  }
  static Value remove(VmThread& t, A args) {
    int removed = Sets<V>::discard(t, self(args), args.values[1]);
    if (removed > 0) return Value::none();
    return removed < 0 ? Value() : Errors<V>::raise_value(t, Exc::KeyError, args.values[1]);
  }

  // Any element: the next one behind the last that was popped, as CPython.
  static Value pop(VmThread& t, A args) {
    Set* set = self(args);
    if (SharedSet<V>::is_shared(set)) {
      if (Value key = SharedSet<V>::pop(set)) return key;
    } else {
      typename V::OwnGuard guard(set);
      if (set->used != 0) {
        uint64_t at = set->finger & set->mask;
        while (!set_entry_live(set->table[at])) at = at == set->mask ? 0 : at + 1;
        set->finger = static_cast<uint32_t>(at + 1);
        return set_vacate(set, &set->table[at]);
      }
    }
    Ref<V> text(Heap<V>::str(t, "pop from an empty set"));
    return Errors<V>::raise_value(t, Exc::KeyError, text.get());
  }

  static Value clear(VmThread&, A args) {
    Core::clear(self(args));
    return Value::none();
  }
  static Value copy(VmThread& t, A args) {
    Set* set = self(args);
    if (set->kind == Kind::FrozenSet && (set->cls->class_flags & kClassBuiltin))
      return V::newref(Value(set));
    return Value(Core::copy(t, set, set->kind));
  }

  // ---- with any number of iterables
  template <bool (*kStep)(VmThread&, Set*, Value)>
  static Value each_in_place(VmThread& t, A args) {
    for (uint32_t k = 1; k < args.count; ++k) {
      if (!kStep(t, self(args), args.values[k])) return Value();
    }
    return Value::none();
  }
  static bool update_step(VmThread& t, Set* set, Value other) {
    return Sets<V>::update(t, set, other);
  }
  static bool subtract_step(VmThread& t, Set* set, Value other) {
    return Algebra::subtract_from(t, set, other);
  }

  static Value union_(VmThread& t, A args) {
    Ref<V> result(Core::copy(t, self(args), self(args)->kind));
    for (uint32_t k = 1; result && k < args.count; ++k) {
      if (args.values[k] != args.values[0] &&
          !Sets<V>::update(t, result.template as<Set>(), args.values[k]))
        return Value();
    }
    return result.take();
  }
  // op over self and each argument in turn; without one a copy.
  template <Value (*kStep)(VmThread&, Set*, Value)>
  static Value each(VmThread& t, A args) {
    if (args.count == 1) return Value(Core::copy(t, self(args), self(args)->kind));
    Ref<V> result = Ref<V>::share(args.values[0]);
    for (uint32_t k = 1; k < args.count; ++k) {
      Value next = kStep(t, result.template as<Set>(), args.values[k]);
      if (!next) return Value();
      result = Ref<V>(next);
    }
    return result.take();
  }
  static Value intersection_update(VmThread& t, A args) {
    Ref<V> result(each<&Algebra::intersect>(t, args));
    if (!result) return Value();
    Core::swap_contents(self(args), result.template as<Set>());
    return Value::none();
  }
  static Value symmetric_difference(VmThread& t, A args) {
    return Algebra::differ(t, self(args), args.values[1]);
  }
  static Value symmetric_difference_update(VmThread& t, A args) {
    return Support::none_if(Algebra::differ_in(t, self(args), args.values[1]));
  }

  // ---- comparisons with any iterable
  static Ref<V> as_set(VmThread& t, Value v) {
    if (Core::is_set(v)) return Ref<V>::share(v);
    Ref<V> made(Heap<V>::set(t));
    return Sets<V>::update(t, made.template as<Set>(), v) ? std::move(made) : Ref<V>();
  }
  static Value issubset(VmThread& t, A args) {
    Ref<V> other = as_set(t, args.values[1]);
    return other ? Support::from_int(Algebra::is_subset(t, self(args), other.template as<Set>()))
                 : Value();
  }
  static Value issuperset(VmThread& t, A args) {
    Ref<V> other = as_set(t, args.values[1]);
    return other ? Support::from_int(Algebra::is_subset(t, other.template as<Set>(), self(args)))
                 : Value();
  }
  static Value isdisjoint(VmThread& t, A args) {
    return Support::from_int(Algebra::is_disjoint(t, self(args), args.values[1]));
  }
};

template <class V>
void Sets<V>::create(VmThread& t) {
  using M = SetMethods<V>;
  static const NativeDef kBoth[] = {
      {"copy", M::copy, 0, 0, kNativeMethod},
      {"union", M::union_, 0, -1, kNativeMethod},
      {"intersection", M::template each<&M::Algebra::intersect>, 0, -1, kNativeMethod},
      {"difference", M::template each<&M::Algebra::subtract>, 0, -1, kNativeMethod},
      {"symmetric_difference", M::symmetric_difference, 1, 1, kNativeMethod},
      {"issubset", M::issubset, 1, 1, kNativeMethod},
      {"issuperset", M::issuperset, 1, 1, kNativeMethod},
      {"isdisjoint", M::isdisjoint, 1, 1, kNativeMethod},
  };
  static const NativeDef kSet[] = {
      {"__init__", M::init, 0, -1, kNativeMethod | kNativeKeywords},
      {"add", M::add, 1, 1, kNativeMethod},
      {"discard", M::discard, 1, 1, kNativeMethod},
      {"remove", M::remove, 1, 1, kNativeMethod},
      {"pop", M::pop, 0, 0, kNativeMethod},
      {"clear", M::clear, 0, 0, kNativeMethod},
      {"update", M::template each_in_place<&M::update_step>, 0, -1, kNativeMethod},
      {"difference_update", M::template each_in_place<&M::subtract_step>, 0, -1, kNativeMethod},
      {"intersection_update", M::intersection_update, 0, -1, kNativeMethod},
      {"symmetric_difference_update", M::symmetric_difference_update, 1, 1, kNativeMethod},
  };
  static const NativeDef kFrozen[] = {
      {"__new__", M::frozen_new, 1, -1, kNativeStatic | kNativeKeywords}};
  NativeSupport<V>::add(t, Kind::Set, kBoth);
  NativeSupport<V>::add(t, Kind::FrozenSet, kBoth);
  NativeSupport<V>::add(t, Kind::Set, kSet);
  NativeSupport<V>::add(t, Kind::FrozenSet, kFrozen);
}

}  // namespace gilsim
