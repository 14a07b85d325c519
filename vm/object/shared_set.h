// What: the contents of a published set in lock-free policies.
// Idea: the table of the private set, probed the same way, with a pointer to an immutable item
//   (hash, key) in each slot, so that one CAS adds or deletes. A deleted slot is not used again,
//   so two threads that add equal keys meet at the same unused slot. Growing, clearing and
//   replacing freeze each slot and install a new table by one CAS, as shared_dict.h. Frozensets
//   never change and stay as they are.
// State: slot: 0 unused, kSetDummy deleted, SharedSetItem*; bit 3 set: frozen. Set::table points
//   to the SharedSetTable, everything else in Set is empty.
// Invariants: I1 slots never become unused again within a table. I2 a frozen slot stays.
// Threads: any. contains: lock-free; add, discard, pop, clear: lock-free (keys whose equality
//   only the language can tell: another thread's unequal keys are asked about once each). size:
//   wait-free; it may lag behind operations under way. Iteration is weakly consistent.
// Not here: private sets (set_impl.h, set_table.h).
#pragma once

#include <vector>

#include "vm/object/set_table.h"
#include "vm/object/shared_dict.h"

namespace gilsim {

struct alignas(16) SharedSetItem {
  int64_t hash;
  Value key;
};
struct SharedSetTable {
  uint64_t mask;
  uint64_t fill;    // atomic: slots that are not unused
  int64_t used;     // atomic: live ones
  uint64_t finger;  // atomic: where the next pop starts to look
  uint64_t slots[];
};
inline constexpr uint64_t kSlotFrozen = 8;
inline constexpr uint64_t kSlotDeleted = 0x30;  // no address

// Null: the slot is unused or deleted.
inline SharedSetItem* item_of_slot(uint64_t slot) {
  slot &= ~kSlotFrozen;
  return slot == kSlotDeleted ? nullptr : reinterpret_cast<SharedSetItem*>(slot);
}
inline bool is_shared_set(const Set* set) {
  return share_state(set) != 0 && set->kind == Kind::Set;
}

// The keys of a published set. REQUIRES: nobody changes it: its count is zero or the world is
// stopped.
template <class Visit>
void each_shared_key(const Set* set, const Visit& visit) {
  auto* table = reinterpret_cast<SharedSetTable*>(set->table);
  for (uint64_t k = 0; table && k <= table->mask; ++k) {
    if (SharedSetItem* item = item_of_slot(table->slots[k])) visit(item->key);
  }
}

template <class V>
class SharedSet {
 public:
  static bool is_shared(const Set* set) { return set->kind == Kind::Set && V::is_published(set); }

  // ---- REQUIRES: private, about to be published.
  static void publish(Set* set) {
    SharedSetTable* table = table_of(*set);
    if (set->table != set->small) memory_free(set->table);
    std::fill(std::begin(set->small), std::end(set->small), SetEntry{0, Value()});
    set->table = reinterpret_cast<SetEntry*>(table);
    set->fill = set->used = set->mask = 0;
  }
  // ---- REQUIRES: nobody else uses the set any more.
  static void drop(Set* set) {
    auto* table = reinterpret_cast<SharedSetTable*>(set->table);
    set->table = nullptr;
    for (uint64_t k = 0; table && k <= table->mask; ++k) {
      if (SharedSetItem* item = item_of_slot(table->slots[k])) drop_item(item);
    }
    if (table) memory_free(table);
  }

