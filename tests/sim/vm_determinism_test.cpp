// What: every workload in virtual time, twice with the same seed: the same trace hash, the same
//   times, counters and output; and another seed is another run.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/sim/vm_run.h"

namespace gilsim::testing {
namespace {

// Small sizes, as scripts/lang_tests.py has them.
std::vector<std::string> arguments_of(const std::string& name) {
  std::vector<std::string> arguments = {"--threads", "4", "--size"};
  auto add = [&](std::initializer_list<const char*> more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
  };
  if (name == "fib")
    add({"4", "--depth", "10"});
  else if (name == "nbody")
    add({"4", "--steps", "20"});
  else if (name == "matmul")
    add({"4", "--width", "12"});
  else if (name == "wordcount")
    add({"40"});
  else if (name == "sleepers")
    add({"20", "--us", "200"});
  else if (name == "pipe_echo" || name == "convoy")
    add({"8"});
  else
    add({"800"});
  return arguments;
}

struct Outcome {
  std::string output;
  RunReport report;
};

Outcome run_workload(const std::filesystem::path& path, const SimRun& how) {
  std::ifstream stream(path);
  std::ostringstream source;
  source << stream.rdbuf();
  RunRequest request;
  request.mode = how.mode;
  request.world = World::kSim;
  request.cores = how.cores;
  request.seed = how.seed;
  request.program_path = path.string();
  request.source = source.str();
  request.directory = path.parent_path().string();
  request.arguments = arguments_of(path.stem().string());
  std::string error;
  request.code = compile_program(request.source, request.program_path, &error);
  EXPECT_TRUE(request.code) << error;
  ::testing::internal::CaptureStderr();
  ::testing::internal::CaptureStdout();
  RunReport report = run_program(request);
  ::testing::internal::GetCapturedStderr();
  return {::testing::internal::GetCapturedStdout(), report};
}

void expect_same(const RunReport& a, const RunReport& b, const std::string& what) {
  EXPECT_EQ(a.trace_hash, b.trace_hash) << what;
  EXPECT_EQ(a.elapsed_ns, b.elapsed_ns) << what;
  ASSERT_EQ(a.threads.size(), b.threads.size()) << what;
  for (size_t k = 0; k < a.threads.size(); ++k) {
    for (int s = 0; s < kThreadStateCount; ++s)
      EXPECT_EQ(a.threads[k].time_in_ns[s], b.threads[k].time_in_ns[s]) << what;
    EXPECT_EQ(counter_values(a.threads[k].counters), counter_values(b.threads[k].counters)) << what;
  }
}

TEST(Determinism, SameSeedSameRun) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("workloads")) {
    if (entry.path().extension() != ".py" || entry.path().stem() == "common") continue;
    ++count;
    std::set<std::string> outputs;
    for (const char* mode : {"gil", "fine"}) {
      for (uint32_t cores : {1u, 4u}) {
        SimRun how{.mode = mode, .cores = cores, .seed = 3};
        Outcome first = run_workload(entry.path(), how), second = run_workload(entry.path(), how);
        std::string what = entry.path().string() + " in mode " + mode;
        expect_same(first.report, second.report, what);
        EXPECT_EQ(first.report.exit_code, 0) << what;
        EXPECT_EQ(first.output, second.output) << what;
        EXPECT_FALSE(first.output.empty()) << what;
        outputs.insert(first.output);
      }
    }
    EXPECT_EQ(outputs.size(), 1u) << entry.path();
  }
  EXPECT_GE(count, 14);
}

TEST(Determinism, AnotherSeedIsAnotherRun) {
  std::set<uint64_t> hashes;
  for (uint64_t seed = 0; seed < 4; ++seed) {
    SimRun how{.cores = 2, .seed = seed};
    hashes.insert(run_workload("workloads/sleepers.py", how).report.trace_hash);
  }
  EXPECT_GT(hashes.size(), 1u);
}

}  // namespace
}  // namespace gilsim::testing
