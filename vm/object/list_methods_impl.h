// What: the methods of list and tuple.
// Threads: any; each method is atomic, but for those that compare, which see one item after the
//   other.
// Not here: special methods (builtin_slots_impl.h), sorting (sort_impl.h).
#pragma once

#include "vm/object/native_support.h"
#include "vm/object/heap_queue_impl.h"
#include "vm/object/sort_impl.h"
#include "vm/object/tuple_impl.h"

namespace gilsim {

template <class V>
struct ListMethods {
  using A = const NativeArgs&;
  using Core = ListCore<V>;
  using Support = NativeSupport<V>;
  static List* self(A args) { return args.values[0].as<List>(); }

  static Value init(VmThread& t, A args) {
    bool plain = args.keyword_count() == 0 ||
                 Support::inherits(t, args.values[0].object()->cls, Kind::List, Special::new_);
    if (!Support::constructor_args(t, args, "list", 1, plain)) return Value();
    List* list = self(args);
    OwnedValues<V> old;
    if (Core::size(list) != 0) take_all(list, old);
    return Support::none_if(args.positional_count() == 1 ||
                            Lists<V>::extend(t, list, args.values[1]));
  }
  static void take_all(List* list, OwnedValues<V>& old) {
    old.taken_from(list);
    Core::change(list, [&](List* work) {
      old.forget();
      Core::cut(work, 0, work->size, old);
    });
  }

  static Value append(VmThread& t, A args) {
    return Support::none_if(Lists<V>::append(t, self(args), args.values[1]));
  }
  static Value extend(VmThread& t, A args) {
    return Support::none_if(Lists<V>::extend(t, self(args), args.values[1]));
  }

  static Value insert(VmThread& t, A args) {
    int64_t index;
    if (!Protocol<V>::size_of(t, args.values[1], index)) return Value();
    Core::insert(self(args), index, args.values[2]);
    V::P::work(Cost::NativeByte, static_cast<int64_t>(Core::size(self(args))));
    return Value::none();
  }

  // Removes an item; owned; null: out of range.
  static Value take_at(List* list, int64_t index) {
    if (index == -1) {
      if (V::is_published(list)) return SharedList<V>::pop(list);
      typename V::OwnGuard guard(list);
      if (list->size == 0) return Value();
      Value last = list->items[--list->size];
      if (list->size * 2 < list->capacity + list->front) Core::shrink(list);
      return last;
    }
    Value item;
    Core::change(list, [&](List* work) {
      auto size = static_cast<int64_t>(work->size);
      int64_t at = index < 0 ? index + size : index;
      item = Value();
      if (at < 0 || at >= size) return;
      if (at == 0) {
        item = Core::take_first(work);
        return;
      }
      item = work->items[at];
      std::copy(work->items + at + 1, work->items + size, work->items + at);
      --work->size;
      Core::shrink(work);
    });
    if (item && V::is_published(list)) {
      V::incref(item);
      SharedMemory<V>::retire(item);
    }
    return item;
  }
  static Value pop(VmThread& t, A args) {
    int64_t index = -1;
    if (args.count > 1) {
      if (args.values[1].is_int())
        index = args.values[1].as_int();
      else if (!Protocol<V>::size_of(t, args.values[1], index))
        return Value();
    }
    Value item = take_at(self(args), index);
    if (item) return item;
    return Errors<V>::raise(
        t, Exc::IndexError,
        Core::size(self(args)) == 0 ? "pop from empty list" : "pop index out of range");
  }

  static Value clear(VmThread&, A args) {
    OwnedValues<V> old;
    take_all(self(args), old);
    return Value::none();
  }

  // Compares one item after the other; the item found is removed if it is still at its place.
  static Value remove(VmThread& t, A args) {
    List* list = self(args);
    for (uint64_t k = 0;; ++k) {
      Ref<V> item(Core::at(list, k));
      if (!item) return Errors<V>::value_error(t, "list.remove(x): x not in list");
      int equal = Protocol<V>::equal(t, item.get(), args.values[1]);
      if (equal < 0) return Value();
      if (equal == 0) continue;
      OwnedValues<V> old;
      old.taken_from(list);
      bool moved = false;
      Core::change(list, [&](List* work) {
        old.forget();
        // Another thread has moved or removed it: what stands there now may be anything.
        moved = V::kParallel && (k >= work->size || work->items[k] != item.get());
        if (!moved && k < work->size) Core::cut(work, k, 1, old);
      });
      if (!moved) return Value::none();
      k = ~uint64_t{0};
    }
  }

  // Of list or tuple.
  static Value item_at(Value sequence, uint64_t k) {
    if (sequence.object()->kind == Kind::List) return Core::at(sequence.as<List>(), k);
    return k < sequence.as<Tuple>()->size ? V::newref(sequence.as<Tuple>()->items[k]) : Value();
  }
  static uint64_t size_of(Value sequence) {
    return sequence.object()->kind == Kind::List ? Core::size(sequence.as<List>())
                                                 : sequence.as<Tuple>()->size;
  }