  // ---- operations. -1 or false: an exception is pending, unless said otherwise.
  static uint64_t size(Set* set) {
    int64_t n = V::load(set, current(set)->used);
    return n < 0 ? 0 : static_cast<uint64_t>(n);
  }
  static int contains(VmThread& t, Set* set, Value key, int64_t hash) {
    Answers answers;
    Place place;
    return find(t, set, key, hash, answers, place) ? place.item != nullptr : -1;
  }
  // Shares key.
  static bool add(VmThread& t, Set* set, Value key, int64_t hash) {
    Answers answers;
    SharedSetItem* mine = nullptr;
    bool good;
    for (;;) {
      Place place;
      good = find(t, set, key, hash, answers, place);
      if (!good || place.item) break;
      if (place.seen & kSlotFrozen) {
        renew(set, place.table, Change::kGrow);
        continue;
      }
      if (!mine) {
        V::publish(key);
        mine = new SharedSetItem{hash, V::newref(key)};
      }
      if (!swap(set, place.table, place.at, place.seen, reinterpret_cast<uint64_t>(mine))) continue;
      mine = nullptr;
      V::atomic(set, place.table->used).fetch_add(1);
      uint64_t fill = V::atomic(set, place.table->fill).fetch_add(1) + 1;
      if (fill * 5 >= place.table->mask * 3) renew(set, place.table, Change::kGrow);
      break;
    }
    if (mine) drop_item(mine);
    return good;
  }
  // 1: removed; 0: absent.
  static int discard(VmThread& t, Set* set, Value key, int64_t hash) {
    Answers answers;
    for (;;) {
      Place place;
      if (!find(t, set, key, hash, answers, place)) return -1;
      if (!place.item) return 0;
      if (place.seen & kSlotFrozen)
        renew(set, place.table, Change::kKeep);
      else if (remove(set, place.table, place.at, place.seen))
        return 1;
    }
  }
  // Any key, owned; null without an exception: there is none.
  static Value pop(Set* set) {
    for (;;) {
      SharedSetTable* table = current(set);
      uint64_t from = V::load(set, table->finger);
      bool frozen = false;
      for (uint64_t k = 0; k <= table->mask && !frozen; ++k) {
        uint64_t at = (from + k) & table->mask;
        uint64_t seen = V::load(set, table->slots[at]);
        frozen = (seen & kSlotFrozen) != 0;
        SharedSetItem* item = item_of_slot(seen);
        if (frozen || !item) continue;
        Value key = V::newref(item->key);
        if (remove(set, table, at, seen)) {
          V::store(set, table->finger, at + 1);
          return key;
        }
        V::decref(key);
      }
      if (!frozen) return Value();
      renew(set, table, Change::kKeep);
    }
  }
  static void clear(Set* set) {
    while (!renew(set, current(set), Change::kClear)) {
    }
  }
  // The set becomes what `fresh`, which nobody else knows, is.
  static void replace(Set* set, Set* fresh) {
    V::publish(fresh);
    while (!renew(set, current(set), Change::kReplace, fresh)) {
    }
  }
  // The next key at or behind position, owned; null: the end.
  static Value next(Set* set, uint64_t& position, int64_t* hash = nullptr) {
    SharedSetTable* table = current(set);
    while (position <= table->mask) {
      SharedSetItem* item = item_of_slot(V::load(set, table->slots[position++]));
      if (!item) continue;
      if (hash) *hash = item->hash;
      return V::newref(item->key);
    }
    return Value();
  }
  // Keys and places as they are, for operations that read another set: give(entry) for each slot;
  // references are borrowed until the next safe point. Gives the mask.
  template <class Give>
  static uint64_t each_slot(Set* set, const Give& give) {
    SharedSetTable* table = current(set);
    for (uint64_t k = 0; k <= table->mask; ++k) {
      uint64_t slot = V::load(set, table->slots[k]);
      SharedSetItem* item = item_of_slot(slot);
      give(k, item ? SetEntry{item->hash, item->key} : SetEntry{0, Value()});
    }
    return table->mask;
  }

 private:
  using Answers = typename SharedDict<V>::Answers;
  enum class Change { kKeep, kGrow, kClear, kReplace };
  struct Place {
    SharedSetTable* table;
    uint64_t at;
    uint64_t seen;        // the slot
    SharedSetItem* item;  // null: absent, and the slot is the unused one that ended the search
  };

  static SharedSetTable* current(Set* set) {
    return reinterpret_cast<SharedSetTable*>(V::load(set, set->table));
  }
  static bool swap(Set* set, SharedSetTable* table, uint64_t at, uint64_t from, uint64_t to) {
    // (1) acq_rel: the item is complete; pairs with the acquire of look()
    return SharedMemory<V>::count_retry(
        V::atomic(set, table->slots[at])
            .compare_exchange_strong(from, to, std::memory_order_acq_rel));  // (1)
  }
  static void drop_item(void* item) {
    V::decref(static_cast<SharedSetItem*>(item)->key);
    delete static_cast<SharedSetItem*>(item);
  }
  static bool remove(Set* set, SharedSetTable* table, uint64_t at, uint64_t seen) {
    if (!swap(set, table, at, seen, kSlotDeleted)) return false;
    V::atomic(set, table->used).fetch_sub(1);
    SharedMemory<V>::retire_by(item_of_slot(seen), drop_item);
    return true;
  }

