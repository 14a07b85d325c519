// What: the contents of a published dict in lock-free policies.
// Idea: one pointer leads to a table of entries in the order of insertion and an index of entry
//   numbers, probed as the private one is. A new key is claimed by a CAS on an empty index slot;
//   its value, like every later one, is a CAS on the entry's value word, which is where the key
//   comes into being. A deleted entry is never used again, so a key that comes back stands at the
//   end. A full table is frozen value by value and replaced by one CAS (Cliff Click's hash table,
//   2007); who meets a frozen one does the same.
// State: index slot: entry number or -1. Entry value: null (claimed, or not even that), a value,
//   kGone (deleted, for ever), FrozenItem* + 12. SharedTable::reserved: entries given out; bit
//   31: frozen.
// Invariants: I1 an entry's key and hash are written before its number stands in the index, and
//   never change. I2 in a table at most one entry of a key is neither gone nor unborn. I3 once
//   reserved is frozen no entry is given out, and once a value is frozen it stays.
// Threads: any. Get and contains: lock-free (wait-free but for keys that ask the language and for
//   versions); set, delete, pop, popitem, setdefault, clear: lock-free. size: wait-free; it may
//   lag behind operations under way, not behind those that have returned. Iteration is weakly
//   consistent. Keys whose equality only the language can tell: obstruction-free.
// Not here: private dicts (dict_impl.h, dict_table.h), what methods mean.
#pragma once

#include <utility>
#include <vector>

#include "vm/object/attribute_store.h"
#include "vm/object/dict_table.h"
#include "vm/object/frozen_slot.h"
#include "vm/object/ops.h"
#include "vm/object/shared_list.h"

namespace gilsim {

// An id as cache words have them; kNoCacheId when all are used up.
inline uint32_t next_keys_version(VmThread& t) {
  constexpr uint32_t kLimit = 1u << 24;  // what a cache word can hold
  // relaxed: only uniqueness counts
  uint32_t number = __atomic_fetch_add(&t.isolate->next_keys_number, 1, __ATOMIC_RELAXED);
  if (number < kLimit) return cache_id(number);
  __atomic_store_n(&t.isolate->next_keys_number, kLimit, __ATOMIC_RELAXED);  // relaxed: as above
  return kNoCacheId;
}

// keys_impl.h: of two keys with equal hashes.
template <class V>
SameKey same_key_of(VmThread& t, Value a, Value b);

struct SharedTable {
  uint64_t mask;      // index slots - 1
  uint32_t room;      // entries
  uint32_t reserved;  // atomic
  int64_t used;       // atomic: live entries
  uint32_t tail;      // atomic: no live entry stands at or behind it, perhaps
  DictEntry entries[];
  int32_t* index() { return reinterpret_cast<int32_t*>(entries + room); }
};

inline constexpr Value kGone = Value(uint64_t{0x34});  // a special that no program can have
inline constexpr uint32_t kTableFrozen = uint32_t{1} << 31;

inline bool is_live(Value v) { return !v.is_null() && v != kGone; }

// The keys and values that a published dict refers to. REQUIRES: nobody changes it: its count is
// zero or the world is stopped.
template <class Visit>
void each_shared_entry(const Dict* dict, const Visit& visit) {
  auto* table = reinterpret_cast<SharedTable*>(dict->entries);
  if (!table) return;
  uint32_t count = std::min(table->reserved & ~kTableFrozen, table->room);
  for (uint32_t k = 0; k < count; ++k) {
    Value v = thawed(table->entries[k].value);
    if (v.is_null()) continue;
    visit(table->entries[k].key);
    if (v != kGone) visit(v);
  }
}

template <class V>
class SharedDict {
 public:
  struct Key {
    Value key;
    int64_t hash;
  };

