// What: sets: membership, adding, removing, copying.
// Idea: as dicts: one critical section an operation; questions to the language are asked outside
//   it, and the search goes on if the set has not changed meanwhile.
// Invariants: I1 no call, and no count to zero, while the guard is held.
// Threads: any; each operation is atomic.
// Not here: the table (set_table.h), union and the like (set_algebra_impl.h), methods
//   (set_methods_impl.h).
#pragma once

#include <vector>

#include <boost/container/small_vector.hpp>

#include "vm/object/heap_impl.h"
#include "vm/object/keys_impl.h"
#include "vm/object/set_table.h"
#include "vm/object/shared_set.h"

namespace gilsim {

template <class V>
struct SetCore {
  using Guard = typename V::OwnGuard;  // published frozensets never change
  using Shared = SharedSet<V>;

  static bool is_set(Value v) {
    return v.is_object() && (v.object()->kind == Kind::Set || v.object()->kind == Kind::FrozenSet);
  }

  // Finds key and calls action(cursor, found) under the guard: at its entry, or at the unused one
  // that ended the search. False: an exception is pending and action was not called.
  template <class Action>
  static bool with(VmThread& t, Set* set, Value key, int64_t hash, Action&& action) {
    SetCursor c;
    uint32_t modified = 0;
    int answer = -1;
    for (;;) {
      Value asked;
      {
        Guard guard(set);
        if (answer < 0 || set->modified != modified)
          c.begin(set->mask, hash);
        else if (answer == 1)
          return action(c, true), true;
        else
          c.advance(set->mask);
        SameKey same = probe(t, set, key, hash, c);
        if (same != SameKey::kAsk) return action(c, same == SameKey::kYes), true;
        modified = set->modified;
        asked = V::newref(set->table[c.at].key);
      }
      Ref<V> held(asked);
      answer = Protocol<V>::equal(t, asked, key);
      if (answer < 0) return false;
    }
  }

  // Goes on to the key, the unused entry behind which it is not (kNo), or an entry to ask about.
  static SameKey probe(VmThread& t, const Set* set, Value key, int64_t hash, SetCursor& c) {
    for (;; c.advance(set->mask)) {
      const SetEntry& entry = set->table[c.at];
      if (entry.hash == 0 && entry.key.is_null()) return SameKey::kNo;
      if (entry.hash != hash) {
        if (entry.hash == -1) c.deleted = c.at;
        continue;
      }
      if (entry.key == key) return SameKey::kYes;
      SameKey same = Keys<V>::same_key(t, entry.key, key);
      if (same != SameKey::kNo) return same;
    }
  }

  // Shares key.
  static bool add_hashed(VmThread& t, Set* set, Value key, int64_t hash) {
    if (Shared::is_shared(set)) return Shared::add(t, set, key, hash);
    return with(t, set, key, hash, [&](const SetCursor& c, bool found) {
      if (!found) set_occupy(set, c, V::newref(key), hash);
    });
  }
  static int contains_hashed(VmThread& t, Set* set, Value key, int64_t hash) {
    if (Shared::is_shared(set)) return Shared::contains(t, set, key, hash);
    {
      Guard guard(set);
      SetCursor c;
      c.begin(set->mask, hash);
      SameKey same = probe(t, set, key, hash, c);
      if (same != SameKey::kAsk) [[likely]]
        return same == SameKey::kYes;
    }
    bool in = false;
    return with(t, set, key, hash, [&](const SetCursor&, bool found) { in = found; }) ? in : -1;
  }
  static int discard_hashed(VmThread& t, Set* set, Value key, int64_t hash) {
    if (Shared::is_shared(set)) return Shared::discard(t, set, key, hash);
    Value old;
    if (!with(t, set, key, hash, [&](const SetCursor& c, bool found) {
          if (found) old = set_vacate(set, &set->table[c.at]);
        })) {
      return -1;
    }
    V::decref(old);
    return !old.is_null();
  }

