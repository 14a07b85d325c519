// What: what all reclaimers share: the list of member threads, lists of retired memory, and
//   memory that departed members leave behind.
// Idea: records are linked once and reused, never freed before the reclaimer, so that they can be
//   walked without a lock (as the thread records of Michael, "Hazard pointers", 2004).
// State: taken: 1 the record is a thread's, 0 it is free.
// Invariants: I1 the links of the list never change once they are published. I2 only the thread
//   that took a record touches its retired list.
// Threads: as I2; joining, leaving and walking from any thread, lock-free.
// Not here: when memory may be freed: the reclaimers.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "gil/base/build.h"
#include "gil/platform/platform.h"

namespace gilsim {

// After how many retirements of a thread it tries to free some.
inline constexpr size_t kRetireBatch = kHostile ? 1 : 64;

struct Retired {
  void* memory;
  void (*drop)(void*);
  uint64_t epoch;  // when it was retired; without meaning for hazard pointers
};

// Announced: what a thread tells the others.
template <class P, class Announced>
class Members {
 public:
  struct Record {
    Announced announced;
    std::atomic<void*> whom{nullptr};    // the thread, for its own code; no scheduling point
    std::vector<Retired> retired;        // keeps I2
    size_t next_attempt = kRetireBatch;  // how many of them there are when it tries to free some
    typename P::template atomic<uint32_t> taken{1};
    Record* next = nullptr;  // keeps I1
  };

  Members() = default;
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;
  // REQUIRES: no members, nobody who may still read what they retired.
  ~Members() {
    adopt_orphans(nullptr);
    for (Record* r = head_.load(); r;) {
      for (const Retired& item : r->retired) item.drop(item.memory);
      delete std::exchange(r, r->next);
    }
  }

  Record* join() {
    for (Record* r = first(); r; r = r->next) {
      uint32_t expected = 0;
      // (1) acquire: pairs with (2): the record as its last thread left it
      if (r->taken.compare_exchange_strong(expected, 1, std::memory_order_acquire)) return r;
    }
    auto* made = new Record;
    Record* head = first();
    do {
      made->next = head;
      // (3) release: pairs with (4): the record is whole
    } while (!head_.compare_exchange_strong(head, made, std::memory_order_release));
    return made;
  }

  // What the thread retired and nobody freed yet goes to whoever collects next.
  void leave(Record* r) {
    if (!r->retired.empty()) {
      auto* batch = new Batch{std::exchange(r->retired, {}), nullptr};
      Batch* head = orphans_.load();
      do {
        batch->next = head;
        // (5) release: pairs with (6)
      } while (!orphans_.compare_exchange_strong(head, batch, std::memory_order_release));
    }
    // (2) release: pairs with (1)
    r->taken.store(0, std::memory_order_release);
  }

  // Takes over what departed threads left; null: drops it at once.
  void adopt_orphans(Record* by) {
    if (!orphans_.load()) return;
    // (6) acquire: pairs with (5)
    Batch* batch = orphans_.exchange(nullptr, std::memory_order_acquire);
    while (batch) {
      for (const Retired& item : batch->items) {
        if (by)
          by->retired.push_back(item);
        else
          item.drop(item.memory);
      }
      delete std::exchange(batch, batch->next);
    }
  }

  // Gives every retired item to take. REQUIRES: no other thread retires, joins or leaves.
  template <class Take>
  void take_all(const Take& take) {
    std::vector<Retired> items;
    for (Record* r = first(); r; r = r->next) {
      items.insert(items.end(), r->retired.begin(), r->retired.end());
      r->retired.clear();
    }
    Batch* batch = orphans_.exchange(nullptr);
    while (batch) {
      items.insert(items.end(), batch->items.begin(), batch->items.end());
      delete std::exchange(batch, batch->next);
    }
    for (const Retired& item : items) take(item);
  }

  // (4) acquire: pairs with (3)
  Record* first() const { return head_.load(std::memory_order_acquire); }

 private:
  struct Batch {
    std::vector<Retired> items;
    Batch* next;
  };
  typename P::template atomic<Record*> head_{nullptr};
  typename P::template atomic<Batch*> orphans_{nullptr};
};

// Frees those items of a list for which may_free(item).
template <class MayFree>
void free_some(std::vector<Retired>& items, const MayFree& may_free) {
  if (std::none_of(items.begin(), items.end(), may_free)) return;
  std::vector<Retired> kept, freed;
  for (const Retired& item : items) (may_free(item) ? freed : kept).push_back(item);
  items = std::move(kept);
  // Dropping may retire more, into the same list.
  for (const Retired& item : freed) item.drop(item.memory);
}

// Adds an item, and now and then collects.
template <class Record, class Collect>
void retire_and_collect(Record& r, const Retired& item, const Collect& collect) {
  r.retired.push_back(item);
  if (r.retired.size() < r.next_attempt) return;
  collect();
  r.next_attempt = r.retired.size() + kRetireBatch;
}

}  // namespace gilsim
