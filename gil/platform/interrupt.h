// What: Ctrl-C: a request from outside the process that the program's first thread stop what it
// does.
// State: pending_ 0: nothing asked for; 1: asked for, and not yet taken by the first thread.
// Threads: request() may be called in a signal handler; pending() by any thread; take() acts for
// the first thread only. Not here: which signal that is (gil/os/interrupt_signal.h), which
// exception (vm/interp).
#pragma once

#include <atomic>

#include "gil/platform/thread_record.h"

namespace gilsim {

class Interrupt {
 public:
  // Whose breaker a request sets. Null: nobody's.
  static void aim_at(ThreadRecord* first) { target_.store(first); }
  // False: an earlier request still waits.
  static bool request() {
    bool fresh = pending_.exchange(1) == 0;
    if (ThreadRecord* first = target_.load()) first->breaker.set_bits(kBreakSignal);
    return fresh;
  }
  // relaxed: only says whether to look again; take() decides
  static bool pending() { return pending_.load(std::memory_order_relaxed) != 0; }
  static bool pending_for(const ThreadRecord& record) {
    return pending() && target_.load() == &record;
  }
  // True once for each request, and for its target only.
  static bool take(ThreadRecord& record) {
    if (!pending_for(record)) return false;
    record.breaker.clear_bits(kBreakSignal);
    return pending_.exchange(0) != 0;
  }

 private:
  static inline std::atomic<uint32_t> pending_{0};
  static inline std::atomic<ThreadRecord*> target_{nullptr};
};

}  // namespace gilsim