  // Live entries in the order of the table at one moment, with references of their own.
  class Snapshot {
   public:
    explicit Snapshot(Set* set) {
      if (Shared::is_shared(set)) {
        SetEntry entry{};
        for (uint64_t position = 0; (entry.key = Shared::next(set, position, &entry.hash));)
          entries_.push_back(entry);
      } else {
        Guard guard(set);
        entries_.reserve(set->used);
        for (uint64_t k = 0; k <= set->mask; ++k) {
          if (!set_entry_live(set->table[k])) continue;
          V::incref(set->table[k].key);
          entries_.push_back(set->table[k]);
        }
      }
      V::P::work(Cost::NativeByte, static_cast<int64_t>(entries_.size()));
    }
    ~Snapshot() {
      for (const SetEntry& entry : entries_) V::decref(entry.key);
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    size_t size() const { return entries_.size(); }

   private:
    boost::container::small_vector<SetEntry, 8> entries_;
  };

  // set |= other, table sizes as CPython's set_merge. Into an empty set the keys go without
  // comparisons.
  static bool merge(VmThread& t, Set* set, Set* other) {
    if (set == other) return true;
    if (!Shared::is_shared(set) && Shared::is_shared(other)) {
      // A borrowed copy of the other table, so that places come out the same.
      std::vector<SetEntry> table;
      Set copy{};
      copy.mask = Shared::each_slot(other, [&](uint64_t, const SetEntry& e) {
        table.push_back(e);
        copy.used += !e.key.is_null();
      });
      copy.fill = copy.used;
      copy.table = table.data();
      set_room_for(set, copy.used);
      if (set->fill == 0) {
        copy_entries(set, &copy);
        return true;
      }
    } else if (!Shared::is_shared(set)) {
      typename V::PairGuard guard(set, other);
      if (other->used == 0) return true;
      set_room_for(set, other->used);
      if (set->fill == 0) {
        copy_entries(set, other);
        return true;
      }
      if (!Shared::is_shared(other) && add_entries(t, set, other)) return true;
    }
    Snapshot entries(other);
    for (const SetEntry& entry : entries) {
      if (!add_hashed(t, set, entry.key, entry.hash)) return false;
    }
    return true;
  }
  // REQUIRES: both guards; set has never been filled since its table was made, and has room.
  static void copy_entries(Set* set, const Set* other) {
    bool same_layout = set->mask == other->mask && other->fill == other->used;
    for (uint64_t k = 0; k <= other->mask; ++k) {
      const SetEntry& entry = other->table[k];
      if (!set_entry_live(entry)) continue;
      V::incref(entry.key);
      if (same_layout)
        set->table[k] = entry;
      else
        set_insert_clean(set->table, set->mask, entry.key, entry.hash);
    }
    set->fill = set->used = other->used;
    ++set->modified;
    V::P::work(Cost::NativeByte, static_cast<int64_t>(other->used));
  }

  // REQUIRES: both guards. False: an element is a question to the language; those before it are in.
  static bool add_entries(VmThread& t, Set* set, const Set* other) {
    for (uint64_t k = 0; k <= other->mask; ++k) {
      const SetEntry& entry = other->table[k];
      if (!set_entry_live(entry)) continue;
      SetCursor c;
      c.begin(set->mask, entry.hash);
      SameKey same = probe(t, set, entry.key, entry.hash, c);
      if (same == SameKey::kAsk) return false;
      if (same == SameKey::kNo) set_occupy(set, c, V::newref(entry.key), entry.hash);
    }
    V::P::work(Cost::NativeByte, static_cast<int64_t>(other->used));
    return true;
  }

  static Set* copy(VmThread& t, Set* set, Kind kind) {
    Set* made = Heap<V>::set(t, kind);
    merge(t, made, set);
    return made;
  }

  static void clear(Set* set) {
    if (Shared::is_shared(set)) return Shared::clear(set);
    SetEntry small[kSetMinSlots];
    uint64_t mask;
    SetEntry* table;
    {
      Guard guard(set);
      table = set_take_table(set, small, mask);
    }
    for (uint64_t k = 0; k <= mask; ++k) V::decref(table[k].key);
    if (table != small) Heap<V>::raw_free(table);
  }

  // set becomes what `fresh`, which nobody else knows, is; fresh gets the old contents.
  static void swap_contents(Set* set, Set* fresh) {
    if (Shared::is_shared(set)) return Shared::replace(set, fresh);
    Guard guard(set);
    bool inside = set->table == set->small, fresh_inside = fresh->table == fresh->small;
    std::swap(set->fill, fresh->fill);
    std::swap(set->used, fresh->used);
    std::swap(set->mask, fresh->mask);
    std::swap(set->table, fresh->table);
    std::swap(set->small, fresh->small);
    if (fresh_inside) set->table = set->small;
    if (inside) fresh->table = fresh->small;
    ++set->modified;
  }

