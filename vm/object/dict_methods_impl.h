// What: the methods of dict and of its views.
// Threads: any; each method that does not call back is atomic.
// Not here: special methods (builtin_slots_impl.h), set operations of views (by_kind_sets_impl.h).
#pragma once

#include "vm/object/by_kind_iteration_impl.h"
#include "vm/object/dict_impl.h"
#include "vm/object/native_support.h"

namespace gilsim {

template <class V>
struct DictMethods {
  using A = const NativeArgs&;
  using Core = DictCore<V>;
  using Support = NativeSupport<V>;
  static Dict* self(A args) { return args.values[0].as<Dict>(); }

  // dict(...) and update(...): one mapping or sequence of pairs, then keywords.
  static Value fill(VmThread& t, A args, const char* name) {
    if (!Support::constructor_args(t, args, name, 1, false)) return Value();
    Dict* dict = self(args);
    uint32_t positional = args.positional_count();
    if (positional > 1 && !merge(t, dict, args.values[1])) return Value();
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      if (!Dicts<V>::set(t, dict, args.names->items[k], args.values[positional + k]))
        return Value();
    }
    return Value::none();
  }
  static bool merge(VmThread& t, Dict* dict, Value other) {
    return Dicts<V>::update(t, dict, other);
  }
  static Value init(VmThread& t, A args) { return fill(t, args, "dict"); }
  static Value update(VmThread& t, A args) { return fill(t, args, "update"); }

  static Value get(VmThread& t, A args) {
    bool error = false;
    Value v = Dicts<V>::get(t, self(args), args.values[1], error);
    if (v || error) return v;
    return args.count > 2 ? V::newref(args.values[2]) : Value::none();
  }

  static Value setdefault(VmThread& t, A args) {
    Value fallback = args.count > 2 ? args.values[2] : Value::none();
    int64_t hash;
    if (!Keys<V>::hash(t, args.values[1], hash)) return Value();
    return Core::setdefault(t, self(args), args.values[1], hash, fallback);
  }

  static Value pop(VmThread& t, A args) {
    bool error = false;
    // As CPython, an empty dict does not ask for the key's hash.
    bool empty = Core::size(self(args)) == 0;
    Value v = empty ? Value() : Dicts<V>::pop(t, self(args), args.values[1], error);
    if (v || error) return v;
    return args.count > 2 ? V::newref(args.values[2])
                          : Errors<V>::raise_value(t, Exc::KeyError, args.values[1]);
  }

  static Value popitem(VmThread& t, A args) {
    Dict* dict = self(args);
    DictEntry last{0, Value(), Value()};
    if (!Core::remove_last(t, dict, last.key, last.value)) {
      Ref<V> text(Heap<V>::str(t, "popitem(): dictionary is empty"));
      return Errors<V>::raise_value(t, Exc::KeyError, text.get());
    }
    Tuple* pair = Heap<V>::tuple(t, 2);
    pair->items[0] = last.key;
    pair->items[1] = last.value;
    return Value(pair);
  }

  static Value clear(VmThread& t, A args) {
    Dicts<V>::clear(t, self(args));
    return Value::none();
  }
  static Value copy(VmThread& t, A args) { return Value(Dicts<V>::copy(t, self(args))); }

