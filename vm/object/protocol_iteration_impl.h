// What: iterating over any value.
// Threads: any.
// Not here: built-in iterators (by_kind_iteration_impl.h).
#pragma once

#include "vm/object/by_kind_iteration_impl.h"
#include "vm/object/protocol_items_impl.h"

namespace gilsim {

template <class V>
Value Protocol<V>::iterate(VmThread& t, Value v) {
  Class* c = Classes<V>::class_of(t, v);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    Value iterator = ByKind<V>::iterate(t, v, handled);
    if (handled) return iterator;
  }
  Value method = Classes<V>::special(t, c, Special::iter);
  bool found = false;
  Ref<V> iterator;
  if (!method.is_none())
    iterator = Ref<V>(Classes<V>::call_special(t, v, Special::iter, {}, found));
  if (found) {
    if (!iterator || Classes<V>::has_special(t, iterator.get(), Special::next))
      return iterator.take();
    return Errors<V>::type_error(t, message({"iter() returned non-iterator of type '",
                                             Classes<V>::class_name(t, iterator.get()), "'"}));
  }
  if (!method.is_none() && Classes<V>::special(t, c, Special::getitem)) {
    return Iteration<V>::index_iterator(t, Kind::SequenceIterator, v, 0);
  }
  return Errors<V>::type_error(t, message({"'", c->name->view(), "' object is not iterable"}));
}

template <class V>
bool Protocol<V>::iterates_as_built_in(VmThread& t, Object* o) {
  if (o->cls->class_flags & kClassBuiltin) return true;
  Class* base = t.isolate->classes[static_cast<int>(o->kind)];
  return Classes<V>::special(t, o->cls, Special::iter) ==
         Classes<V>::special(t, base, Special::iter);
}

template <class V>
Value Protocol<V>::iterate_at_once(VmThread& t, Value v) {
  if constexpr (V::kParallel) {
    if (Ref<V> list(Dicts<V>::elements(t, v)); list) return iterate(t, list.get());
  }
  return iterate(t, v);
}

// An iterator of a user's class ends with StopIteration, which ends here.
template <class V>
Value Protocol<V>::next(VmThread& t, Value iterator) {
  if (iterator.is_object()) {
    if (is_tool(iterator.object()) && !low_on_stack(t)) return tool_next<V>(t, iterator);
    if (Value v = iterator_step_inline<V>(iterator)) return v;
  }
  Value value = next_or_stop(t, iterator);
  if (value.is_null() && t.pending && Errors<V>::pending_is(t, Exc::StopIteration))
    Errors<V>::clear(t);
  return value;
}

template <class V>
Value Protocol<V>::next_or_stop(VmThread& t, Value iterator) {
  if (low_on_stack(t)) [[unlikely]]
    return Errors<V>::too_deep(t);
  Class* c = Classes<V>::class_of(t, iterator);
  if (is_plain_class(c)) [[likely]] {
    bool handled = false;
    Value value = ByKind<V>::next(t, iterator, handled);
    if (handled) return value;
  }
  bool found = false;
  Value value = Classes<V>::call_special(t, iterator, Special::next, {}, found);
  if (!found)
    return Errors<V>::type_error(t, message({"'", c->name->view(), "' object is not an iterator"}));
  return value;
}

template <class V>
bool Protocol<V>::for_each(VmThread& t, Value iterable, bool (*body)(VmThread&, Value, void*),
                           void* context) {
  Ref<V> iterator(iterate_at_once(t, iterable));
  if (!iterator) return false;
  for (uint64_t n = 1;; ++n) {
    Ref<V> item(next(t, iterator.get()));
    if (!item) return t.pending.is_null();
    if (!body(t, item.get(), context) || !within_memory(t, n)) return false;
  }
}

template <class V>
bool Protocol<V>::within_memory(VmThread& t, uint64_t items) {
  constexpr uint64_t kMany = 1 << 20;
  if (MemoryLimit::is_set() && MemoryLimit::is_passed() && t.isolate->hooks.safe_point &&
      !t.isolate->hooks.safe_point(t))
    return false;
  if (items < kMany || (items & (items - 1)) != 0 || memory_for(2 * items * sizeof(Value)))
    return true;
  Errors<V>::raise(t, Exc::MemoryError, "");
  return false;
}

template <class V>
List* Protocol<V>::to_list(VmThread& t, Value iterable) {
  Ref<V> list(Heap<V>::list(t));
  return Lists<V>::extend(t, list.template as<List>(), iterable) ? list.take().template as<List>()
                                                                 : nullptr;
}

template <class V>
Tuple* Protocol<V>::to_tuple(VmThread& t, Value iterable) {
  if (iterable.is_object() &&
      iterable.object()->cls == t.isolate->classes[static_cast<int>(Kind::Tuple)]) {
    return V::newref(iterable.as<Tuple>());
  }
  if (iterable.is_object() &&
      iterable.object()->cls == t.isolate->classes[static_cast<int>(Kind::List)])
    return Lists<V>::to_tuple(t, iterable.as<List>());
  Ref<V> list(to_list(t, iterable));
  return list ? Lists<V>::to_tuple(t, list.template as<List>()) : nullptr;
}

}  // namespace gilsim
