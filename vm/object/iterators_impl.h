// What: the classes of iterators that programs make by name: reversed, enumerate, zip, map, filter;
//   and what range and slice offer.
// Threads: any; construction only.
// Not here: stepping (by_kind_iteration_impl.h).
#pragma once

#include "vm/object/by_kind_iteration_impl.h"
#include "vm/object/native_support.h"
#include "vm/object/range_impl.h"

namespace gilsim {

template <class V>
struct IteratorMethods {
  using A = const NativeArgs&;
  using Support = NativeSupport<V>;

  template <class T>
  static T* allocate(VmThread& t, A args) {
    return static_cast<T*>(
        Classes<V>::allocate_with_attrs(t, args.values[0].template as<Class>(), sizeof(T)));
  }
  template <class T>
  static Value finish(VmThread& t, T* object) {
    if (object->flags & kHasAttrs)
      Heap<V>::track(t, object);
    else
      Heap<V>::track_immutable(t, object);
    return Value(object);
  }
  static bool is_exact(A args) { return Support::is_exact_class(args.values[0]); }
  static bool no_keywords(VmThread& t, A args, const char* name) {
    if (args.keyword_count() == 0 || !is_exact(args)) return true;
    Errors<V>::type_error(t, message({name, "() takes no keyword arguments"}));
    return false;
  }

  static Value enumerate_new(VmThread& t, A args) {
    Value out[2];
    if (args.count == 1)
      return Errors<V>::type_error(t, "enumerate() missing required argument 'iterable'");
    if (!bind_arguments<V>(t, "enumerate", Support::rest(args), {"iterable", "start"}, 1, out))
      return Value();
    Ref<V> start(out[1] ? Protocol<V>::to_index(t, out[1]) : Heap<V>::integer(t, int64_t{0}));
    if (!start) return Value();
    Ref<V> iterator(Protocol<V>::iterate(t, out[0]));
    if (!iterator) return Value();
    auto* e = allocate<Enumerate>(t, args);
    e->iterator = iterator.take();
    e->index = start.take();
    return finish(t, e);
  }

  // An iterator for each of values[from .. to). Owned tuple or null.
  static Tuple* iterators_of(VmThread& t, A args, uint32_t from, uint32_t to) {
    Ref<V> iterators(Heap<V>::tuple(t, to - from));
    for (uint32_t k = from; k < to; ++k) {
      Value iterator = Protocol<V>::iterate(t, args.values[k]);
      if (!iterator) return nullptr;
      iterators.template as<Tuple>()->items[k - from] = iterator;
    }
    return iterators.take().template as<Tuple>();
  }

  static Value zip_new(VmThread& t, A args) {
    Value strict;
    uint32_t positional = args.positional_count();
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      std::string_view name = args.names->items[k].template as<Str>()->view();
      if (name == "strict")
        strict = args.values[positional + k];
      else if (is_exact(args))
        return Errors<V>::type_error(
            t, message({"'", name, "' is an invalid keyword argument for zip()"}));
    }
    int is_strict = strict ? Protocol<V>::truth(t, strict) : 0;
    if (is_strict < 0) return Value();
    Tuple* iterators = iterators_of(t, args, 1, positional);
    if (!iterators) return Value();
    auto* zip = allocate<Zip>(t, args);
    zip->iterators = iterators;
    zip->strict = is_strict == 1;
    return finish(t, zip);
  }

  static Value map_new(VmThread& t, A args) {
    if (!no_keywords(t, args, "map")) return Value();
    uint32_t positional = args.positional_count();
    if (positional < 3) return Errors<V>::type_error(t, "map() must have at least two arguments.");
    Tuple* iterators = iterators_of(t, args, 2, positional);
    return iterators ? make_map(t, args, iterators) : Value();
  }
  static Value make_map(VmThread& t, A args, Tuple* iterators) {
    auto* map = allocate<MapIterator>(t, args);
    map->function = V::newref(args.values[1]);
    map->iterators = iterators;
    return finish(t, map);
  }
  static Value filter_new(VmThread& t, A args) {
    if (!no_keywords(t, args, "filter")) return Value();
    uint32_t positional = args.positional_count();
    if (positional != 3) {
      return Errors<V>::type_error(
          t, message({"filter expected 2 arguments, got ", std::to_string(positional - 1)}));
    }
    Tuple* iterators = iterators_of(t, args, 2, positional);
    return iterators ? make_map(t, args, iterators) : Value();
  }

