// What: dicts: look-up, insertion, deletion, update.
// Idea: every operation is one critical section around the table. A key that only the language can
//   compare is asked about outside it; if the dict has not changed meanwhile the search goes on
//   behind that entry, else it starts anew.
// Invariants: I1 no call, and no count to zero, while the guard is held. I2 what an operation
//   removes it releases after unlocking.
// Threads: any; each operation is atomic.
// Not here: the table (dict_table.h), methods (dict_methods_impl.h), views and iterators
//   (dict_views_impl.h).
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "vm/object/heap_impl.h"
#include "vm/object/keys_impl.h"
#include "vm/object/message.h"

namespace gilsim {

template <class V>
struct DictCore {
  using Guard = typename V::OwnGuard;
  using Shared = SharedDict<V>;

  // Finds key and calls action(entry or kDictAbsent) under the guard; it may change the table, and
  // puts what it removes into places that are released afterwards. False: an exception is pending
  // and action was not called.
  template <class Action>
  static bool with(VmThread& t, Dict* dict, Value key, int64_t hash, Action&& action) {
    if (key.is_int() || is_exactly<Kind::Str>(t, key)) {
      Guard guard(dict);
      int32_t at = dict_find_quick(dict, key, hash);
      if (at != kDictAsk) {
        action(at);
        return true;
      }
    }
    return with_any(t, dict, key, hash, action);
  }

  template <class Action>
  static bool with_any(VmThread& t, Dict* dict, Value key, int64_t hash, Action&& action) {
    DictCursor cursor;
    uint32_t modified = 0;
    int answer = -1;
    int32_t asked_at = kDictAbsent;
    for (;;) {
      Value asked;
      {
        Guard guard(dict);
        if (answer < 0 || dict->modified != modified)
          cursor.start(dict, hash);
        else if (answer == 1)
          return action(asked_at), true;
        else
          cursor.advance(dict);
        asked_at = probe(t, dict, key, hash, cursor);
        if (asked_at < 0) return action(kDictAbsent), true;
        if (dict->entries[asked_at].key == key ||
            Keys<V>::same_key(t, dict->entries[asked_at].key, key) == SameKey::kYes) {
          return action(asked_at), true;
        }
        modified = dict->modified;
        asked = V::newref(dict->entries[asked_at].key);
      }
      Ref<V> held(asked);
      answer = Protocol<V>::equal(t, asked, key);
      if (answer < 0) return false;
    }
  }

  // The next entry that is the key or may be it, or kDictAbsent.
  static int32_t probe(VmThread& t, Dict* dict, Value key, int64_t hash, DictCursor& c) {
    if (!dict->indices) return kDictAbsent;
    for (;; c.advance(dict)) {
      int32_t at = dict->indices[c.slot];
      if (at == kDictEmpty) return kDictAbsent;
      if (at < 0) continue;
      const DictEntry& entry = dict->entries[at];
      if (entry.key == key) return at;
      if (entry.hash == hash && Keys<V>::same_key(t, entry.key, key) != SameKey::kNo) return at;
    }
  }

  // REQUIRES: the guard, key absent. Shares both.
  static void insert(VmThread& t, Dict* dict, Value key, int64_t hash, Value value) {
    V::publish_for(dict, key);
    V::publish_for(dict, value);
    V::incref(key);
    V::incref(value);
    dict_make_room(dict);
    dict_append(dict, key, hash, value);
    dict_keys_changed<V>(t, dict);
  }
  // REQUIRES: the guard. What was there is in old.
  static void put(VmThread& t, Dict* dict, int32_t at, Value key, int64_t hash, Value value,
                  Value& old) {
    if (at < 0) return insert(t, dict, key, hash, value);
    V::publish_for(dict, value);
    old = dict->entries[at].value;
    dict->entries[at].value = V::newref(value);
  }
  static DictEntry remove(VmThread& t, Dict* dict, int32_t at) {
    DictEntry old = dict_remove(dict, at);
    dict_keys_changed<V>(t, dict);
    return old;
  }

