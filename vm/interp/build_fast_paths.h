// What: what the loop inlines of calls of native functions, of building and taking apart tuples and
// lists, of membership, and of iterators that give pairs.
// Idea: as loop_fast_paths.h: each says "no" when the case is not the common one, and the slow path
// does everything.
// Invariants: I1 "no" leaves registers and objects as they were, and nothing pending.
// Threads: as loop_fast_paths.h.
// Not here: the slow paths (slow_ops_impl.h, calls_impl.h).
#pragma once

#include "vm/interp/interp.h"
#include "vm/interp/loop_fast_paths.h"
#include "vm/object/inline_ops.h"

namespace gilsim {

// Whether a native method of `owner` takes v as it is: v's class is that or, by its layout, derived
// from it.
inline bool is_receiver(const VmThread& t, Value v, const Class* owner) {
  if (!v.is_object()) return false;
  const Class* cls = v.object()->cls;
  return cls == owner || t.isolate->classes[static_cast<int>(cls->instance_kind)] == owner;
}

// list.append() and len(), n arguments; the appended item is moved. Null: something else. charged
// becomes true when the call's cost has been.
template <class V>
[[gnu::always_inline]] inline Value known_native_quick(VmThread& t, const NativeDef* def,
                                                       Value* args, uint32_t n, bool& charged) {
  if (def->flags & kNativeAppend) {
    if (n != 2 || !args[0].is_object() || args[0].object()->kind != Kind::List) return Value();
    V::P::work(Cost::NativeCall);  // before the lock
    charged = true;
    if (!list_append_inline<V>(args[0].template as<List>(), args[1])) return Value();
    args[1] = Value();
    return Value::none();
  }
  if (n != 1) return Value();
  V::P::work(Cost::NativeCall);
  charged = true;
  if (is_exactly<Kind::Tuple>(t, args[0]))
    return Value::integer(static_cast<int64_t>(args[0].template as<Tuple>()->size));
  if (is_exactly<Kind::Str>(t, args[0])) return Value::integer(args[0].template as<Str>()->length);
  if (is_exactly<Kind::List>(t, args[0]) && !V::is_published(args[0].object())) {
    typename V::OwnGuard guard(args[0].object());
    return Value::integer(static_cast<int64_t>(args[0].template as<List>()->size));
  }
  return Value();
}

// list.append(x) where LoadMethod has found it, and x is a variable. call: the Move and the
// CallMethod behind it. False: something else; nothing was done.
template <class V>
[[gnu::always_inline]] inline bool append_quick(Value object, Value function, Value* R,
                                                Instruction load, const Instruction* call) {
  if (V::P::kSimulated || object.object()->kind != Kind::List ||
      function.object()->kind != Kind::NativeFunction ||
      !(function.as<NativeFunction>()->def->flags & kNativeAppend))
    return false;
  const Instruction move = call[0], method = call[1];
  if (!move.is(Op::Move) || move.a() != load.a() + 2 || !method.is(Op::CallMethod) ||
      method.a() != load.a() || method.b() != 1)
    return false;
  Value item = R[move.b()];
  if (item.is_null()) return false;
  V::incref(item);  // before others can see it
  if (!list_append_inline<V>(object.as<List>(), item)) {
    V::decref(item);
    return false;
  }
  if (move.x() & kRelB) put<V>(R[move.b()], Value());
  return true;
}

// Calls the native function in *callee, a window's first register, with n arguments that it takes
// as they are. 1: there is a result, owned. -1: it has failed. 0: something else, nothing was done.
// 2: it is next(), and *args a generator to be resumed. 3: it is a class.
template <class V>
[[gnu::always_inline]] inline int call_native_quick(VmThread& t, Value* callee, Value* args,
                                                    uint32_t n, Value& result) {
  Value target = *callee;
  if (!target.is_object() || target.object()->kind != Kind::NativeFunction)
    return target.is_object() && target.object()->kind == Kind::Class ? 3 : 0;
  auto* native = target.as<NativeFunction>();
  const NativeDef* def = native->def;
  bool charged = false;
  if ((def->flags & (kNativeNext | kNativeAppend | kNativeLen)) && !native->self) {
    if (def->flags & kNativeNext) {
      if (n == 1 && args[0].is_object() && args[0].object()->kind == Kind::Generator) return 2;
    } else {
      result = known_native_quick<V>(t, def, args, n, charged);
      if (result) {
        put<V>(args[0], Value());
        return 1;
      }
    }
  }
  if (native->self || (def->flags & (kNativeStatic | kNativeClassMethod))) return 0;
  int32_t given = static_cast<int32_t>(n);
  if (def->flags & kNativeMethod) {
    if (n == 0 || !args[0].is_object()) return 0;
    if (args[0].object()->cls != native->owner && !is_receiver(t, args[0], native->owner)) return 0;
    --given;
  }
  if (given < def->min_args || (def->max_args >= 0 && given > def->max_args)) return 0;
  if (!charged) V::P::work(Cost::NativeCall);
  result = def->function(t, NativeArgs{args, n, nullptr, native});
  for (Value* r = args; r != args + n; ++r) put<V>(*r, Value());
  return result ? 1 : -1;
}

// Calls a built-in class, the window's first register, whose native __new__ does all. 1: the
// instance is in the window's first register. -1: it has failed. 0: something else, nothing was
// done.
template <class V>
inline int construct_native_quick(VmThread& t, Class* cls, MethodCache* cache, Value* window,
                                  uint32_t n) {
  NativeFunction* make = V::load(cls, cache->plain_new);
  if (!make) return 0;
  const NativeDef* def = make->def;
  auto given = static_cast<int32_t>(n) + 1;
  if (given < def->min_args || (def->max_args >= 0 && given > def->max_args)) return 0;
  V::P::work(Cost::NativeCall);
  Value result = def->function(t, NativeArgs{window, n + 1, nullptr, make});
  for (Value* r = window + 1; r != window + 1 + n; ++r) put<V>(*r, Value());
  put<V>(window[0], result);
  return result ? 1 : -1;
}

// list(x), dict(), dict(of a dict), set(x), of exactly these classes. As construct_native_quick.
template <class V>
inline int construct_container_quick(VmThread& t, Class* cls, Value* window, uint32_t n) {
  Class* const* classes = t.isolate->classes;
  Value made;
  if (n > 1) return 0;
  if (cls == classes[static_cast<int>(Kind::List)]) {
    made = Value(n ? Protocol<V>::to_list(t, window[1]) : Heap<V>::list(t));
  } else if (cls == classes[static_cast<int>(Kind::Dict)]) {
    if (n && !is_exactly<Kind::Dict>(t, window[1])) return 0;
    made = Value(n ? Dicts<V>::copy(t, window[1].template as<Dict>()) : Heap<V>::dict(t));
  } else if (cls == classes[static_cast<int>(Kind::Set)]) {
    Ref<V> set(Heap<V>::set(t, Kind::Set));
    if (!n || Sets<V>::update(t, set.template as<Set>(), window[1])) made = set.take();
  } else {
    return 0;
  }
  V::P::work(Cost::NativeCall);
  if (n) put<V>(window[1], Value());
  put<V>(window[0], made);
  return made ? 1 : -1;
}

// ---- building. The window is moved.
template <class V>
inline Value build_tuple_quick(VmThread& t, Value* window, uint32_t n) {
  if (n == 0) return Value(V::newref(t.isolate->empty_tuple));
  Tuple* tuple = Heap<V>::template make<Tuple>(t, Kind::Tuple, nullptr, n * sizeof(Value));
  tuple->size = n;
  tuple->hash = 0;
  for (uint32_t k = 0; k < n; ++k) {
    tuple->items[k] = window[k];
    window[k] = Value();
  }
  Heap<V>::track_immutable(t, tuple);
  return Value(tuple);
}

template <class V>
inline Value build_list_quick(VmThread& t, Value* window, uint32_t n) {
  List* list = Heap<V>::list(t, n);
  for (uint32_t k = 0; k < n; ++k) {
    list->items[k] = window[k];
    window[k] = Value();
  }
  list->size = n;
  return Value(list);
}

// Takes an exact tuple or a short exact list of n items apart into out. `from`, if not null, is the
// register that owns the source and gives it up; it may be one of out. What out held may run Python
// code when it is released: the tuple is kept alive meanwhile, the list has been read before.
template <class V>
[[gnu::always_inline]] inline bool unpack_quick(VmThread& t, Value source, Value* out, uint32_t n,
                                                Value* from) {
  constexpr uint32_t kShort = 4;
  uint64_t copies[kShort];  // words of Values, not zeroed first
  const Value* items;
  if (is_exactly<Kind::Tuple>(t, source)) {
    if (source.as<Tuple>()->size != n) return false;
    items = source.as<Tuple>()->items;
  } else if (!V::kParallel && n <= kShort && is_exactly<Kind::List>(t, source)) {
    if (source.as<List>()->size != n) return false;
    for (uint32_t k = 0; k < n; ++k) copies[k] = V::newref(source.as<List>()->items[k]).bits();
    if (from) {
      *from = Value();
      V::decref(source);
    }
    for (uint32_t k = 0; k < n; ++k) put<V>(out[k], Value(copies[k]));
    return true;
  } else {
    return false;
  }
  if (from) *from = Value();
  for (uint32_t k = 0; k < n; ++k) put<V>(out[k], V::newref(items[k]));
  if (from) V::decref(source);
  return true;
}

// container[start:stop:step] of the window's three registers, ints or None, without making a slice
// object. Owned; null: take the slow path.
template <class V>
inline Value slice_quick(VmThread& t, Value container, const Value* window) {
  if (is_exactly<Kind::List>(t, container))
    return Lists<V>::quick_slice(t, container.as<List>(), window);
  if (is_exactly<Kind::Str>(t, container)) {
    auto* text = container.as<Str>();
    SliceBounds b;
    if (quick_bounds(window[0], window[1], window[2], text->length, b))
      return Value(Strings<V>::slice(t, text, b.start, b.step, b.count));
  }
  return Value();
}
template <class V>
inline bool set_slice_quick(VmThread& t, Value container, const Value* window, Value items) {
  return is_exactly<Kind::List>(t, container) && is_exactly<Kind::List>(t, items) &&
         Lists<V>::quick_set_slice(container.as<List>(), window, items.as<List>());
}

template <class V>
inline Value build_slice_quick(VmThread& t, Value* window) {
  auto* slice = Heap<V>::template make<Slice>(t, Kind::Slice);
  Value* parts[] = {&slice->start, &slice->stop, &slice->step};
  for (int k = 0; k < 3; ++k) {
    *parts[k] = window[k];
    window[k] = Value();
  }
  Heap<V>::track_immutable(t, slice);
  return Value(slice);
}

// Whether the item is in the container: 1, 0, or -1: take the slow path.
template <class V>
inline int contains_quick(VmThread& t, Value item, Value container) {
  if (item.is_null()) return -1;
  if (item.is_int() &&
      (is_exactly<Kind::Set>(t, container) || is_exactly<Kind::FrozenSet>(t, container))) {
    int64_t hash = immediate_int_hash(item.as_int());
    return Sets<V>::contains_hashed(t, container.as<Set>(), item, hash);
  }
  if (!is_exactly<Kind::Dict>(t, container)) return -1;
  return dict_contains_inline<V>(t, container.as<Dict>(), item);
}

// ---- iterators
// Of an exact list, tuple or range of immediate ints, or a generator itself. Null: the slow path.
template <class V>
inline Value iterate_quick(VmThread& t, Value source) {
  if (!source.is_object()) return Value();
  Object* o = source.object();
  if (o->kind == Kind::Generator) return V::newref(source);
  if (o->cls != t.isolate->classes[static_cast<int>(o->kind)]) return Value();
  if (o->kind == Kind::List || o->kind == Kind::Tuple) {
    auto* it = Heap<V>::template make<IndexIterator>(
        t, o->kind == Kind::List ? Kind::ListIterator : Kind::TupleIterator);
    it->object = V::newref(source);
    it->index = 0;
    Heap<V>::track_immutable(t, it);
    return Value(it);
  }
  if (o->kind != Kind::Range) return Value();
  auto* range = static_cast<Range*>(o);
  if (!range->start.is_int() || !range->stop.is_int() || range->step != Value::integer(1) ||
      !range->length.is_int())
    return Value();
  auto* it = Heap<V>::template make<RangeIterator>(t, Kind::RangeIterator);
  it->next = range->start.as_int();
  it->step = 1;
  it->remaining = static_cast<uint64_t>(range->length.as_int());
  return Value(it);
}

// ---- iterators of pairs
// Whether it is enumerate, a zip of two, or a dict's items, which nobody else can step meanwhile.
template <class V>
inline bool makes_pairs(VmThread& t, Value iterator) {
  Object* o = iterator.object();
  if (o->cls != t.isolate->classes[static_cast<int>(o->kind)] || may_be_shared<V>(o)) return false;
  switch (o->kind) {
    case Kind::Enumerate:
      return static_cast<Enumerate*>(o)->index.is_int();
    case Kind::Zip:
      return static_cast<Zip*>(o)->iterators->size == 2 && !static_cast<Zip*>(o)->strict;
    case Kind::DictIterator: {
      auto* it = static_cast<DictIterator*>(o);
      return it->what == Kind::DictItems && it->dict && !it->reversed && !V::is_published(it->dict);
    }
    default:
      return false;
  }
}

// The two parts of the next pair, owned. False: it has ended, or an exception is pending. REQUIRES:
// makes_pairs().
template <class V>
inline bool step_pair(VmThread& t, Value iterator, Value* pair) {
  Object* o = iterator.object();
  if (o->kind == Kind::Enumerate) {
    auto* it = static_cast<Enumerate*>(o);
    pair[1] = step_iterator<V>(t, it->iterator);
    if (!pair[1]) return false;
    pair[0] = it->index;
    // The next index may be one that needs a box; makes_pairs() then says no.
    it->index = Heap<V>::integer(t, pair[0].as_int() + 1);
    return true;
  }
  if (o->kind == Kind::Zip) {
    Tuple* iterators = static_cast<Zip*>(o)->iterators;
    pair[0] = step_iterator<V>(t, iterators->items[0]);
    if (!pair[0]) return false;
    pair[1] = step_iterator<V>(t, iterators->items[1]);
    if (pair[1]) return true;
    V::decref(pair[0]);
    return false;
  }
  return step_items<V>(t, static_cast<DictIterator*>(o), pair);
}

}  // namespace gilsim
