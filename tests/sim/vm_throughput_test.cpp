// What: exact laws of whole programs in virtual time: what a GIL may not exceed, what runs in
//   parallel without one, what waits overlap.
// Not here: lost updates (vm_lost_updates_test.cpp), real threads (tests/stress).
#include <gtest/gtest.h>

#include <numeric>

#include "tests/sim/vm_run.h"

namespace gilsim::testing {
namespace {

// n threads share a count-down of the same total.
std::string count_down(int threads, int total) {
  return "import threading\n"
         "def body(n):\n"
         "    while n > 0:\n"
         "        n -= 1\n"
         "threads = [threading.Thread(target=body, args=(" +
         std::to_string(total / threads) + ",)) for _ in range(" + std::to_string(threads) +
         ")]\n"
         "for t in threads:\n"
         "    t.start()\n"
         "for t in threads:\n"
         "    t.join()\n";
}

// Each thread works on lists, dicts and objects of its own: `setup` runs in each, `step` n times.
std::string private_work(int threads, int total, const std::string& setup,
                         const std::string& step) {
  return "import threading\n"
         "def make(number):\n"
         "    def body():\n"
         "        " +
         setup +
         "\n"
         "        for k in range(" +
         std::to_string(total / threads) +
         "):\n"
         "            " +
         step +
         "\n"
         "    return body\n"
         "threads = [threading.Thread(target=make(k)) for k in range(" +
         std::to_string(threads) +
         ")]\n"
         "for t in threads:\n"
         "    t.start()\n"
         "for t in threads:\n"
         "    t.join()\n";
}

constexpr int kWork = 400000;

int64_t locked_ns(const RunReport& report) {
  return std::accumulate(report.threads.begin(), report.threads.end(), int64_t{0},
                         [](int64_t sum, const ThreadFigures& thread) {
                           return sum + time_in(thread, ThreadState::RunningLocked);
                         });
}

// Holding the lock excludes everybody else, so the threads' times with it cannot overlap.
TEST(GilInVirtualTime, NeverExceedsOneCore) {
  for (const char* gil : {"py3_interval", "py2_ticks"}) {
    int64_t alone_ns = run_well(count_down(1, kWork), {.gil = gil}).elapsed_ns;
    for (uint32_t n : {2u, 4u, 8u}) {
      RunReport report = run_well(count_down(static_cast<int>(n), kWork), {.gil = gil, .cores = n});
      EXPECT_LE(locked_ns(report), report.elapsed_ns) << gil << " on " << n;
      // Less than the whole work on one core: only starting threads may overlap with it, which is
      // under one in twenty here.
      EXPECT_GE(report.elapsed_ns, alone_ns - alone_ns / 20) << gil << " on " << n;
    }
  }
}

// Beazley's finding of 2009: with ticks, a second core makes two CPU-bound threads slower.
TEST(GilInVirtualTime, TicksAreSlowerOnTwoCoresThanOnOne) {
  std::string program = count_down(2, kWork);
  int64_t one_ns = run_well(program, {.gil = "py2_ticks", .cores = 1}).elapsed_ns;
  int64_t two_ns = run_well(program, {.gil = "py2_ticks", .cores = 2}).elapsed_ns;
  EXPECT_GT(two_ns, one_ns);
}

// n threads on n cores do n times the work of one in little more time: at least `share` of n times
// the throughput. What is lost is the start of the threads, one after the other.
void expect_scaling(const std::string& setup, const std::string& step, double share) {
  int64_t alone_ns = run_well(private_work(1, 2 * kWork, setup, step), {.mode = "fine"}).elapsed_ns;
  for (uint32_t n : {2u, 4u, 8u, 16u}) {
    auto threads = static_cast<int>(n);
    auto program = private_work(threads, 2 * kWork * threads, setup, step);
    RunReport report = run_well(program, {.mode = "fine", .cores = n});
    double gain = static_cast<double>(n) * static_cast<double>(alone_ns) /
                  static_cast<double>(report.elapsed_ns);
    EXPECT_GE(gain, share * n) << step << " on " << n << " cores";
    EXPECT_LE(gain, n) << step << " on " << n << " cores";
  }
}

TEST(FineInVirtualTime, PrivateNumbersScale) {
  expect_scaling("x = 0", "x = (x + k - 1 + (k & 3) * 2 - (k ^ 5) // 3) & 0xffff", 0.8);
}
TEST(FineInVirtualTime, PrivateListsScale) {
  expect_scaling("x = [0] * 10", "x[k % 10] = x[(k + 1) % 10] + 1", 0.8);
}
TEST(FineInVirtualTime, PrivateDictsScale) { expect_scaling("x = {}", "x[k % 100] = k", 0.8); }

TEST(SleepInVirtualTime, WaitsOverlapOnOneCore) {
  std::string program =
      "import threading, time\n"
      "threads = [threading.Thread(target=time.sleep, args=(0.01,)) for _ in range(8)]\n"
      "for t in threads:\n"
      "    t.start()\n"
      "for t in threads:\n"
      "    t.join()\n";
  for (const char* mode : {"gil", "fine"}) {
    int64_t elapsed_ns = run_well(program, {.mode = mode}).elapsed_ns;
    EXPECT_GE(elapsed_ns, 10000000) << mode;
    EXPECT_LE(elapsed_ns, 14000000) << mode;
  }
}

// A thread's states divide its life: together they are never longer than the run, and the first
// thread's are exactly the run.
TEST(LedgerInVirtualTime, StatesSumUp) {
  for (const char* mode : {"gil", "fine"}) {
    RunReport report = run_well(count_down(3, kWork), {.mode = mode, .cores = 2});
    for (const ThreadFigures& thread : report.threads) {
      int64_t sum = 0;
      for (int64_t ns : thread.time_in_ns) sum += ns;
      EXPECT_GT(sum, 0) << thread.name;
      EXPECT_LE(sum, report.elapsed_ns + 2) << thread.name;  // 2 ns: each end is rounded
      if (thread.name == "MainThread") {
        EXPECT_NEAR(sum, report.elapsed_ns, 2);
      }
    }
  }
}

TEST(DeadlockInVirtualTime, IsReportedWithReasonAndLine) {
  std::string program =
      "import threading\n"
      "a = threading.Lock()\n"
      "a.acquire()\n"
      "a.acquire()\n";
  for (const char* mode : {"gil", "fine"}) {
    RunReport report = run_in_sim(program, {.mode = mode});
    EXPECT_NE(report.deadlock.find("MainThread waits for lock"), std::string::npos)
        << report.deadlock;
    EXPECT_NE(report.deadlock.find("line 4"), std::string::npos) << report.deadlock;
  }
}

}  // namespace
}  // namespace gilsim::testing