  static bool set_hashed(VmThread& t, Dict* dict, Value key, int64_t hash, Value value) {
    if (V::is_published(dict)) return Shared::set(t, dict, {key, hash}, value);
    Value old;
    bool good =
        with(t, dict, key, hash, [&](int32_t at) { put(t, dict, at, key, hash, value, old); });
    V::decref(old);
    return good;
  }
  static Value get_hashed(VmThread& t, Dict* dict, Value key, int64_t hash, bool& error) {
    if (V::is_published(dict)) return Shared::get(t, dict, {key, hash}, error);
    Value v;
    error = !with(t, dict, key, hash, [&](int32_t at) {
      if (at >= 0) v = V::newref(dict->entries[at].value);
    });
    return v;
  }
  // Owned; null: pending.
  static Value setdefault(VmThread& t, Dict* dict, Value key, int64_t hash, Value fallback) {
    Value result;
    if (V::is_published(dict)) {
      Shared::set(t, dict, {key, hash}, fallback, &result);
      return result;
    }
    bool good = with(t, dict, key, hash, [&](int32_t at) {
      if (at < 0) insert(t, dict, key, hash, fallback);
      result = V::newref(at < 0 ? fallback : dict->entries[at].value);
    });
    return good ? result : Value();
  }
  // The last entry, owned; false: there is none.
  static bool remove_last(VmThread& t, Dict* dict, Value& key, Value& value) {
    if (V::is_published(dict)) return Shared::remove_last(t, dict, key, value);
    Guard guard(dict);
    int32_t at = dict_last(dict);
    if (at < 0) return false;
    DictEntry last = remove(t, dict, at);
    key = last.key;
    value = last.value;
    return true;
  }
  // 1, 0, -1.
  static int contains_hashed(VmThread& t, Dict* dict, Value key, int64_t hash) {
    if (V::is_published(dict)) {
      bool error;
      Ref<V> value(Shared::get(t, dict, {key, hash}, error));
      return error ? -1 : static_cast<bool>(value);
    }
    bool found = false;
    if (!with(t, dict, key, hash, [&](int32_t at) { found = at >= 0; })) return -1;
    return found;
  }
  static int contains(VmThread& t, Dict* dict, Value key) {
    int64_t hash;
    return Keys<V>::hash(t, key, hash) ? contains_hashed(t, dict, key, hash) : -1;
  }

  static uint64_t size(Dict* dict) {
    if (V::is_published(dict)) return Shared::size(dict);
    Guard guard(dict);
    return dict->used;
  }

  // All entries at one moment (in lock-free policies one after the other), with references of their
  // own.
  static std::vector<DictEntry> snapshot(Dict* dict) {
    std::vector<DictEntry> entries;
    if (V::is_published(dict)) {
      DictEntry entry{};
      for (uint32_t position = 0;
           Shared::next(dict, position, entry.key, entry.value, &entry.hash);)
        entries.push_back(entry);
    } else {
      Guard guard(dict);
      entries.reserve(dict->used);
      for (int32_t at = dict_next(dict, 0); at >= 0;
           at = dict_next(dict, static_cast<uint32_t>(at) + 1)) {
        const DictEntry& entry = dict->entries[at];
        V::incref(entry.key);
        V::incref(entry.value);
        entries.push_back(entry);
      }
    }
    V::P::work(Cost::NativeByte, static_cast<int64_t>(entries.size()));
    return entries;
  }
  static void drop_snapshot(const std::vector<DictEntry>& entries) {
    for (const DictEntry& entry : entries) {
      V::decref(entry.key);
      V::decref(entry.value);
    }
  }

  // Copies other's entries into the new dict `copy`, which nobody else knows.
  static void copy_into(VmThread& t, Dict* copy, Dict* other) {
    if (V::is_published(other)) {
      update_from_dict(t, copy, other);
      return;
    }
    Guard guard(other);
    copy_entries(t, copy, other);
  }
  // REQUIRES: the guards; copy was never filled, neither is published.
  static void copy_entries(VmThread& t, Dict* copy, Dict* other) {
    if (other->used == 0) return;
    dict_rebuild(copy, dict_slots_for(other->used));
    for (int32_t at = dict_next(other, 0); at >= 0;
         at = dict_next(other, static_cast<uint32_t>(at) + 1)) {
      const DictEntry& entry = other->entries[at];
      V::incref(entry.key);
      V::incref(entry.value);
      dict_append(copy, entry.key, entry.hash, entry.value);
    }
    dict_keys_changed<V>(t, copy);
    V::P::work(Cost::NativeByte, other->used);
  }

