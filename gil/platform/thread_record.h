// What: what is kept for each thread, the same on every platform: the interpreter's two hot words,
// the time ledger, counters. State: breaker bits below; budget counts down and only its owner
// touches it. The state of a thread is one of states.def. Invariants: I1 only the thread itself
// writes its record, but for breaker bits, which anybody may set. Threads: as I1; reading another's
// counters while it runs gives a recent value. Not here: how a platform runs threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "gil/base/build.h"
#include "gil/platform/busy_flag.h"

namespace gilsim {

using Nanos = int64_t;
inline constexpr Nanos kNoDeadline = INT64_MAX;

enum class Cost : uint8_t {
#define COST(name, ps, what, source) name,
#include "gil/platform/costs.def"
#undef COST
  kCount
};
inline constexpr int kCostCount = static_cast<int>(Cost::kCount);

enum class ThreadState : uint8_t {
#define STATE(name, key, what) name,
#include "gil/platform/states.def"
#undef STATE
  kCount
};
inline constexpr int kThreadStateCount = static_cast<int>(ThreadState::kCount);

// A word that threads may write and read at once; nothing is ordered by it. += and ++ need a single
// writer, as a thread has for its own counters: others see a recent value.
template <class T>
class RelaxedWord {
 public:
  RelaxedWord(T value = T()) : value_(value) {}
  RelaxedWord(const RelaxedWord& other) : value_(other.get()) {}
  RelaxedWord& operator=(const RelaxedWord& other) { return *this = other.get(); }
  // relaxed: nothing is ordered by it
  T get() const { return value_.load(std::memory_order_relaxed); }
  operator T() const { return get(); }
  RelaxedWord& operator=(T value) {
    value_.store(value, std::memory_order_relaxed);  // relaxed: as get
    return *this;
  }
  // No read-modify-write: there is one writer.
  RelaxedWord& operator+=(T more) { return *this = get() + more; }
  RelaxedWord& operator++() { return *this += 1; }

 private:
  std::atomic<T> value_;
};

// In the place of a counter, in builds without counters.
struct NoCounter {
  NoCounter(uint64_t = 0) {}
  operator uint64_t() const { return 0; }
  NoCounter& operator+=(uint64_t) { return *this; }
  NoCounter& operator++() { return *this; }
};
using Counter = std::conditional_t<kMeasured, RelaxedWord<uint64_t>, NoCounter>;

// A thread's name: any thread may set or read it.
class SharedName {
 public:
  void set(std::string_view name) {
    BusyFlag::Guard held(busy_);
    text_ = name;
  }
  std::string get() const {
    BusyFlag::Guard held(busy_);
    return text_;
  }

 private:
  mutable BusyFlag busy_;
  std::string text_;
};

class TraceRing;     // trace_ring.h
struct ThreadTimes;  // histogram.h

struct Counters {
#define COUNTER(name, what) Counter name = 0;
#include "gil/platform/counters.def"
#undef COUNTER
};

// A relaxed word: others may set it at any time and nothing is ordered by it. Free, and no
// scheduling point in sim.
template <class T>
class Hint {
 public:
  // relaxed: a hint orders nothing; who acts on it synchronises by other means
  T load() const { return value_.load(std::memory_order_relaxed); }
  // relaxed: as load
  void store(T value) { value_.store(value, std::memory_order_relaxed); }
  // relaxed: as load
  void set_bits(T bits) { value_.fetch_or(bits, std::memory_order_relaxed); }
  // relaxed: as load
  void clear_bits(T bits) { value_.fetch_and(static_cast<T>(~bits), std::memory_order_relaxed); }

 private:
  std::atomic<T> value_{};
};

enum BreakerBits : uint32_t {
  kBreakGilDrop = 1,    // a waiter asks for the interpreter lock
  kBreakStopWorld = 2,  // somebody wants every thread to stop
  kBreakCollect = 4,    // a collection is wanted
  kBreakSignal = 8,     // an exception from outside waits
  kBreakMemory = 16,    // the thread went beyond the memory limit
  kBreakQuiesce = 32,   // others wait for a quiescent state of this thread
  kBreakRetired = 64,   // it has something to retire or to count, and will see to it soon
};

struct ThreadRecord {
  Hint<uint32_t> breaker;
  int32_t budget = INT32_MAX;
  uint32_t serial = 0;  // 1 is the first thread
  SharedName name;
  void* user = nullptr;  // the VM's thread
  RelaxedWord<ThreadState> state = ThreadState::RunningFree;
  RelaxedWord<Nanos> state_since_ns = 0;
  TraceRing* trace = nullptr;    // null: no timeline is kept
  ThreadTimes* times = nullptr;  // null: single waits are not timed
  RelaxedWord<Nanos> time_in_ns[kThreadStateCount] = {};
  // What the kernel says of a real thread; 0 in sim.
  RelaxedWord<Nanos> on_core_ns = 0;    // on a processor
  RelaxedWord<Nanos> run_delay_ns = 0;  // runnable, waiting for one
  Counters counters;
  const char* wait_reason = nullptr;
  // Appends where in the program the thread stands; set by the VM.
  void (*describe)(const ThreadRecord& record, std::string& out) = nullptr;
  const void* holding = nullptr;  // the byte of the object lock that it took last; sim only
  // Appends what object a lock byte belongs to; set by the VM. REQUIRES: the calling thread may use
  // the object.
  void (*describe_object)(const void* lock, std::string& out) = nullptr;
  // Whether it stands in code whose steps a search does not tell apart; set by the VM. Null: no.
  bool (*quiet)(const ThreadRecord& record) = nullptr;
  void* algorithm_data = nullptr;        // of the GIL algorithm
  std::atomic<uint32_t> world_state{0};  // stop-the-world, see gil/algorithm/no_gil.h
};

}  // namespace gilsim
