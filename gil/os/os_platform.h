// What: the platform on real threads, the kernel's futex and the monotonic clock.
// Idea: every operation is the thinnest wrapper there is; work() and emit() are nothing.
// Threads: any. Progress: as the operation's name says; park and the blocking calls block.
// Not here: virtual time (gil/sim).
#pragma once

#include <atomic>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "gil/platform/platform.h"

namespace gilsim {

class SocketCalls;

class OsPlatform {
 public:
  static constexpr bool kSimulated = false;
  using Options = PlatformOptions;
  template <class T>
  using atomic = std::atomic<T>;
  template <class T>
  using hint = Hint<T>;
  struct Tag {
    uint32_t serial() const { return 0; }
  };

  // A word inside an object, seen as an atomic.
  template <class T>
  class line_atomic {
   public:
    line_atomic(T& word, Tag&) : word_(&word) {}
    // As std::atomic_ref's, but always inlined: they are in every operation on a shared object.
    [[gnu::always_inline]] T load(std::memory_order order = std::memory_order_seq_cst) const {
      T value;
      __atomic_load(word_, &value, static_cast<int>(order));
      return value;
    }
    [[gnu::always_inline]] void store(T v, std::memory_order order = std::memory_order_seq_cst) {
      __atomic_store(word_, &v, static_cast<int>(order));
    }
    [[gnu::always_inline]] T exchange(T v, std::memory_order order = std::memory_order_seq_cst) {
      T old;
      __atomic_exchange(word_, &v, &old, static_cast<int>(order));
      return old;
    }
    [[gnu::always_inline]] bool compare_exchange_strong(
        T& expected, T v, std::memory_order order = std::memory_order_seq_cst) {
      return __atomic_compare_exchange(word_, &expected, &v, false, static_cast<int>(order),
                                       failure_order(order));
    }
    [[gnu::always_inline]] T fetch_add(T v, std::memory_order order = std::memory_order_seq_cst) {
      return __atomic_fetch_add(word_, v, static_cast<int>(order));
    }
    [[gnu::always_inline]] T fetch_sub(T v, std::memory_order order = std::memory_order_seq_cst) {
      return __atomic_fetch_sub(word_, v, static_cast<int>(order));
    }
    [[gnu::always_inline]] T fetch_or(T v, std::memory_order order = std::memory_order_seq_cst) {
      return __atomic_fetch_or(word_, v, static_cast<int>(order));
    }
    [[gnu::always_inline]] T fetch_and(T v, std::memory_order order = std::memory_order_seq_cst) {
      return __atomic_fetch_and(word_, v, static_cast<int>(order));
    }
    const void* address() const { return word_; }

   private:
    static constexpr int failure_order(std::memory_order order) {
      // relaxed: what std::atomic takes for a failed exchange, the order without its release
      if (order == std::memory_order_release) return __ATOMIC_RELAXED;
      // (1) acquire: as above, pairs with whatever the caller's own order pairs with
      if (order == std::memory_order_acq_rel) return __ATOMIC_ACQUIRE;
      return static_cast<int>(order);
    }
    T* word_;
  };

  static void note_hold(const void*) {}
  static uint32_t holder_of(const void*) { return 0; }
  static void tally(Counter Counters::*) {}
  static ThreadRecord& self() { return *current_; }
  static Nanos now();
  static Nanos process_time();
  static Nanos thread_time();
  static void sleep_until(Nanos deadline_ns);  // or until an interrupt
  // Sleeps while word == expected, until woken or the deadline. May wake without cause.
  static ParkResult park(const std::atomic<uint32_t>& word, uint32_t expected, Nanos deadline_ns);
  static int unpark(const std::atomic<uint32_t>& word, int n);
  // Null: the system has no more threads. Records live until the process ends.
  static ThreadRecord* spawn(const SpawnOptions& options, std::function<void()> body);
  static void join(ThreadRecord* record);
  static void relax() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
  static void yield();
  // A fence between a store and a later load that costs next to nothing here, as long as the thread
  // on the other side uses heavy_fence() for its own, which makes every running thread of the
  // process pass one.
  [[gnu::always_inline]] static void light_fence() {
    if (has_heavy_fence_) [[likely]]
      std::atomic_signal_fence(std::memory_order_seq_cst);  // the compiler's order is enough
    else
      std::atomic_thread_fence(std::memory_order_seq_cst);  // both sides fence for themselves
  }
  static void heavy_fence();
  // Spins while word == value.
  template <class T>
  static void spin_while(const std::atomic<T>& word, T value) {
    // (1) acquire: pairs with the release store of whoever changes the word, in the lock that spins
    for (uint32_t k = 0; word.load(std::memory_order_acquire) == value; ++k) {
      relax();
      if (k % 1024 == 1023) yield();
    }
  }
  // How often a lock that would spin n times before it sleeps does so here.
  static constexpr int spin_limit(int n) { return n; }
  static void work(Cost, int64_t = 1) {}
  static bool measuring() { return kMeasured && measuring_; }
  // Enters a state and gives the old one; the ledger is kept only when measuring.
  static ThreadState set_state(ThreadState state) {
    ThreadRecord& r = *current_;
    ThreadState old = r.state;
    if (kMeasured && measuring_ && old != state) change_state(r, state);
    r.state = state;
    return old;
  }
  static void change_state(ThreadRecord& r, ThreadState state);
  // Books the time since the last change of state.
  static void settle(ThreadRecord& r);
  // Reads the kernel's figures of a thread that has not ended; they are booked when it ends.
  static void read_kernel_times(ThreadRecord& r);
  static uint64_t random();
  static uint32_t cores();
  static constexpr size_t kStackBytes = 1536 * 1024 * kStackScale;
  static int pipe(int fds[2]);
  static int64_t read(int fd, char* buffer, size_t n);  // negative: -errno
  static int64_t write(int fd, const char* data, size_t n);
  static int close(int fd);
  static bool wait_readable(int fd, Nanos deadline_ns);
  static SocketCalls& sockets();
  template <class F>
  static void on_big_stack(F&& f) {
    f();
  }
  static std::vector<ThreadRecord*> threads();
  // Runs main_body on the calling thread with its record set up, limited to options.cores
  // processors.
  static RunOutcome run(const Options& options, const std::function<void()>& main_body);

 private:
  static constinit thread_local ThreadRecord* current_;
  static const bool has_heavy_fence_;
  static inline RelaxedWord<bool> measuring_ = false;
  static inline RelaxedWord<bool> tracing_ = false;
};

}  // namespace gilsim
