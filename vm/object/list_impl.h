// What: lists: items, slices, growth.
// Idea: an array that grows by a half, and may have free slots before its first item, so that
//   queues cost nothing at the left end either; every operation is one critical section, and what
//   it removes is released behind it. What changes more than one item is a function of a list that
//   nobody else sees, so that the same text serves lists under a guard and lock-free ones.
// Invariants: I1 size <= capacity; items[0 .. size) are owned. I2 no call, and no count to zero,
//   while the guard is held, nor in the body of a change, which may run more than once.
// Threads: any; each operation is atomic. What is taken from another list is a snapshot of one
//   moment; in lock-free policies each of its items is.
// Not here: methods (list_methods_impl.h), tuples (tuple_impl.h), sorting (sort_impl.h).
#pragma once

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <string>
#include <vector>

#include "vm/object/heap_impl.h"
#include "vm/object/message.h"

namespace gilsim {

template <class V>
inline void share_values(const Value* from, Value* to, size_t n) {
  for (size_t k = 0; k < n; ++k) to[k] = V::newref(from[k]);
}

// Owned values in C++: what a snapshot holds, or what an operation has removed. Releases them at
// its end, from the last to the first.
template <class V>
class OwnedValues {
 public:
  OwnedValues() = default;
  OwnedValues(const OwnedValues&) = delete;
  OwnedValues& operator=(const OwnedValues&) = delete;
  ~OwnedValues() { clear(); }
  void clear() {
    while (!values_.empty()) {
      Value v = values_.back();
      values_.pop_back();
      if (unlinked_)
        SharedMemory<V>::retire(v);
      else
        V::decref(v);
    }
  }
  void add(Value owned) { values_.push_back(owned); }
  void reserve(size_t n) { values_.reserve(n); }
  void share(const Value* from, size_t n) {
    size_t before = values_.size();
    values_.resize(before + n, boost::container::default_init);
    share_values<V>(from, values_.data() + before, n);
  }
  // Before they are stored into holder.
  void publish_for(const Object* holder) const {
    for (Value v : values_) V::publish_for(holder, v);
  }
  size_t size() const { return values_.size(); }
  Value operator[](size_t k) const { return values_[k]; }
  Value* data() { return values_.data(); }
  // The values belong to the caller from now on.
  void forget() { values_.clear(); }
  // They were unlinked from holder, where others may still be reading them.
  void taken_from(const Object* holder) {
    if constexpr (V::kBiased) unlinked_ = share_state(holder) != 0;
  }

 private:
  boost::container::small_vector<Value, 12> values_;
  bool unlinked_ = false;
};

template <class V>
struct ListCore {
  using Guard = typename V::OwnGuard;
  using Shared = SharedList<V>;
  static constexpr uint64_t kMaxItems = kMaxBlockBytes / sizeof(Value);

  static bool is_list(Value v) { return v.is_object() && v.object()->kind == Kind::List; }
  static bool is_tuple(Value v) { return v.is_object() && v.object()->kind == Kind::Tuple; }

  // Room for `need` items. REQUIRES: the guard, need <= kMaxItems.
  static void reserve(List* list, uint64_t need) {
    if (need <= list->capacity) return;
    if (list->front > list->size && need <= list->capacity + list->front) {
      // Items were taken at the left; at least as many as are to be moved.
      std::memmove(list->items - list->front, list->items, list->size * sizeof(Value));
      list->items -= list->front;
      list->capacity += list->front;
      list->front = 0;
      return;
    }
    uint64_t capacity =
        list->capacity == 0 && need > 4 ? need : (need + (need >> 1) + 3) & ~uint64_t{3};
    constexpr uint64_t kSmall = 64;  // above it, moving is the allocator's work
    if (capacity > kSmall && list->items && list->front == 0) {
      list->items = static_cast<Value*>(Heap<V>::raw_resize(list->items, capacity * sizeof(Value)));
      list->capacity = capacity;
    } else {
      move_to_block(list, 0, capacity);
    }
  }
  // Moves the items into a new block, with so many free slots before them.
  static void move_to_block(List* list, uint64_t front, uint64_t capacity) {
    VmThread& t = V::current();
    size_t slots = front + capacity;
    Value* block = Heap<V>::items(t, slots);
    if (list->size) std::memcpy(block + front, list->items, list->size * sizeof(Value));
    free_block(t, list);
    list->items = block + front;
    list->front = front;
    list->capacity = slots - front;
  }
  static void free_block(VmThread& t, List* list) {
    if (list->items)
      Heap<V>::free_items(t, list->items - list->front, list->capacity + list->front);
  }

