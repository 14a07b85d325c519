// What: epoch-based reclamation (Fraser, "Practical lock freedom", 2004, section 5.2.3).
// Idea: a thread inside a guard announces the epoch that it saw; the epoch moves on when all inside
//   have seen it. What was retired in epoch e is out of everyone's reach in e + 2. Cheap for
//   readers, an exchange a guard; one thread that stops inside a guard keeps all memory.
// State: announced: 0 outside, else epoch * 2 + 1. Invariants: I1 the epoch is at most one ahead of
// what any thread inside has announced. I2 an item's epoch was read after it was unlinked.
// Threads: any; guards are wait-free, retire and quiesce are lock-free.
#pragma once

#include "gil/reclaim/members.h"
#include "gil/reclaim/reclaimer.h"

namespace gilsim {

template <class P>
class EpochReclaimer {
  using Announced = typename P::template atomic<uint64_t>;
  using List = Members<P, Announced>;

 public:
  template <class T>
  using Source = typename P::template atomic<T*>;
  static constexpr uint32_t kSlots = UINT32_MAX;
  static constexpr bool kBounded = false;

  class Member {
   public:
    explicit Member(EpochReclaimer& owner) : owner_(owner), record_(owner.members_.join()) {}
    ~Member() {
      quiesce();
      owner_.members_.leave(record_);
    }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    // REQUIRES: nobody who comes from now on can reach it. May be called inside a guard.
    void retire(void* memory, void (*drop)(void*)) {
      record_->retired.push_back({memory, drop, owner_.epoch_.load()});  // keeps I2
      if (record_->retired.size() >= next_attempt_) {
        collect();
        next_attempt_ = record_->retired.size() + kRetireBatch;
      }
    }
    void quiesce() {
      owner_.members_.adopt_orphans(record_);
      if (!record_->retired.empty()) collect();
    }
    size_t unreclaimed() const { return record_->retired.size(); }

   private:
    friend class EpochReclaimer;
    void collect() {
      owner_.try_advance();
      uint64_t now = owner_.epoch_.load();
      free_some(record_->retired, [now](const Retired& r) { return r.epoch + 2 <= now; });
    }
    EpochReclaimer& owner_;
    typename List::Record* record_;
    uint32_t depth_ = 0;
    size_t next_attempt_ = kRetireBatch;
  };

  // May be nested.
  class Guard {
   public:
    explicit Guard(Member& member) : member_(member) {
      if (member.depth_++ == 0) {
        // (1) seq_cst, before any load inside the guard: pairs with (2)
        member.record_->announced.exchange(member.owner_.epoch_.load() * 2 + 1);
      }
    }
    ~Guard() {
      if (--member_.depth_ == 0) {
        // (3) release: pairs with (2): our reads are over
        member_.record_->announced.store(0, std::memory_order_release);
      }
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    template <class T>
    T* protect(const Source<T>& source, uint32_t = 0) {
      return source.load();
    }

   private:
    Member& member_;
  };

 private:
  // Moves the epoch on if all who are inside have seen it; keeps I1.
  void try_advance() {
    uint64_t now = epoch_.load();
    for (auto* r = members_.first(); r; r = r->next) {
      uint64_t announced = r->announced.load();  // (2) seq_cst: pairs with (1) and (3)
      if (announced != 0 && announced != now * 2 + 1) return;
    }
    epoch_.compare_exchange_strong(now, now + 1);
  }

  typename P::template atomic<uint64_t> epoch_{0};
  List members_;
};

}  // namespace gilsim