  // What the language said of keys, so that a search can start anew after each question.
  struct Answers {
    std::vector<std::pair<Value, bool>> known;
    ~Answers() {
      for (auto& [key, equal] : known) V::decref(key);
    }
    int of(Value key) const {
      for (const auto& [k, equal] : known) {
        if (k == key) return equal;
      }
      return -1;
    }
  };

  // ---- REQUIRES: private, about to be published.
  static void publish(VmThread& t, Dict* dict) {
    SharedTable* table = make_table(dict->used);
    for (uint32_t k = 0; k < dict->entry_count; ++k) {
      const DictEntry& e = dict->entries[k];
      if (!e.key.is_null()) enter(table, e.key, e.hash, e.value);
    }
    if (dict->entries) memory_free(dict->entries);
    dict->entries = reinterpret_cast<DictEntry*>(table);
    dict->indices = nullptr;
    dict->used = dict->entry_count = dict->entry_capacity = dict->index_mask = 0;
    keys_changed(t, dict);
  }
  // ---- REQUIRES: nobody else uses the dict any more.
  static void drop(Dict* dict) {
    Dict content{};
    std::swap(content.entries, dict->entries);
    each_shared_entry(&content, [](Value v) { V::decref(v); });
    if (content.entries) memory_free(content.entries);
  }

  // ---- operations. -1: an exception is pending.
  static uint64_t size(Dict* dict) {
    int64_t n = V::load(dict, current(dict)->used);
    return n < 0 ? 0 : static_cast<uint64_t>(n);
  }
  static uint64_t bytes(Dict* dict) {
    SharedTable* table = current(dict);
    return sizeof(Dict) + sizeof(SharedTable) + table->room * sizeof(DictEntry) +
           (table->mask + 1) * sizeof(int32_t);
  }
  // The value, owned, or null; error: pending.
  static Value get(VmThread& t, Dict* dict, Key key, bool& error) {
    Found found;
    error = !find(t, dict, key, found);
    return error || !found.entry ? Value() : V::newref(found.value);
  }
  // Likewise without asking the language: null also if only it knows.
  static Value get_quick(VmThread& t, Dict* dict, Key key) {
    Found found;
    look(t, dict, key, found, nullptr);
    return found.entry ? V::newref(found.value) : Value();
  }
  // Exact str keys never fail.
  static Value get_str(VmThread& t, Dict* dict, Str* key, int64_t hash) {
    Found found;
    look(t, dict, {Value(key), hash}, found, never());
    return found.entry ? V::newref(found.value) : Value();
  }
  // Shares both. only_new: leaves a value that is there, and gives it, owned, in *there.
  static bool set(VmThread& t, Dict* dict, Key key, Value value, Value* there = nullptr) {
    V::publish(key.key);
    V::publish(value);
    V::incref(value);
    Answers answers;
    for (;;) {
      Found found;
      if (!find_asking(t, dict, key, found, answers)) {
        V::decref(value);
        return false;
      }
      if (found.entry && there) {
        *there = V::newref(found.value);
        V::decref(value);
        return true;
      }
      Outcome outcome =
          found.entry ? replace(dict, found, value) : insert(t, dict, key, value, answers);
      if (outcome == Outcome::kDone) {
        if (there) *there = V::newref(value);
        return true;
      }
      if (outcome == Outcome::kFull) renew(t, dict, current(dict), 1);
    }
  }
  // 1: removed, its value (owned) in *value; 0: absent.
  static int remove(VmThread& t, Dict* dict, Key key, Value* value) {
    for (;;) {
      Found found;
      if (!find(t, dict, key, found)) return -1;
      if (!found.entry) return 0;
      if (take(t, dict, found.table, found.entry, found.value, value)) return 1;
      if (is_frozen_table(dict, found.table)) renew(t, dict, found.table, 0);
    }
  }
  // The last entry, owned; false: there is none.
  static bool remove_last(VmThread& t, Dict* dict, Value& key, Value& value) {
    for (;;) {
      SharedTable* table = current(dict);
      uint32_t reserved = V::load(dict, table->reserved);
      if (reserved & kTableFrozen) {
        renew(t, dict, table, 0);
        continue;
      }
      uint32_t tail = V::load(dict, table->tail);
      uint32_t at = std::min(tail, std::min(reserved, table->room));
      Value v;
      while (at > 0 && !is_live(v = thawed(load_value(dict, &table->entries[at - 1])))) --at;
      if (V::load(dict, table->tail) != tail) continue;
      if (at == 0) return false;
      DictEntry* entry = &table->entries[at - 1];
      key = V::newref(entry->key);
      if (take(t, dict, table, entry, v, &value)) {
        V::atomic(dict, table->tail).compare_exchange_strong(tail, at - 1);
        return true;
      }
      V::decref(key);
    }
  }
  // The next live entry at or behind position, owned; false: the end. A table that has been
  // replaced meanwhile has other numbers: entries may then be met twice or missed.
  static bool next(Dict* dict, uint32_t& position, Value& key, Value& value,
                   int64_t* hash = nullptr) {
    SharedTable* table = current(dict);
    uint32_t count = reserved_of(dict, table);
    while (position < count) {
      DictEntry* entry = &table->entries[position++];
      Value v = thawed(load_value(dict, entry));
      if (!is_live(v)) continue;
      key = V::newref(entry->key);
      value = V::newref(v);
      if (hash) *hash = entry->hash;
      return true;
    }
    return false;
  }
  static bool previous(Dict* dict, uint32_t& position, Value& key, Value& value) {
    SharedTable* table = current(dict);
    while (position > 0) {
      DictEntry* entry = &table->entries[--position];
      if (position >= reserved_of(dict, table)) continue;
      Value v = thawed(load_value(dict, entry));
      if (!is_live(v)) continue;
      key = V::newref(entry->key);
      value = V::newref(v);
      return true;
    }
    return false;
  }
  static uint32_t end(Dict* dict) { return reserved_of(dict, current(dict)); }
  static void clear(VmThread& t, Dict* dict) {
    while (!renew(t, dict, current(dict), 0, true)) {
    }
  }