  // The first item of a list that is not empty, in constant time on average. REQUIRES: the guard.
  static Value take_first(List* list) {
    Value first = *list->items++;
    ++list->front;
    --list->size;
    --list->capacity;
    shrink(list);
    return first;
  }
  // Likewise; takes the item over.
  static void put_first(List* list, Value item) {
    if (list->front == 0) move_to_block(list, list->size / 2 + 4, list->size + 4 + list->size / 8);
    --list->items;
    --list->front;
    ++list->size;
    ++list->capacity;
    *list->items = item;
  }

  static bool too_long(VmThread& t) {
    Errors<V>::raise(t, Exc::MemoryError, "");
    return false;
  }

  // Changes the list by body(List*), which may run more than once. Keeps I2.
  template <class Body>
  static void change(List* list, const Body& body) {
    if (V::is_published(list)) return Shared::change(list, body);
    Guard guard(list);
    body(list);
  }

  // The items of a list or tuple at one moment.
  static void snapshot(Value sequence, OwnedValues<V>& out) {
    if (is_tuple(sequence)) {
      out.share(sequence.as<Tuple>()->items, sequence.as<Tuple>()->size);
    } else {
      List* list = sequence.as<List>();
      if (V::is_published(list)) return Shared::read_all(list, [&](Value v) { out.add(v); });
      Guard guard(list);
      out.share(list->items, list->size);
    }
    V::P::work(Cost::NativeByte, static_cast<int64_t>(out.size()));
  }

  // A new list of the items of a plain list or tuple.
  static List* copy(VmThread& t, Value sequence) {
    if (is_list(sequence) && !V::is_published(sequence.object())) {
      for (;;) {  // until the size is the one that there is room for
        uint64_t size = ListCore::size(sequence.as<List>());
        Bounds all;
        all.start = 0;
        all.step = 1;
        all.count = static_cast<int64_t>(size);
        if (Value made = copy_places(t, sequence.as<List>(), size, all)) return made.as<List>();
      }
    }
    OwnedValues<V> items;
    snapshot(sequence, items);
    return from_items(t, items);
  }
  // Null: the list is of another size, or published.
  static Tuple* copy_to_tuple(VmThread& t, List* list) {
    if (V::is_published(list)) return nullptr;
    uint64_t size = ListCore::size(list);
    Ref<V> made(Heap<V>::tuple(t, size));
    Guard guard(list);
    if (list->size != size) return nullptr;
    share_values<V>(list->items, made.template as<Tuple>()->items, size);
    V::P::work(Cost::NativeByte, static_cast<int64_t>(size));
    return made.take().template as<Tuple>();
  }
  // list.extend() of a plain sequence, both private. False: take the long way.
  static bool append_shared(List* list, Value sequence) {
    Object* other = sequence.object();
    if (other == list || V::is_published(list) || V::is_published(other)) return false;
    typename V::PairGuard guard(list, other);
    bool tuple = is_tuple(sequence);
    uint64_t n = tuple ? sequence.as<Tuple>()->size : sequence.as<List>()->size;
    reserve(list, list->size + n);
    share_values<V>(tuple ? sequence.as<Tuple>()->items : sequence.as<List>()->items,
                    list->items + list->size, n);
    list->size += n;
    V::P::work(Cost::NativeByte, static_cast<int64_t>(n));
    return true;
  }

  // list.extend() of a range of small ints. False: something else.
  static bool append_range(VmThread& t, List* list, Value iterable) {
    constexpr int64_t kMost = 1 << 20;  // more: step by step, under the memory limit
    if (V::is_published(list) || !is_exactly<Kind::Range>(t, iterable)) return false;
    auto* range = iterable.as<Range>();
    if (!range->start.is_int() || !range->step.is_int() || !range->stop.is_int() ||
        !range->length.is_int() || range->length.as_int() > kMost)
      return false;
    int64_t n = range->length.as_int(), at = range->start.as_int(), step = range->step.as_int();
    Guard guard(list);
    reserve(list, list->size + static_cast<uint64_t>(n));
    for (int64_t k = 0; k < n; ++k, at += step) list->items[list->size++] = Value::integer(at);
    V::P::work(Cost::NativeByte, n);
    return true;
  }