  // dict.fromkeys(iterable, value=None), through the class's own __setitem__ if it is not dict.
  static Value fromkeys(VmThread& t, A args) {
    Value value = args.count > 2 ? args.values[2] : Value::none();
    Class* cls = args.values[0].as<Class>();
    bool plain = (cls->class_flags & kClassBuiltin) != 0;
    Ref<V> result(plain ? Value(Heap<V>::dict(t)) : Protocol<V>::call(t, args.values[0], {}));
    if (!result) return Value();
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, args.values[1]));
    if (!iterator) return Value();
    for (uint64_t n = 1;; ++n) {
      Value item = iterator_step_inline<V>(iterator.get());
      Ref<V> key(item ? item : Protocol<V>::next(t, iterator.get()));
      if (!key) return t.pending ? Value() : result.take();
      bool good = plain ? Dicts<V>::set(t, result.template as<Dict>(), key.get(), value)
                        : Protocol<V>::set_item(t, result.get(), key.get(), value);
      if (!good || !Protocol<V>::within_memory(t, n)) return Value();
    }
  }

  static Value sizeof_(VmThread& t, A args) {
    Dict* dict = self(args);
    if (V::is_published(dict))
      return Heap<V>::integer(t, static_cast<int64_t>(SharedDict<V>::bytes(dict)));
    typename V::Guard guard(dict);
    return Heap<V>::integer(
        t, static_cast<int64_t>(sizeof(Dict) +
                                dict_slots(dict) * (sizeof(int32_t) + sizeof(DictEntry) * 2 / 3)));
  }

  // ---- views
  template <Kind kKind>
  static Value view(VmThread& t, A args) {
    auto* v = Heap<V>::template make<DictView>(t, kKind);
    v->dict = V::newref(self(args));
    Heap<V>::track_immutable(t, v);
    return Value(v);
  }
  static Value reversed(VmThread& t, A args) {
    return Iteration<V>::dict_iterator(t, self(args), Kind::DictView, true);
  }
  static Value view_reversed(VmThread& t, A args) {
    return Iteration<V>::dict_iterator(t, args.values[0].as<DictView>()->dict,
                                       args.values[0].object()->kind, true);
  }
  static Value isdisjoint(VmThread& t, A args) {
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, args.values[1]));
    if (!iterator) return Value();
    for (;;) {
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) return t.pending ? Value() : Value::true_();
      int in = Protocol<V>::contains(t, args.values[0], item.get());
      if (in != 0) return in < 0 ? Value() : Value::false_();
    }
  }
  static Value mapping(VmThread&, A args) {
    return V::newref(Value(args.values[0].as<DictView>()->dict));
  }
};

template <class V>
void Dicts<V>::create(VmThread& t) {
  using M = DictMethods<V>;
  using Support = NativeSupport<V>;
  static const NativeDef kDict[] = {
      {"__init__", M::init, 0, -1, kNativeMethod | kNativeKeywords},
      {"get", M::get, 1, 2, kNativeMethod},
      {"setdefault", M::setdefault, 1, 2, kNativeMethod},
      {"pop", M::pop, 1, 2, kNativeMethod},
      {"popitem", M::popitem, 0, 0, kNativeMethod},
      {"keys", M::template view<Kind::DictView>, 0, 0, kNativeMethod},
      {"values", M::template view<Kind::DictValues>, 0, 0, kNativeMethod},
      {"items", M::template view<Kind::DictItems>, 0, 0, kNativeMethod},
      {"update", M::update, 0, -1, kNativeMethod | kNativeKeywords},
      {"clear", M::clear, 0, 0, kNativeMethod},
      {"copy", M::copy, 0, 0, kNativeMethod},
      {"fromkeys", M::fromkeys, 1, 2, kNativeClassMethod},
      {"__reversed__", M::reversed, 0, 0, kNativeMethod},
      {"__sizeof__", M::sizeof_, 0, 0, kNativeMethod},
  };
  static const NativeDef kView[] = {
      {"__reversed__", M::view_reversed, 0, 0, kNativeMethod},
      {"isdisjoint", M::isdisjoint, 1, 1, kNativeMethod},
  };
  static const GetSetDef kViewAttributes[] = {{{"mapping", M::mapping, 0, 0, kNativeMethod}, {}}};
  Support::add(t, Kind::Dict, kDict);
  for (Kind kind : {Kind::DictView, Kind::DictItems}) Support::add(t, kind, kView);
  Classes<V>::add_methods(t, t.isolate->classes[static_cast<int>(Kind::DictValues)], kView, 1);
  for (Kind kind : {Kind::DictView, Kind::DictValues, Kind::DictItems})
    Support::add_attributes(t, kind, kViewAttributes);
}

}  // namespace gilsim
