// What: running a command as a child process: its output, exit code, wall and CPU time, and how
// quiet the machine was meanwhile.
// Threads: one caller at a time; InterruptScope is for the whole process.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace gilsim {

struct ProcessResult {
  bool started = false;
  std::string error;  // when it could not be started
  int exit_code = 0;  // 128 + signal when killed
  std::string out, err;
  double wall_s = 0;
  double cpu_s = 0;        // user and system
  int64_t memory_kib = 0;  // peak resident
  double foreign_share =
      0;  // CPU used by others meanwhile, as a share of all processors' time; stolen time included
};

// Thrown by what runs processes after Ctrl-C; they have been killed.
struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("interrupted") {}
};

// While it lives, Ctrl-C (unless it is ignored) ends running children and throws Interrupted.
class InterruptScope {
 public:
  InterruptScope();
  ~InterruptScope();
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;
};

// command[0] is searched in PATH. cores: how many processors it may use; 0: all that this process
// may use.
ProcessResult run_process(const std::vector<std::string>& command, uint32_t cores = 0);
// Starts all at once and waits for all; wall_s of each is its own, the return value the wall time
// of the whole.
double run_together(const std::vector<std::vector<std::string>>& commands,
                    std::vector<ProcessResult>& results, uint32_t cores = 0);

// How many processors this process may use.
uint32_t usable_processors();
// How many threads of others run or want to at this moment: the median of a few looks, 1 ms apart.
int others_running();

}  // namespace gilsim