  // Takes the items over.
  static void append_all(List* list, OwnedValues<V>& items) {
    if (items.size() == 0) return;
    items.publish_for(list);
    change(list, [&](List* work) {
      reserve(work, work->size + items.size());
      std::copy_n(items.data(), items.size(), work->items + work->size);
      work->size += items.size();
    });
    items.forget();
  }

  static List* from_items(VmThread& t, OwnedValues<V>& items) {
    List* list = Heap<V>::list(t, items.size());
    std::copy_n(items.data(), items.size(), list->items);
    list->size = items.size();
    items.forget();
    return list;
  }
  static Tuple* tuple_from_items(VmThread& t, OwnedValues<V>& items) {
    Tuple* tuple = Heap<V>::tuple(t, items.size());
    std::copy_n(items.data(), items.size(), tuple->items);
    items.forget();
    return tuple;
  }

  // Item at any moment; null without an exception: the index is out of range.
  static Value at(List* list, uint64_t index) {
    if (V::is_published(list)) return Shared::get(list, static_cast<int64_t>(index));
    Guard guard(list);
    return index < list->size ? V::newref(list->items[index]) : Value();
  }
  static uint64_t size(List* list) {
    if (V::is_published(list)) return Shared::size(list);
    Guard guard(list);
    return list->size;
  }

  static void insert(List* list, int64_t index, Value item) {
    V::publish_for(list, item);
    V::incref(item);
    change(list, [&](List* work) {
      auto size = static_cast<int64_t>(work->size);
      int64_t at = std::min(index < 0 ? std::max<int64_t>(index + size, 0) : index, size);
      if (at == 0 && size >= 8) return put_first(work, item);
      reserve(work, work->size + 1);
      std::copy_backward(work->items + at, work->items + size, work->items + size + 1);
      work->items[at] = item;
      ++work->size;
    });
  }

  // Removes items[index .. index + count). REQUIRES: the guard. The removed ones are added to old.
  static void cut(List* list, uint64_t index, uint64_t count, OwnedValues<V>& old) {
    for (uint64_t k = 0; k < count; ++k) old.add(list->items[index + k]);
    std::copy(list->items + index + count, list->items + list->size, list->items + index);
    list->size -= count;
    shrink(list);
  }
  // Gives memory back when less than half is used, as CPython does.
  static void shrink(List* list) {
    uint64_t slots = list->capacity + list->front;
    if (list->size == 0) {
      free_block(V::current(), list);
      list->items = nullptr;
      list->capacity = list->front = 0;
    } else if (list->size < slots / 2 && slots > 16) {
      uint64_t capacity = (list->size + (list->size >> 3) + 6) & ~uint64_t{3};
      if (list->front) return move_to_block(list, 0, capacity);
      list->items = static_cast<Value*>(Heap<V>::raw_resize(list->items, capacity * sizeof(Value)));
      list->capacity = capacity;
    }
  }

  // Puts items at [start, stop) instead of what is there. Takes them over.
  static void splice(List* list, int64_t start, int64_t stop, OwnedValues<V>& items,
                     OwnedValues<V>& old) {
    items.publish_for(list);
    old.taken_from(list);
    change(list, [&](List* work) {
      old.forget();
      auto size = static_cast<int64_t>(work->size);
      int64_t from = std::min(start, size), to = std::clamp(stop, from, size);
      int64_t removed = to - from, added = static_cast<int64_t>(items.size());
      for (int64_t k = from; k < to; ++k) old.add(work->items[k]);
      if (added > removed) reserve(work, static_cast<uint64_t>(size + added - removed));
      if (added != removed)
        std::memmove(work->items + from + added, work->items + to, (size - to) * sizeof(Value));
      if (added) std::copy_n(items.data(), items.size(), work->items + from);
      work->size = static_cast<uint64_t>(size + added - removed);
      shrink(work);
    });
    items.forget();
  }

  // ---- slices
  using Bounds = SliceBounds;

  // The items at the places of b, in order. Null: the list is of another size.
  static Value copy_places(VmThread& t, List* list, uint64_t size, const Bounds& b) {
    auto count = static_cast<size_t>(b.count);
    Ref<V> made(Heap<V>::list(t, count));
    {
      Guard guard(list);
      if (list->size != size) return Value();
      Value* to = made.template as<List>()->items;
      int64_t at = b.start;
      for (size_t k = 0; k < count; ++k, at += b.step) to[k] = V::newref(list->items[at]);
      made.template as<List>()->size = count;
    }
    V::P::work(Cost::NativeByte, b.count);
    return made.take();
  }

