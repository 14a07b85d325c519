// What: the scheduler that is a machine of N cores in virtual time.
// Idea: each core has a clock and a run queue. The core whose next step is earliest goes on, up to
// the time of the second earliest plus the
//   slack, or the next timer. Sharing of one core follows Linux's completely fair scheduler: least
//   virtual run time first, a waking thread preempts only when the running one is ahead of it by
//   the wake-up granularity, sleepers keep a bounded credit.
// Invariants: I1 a thread is on at most one core or queue. I2 decisions depend on times, orders of
// arrival and core numbers only. Threads: one real thread.
#pragma once

#include <vector>

#include "gil/sim/scheduler.h"

namespace gilsim {

class VirtualMachine final : public Scheduler {
 public:
  VirtualMachine(uint32_t cores, const PlatformOptions& options);
  uint32_t cores() const override { return static_cast<uint32_t>(cores_.size()); }
  void add(SimThread* t, int64_t now_ps) override;
  void leave(SimThread* t, int64_t now_ps) override;
  void wake(SimThread* t, int64_t now_ps, uint32_t waker_core) override;
  int64_t wake_charge_ps(const SimThread* t) const override;
  void pass(SimThread* t, int64_t now_ps, Pass reason) override;
  SimThread* next(int64_t next_timer_ps, int64_t& limit_ps, bool& due) override;

 private:
  struct Waiting {
    SimThread* thread;
    int64_t from_ps;  // when it can start at the earliest
  };
  struct Core {
    SimThread* current = nullptr;
    SimThread* last = nullptr;  // whose state its caches hold
    int64_t clock_ps = 0;
    int64_t slice_end_ps = 0;
    int64_t min_virtual_ps = 0;
    std::vector<Waiting> queue;
  };

  uint32_t place_for(const SimThread* t) const;
  void enqueue(Core& core, SimThread* t, int64_t from_ps);
  void switch_in(uint32_t number);
  int64_t start_time(const Core& core) const;
  void account(Core& core, int64_t now_ps);
  // Brings the tree up to date after a core's clock, thread or queue changed.
  void refresh(uint32_t number);
  int64_t second_earliest() const;
  size_t best_of(const Core& core, int64_t at_ps) const;

  std::vector<Core> cores_;
  CostTable costs_;
  // A tournament tree: leaf leaves_ + k is core k's next time, each inner node the number of the
  // earlier core below it, the lower number on a tie. tree_[1] wins. O(log cores) a change, where a
  // scan took 1.8 us with 1024 cores.
  uint32_t leaves_ = 1;
  std::vector<int64_t> next_ps_;
  std::vector<uint32_t> tree_;
  int64_t slack_ps_;
  int64_t time_slice_ps_;
  int64_t wakeup_granularity_ps_;
};

}  // namespace gilsim
