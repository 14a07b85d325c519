// What: the ticket lock (Reed and Kanodia, "Synchronization with eventcounts and sequencers",
//   1979; as a spin lock: Mellor-Crummey and Scott, 1991).
// Idea: draw a number, wait until it is served. First come, first served with two counters, but
//   all waiters spin on one line, so each hand-over makes every one of them fetch it again; and
//   with more threads than cores the next in line may not be running.
// State: next the number to draw, serving the number whose holder may enter; equal: free. Both
//   wrap round.
// Invariants: I1 serving is changed by the holder only. I2 next - serving counts the holder and
//   the waiters, so fewer than 2^32 threads may use it.
// Threads: any; blocking, FIFO.
#pragma once

#include <cstdint>

#include "gil/base/thread_annotations.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class CAPABILITY("lock") TicketLock {
 public:
  struct Node {};

  void lock(Node&) ACQUIRES() NOT_CHECKED {
    // relaxed: the number orders nothing by itself; (1) orders
    uint32_t mine = next_.fetch_add(1, std::memory_order_relaxed);
    for (;;) {
      // (1) acquire: pairs with (2): what the last holder did is seen
      uint32_t now = serving_.load(std::memory_order_acquire);
      if (now == mine) return;
      P::spin_while(serving_, now);
    }
  }
  bool try_lock(Node&) TRY_ACQUIRES(true) NOT_CHECKED {
    // (1) acquire: pairs with (2)
    uint32_t now = serving_.load(std::memory_order_acquire);
    // relaxed: (1) has ordered us behind the last holder, if the number is still the next
    return next_.compare_exchange_strong(now, now + 1, std::memory_order_relaxed);
  }
  void unlock(Node&) RELEASES() NOT_CHECKED {
    // relaxed: keeps I1: only this thread writes it
    uint32_t now = serving_.load(std::memory_order_relaxed);
    // (2) release: pairs with (1)
    serving_.store(now + 1, std::memory_order_release);
  }

 private:
  typename P::template atomic<uint32_t> next_{0};
  typename P::template atomic<uint32_t> serving_{0};
};

}  // namespace gilsim
