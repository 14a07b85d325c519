// What: child processes with posix_spawn, their output through pipes, their times through wait4.
#include "experiments/runner/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>

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

struct Child {
  pid_t pid = -1;
  int out = -1, err = -1;
  bool done = false;
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
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  int result = ::posix_spawnp(&child.pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  ::close(err[1]);
  child.out = out[0];
  child.err = err[0];
  if (result == 0) return true;
  ::close(out[0]);
  ::close(err[0]);
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
  auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  result.cpu_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  result.memory_kib = usage.ru_maxrss;
  child.done = true;
}

}  // namespace

double run_together(const std::vector<std::vector<std::string>>& commands,
                    std::vector<ProcessResult>& results) {
  results.assign(commands.size(), {});
  std::vector<Child> children(commands.size());
  MachineTicks before = machine_ticks();
  auto begun = Clock::now();
  std::vector<pollfd> fds;
  std::vector<std::pair<size_t, bool>> owners;
  for (size_t k = 0; k < commands.size(); ++k) {
    results[k].started = start(commands[k], children[k], results[k].error);
    if (!results[k].started) continue;
    fds.push_back({children[k].out, POLLIN, 0});
    owners.push_back({k, true});
    fds.push_back({children[k].err, POLLIN, 0});
    owners.push_back({k, false});
  }
  size_t open = fds.size();
  std::vector<int> open_of(commands.size(), 2);
  while (open > 0) {
    if (::poll(fds.data(), fds.size(), -1) < 0 && errno != EINTR) break;
    for (size_t k = 0; k < fds.size(); ++k) {
      if (fds[k].fd < 0 || !(fds[k].revents & (POLLIN | POLLHUP | POLLERR))) continue;
      auto [owner, is_out] = owners[k];
      if (drain(fds[k].fd, is_out ? results[owner].out : results[owner].err)) continue;
      ::close(fds[k].fd);
      fds[k].fd = -1;
      --open;
      if (--open_of[owner] == 0) reap(children[owner], results[owner], begun);
    }
  }
  double wall_s = seconds_since(begun);
  MachineTicks after = machine_ticks();
  double own_s = 0;
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

ProcessResult run_process(const std::vector<std::string>& command) {
  std::vector<ProcessResult> results;
  run_together({command}, results);
  return results[0];
}

}  // namespace gilsim
