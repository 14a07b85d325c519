// What: child processes with posix_spawn, their output through pipes, their times through wait4.
// Idea: a signal handler only sets a flag; the loop that reads the pipes looks at it at least every
// 100 ms, so no signal mask is needed that children would inherit.
#include "experiments/runner/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <utility>

extern char** environ;

namespace gilsim {

namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Busy and stolen clock ticks of all processors, from /proc/stat.
struct MachineTicks {
  uint64_t busy = 0, stolen = 0;
};
MachineTicks machine_ticks() {
  std::ifstream stream("/proc/stat");
  std::string word;
  uint64_t field[8] = {};
  stream >> word;
  for (uint64_t& f : field) stream >> f;
  return {field[0] + field[1] + field[2] + field[5] + field[6], field[7]};
}

volatile std::sig_atomic_t interrupted = 0;
struct sigaction action_before;

double seconds_of(const rusage& usage) {
  auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double own_cpu_s() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return seconds_of(usage);
}

// Threads that run or are ready to, on the whole machine, this one included.
int threads_running() {
  std::ifstream stream("/proc/stat");
  for (std::string word; stream >> word;) {
    if (word != "procs_running") continue;
    int count = 0;
    stream >> count;
    return count;
  }
  return 1;
}

// Limits this process to some processors, and so the children it starts meanwhile.
class FewerProcessors {
 public:
  explicit FewerProcessors(uint32_t cores) : limited_(cores > 0) {
    if (!limited_) return;
    ::sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t wanted;
    CPU_ZERO(&wanted);
    uint32_t taken = 0;
    for (int k = 0; k < CPU_SETSIZE && taken < cores; ++k) {
      if (!CPU_ISSET(k, &before_)) continue;
      CPU_SET(k, &wanted);
      ++taken;
    }
    ::sched_setaffinity(0, sizeof wanted, &wanted);
  }
  ~FewerProcessors() {
    if (limited_) ::sched_setaffinity(0, sizeof before_, &before_);
  }
  FewerProcessors(const FewerProcessors&) = delete;
  FewerProcessors& operator=(const FewerProcessors&) = delete;

 private:
  bool limited_;
  cpu_set_t before_;
};

struct Child {
  pid_t pid = -1;
  int out = -1, err = -1;
  int open = 0;  // pipes that may still bring something
};

bool start(const std::vector<std::string>& command, Child& child, std::string& error) {
  int out[2], err[2];
  if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) {
    error = std::strerror(errno);
    return false;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  posix_spawnattr_t attributes;  // the command ignores SIGPIPE; what it starts need not
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  int result = ::posix_spawnp(&child.pid, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  ::close(err[1]);
  child.out = out[0];
  child.err = err[0];
  child.open = 2;
  if (result == 0) return true;
  ::close(out[0]);
  ::close(err[0]);
  child.pid = -1;
  error = std::strerror(result);
  return false;
}

// Reads what is there; false at the end.
bool drain(int fd, std::string& text) {
  char buffer[65536];
  ssize_t n = ::read(fd, buffer, sizeof buffer);
  if (n > 0) text.append(buffer, static_cast<size_t>(n));
  return n > 0 || (n < 0 && errno == EINTR);
}

void reap(Child& child, ProcessResult& result, Clock::time_point begun) {
  int status = 0;
  rusage usage{};
  while (::wait4(child.pid, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  result.wall_s = seconds_since(begun);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.cpu_s = seconds_of(usage);
  result.memory_kib = usage.ru_maxrss;
  child.pid = -1;
}

void end_all(std::vector<Child>& children) {
  for (Child& child : children) {
    if (child.pid < 0) continue;
    ::kill(child.pid, SIGKILL);
    ::waitpid(child.pid, nullptr, 0);
  }
}

// Reads all pipes to their ends; reaps each child whose pipes have ended.
void read_all(std::vector<Child>& children, std::vector<ProcessResult>& results,
              Clock::time_point begun) {
  std::vector<pollfd> fds;
  for (const Child& child : children) {
    fds.push_back({child.open ? child.out : -1, POLLIN, 0});
    fds.push_back({child.open ? child.err : -1, POLLIN, 0});
  }
  while (std::ranges::any_of(fds, [](const pollfd& fd) { return fd.fd >= 0; })) {
    int ready = ::poll(fds.data(), fds.size(), 100);
    if (interrupted) break;
    if (ready <= 0) continue;
    for (size_t k = 0; k < fds.size(); ++k) {
      if (fds[k].fd < 0 || !fds[k].revents) continue;
      ProcessResult& result = results[k / 2];
      if (drain(fds[k].fd, k % 2 == 0 ? result.out : result.err)) continue;
      ::close(fds[k].fd);
      fds[k].fd = -1;
      if (--children[k / 2].open == 0) reap(children[k / 2], result, begun);
    }
  }
  for (const pollfd& fd : fds) {
    if (fd.fd >= 0) ::close(fd.fd);  // interrupted
  }
}

}  // namespace

InterruptScope::InterruptScope() {
  interrupted = 0;
  ::sigaction(SIGINT, nullptr, &action_before);
  if (action_before.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = 1; };
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
}

InterruptScope::~InterruptScope() { ::sigaction(SIGINT, &action_before, nullptr); }

double run_together(const std::vector<std::vector<std::string>>& commands,
                    std::vector<ProcessResult>& results, uint32_t cores) {
  if (interrupted) throw Interrupted();
  results.assign(commands.size(), {});
  std::vector<Child> children(commands.size());
  double own_before_s = own_cpu_s();
  MachineTicks before = machine_ticks();
  auto begun = Clock::now();
  {
    FewerProcessors fewer(cores);
    for (size_t k = 0; k < commands.size(); ++k)
      results[k].started = start(commands[k], children[k], results[k].error);
  }
  read_all(children, results, begun);
  if (interrupted) {
    end_all(children);
    throw Interrupted();
  }
  double wall_s = seconds_since(begun);
  MachineTicks after = machine_ticks();
  double own_s = own_cpu_s() - own_before_s;
  for (const ProcessResult& result : results) own_s += result.cpu_s;
  double ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  double busy_s =
      static_cast<double>(after.busy - before.busy + after.stolen - before.stolen) / ticks;
  double processors = static_cast<double>(::sysconf(_SC_NPROCESSORS_ONLN));
  // One tick of rounding on each processor is no neighbour.
  double foreign_s = busy_s - own_s - processors / ticks;
  for (ProcessResult& result : results)
    result.foreign_share = foreign_s > 0 ? foreign_s / (wall_s * processors) : 0;
  return wall_s;
}

ProcessResult run_process(const std::vector<std::string>& command, uint32_t cores) {
  std::vector<ProcessResult> results;
  run_together({command}, results, cores);
  return results[0];
}

uint32_t usable_processors() {
  cpu_set_t allowed;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<uint32_t>(CPU_COUNT(&allowed));
}

int others_running() {
  constexpr int kLooks = 5;
  int counts[kLooks];
  for (int& count : counts) {
    count = threads_running() - 1;
    ::usleep(1000);
  }
  std::sort(counts, counts + kLooks);
  return std::max(0, counts[kLooks / 2]);
}

}  // namespace gilsim
