// What: the platform on real threads; see the header.
#include "gil/os/os_platform.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <memory>
#include <mutex>

#include "gil/base/prng.h"
#include "gil/platform/histogram.h"
#include "gil/platform/interrupt.h"
#include "gil/platform/trace_ring.h"
#include "gil/os/os_sockets.h"

namespace gilsim {

constinit thread_local ThreadRecord* OsPlatform::current_ = nullptr;

// Kernels from 4.14 on have it, unless a sandbox forbids it.
const bool OsPlatform::has_heavy_fence_ =
    syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;

void OsPlatform::heavy_fence() {
  std::atomic_thread_fence(std::memory_order_seq_cst);  // the caller's own
  if (has_heavy_fence_) syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
}

namespace {

// The first thread's stack is the system's, which may have set a lower limit; sanitizers need more.
void give_first_thread_room() {
  constexpr rlim_t kWanted = 4 * OsPlatform::kStackBytes;
  rlimit limit{};
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= kWanted) return;
  limit.rlim_cur = limit.rlim_max < kWanted ? limit.rlim_max : kWanted;
  setrlimit(RLIMIT_STACK, &limit);
}

struct OsThread : ThreadRecord {
  std::function<void()> body;
  std::atomic<uint32_t> done{0};
  Prng random;
  std::atomic<pid_t> tid{0};
};

struct Registry {
  std::mutex mutex;
  std::vector<std::unique_ptr<OsThread>> threads;  // under mutex
  uint64_t seed = 0;
};
Registry& registry() {
  static auto* instance = new Registry;  // outlives daemon threads
  return *instance;
}

OsThread* new_thread(const std::string& name) {
  Registry& all = registry();
  std::lock_guard guard(all.mutex);
  auto& thread = all.threads.emplace_back(std::make_unique<OsThread>());
  thread->serial = static_cast<uint32_t>(all.threads.size());
  thread->name.set(name);
  thread->random = Prng(all.seed * 1000003 + thread->serial);
  return thread.get();
}

Nanos to_nanos(const timespec& t) { return int64_t{t.tv_sec} * 1000000000 + t.tv_nsec; }
timespec to_timespec(Nanos ns) {
  return {static_cast<time_t>(ns / 1000000000), static_cast<long>(ns % 1000000000)};
}

Nanos clock_ns(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return to_nanos(t);
}

// What is kept lives as long as the process: threads that are still running may write to it.
void begin_ledger(ThreadRecord& r, bool measuring, bool tracing) {
  r.state_since_ns = measuring ? clock_ns(CLOCK_MONOTONIC) : 0;
  if (measuring) r.times = new ThreadTimes;
  if (!tracing) return;
  r.trace = new TraceRing;
  r.trace->add(r.state_since_ns, TraceEvent::Kind::kState, static_cast<uint32_t>(r.state.get()));
}

}  // namespace

Nanos OsPlatform::now() { return clock_ns(CLOCK_MONOTONIC); }
Nanos OsPlatform::process_time() { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }
Nanos OsPlatform::thread_time() { return clock_ns(CLOCK_THREAD_CPUTIME_ID); }

void OsPlatform::sleep_until(Nanos deadline_ns) {
  timespec t = to_timespec(deadline_ns);
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, nullptr) == EINTR &&
         !Interrupt::pending_for(*current_)) {
  }
}

ParkResult OsPlatform::park(const std::atomic<uint32_t>& word, uint32_t expected,
                            Nanos deadline_ns) {
  timespec t = to_timespec(deadline_ns == kNoDeadline ? 0 : deadline_ns);
  ++current_->counters.parks;
  long result = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, expected,
                        deadline_ns == kNoDeadline ? nullptr : &t, nullptr, FUTEX_BITSET_MATCH_ANY);
  if (result == 0 || errno == EINTR) return ParkResult::kWoken;
  return errno == ETIMEDOUT ? ParkResult::kTimedOut : ParkResult::kChanged;
}

int OsPlatform::unpark(const std::atomic<uint32_t>& word, int n) {
  ++current_->counters.unparks;
  long woken = syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, n, nullptr, nullptr, 0);
  return woken < 0 ? 0 : static_cast<int>(woken);
}

ThreadRecord* OsPlatform::spawn(const SpawnOptions& options, std::function<void()> body) {
  OsThread* thread = new_thread(options.name);
  thread->body = std::move(body);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, OsPlatform::kStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  auto start = [](void* argument) -> void* {
    auto* t = static_cast<OsThread*>(argument);
    current_ = t;
    t->tid = static_cast<pid_t>(syscall(SYS_gettid));
    begin_ledger(*t, measuring_, tracing_);
    t->body();
    t->body = nullptr;
    if (measuring_) {
      settle(*t);
      if (t->trace) t->trace->add(t->state_since_ns, TraceEvent::Kind::kEnd);
      read_kernel_times(*t);
    }
    t->state = ThreadState::Blocked;
    t->done.store(1);
    syscall(SYS_futex, &t->done, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
    return nullptr;
  };
  pthread_t handle;
  // Inherited: signals from outside are for the first thread.
  sigset_t signals, before;
  sigfillset(&signals);
  for (int own : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS, SIGPROF})
    sigdelset(&signals, own);
  pthread_sigmask(SIG_BLOCK, &signals, &before);
  int error = pthread_create(&handle, &attributes, start, thread);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (error == 0) return thread;
  thread->body = nullptr;
  return nullptr;
}