  // Calls body(key, hash) for each element of any iterable.
  template <class Body>
  static bool for_each(VmThread& t, Value iterable, Body&& body) {
    if (is_plain_set(t, iterable)) {
      Snapshot entries(iterable.as<Set>());
      for (const SetEntry& entry : entries) {
        if (!body(entry.key, entry.hash)) return false;
      }
      return true;
    }
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, iterable));
    if (!iterator) return false;
    for (uint64_t n = 1;; ++n) {
      Value item = iterator_step_inline<V>(iterator.get());
      if (!item) item = Protocol<V>::next(t, iterator.get());
      if (!item) return t.pending.is_null();
      Ref<V> held(item);
      int64_t hash;
      if (!Keys<V>::hash(t, item, hash) || !body(item, hash)) return false;
      if (!Protocol<V>::within_memory(t, n)) return false;
    }
  }
  // A set whose __iter__ is the built-in one.
  static bool is_plain_set(VmThread& t, Value v) {
    if (!is_set(v)) return false;
    Class* cls = v.object()->cls;
    return (cls->class_flags & kClassBuiltin) ||
           Classes<V>::special(t, cls, Special::iter) ==
               Classes<V>::special(t, t.isolate->classes[static_cast<int>(v.object()->kind)],
                                   Special::iter);
  }
  static bool is_exact_dict(VmThread& t, Value v) { return is_exactly<Kind::Dict>(t, v); }
};

template <class V>
int Sets<V>::contains(VmThread& t, Set* set, Value key) {
  int64_t hash;
  if (Keys<V>::hash(t, key, hash)) return SetCore<V>::contains_hashed(t, set, key, hash);
  // A set may stand for the frozenset that is an element.
  if (!key.is_object() || key.object()->kind != Kind::Set ||
      !Errors<V>::pending_is(t, Exc::TypeError))
    return -1;
  Errors<V>::clear(t);
  Ref<V> frozen(SetCore<V>::copy(t, key.as<Set>(), Kind::FrozenSet));
  return Protocol<V>::hash(t, frozen.get(), hash)
             ? SetCore<V>::contains_hashed(t, set, frozen.get(), hash)
             : -1;
}

template <class V>
int Sets<V>::contains_hashed(VmThread& t, Set* set, Value key, int64_t hash) {
  return SetCore<V>::contains_hashed(t, set, key, hash);
}

template <class V>
bool Sets<V>::add(VmThread& t, Set* set, Value key) {
  int64_t hash;
  return Keys<V>::hash(t, key, hash) && SetCore<V>::add_hashed(t, set, key, hash);
}

template <class V>
int Sets<V>::discard(VmThread& t, Set* set, Value key) {
  int64_t hash;
  if (Keys<V>::hash(t, key, hash)) return SetCore<V>::discard_hashed(t, set, key, hash);
  if (!key.is_object() || key.object()->kind != Kind::Set ||
      !Errors<V>::pending_is(t, Exc::TypeError))
    return -1;
  Errors<V>::clear(t);
  Ref<V> frozen(SetCore<V>::copy(t, key.as<Set>(), Kind::FrozenSet));
  return Protocol<V>::hash(t, frozen.get(), hash)
             ? SetCore<V>::discard_hashed(t, set, frozen.get(), hash)
             : -1;
}

template <class V>
bool Sets<V>::update(VmThread& t, Set* set, Value iterable) {
  if (SetCore<V>::is_plain_set(t, iterable)) return SetCore<V>::merge(t, set, iterable.as<Set>());
  if (SetCore<V>::is_exact_dict(t, iterable)) {
    uint64_t size = DictCore<V>::size(iterable.as<Dict>());
    if (!SharedSet<V>::is_shared(set)) {
      typename V::OwnGuard guard(set);
      set_room_for(set, size);
    }
  }
  return SetCore<V>::for_each(t, iterable, [&](Value key, int64_t hash) {
    return SetCore<V>::add_hashed(t, set, key, hash);
  });
}

}  // namespace gilsim
