// What: the engine's threads, and the interface of what decides which of them runs next.
// Idea: the engine knows fibers, waiting and timers; a scheduler knows cores and time
// (VirtualMachine), or searches interleavings. Threads: one engine, one real thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "gil/base/prng.h"
#include "gil/platform/platform.h"
#include "gil/sim/fiber.h"

namespace gilsim {

struct SimThread {
  ThreadRecord record;  // first member: records and threads are converted into each other
  Fiber fiber;
  std::function<void()> body;
  Prng random;
  enum class Status : uint8_t { kReady, kRunning, kWaiting, kDone } status = Status::kReady;
  int64_t time_ps = 0;  // its own clock while it does not run
  int64_t ready_since_ps = 0;
  int64_t run_ps = 0;              // time on a core so far
  int64_t virtual_ps = 0;          // for fair sharing of a core
  uint32_t core = 0;               // where it runs or ran last
  const void* waits_on = nullptr;  // address it is parked on
  uint64_t wait_number = 0;        // tells a stale timer from a live one
  bool timed_out = false;
  int64_t due_ps = INT64_MAX;  // while it waits: when its timer fires; INT64_MAX: it has none
  // While it spins: whether the word that it looks at has changed. Null: it does not spin.
  bool (*spin_ends)(const void* argument) = nullptr;
  const void* spin_argument = nullptr;
};

// Why the running thread entered the engine although it could go on.
enum class Pass : uint8_t {
  kUsedUp,  // it is about to do a step that is charged
  kYields,  // it gives way
  kSpins,   // it can do nothing until a word changes: spin_ends
  kStarts,  // it has made a thread
  kWakes,   // it has woken others
};

class Scheduler {
 public:
  static constexpr int64_t kNever = INT64_MAX;
  virtual ~Scheduler() = default;
  virtual uint32_t cores() const = 0;
  // A new thread, at the time of its creation.
  virtual void add(SimThread* t, int64_t now_ps) = 0;
  // The running thread stops running at now_ps: it waits or is done.
  virtual void leave(SimThread* t, int64_t now_ps) = 0;
  // A waiting thread is woken at now_ps by a thread on `waker_core` (or by a timer: kTimer).
  static constexpr uint32_t kTimer = UINT32_MAX;
  virtual void wake(SimThread* t, int64_t now_ps, uint32_t waker_core) = 0;
  // What the waker pays for waking t.
  virtual int64_t wake_charge_ps(const SimThread* t) const = 0;
  // The running thread entered the engine at now_ps and could go on.
  virtual void pass(SimThread* t, int64_t now_ps, Pass reason) = 0;
  // The thread to run now, with its core, time_ps set, and how far it may run. next_timer_ps: when
  // the engine's next timer is due; null with *due set when that timer comes first, null with *due
  // clear when nothing can run.
  virtual SimThread* next(int64_t next_timer_ps, int64_t& limit_ps, bool& due) = 0;
  // Which timer fires when *due is set: that of this waiting thread; null: the earliest.
  virtual SimThread* due_thread() { return nullptr; }
  // Why the run is given up, if next() has given it up; empty: it has not.
  virtual std::string given_up() const { return {}; }
  // Whether spinning threads are to be told apart: a search has to know, in virtual time spinning
  // is work like any other.
  virtual bool searches() const { return false; }
};

}  // namespace gilsim
