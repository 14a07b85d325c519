// What: making and stepping the iterators of built-in layouts.
// Invariants: I1 an iterator's position is read and moved under its own guard, then the item is
// read under the container's guard: never two
//   guards at once. I2 an exhausted iterator drops its container and stays exhausted.
// Threads: any; an iterator shared by threads gives each item to one of them.
// Not here: the loop's own fast paths (vm/interp/loop_fast_paths.h), generators (hooks).
#pragma once

#include "vm/object/by_kind_items_impl.h"

namespace gilsim {

template <class V>
struct Iteration {
  static Value index_iterator(VmThread& t, Kind kind, Value object, int64_t index) {
    auto* it = Heap<V>::template make<IndexIterator>(t, kind);
    it->object = V::newref(object);
    it->index = index;
    Heap<V>::track_immutable(t, it);
    return Value(it);
  }
  static Value dict_iterator(VmThread& t, Dict* dict, Kind what, bool reversed) {
    auto* it = Heap<V>::template make<DictIterator>(t, Kind::DictIterator);
    it->dict = V::newref(dict);
    it->what = what;
    it->reversed = reversed;
    if (V::is_published(dict)) {
      it->used_at_start = it->remaining = static_cast<uint32_t>(SharedDict<V>::size(dict));
      it->position = reversed ? SharedDict<V>::end(dict) : 0;
    } else {
      typename V::Guard guard(dict);
      it->used_at_start = it->remaining = dict->used;
      it->position = reversed ? dict->entry_count : 0;
    }
    Heap<V>::track_immutable(t, it);
    return Value(it);
  }
  static Value set_iterator(VmThread& t, Set* set) {
    auto* it = Heap<V>::template make<SetIterator>(t, Kind::SetIterator);
    it->set = V::newref(set);
    it->position = 0;
    it->used_at_start = SetAlgebra<V>::size(set);
    Heap<V>::track_immutable(t, it);
    return Value(it);
  }
  static Value range_iterator(VmThread& t, Range* r) {
    int64_t start, step, length;
    bool small = Numbers<V>::int64_of(r->start, start) && Numbers<V>::int64_of(r->step, step) &&
                 Numbers<V>::int64_of(r->length, length) && Value::fits_int(start) &&
                 Value::fits_int(step);
    int64_t last;
    small = small && !__builtin_mul_overflow(step, length, &last) &&
            !__builtin_add_overflow(start, last, &last) && Value::fits_int(last);
    if (!small) return index_iterator(t, Kind::SequenceIterator, Value(r), 0);
    auto* it = Heap<V>::template make<RangeIterator>(t, Kind::RangeIterator);
    it->next = start;
    it->step = step;
    it->remaining = static_cast<uint64_t>(length);
    return Value(it);
  }

  // ---- steps. Null without an exception: exhausted.
  static Value step_range(VmThread& t, RangeIterator* it) {
    int64_t n;
    {
      typename V::Guard guard(it);
      if (it->remaining == 0) return Value();
      n = it->next;
      it->next += it->step;
      --it->remaining;
    }
    return Heap<V>::integer(t, n);
  }

  // Takes the next index and the container (owned, or null when exhausted).
  static Value advance(IndexIterator* it, int64_t by, int64_t& index) {
    typename V::Guard guard(it);
    index = it->index;
    it->index += by;
    return V::newref(it->object);
  }
  static Value exhaust(IndexIterator* it) {
    Value old;
    {
      typename V::Guard guard(it);
      old = it->object;
      it->object = Value();
    }
    V::decref(old);
    return Value();
  }

  static Value step_sequence(IndexIterator* it) {
    int64_t index;
    Ref<V> sequence(advance(it, 1, index));
    if (!sequence) return Value();
    Value item = Comparison<V>::item(sequence.get(), static_cast<uint64_t>(index));
    return item ? item : exhaust(it);
  }

