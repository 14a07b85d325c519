// What: collections.deque: a ring of items, and the operations that others ask for by layout.
// Idea: a power of two of places, of which `size` from `head` on are in use, so that both ends and
// every index are reached by a mask. It doubles when it is full and halves when an eighth is used.
// Invariants: I1 the ring is changed in one step under the deque's guard; what it gives up is
//   released afterwards. I2 `changes` tells an iterator, and a search that asks the language, that
//   the items are others now.
// Threads: any. append, appendleft, pop, popleft and each item of extend are atomic.
// Not here: methods and the class (deque_methods_impl.h).
#pragma once

#include <algorithm>

#include "vm/object/tools_impl.h"

namespace gilsim {

template <class V>
struct DequeRing {
  using Guard = typename V::Guard;
  static constexpr uint64_t kLeast = kHostile ? 1 : 8;

  // ---- REQUIRES: the guard, all of these.
  static Value& slot(Deque* d, uint64_t k) { return d->items[(d->head + k) & (d->capacity - 1)]; }
  static void resize(Deque* d, uint64_t capacity) {
    auto* items = static_cast<Value*>(Heap<V>::raw(capacity * sizeof(Value)));
    for (uint64_t k = 0; k < d->size; ++k) items[k] = slot(d, k);
    Heap<V>::raw_free(d->items);
    d->items = items;
    d->capacity = capacity;
    d->head = 0;
  }
  static void make_room(Deque* d) {
    if (d->size == d->capacity) [[unlikely]]
      resize(d, d->capacity ? 2 * d->capacity : kLeast);
  }
  static void shrink(Deque* d) {
    constexpr uint64_t kSmall = 64;
    if (d->size < d->capacity / 8 && d->capacity > kSmall) [[unlikely]]
      resize(d, d->capacity / 2);
  }
  static void put_last(Deque* d, Value owned) {
    make_room(d);
    slot(d, d->size++) = owned;
  }
  static void put_first(Deque* d, Value owned) {
    make_room(d);
    d->head = (d->head - 1) & (d->capacity - 1);
    ++d->size;
    d->items[d->head] = owned;
  }
  static Value take_last(Deque* d) {
    Value v = slot(d, --d->size);
    shrink(d);
    return v;
  }
  static Value take_first(Deque* d) {
    Value v = d->items[d->head];
    d->head = (d->head + 1) & (d->capacity - 1);
    --d->size;
    shrink(d);
    return v;
  }
  static void put(Deque* d, Value owned, bool front) {
    front ? put_first(d, owned) : put_last(d, owned);
  }
  static Value take(Deque* d, bool front) { return front ? take_first(d) : take_last(d); }
  // As put, in a bounded deque; gives what falls out at the other end.
  static Value push(Deque* d, Value owned, bool front) {
    ++d->changes;
    if (d->max_size < 0 || d->size < static_cast<uint64_t>(d->max_size)) [[likely]] {
      put(d, owned, front);
      return Value();
    }
    if (d->size == 0) return owned;
    Value dropped = take(d, !front);
    put(d, owned, front);
    return dropped;
  }
  // To the right by n, 0 < n < size.
  static void turn(Deque* d, uint64_t n) {
    if (d->size == d->capacity) {
      d->head = (d->head - n) & (d->capacity - 1);
    } else if (2 * n <= d->size) {
      for (; n > 0; --n) {
        Value v = slot(d, --d->size);
        put_first(d, v);
      }
    } else {
      for (uint64_t left = d->size - n; left > 0; --left) {
        Value v = d->items[d->head];
        d->head = (d->head + 1) & (d->capacity - 1);
        --d->size;
        put_last(d, v);
      }
    }
  }
  static void insert(Deque* d, uint64_t at, Value owned) {
    ++d->changes;
    if (at < d->size / 2) {
      put_first(d, owned);
      for (uint64_t k = 0; k < at; ++k) std::swap(slot(d, k), slot(d, k + 1));
    } else {
      put_last(d, owned);
      for (uint64_t k = d->size - 1; k > at; --k) std::swap(slot(d, k), slot(d, k - 1));
    }
  }
  static Value remove(Deque* d, uint64_t at) {
    ++d->changes;
    Value v = slot(d, at);
    if (at < d->size / 2) {
      for (uint64_t k = at; k > 0; --k) slot(d, k) = slot(d, k - 1);
      d->head = (d->head + 1) & (d->capacity - 1);
    } else {
      for (uint64_t k = at; k + 1 < d->size; ++k) slot(d, k) = slot(d, k + 1);
    }
    --d->size;
    shrink(d);
    return v;
  }

