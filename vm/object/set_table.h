// What: the hash table inside a Set: probing, inserting, growing. Plain functions that count
//   nothing and call nothing.
// Idea: probes and grows exactly as CPython 3.11's sets (a short linear run, then a jump), so that
//   sets of the same hashes print alike.
// State: entry: never used (null key, hash 0) · deleted (kSetDummy, hash -1) · live.
// Invariants: I1 fill counts live and deleted entries and stays below three fifths of the slots, so
//   a probe ends.
// Threads: the caller holds the set's guard, or nobody else knows the set.
// Not here: counts, guards, keys that need the language to compare them (set_impl.h).
#pragma once

#include <cstring>
#include <iterator>

#include "vm/object/memory.h"
#include "vm/object/object.h"

namespace gilsim {

inline constexpr uint64_t kSetLinearProbes = 9;
inline constexpr int kSetPerturbShift = 5;
inline constexpr uint64_t kSetMinSlots = 8;

// The probe sequence; remembers where it is, so that a search can be taken up again.
struct SetCursor {
  uint64_t start = 0;  // of the current linear run
  uint64_t at = 0;
  uint64_t left = 0;  // probes left in the run behind `at`
  uint64_t perturb = 0;
  uint64_t deleted = kNone;  // the last deleted entry that was passed
  static constexpr uint64_t kNone = ~uint64_t{0};
  void begin(uint64_t mask, int64_t hash) {
    deleted = kNone;
    perturb = static_cast<uint64_t>(hash);
    run(mask, perturb & mask);
  }
  void advance(uint64_t mask) {
    if (left > 0) {
      --left;
      ++at;
      return;
    }
    perturb >>= kSetPerturbShift;
    run(mask, (start * 5 + 1 + perturb) & mask);
  }

 private:
  void run(uint64_t mask, uint64_t from) {
    start = at = from;
    left = from + kSetLinearProbes <= mask ? kSetLinearProbes : 0;
  }
};

inline bool set_entry_unused(const SetEntry& entry) { return entry.key.is_null(); }
inline bool set_entry_live(const SetEntry& entry) {
  return !entry.key.is_null() && entry.key != kSetDummy;
}

// Puts a key that is known to be absent into a table without deleted entries.
inline void set_insert_clean(SetEntry* table, uint64_t mask, Value key, int64_t hash) {
  SetCursor c;
  c.begin(mask, hash);
  while (!set_entry_unused(table[c.at])) c.advance(mask);
  table[c.at] = SetEntry{hash, key};
}

// A table of the smallest size that is more than `need`; drops deleted entries.
inline void set_resize(Set* set, uint64_t need) {
  uint64_t slots = kSetMinSlots;
  while (slots <= need) slots <<= 1;
  SetEntry* old = set->table;
  uint64_t old_mask = set->mask;
  bool old_is_block = old != set->small;
  SetEntry copy[kSetMinSlots];
  SetEntry* fresh;
  if (slots == kSetMinSlots) {
    fresh = set->small;
    if (!old_is_block) {
      if (set->fill == set->used) return;
      std::copy(std::begin(set->small), std::end(set->small), copy);
      old = copy;
    }
  } else {
    fresh = static_cast<SetEntry*>(memory_allocate(slots * sizeof(SetEntry)));
  }
  std::fill(fresh, fresh + slots, SetEntry{0, Value()});
  set->mask = slots - 1;
  set->table = fresh;
  set->fill = set->used;
  for (uint64_t k = 0; k <= old_mask; ++k) {
    if (set_entry_live(old[k])) set_insert_clean(fresh, slots - 1, old[k].key, old[k].hash);
  }
  if (old_is_block) memory_free(old);
}

inline void set_grow(Set* set) {
  set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

// Puts a key, taken over, where its search has ended at an unused entry, or into the last deleted
// entry that the search has passed.
inline void set_occupy(Set* set, const SetCursor& end, Value key, int64_t hash) {
  ++set->used;
  ++set->modified;
  if (end.deleted != SetCursor::kNone) {
    set->table[end.deleted] = SetEntry{hash, key};
    return;
  }
  set->table[end.at] = SetEntry{hash, key};
  ++set->fill;
  if (set->fill * 5 >= set->mask * 3) set_grow(set);
}

// Deletes a live entry; its key is the caller's from now on.
inline Value set_vacate(Set* set, SetEntry* entry) {
  Value key = entry->key;
  *entry = SetEntry{-1, kSetDummy};
  --set->used;
  ++set->modified;
  return key;
}

// Drops deleted entries if they are more than a quarter of the slots.
inline void set_tidy(Set* set) {
  if (set->fill - set->used > set->mask / 4) set_grow(set);
}

// Makes room for `more` keys at once, as CPython does before it merges a set or dict.
inline void set_room_for(Set* set, uint64_t more) {
  if ((set->fill + more) * 5 >= set->mask * 3) set_resize(set, (set->used + more) * 2);
}

// Empties the set; the old table is the caller's: `small` receives a copy if the table was inside
// the set.
inline SetEntry* set_take_table(Set* set, SetEntry (&small)[kSetMinSlots], uint64_t& mask) {
  SetEntry* table = set->table;
  mask = set->mask;
  if (table == set->small) {
    std::copy(std::begin(set->small), std::end(set->small), small);
    table = small;
  }
  std::fill(std::begin(set->small), std::end(set->small), SetEntry{0, Value()});
  set->table = set->small;
  set->mask = kSetMinSlots - 1;
  set->fill = set->used = 0;
  set->finger = 0;
  ++set->modified;
  return table;
}

}  // namespace gilsim
