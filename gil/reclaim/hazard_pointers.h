// What: hazard pointers (Michael, "Hazard pointers: safe memory reclamation for lock-free
//   objects", 2004).
// Idea: before a thread uses a pointer it writes it where all can see, and looks whether the
//   source still holds it; what somebody has written there is not freed. A store and a second
//   load for each pointer; but a thread that stops keeps no more than its own few objects.
// State: announced: kSlots pointers a thread, null: none.
// Invariants: I1 a pointer given out by protect is in a slot of the guard's thread and was in the
//   source after it got there.
// Threads: any; protect is lock-free (it tries again when the source has changed), retire
//   wait-free but for the allocator.
#pragma once

#include <algorithm>

#include "gil/base/check.h"
#include "gil/reclaim/members.h"
#include "gil/reclaim/reclaimer.h"

namespace gilsim {

template <class P>
class HazardReclaimer {
 public:
  static constexpr uint32_t kSlots = 4;
  static constexpr bool kBounded = true;
  template <class T>
  using Source = typename P::template atomic<T*>;

 private:
  struct Announced {
    typename P::template atomic<void*> slots[kSlots];
  };
  using List = Members<P, Announced>;

 public:
  class Member {
   public:
    explicit Member(HazardReclaimer& owner) : owner_(owner), record_(owner.members_.join()) {}
    ~Member() {
      quiesce();
      owner_.members_.leave(record_);
    }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    void retire(void* memory, void (*drop)(void*)) {
      retire_and_collect(*record_, {memory, drop, 0}, [this] { collect(); });
    }
    void quiesce() {
      owner_.members_.adopt_orphans(record_);
      if (!record_->retired.empty()) collect();
    }
    size_t unreclaimed() const { return record_->retired.size(); }

   private:
    friend class HazardReclaimer;
    void collect() {
      std::vector<void*> hazards;
      for (auto* r = owner_.members_.first(); r; r = r->next) {
        for (auto& slot : r->announced.slots) {
          // (2) seq_cst: pairs with (1) and (3)
          if (void* pointer = slot.load()) hazards.push_back(pointer);
        }
      }
      std::sort(hazards.begin(), hazards.end());  // looked up, never walked
      free_some(record_->retired, [&](const Retired& r) {
        return !std::binary_search(hazards.begin(), hazards.end(), r.memory);
      });
    }
    HazardReclaimer& owner_;
    typename List::Record* record_;
    bool guarded_ = false;
  };

  // One at a time for a thread: the slots are its.
  class Guard {
   public:
    explicit Guard(Member& member) : member_(member) {
      GILSIM_CHECK(!member.guarded_);
      member.guarded_ = true;
    }
    ~Guard() {
      for (uint32_t k = 0; k < used_; ++k) {
        // (3) release: pairs with (2): our reads are over
        member_.record_->announced.slots[k].store(nullptr, std::memory_order_release);
      }
      member_.guarded_ = false;
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    template <class T>
    T* protect(const Source<T>& source, uint32_t slot = 0) {
      GILSIM_CHECK(slot < kSlots);
      used_ = std::max(used_, slot + 1);
      auto& announced = member_.record_->announced.slots[slot];
      for (T* pointer = source.load();;) {
        announced.exchange(pointer);  // (1) seq_cst, before the second look: pairs with (2)
        T* again = source.load();
        if (again == pointer) return pointer;  // keeps I1
        pointer = again;
      }
    }

   private:
    Member& member_;
    uint32_t used_ = 0;
  };

 private:
  List members_;
};

}  // namespace gilsim