  // ---- whole operations
  static Value pop(Deque* d, bool front) {  // owned; null: empty
    Guard guard(d);
    if (d->size == 0) return Value();
    ++d->changes;
    return take(d, front);
  }
  static uint64_t changes(Deque* d) {
    Guard guard(d);
    return d->changes;
  }
  static void snapshot(Deque* d, OwnedValues<V>& out) {
    Guard guard(d);
    out.reserve(d->size);
    for (uint64_t k = 0; k < d->size; ++k) out.add(V::newref(slot(d, k)));
    V::P::work(Cost::NativeByte, static_cast<int64_t>(d->size));
  }
  static void clear(Deque* d) {
    Deque old = {};
    {
      Guard guard(d);
      old.items = d->items;
      old.size = d->size;
      old.capacity = d->capacity;
      old.head = d->head;
      d->items = nullptr;
      d->size = d->capacity = d->head = 0;
      ++d->changes;
    }
    for (uint64_t k = 0; k < old.size; ++k) V::decref(slot(&old, k));
    Heap<V>::raw_free(old.items);
  }

  // ---- iterators: the deque; numbers: how many were given, how many there are to give, changes
  template <bool kReversed>
  static Value step(VmThread& t, ToolIterator* it) {
    if (it->parts[0].is_null()) return Value();
    auto* d = it->parts[0].template as<Deque>();
    int64_t at, size, changes;
    {
      Guard guard(it);
      at = it->numbers[0];
      size = it->numbers[1];
      changes = it->numbers[2];
      if (at < size) ++it->numbers[0];
    }
    {
      Guard guard(d);
      if (d->changes == static_cast<uint64_t>(changes)) {
        if (at >= size) return Value();
        return V::newref(slot(d, static_cast<uint64_t>(kReversed ? size - 1 - at : at)));
      }
    }
    {
      Guard guard(it);
      it->numbers[1] = 0;
    }
    return Errors<V>::raise(t, Exc::RuntimeError, "deque mutated during iteration");
  }
  static Value iterator(VmThread& t, Class* c, Deque* d, ToolIterator::Step step) {
    auto* it = Tools<V>::make(t, c, step, {V::newref(Value(d))});
    Guard guard(d);
    it->numbers[1] = static_cast<int64_t>(d->size);
    it->numbers[2] = static_cast<int64_t>(d->changes);
    return Value(it);
  }
};

template <class V>
uint64_t Deques<V>::size(Deque* d) {
  typename V::Guard guard(d);
  return d->size;
}

template <class V>
Value Deques<V>::at(Deque* d, uint64_t index) {
  typename V::Guard guard(d);
  return index < d->size ? V::newref(DequeRing<V>::slot(d, index)) : Value();
}

template <class V>
void Deques<V>::add(Deque* d, Value item, bool front) {
  V::publish_for(d, item);
  V::incref(item);
  Value dropped;
  {
    typename V::Guard guard(d);
    dropped = DequeRing<V>::push(d, item, front);
  }
  V::decref(dropped);
}

template <class V>
Value Deques<V>::iterate(VmThread& t, Deque* d) {
  Class* c = t.isolate->deque_iterators[0];
  return DequeRing<V>::iterator(t, c, d, DequeRing<V>::template step<false>);
}

template <class V>
List* Deques<V>::items(VmThread& t, Deque* d) {
  OwnedValues<V> items;
  DequeRing<V>::snapshot(d, items);
  List* list = Heap<V>::list(t, items.size());
  for (size_t k = 0; k < items.size(); ++k) list->items[list->size++] = V::newref(items[k]);
  return list;
}

template <class V>
bool Deques<V>::extend(VmThread& t, Deque* d, Value iterable, bool front) {
  if (iterable.is_object() && iterable.object()->kind == Kind::Deque) {
    // Its items as they are now: it may be the same deque, which grows.
    OwnedValues<V> items;
    DequeRing<V>::snapshot(iterable.as<Deque>(), items);
    for (size_t k = 0; k < items.size(); ++k) add(d, items[k], front);
    return true;
  }
  Ref<V> iterator(Protocol<V>::iterate_at_once(t, iterable));
  if (!iterator) return false;
  for (uint64_t n = 1;; ++n) {
    Ref<V> item(Protocol<V>::next(t, iterator.get()));
    if (!item) return t.pending.is_null();
    add(d, item.get(), front);
    if (!Protocol<V>::within_memory(t, n)) return false;
  }
}

// ---- items
template <class V>
bool deque_index(VmThread& t, Value key, int64_t& index) {
  if (key.is_int()) {
    index = key.as_int();
    return true;
  }
  if (Numbers<V>::is_int(key) || Classes<V>::has_special(t, key, Special::index))
    return Protocol<V>::index(t, key, index);
  Errors<V>::type_error(
      t, message({"sequence index must be integer, not '", Classes<V>::class_name(t, key), "'"}));
  return false;
}

template <class V>
Value Deques<V>::get_item(VmThread& t, Deque* d, Value key) {
  int64_t index;
  if (!deque_index<V>(t, key, index)) return Value();
  {
    typename V::Guard guard(d);
    if (index < 0) index += static_cast<int64_t>(d->size);
    if (index >= 0 && static_cast<uint64_t>(index) < d->size)
      return V::newref(DequeRing<V>::slot(d, static_cast<uint64_t>(index)));
  }
  return Errors<V>::raise(t, Exc::IndexError, "deque index out of range");
}

template <class V>
bool Deques<V>::set_item(VmThread& t, Deque* d, Value key, Value value) {
  int64_t index;
  if (!deque_index<V>(t, key, index)) return false;
  V::publish_for(d, value);
  V::incref(value);
  Value old = value;
  bool good;
  {
    typename V::Guard guard(d);
    if (index < 0) index += static_cast<int64_t>(d->size);
    good = index >= 0 && static_cast<uint64_t>(index) < d->size;
    if (good && value)
      std::swap(DequeRing<V>::slot(d, static_cast<uint64_t>(index)), old);
    else if (good)
      old = DequeRing<V>::remove(d, static_cast<uint64_t>(index));
  }
  V::decref(old);
  if (!good) Errors<V>::raise(t, Exc::IndexError, "deque index out of range");
  return good;
}

// ---- searching
template <class V>
struct DequeSearch {
  struct Found {
    int64_t place;     // of the last equal item; -1: none
    int64_t count;     // of equal items; -1: an exception is pending
    uint64_t changes;  // d->changes, as they were throughout
  };
  enum Want { kContained, kFirst, kAll };  // kContained: an equal item ends it whatever has changed

