// What: the scheduler that carries out one run of a search: no cores and no costs, one step after
//   another, by a plan.
// Idea: a decision is due before each charged step, when the running thread waits or ends, and
//   (full_wakes) when it has woken others. Threads that can be taken further without a charged
//   step, new ones and (else) woken ones, are run to their next step at once, since nothing that
//   they do on the way can be seen; so each interleaving of steps comes once. A wait with a
//   deadline may time out at any moment, as on a real machine, but not twice without a step of
//   another thread; with nothing else to run the earliest one does.
// Invariants: I1 the same plan and program give the same decisions.
// Threads: one real thread.
// Not here: which plans there are (searcher.h).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gil/base/prng.h"
#include "gil/explore/decisions.h"
#include "gil/sim/scheduler.h"

namespace gilsim {

struct SearchRunOptions {
  bool full_wakes = false;
  uint64_t max_steps = 100000;  // a run longer than that is given up
  // Called once, before the first decision with more than one candidate; may change the plan.
  std::function<void()> at_first_choice;
  // Called for each step, in order, if set: who goes on, whether its wait timed out, and after how
  // many decisions.
  std::function<void(SimThread& t, bool timeout, uint32_t decisions)> on_step;
};

class SearchScheduler final : public Scheduler {
 public:
  // plan and log are the caller's and outlive the run.
  SearchScheduler(const Plan& plan, DecisionLog& log, SearchRunOptions options);
  uint32_t cores() const override { return 1; }
  bool searches() const override { return true; }
  void add(SimThread* t, int64_t now_ps) override;
  void leave(SimThread* t, int64_t now_ps) override;
  void wake(SimThread* t, int64_t now_ps, uint32_t waker_core) override;
  int64_t wake_charge_ps(const SimThread*) const override { return 0; }
  void pass(SimThread* t, int64_t now_ps, Pass reason) override;
  SimThread* next(int64_t next_timer_ps, int64_t& limit_ps, bool& due) override;
  SimThread* due_thread() override { return due_; }
  std::string given_up() const override { return problem_; }

 private:
  struct Entry {
    SimThread* thread;
    bool yielded = false;    // gave way, and nobody has stepped since
    bool timed_out = false;  // its wait did, and nobody else has stepped since
    uint32_t decisions = 0;
    uint64_t priority = 0;
  };
  Entry& entry_of(const SimThread* t) { return entries_[t->record.serial - 1]; }
  uint64_t draw_priority();
  bool can_run(const SimThread* t) const;
  void find_candidates();
  void add_timeouts(bool anyone_runs);
  uint32_t choose();
  uint32_t choose_by_priority();
  SimThread* run(SimThread* t, int64_t& limit_ps);
  bool count_step(SimThread* t, bool timeout);
  bool decide(uint32_t& chosen);

  const Plan& plan_;
  DecisionLog& log_;
  SearchRunOptions options_;
  Prng random_;
  std::vector<Entry> entries_;      // by serial number, from 1
  std::vector<SimThread*> onward_;  // to be run to their next step at once, last first
  std::vector<Candidate> candidates_;
  SimThread* current_ = nullptr;  // whose step was last
  SimThread* due_ = nullptr;
  int64_t now_ps_ = 0;
  uint64_t steps_ = 0;
  uint32_t decision_ = 0;
  uint64_t lowest_ = UINT64_MAX / 2;  // below it: those that fell behind, kPriorities
  std::string problem_;               // why the run cannot go on
};

}  // namespace gilsim
