// What: running a command as a child process: its output, exit code, wall and CPU time, and how
// quiet the machine was meanwhile.
#pragma once

#include <cstdint>
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

// command[0] is searched in PATH.
ProcessResult run_process(const std::vector<std::string>& command);
// Starts all at once and waits for all; wall_s of each is its own, the return value the wall time
// of the whole.
double run_together(const std::vector<std::vector<std::string>>& commands,
                    std::vector<ProcessResult>& results);

}  // namespace gilsim
