// What: quiescent-state-based reclamation (McKenney and Slingwine, "Read-copy update", 1998; the
//   name from Hart, McKenney, Brown and Walpole, 2007).
// Idea: a thread says now and then that it holds nothing, which announces the epoch
//   (epoch_clock.h); guards cost nothing at all. A thread that does not quiesce, or waits without
//   going offline, keeps all memory.
// State: announced: 0 offline, else as in the clock, of the last quiescent state.
// Threads: any; guards are free, retire and quiesce are lock-free.
#pragma once

#include "gil/reclaim/epoch_clock.h"
#include "gil/reclaim/reclaimer.h"

namespace gilsim {

template <class P>
class QsbrReclaimer {
 public:
  template <class T>
  using Source = typename P::template atomic<T*>;
  static constexpr uint32_t kSlots = UINT32_MAX;
  static constexpr bool kBounded = false;

  class Member {
   public:
    explicit Member(QsbrReclaimer& owner) : clock_(owner.clock_), record_(clock_.members().join()) {
      online();
    }
    ~Member() {
      quiesce();
      offline();
      clock_.members().leave(record_);
    }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    // REQUIRES: nobody who comes from now on can reach it. Frees nothing: quiesce does.
    void retire(void* memory, void (*drop)(void*)) {
      record_->retired.push_back({memory, drop, clock_.now()});
    }
    // REQUIRES: outside every guard.
    void quiesce() {
      clock_.announce(record_);
      clock_.members().adopt_orphans(record_);
      if (!record_->retired.empty()) clock_.collect(record_);
    }
    // Around waits: between them the thread holds nothing. REQUIRES: outside every guard.
    void offline() { clock_.withdraw(record_); }
    void online() { clock_.announce(record_); }
    size_t unreclaimed() const { return record_->retired.size(); }

   private:
    EpochClock<P>& clock_;
    typename EpochClock<P>::Record* record_;
  };

  // Gives every retired item to take, dropped or not. REQUIRES: no member reads anything, and none
  // retires, joins or leaves meanwhile: the world is stopped.
  template <class Take>
  void take_all(const Take& take) {
    clock_.members().take_all(take);
  }

  class Guard {
   public:
    explicit Guard(Member&) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    template <class T>
    T* protect(const Source<T>& source, uint32_t = 0) {
      return source.load();
    }
  };

 private:
  EpochClock<P> clock_;
};

}  // namespace gilsim