  static Value get_slice(VmThread& t, List* list, Slice* slice) {
    for (;;) {
      Bounds b;
      uint64_t size = ListCore::size(list);
      if (!Protocol<V>::slice_bounds(t, slice, static_cast<int64_t>(size), b.start, b.stop, b.step,
                                     b.count))
        return Value();
      if (!V::is_published(list)) {
        if (Value made = copy_places(t, list, size, b)) return made;
        continue;  // the bounds are of another size
      }
      OwnedValues<V> items;
      if (!take_places(list, b, items)) continue;  // the bounds are of another size
      V::P::work(Cost::NativeByte, b.count);
      return Value(from_items(t, items));
    }
  }

  // Shares the items of a published list at those places. False: the list is of another size.
  static bool take_places(List* list, const Bounds& b, OwnedValues<V>& items) {
    for (int64_t k = 0, at = b.start; k < b.count; ++k, at += b.step) {
      Value v = Shared::get(list, at);
      if (v.is_null()) return false;
      items.add(v);
    }
    return true;
  }

  static bool delete_slice(VmThread& t, List* list, Slice* slice) {
    OwnedValues<V> old;
    for (;;) {
      Bounds b;
      uint64_t size = ListCore::size(list);
      if (!Protocol<V>::slice_bounds(t, slice, static_cast<int64_t>(size), b.start, b.stop, b.step,
                                     b.count))
        return false;
      if (b.count <= 0) return true;
      if (b.step < 0) {  // the same items from the left
        b.start += (b.count - 1) * b.step;
        b.step = -b.step;
      }
      bool done = false;
      old.taken_from(list);
      change(list, [&](List* work) {
        old.forget();
        done = work->size == size;
        if (done) cut_places(work, b, old);
      });
      if (done) return true;
    }
  }
  static void cut_places(List* list, const Bounds& b, OwnedValues<V>& old) {
    uint64_t to = static_cast<uint64_t>(b.start);
    int64_t next = b.start, left = b.count;
    for (uint64_t from = to; from < list->size; ++from) {
      if (left > 0 && static_cast<int64_t>(from) == next) {
        old.add(list->items[from]);
        next += b.step;
        --left;
      } else {
        list->items[to++] = list->items[from];
      }
    }
    list->size = to;
    shrink(list);
  }

  static bool set_slice(VmThread& t, List* list, Slice* slice, Value value) {
    OwnedValues<V> items, old;
    Bounds b;
    uint64_t size = ListCore::size(list);
    if (!Protocol<V>::slice_bounds(t, slice, static_cast<int64_t>(size), b.start, b.stop, b.step,
                                   b.count) ||
        !collect(t, value, items,
                 b.step == 1 ? "can only assign an iterable"
                             : "must assign iterable to extended slice"))
      return false;
    for (;;) {
      size = ListCore::size(list);
      if (!Protocol<V>::slice_bounds(t, slice, static_cast<int64_t>(size), b.start, b.stop, b.step,
                                     b.count))
        return false;
      if (b.step == 1) {
        splice(list, b.start, std::max(b.start, b.stop), items, old);
        return true;
      }
      if (b.count != static_cast<int64_t>(items.size())) {
        Errors<V>::value_error(
            t, message({"attempt to assign sequence of size ", std::to_string(items.size()),
                        " to extended slice of size ",
                        std::to_string(std::max<int64_t>(b.count, 0))}));
        return false;
      }
      items.publish_for(list);
      bool done = false;
      old.taken_from(list);
      change(list, [&](List* work) {
        old.forget();
        done = work->size == size;
        for (int64_t k = 0, at = b.start; done && k < b.count; ++k, at += b.step) {
          old.add(work->items[at]);
          work->items[at] = items[static_cast<size_t>(k)];
        }
      });
      if (!done) continue;
      items.forget();
      return true;
    }
  }

