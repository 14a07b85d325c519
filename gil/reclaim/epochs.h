// What: epoch-based reclamation (Fraser, "Practical lock freedom", 2004, section 5.2.3).
// Idea: a thread announces the epoch while it is inside a guard (epoch_clock.h). Cheap for
//   readers, an exchange a guard; one thread that stops inside a guard keeps all memory.
// Threads: any; guards are wait-free, retire and quiesce are lock-free.
#pragma once

#include "gil/reclaim/epoch_clock.h"
#include "gil/reclaim/reclaimer.h"

namespace gilsim {

template <class P>
class EpochReclaimer {
 public:
  template <class T>
  using Source = typename P::template atomic<T*>;
  static constexpr uint32_t kSlots = UINT32_MAX;
  static constexpr bool kBounded = false;

  class Member {
   public:
    explicit Member(EpochReclaimer& owner)
        : clock_(owner.clock_), record_(clock_.members().join()) {}
    ~Member() {
      quiesce();
      clock_.members().leave(record_);
    }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    // REQUIRES: nobody who comes from now on can reach it. May be called inside a guard.
    void retire(void* memory, void (*drop)(void*)) {
      retire_and_collect(*record_, {memory, drop, clock_.now()},
                         [this] { clock_.collect(record_); });
    }
    void quiesce() {
      clock_.members().adopt_orphans(record_);
      if (!record_->retired.empty()) clock_.collect(record_);
    }
    size_t unreclaimed() const { return record_->retired.size(); }

   private:
    friend class EpochReclaimer;
    EpochClock<P>& clock_;
    typename EpochClock<P>::Record* record_;
    uint32_t depth_ = 0;  // of nested guards
  };

  // May be nested.
  class Guard {
   public:
    explicit Guard(Member& member) : member_(member) {
      if (member.depth_++ == 0) member.clock_.announce(member.record_);
    }
    ~Guard() {
      if (--member_.depth_ == 0) member_.clock_.withdraw(member_.record_);
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
  EpochClock<P> clock_;
};

}  // namespace gilsim
