// What: the platform in virtual time: threads are fibers, N cores share them, and each step costs
// what the cost table says. Idea: a fiber runs ahead of the other cores by at most the slack;
// work() subtracts from what is left and enters the engine only when
//   nothing is (DESIGN section 2). All else is the engine's (engine.h).
// Invariants: I1 now() never goes back on a thread. I2 the same options and program give the same
// decisions. Threads: everything runs on one real thread. Not here: which thread runs next
// (scheduler.h, virtual_machine.h).
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gil/platform/platform.h"
#include "gil/sim/fiber.h"
#include "gil/sim/line.h"

namespace gilsim {

class Scheduler;
class SocketCalls;

class SimPlatform {
 public:
  static constexpr bool kSimulated = true;
  using Options = PlatformOptions;
  using Tag = SimLine;
  template <class T>
  using hint = Hint<T>;

  // The operations of std::atomic on a word whose line is given. All are sequentially consistent;
  // the memory order only says what a store costs.
  template <class T>
  class line_atomic {
   public:
    line_atomic(T& word, SimLine& line) : word_(&word), line_(&line) {}
    T load(std::memory_order = std::memory_order_seq_cst) const {
      touch(*line_, false, Cost::AtomicLoad);
      return *word_;
    }
    void store(T v, std::memory_order order = std::memory_order_seq_cst) {
      touch(*line_, true,
            order == std::memory_order_seq_cst ? Cost::AtomicStore : Cost::PlainStore);
      *word_ = v;
    }
    T exchange(T v, std::memory_order = std::memory_order_seq_cst) {
      touch(*line_, true, Cost::Atomic);
      tally(&Counters::atomic_operations);
      T old = *word_;
      *word_ = v;
      return old;
    }
    bool compare_exchange_strong(T& expected, T v, std::memory_order = std::memory_order_seq_cst) {
      touch(*line_, true, Cost::Atomic);
      tally(&Counters::atomic_operations);
      if (*word_ != expected) {
        expected = *word_;
        return false;
      }
      *word_ = v;
      return true;
    }
    T fetch_add(T v, std::memory_order = std::memory_order_seq_cst) {
      return change([v](T old) { return static_cast<T>(old + v); });
    }
    T fetch_sub(T v, std::memory_order = std::memory_order_seq_cst) {
      return change([v](T old) { return static_cast<T>(old - v); });
    }
    T fetch_or(T v, std::memory_order = std::memory_order_seq_cst) {
      return change([v](T old) { return static_cast<T>(old | v); });
    }
    T fetch_and(T v, std::memory_order = std::memory_order_seq_cst) {
      return change([v](T old) { return static_cast<T>(old & v); });
    }
    const void* address() const { return word_; }

   private:
    template <class F>
    T change(F f) {
      touch(*line_, true, Cost::Atomic);
      tally(&Counters::atomic_operations);
      T old = *word_;
      *word_ = f(old);
      return old;
    }
    T* word_;
    SimLine* line_;
  };

  template <class T>
  class atomic {
   public:
    atomic() = default;
    explicit(false) atomic(T v) : value_(v) {}
    atomic(const atomic&) = delete;
    atomic& operator=(const atomic&) = delete;
    T load(std::memory_order order = std::memory_order_seq_cst) const { return view().load(order); }
    void store(T v, std::memory_order order = std::memory_order_seq_cst) { view().store(v, order); }
    T exchange(T v, std::memory_order order = std::memory_order_seq_cst) {
      return view().exchange(v, order);
    }
    bool compare_exchange_strong(T& expected, T v,
                                 std::memory_order order = std::memory_order_seq_cst) {
      return view().compare_exchange_strong(expected, v, order);
    }
    bool compare_exchange_weak(T& expected, T v,
                               std::memory_order order = std::memory_order_seq_cst) {
      return view().compare_exchange_strong(expected, v, order);
    }
    T fetch_add(T v, std::memory_order order = std::memory_order_seq_cst) {
      return view().fetch_add(v, order);
    }
    T fetch_sub(T v, std::memory_order order = std::memory_order_seq_cst) {
      return view().fetch_sub(v, order);
    }
    T fetch_or(T v, std::memory_order order = std::memory_order_seq_cst) {
      return view().fetch_or(v, order);
    }
    T fetch_and(T v, std::memory_order order = std::memory_order_seq_cst) {
      return view().fetch_and(v, order);
    }
    T peek() const { return value_; }  // without cost or scheduling point, for the engine and tests

   private:
    line_atomic<T> view() const { return line_atomic<T>(value_, line_); }
    mutable T value_{};
    mutable SimLine line_;
  };