  // All items of an iterable. wrong_type: the TypeError's message if it is none; null: the usual
  // one.
  static bool collect(VmThread& t, Value iterable, OwnedValues<V>& items,
                      const char* wrong_type = nullptr) {
    if (is_plain_sequence(t, iterable)) {
      snapshot(iterable, items);
      return true;
    }
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, iterable));
    if (!iterator) {
      bool replace =
          wrong_type && Errors<V>::pending_is(t, Exc::TypeError) &&
          Classes<V>::special(t, Classes<V>::class_of(t, iterable), Special::iter).is_null();
      if (replace) {
        Errors<V>::clear(t);
        Errors<V>::type_error(t, wrong_type);
      }
      return false;
    }
    for (;;) {
      Value v = iterator_step_inline<V>(iterator.get());
      if (!v) v = Protocol<V>::next(t, iterator.get());
      if (!v) return t.pending.is_null();
      items.add(v);
      if (!Protocol<V>::within_memory(t, items.size())) return false;
    }
  }
  // A list or tuple whose __iter__ is the built-in one.
  static bool is_plain_sequence(VmThread& t, Value v) {
    return (is_list(v) || is_tuple(v)) && Protocol<V>::iterates_as_built_in(t, v.object());
  }
};

template <class V>
bool Lists<V>::append(VmThread& t, List* list, Value item) {
  return append_owned(t, list, V::newref(item));
}

template <class V>
bool Lists<V>::append_owned(VmThread&, List* list, Value item) {
  if (list_append_inline<V>(list, item)) [[likely]]
    return true;
  typename V::OwnGuard guard(list);
  ListCore<V>::reserve(list, list->size + 1);
  list->items[list->size++] = item;
  return true;
}

template <class V>
Value Lists<V>::get(VmThread& t, List* list, int64_t index) {
  Value v = list_get_inline<V>(list, index);
  return v ? v : Errors<V>::raise(t, Exc::IndexError, "list index out of range");
}

template <class V>
bool Lists<V>::set(VmThread& t, List* list, int64_t index, Value item) {
  if (list_set_inline<V>(list, index, item)) return true;
  Errors<V>::raise(t, Exc::IndexError, "list assignment index out of range");
  return false;
}

template <class V>
bool Lists<V>::extend(VmThread& t, List* list, Value iterable) {
  OwnedValues<V> items;
  if (ListCore<V>::is_plain_sequence(t, iterable)) {
    if (ListCore<V>::append_shared(list, iterable)) return true;
    ListCore<V>::snapshot(iterable, items);
    ListCore<V>::append_all(list, items);
    return true;
  }
  if (ListCore<V>::append_range(t, list, iterable)) return true;
  Ref<V> iterator(Protocol<V>::iterate_at_once(t, iterable));
  if (!iterator) return false;
  for (uint64_t n = 1;; ++n) {
    Value v = iterator_step_inline<V>(iterator.get());
    if (!v) v = Protocol<V>::next(t, iterator.get());
    if (!v) return t.pending.is_null();
    append_owned(t, list, v);
    if (!Protocol<V>::within_memory(t, n)) return false;
  }
}

template <class V>
Value Lists<V>::quick_slice(VmThread& t, List* list, const Value* bounds) {
  if (V::is_published(list)) return Value();
  auto size = static_cast<int64_t>(ListCore<V>::size(list));
  SliceBounds b;
  if (!quick_bounds(bounds[0], bounds[1], bounds[2], size, b)) return Value();
  return ListCore<V>::copy_places(t, list, static_cast<uint64_t>(size), b);
}

template <class V>
bool Lists<V>::quick_set_slice(List* list, const Value* bounds, List* items) {
  constexpr int64_t kMost = 32;
  SliceBounds b;
  if (V::kObjectLocks || V::is_published(list) || V::is_published(items) || list == items ||
      !quick_bounds(bounds[0], bounds[1], bounds[2], static_cast<int64_t>(list->size), b) ||
      b.count != static_cast<int64_t>(items->size) || b.count > kMost)
    return false;
  // What is replaced is released last, since that may run Python code.
  Value old[kMost];
  int64_t at = b.start;
  for (int64_t k = 0; k < b.count; ++k, at += b.step) {
    old[k] = list->items[at];
    list->items[at] = V::newref(items->items[k]);
  }
  V::P::work(Cost::NativeByte, b.count);
  for (int64_t k = b.count; k > 0; --k) V::decref(old[k - 1]);
  return true;
}

// The TypeError for an index that is neither an int nor a slice.
template <class V>
Value bad_index(VmThread& t, const char* what, Value key) {
  return Errors<V>::type_error(t, message({what, " indices must be integers or slices, not ",
                                           Classes<V>::class_name(t, key)}));
}
template <class V>
bool is_index(VmThread& t, Value key) {
  return Numbers<V>::is_int(key) || Classes<V>::has_special(t, key, Special::index);
}