  // ---- entries by number, for inline caches. The value, owned; null: there is none, or the keys
  // are of another version.
  static Value value_at(Dict* dict, uint32_t number, uint32_t version) {
    if (V::load(dict, dict->keys_version) != version) return Value();
    SharedTable* table = current(dict);
    if (number >= table->room) return Value();
    Value v = load_value(dict, &table->entries[number]);
    // A table that is replaced gets a new version before it is.
    if (V::load(dict, dict->keys_version) != version) return Value();
    if (v.is_null() || v.is_special()) v = thawed(v);
    if (!is_live(v)) return Value();
    V::incref(v);
    return v;
  }
  // The value of a str key, owned, or null; its number; and the version they belong to, kNoCacheId:
  // none.
  static Value find_numbered(VmThread& t, Dict* dict, Str* key, int64_t hash, int32_t& number,
                             uint32_t& version) {
    if (V::load(dict, dict->keys_version) == kNoCacheId) {
      typename V::Guard guard(dict);
      if (dict->keys_version == kNoCacheId) new_version(t, dict);
    }
    version = V::load(dict, dict->keys_version);
    Found found;
    look(t, dict, {Value(key), hash}, found, never());
    number = found.entry ? static_cast<int32_t>(found.entry - found.table->entries) : -1;
    Value v = found.entry ? V::newref(found.value) : Value();
    if (V::load(dict, dict->keys_version) != version || current(dict) != found.table)
      version = kNoCacheId;
    return v;
  }

 private:
  enum class Outcome { kDone, kAgain, kFull };
  struct Found {
    SharedTable* table = nullptr;
    DictEntry* entry = nullptr;  // null: absent
    Value value;                 // as it was read; not counted
  };