  static size_t bytes_of_letter(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
  static Value step_str(VmThread& t, IndexIterator* it) {
    Ref<V> held;
    std::string_view letter;
    {
      typename V::Guard guard(it);
      if (it->object.is_null()) return Value();
      Str* s = it->object.template as<Str>();
      if (static_cast<uint64_t>(it->index) < s->size) {
        held = Ref<V>::share(it->object);
        size_t bytes = bytes_of_letter(static_cast<unsigned char>(s->data[it->index]));
        letter = s->view().substr(static_cast<size_t>(it->index), bytes);
        it->index += static_cast<int64_t>(bytes);
      }
    }
    if (letter.empty()) return exhaust(it);
    if (letter.size() == 1)
      return Value(V::newref(t.isolate->ascii_chars[static_cast<unsigned char>(letter[0])]));
    return Value(Heap<V>::str(t, letter));
  }

  static Value step_bytes(IndexIterator* it) {
    int64_t index;
    Ref<V> bytes(advance(it, 1, index));
    if (!bytes) return Value();
    {
      typename V::Guard guard(bytes.get().object());
      std::string_view data = SequenceMath<V>::bytes_of(bytes.get());
      if (static_cast<uint64_t>(index) < data.size())
        return Value::integer(static_cast<unsigned char>(data[static_cast<size_t>(index)]));
    }
    return exhaust(it);
  }

  // reversed() of any sequence, downwards to index 0.
  static Value step_reverse(VmThread& t, IndexIterator* it) {
    int64_t index;
    Ref<V> sequence(advance(it, -1, index));
    if (!sequence) return Value();
    if (index < 0) return exhaust(it);
    Kind kind = layout_of(sequence.get());
    Value item = kind == Kind::List || kind == Kind::Tuple
                     ? Comparison<V>::item(sequence.get(), static_cast<uint64_t>(index))
                     : Protocol<V>::get_item(t, sequence.get(), Value::integer(index));
    if (item) return item;
    return end_on_index_error(t, it);
  }
  static Value end_on_index_error(VmThread& t, IndexIterator* it) {
    if (t.pending) {
      if (!Errors<V>::pending_is(t, Exc::IndexError) &&
          !Errors<V>::pending_is(t, Exc::StopIteration))
        return Value();
      Errors<V>::clear(t);
    }
    return exhaust(it);
  }
  static Value step_by_index(VmThread& t, IndexIterator* it) {
    int64_t index;
    Ref<V> sequence(advance(it, 1, index));
    if (!sequence) return Value();
    Ref<V> key(Heap<V>::integer(t, index));
    Value item = Protocol<V>::get_item(t, sequence.get(), key.get());
    return item ? item : end_on_index_error(t, it);
  }

  static Value step_dict(VmThread& t, DictIterator* it) {
    Ref<V> dict;
    {
      typename V::Guard guard(it);
      if (!it->dict) return Value();
      dict = Ref<V>::share(Value(it->dict));
    }
    Ref<V> key, value;
    const char* changed = nullptr;
    bool more = take_entry(it, dict.template as<Dict>(), key, value, changed);
    if (changed) {
      drop(it->dict, it);
      return Errors<V>::raise(t, Exc::RuntimeError, changed);
    }
    if (!more) {
      drop(it->dict, it);
      return Value();
    }
    if (it->what == Kind::DictView) return key.take();
    if (it->what == Kind::DictValues) return value.take();
    return Value(Heap<V>::tuple(t, {key.get(), value.get()}));
  }
  // The iterator's position is moved under the dict's guard: both belong together. Shared iterators
  // may repeat an entry, never tear.
  static bool take_entry(DictIterator* it, Dict* dict, Ref<V>& key, Ref<V>& value,
                         const char*& changed) {
    if (V::is_published(dict)) return take_shared(it, dict, key, value, changed);
    typename V::Guard guard(dict);
    if (dict->used != it->used_at_start) changed = "dictionary changed size during iteration";
    uint32_t position = it->position;
    bool found = false;
    while (!changed && !found && (it->reversed ? position > 0 : position < dict->entry_count)) {
      uint32_t index = it->reversed ? position - 1 : position;
      position = it->reversed ? position - 1 : position + 1;
      if (index >= dict->entry_count) continue;
      const DictEntry& entry = dict->entries[index];
      if (entry.key.is_null()) continue;
      if (it->remaining == 0) {
        changed = "dictionary keys changed during iteration";
        break;
      }
      --it->remaining;
      key = Ref<V>::share(entry.key);
      value = Ref<V>::share(entry.value);
      found = true;
    }
    it->position = position;
    return found;
  }
  static bool take_shared(DictIterator* it, Dict* dict, Ref<V>& key, Ref<V>& value,
                          const char*& changed) {
    typename V::Guard guard(it);
    if (SharedDict<V>::size(dict) != it->used_at_start) {
      changed = "dictionary changed size during iteration";
      return false;
    }
    Value k, v;
    bool found = it->reversed ? SharedDict<V>::previous(dict, it->position, k, v)
                              : SharedDict<V>::next(dict, it->position, k, v);
    if (!found) return false;
    key = Ref<V>(k);
    value = Ref<V>(v);
    if (it->remaining == 0) {
      changed = "dictionary keys changed during iteration";
      return false;
    }
    --it->remaining;
    return true;
  }
  template <class T>
  static void drop(T*& field, Object* owner) {
    T* old;
    {
      typename V::Guard guard(owner);
      old = field;
      field = nullptr;
    }
    V::xdecref(old);
  }

  static Value step_set(VmThread& t, SetIterator* it) {
    Ref<V> set;
    {
      typename V::Guard guard(it);
      if (!it->set) return Value();
      set = Ref<V>::share(Value(it->set));
    }
    Value key;
    bool changed;
    {
      auto* s = set.template as<Set>();
      typename V::Guard guard(V::kBiased ? static_cast<Object*>(it) : s);
      bool shared = SharedSet<V>::is_shared(s);
      changed = (shared ? SharedSet<V>::size(s) : s->used) != it->used_at_start;
      if (shared && !changed) key = SharedSet<V>::next(s, it->position);
      while (!changed && !shared && key.is_null() && it->position <= s->mask) {
        Value candidate = s->table[it->position++].key;
        if (!candidate.is_null() && candidate != kSetDummy) key = V::newref(candidate);
      }
    }
    if (key) return key;
    drop(it->set, it);
    return changed ? Errors<V>::raise(t, Exc::RuntimeError, "Set changed size during iteration")
                   : Value();
  }

  static Value step_call(VmThread& t, CallIterator* it) {
    Ref<V> function, sentinel;
    {
      typename V::Guard guard(it);
      function = Ref<V>::share(it->function);
      sentinel = Ref<V>::share(it->sentinel);
    }
    if (!function) return Value();
    Ref<V> value(Protocol<V>::call(t, function.get(), {}));
    if (!value) {
      if (Errors<V>::pending_is(t, Exc::StopIteration)) Errors<V>::clear(t);
      return Value();
    }
    int equal = Protocol<V>::equal(t, sentinel.get(), value.get());
    if (equal == 0) return value.take();
    if (equal > 0) {
      Ref<V> old;
      typename V::Guard guard(it);
      old = Ref<V>(it->function);
      it->function = Value();
      guard.unlock();
    }
    return Value();
  }

  static Value step_enumerate(VmThread& t, Enumerate* it) {
    Ref<V> item(Protocol<V>::next(t, it->iterator));
    if (!item) return Value();
    Ref<V> index;
    {
      typename V::Guard guard(it);
      index = Ref<V>::share(it->index);
      if (index.get().is_int() && Value::fits_int(index.get().as_int() + 1))
        it->index = Value::integer(index.get().as_int() + 1);
      else
        index = Ref<V>();
    }
    if (!index) {  // beyond 62 bits, or boxed
      index = Ref<V>::share(it->index);
      Ref<V> old(it->index);
      it->index = Numbers<V>::binary(t, BinaryOp::Add, index.get(), Value::integer(1));
      if (it->index.is_null()) return Value();
      V::publish_for(it, it->index);
    }
    return Value(Heap<V>::tuple(t, {index.get(), item.get()}));
  }

  // One item of each iterator into `items`; null at the first that has ended: *ended is its number.
  static bool one_of_each(VmThread& t, Tuple* iterators, Tuple* items, uint64_t& ended) {
    for (uint64_t k = 0; k < iterators->size; ++k) {
      items->items[k] = Protocol<V>::next(t, iterators->items[k]);
      if (items->items[k].is_null()) {
        ended = k;
        return false;
      }
    }
    return true;
  }

  static Value step_zip(VmThread& t, Zip* it) {
    if (it->iterators->size == 0) return Value();
    Ref<V> items(Heap<V>::tuple(t, it->iterators->size));
    uint64_t ended = 0;
    if (one_of_each(t, it->iterators, items.template as<Tuple>(), ended)) return items.take();
    if (t.pending || !it->strict) return Value();
    return zip_ended(t, it->iterators, ended);
  }
  // zip(strict=True): all have to end together.
  static Value zip_ended(VmThread& t, Tuple* iterators, uint64_t ended) {
    auto range_text = [](uint64_t n) {
      return n == 1 ? std::string("argument 1") : message({"arguments 1-", std::to_string(n)});
    };
    if (ended > 0) {
      return Errors<V>::value_error(t, message({"zip() argument ", std::to_string(ended + 1),
                                                " is shorter than ", range_text(ended)}));
    }
    for (uint64_t k = 1; k < iterators->size; ++k) {
      Ref<V> item(Protocol<V>::next(t, iterators->items[k]));
      if (item) {
        return Errors<V>::value_error(t, message({"zip() argument ", std::to_string(k + 1),
                                                  " is longer than ", range_text(k)}));
      }
      if (t.pending) return Value();
    }
    return Value();
  }

  static Value step_map(VmThread& t, MapIterator* it) {
    uint64_t n = it->iterators->size;
    if (n == 1) {
      Ref<V> item(Protocol<V>::next(t, it->iterators->items[0]));
      return item ? Protocol<V>::call(t, it->function, {item.get()}) : Value();
    }
    Ref<V> items(Heap<V>::tuple(t, n));
    uint64_t ended = 0;
    if (!one_of_each(t, it->iterators, items.template as<Tuple>(), ended)) return Value();
    return Protocol<V>::call(t, it->function,
                             CallArgs{items.template as<Tuple>()->items, static_cast<uint32_t>(n)});
  }

  static Value step_filter(VmThread& t, MapIterator* it) {
    for (;;) {
      Ref<V> item(Protocol<V>::next(t, it->iterators->items[0]));
      if (!item) return Value();
      Ref<V> verdict = it->function.is_none() || it->function.is_null()
                           ? Ref<V>::share(item.get())
                           : Ref<V>(Protocol<V>::call(t, it->function, {item.get()}));
      int truth = verdict ? Protocol<V>::truth(t, verdict.get()) : -1;
      if (truth != 0) return truth > 0 ? item.take() : Value();
      if (!t.isolate->hooks.safe_point || t.isolate->hooks.safe_point(t)) continue;
      return Value();
    }
  }

  static Value step_generator(VmThread& t, Generator* g) {
    Value returned;
    Value value = t.isolate->hooks.resume_generator(t, g, Value(), &returned);
    V::decref(returned);
    return value;
  }
};

template <class V>
Value ByKind<V>::iterate(VmThread& t, Value v, bool& handled) {
  using Make = Iteration<V>;
  handled = true;
  switch (layout_of(v)) {
    case Kind::List:
      return Make::index_iterator(t, Kind::ListIterator, v, 0);
    case Kind::Tuple:
      return Make::index_iterator(t, Kind::TupleIterator, v, 0);
    case Kind::Str:
      return Make::index_iterator(t, Kind::StrIterator, v, 0);
    case Kind::Bytes:
    case Kind::ByteArray:
      return Make::index_iterator(t, Kind::BytesIterator, v, 0);
    case Kind::Dict:
      return Make::dict_iterator(t, v.as<Dict>(), Kind::DictView, false);
    case Kind::DictView:
    case Kind::DictValues:
    case Kind::DictItems:
      return Make::dict_iterator(t, v.as<DictView>()->dict, v.object()->kind, false);
    case Kind::Set:
    case Kind::FrozenSet:
      return Make::set_iterator(t, v.as<Set>());
    case Kind::Range:
      return Make::range_iterator(t, v.as<Range>());
    case Kind::Generator:
    case Kind::RangeIterator:
    case Kind::ListIterator:
    case Kind::TupleIterator:
    case Kind::ReverseIterator:
    case Kind::StrIterator:
    case Kind::BytesIterator:
    case Kind::DictIterator:
    case Kind::SetIterator:
    case Kind::SequenceIterator:
    case Kind::CallIterator:
    case Kind::Enumerate:
    case Kind::Zip:
    case Kind::Map:
    case Kind::Filter:
    case Kind::Tool:
      return V::newref(v);
    case Kind::Deque:
      return Deques<V>::iterate(t, v.as<Deque>());
    default:
      handled = false;
      return Value();
  }
}

template <class V>
Value ByKind<V>::next(VmThread& t, Value iterator, bool& handled) {
  using Step = Iteration<V>;
  handled = true;
  if (iterator.is_object()) {
    switch (iterator.object()->kind) {
      case Kind::Generator:
        return Step::step_generator(t, iterator.as<Generator>());
      case Kind::RangeIterator:
        return Step::step_range(t, iterator.as<RangeIterator>());
      case Kind::ListIterator:
      case Kind::TupleIterator:
        return Step::step_sequence(iterator.as<IndexIterator>());
      case Kind::StrIterator:
        return Step::step_str(t, iterator.as<IndexIterator>());
      case Kind::BytesIterator:
        return Step::step_bytes(iterator.as<IndexIterator>());
      case Kind::ReverseIterator:
        return Step::step_reverse(t, iterator.as<IndexIterator>());
      case Kind::SequenceIterator:
        return Step::step_by_index(t, iterator.as<IndexIterator>());
      case Kind::DictIterator:
        return Step::step_dict(t, iterator.as<DictIterator>());
      case Kind::SetIterator:
        return Step::step_set(t, iterator.as<SetIterator>());
      case Kind::CallIterator:
        return Step::step_call(t, iterator.as<CallIterator>());
      case Kind::Enumerate:
        return Step::step_enumerate(t, iterator.as<Enumerate>());
      case Kind::Zip:
        return Step::step_zip(t, iterator.as<Zip>());
      case Kind::Map:
        return Step::step_map(t, iterator.as<MapIterator>());
      case Kind::Filter:
        return Step::step_filter(t, iterator.as<MapIterator>());
      case Kind::Tool:
        return iterator.as<ToolIterator>()->step(t, iterator.as<ToolIterator>());
      default:
        break;
    }
  }
  handled = false;
  return Value();
}

}  // namespace gilsim