  static bool update_from_dict(VmThread& t, Dict* dict, Dict* other) {
    if (dict == other) return true;
    if (!V::is_published(dict) && !V::is_published(other)) {
      typename V::PairGuard guard(dict, other);
      if (!dict->entries) {
        copy_entries(t, dict, other);
        return true;
      }
    }
    std::vector<DictEntry> entries = snapshot(other);
    bool good = true;
    for (const DictEntry& entry : entries)
      good = good && set_hashed(t, dict, entry.key, entry.hash, entry.value);
    drop_snapshot(entries);
    return good;
  }

  // other has keys(): other[k] for each.
  static bool update_from_mapping(VmThread& t, Dict* dict, Value other) {
    Ref<V> keys(Protocol<V>::call_method(t, other, "keys", {}));
    if (!keys) return false;
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, keys.get()));
    if (!iterator) return false;
    for (;;) {
      Ref<V> key(Protocol<V>::next(t, iterator.get()));
      if (!key) return t.pending.is_null();
      Ref<V> value(Protocol<V>::get_item(t, other, key.get()));
      if (!value || !Dicts<V>::set(t, dict, key.get(), value.get())) return false;
    }
  }

  static bool update_from_pairs(VmThread& t, Dict* dict, Value pairs) {
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, pairs));
    if (!iterator) return false;
    for (size_t number = 0;; ++number) {
      if (number && !Protocol<V>::within_memory(t, number)) return false;
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) return t.pending.is_null();
      Ref<V> pair(Protocol<V>::to_tuple(t, item.get()));
      if (!pair) {
        if (Errors<V>::pending_is(t, Exc::TypeError)) {
          Errors<V>::clear(t);
          Errors<V>::type_error(t, "cannot convert dictionary update sequence element #" +
                                       std::to_string(number) + " to a sequence");
        }
        return false;
      }
      Tuple* tuple = pair.template as<Tuple>();
      if (tuple->size != 2) {
        Errors<V>::value_error(t, "dictionary update sequence element #" + std::to_string(number) +
                                      " has length " + std::to_string(tuple->size) +
                                      "; 2 is required");
        return false;
      }
      if (!Dicts<V>::set(t, dict, tuple->items[0], tuple->items[1])) return false;
    }
  }
};

template <class V>
Value Dicts<V>::get(VmThread& t, Dict* dict, Value key, bool& error) {
  int64_t hash;
  error = !Keys<V>::hash(t, key, hash);
  return error ? Value() : DictCore<V>::get_hashed(t, dict, key, hash, error);
}

template <class V>
Value Dicts<V>::get_str(VmThread&, Dict* dict, Str* key) {
  return dict_get_str_inline<V>(dict, key);
}

template <class V>
Value Dicts<V>::get_str(VmThread& t, Dict* dict, std::string_view key) {
  Ref<V> s(Heap<V>::str(t, key));
  return get_str(t, dict, s.template as<Str>());
}

template <class V>
bool Dicts<V>::set(VmThread& t, Dict* dict, Value key, Value value) {
  int64_t hash;
  return Keys<V>::hash(t, key, hash) && DictCore<V>::set_hashed(t, dict, key, hash, value);
}

template <class V>
bool Dicts<V>::set_str(VmThread& t, Dict* dict, Str* key, Value value) {
  int64_t hash = str_hash_inline<V>(key);
  if (V::is_published(dict)) return SharedDict<V>::set(t, dict, {Value(key), hash}, value);
  Value old;
  {
    typename V::OwnGuard guard(dict);
    DictCore<V>::put(t, dict, dict_find_str(dict, key, hash), Value(key), hash, value, old);
  }
  V::decref(old);
  return true;
}