  static SharedTable* current(Dict* dict) {
    return reinterpret_cast<SharedTable*>(V::load(dict, dict->entries));
  }
  static Value load_value(Dict* dict, DictEntry* entry) { return V::load(dict, entry->value); }
  static uint32_t reserved_of(Dict* dict, SharedTable* table) {
    return std::min(V::load(dict, table->reserved) & ~kTableFrozen, table->room);
  }
  static bool is_frozen_table(Dict* dict, SharedTable* table) {
    return (V::load(dict, table->reserved) & kTableFrozen) != 0;
  }
  static bool swap_value(Dict* dict, DictEntry* entry, Value from, Value to) {
    // (1) acq_rel: what the value refers to is complete; pairs with the acquire of load_value
    return SharedMemory<V>::count_retry(
        V::atomic(dict, entry->value).compare_exchange_strong(from, to, std::memory_order_acq_rel));
  }

  static SharedTable* make_table(uint64_t need) {
    uint64_t slots = dict_slots_for(need + 1);
    uint32_t room = dict_room(slots);
    auto* table = static_cast<SharedTable*>(
        memory_allocate(sizeof(SharedTable) + room * sizeof(DictEntry) + slots * sizeof(int32_t)));
    table->mask = slots - 1;
    table->room = room;
    table->reserved = table->tail = 0;
    table->used = 0;
    std::memset(static_cast<void*>(table->entries), 0, room * sizeof(DictEntry));
    std::memset(table->index(), 0xff, slots * sizeof(int32_t));
    return table;
  }
  // Into a table that nobody else knows.
  static void enter(SharedTable* table, Value key, int64_t hash, Value value) {
    Probe probe(table, hash);
    while (table->index()[probe.slot] >= 0) probe.advance();
    table->index()[probe.slot] = static_cast<int32_t>(table->reserved);
    table->entries[table->reserved++] = DictEntry{hash, key, value};
    table->tail = table->reserved;
    ++table->used;
  }
  struct Probe {
    uint64_t mask, perturb, slot;
    Probe(const SharedTable* table, int64_t hash)
        : mask(table->mask),
          perturb(static_cast<uint64_t>(hash)),
          slot(static_cast<uint64_t>(hash) & table->mask) {}
    void advance() {
      perturb >>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
  };

  // Stands for: nothing but itself is equal to a str.
  static const Answers* never() {
    static const Answers none;
    return &none;
  }
  // False: pending.
  static bool find(VmThread& t, Dict* dict, Key key, Found& found) {
    Value ask = look(t, dict, key, found, nullptr);
    if (ask.is_null()) [[likely]]
      return true;
    Answers answers;
    return find_asking(t, dict, key, found, answers);
  }
  static bool find_asking(VmThread& t, Dict* dict, Key key, Found& found, Answers& answers) {
    Value ask = look(t, dict, key, found, &answers);
    while (!ask.is_null()) {
      V::incref(ask);
      int equal = Protocol<V>::equal(t, ask, key.key);
      answers.known.emplace_back(ask, equal == 1);
      if (equal < 0) return false;
      ask = look(t, dict, key, found, &answers);
    }
    return true;
  }
  // Null, or the key that the language has to be asked about.
  static Value look(VmThread& t, Dict* dict, Key key, Found& found, const Answers* answers) {
    SharedTable* table = current(dict);
    found = Found{table, nullptr, Value()};
    for (Probe probe(table, key.hash);; probe.advance()) {
      int32_t at = V::load(dict, table->index()[probe.slot]);
      if (at < 0) return Value();
      DictEntry* entry = &table->entries[at];
      if (entry->hash != key.hash) continue;
      Value v = thawed(load_value(dict, entry));
      if (!is_live(v)) continue;
      SameKey same = entry->key == key.key ? SameKey::kYes : compare(t, entry->key, key.key);
      if (same == SameKey::kAsk) {
        int answer = answers == never() ? 0 : answers ? answers->of(entry->key) : -1;
        if (answer < 0) return entry->key;
        same = answer ? SameKey::kYes : SameKey::kNo;
      }
      if (same == SameKey::kNo) continue;
      found.entry = entry;
      found.value = v;
      return Value();
    }
  }
  static SameKey compare(VmThread& t, Value a, Value b) {
    if (is_exactly_str(t, a) && is_exactly_str(t, b))
      return same_text(a.as<Str>(), b.as<Str>()) ? SameKey::kYes : SameKey::kNo;
    return same_key_of<V>(t, a, b);
  }
  static bool is_exactly_str(const VmThread& t, Value v) {
    return v.is_object() && v.object()->cls == t.isolate->classes[static_cast<int>(Kind::Str)];
  }

