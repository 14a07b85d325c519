// What: the engine.
#include "gil/sim/engine.h"

#include "gil/base/check.h"
#include "gil/platform/histogram.h"
#include "gil/platform/interrupt.h"
#include "gil/platform/trace_ring.h"

namespace gilsim {

namespace {

constexpr int64_t kNoDeadlinePs = INT64_MAX;
constexpr int64_t kLongestRunPs = 1000000000;  // 1 ms: a switch of 60 ns is nothing beside it

}  // namespace

SimEngine*& SimEngine::instance() {
  static SimEngine* engine = nullptr;
  return engine;
}

SimEngine::SimEngine(const PlatformOptions& options, std::unique_ptr<Scheduler> scheduler)
    : options_(options), scheduler_(std::move(scheduler)) {
  instance() = this;
  SimPlatform::costs_ = options.costs;
  SimPlatform::searching_ = scheduler_->searches();
}

// Fibers that were abandoned keep their stacks until the process ends: what they refer to may still
// be in use.
SimEngine::~SimEngine() {
  static auto* abandoned = new std::vector<std::unique_ptr<SimThread>>;
  for (auto& t : threads_) {
    if (t->status != SimThread::Status::kDone) abandoned->push_back(std::move(t));
  }
  instance() = nullptr;
  // What outlives the run, such as a lock's destructor, may still use its words: without cost.
  static auto* outside = new SimThread;
  SimPlatform::current_ = &outside->record;
  SimPlatform::limit_ps_ = SimPlatform::left_ps_ = INT64_MAX / 2;
  SimPlatform::searching_ = false;
}

int64_t SimEngine::current_time_ps() const {
  return SimPlatform::limit_ps_ - SimPlatform::left_ps_;
}

void SimEngine::fiber_main(void* argument) {
  auto* t = static_cast<SimThread*>(argument);
  t->body();
  t->body = nullptr;
  instance()->finish_current();
}

SimThread* SimEngine::spawn(const std::string& name, std::function<void()> body) {
  if (threads_.size() >= options_.max_threads) return nullptr;
  auto t = std::make_unique<SimThread>();
  t->record.serial = static_cast<uint32_t>(threads_.size() + 1);
  t->record.name.set(name);
  t->body = std::move(body);
  t->random = Prng(options_.seed * 1000003 + t->record.serial);
  if (!t->fiber.create(&SimEngine::fiber_main, t.get())) return nullptr;
  int64_t now_ps = running_ ? current_time_ps() : 0;
  t->record.state_since_ns = now_ps / 1000;
  if (options_.measure) t->record.times = new ThreadTimes;
  if (options_.trace) {
    // As long as the process: an abandoned fiber's record may be read at the end.
    t->record.trace = new TraceRing;
    t->record.trace->add(now_ps / 1000, TraceEvent::Kind::kState,
                         static_cast<uint32_t>(t->record.state.get()));
  }
  t->core = running_ ? running_->core : 0;
  scheduler_->add(t.get(), now_ps);
  threads_.push_back(std::move(t));
  return threads_.back().get();
}

// Lets the loaded thread run from now to its limit, with a look at interrupts on the way: a thread
// that runs alone has no limit.
void SimEngine::run_on(int64_t now_ps) {
  SimPlatform::limit_ps_ = std::min(full_limit_ps_, now_ps + kLongestRunPs);
  SimPlatform::left_ps_ = SimPlatform::limit_ps_ - now_ps;
}

void SimEngine::used_up() {
  int64_t now_ps = current_time_ps();
  if (now_ps < full_limit_ps_ && !Interrupt::pending())
    run_on(now_ps);
  else
    enter(Pass::kUsedUp);
}

void SimEngine::load(SimThread* t, int64_t limit_ps) {
  running_ = t;
  t->status = SimThread::Status::kRunning;
  SimPlatform::current_ = &t->record;
  SimPlatform::core_ = t->core;
  full_limit_ps_ = limit_ps;
  run_on(t->time_ps);
  mix(t->record.serial);
  mix(static_cast<uint64_t>(t->time_ps));
}

// Takes a waiting thread out of the queue that it waits in, if it waits in one.
void SimEngine::unlink(SimThread* t) {
  if (!t->waits_on) return;
  auto& queue = parked_[t->waits_on];
  std::erase(queue, t);
  if (queue.empty()) parked_.erase(t->waits_on);
}

// Wakes the first thread without cause if it waits where a program may be interrupted: for a lock
// of the program's own, for I/O or in a sleep.
void SimEngine::wake_for_interrupt() {
  SimThread* t = threads_.front().get();
  ThreadState state = t->record.state;
  if (t->status != SimThread::Status::kWaiting ||
      (state != ThreadState::Blocked && state != ThreadState::WaitProgram))
    return;
  unlink(t);
  ++t->wait_number;  // its timer, if it has one, is void
  t->status = SimThread::Status::kReady;
  scheduler_->wake(t, current_time_ps(), Scheduler::kTimer);
}

// Its entry among the timers is void from now on.
void SimEngine::fire_timer(SimThread* t, int64_t due_ps) {
  unlink(t);
  ++t->wait_number;
  t->timed_out = true;
  t->status = SimThread::Status::kReady;
  scheduler_->wake(t, due_ps, Scheduler::kTimer);
}

void SimEngine::switch_to_next(bool current_is_done) {
  SimThread* before = running_;
  if (Interrupt::pending()) [[unlikely]]
    wake_for_interrupt();
  for (;;) {
    // Timers of threads that were woken otherwise are dropped here, so that they do not cut runs
    // short.
    while (!timers_.empty()) {
      const Timer& top = timers_.top();
      if (top.thread->status == SimThread::Status::kWaiting &&
          top.thread->wait_number == top.wait_number)
        break;
      timers_.pop();
    }
    bool due = false;
    int64_t limit_ps = 0;
    SimThread* t =
        scheduler_->next(timers_.empty() ? Scheduler::kNever : timers_.top().due_ps, limit_ps, due);
    if (due) {
      SimThread* chosen = scheduler_->due_thread();
      if (!chosen) chosen = timers_.top().thread;
      fire_timer(chosen, chosen->due_ps);
      continue;
    }
    if (!t) {
      given_up_ = scheduler_->given_up();
      if (given_up_.empty()) deadlock_ = deadlock_report();
      Fiber::switch_to(before->fiber, host_, true);
      __builtin_unreachable();
    }
    load(t, limit_ps);
    if (t != before) Fiber::switch_to(before->fiber, t->fiber, current_is_done);
    return;
  }
}

void SimEngine::enter(Pass reason) {
  int64_t now_ps = current_time_ps();
  scheduler_->pass(running_, now_ps, reason);
  running_->status = SimThread::Status::kReady;
  switch_to_next(false);
}

void SimEngine::spin_until(bool (*ends)(const void*), const void* argument) {
  SimThread* t = running_;
  t->spin_ends = ends;
  t->spin_argument = argument;
  const char* before = t->record.wait_reason;
  if (!before) t->record.wait_reason = "a word to change, spinning";
  enter(Pass::kSpins);
  t->record.wait_reason = before;
  t->spin_ends = nullptr;
}

bool SimEngine::wait_on(const void* address, int64_t deadline_ps) {
  SimThread* t = running_;
  t->waits_on = address;
  t->timed_out = false;
  ++t->wait_number;
  t->status = SimThread::Status::kWaiting;
  if (address) parked_[address].push_back(t);
  t->due_ps = kNoDeadlinePs;
  if (deadline_ps != kNoDeadlinePs) {
    t->due_ps = std::max(deadline_ps, current_time_ps());
    timers_.push({t->due_ps, ++timer_order_, t, t->wait_number});
  }
  scheduler_->leave(t, current_time_ps());
  switch_to_next(false);
  t->waits_on = nullptr;
  return !t->timed_out;
}

int SimEngine::wake(const void* address, int n) {
  int woken = 0;
  while (woken < n) {
    auto it = parked_.find(address);
    if (it == parked_.end()) break;
    SimThread* t = it->second.front();
    it->second.pop_front();
    if (it->second.empty()) parked_.erase(it);
    t->status = SimThread::Status::kReady;
    SimPlatform::left_ps_ -= scheduler_->wake_charge_ps(t);
    scheduler_->wake(t, current_time_ps(), running_->core);
    ++woken;
  }
  // Another core may now have something to do before the running thread's limit.
  if (woken > 0) enter(Pass::kWakes);
  return woken;
}

void SimEngine::finish_current() {
  SimThread* t = running_;
  SimPlatform::settle(t->record);
  if (t->record.trace) t->record.trace->add(current_time_ps() / 1000, TraceEvent::Kind::kEnd);
  t->status = SimThread::Status::kDone;
  scheduler_->leave(t, current_time_ps());
  if (t == threads_[0].get()) {
    main_done_ = true;
    Fiber::switch_to(t->fiber, host_, true);
    __builtin_unreachable();
  }
  // Whoever joins waits on the record's address.
  auto it = parked_.find(&t->record);
  if (it != parked_.end()) {
    std::deque<SimThread*> joiners = std::move(it->second);
    parked_.erase(it);
    for (SimThread* joiner : joiners) {
      joiner->status = SimThread::Status::kReady;
      scheduler_->wake(joiner, current_time_ps(), t->core);
    }
  }
  switch_to_next(true);
  __builtin_unreachable();
}

void SimEngine::on_host(const std::function<void()>& f) {
  host_work_ = &f;
  SimThread* t = running_;
  Fiber::switch_to(t->fiber, host_);
}

std::string SimEngine::deadlock_report() const {
  std::string text = "gilsim: deadlock: every thread waits for ever\n";
  for (const auto& t : threads_) {
    if (t->status == SimThread::Status::kDone) continue;
    std::string name = t->record.name.get();
    text += "  " + (name.empty() ? "thread " + std::to_string(t->record.serial) : name) +
            " waits for " + (t->record.wait_reason ? t->record.wait_reason : "something");
    std::string where;
    if (t->record.describe) t->record.describe(t->record, where);
    if (!where.empty()) text += " at " + where;
    text += "\n";
  }
  return text;
}

RunOutcome SimEngine::run(const std::function<void()>& main_body) {
  SimThread* main_thread = spawn("main", main_body);
  GILSIM_CHECK(main_thread != nullptr);
  bool due = false;
  int64_t limit_ps = 0;
  SimThread* first = scheduler_->next(Scheduler::kNever, limit_ps, due);
  load(first, limit_ps);
  Fiber::switch_to(host_, first->fiber);
  while (host_work_) {  // a fiber wants something done on this stack
    const std::function<void()>* work = host_work_;
    host_work_ = nullptr;
    (*work)();
    Fiber::switch_to(host_, running_->fiber);
  }
  RunOutcome outcome;
  outcome.deadlock = deadlock_;
  outcome.given_up = given_up_;
  outcome.end_ns = current_time_ps() / 1000;
  outcome.trace_hash = trace_hash_;
  return outcome;
}

}  // namespace gilsim