  static ThreadRecord& self() { return *current_; }
  static Nanos now() { return now_ps() / 1000; }
  static Nanos process_time();
  static Nanos thread_time();
  static void sleep_until(Nanos deadline_ns);
  static ParkResult park(const atomic<uint32_t>& word, uint32_t expected, Nanos deadline_ns);
  static int unpark(const atomic<uint32_t>& word, int n);
  static ThreadRecord* spawn(const SpawnOptions& options, std::function<void()> body);
  static void join(ThreadRecord* record);
  static void relax() {
    if (searching_) [[unlikely]]
      yield();
    else
      work(Cost::Relax);
  }
  static void yield();
  // All operations are sequentially consistent here: a fence is its cost.
  static void light_fence() {}
  static void heavy_fence() { work(Cost::Syscall); }
  template <class T>
  static void spin_while(const atomic<T>& word, T value) {
    // A spin of twenty pauses is one step, so that waiting costs the host little; the wait ends at
    // most that late.
    while (word.load() == value) {
      if (searching_) [[unlikely]]
        return spin_until_changed(word, value);
      work(Cost::Relax, 20);
    }
  }

  // Under a search each more would only repeat the first.
  static int spin_limit(int n) { return searching_ && n > 1 ? 1 : n; }
  // Charges n steps. Enters the engine when the thread has used up what it may run ahead.
  static void work(Cost cost, int64_t n = 1) {
    left_ps_ -= costs_.ps[static_cast<int>(cost)] * n;
    if (left_ps_ < 0) [[unlikely]]
      enter_engine();
  }

  static bool measuring() { return true; }
  // Who holds a lock that does not say so itself: the serial, 0: not known. On real threads nobody
  // keeps books about that.
  static void note_hold(const void* lock) { current_->holding = lock; }
  static uint32_t holder_of(const void* lock);
  // Counts what is too frequent to be counted on real threads.
  static void tally(Counter Counters::*counter) { ++(current_->counters.*counter); }
  static ThreadState set_state(ThreadState state);
  static void settle(ThreadRecord& r);
  static void read_kernel_times(ThreadRecord&) {}
  static uint64_t random();
  static uint32_t cores();
  static int pipe(int fds[2]);
  static int64_t read(int fd, char* buffer, size_t n);
  static int64_t write(int fd, const char* data, size_t n);
  static int close(int fd);
  static bool wait_readable(int fd, Nanos deadline_ns);
  static SocketCalls& sockets();
  // For what is modelled: waits on an address until woken (true) or the deadline; wakes up to n.
  static bool wait_on(const char* reason, const void* address, Nanos deadline_ns);
  static int wake(const void* address, int n);
  static constexpr size_t kStackBytes = Fiber::kStackBytes;
  // Runs f on the real thread's own stack: fibers' stacks are too small for some libraries.
  static void on_big_stack(const std::function<void()>& f);
  static std::vector<ThreadRecord*> threads();
  static RunOutcome run(const Options& options, const std::function<void()>& main_body);
  // The same under another scheduler than the machine of N cores.
  static RunOutcome run_under(std::unique_ptr<Scheduler> scheduler, const Options& options,
                              const std::function<void()>& main_body);
  // Counts runs of this process: tells state that outlives a run from the run's own.
  static uint64_t run_number() { return run_number_; }
  // The same for the same address within a run, given in order of first use: what may not depend on
  // addresses uses this instead.
  static uint32_t address_number(const void* address);

 private:
  friend class SimEngine;
  static int64_t now_ps() { return limit_ps_ - left_ps_; }
  static void touch(SimLine& line, bool write, Cost cost) {
    uint64_t me = core_ + 1;
    uint32_t bit = 1u << (core_ & 31);
    bool here = write ? line.owner == me && line.sharers == bit : (line.sharers & bit) != 0;
    if (here) [[likely]] {
      work(cost);
    } else {
      fetch_line(line, cost);
      bit = 1u << (core_ & 31);  // the thread may have moved meanwhile
      me = core_ + 1;
    }
    if (write) {
      line.owner = me;
      line.sharers = bit;
      line.written_ns = static_cast<uint64_t>(now());
    } else {
      line.sharers |= bit;
    }
  }
  static void fetch_line(SimLine& line, Cost cost);
  static void enter_engine();
  static int64_t overshoot_ps();
  // Under a search: the thread is disabled until the word has changed, so that searches end.
  template <class T>
  static void spin_until_changed(const atomic<T>& word, T value) {
    struct Watched {
      const atomic<T>* word;
      T value;
    } watched{&word, value};
    spin_until(
        [](const void* argument) {
          auto* w = static_cast<const Watched*>(argument);
          return w->word->peek() != w->value;
        },
        &watched);
  }
  static void spin_until(bool (*ends)(const void*), const void* argument);

  // Of the running fiber; plain statics so that work() is a load, a subtraction and a branch.
  static inline int64_t left_ps_ = 0;   // until it must enter the engine
  static inline int64_t limit_ps_ = 0;  // its time when left_ps_ is 0
  static inline uint32_t core_ = 0;
  static inline ThreadRecord* current_ = nullptr;
  static inline CostTable costs_;
  static inline uint64_t run_number_ = 0;
  static inline bool searching_ = false;
};

}  // namespace gilsim