  // Takes value over if it is done.
  static Outcome replace(Dict* dict, const Found& found, Value value) {
    if (swap_value(dict, found.entry, found.value, value)) {
      SharedMemory<V>::retire(found.value);
      return Outcome::kDone;
    }
    return is_frozen_table(dict, found.table) ? Outcome::kFull : Outcome::kAgain;
  }

  // REQUIRES: find() has just not found the key. Takes value over if it is done.
  static Outcome insert(VmThread& t, Dict* dict, Key key, Value value, const Answers& answers) {
    SharedTable* table = current(dict);
    // A claimed entry that has no value yet may be this key's.
    Probe probe(table, key.hash);
    DictEntry* mine = nullptr;
    for (;; probe.advance()) {
      int32_t at = V::load(dict, table->index()[probe.slot]);
      if (at < 0) {
        if (!mine) mine = reserve(dict, table, key);
        if (!mine) return Outcome::kFull;
        auto number = static_cast<int32_t>(mine - table->entries);
        int32_t empty = -1;
        // (2) acq_rel: the key and its hash are written; pairs with the acquire of look()
        if (V::atomic(dict, table->index()[probe.slot])
                .compare_exchange_strong(empty, number, std::memory_order_acq_rel))
          return give_birth(t, dict, table, mine, value, true);
        at = empty;
      }
      DictEntry* entry = &table->entries[at];
      Value v = load_value(dict, entry);
      if (entry->hash != key.hash || thawed(v) == kGone) continue;
      SameKey same = entry->key == key.key ? SameKey::kYes : compare(t, entry->key, key.key);
      if (same == SameKey::kNo || (same == SameKey::kAsk && answers.of(entry->key) == 0)) continue;
      // With a value, find() will tell. Else somebody has claimed the key and goes on for us or we
      // for them; what only the language could tell apart is taken back from them.
      Outcome outcome = is_frozen_table(dict, table) ? Outcome::kFull : Outcome::kAgain;
      if (v.is_null() && same == SameKey::kYes)
        outcome = give_birth(t, dict, table, entry, value, false);
      else if (v.is_null())
        swap_value(dict, entry, v, kGone);
      if (mine) give_back(mine);
      return outcome;
    }
  }
  static DictEntry* reserve(Dict* dict, SharedTable* table, Key key) {
    uint32_t seen = V::load(dict, table->reserved);
    do {
      if ((seen & kTableFrozen) || seen >= table->room) return nullptr;
    } while (!V::atomic(dict, table->reserved).compare_exchange_strong(seen, seen + 1));
    DictEntry* entry = &table->entries[seen];
    entry->hash = key.hash;
    entry->key = V::newref(key.key);
    return entry;
  }
  // An entry that was not entered into the index: nobody has seen its key.
  static void give_back(DictEntry* entry) { V::decref(entry->key); }

