// What: the engine of the simulator: fibers that run, park, sleep and wake by the decisions of a
// scheduler. Idea: one switch fiber to fiber a decision. With nothing runnable time moves to the
// earliest timer; with no timer either it is a deadlock,
//   reported at once with what each thread waits for and where.
// Invariants: I1 exactly one fiber runs; SimPlatform's statics are its. I2 the trace hash covers
// every decision. Threads: one real thread.
#pragma once

#include <deque>
#include <memory>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

#include "gil/sim/scheduler.h"
#include "gil/sim/sim_platform.h"

namespace gilsim {

class SimEngine {
 public:
  SimEngine(const PlatformOptions& options, std::unique_ptr<Scheduler> scheduler);
  ~SimEngine();
  RunOutcome run(const std::function<void()>& main_body);

  // ---- for the platform; all act for the running thread
  void enter(Pass reason);
  // Waits, as one who spins, until ends(argument). REQUIRES: the scheduler searches.
  void spin_until(bool (*ends)(const void*), const void* argument);
  void used_up();  // what the thread was given to run
  // Waits until woken or the deadline. True: woken.
  bool wait_on(const void* address, int64_t deadline_ps);
  int wake(const void* address, int n);
  SimThread* spawn(const std::string& name, std::function<void()> body);
  void on_host(const std::function<void()>& f);
  Scheduler& scheduler() { return *scheduler_; }
  SimThread* running() { return running_; }
  std::vector<std::unique_ptr<SimThread>>& threads() { return threads_; }
  const PlatformOptions& options() const { return options_; }
  static SimEngine*& instance();
  uint32_t next_serial() { return ++last_serial_; }
  uint32_t address_number(const void* address) {
    return address_numbers_.try_emplace(address, static_cast<uint32_t>(address_numbers_.size()))
        .first->second;
  }

 private:
  struct Timer {
    int64_t due_ps;
    uint64_t order;
    SimThread* thread;
    uint64_t wait_number;
    bool operator>(const Timer& other) const {
      return due_ps != other.due_ps ? due_ps > other.due_ps : order > other.order;
    }
  };
  static void fiber_main(void* argument);
  void finish_current();
  void switch_to_next(bool current_is_done);
  void load(SimThread* t, int64_t limit_ps);
  int64_t current_time_ps() const;
  void run_on(int64_t now_ps);
  void fire_timer(SimThread* t, int64_t due_ps);
  void unlink(SimThread* t);
  void wake_for_interrupt();
  std::string deadlock_report() const;
  void mix(uint64_t value) { trace_hash_ = (trace_hash_ ^ value) * 0x100000001b3ULL; }

  PlatformOptions options_;
  std::unique_ptr<Scheduler> scheduler_;
  std::vector<std::unique_ptr<SimThread>> threads_;
  std::unordered_map<const void*, std::deque<SimThread*>> parked_;
  std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
  Fiber host_;
  SimThread* running_ = nullptr;
  int64_t full_limit_ps_ = 0;  // of the running thread, as the scheduler set it
  uint64_t timer_order_ = 0;
  uint64_t trace_hash_ = 0xcbf29ce484222325ULL;
  uint32_t last_serial_ = 0;
  std::unordered_map<const void*, uint32_t> address_numbers_;  // looked up, never walked
  bool main_done_ = false;
  std::string deadlock_;
  std::string given_up_;
  const std::function<void()>* host_work_ = nullptr;
};

}  // namespace gilsim
