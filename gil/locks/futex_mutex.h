// What: a mutex of three states over park and unpark (Drepper, "Futexes are tricky", 2011, its
// third mutex). Idea: a releaser enters the kernel only when somebody may wait. State: 0 free · 1
// taken, nobody waits · 2 taken, somebody may wait. Invariants: I1 a thread sleeps only while the
// word is 2. Threads: any; blocking; barging is allowed, so it is not fair.
#pragma once

#include <cstdint>

#include "gil/base/thread_annotations.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class CAPABILITY("mutex") FutexMutex {
 public:
  struct Node {};

  void lock(Node&) ACQUIRES() { lock(); }
  bool try_lock(Node&) TRY_ACQUIRES(true) { return try_lock(); }
  void unlock(Node&) RELEASES() { unlock(); }

  void lock() ACQUIRES() NOT_CHECKED {
    if (try_lock()) return;
    // (1) acquire: pairs with (2)
    while (word_.exchange(2, std::memory_order_acquire) != 0)
      P::park(word_, 2, kNoDeadline);  // keeps I1
  }
  bool try_lock() TRY_ACQUIRES(true) NOT_CHECKED {
    uint32_t expected = 0;
    // (1) acquire: pairs with (2)
    return word_.compare_exchange_strong(expected, 1, std::memory_order_acquire);
  }
  void unlock() RELEASES() NOT_CHECKED {
    // (2) release: pairs with (1)
    if (word_.exchange(0, std::memory_order_release) == 2) P::unpark(word_, 1);
  }

 private:
  typename P::template atomic<uint32_t> word_{0};
};

// A condition variable for FutexMutex: a sequence number to sleep on. Waiters are counted under the
// mutex, so that a signal to nobody needs no system call, as in glibc. REQUIRES: signal and
// broadcast are called with the mutex held.
template <class P>
class FutexCondition {
 public:
  // Releases the mutex while it waits. False: the deadline passed. May return early.
  bool wait(FutexMutex<P>& mutex, Nanos deadline_ns) NEEDS(mutex) {
    // relaxed: the mutex orders it
    uint32_t seen = sequence_.load(std::memory_order_relaxed);
    ++waiters_;
    mutex.unlock();
    bool in_time = P::park(sequence_, seen, deadline_ns) != ParkResult::kTimedOut;
    mutex.lock();
    --waiters_;
    return in_time;
  }
  void signal() {
    if (waiters_ == 0) return;
    // relaxed: the mutex orders it
    sequence_.fetch_add(1, std::memory_order_relaxed);
    P::unpark(sequence_, 1);
  }
  void broadcast() {
    if (waiters_ == 0) return;
    // relaxed: the mutex orders it
    sequence_.fetch_add(1, std::memory_order_relaxed);
    P::unpark(sequence_, INT32_MAX);
  }

 private:
  typename P::template atomic<uint32_t> sequence_{0};
  uint32_t waiters_ = 0;  // under the mutex
};

}  // namespace gilsim