template <class V>
bool Dicts<V>::set_str(VmThread& t, Dict* dict, std::string_view key, Value value) {
  Ref<V> s(Heap<V>::intern(t, key));
  return set_str(t, dict, s.template as<Str>(), value);
}

template <class V>
int Dicts<V>::del(VmThread& t, Dict* dict, Value key) {
  bool error = false;
  Ref<V> old(pop(t, dict, key, error));
  return error ? -1 : static_cast<bool>(old);
}

template <class V>
Value Dicts<V>::pop(VmThread& t, Dict* dict, Value key, bool& error) {
  int64_t hash;
  error = !Keys<V>::hash(t, key, hash);
  if (error) return Value();
  if (V::is_published(dict)) {
    Value value;
    error = SharedDict<V>::remove(t, dict, {key, hash}, &value) < 0;
    return value;
  }
  DictEntry old{0, Value(), Value()};
  error = !DictCore<V>::with(t, dict, key, hash, [&](int32_t at) {
    if (at >= 0) old = DictCore<V>::remove(t, dict, at);
  });
  V::decref(old.key);
  return old.value;
}

template <class V>
bool Dicts<V>::update(VmThread& t, Dict* dict, Value other) {
  if (other.is_object() && other.object()->kind == Kind::Dict) {
    Class* cls = other.object()->cls;
    bool plain =
        (cls->class_flags & kClassBuiltin) ||
        Classes<V>::special(t, cls, Special::iter) ==
            Classes<V>::special(t, t.isolate->classes[static_cast<int>(Kind::Dict)], Special::iter);
    return plain ? DictCore<V>::update_from_dict(t, dict, other.as<Dict>())
                 : DictCore<V>::update_from_mapping(t, dict, other);
  }
  Ref<V> name(Heap<V>::intern(t, std::string_view("keys")));
  Ref<V> keys(Classes<V>::get_attr_optional(t, other, name.template as<Str>()));
  if (t.pending) return false;
  return keys ? DictCore<V>::update_from_mapping(t, dict, other)
              : DictCore<V>::update_from_pairs(t, dict, other);
}

template <class V>
Dict* Dicts<V>::copy(VmThread& t, Dict* dict) {
  Dict* made = Heap<V>::dict(t);
  DictCore<V>::copy_into(t, made, dict);
  return made;
}

template <class V>
void Dicts<V>::clear(VmThread& t, Dict* dict) {
  if (V::is_published(dict)) return SharedDict<V>::clear(t, dict);
  DictEntry* entries;
  uint32_t count;
  {
    typename V::OwnGuard guard(dict);
    entries = dict->entries;
    count = dict->entry_count;
    dict->entries = nullptr;
    dict->indices = nullptr;
    dict->used = dict->entry_count = dict->entry_capacity = dict->index_mask = 0;
    ++dict->modified;
    dict_keys_changed<V>(t, dict);
  }
  for (uint32_t k = 0; k < count; ++k) {
    V::decref(entries[k].key);
    V::decref(entries[k].value);
  }
  Heap<V>::raw_free(entries);
}

template <class V>
bool Dicts<V>::next_entry(VmThread&, Dict* dict, uint32_t& position, Value& key, Value& value) {
  if (V::is_published(dict)) return SharedDict<V>::next(dict, position, key, value);
  typename V::OwnGuard guard(dict);
  int32_t at = dict_next(dict, position);
  if (at < 0) return false;
  position = static_cast<uint32_t>(at) + 1;
  key = V::newref(dict->entries[at].key);
  value = V::newref(dict->entries[at].value);
  return true;
}

template <class V>
List* Dicts<V>::keys(VmThread& t, Dict* dict) {
  std::vector<DictEntry> entries = DictCore<V>::snapshot(dict);
  List* list = Heap<V>::list(t, entries.size());
  for (const DictEntry& entry : entries) list->items[list->size++] = V::newref(entry.key);
  DictCore<V>::drop_snapshot(entries);
  return list;
}

