// What: signals: requests from outside the process that the program's first thread do something:
//   end by KeyboardInterrupt (Ctrl-C), or call a handler of the program's own.
// State: pending_: bit n - 1: signal n came, and the first thread has not taken it yet. own_: bit
//   n - 1: the program has a handler of its own for signal n.
// Threads: request() may be called in a signal handler; pending() by any thread; take() acts for
// the first thread only. Not here: catching them (gil/os/interrupt_signal.h), what follows
// (vm/interp, vm/modules/signal_module.cpp).
#pragma once

#include <atomic>
#include <cstdint>

#include "gil/platform/thread_record.h"

namespace gilsim {

class Interrupt {
 public:
  using Handler = void (*)(int signal);
  static constexpr int kMostSignal = 64;
  static constexpr uint64_t bit_of(int signal) { return uint64_t{1} << (signal - 1); }

  // Whose breaker a request sets. Null: nobody's.
  static void aim_at(ThreadRecord* first) { target_.store(first); }
  // False: an earlier request of that signal still waits.
  static bool request(int signal) {
    bool fresh = (pending_.fetch_or(bit_of(signal)) & bit_of(signal)) == 0;
    if (ThreadRecord* first = target_.load()) first->breaker.set_bits(kBreakSignal);
    return fresh;
  }
  // relaxed: only says whether to look again; take() decides
  static bool pending() { return pending_.load(std::memory_order_relaxed) != 0; }
  static bool pending_for(const ThreadRecord& record) {
    return pending() && target_.load() == &record;
  }
  static bool is_target(const ThreadRecord& record) { return target_.load() == &record; }
  // The lowest signal that waits, once for each request, and for the target only; 0: none.
  static int take(ThreadRecord& record) {
    if (!pending_for(record)) return 0;
    record.breaker.clear_bits(kBreakSignal);
    int signal = __builtin_ctzll(pending_.load()) + 1;
    pending_.fetch_and(~bit_of(signal));
    if (pending_.load() != 0) record.breaker.set_bits(kBreakSignal);
    return signal;
  }

  static bool is_own(int signal) { return (own_.load() & bit_of(signal)) != 0; }
  static bool has_own() { return own_.load() != 0; }
  static void set_own(int signal, bool own) {
    if (own)
      own_.fetch_or(bit_of(signal));
    else
      own_.fetch_and(~bit_of(signal));
  }
  // What the system is to call for a signal that the program wants to handle; null: not known.
  static Handler handler() { return handler_.load(); }
  static void set_handler(Handler handler) { handler_.store(handler); }

 private:
  static inline std::atomic<uint64_t> pending_{0};
  static inline std::atomic<uint64_t> own_{0};
  static inline std::atomic<ThreadRecord*> target_{nullptr};
  static inline std::atomic<Handler> handler_{nullptr};
};

}  // namespace gilsim