template <class V>
Value Lists<V>::get_item(VmThread& t, List* list, Value key) {
  if (key.is_int()) return get(t, list, key.as_int());
  if (key.is_object() && key.object()->kind == Kind::Slice)
    return ListCore<V>::get_slice(t, list, key.as<Slice>());
  if (!is_index<V>(t, key)) return bad_index<V>(t, "list", key);
  int64_t index;
  return Protocol<V>::index(t, key, index) ? get(t, list, index) : Value();
}

template <class V>
bool Lists<V>::set_item(VmThread& t, List* list, Value key, Value value) {
  if (key.is_object() && key.object()->kind == Kind::Slice) {
    return value ? ListCore<V>::set_slice(t, list, key.as<Slice>(), value)
                 : ListCore<V>::delete_slice(t, list, key.as<Slice>());
  }
  if (!is_index<V>(t, key)) {
    bad_index<V>(t, "list", key);
    return false;
  }
  int64_t index;
  if (!Protocol<V>::index(t, key, index)) return false;
  if (value) return set(t, list, index, value);
  OwnedValues<V> old;
  old.taken_from(list);
  ListCore<V>::change(list, [&](List* work) {
    old.forget();
    auto size = static_cast<int64_t>(work->size);
    int64_t at = index < 0 ? index + size : index;
    if (at >= 0 && at < size) ListCore<V>::cut(work, static_cast<uint64_t>(at), 1, old);
  });
  if (old.size() > 0) return true;
  Errors<V>::raise(t, Exc::IndexError, "list assignment index out of range");
  return false;
}

template <class V>
Value Lists<V>::concat(VmThread& t, List* a, List* b) {
  OwnedValues<V> items;
  if (V::is_published(a) || V::is_published(b)) {
    ListCore<V>::snapshot(Value(a), items);
    ListCore<V>::snapshot(Value(b), items);
  } else {
    uint64_t first = ListCore<V>::size(a), second = ListCore<V>::size(b);
    Ref<V> made(Heap<V>::list(t, first + second));
    typename V::PairGuard guard(a, b);
    if (a->size == first && b->size == second) [[likely]] {
      auto* list = made.template as<List>();
      share_values<V>(a->items, list->items, first);
      share_values<V>(b->items, list->items + first, second);
      list->size = first + second;
      V::P::work(Cost::NativeByte, static_cast<int64_t>(first + second));
      return made.take();
    }
    items.share(a->items, a->size);
    items.share(b->items, b->size);
  }
  V::P::work(Cost::NativeByte, static_cast<int64_t>(items.size()));
  return Value(ListCore<V>::from_items(t, items));
}

template <class V>
Value Lists<V>::repeat(VmThread& t, Value sequence, int64_t n) {
  bool is_tuple = ListCore<V>::is_tuple(sequence);
  if (is_tuple && n == 1 && (sequence.object()->cls->class_flags & kClassBuiltin))
    return V::newref(sequence);
  OwnedValues<V> items;
  ListCore<V>::snapshot(sequence, items);
  uint64_t size = items.size(), times = n > 0 ? static_cast<uint64_t>(n) : 0;
  if (size &&
      (times > ListCore<V>::kMaxItems / size || !memory_for(size * times * sizeof(Value))))
    return Errors<V>::raise(t, Exc::MemoryError, "");
  uint64_t total = size * times;
  Value result;
  Value* to;
  if (is_tuple) {
    Tuple* tuple = Heap<V>::tuple(t, total);
    result = Value(tuple);
    to = tuple->items;
  } else {
    List* list = Heap<V>::list(t, total);
    list->size = total;
    result = Value(list);
    to = list->items;
  }
  if (size == 1 && !items[0].is_object()) {
    std::fill_n(to, total, items[0]);
  } else {
    for (uint64_t k = 0; k < times; ++k, to += size) share_values<V>(items.data(), to, size);
  }
  V::P::work(Cost::NativeByte, static_cast<int64_t>(total));
  return result;
}

template <class V>
Tuple* Lists<V>::to_tuple(VmThread& t, List* list) {
  if (Tuple* made = ListCore<V>::copy_to_tuple(t, list)) return made;
  OwnedValues<V> items;
  ListCore<V>::snapshot(Value(list), items);
  return ListCore<V>::tuple_from_items(t, items);
}

}  // namespace gilsim
