// What: runs a program in virtual time from a test and gives its figures.
// Threads: one run at a time.
// Not here: what is expected of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "experiments/modes/modes.h"

namespace gilsim::testing {

struct SimRun {
  std::string mode = "gil";
  std::string gil = {};  // empty: the mode's own
  uint32_t cores = 1;
  uint64_t seed = 0;
  int64_t ticks = 0;        // 0: the algorithm's own
  int64_t interval_ns = 0;  // likewise
  std::vector<std::string> arguments = {};
};

// The program must end by itself with code 0, so a test's assertions stand in the program.
inline RunReport run_in_sim(const std::string& source, const SimRun& how) {
  RunRequest request;
  request.mode = how.mode;
  request.gil = how.gil;
  request.world = World::kSim;
  request.cores = how.cores;
  request.seed = how.seed;
  request.ticks = how.ticks;
  request.interval_ns = how.interval_ns;
  request.stats = true;
  request.program_path = "test.py";
  request.source = source;
  request.directory = ".";
  request.arguments = how.arguments;
  std::string error;
  request.code = compile_program(source, "test.py", &error);
  EXPECT_TRUE(request.code) << error;
  return run_program(request);
}

inline RunReport run_well(const std::string& source, const SimRun& how) {
  RunReport report = run_in_sim(source, how);
  EXPECT_EQ(report.exit_code, 0);
  EXPECT_EQ(report.deadlock, "");
  return report;
}

inline int64_t time_in(const ThreadFigures& thread, ThreadState state) {
  return thread.time_in_ns[static_cast<int>(state)];
}

}  // namespace gilsim::testing