  static Value index(VmThread& t, A args) {
    Value sequence = args.values[0];
    int64_t start = 0, stop = INT64_MAX;
    if (!Support::bound(t, args, 2, start) || !Support::bound(t, args, 3, stop)) return Value();
    Support::clamp(static_cast<int64_t>(size_of(sequence)), start, stop);
    for (int64_t k = start; k < stop; ++k) {
      Ref<V> item(item_at(sequence, static_cast<uint64_t>(k)));
      if (!item) break;
      int equal = Protocol<V>::equal(t, item.get(), args.values[1]);
      if (equal < 0) return Value();
      if (equal == 1) return Heap<V>::integer(t, k);
    }
    if (sequence.object()->kind == Kind::Tuple)
      return Errors<V>::value_error(t, "tuple.index(x): x not in tuple");
    Str* text = Protocol<V>::repr(t, args.values[1]);
    if (!text) return Value();
    Ref<V> held(text);
    return Errors<V>::value_error(t, message({text->view(), " is not in list"}));
  }

  static Value count(VmThread& t, A args) {
    int64_t n = 0;
    for (uint64_t k = 0;; ++k) {
      Ref<V> item(item_at(args.values[0], k));
      if (!item) return Heap<V>::integer(t, n);
      int equal = Protocol<V>::equal(t, item.get(), args.values[1]);
      if (equal < 0) return Value();
      n += equal;
    }
  }

  static Value reverse(VmThread&, A args) {
    List* list = self(args);
    Core::change(list, [](List* work) {
      std::reverse(work->items, work->items + work->size);
      V::P::work(Cost::NativeByte, static_cast<int64_t>(work->size));
    });
    return Value::none();
  }

  static Value copy(VmThread& t, A args) { return Value(Core::copy(t, args.values[0])); }

  static Value sort(VmThread& t, A args) {
    Value out[2];
    if (args.count > 3)
      return Errors<V>::type_error(
          t, message({"sort() takes at most 2 ", args.positional_count() == 1 ? "keyword " : "",
                      "arguments (", std::to_string(args.count - 1), " given)"}));
    if (args.positional_count() > 1)
      return Errors<V>::type_error(t, "sort() takes no positional arguments");
    if (!bind_arguments<V>(t, "sort", Support::rest(args), {"$key", "$reverse"}, 0, out))
      return Value();
    int reverse = out[1] ? Protocol<V>::truth(t, out[1]) : 0;
    return Support::none_if(reverse >= 0 && Lists<V>::sort(t, self(args), out[0], reverse == 1));
  }

  static Value reversed(VmThread& t, A args) {
    auto* iterator = Heap<V>::template make<IndexIterator>(t, Kind::ReverseIterator);
    iterator->object = V::newref(args.values[0]);
    iterator->index = static_cast<int64_t>(size_of(args.values[0])) - 1;
    Heap<V>::track_immutable(t, iterator);
    return Value(iterator);
  }

  // ---- tuple
  static Value tuple_new(VmThread& t, A args) {
    bool plain =
        args.keyword_count() == 0 ||
        Support::inherits(t, args.values[0].template as<Class>(), Kind::Tuple, Special::init);
    if (!Support::constructor_args(t, args, "tuple", 1, plain)) return Value();
    Ref<V> base(args.positional_count() == 1 ? V::newref(t.isolate->empty_tuple)
                                             : Protocol<V>::to_tuple(t, args.values[1]));
    if (!base) return Value();
    // An instance of a subclass becomes a plain tuple.
    if (!(base.get().object()->cls->class_flags & kClassBuiltin)) {
      OwnedValues<V> items;
      Core::snapshot(base.get(), items);
      base = Ref<V>(Core::tuple_from_items(t, items));
    }
    return Classes<V>::derive(t, args.values[0].template as<Class>(), base.get());
  }
  static Value tuple_getnewargs(VmThread& t, A args) {
    OwnedValues<V> items;
    Core::snapshot(args.values[0], items);
    Ref<V> plain(Core::tuple_from_items(t, items));
    return Value(Heap<V>::tuple(t, {plain.get()}));
  }
};

template <class V>
Value Lists<V>::pop_last(VmThread&, List* list) {
  return ListMethods<V>::take_at(list, -1);
}

template <class V>
void Lists<V>::create(VmThread& t) {
  using M = ListMethods<V>;
  static const NativeDef kList[] = {
      {"__init__", M::init, 0, -1, kNativeMethod | kNativeKeywords},
      {"append", M::append, 1, 1, kNativeMethod | kNativeAppend},
      {"extend", M::extend, 1, 1, kNativeMethod},
      {"insert", M::insert, 2, 2, kNativeMethod},
      {"pop", M::pop, 0, 1, kNativeMethod},
      {"remove", M::remove, 1, 1, kNativeMethod},
      {"clear", M::clear, 0, 0, kNativeMethod},
      {"index", M::index, 1, 3, kNativeMethod},
      {"count", M::count, 1, 1, kNativeMethod},
      {"reverse", M::reverse, 0, 0, kNativeMethod},
      {"copy", M::copy, 0, 0, kNativeMethod},
      {"sort", M::sort, 0, -1, kNativeMethod | kNativeKeywords},
      {"__reversed__", M::reversed, 0, 0, kNativeMethod},
  };
  static const NativeDef kTuple[] = {
      {"__new__", M::tuple_new, 1, -1, kNativeStatic | kNativeKeywords},
      {"index", M::index, 1, 3, kNativeMethod},
      {"count", M::count, 1, 1, kNativeMethod},
      {"__getnewargs__", M::tuple_getnewargs, 0, 0, kNativeMethod},
  };
  NativeSupport<V>::add(t, Kind::List, kList);
  NativeSupport<V>::add(t, Kind::Tuple, kTuple);
}

}  // namespace gilsim