  // The value of a claimed key.
  static Outcome give_birth(VmThread& t, Dict* dict, SharedTable* table, DictEntry* entry,
                            Value value, bool mine) {
    if (swap_value(dict, entry, Value(), value)) {
      V::atomic(dict, table->used).fetch_add(1);
      auto number = static_cast<uint32_t>(entry - table->entries);
      uint32_t tail = V::load(dict, table->tail);
      while (tail <= number &&
             !V::atomic(dict, table->tail).compare_exchange_strong(tail, number + 1)) {
      }
      keys_changed(t, dict);
      return Outcome::kDone;
    }
    if (!is_live(thawed(load_value(dict, entry))) && is_frozen_table(dict, table)) {
      // Frozen before it was born: it does not move to the next table.
      if (mine && thawed(load_value(dict, entry)).is_null()) SharedMemory<V>::retire(entry->key);
      return Outcome::kFull;
    }
    return Outcome::kAgain;
  }

  // Removes an entry whose value was v; *value gets it, owned.
  static bool take(VmThread& t, Dict* dict, SharedTable* table, DictEntry* entry, Value v,
                   Value* value) {
    V::incref(v);
    if (!swap_value(dict, entry, v, kGone)) {
      V::decref(v);
      return false;
    }
    V::atomic(dict, table->used).fetch_sub(1);
    keys_changed(t, dict);
    SharedMemory<V>::retire(v);
    *value = v;
    return true;
  }

  static void new_version(VmThread& t, Dict* dict) {
    V::store(dict, dict->keys_version, next_keys_version(t));
  }
  static void keys_changed(VmThread& t, Dict* dict) {
    if (V::load(dict, dict->keys_version) != kNoCacheId) [[unlikely]]
      new_version(t, dict);
  }

  // Puts a table with the same entries (or none), and room for more, in the place of this one.
  // False: another thread has put another one there.
  static bool renew(VmThread& t, Dict* dict, SharedTable* table, uint64_t more,
                    bool empty = false) {
    uint32_t seen =
        V::atomic(dict, table->reserved).fetch_or(kTableFrozen) & ~kTableFrozen;  // keeps I3
    uint32_t count = std::min(seen, table->room);
    auto* items = new std::vector<FrozenItem>(count);
    uint64_t live = 0;
    for (uint32_t k = 0; k < count;) {
      DictEntry* entry = &table->entries[k];
      Value v = load_value(dict, entry);
      (*items)[k].value = v;
      if (!is_frozen(v) && !swap_value(dict, entry, v, frozen_slot(&(*items)[k]))) continue;
      live += is_live(thawed(v));
      ++k;
    }
    SharedTable* made = make_table(empty ? 0 : live * (more ? 2 : 1) + more);
    for (uint32_t k = 0; !empty && k < count; ++k) {
      Value v = thawed(load_value(dict, &table->entries[k]));
      if (is_live(v)) enter(made, table->entries[k].key, table->entries[k].hash, v);
    }
    V::P::work(Cost::NativeByte, count);
    keys_changed(t, dict);  // before numbers mean something else
    auto* expected = reinterpret_cast<DictEntry*>(table);
    // (3) acq_rel: pairs with the acquire of current()
    bool done = V::atomic(dict, dict->entries)
                    .compare_exchange_strong(expected, reinterpret_cast<DictEntry*>(made),
                                             std::memory_order_acq_rel);  // (3)
    if (done) retire_rest(dict, table, count, empty);
    if (!done) memory_free(made);
    SharedMemory<V>::retire_by(items,
                               [](void* p) { delete static_cast<std::vector<FrozenItem>*>(p); });
    return done;
  }
  // What did not move to the new table; the rest is that table's now.
  static void retire_rest(Dict* dict, SharedTable* table, uint32_t count, bool all) {
    for (uint32_t k = 0; k < count; ++k) {
      Value v = thawed(load_value(dict, &table->entries[k]));
      if (v == kGone || (all && !v.is_null())) SharedMemory<V>::retire(table->entries[k].key);
      if (all && is_live(v)) SharedMemory<V>::retire(v);
    }
    SharedMemory<V>::retire_block(table);
  }
};

}  // namespace gilsim
