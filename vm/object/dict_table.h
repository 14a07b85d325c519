// What: the hash table inside a Dict: finding, inserting, deleting, growing. Plain functions that
//   count nothing and call nothing.
// Idea: Hettinger's compact dict: a small table of entry numbers, probed as CPython's is, over
//   entries in the order of insertion.
// State: index slot: entry number, kDictEmpty or kDictDeleted. An entry with a null key is deleted.
// Invariants: I1 slots that are not empty <= entries ever appended since the last rebuild <= two
//   thirds of the slots, so a probe ends.
// Threads: the caller holds the dict's guard, or nobody else knows the dict.
// Not here: counts, guards, keys that need the language to compare them (dict_impl.h).
#pragma once

#include <cstring>

#include "gil/base/build.h"
#include "vm/object/memory.h"
#include "vm/object/object.h"

namespace gilsim {

inline constexpr int32_t kDictEmpty = -1;
inline constexpr int32_t kDictDeleted = -2;
inline constexpr int32_t kDictAbsent = -1;  // result of a search
inline constexpr int32_t kDictAsk =
    -3;  // result of a search: equal hashes, only the language knows whether the keys are equal

// The hash of an immediate int, as CPython's: modulo 2^61 - 1, and never -1.
inline int64_t immediate_int_hash(int64_t n) {
  constexpr int64_t kModulus = (int64_t{1} << 61) - 1;
  if (n >= kModulus || n <= -kModulus) n %= kModulus;
  return n == -1 ? -2 : n;
}

enum class SameKey { kNo, kYes, kAsk };  // kAsk: only the language knows

inline bool is_text(Value v) { return v.is_object() && v.object()->kind == Kind::Str; }
inline bool same_text(const Str* a, const Str* b) {
  return a->size == b->size && std::memcmp(a->data, b->data, a->size) == 0;
}

// The probe sequence. Remembers where it is, so that a search can be taken up again.
struct DictCursor {
  uint64_t slot = 0;
  uint64_t perturb = 0;
  void start(const Dict* d, int64_t hash) {
    perturb = static_cast<uint64_t>(hash);
    slot = perturb & d->index_mask;
  }
  void advance(const Dict* d) {
    perturb >>= 5;
    slot = (slot * 5 + perturb + 1) & d->index_mask;
  }
};

// For an exact str: equal text is equal. Entry number or kDictAbsent.
inline int32_t dict_find_str(const Dict* d, const Str* key, int64_t hash) {
  if (!d->indices) return kDictAbsent;
  DictCursor c;
  c.start(d, hash);
  for (;; c.advance(d)) {
    int32_t at = d->indices[c.slot];
    if (at >= 0) {
      const DictEntry& entry = d->entries[at];
      if (entry.key == Value(key)) return at;
      if (entry.hash == hash && is_text(entry.key) && same_text(entry.key.as<Str>(), key))
        return at;
    } else if (at == kDictEmpty) {
      return kDictAbsent;
    }
  }
}

// For an immediate int. Entry number, kDictAbsent or kDictAsk (the entry may be a float, a bool, an
// object).
inline int32_t dict_find_int(const Dict* d, Value key, int64_t hash) {
  if (!d->indices) return kDictAbsent;
  DictCursor c;
  c.start(d, hash);
  for (;; c.advance(d)) {
    int32_t at = d->indices[c.slot];
    if (at >= 0) {
      const DictEntry& entry = d->entries[at];
      if (entry.key == key) return at;
      if (entry.hash == hash && !entry.key.is_int() && !is_text(entry.key)) return kDictAsk;
    } else if (at == kDictEmpty) {
      return kDictAbsent;
    }
  }
}

// ---- layout: one block holds the entries and, behind them, the index.
inline uint64_t dict_slots(const Dict* d) { return d->indices ? uint64_t{d->index_mask} + 1 : 0; }
inline uint32_t dict_room(uint64_t slots) { return static_cast<uint32_t>(slots * 2 / 3); }

// Gives d a table of `slots` (a power of two; 0: none) with its live entries; true: the old block
// (may be null) is the caller's to free.
inline void* dict_rebuild(Dict* d, uint64_t slots) {
  void* old_block = d->entries;
  const DictEntry* old = d->entries;
  uint32_t room = dict_room(slots);
  char* block =
      static_cast<char*>(memory_allocate(room * sizeof(DictEntry) + slots * sizeof(int32_t)));
  auto* entries = reinterpret_cast<DictEntry*>(block);
  auto* indices = reinterpret_cast<int32_t*>(block + room * sizeof(DictEntry));
  std::memset(indices, 0xff, slots * sizeof(int32_t));
  uint64_t mask = slots - 1;
  uint32_t count = 0;
  for (uint32_t k = 0; k < d->entry_count; ++k) {
    if (old[k].key.is_null()) continue;
    uint64_t perturb = static_cast<uint64_t>(old[k].hash), slot = perturb & mask;
    while (indices[slot] != kDictEmpty) {
      perturb >>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
    indices[slot] = static_cast<int32_t>(count);
    entries[count++] = old[k];
  }
  d->entries = entries;
  d->indices = indices;
  d->index_mask = static_cast<uint32_t>(mask);
  d->entry_count = count;
  d->entry_capacity = room;
  return old_block;
}

// The size for `need` live entries.
inline uint64_t dict_slots_for(uint64_t need) {
  uint64_t slots = kHostile ? 2 : 8;
  while (dict_room(slots) < need) slots <<= 1;
  return slots;
}

// Makes room for one more entry if there is none; as CPython, to three times the live entries.
inline void dict_make_room(Dict* d) {
  if (d->entry_count < d->entry_capacity) return;
  uint64_t slots = dict_slots_for(uint64_t{d->used} * 2 + 1);
  if (void* old = dict_rebuild(d, slots)) memory_free(old);
}

// Appends an entry and takes both references over. REQUIRES: the key is absent and there is room.
// Keeps I1.
inline void dict_append(Dict* d, Value key, int64_t hash, Value value) {
  DictCursor c;
  c.start(d, hash);
  while (d->indices[c.slot] >= 0) c.advance(d);
  d->indices[c.slot] = static_cast<int32_t>(d->entry_count);
  d->entries[d->entry_count++] = DictEntry{hash, key, value};
  ++d->used;
  ++d->modified;
}

// Removes entry `at`; its references are the caller's from now on.
inline DictEntry dict_remove(Dict* d, int32_t at) {
  DictEntry& entry = d->entries[at];
  DictEntry old = entry;
  DictCursor c;
  c.start(d, entry.hash);
  while (d->indices[c.slot] != at) c.advance(d);
  d->indices[c.slot] = kDictDeleted;
  entry.key = Value();
  entry.value = Value();
  --d->used;
  ++d->modified;
  return old;
}

// The last live entry, or -1. Deleted entries behind it are given up, together with their room
// (I1).
inline int32_t dict_last(Dict* d) {
  while (d->entry_count > 0 && d->entries[d->entry_count - 1].key.is_null()) {
    --d->entry_count;
    --d->entry_capacity;
  }
  return static_cast<int32_t>(d->entry_count) - 1;
}

// The first live entry at or behind `from`, or -1.
inline int32_t dict_next(const Dict* d, uint32_t from) {
  while (from < d->entry_count && d->entries[from].key.is_null()) ++from;
  return from < d->entry_count ? static_cast<int32_t>(from) : -1;
}

}  // namespace gilsim
