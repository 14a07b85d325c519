// What: the common cases of lists, tuples, dicts and iterators, for the interpreter's loop: a
//   handful of instructions each, no calls but to free something.
// Idea: each gives "no" (null, false, -1) whenever the case is not the common one; the caller's
//   slow path then does everything. Only exact built-in classes come here; the caller has checked
//   the class or the function does.
// Invariants: I1 "no" never leaves a pending exception or a changed object. I2 what was replaced is
//   released after unlocking.
// Threads: any; shared state is touched under the object's guard only.
// Not here: everything else about containers (list_impl.h, dict_impl.h, iterators_impl.h).
#pragma once

#include "vm/object/dict_table.h"
#include "vm/object/ops.h"
#include "vm/object/shared_dict.h"

namespace gilsim {

template <Kind kKind>
inline bool is_exactly(const VmThread& t, Value v) {
  return v.is_object() && v.object()->cls == t.isolate->classes[static_cast<int>(kKind)];
}

// ---- cells. Wait-free in lock-free policies.
// Owned, or null: unbound.
template <class V>
inline Value load_cell(Cell* cell) {
  if (V::is_published(cell)) return V::newref(V::load(cell, cell->value));
  typename V::OwnGuard guard(cell);
  Value v = cell->value;
  V::incref(v);
  return v;
}
// Puts v (owned, maybe null) in and gives out what was there (owned).
template <class V>
inline Value store_cell_take(Cell* cell, Value v) {
  if (V::is_published(cell)) {
    V::publish(v);
    // (1) acq_rel: what v refers to is complete; pairs with the acquire of load_cell
    Value old = V::atomic(cell, cell->value).exchange(v, std::memory_order_acq_rel);
    V::incref(old);
    SharedMemory<V>::retire(old);
    return old;
  }
  typename V::OwnGuard guard(cell);
  Value old = cell->value;
  cell->value = v;
  return old;
}
template <class V>
inline void store_cell(Cell* cell, Value v) {
  V::decref(store_cell_take<V>(cell, v));
}

// The bounds of a slice whose parts are immediate ints or None, as slice.indices() gives them, and
// how many places that is. False: other parts, or a step of 0.
struct SliceBounds {
  int64_t start, stop, step, count;
};
inline bool quick_bounds(Value start, Value stop, Value step, int64_t size, SliceBounds& out) {
  for (Value v : {start, stop, step}) {
    if (!v.is_int() && !v.is_none()) return false;
  }
  out.step = step.is_none() ? 1 : step.as_int();
  if (out.step == 0) return false;
  bool up = out.step > 0;
  int64_t low = up ? 0 : -1, high = up ? size : size - 1;
  auto bound = [&](Value v, int64_t absent) {
    if (v.is_none()) return absent;
    int64_t n = v.as_int();
    if (n < 0) n += size;
    return n < low ? low : n > high ? high : n;
  };
  out.start = bound(start, up ? low : high);
  out.stop = bound(stop, up ? high : low);
  if (out.step == 1)
    out.count = out.start < out.stop ? out.stop - out.start : 0;
  else if (up)
    out.count = out.start < out.stop ? (out.stop - out.start - 1) / out.step + 1 : 0;
  else
    out.count = out.start > out.stop ? (out.start - out.stop - 1) / -out.step + 1 : 0;
  return true;
}

// ---- lists and tuples. The item is owned; null: the index is out of range.
template <class V>
[[gnu::always_inline]] inline Value list_get_inline(List* list, int64_t index) {
  if (V::is_published(list)) return SharedList<V>::get(list, index);
  typename V::OwnGuard guard(list);
  if (index < 0) index += static_cast<int64_t>(list->size);
  if (static_cast<uint64_t>(index) >= list->size) [[unlikely]]
    return Value();
  Value v = list->items[index];
  V::incref(v);
  return v;
}

// list[first][second] for lists of lists under object locks, without counting the inner list: it
// cannot go while the outer one is locked. Its lock is only tried, so nobody waits for two. Owned;
// null: take the two steps.
template <class V>
inline Value nested_get_inline(VmThread& t, Value container, Value first, Value second) {
  if constexpr (V::kObjectLocks) {
    if (!first.is_int() || !second.is_int() || !is_exactly<Kind::List>(t, container))
      return Value();
    auto* outer = container.as<List>();
    typename V::Guard guard(outer);
    int64_t at = first.as_int();
    if (at < 0 || static_cast<uint64_t>(at) >= outer->size) return Value();
    Value item = outer->items[at];
    if (!is_exactly<Kind::List>(t, item) || !V::try_lock(item.object())) return Value();
    V::P::tally(&Counters::nested_locks);
    auto* inner = item.as<List>();
    Value value;
    at = second.as_int();
    if (at >= 0 && static_cast<uint64_t>(at) < inner->size) value = V::newref(inner->items[at]);
    V::unlock(inner);
    return value;
  } else {
    (void)t, (void)container, (void)first, (void)second;
    return Value();
  }
}

// Shares value. False: the index is out of range.
template <class V>
[[gnu::always_inline]] inline bool list_set_inline(List* list, int64_t index, Value value) {
  Value old;
  {
    typename V::OwnGuard guard(list);
    if (index < 0) index += static_cast<int64_t>(list->size);
    if (static_cast<uint64_t>(index) >= list->size) [[unlikely]]
      return V::is_published(list) && SharedList<V>::set(list, index, value);
    V::incref(value);
    old = list->items[index];
    list->items[index] = value;
  }
  V::decref(old);
  return true;
}

// Takes item over. False: no room; nothing is done.
template <class V>
inline bool list_append_inline(List* list, Value item) {
  typename V::OwnGuard guard(list);
  uint64_t size = list->size;
  if (size == list->capacity) [[unlikely]] {
    if (!V::is_published(list)) return false;
    SharedList<V>::append(list, item);
    return true;
  }
  list->items[size] = item;
  list->size = size + 1;
  return true;
}

// A character of an ASCII str; else null.
template <class V>
inline Value ascii_get_inline(VmThread& t, const Str* s, int64_t index) {
  if (index < 0) index += s->length;
  if (static_cast<uint64_t>(index) >= s->length || !s->is_ascii()) [[unlikely]]
    return Value();
  Str* c = t.isolate->ascii_chars[static_cast<unsigned char>(s->data[index])];
  V::incref(c);
  return Value(static_cast<Object*>(c));
}

template <class V>
[[gnu::always_inline]] inline Value tuple_get_inline(const Tuple* tuple, int64_t index) {
  if (index < 0) index += static_cast<int64_t>(tuple->size);
  if (static_cast<uint64_t>(index) >= tuple->size) [[unlikely]]
    return Value();
  Value v = tuple->items[index];
  V::incref(v);
  return v;
}

// ---- dicts
template <class V>
inline int64_t str_hash_inline(const Str* s) {
  int64_t hash = s->hash;
  return hash != 0 ? hash : Strings<V>::hash(const_cast<Str*>(s));
}

// For exact str keys. Owned; null: absent.
template <class V>
inline Value dict_get_str_inline(Dict* dict, Str* key) {
  int64_t hash = str_hash_inline<V>(key);
  if (V::is_published(dict)) [[unlikely]]
    return SharedDict<V>::get_str(V::current(), dict, key, hash);
  typename V::OwnGuard guard(dict);
  int32_t at = dict_find_str(dict, key, hash);
  if (at < 0) return Value();
  Value v = dict->entries[at].value;
  V::incref(v);
  return v;
}

// The hash of an exact str or an immediate int. False: another key.
template <class V>
inline bool quick_key_hash(const VmThread& t, Value key, int64_t& hash) {
  if (is_exactly<Kind::Str>(t, key)) {
    hash = str_hash_inline<V>(key.as<Str>());
    return true;
  }
  if (!key.is_int()) return false;
  hash = immediate_int_hash(key.as_int());
  return true;
}
// REQUIRES: quick_key_hash() gave the hash, and the dict's guard. Entry number, kDictAbsent or
// kDictAsk.
inline int32_t dict_find_quick(const Dict* dict, Value key, int64_t hash) {
  return key.is_int() ? dict_find_int(dict, key, hash) : dict_find_str(dict, key.as<Str>(), hash);
}

// dict[key] for exact str and immediate int keys. Owned; null: absent, or another key: take the
// slow path.
template <class V>
inline Value dict_get_inline(VmThread& t, Dict* dict, Value key) {
  int64_t hash;
  if (!quick_key_hash<V>(t, key, hash)) return Value();
  if (V::is_published(dict)) [[unlikely]]
    return SharedDict<V>::get_quick(t, dict, {key, hash});
  typename V::OwnGuard guard(dict);
  int32_t at = dict_find_quick(dict, key, hash);
  if (at < 0) return Value();
  Value v = dict->entries[at].value;
  V::incref(v);
  return v;
}

// Whether an exact str or immediate int is a key: 1, 0, or -1: take the slow path.
template <class V>
inline int dict_contains_inline(VmThread& t, Dict* dict, Value key) {
  int64_t hash;
  if (!quick_key_hash<V>(t, key, hash)) return -1;
  if (V::is_published(dict)) [[unlikely]] {
    Value v = SharedDict<V>::get_quick(t, dict, {key, hash});
    V::decref(v);
    return v ? 1 : -1;  // absent, or to be asked about
  }
  typename V::OwnGuard guard(dict);
  int32_t at = dict_find_quick(dict, key, hash);
  return at >= 0 ? 1 : at == kDictAbsent ? 0 : -1;
}

// A dict that instructions have cached (keys_version not kNoCacheId) gets a new version when its
// keys change. REQUIRES: the dict's guard.
template <class V>
inline void dict_keys_changed(VmThread& t, Dict* dict) {
  if (dict->keys_version == kNoCacheId) [[likely]]
    return;
  V::store(static_cast<Object*>(dict), dict->keys_version, next_keys_version(t));
}

// dict[key] = value for exact str and immediate int keys. Shares both. False: take the slow path.
template <class V>
inline bool dict_set_inline(VmThread& t, Dict* dict, Value key, Value value) {
  int64_t hash;
  if (!quick_key_hash<V>(t, key, hash)) return false;
  if (V::is_published(dict)) [[unlikely]]
    return false;  // its keys may have to be asked about
  Value old;
  {
    typename V::OwnGuard guard(dict);
    int32_t at = dict_find_quick(dict, key, hash);
    if (at == kDictAsk) return false;
    V::incref(value);
    if (at >= 0) {
      old = dict->entries[at].value;
      dict->entries[at].value = value;
    } else {
      V::incref(key);
      dict_make_room(dict);
      dict_append(dict, key, hash, value);
      dict_keys_changed<V>(t, dict);
    }
  }
  V::decref(old);
  return true;
}

// ---- global names through the cache word of LoadGlobal: bits 0-31 keys version of globals, with
// kBuiltinWord in the low byte for a name found in builtins · globals: 32-63 entry · builtins:
// 32-41 entry, 42-63 number of the keys version of builtins.
inline constexpr uint32_t kGlobalWord = cache_id(0);
inline constexpr uint32_t kBuiltinWord = 2;
template <class V>
Value load_builtin_cached(VmThread& t, Dict* globals, uint64_t word);

// Owned, or null: the word does not match.
template <class V>
[[gnu::always_inline]] inline Value load_global_cached(VmThread& t, Dict* globals, uint64_t word) {
  if constexpr (V::kParallel) {  // before the guard: no two dicts are held at once
    if ((word & 0xff) != kGlobalWord) return load_builtin_cached<V>(t, globals, word);
  }
  if (V::is_published(globals)) {
    return SharedDict<V>::value_at(globals, static_cast<uint32_t>(word >> 32),
                                   static_cast<uint32_t>(word));
  }
  typename V::OwnGuard guard(globals);
  if (globals->keys_version != static_cast<uint32_t>(word)) [[unlikely]]
    return V::kParallel ? Value() : load_builtin_cached<V>(t, globals, word);
  uint64_t index = word >> 32;
  Value v = globals->entries[index].value;
  V::incref(v);
  return v;
}
template <class V>
[[gnu::always_inline]] inline Value load_builtin_cached(VmThread& t, Dict* globals, uint64_t word) {
  uint32_t version = static_cast<uint32_t>(word) ^ kBuiltinWord ^ kGlobalWord;
  uint32_t index = cache_index(word);
  Value v;
  if ((word & 0xff) == kBuiltinWord) {
    Dict* builtins = t.isolate->builtins;
    if (V::is_published(builtins)) {
      // globals last: the builtin is hidden as soon as their keys have changed.
      v = SharedDict<V>::value_at(builtins, index, cache_id(cache_version(word)));
      if (!v || V::load(static_cast<Object*>(globals), globals->keys_version) == version) return v;
      V::decref(v);
      return Value();
    }
    typename V::OwnGuard guard(builtins);
    if (V::load(static_cast<Object*>(globals), globals->keys_version) != version) [[unlikely]]
      return v;
    if (builtins->keys_version != cache_id(cache_version(word))) [[unlikely]]
      return v;
    v = builtins->entries[index].value;
    V::incref(v);
  }
  return v;
}

// ---- iterators. Owned; null: exhausted, or another kind of iterator: take the slow path.
template <class V>
inline bool may_be_shared(Object* object) {
  if constexpr (V::kBiased)
    return !V::is_private(object);
  else if constexpr (V::kParallel)
    return !V::is_only_reference(object);
  else
    return false;
}

[[gnu::always_inline]] inline Value range_step(RangeIterator* range) {
  if (range->remaining == 0) return Value();
  int64_t n = range->next;
  // The step past the last int is never used, but must not overflow.
  range->next = static_cast<int64_t>(static_cast<uint64_t>(n) + static_cast<uint64_t>(range->step));
  --range->remaining;
  return Value::integer(n);
}

template <class V>
inline Value list_iterator_step(IndexIterator* iterator) {
  Value source = iterator->object;
  if (source.is_null()) return Value();
  auto* list = source.as<List>();
  typename V::OwnGuard guard(list);
  if (static_cast<uint64_t>(iterator->index) >= list->size) {
    if (!V::is_published(list)) return Value();
    Value v = SharedList<V>::get(list, iterator->index);
    if (v) ++iterator->index;
    return v;
  }
  Value v = list->items[iterator->index++];
  V::incref(v);
  return v;
}

template <class V>
inline Value tuple_iterator_step(IndexIterator* iterator) {
  Value source = iterator->object;
  if (source.is_null()) return Value();
  auto* tuple = source.as<Tuple>();
  if (static_cast<uint64_t>(iterator->index) >= tuple->size) return Value();
  Value v = tuple->items[iterator->index++];
  V::incref(v);
  return v;
}

// The keys of a dict that has not changed its size.
template <class V>
inline Value dict_iterator_step(DictIterator* iterator) {
  Dict* dict = iterator->dict;
  if (!dict || iterator->what == Kind::DictItems || iterator->reversed) return Value();
  if (V::is_published(dict)) return Value();
  typename V::OwnGuard guard(dict);
  if (dict->used != iterator->used_at_start || iterator->remaining == 0) return Value();
  int32_t at = dict_next(dict, iterator->position);
  if (at < 0) return Value();
  iterator->position = static_cast<uint32_t>(at) + 1;
  --iterator->remaining;
  Value v = iterator->what == Kind::DictView ? dict->entries[at].key : dict->entries[at].value;
  V::incref(v);
  return v;
}

// The next entry of a dict's items. False: it has ended, or an exception is pending. REQUIRES: a
// private dict, forwards.
template <class V>
inline bool step_items(VmThread& t, DictIterator* iterator, Value* pair) {
  Dict* dict = iterator->dict;
  const char* changed = nullptr;
  {
    typename V::OwnGuard guard(dict);
    int32_t at = -1;
    if (dict->used != iterator->used_at_start) {
      changed = "dictionary changed size during iteration";
    } else if ((at = dict_next(dict, iterator->position)) >= 0 && iterator->remaining == 0) {
      changed = "dictionary keys changed during iteration";
    } else if (at >= 0) {
      iterator->position = static_cast<uint32_t>(at) + 1;
      --iterator->remaining;
      pair[0] = dict->entries[at].key;
      pair[1] = dict->entries[at].value;
      V::incref(pair[0]);
      V::incref(pair[1]);
      return true;
    }
  }
  iterator->dict = nullptr;
  V::decref(dict);
  if (changed) Errors<V>::raise(t, Exc::RuntimeError, changed);
  return false;
}

// deque[index]. Owned, or null: out of range.
template <class V>
inline Value deque_get_inline(Deque* deque, int64_t index) {
  typename V::Guard guard(deque);
  if (index < 0) index += static_cast<int64_t>(deque->size);
  if (index < 0 || static_cast<uint64_t>(index) >= deque->size) return Value();
  uint64_t place = (deque->head + static_cast<uint64_t>(index)) & (deque->capacity - 1);
  return V::newref(deque->items[place]);
}

// Whether it is an iterator of a library module whose class is the module's own.
inline bool is_tool(Object* object) {
  return object->kind == Kind::Tool && (object->cls->class_flags & kClassBuiltin);
}
// The next item as a loop takes it: StopIteration that a function or an iterator of the program
// has raised is the end.
template <class V>
inline Value tool_next(VmThread& t, Value iterator) {
  auto* tool = iterator.as<ToolIterator>();
  Value v = tool->step(t, tool);
  if (v.is_null() && t.pending && Errors<V>::pending_is(t, Exc::StopIteration)) Errors<V>::clear(t);
  return v;
}

template <class V>
inline Value iterator_step_inline(Value iterator) {
  Object* object = iterator.object();
  switch (object->kind) {
    case Kind::RangeIterator: {
      auto* range = static_cast<RangeIterator*>(object);
      if (may_be_shared<V>(object)) {
        typename V::Guard guard(object);
        return range_step(range);
      }
      return range_step(range);
    }
    case Kind::ListIterator:
      return may_be_shared<V>(object) ? Value()
                                      : list_iterator_step<V>(static_cast<IndexIterator*>(object));
    case Kind::TupleIterator:
      return may_be_shared<V>(object) ? Value()
                                      : tuple_iterator_step<V>(static_cast<IndexIterator*>(object));
    case Kind::DictIterator:
      return may_be_shared<V>(object) ? Value()
                                      : dict_iterator_step<V>(static_cast<DictIterator*>(object));
    default:
      return Value();
  }
}

}  // namespace gilsim
