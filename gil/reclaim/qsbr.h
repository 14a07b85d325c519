// What: quiescent-state-based reclamation (McKenney and Slingwine, "Read-copy update", 1998; its
// name from Hart, McKenney, Brown and Walpole, 2007). Idea: a thread says now and then that it
// holds
//   nothing; once all have said so twice, what was retired before is out of reach. Guards cost
//   nothing at all; a thread that does not quiesce, or waits without going offline, keeps all
//   memory.
// State: announced: 0 offline, else epoch * 2 + 1 as of the last quiescent state. Invariants: I1
// the epoch is at most one ahead of what any online thread has announced. Threads: any; guards are
// free, quiesce is wait-free, retire lock-free.
#pragma once

#include "gil/reclaim/members.h"
#include "gil/reclaim/reclaimer.h"

namespace gilsim {

template <class P>
class QsbrReclaimer {
  using Announced = typename P::template atomic<uint64_t>;
  using List = Members<P, Announced>;

 public:
  template <class T>
  using Source = typename P::template atomic<T*>;
  static constexpr uint32_t kSlots = UINT32_MAX;
  static constexpr bool kBounded = false;

  class Member {
   public:
    explicit Member(QsbrReclaimer& owner) : owner_(owner), record_(owner.members_.join()) {
      online();
    }
    ~Member() {
      quiesce();
      offline();
      owner_.members_.leave(record_);
    }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

    void retire(void* memory, void (*drop)(void*)) {
      record_->retired.push_back({memory, drop, owner_.epoch_.load()});
    }
    // REQUIRES: outside every guard.
    void quiesce() {
      // (1) seq_cst, before any load that follows: pairs with (2)
      record_->announced.exchange(owner_.epoch_.load() * 2 + 1);
      owner_.members_.adopt_orphans(record_);
      if (record_->retired.empty()) return;
      owner_.try_advance();
      uint64_t now = owner_.epoch_.load();
      free_some(record_->retired, [now](const Retired& r) { return r.epoch + 2 <= now; });
    }
    // Around waits: between them the thread holds nothing. REQUIRES: outside every guard.
    void offline() {
      // (3) release: pairs with (2): our reads are over
      record_->announced.store(0, std::memory_order_release);
    }
    void online() {
      // (1) seq_cst: as in quiesce
      record_->announced.exchange(owner_.epoch_.load() * 2 + 1);
    }
    size_t unreclaimed() const { return record_->retired.size(); }

   private:
    friend class QsbrReclaimer;
    QsbrReclaimer& owner_;
    typename List::Record* record_;
  };

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
