// What: the platform's operations over the engine.
#include "gil/sim/sim_platform.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <map>

#include "gil/platform/histogram.h"
#include "gil/platform/interrupt.h"
#include "gil/platform/trace_ring.h"
#include "gil/sim/descriptors.h"
#include "gil/sim/engine.h"
#include "gil/sim/virtual_machine.h"

namespace gilsim {

namespace {

SimEngine& engine() { return *SimEngine::instance(); }
SimThread* thread_of(ThreadRecord* record) { return reinterpret_cast<SimThread*>(record); }

// When the timer of a wait fires.
int64_t due_of(Nanos deadline_ns, int64_t overshoot_ps) {
  if (deadline_ns == kNoDeadline) return INT64_MAX;
  return deadline_ns > INT64_MAX / 2000 ? INT64_MAX / 2 : deadline_ns * 1000 + overshoot_ps;
}

// Waits with a reason for the deadlock report, unless the caller has given a better one.
bool wait_for(const char* reason, const void* address, int64_t due_ps) {
  ThreadRecord& self = SimPlatform::self();
  const char* before = self.wait_reason;
  if (!before) self.wait_reason = reason;
  bool woken = engine().wait_on(address, due_ps);
  self.wait_reason = before;
  return woken;
}

}  // namespace

void SimLine::init() {
  *this = SimLine{};
  serial_number = SimEngine::instance() ? engine().next_serial() : 0;
}

void SimPlatform::enter_engine() { engine().used_up(); }
void SimPlatform::spin_until(bool (*ends)(const void*), const void* argument) {
  engine().spin_until(ends, argument);
}

void SimPlatform::fetch_line(SimLine& line, Cost cost) {
  work(cost);
  if (line.owner != 0 && line.owner != core_ + 1u) {
    ++current_->counters.line_transfers;
    work(Cost::LineTransfer);
  }
  int64_t behind_ps = static_cast<int64_t>(line.written_ns) * 1000 - now_ps();
  if (behind_ps > 0) {
    left_ps_ -= behind_ps;
    if (left_ps_ < 0) enter_engine();
  }
}

Nanos SimPlatform::process_time() {
  int64_t total_ps = 0;
  for (auto& t : engine().threads()) total_ps += t->run_ps;
  SimThread* me = engine().running();
  return (total_ps + now_ps() - me->time_ps) / 1000;
}
Nanos SimPlatform::thread_time() {
  SimThread* me = engine().running();
  return (me->run_ps + now_ps() - me->time_ps) / 1000;
}

// A timed wait ends between three quarters and five quarters of the usual overshoot late: without
// any spread threads that wait for one another would meet in the same order for ever.
int64_t SimPlatform::overshoot_ps() {
  int64_t usual_ps = costs_.ps[static_cast<int>(Cost::TimerOvershoot)];
  auto spread = static_cast<uint64_t>(usual_ps / 2 + 1);
  return usual_ps * 3 / 4 + static_cast<int64_t>(random() % spread);
}

void SimPlatform::sleep_until(Nanos deadline_ns) {
  work(Cost::Syscall);
  if (deadline_ns <= now()) return;
  wait_for("sleep", nullptr, std::min(due_of(deadline_ns, overshoot_ps()), INT64_MAX / 2));
}

ParkResult SimPlatform::park(const atomic<uint32_t>& word, uint32_t expected, Nanos deadline_ns) {
  ++current_->counters.parks;
  work(Cost::Park);
  if (word.peek() != expected) return ParkResult::kChanged;
  int64_t due_ps = due_of(deadline_ns, overshoot_ps());
  return wait_for("a lock", &word, due_ps) ? ParkResult::kWoken : ParkResult::kTimedOut;
}

int SimPlatform::unpark(const atomic<uint32_t>& word, int n) {
  ++current_->counters.unparks;
  work(Cost::Unpark);
  return engine().wake(&word, n);
}

ThreadRecord* SimPlatform::spawn(const SpawnOptions& options, std::function<void()> body) {
  work(Cost::ThreadCreate);
  SimThread* t = engine().spawn(options.name, std::move(body));
  if (t) engine().enter(Pass::kStarts);
  return t ? &t->record : nullptr;
}

void SimPlatform::join(ThreadRecord* record) {
  while (thread_of(record)->status != SimThread::Status::kDone)
    wait_for("a thread to end", record, INT64_MAX);
}

void SimPlatform::yield() {
  work(Cost::Yield);
  engine().enter(Pass::kYields);
}

ThreadState SimPlatform::set_state(ThreadState state) {
  ThreadRecord& r = *current_;
  ThreadState old = r.state;
  if (old != state) {
    if (r.times) r.times->note(old, now() - r.state_since_ns);
    settle(r);
    r.state = state;
    if (r.trace) r.trace->add(now(), TraceEvent::Kind::kState, static_cast<uint32_t>(state));
  }
  return old;
}

void SimPlatform::settle(ThreadRecord& r) {
  if (&r != current_) return;  // others are settled whenever they change state
  Nanos t = now();
  r.time_in_ns[static_cast<int>(r.state.get())] += t - r.state_since_ns;
  r.state_since_ns = t;
}

uint32_t SimPlatform::address_number(const void* address) {
  return engine().address_number(address);
}

uint64_t SimPlatform::random() { return thread_of(current_)->random.next(); }
uint32_t SimPlatform::cores() { return engine().scheduler().cores(); }

int SimPlatform::pipe(int fds[2]) { return Descriptors::all().pipe(fds); }
int64_t SimPlatform::read(int fd, char* buffer, size_t n) {
  if (Descriptors::all().has(fd)) return Descriptors::all().read(fd, buffer, n);
  work(Cost::Syscall);
  ssize_t result = ::read(fd, buffer, n);
  if (result > 0) work(Cost::IoByte, result);
  return result < 0 ? -errno : result;
}
int64_t SimPlatform::write(int fd, const char* data, size_t n) {
  if (Descriptors::all().has(fd)) return Descriptors::all().write(fd, data, n);
  work(Cost::Syscall);
  ssize_t result = ::write(fd, data, n);
  if (result > 0) work(Cost::IoByte, result);
  return result < 0 ? -errno : result;
}
int SimPlatform::close(int fd) { return Descriptors::all().close(fd); }
bool SimPlatform::wait_readable(int fd, Nanos deadline_ns) {
  pollfd entry{fd, POLLIN, 0};
  return Descriptors::all().poll(&entry, 1, deadline_ns) > 0;
}
SocketCalls& SimPlatform::sockets() { return Descriptors::all(); }

bool SimPlatform::wait_on(const char* reason, const void* address, Nanos deadline_ns) {
  int64_t due_ps = deadline_ns == kNoDeadline ? INT64_MAX : due_of(deadline_ns, overshoot_ps());
  return wait_for(reason, address, due_ps);
}
int SimPlatform::wake(const void* address, int n) { return engine().wake(address, n); }

void SimPlatform::on_big_stack(const std::function<void()>& f) { engine().on_host(f); }

uint32_t SimPlatform::holder_of(const void* lock) {
  for (const ThreadRecord* record : threads()) {
    if (record->holding == lock && record != current_) return record->serial;
  }
  return 0;
}
std::vector<ThreadRecord*> SimPlatform::threads() {
  std::vector<ThreadRecord*> records;
  for (auto& t : engine().threads()) records.push_back(&t->record);
  return records;
}

RunOutcome SimPlatform::run(const Options& options, const std::function<void()>& main_body) {
  uint32_t count = options.cores == 0 ? 1 : options.cores;
  return run_under(std::make_unique<VirtualMachine>(count, options), options, main_body);
}

RunOutcome SimPlatform::run_under(std::unique_ptr<Scheduler> scheduler, const Options& options,
                                  const std::function<void()>& main_body) {
  ++run_number_;
  Descriptors::all().forget();  // an abandoned fiber's ends go with their run
  SimEngine simulator(options, std::move(scheduler));
  return simulator.run(main_body);
}

}  // namespace gilsim
