// What: the clock that epochs and quiescent states share.
// Idea: a thread announces the epoch that it saw; the epoch moves on only when all who have
//   announced one have seen the present one. What was retired in epoch e is out of everyone's
//   reach in e + 2.
// State: announced: 0 nothing, else epoch * 2 + 1.
// Invariants: I1 from a thread's announcement until it withdraws it or announces again, the epoch
//   moves on at most once. I2 an item's epoch was read after it was unlinked.
// Threads: any; announcing is wait-free, collecting lock-free.
// Not here: when threads announce (epochs.h, qsbr.h).
#pragma once

#include "gil/reclaim/members.h"

namespace gilsim {

template <class P>
class EpochClock {
 public:
  using List = Members<P, typename P::template atomic<uint64_t>>;
  using Record = typename List::Record;

  List& members() { return members_; }
  uint64_t now() { return epoch_.load(); }

  // Gives the epoch that it announced.
  uint64_t announce(Record* r) {
    uint64_t seen = epoch_.load();
    // (1) seq_cst, before any load that follows: pairs with (2)
    r->announced.exchange(seen * 2 + 1);
    return seen;
  }
  void withdraw(Record* r) {
    // (3) release: pairs with (2): our reads are over
    r->announced.store(0, std::memory_order_release);
  }
  // Moves the epoch on if it may, and frees what is out of reach.
  void collect(Record* r) {
    try_advance();
    free_unreachable(r);
  }
  void free_unreachable(Record* r) {
    uint64_t now = epoch_.load();
    free_some(r->retired, [now](const Retired& item) { return item.epoch + 2 <= now; });
  }
  // True: the epoch has moved on, by this call. Keeps I1: a thread that has announced an older
  // epoch holds it where it is.
  bool try_advance() {
    uint64_t now = epoch_.load();
    for (Record* r = members_.first(); r; r = r->next)
      if (holds_back(r, now)) return false;
    return epoch_.compare_exchange_strong(now, now + 1);
  }
  // Calls see(record) of each member that keeps the epoch where it is.
  template <class See>
  void for_laggards(const See& see) {
    uint64_t now = epoch_.load();
    for (Record* r = members_.first(); r; r = r->next)
      if (holds_back(r, now)) see(r);
  }
  template <class See>
  void for_online(const See& see) {
    for (Record* r = members_.first(); r; r = r->next)
      if (r->announced.load() != 0) see(r);
  }

 private:
  static bool holds_back(Record* r, uint64_t now) {
    uint64_t announced = r->announced.load();  // (2) seq_cst: pairs with (1) and (3)
    return announced != 0 && announced != now * 2 + 1;
  }

  typename P::template atomic<uint64_t> epoch_{0};
  List members_;
};

}  // namespace gilsim
