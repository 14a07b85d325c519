// What: the class deque and the classes of its iterators, made when collections is imported.
// Threads: any; append, appendleft, pop, popleft, insert, rotate, reverse, clear are one step each;
//   what compares items asks about one after the other.
// Not here: the ring (deque_impl.h), special methods by layout (builtin_slots_impl.h).
#pragma once

#include "vm/object/builtin_slots_impl.h"
#include "vm/object/deque_impl.h"

namespace gilsim {

template <class V>
struct DequeMethods {
  using A = const NativeArgs&;
  using Ring = DequeRing<V>;
  using Search = DequeSearch<V>;
  using Support = NativeSupport<V>;
  using Guard = typename V::Guard;
  static Deque* self(A args) { return args.values[0].as<Deque>(); }

  static Value init(VmThread& t, A args) {
    Value out[2];
    int64_t bound = -1;
    if (!bind_arguments<V>(t, "deque", Support::rest(args), {"iterable", "maxlen"}, 0, out))
      return Value();
    if (out[1] && !out[1].is_none()) {
      if (!Numbers<V>::is_int(out[1])) return Errors<V>::type_error(t, "an integer is required");
      if (!Protocol<V>::size_of(t, out[1], bound)) return Value();
      if (bound < 0) return Errors<V>::value_error(t, "maxlen must be non-negative");
    }
    Deque* d = self(args);
    {
      Guard guard(d);
      d->max_size = bound;
    }
    Ring::clear(d);
    return Support::none_if(!out[0] || Deques<V>::extend(t, d, out[0], false));
  }

  static Value append(VmThread&, A args) {
    Deques<V>::add(self(args), args.values[1], false);
    return Value::none();
  }
  static Value append_left(VmThread&, A args) {
    Deques<V>::add(self(args), args.values[1], true);
    return Value::none();
  }
  static Value pop_at(VmThread& t, A args, bool front) {
    Value item = Ring::pop(self(args), front);
    return item ? item : Errors<V>::raise(t, Exc::IndexError, "pop from an empty deque");
  }
  static Value pop(VmThread& t, A args) { return pop_at(t, args, false); }
  static Value pop_left(VmThread& t, A args) { return pop_at(t, args, true); }
  static Value extend(VmThread& t, A args) {
    return Support::none_if(Deques<V>::extend(t, self(args), args.values[1], false));
  }
  static Value extend_left(VmThread& t, A args) {
    return Support::none_if(Deques<V>::extend(t, self(args), args.values[1], true));
  }
  static Value clear(VmThread&, A args) {
    Ring::clear(self(args));
    return Value::none();
  }

  static Value rotate(VmThread& t, A args) {
    int64_t n = 1;
    if (args.count > 1 && !Tools<V>::size_argument(t, args.values[1], n)) return Value();
    Deque* d = self(args);
    Guard guard(d);
    auto size = static_cast<int64_t>(d->size);
    if (size < 2) return Value::none();
    n %= size;
    if (n < 0) n += size;
    if (n == 0) return Value::none();
    ++d->changes;
    Ring::turn(d, static_cast<uint64_t>(n));
    V::P::work(Cost::NativeByte, std::min(n, size - n));
    return Value::none();
  }
  static Value reverse(VmThread&, A args) {
    Deque* d = self(args);
    Guard guard(d);
    for (uint64_t k = 0; k < d->size / 2; ++k)
      std::swap(Ring::slot(d, k), Ring::slot(d, d->size - 1 - k));
    V::P::work(Cost::NativeByte, static_cast<int64_t>(d->size));
    return Value::none();
  }
  static Value insert(VmThread& t, A args) {
    int64_t at;
    if (!Tools<V>::size_argument(t, args.values[1], at)) return Value();
    Deque* d = self(args);
    Value item = args.values[2];
    V::publish_for(d, item);
    V::incref(item);
    bool full;
    {
      Guard guard(d);
      auto size = static_cast<int64_t>(d->size);
      full = size == d->max_size;
      if (at < 0) at = std::max<int64_t>(at + size, 0);
      if (!full) Ring::insert(d, static_cast<uint64_t>(std::min(at, size)), item);
    }
    if (!full) return Value::none();
    V::decref(item);
    return Errors<V>::raise(t, Exc::IndexError, "deque already at its maximum size");
  }

  static Value not_there(VmThread& t, Value value) {
    Ref<V> text(Protocol<V>::repr(t, value));
    if (!text) return Value();
    return Errors<V>::value_error(t,
                                  message({text.template as<Str>()->view(), " is not in deque"}));
  }
  static Value index(VmThread& t, A args) {
    int64_t start = 0, stop = INT64_MAX;
    if (!Support::bound(t, args, 2, start) || !Support::bound(t, args, 3, stop)) return Value();
    auto found = Search::find(t, self(args), args.values[1], Search::kContained, start, stop);
    if (found.count < 0) return Value();
    return found.count ? Heap<V>::integer(t, found.place) : not_there(t, args.values[1]);
  }
  static Value remove(VmThread& t, A args) {
    Deque* d = self(args);
    for (;;) {
      auto found =
          Search::find(t, d, args.values[1], Search::kFirst, 0, INT64_MAX, Exc::IndexError);
      if (found.count < 0) return Value();
      if (found.count == 0) return not_there(t, args.values[1]);
      Ref<V> old;
      Guard guard(d);
      if (d->changes != found.changes) continue;  // by another thread, since the last comparison
      old = Ref<V>(Ring::remove(d, static_cast<uint64_t>(found.place)));
      return Value::none();
    }
  }
  static Value count(VmThread& t, A args) {
    auto found = Search::find(t, self(args), args.values[1], Search::kAll);
    return found.count < 0 ? Value() : Heap<V>::integer(t, found.count);
  }

