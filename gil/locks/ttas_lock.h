// What: test-and-test-and-set lock with exponential backoff (Anderson, "The performance of spin
// lock alternatives", 1990). Idea: spin on a plain load, so that waiters share the line; only when
// it looks free try the exchange; after a failure wait a random
//   while that doubles, so that waiters do not all come back at once.
// State: word 0 free, 1 taken.
// Invariants: I1 at most one thread has changed word from 0 to 1 without having changed it back.
// Threads: any; blocking, unfair, no bound on waiting.
#pragma once

#include <algorithm>
#include <cstdint>

#include "gil/base/thread_annotations.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class CAPABILITY("lock") TtasLock {
 public:
  struct Node {};

  void lock(Node&) ACQUIRES() NOT_CHECKED {
    uint32_t limit = kBackoffMin;
    for (;;) {
      P::spin_while(word_, 1u);
      // (1) acquire: pairs with (2): what the last holder did is seen
      if (word_.exchange(1, std::memory_order_acquire) == 0) return;
      for (uint64_t k = P::random() % limit; k > 0; --k) P::relax();
      limit = std::min(limit * 2, kBackoffMax);
    }
  }
  bool try_lock(Node&) TRY_ACQUIRES(true) NOT_CHECKED {
    // (1) acquire: pairs with (2)
    return word_.exchange(1, std::memory_order_acquire) == 0;
  }
  void unlock(Node&) RELEASES() NOT_CHECKED {
    // (2) release: pairs with (1)
    word_.store(0, std::memory_order_release);
  }

 private:
  // In pauses: about 10 ns to about 10 us on the machine of machine-costs.md, the time of a few
  // line transfers.
  static constexpr uint32_t kBackoffMin = 1;
  static constexpr uint32_t kBackoffMax = 1024;
  typename P::template atomic<uint32_t> word_{0};
};

}  // namespace gilsim
