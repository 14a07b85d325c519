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
#include "gil/sim/engine.h"
#include "gil/sim/virtual_machine.h"

namespace gilsim {

namespace {

SimEngine& engine() { return *SimEngine::instance(); }
SimThread* thread_of(ThreadRecord* record) { return reinterpret_cast<SimThread*>(record); }

// A modelled pipe, as Linux's: 64 KiB; its two ends are file numbers from kFirstPipeFd.
struct Pipe {
  std::deque<char> data;
  bool read_closed = false, write_closed = false;
  char readers = 0, writers = 0;  // addresses to wait on
};
struct PipeEnd {
  std::shared_ptr<Pipe> pipe;
  bool reads;
};
constexpr size_t kPipeCapacity = 65536;
constexpr int kFirstPipeFd = 1000;
struct Pipes {
  std::map<int, PipeEnd> ends;
  int next_fd = kFirstPipeFd;
};
Pipes& pipes() {
  static Pipes all;
  return all;
}

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

int SimPlatform::pipe(int fds[2]) {
  work(Cost::Syscall);
  auto shared = std::make_shared<Pipe>();
  for (int k = 0; k < 2; ++k) {
    fds[k] = pipes().next_fd++;
    pipes().ends[fds[k]] = {shared, k == 0};
  }
  return 0;
}

int64_t SimPlatform::read(int fd, char* buffer, size_t n) {
  auto it = pipes().ends.find(fd);
  work(Cost::Syscall);
  if (it == pipes().ends.end()) {
    ssize_t result = ::read(fd, buffer, n);
    if (result > 0) work(Cost::IoByte, result);
    return result < 0 ? -errno : result;
  }
  if (!it->second.reads) return -EBADF;
  std::shared_ptr<Pipe> p = it->second.pipe;
  while (p->data.empty()) {
    if (p->write_closed || n == 0) return 0;
    wait_for("data in a pipe", &p->readers, INT64_MAX);
    if (Interrupt::pending_for(self())) return -EINTR;
  }
  size_t taken = std::min(n, p->data.size());
  std::copy_n(p->data.begin(), taken, buffer);
  p->data.erase(p->data.begin(), p->data.begin() + static_cast<long>(taken));
  work(Cost::IoByte, static_cast<int64_t>(taken));
  engine().wake(&p->writers, 1);
  return static_cast<int64_t>(taken);
}

int64_t SimPlatform::write(int fd, const char* data, size_t n) {
  auto it = pipes().ends.find(fd);
  if (it == pipes().ends.end()) {
    work(Cost::Syscall);
    ssize_t result = ::write(fd, data, n);
    if (result > 0) work(Cost::IoByte, result);
    return result < 0 ? -errno : result;
  }
  work(Cost::Syscall);
  if (it->second.reads) return -EBADF;
  std::shared_ptr<Pipe> p = it->second.pipe;
  size_t done = 0;
  while (done < n) {
    if (p->read_closed) return -EPIPE;
    size_t room = kPipeCapacity - std::min(kPipeCapacity, p->data.size());
    if (room == 0) {
      wait_for("room in a pipe", &p->writers, INT64_MAX);
      if (Interrupt::pending_for(self())) return done > 0 ? static_cast<int64_t>(done) : -EINTR;
      continue;
    }
    size_t part = std::min(room, n - done);
    p->data.insert(p->data.end(), data + done, data + done + part);
    done += part;
    work(Cost::IoByte, static_cast<int64_t>(part));
    engine().wake(&p->readers, 1);
  }
  return static_cast<int64_t>(n);
}

int SimPlatform::close(int fd) {
  work(Cost::Syscall);
  auto it = pipes().ends.find(fd);
  if (it == pipes().ends.end()) return ::close(fd) == 0 ? 0 : -errno;
  std::shared_ptr<Pipe> p = it->second.pipe;
  (it->second.reads ? p->read_closed : p->write_closed) = true;
  pipes().ends.erase(it);
  engine().wake(&p->readers, INT_MAX);
  engine().wake(&p->writers, INT_MAX);
  return 0;
}

bool SimPlatform::wait_readable(int fd, Nanos deadline_ns) {
  auto it = pipes().ends.find(fd);
  if (it == pipes().ends.end()) return true;
  std::shared_ptr<Pipe> p = it->second.pipe;
  while (p->data.empty() && !p->write_closed) {
    if (!wait_for("data in a pipe", &p->readers, due_of(deadline_ns, overshoot_ps()))) return false;
  }
  return true;
}

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
  pipes() = Pipes{};  // an abandoned fiber's ends go with their run
  SimEngine simulator(options, std::move(scheduler));
  return simulator.run(main_body);
}

}  // namespace gilsim