template <class V>
List* Dicts<V>::elements(VmThread& t, Value v) {
  if (!v.is_object()) return nullptr;
  Kind kind = v.object()->kind;
  constexpr Kind kKnown[] = {Kind::Set,        Kind::FrozenSet, Kind::Dict, Kind::DictView,
                             Kind::DictValues, Kind::DictItems, Kind::Deque};
  if (std::find(std::begin(kKnown), std::end(kKnown), kind) == std::end(kKnown) ||
      !Protocol<V>::iterates_as_built_in(t, v.object()))
    return nullptr;
  if (kind == Kind::Deque) return Deques<V>::items(t, v.as<Deque>());
  if (kind == Kind::Set || kind == Kind::FrozenSet) {
    std::vector<Value> values = ByKind<V>::set_snapshot(v.as<Set>());
    List* list = Heap<V>::list(t, values.size());
    for (Value value : values) list->items[list->size++] = value;
    return list;
  }
  if (kind == Kind::Dict) return keys(t, v.as<Dict>());
  std::vector<DictEntry> entries = DictCore<V>::snapshot(v.as<DictView>()->dict);
  List* list = Heap<V>::list(t, entries.size());
  for (const DictEntry& entry : entries) {
    Value item = kind == Kind::DictView     ? V::newref(entry.key)
                 : kind == Kind::DictValues ? V::newref(entry.value)
                                            : Value(Heap<V>::tuple(t, {entry.key, entry.value}));
    list->items[list->size++] = item;
  }
  DictCore<V>::drop_snapshot(entries);
  return list;
}

// ---- LoadGlobal
template <class V>
struct GlobalLookup {
  // The entry's value, owned, or null; at: its number; version: of the keys, one is given to a dict
  // that has none.
  static Value find(VmThread& t, Dict* dict, Str* name, int64_t hash, int32_t& at,
                    uint32_t& version) {
    if (V::is_published(dict))
      return SharedDict<V>::find_numbered(t, dict, name, hash, at, version);
    typename V::OwnGuard guard(dict);
    at = dict_find_str(dict, name, hash);
    if (dict->keys_version == kNoCacheId) {
      dict->keys_version = cache_id(0);
      dict_keys_changed<V>(t, dict);
    }
    version = dict->keys_version;
    return at >= 0 ? V::newref(dict->entries[at].value) : Value();
  }

  static Value not_defined(VmThread& t, Str* name) {
    Errors<V>::raise(t, Exc::NameError, message({"name '", name->view(), "' is not defined"}));
    if (t.pending && t.pending.object()->kind == Kind::Exception) {
      Value& extra = t.pending.as<Exception>()->extra;
      Value old = extra;
      extra = V::newref(Value(name));
      V::decref(old);
    }
    return Value();
  }
};

template <class V>
Value Dicts<V>::load_global(VmThread& t, Dict* globals, Str* name, uint64_t* cache) {
  int64_t hash = str_hash_inline<V>(name);
  int32_t at;
  uint32_t version, builtins_version;
  Value v = GlobalLookup<V>::find(t, globals, name, hash, at, version);
  if (v) {
    if (version != kNoCacheId) {
      V::store_cache(cache, static_cast<uint64_t>(at) << 32 | version);
    }
    return v;
  }
  v = GlobalLookup<V>::find(t, t.isolate->builtins, name, hash, at, builtins_version);
  if (!v) return GlobalLookup<V>::not_defined(t, name);
  if (version != kNoCacheId && builtins_version != kNoCacheId &&
      (builtins_version >> 8) < kCacheVersionLimit &&
      static_cast<uint32_t>(at) < kCacheIndexLimit) {
    V::store_cache(cache, (version ^ kGlobalWord ^ kBuiltinWord) | static_cast<uint64_t>(at) << 32 |
                              uint64_t{builtins_version >> 8} << 42);
  }
  return v;
}

template <class V>
Value Dicts<V>::get_item(VmThread& t, Dict* dict, Value key) {
  bool error = false;
  Value v = get(t, dict, key, error);
  if (v || error) return v;
  if (!(dict->cls->class_flags & kClassBuiltin)) {
    bool found = false;
    v = Classes<V>::call_special(t, Value(dict), Special::missing, {key}, found);
    if (found) return v;
  }
  return Errors<V>::raise_value(t, Exc::KeyError, key);
}

}  // namespace gilsim