  static Value reversed_new(VmThread& t, A args) {
    Value sequence = args.values[1];
    Value method = Classes<V>::special(t, Classes<V>::class_of(t, sequence), Special::reversed);
    bool able = method.is_null();
    if (!able && !method.is_none()) {
      bool found = false;
      return Classes<V>::call_special(t, sequence, Special::reversed, {}, found);
    }
    Kind kind = layout_of(sequence);
    able = able && kind != Kind::Dict &&
           (kind == Kind::Bytes || kind == Kind::ByteArray ||
            Classes<V>::has_special(t, sequence, Special::getitem));
    if (!able) {
      return Errors<V>::type_error(
          t, message({"'", Classes<V>::class_name(t, sequence), "' object is not reversible"}));
    }
    int64_t size = Protocol<V>::length(t, sequence);
    return size < 0 ? Value()
                    : Iteration<V>::index_iterator(t, Kind::ReverseIterator, sequence, size - 1);
  }

  // ---- __length_hint__ of what knows its rest
  static Value length_hint(VmThread& t, A args) {
    Object* o = args.values[0].object();
    int64_t rest = 0;
    if (o->kind == Kind::RangeIterator) {
      typename V::Guard guard(o);
      rest = static_cast<int64_t>(static_cast<RangeIterator*>(o)->remaining);
    } else if (o->kind == Kind::DictIterator) {
      typename V::Guard guard(o);
      auto* iterator = static_cast<DictIterator*>(o);
      rest = iterator->dict ? iterator->remaining : 0;
    } else {
      rest = index_rest(t, static_cast<IndexIterator*>(o));
    }
    return rest < 0 && t.pending ? Value() : Heap<V>::integer(t, std::max<int64_t>(rest, 0));
  }
  static int64_t index_rest(VmThread& t, IndexIterator* iterator) {
    Ref<V> sequence;
    int64_t index;
    {
      typename V::Guard guard(iterator);
      index = iterator->index;
      sequence = Ref<V>::share(iterator->object);
    }
    if (!sequence) return 0;
    if (iterator->kind == Kind::ReverseIterator) return index + 1;
    int64_t size = Protocol<V>::length(t, sequence.get());
    return size < 0 ? -1 : size - index;
  }
};

template <class V>
void Iterators<V>::create(VmThread& t) {
  using M = IteratorMethods<V>;
  using Support = NativeSupport<V>;
  static const NativeDef kEnumerate[] = {
      {"__new__", M::enumerate_new, 1, 3, kNativeStatic | kNativeKeywords}};
  static const NativeDef kZip[] = {{"__new__", M::zip_new, 1, -1, kNativeStatic | kNativeKeywords}};
  static const NativeDef kMap[] = {{"__new__", M::map_new, 1, -1, kNativeStatic | kNativeKeywords}};
  static const NativeDef kFilter[] = {
      {"__new__", M::filter_new, 1, -1, kNativeStatic | kNativeKeywords}};
  static const NativeDef kReversed[] = {{"__new__", M::reversed_new, 2, 2, kNativeStatic}};
  static const NativeDef kHint[] = {{"__length_hint__", M::length_hint, 0, 0, kNativeMethod}};
  Support::add(t, Kind::Enumerate, kEnumerate);
  Support::add(t, Kind::Zip, kZip);
  Support::add(t, Kind::Map, kMap);
  Support::add(t, Kind::Filter, kFilter);
  Support::add(t, Kind::ReverseIterator, kReversed);
  for (Kind kind : {Kind::RangeIterator, Kind::DictIterator, Kind::ListIterator,
                    Kind::TupleIterator, Kind::ReverseIterator}) {
    Support::add(t, kind, kHint);
  }
  RangeMethods<V>::create(t);
}

}  // namespace gilsim
