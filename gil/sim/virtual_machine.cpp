// What: the machine of N cores.
#include "gil/sim/virtual_machine.h"

#include <algorithm>

#include "gil/platform/trace_ring.h"

namespace gilsim {

namespace {

void trace(const SimThread* t, int64_t at_ps, TraceEvent::Kind kind, uint32_t core = 0) {
  if (t->record.trace) t->record.trace->add(at_ps / 1000, kind, core);
}

// Linux's defaults of CONFIG_SCHED for two to four processors, in picoseconds: how far ahead the
// running thread must be before a waking one preempts it, and how much credit a sleeper keeps.
constexpr int64_t kWakeupGranularityPs = 1000000000;  // 1 ms, at most a third of the slice
constexpr int64_t kSleeperCreditPs = 3000000000;      // 3 ms

}  // namespace

VirtualMachine::VirtualMachine(uint32_t cores, const PlatformOptions& options)
    : cores_(cores),
      costs_(options.costs),
      slack_ps_(options.slack_ns * 1000),
      time_slice_ps_(options.time_slice_ns * 1000),
      wakeup_granularity_ps_(std::min(kWakeupGranularityPs, time_slice_ps_ / 3)) {
  while (leaves_ < cores) leaves_ *= 2;
  next_ps_.assign(leaves_, kNever);
  tree_.resize(2 * leaves_);
  for (uint32_t k = 0; k < leaves_; ++k) tree_[leaves_ + k] = k;
  for (uint32_t n = leaves_ - 1; n > 0; --n) tree_[n] = tree_[2 * n];
}

void VirtualMachine::refresh(uint32_t number) {
  const Core& core = cores_[number];
  next_ps_[number] = core.current ? core.clock_ps : core.queue.empty() ? kNever : start_time(core);
  for (uint32_t n = (leaves_ + number) / 2; n > 0; n /= 2) {
    uint32_t left = tree_[2 * n], right = tree_[2 * n + 1];
    tree_[n] = next_ps_[right] < next_ps_[left] ? right : left;
  }
}

// The earliest of those that lost directly to the winner.
int64_t VirtualMachine::second_earliest() const {
  int64_t second_ps = kNever;
  for (uint32_t n = leaves_ + tree_[1]; n > 1; n /= 2)
    second_ps = std::min(second_ps, next_ps_[tree_[n ^ 1]]);
  return second_ps;
}

// The core it ran on if that is idle, else the first idle one, else the one with the shortest
// queue, its own first.
uint32_t VirtualMachine::place_for(const SimThread* t) const {
  auto idle = [&](const Core& c) { return !c.current && c.queue.empty(); };
  if (idle(cores_[t->core])) return t->core;
  uint32_t best = t->core;
  for (uint32_t k = 0; k < cores_.size(); ++k) {
    if (idle(cores_[k])) return k;
    if (cores_[k].queue.size() + (cores_[k].current != nullptr) + 1 <
        cores_[best].queue.size() + (cores_[best].current != nullptr))
      best = k;
  }
  return best;
}

void VirtualMachine::enqueue(Core& core, SimThread* t, int64_t from_ps) {
  core.queue.push_back({t, from_ps});
}

void VirtualMachine::add(SimThread* t, int64_t now_ps) {
  uint32_t number = place_for(t);
  t->core = number;
  t->virtual_ps = cores_[number].min_virtual_ps;
  t->ready_since_ps = now_ps;
  trace(t, now_ps, TraceEvent::Kind::kReady);
  enqueue(cores_[number], t, now_ps);
  refresh(number);
}

int64_t VirtualMachine::wake_charge_ps(const SimThread* t) const {
  const Core& target = cores_[place_for(t)];
  return target.current ? 0 : costs_[Cost::WakeInterrupt];
}

void VirtualMachine::wake(SimThread* t, int64_t now_ps, uint32_t waker_core) {
  uint32_t number = place_for(t);
  Core& core = cores_[number];
  bool idle = !core.current;
  int64_t latency_ps =
      waker_core == kTimer ? 0 : costs_[idle ? Cost::WakeIdleCore : Cost::WakeBusyCore];
  if (number == waker_core)
    latency_ps = 0;  // a wake-up on the waker's own core is only a place in its queue
  if (number != t->core) {
    latency_ps += costs_[Cost::Migrate];
    ++t->record.counters.migrations;
    t->core = number;
  }
  t->virtual_ps = std::max(t->virtual_ps, core.min_virtual_ps - kSleeperCreditPs);
  t->ready_since_ps = now_ps;
  trace(t, now_ps, TraceEvent::Kind::kReady);
  enqueue(core, t, now_ps + latency_ps);
  refresh(number);
}

void VirtualMachine::account(Core& core, int64_t now_ps) {
  SimThread* t = core.current;
  int64_t ran_ps = now_ps - core.clock_ps;
  t->run_ps += ran_ps;
  t->virtual_ps += ran_ps;
  core.clock_ps = now_ps;
  core.min_virtual_ps =
      std::max(core.min_virtual_ps, std::min(t->virtual_ps, core.min_virtual_ps + ran_ps));
}

void VirtualMachine::leave(SimThread* t, int64_t now_ps) {
  Core& core = cores_[t->core];
  account(core, now_ps);
  trace(t, now_ps, TraceEvent::Kind::kOffCore);
  core.last = t;
  core.current = nullptr;
  refresh(t->core);
}

// The queued thread that should run next at at_ps: the least virtual time among those that can
// start; queue.size() if none can.
size_t VirtualMachine::best_of(const Core& core, int64_t at_ps) const {
  size_t best = core.queue.size();
  for (size_t k = 0; k < core.queue.size(); ++k) {
    if (core.queue[k].from_ps > at_ps) continue;
    if (best == core.queue.size() ||
        core.queue[k].thread->virtual_ps < core.queue[best].thread->virtual_ps)
      best = k;
  }
  return best;
}

void VirtualMachine::pass(SimThread* t, int64_t now_ps, Pass reason) {
  bool yields = reason == Pass::kYields;
  Core& core = cores_[t->core];
  account(core, now_ps);
  t->time_ps = now_ps;
  refresh(t->core);
  if (core.queue.empty()) return;
  size_t best = best_of(core, now_ps);
  if (best == core.queue.size()) return;
  int64_t lag_ps = t->virtual_ps - core.queue[best].thread->virtual_ps;
  bool preempted = yields || now_ps >= core.slice_end_ps || lag_ps > wakeup_granularity_ps_;
  if (!preempted) return;
  core.last = t;
  core.current = nullptr;
  t->ready_since_ps = now_ps;
  trace(t, now_ps, TraceEvent::Kind::kOffCore);
  trace(t, now_ps, TraceEvent::Kind::kReady);
  enqueue(core, t, now_ps);
  if (yields) t->virtual_ps = std::max(t->virtual_ps, core.queue[best].thread->virtual_ps);
  refresh(t->core);
}

// When an idle core's first queued thread can start.
int64_t VirtualMachine::start_time(const Core& core) const {
  int64_t start = kNever;
  for (const Waiting& w : core.queue) start = std::min(start, w.from_ps);
  return std::max(start, core.clock_ps);
}

void VirtualMachine::switch_in(uint32_t number) {
  Core& core = cores_[number];
  int64_t start_ps = start_time(core);
  size_t best = best_of(core, start_ps);
  SimThread* t = core.queue[best].thread;
  core.queue.erase(core.queue.begin() + static_cast<long>(best));
  if (core.last != t) {
    if (core.last) {
      start_ps += costs_[Cost::ContextSwitch];
      ++t->record.counters.context_switches;
    }
  }
  core.current = t;
  core.clock_ps = start_ps;
  core.slice_end_ps = start_ps + time_slice_ps_;
  core.min_virtual_ps = std::max(core.min_virtual_ps, t->virtual_ps);
  // What it was ready and not on a core is booked apart from its state.
  int64_t waited_ns = (start_ps - t->ready_since_ps) / 1000;
  t->record.time_in_ns[static_cast<int>(ThreadState::Runnable)] += waited_ns;
  t->record.state_since_ns += waited_ns;
  t->core = number;
  t->time_ps = start_ps;
  trace(t, start_ps, TraceEvent::Kind::kOnCore, number);
  refresh(number);
}

SimThread* VirtualMachine::next(int64_t next_timer_ps, int64_t& limit_ps, bool& due) {
  uint32_t first = tree_[1];
  int64_t first_ps = next_ps_[first], second_ps = second_earliest();
  due = next_timer_ps != kNever && next_timer_ps <= first_ps;
  if (due || first_ps == kNever) return nullptr;
  Core& core = cores_[first];
  if (!core.current) switch_in(first);
  limit_ps =
      std::min({second_ps == kNever ? kNever : std::max(second_ps, core.clock_ps) + slack_ps_,
                next_timer_ps});
  if (!core.queue.empty()) {
    int64_t wake_ps = kNever;
    for (const Waiting& w : core.queue) {
      if (w.from_ps > core.clock_ps) wake_ps = std::min(wake_ps, w.from_ps);
    }
    limit_ps =
        std::min({limit_ps, std::max(core.slice_end_ps, core.clock_ps + slack_ps_), wake_ps});
  }
  if (limit_ps <= core.clock_ps) limit_ps = core.clock_ps + 1;
  return core.current;
}

}  // namespace gilsim