  // False: pending.
  static bool find(VmThread& t, Set* set, Value key, int64_t hash, Answers& answers, Place& place) {
    for (;;) {
      Value ask = look(t, set, key, hash, answers, place);
      if (ask.is_null()) return true;
      V::incref(ask);
      int equal = Protocol<V>::equal(t, ask, key);
      answers.known.emplace_back(ask, equal == 1);
      if (equal < 0) return false;
    }
  }
  // Null, or the key that the language has to be asked about.
  static Value look(VmThread& t, Set* set, Value key, int64_t hash, const Answers& answers,
                    Place& place) {
    SharedSetTable* table = current(set);
    SetCursor c;
    // Many that add at once may fill a small table up: then there is no unused slot to end at. So
    // many probes have seen every slot.
    uint64_t left = (table->mask + 1 + 64 / kSetPerturbShift) * (kSetLinearProbes + 1);
    for (c.begin(table->mask, hash);; c.advance(table->mask)) {
      if (left-- == 0) {
        place = {table, 0, kSlotFrozen, nullptr};  // to be renewed by whoever needs a slot
        return Value();
      }
      uint64_t seen = V::load(set, table->slots[c.at]);
      SharedSetItem* item = item_of_slot(seen);
      place = {table, c.at, seen, item};
      if (!item && (seen & ~kSlotFrozen) == 0) return Value();
      if (!item || item->hash != hash) continue;
      SameKey same = item->key == key ? SameKey::kYes : same_key_of<V>(t, item->key, key);
      if (same == SameKey::kAsk) {
        int answer = answers.of(item->key);
        if (answer < 0) return item->key;
        same = answer ? SameKey::kYes : SameKey::kNo;
      }
      if (same == SameKey::kYes) return Value();
    }
  }

  // A table with the keys where they are in a private one; takes their references over.
  static SharedSetTable* table_of(const Set& set) {
    uint64_t slots = set.mask + 1;
    auto* table = static_cast<SharedSetTable*>(
        memory_allocate(sizeof(SharedSetTable) + slots * sizeof(uint64_t)));
    table->mask = set.mask;
    table->fill = set.fill;
    table->used = static_cast<int64_t>(set.used);
    table->finger = set.finger;
    for (uint64_t k = 0; k < slots; ++k) {
      const SetEntry& e = set.table[k];
      table->slots[k] = set_entry_live(e)
                            ? reinterpret_cast<uint64_t>(new SharedSetItem{e.hash, e.key})
                        : e.key.is_null() ? 0
                                          : kSlotDeleted;
    }
    return table;
  }

  // Puts another table in the place of this one. False: another thread has put another one there.
  static bool renew(Set* set, SharedSetTable* table, Change change, Set* with = nullptr) {
    uint64_t live = 0;
    for (uint64_t k = 0; k <= table->mask;) {
      uint64_t seen = V::load(set, table->slots[k]);
      if (!(seen & kSlotFrozen) && !swap(set, table, k, seen, seen | kSlotFrozen)) continue;
      live += item_of_slot(seen) != nullptr;
      ++k;
    }
    Set made{};
    made.table = made.small;
    made.mask = kSetMinSlots - 1;
    bool keeps = change == Change::kKeep || change == Change::kGrow;
    if (keeps) {
      uint64_t need = change == Change::kGrow ? (live > 50000 ? live * 2 : live * 4) : live * 5 / 3;
      set_resize(&made, need);
      for (uint64_t k = 0; k <= table->mask; ++k) {
        SharedSetItem* item = item_of_slot(V::load(set, table->slots[k]));
        if (item) set_insert_clean(made.table, made.mask, item->key, item->hash);
      }
      made.fill = made.used = live;
    } else if (with) {
      each_slot(with, [&](uint64_t, const SetEntry& e) { made.used += !e.key.is_null(); });
      set_resize(&made, made.used * 2);
      each_slot(with, [&](uint64_t, const SetEntry& e) {
        if (e.key.is_null()) return;
        set_insert_clean(made.table, made.mask, V::newref(e.key), e.hash);
      });
      made.fill = made.used;
    }
    SharedSetTable* fresh = table_of(made);
    if (made.table != made.small) memory_free(made.table);
    V::P::work(Cost::NativeByte, static_cast<int64_t>(table->mask));
    auto* expected = reinterpret_cast<SetEntry*>(table);
    // (2) acq_rel: pairs with the acquire of current()
    bool done = V::atomic(set, set->table)
                    .compare_exchange_strong(expected, reinterpret_cast<SetEntry*>(fresh),
                                             std::memory_order_acq_rel);  // (2)
    // Of the table that is left over: its items, and their keys unless the other one has them.
    SharedSetTable* left = done ? table : fresh;
    for (uint64_t k = 0; k <= left->mask; ++k) {
      SharedSetItem* item = item_of_slot(V::load(set, left->slots[k]));
      if (!item) continue;
      if (!done && keeps)
        delete item;
      else if (!done)
        drop_item(item);
      else
        SharedMemory<V>::retire_by(
            item, keeps ? [](void* p) { delete static_cast<SharedSetItem*>(p); } : drop_item);
    }
    if (done)
      SharedMemory<V>::retire_block(table);
    else
      memory_free(fresh);
    return done;
  }
};

}  // namespace gilsim