  // Looks for items from start to stop, as slices count them, that equal value. What other threads
  // do between comparisons that run no Python code starts the search again: a lock around the
  // interpreter would have kept them out. Any other change is an error, of this kind.
  static Found find(VmThread& t, Deque* d, Value value, Want want, int64_t start = 0,
                    int64_t stop = INT64_MAX, Exc kind = Exc::RuntimeError) {
    const uint64_t entered = t.loops_entered;
    for (;;) {
      Found found = {-1, 0, 0};
      int64_t size, k = start, end = stop;
      {
        typename V::Guard guard(d);
        found.changes = d->changes;
        size = static_cast<int64_t>(d->size);
      }
      NativeSupport<V>::clamp(size, k, end);
      bool changed = false;
      for (end = std::min(end, size); k < end; ++k) {
        Ref<V> item(Deques<V>::at(d, static_cast<uint64_t>(k)));
        int equal = item ? Protocol<V>::equal(t, item.get(), value) : 0;
        if (equal < 0) return {-1, -1, 0};
        if (equal) found = {k, found.count + 1, found.changes};
        if (equal && want == kContained) return found;
        changed = DequeRing<V>::changes(d) != found.changes;
        if (changed || (equal && want == kFirst)) break;
      }
      if (!changed) return found;
      if (!V::kParallel || t.loops_entered != entered) {
        Errors<V>::raise(t, kind, "deque mutated during iteration");
        return {-1, -1, 0};
      }
    }
  }
};

template <class V>
int Deques<V>::contains(VmThread& t, Deque* d, Value item) {
  return static_cast<int>(DequeSearch<V>::find(t, d, item, DequeSearch<V>::kContained).count);
}

// ---- + and *
template <class V>
struct DequeCopies {
  // An empty deque of the same bound and class; null: pending.
  static Value like(VmThread& t, Deque* d, Value items) {
    Ref<V> bound(d->max_size < 0 ? Value::none() : Heap<V>::integer(t, d->max_size));
    if (!(d->cls->class_flags & kClassBuiltin)) {
      Value made = d->max_size < 0 ? Protocol<V>::call(t, Value(d->cls), {items})
                                   : Protocol<V>::call(t, Value(d->cls), {items, bound.get()});
      if (!made ||
          Classes<V>::isinstance(t, made, t.isolate->classes[static_cast<int>(Kind::Deque)]))
        return made;
      Ref<V> other(made);
      return Errors<V>::type_error(t, message({d->cls->name->view(), "() must return a deque, not ",
                                               Classes<V>::class_name(t, made)}));
    }
    Ref<V> made(Classes<V>::allocate_instance(t, d->cls));
    made.template as<Deque>()->max_size = d->max_size;
    return Deques<V>::extend(t, made.template as<Deque>(), items, false) ? made.take() : Value();
  }
};

template <class V>
Value Deques<V>::concat(VmThread& t, Deque* a, Deque* b) {
  Ref<V> made(DequeCopies<V>::like(t, a, Value(a)));
  return made && extend(t, made.template as<Deque>(), Value(b), false) ? made.take() : Value();
}

template <class V>
Value Deques<V>::repeat(VmThread& t, Deque* d, int64_t n, bool inplace) {
  Ref<V> made(inplace ? V::newref(Value(d)) : DequeCopies<V>::like(t, d, Value(d)));
  if (!made) return Value();
  auto* into = made.template as<Deque>();
  OwnedValues<V> items;
  DequeRing<V>::snapshot(into, items);
  if (n <= 0) DequeRing<V>::clear(into);
  if (items.size() == 0) return made.take();
  constexpr uint64_t kMost = kMaxBlockBytes / sizeof(Value);
  bool bounded = into->max_size >= 0;
  auto bound = static_cast<uint64_t>(into->max_size);
  // More rounds than fill a bounded deque change nothing but where it starts.
  if (!bounded && n > 0 &&
      (static_cast<uint64_t>(n) > kMost / items.size() ||
       !memory_for(items.size() * static_cast<uint64_t>(n) * sizeof(Value))))
    return Errors<V>::raise(t, Exc::MemoryError, "");
  if (bounded && n > 1) n = std::min<int64_t>(n, static_cast<int64_t>(bound / items.size()) + 2);
  for (int64_t round = 1; round < n; ++round) {
    for (size_t k = 0; k < items.size(); ++k) add(into, items[k], false);
  }
  return made.take();
}

}  // namespace gilsim
