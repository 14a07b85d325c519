// What: quiescent-state-based reclamation (McKenney and Slingwine, "Read-copy update", 1998; the
//   name from Hart, McKenney, Brown and Walpole, 2007).
// Idea: a thread says now and then that it holds nothing, which announces the epoch
//   (epoch_clock.h); guards cost nothing at all. A thread that does not quiesce, or waits without
//   going offline, keeps all memory. Where a quiescent state is not free either, threads have one
//   only on request, as in the expedited grace periods of Linux' RCU.
// State: announced: 0 offline, else as in the clock, of the last quiescent state.
// Threads: any; guards are free, retire and quiesce are lock-free.
#pragma once

#include <algorithm>

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
    // whom: what others give to their ask when they wait for this member.
    explicit Member(QsbrReclaimer& owner, void* whom = nullptr)
        : owner_(owner), clock_(owner.clock_), record_(clock_.members().join()) {
      record_->whom.store(whom, std::memory_order_relaxed);  // relaxed: only a hint is sent there
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
      newest_ = clock_.now();
      record_->retired.push_back({memory, drop, newest_});
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

    // ---- on request: for threads that quiesce only when somebody waits for it. ask(whom) has to
    // make that member call answer, from outside every guard, before long; whom may be this member
    // or one that has left. Each wanted epoch is reached, and then each member asked once more,
    // unless one that was asked does not answer.

    // Waits for nobody, but wants the epoch in which all that this member has retired may go.
    template <class Ask>
    void want(const Ask& ask) {
      size_t own = record_->retired.size();
      clock_.members().adopt_orphans(record_);
      if (record_->retired.empty()) return answer(ask);
      if (record_->retired.size() != own) newest_ = clock_.now();
      uint64_t wanted = newest_ + 2;
      uint64_t seen = owner_.wanted_.load();
      while (seen < wanted && !owner_.wanted_.compare_exchange_strong(seen, wanted)) {
      }
      answer(ask, seen < wanted);
    }
    // A quiescent state. The last member that others wait for moves the epoch on and asks anew.
    template <class Ask>
    void answer(const Ask& ask, bool ask_anyway = false) {
      announce(ask);
      if (move_on(ask) || ask_anyway) ask_laggards(ask);
      if (!record_->retired.empty()) clock_.free_unreachable(record_);
    }
    // Whether something is retired that no wanted epoch frees.
    bool is_wanting() const {
      return !record_->retired.empty() && newest_ + 2 > owner_.wanted_.load();
    }
    template <class Ask>
    void offline(const Ask& ask) {
      clock_.withdraw(record_);
      bool moved = false;
      while (clock_.now() < owner_.wanted_.load() && clock_.try_advance()) moved = true;
      if (moved) ask_laggards(ask);
    }
    template <class Ask>
    void online(const Ask& ask) {
      announce(ask);
    }

   private:
    friend class QsbrReclaimer;
    // Whoever moves the epoch on between the look and the announcement may have seen this member
    // offline, or up to date, and not asked it: it asks itself.
    template <class Ask>
    void announce(const Ask& ask) {
      if (clock_.announce(record_) != clock_.now()) ask_one(record_, ask);
    }
    template <class Ask>
    bool move_on(const Ask& ask) {
      bool moved = false;
      while (clock_.now() < owner_.wanted_.load() && clock_.try_advance()) {
        announce(ask);
        moved = true;
      }
      return moved;
    }
    template <class Ask>
    void ask_laggards(const Ask& ask) {
      clock_.for_laggards([&](auto* record) { ask_one(record, ask); });
    }
    template <class Ask>
    static void ask_one(typename EpochClock<P>::Record* record, const Ask& ask) {
      // relaxed: as it was stored
      if (void* whom = record->whom.load(std::memory_order_relaxed)) ask(whom);
    }

    QsbrReclaimer& owner_;
    EpochClock<P>& clock_;
    typename EpochClock<P>::Record* record_;
    uint64_t newest_ = 0;  // no item that it holds was retired in a later epoch
  };

  // Gives every retired item to take, dropped or not. REQUIRES: no member reads anything, and none
  // retires, joins or leaves meanwhile: the world is stopped.
  template <class Take>
  void take_all(const Take& take) {
    clock_.members().take_all(take);
  }

  // Asks every member that is online, as Member's own ask.
  template <class Ask>
  void ask_all(const Ask& ask) {
    clock_.for_online([&](auto* record) { Member::ask_one(record, ask); });
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
  typename P::template atomic<uint64_t> wanted_{0};  // the epoch that somebody waits for
};

}  // namespace gilsim