  static Value copy(VmThread& t, A args) {
    return DequeCopies<V>::like(t, self(args), args.values[0]);
  }
  static Value reversed(VmThread& t, A args) {
    return Ring::iterator(t, t.isolate->deque_iterators[1], self(args), Ring::template step<true>);
  }
  static Value max_size(VmThread& t, A args) {
    int64_t bound = self(args)->max_size;
    return bound < 0 ? Value::none() : Heap<V>::integer(t, bound);
  }
  // How copies are made: (class, arguments, attributes, items).
  static Value reduce(VmThread& t, A args) {
    Ref<V> bound(max_size(t, args)), empty(Heap<V>::tuple(t, size_t{0}));
    Ref<V> made_of(bound.get().is_none() ? V::newref(empty.get())
                                         : Value(Heap<V>::tuple(t, {empty.get(), bound.get()})));
    Ref<V> state(Classes<V>::get_attr_optional(
        t, args.values[0], t.isolate->specials[static_cast<int>(Special::dict)]));
    if (t.pending) return Value();
    Ref<V> items(Protocol<V>::iterate(t, args.values[0]));
    if (!items) return Value();
    bool bare = !state || Protocol<V>::truth(t, state.get()) == 0;
    return Value(Heap<V>::tuple(t, {Value(self(args)->cls), made_of.get(),
                                    bare ? Value::none() : state.get(), items.get()}));
  }

  // ---- of its iterators
  template <bool kReversed>
  static Value iterator_new(VmThread& t, A args) {
    Value v = args.values[1];
    if (!v.is_object() || v.object()->kind != Kind::Deque) {
      return Errors<V>::type_error(
          t, message({"argument must be collections.deque, not ", Classes<V>::class_name(t, v)}));
    }
    return Ring::iterator(t, args.values[0].template as<Class>(), v.as<Deque>(),
                          Ring::template step<kReversed>);
  }
  static Value hint(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    Guard guard(it);
    return Heap<V>::integer(t, std::max<int64_t>(it->numbers[1] - it->numbers[0], 0));
  }

  static void create_iterators(VmThread& t, Module* module) {
    static const NativeDef kForward[] = {
        {"__new__", iterator_new<false>, 2, 2, kNativeStatic},
        {"__length_hint__", hint, 0, 0, kNativeMethod},
    };
    static const NativeDef kBackward[] = {
        {"__new__", iterator_new<true>, 2, 2, kNativeStatic},
        {"__length_hint__", hint, 0, 0, kNativeMethod},
    };
    t.isolate->deque_iterators[0] = Tools<V>::add_class(t, module, "_collections._deque_iterator",
                                                        kForward, std::size(kForward));
    t.isolate->deque_iterators[1] = Tools<V>::add_class(
        t, module, "_collections._deque_reverse_iterator", kBackward, std::size(kBackward));
  }
  static void create(VmThread& t, Module* module) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef kMethods[] = {
        {"__init__", init, 0, -1, m | kNativeKeywords},
        {"append", append, 1, 1, m},
        {"appendleft", append_left, 1, 1, m},
        {"pop", pop, 0, 0, m},
        {"popleft", pop_left, 0, 0, m},
        {"extend", extend, 1, 1, m},
        {"extendleft", extend_left, 1, 1, m},
        {"clear", clear, 0, 0, m},
        {"rotate", rotate, 0, 1, m},
        {"reverse", reverse, 0, 0, m},
        {"insert", insert, 2, 2, m},
        {"index", index, 1, 3, m},
        {"remove", remove, 1, 1, m},
        {"count", count, 1, 1, m},
        {"copy", copy, 0, 0, m},
        {"__copy__", copy, 0, 0, m},
        {"__reversed__", reversed, 0, 0, m},
        {"__reduce__", reduce, 0, 0, m},
        {"__class_getitem__", GenericAliases<V>::class_getitem, 1, 1, kNativeClassMethod},
    };
    static const GetSetDef kAttributes[] = {{{"maxlen", max_size, 0, 0, m}, {}}};
    create_iterators(t, module);
    Class* c = t.isolate->classes[static_cast<int>(Kind::Deque)];
    Ref<V> name(Heap<V>::intern(t, "collections"));
    Str* key = t.isolate->specials[static_cast<int>(Special::module)];
    Dicts<V>::set_str(t, c->dict, key, name.get());
    Classes<V>::add_attributes(t, c, kAttributes, std::size(kAttributes));
    Tools<V>::add_slots(t, c,
                        {Special::len, Special::getitem, Special::setitem, Special::delitem,
                         Special::contains, Special::iter, Special::repr, Special::add,
                         Special::iadd, Special::mul, Special::rmul, Special::imul, Special::lt,
                         Special::le, Special::eq, Special::ne, Special::gt, Special::ge});
    BuiltinSlots<V>::make_unhashable(t, Kind::Deque);
    Classes<V>::add_methods(t, c, kMethods, std::size(kMethods));
    Tools<V>::export_class(t, module, c);
  }
};

}  // namespace gilsim