void OsPlatform::join(ThreadRecord* record) {
  auto* thread = static_cast<OsThread*>(record);
  while (thread->done.load() == 0) park(thread->done, 0, kNoDeadline);
}

void OsPlatform::yield() { sched_yield(); }

void OsPlatform::change_state(ThreadRecord& r, ThreadState state) {
  Nanos since_ns = r.state_since_ns;
  ++r.counters.state_changes;
  settle(r);
  if (r.times) r.times->note(r.state.get(), r.state_since_ns - since_ns);
  if (r.trace)
    r.trace->add(r.state_since_ns, TraceEvent::Kind::kState, static_cast<uint32_t>(state));
}

void OsPlatform::settle(ThreadRecord& r) {
  Nanos t = now();
  if (r.state_since_ns != 0) r.time_in_ns[static_cast<int>(r.state.get())] += t - r.state_since_ns;
  r.state_since_ns = t;
}

// /proc/PID/task/TID/schedstat: nanoseconds on a processor and in a run queue (sched-stats.rst of
// the kernel's documentation). Silent where the kernel keeps none.
void OsPlatform::read_kernel_times(ThreadRecord& r) {
  auto& thread = static_cast<OsThread&>(r);
  if (thread.done.load() != 0) return;
  char path[64];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/schedstat", thread.tid.load());
  std::FILE* file = std::fopen(path, "re");
  if (!file) return;
  long long on_core_ns = 0, delay_ns = 0;
  if (std::fscanf(file, "%lld %lld", &on_core_ns, &delay_ns) == 2) {
    r.on_core_ns = on_core_ns;
    r.run_delay_ns = delay_ns;
  }
  std::fclose(file);
}

uint64_t OsPlatform::random() { return static_cast<OsThread*>(current_)->random.next(); }

uint32_t OsPlatform::cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<uint32_t>(CPU_COUNT(&set));
}

int OsPlatform::pipe(int fds[2]) { return ::pipe2(fds, O_CLOEXEC) == 0 ? 0 : -errno; }
int64_t OsPlatform::read(int fd, char* buffer, size_t n) {
  ssize_t result = ::read(fd, buffer, n);
  return result < 0 ? -errno : result;
}
int64_t OsPlatform::write(int fd, const char* data, size_t n) {
  ssize_t result = ::write(fd, data, n);
  return result < 0 ? -errno : result;
}
int OsPlatform::close(int fd) { return ::close(fd) == 0 ? 0 : -errno; }

SocketCalls& OsPlatform::sockets() {
  static OsSockets kernel;
  return kernel;
}

bool OsPlatform::wait_readable(int fd, Nanos deadline_ns) {
  for (;;) {
    Nanos left_ns = deadline_ns == kNoDeadline ? -1 : deadline_ns - now();
    if (deadline_ns != kNoDeadline && left_ns < 0) left_ns = 0;
    pollfd entry{fd, POLLIN, 0};
    int result =
        ::poll(&entry, 1, left_ns < 0 ? -1 : static_cast<int>((left_ns + 999999) / 1000000));
    if (result > 0) return true;
    if (result == 0) return false;
  }
}

std::vector<ThreadRecord*> OsPlatform::threads() {
  Registry& all = registry();
  std::lock_guard guard(all.mutex);
  std::vector<ThreadRecord*> records;
  for (auto& thread : all.threads) records.push_back(thread.get());
  return records;
}

RunOutcome OsPlatform::run(const Options& options, const std::function<void()>& main_body) {
  give_first_thread_room();
  measuring_ = options.measure;
  tracing_ = options.trace;
  cpu_set_t now_allowed;
  if (options.cores > 0) {
    cpu_set_t wanted;
    CPU_ZERO(&wanted);
    sched_getaffinity(0, sizeof now_allowed, &now_allowed);
    uint32_t taken = 0;
    for (int k = 0; k < CPU_SETSIZE && taken < options.cores; ++k) {
      if (!CPU_ISSET(k, &now_allowed)) continue;
      CPU_SET(k, &wanted);
      ++taken;
    }
    sched_setaffinity(0, sizeof wanted, &wanted);
  }
  uint64_t seed = options.seed;  // 0: another in each run
  if (seed == 0 && getrandom(&seed, sizeof seed, 0) < 0) seed = 1;
  registry().seed = seed;
  ThreadRecord* outer = current_;
  OsThread* thread = new_thread("main");
  current_ = thread;
  thread->tid = static_cast<pid_t>(syscall(SYS_gettid));
  begin_ledger(*thread, measuring_, tracing_);
  main_body();
  if (measuring_) settle(*thread);
  RunOutcome outcome;
  outcome.end_ns = now();
  current_ = outer;
  if (options.cores > 0) sched_setaffinity(0, sizeof now_allowed, &now_allowed);
  return outcome;
}

}  // namespace gilsim
