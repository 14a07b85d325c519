// What: the three laws of lost updates (DESIGN section 7): where safe points are decides whether
//   `c += 1` can lose another thread's, and without a GIL it can.
// Idea: a program ends with code 0 if nothing was lost, 7 if something was. That something can be
//   lost is shown by finding a seed (or a number of ticks) with which it is.
#include <gtest/gtest.h>

#include "tests/sim/vm_run.h"

namespace gilsim::testing {
namespace {

constexpr int kLost = 7;
constexpr int kTries = 10;

// On one core threads must outlive their time slices, or they do not meet.
int rounds(uint32_t cores) { return cores == 1 ? 500000 : 30000; }

std::string counter(const std::string& increment, int rounds) {
  std::string total = std::to_string(3 * rounds);
  return "import sys, threading\n"
         "c = 0\n"
         "def one():\n"
         "    return 1\n"
         "def body():\n"
         "    global c\n"
         "    for _ in range(" +
         std::to_string(rounds) +
         "):\n"
         "        " +
         increment +
         "\n"
         "threads = [threading.Thread(target=body) for _ in range(3)]\n"
         "for t in threads:\n"
         "    t.start()\n"
         "for t in threads:\n"
         "    t.join()\n"
         "if c > " +
         total + ": sys.exit(1)\nsys.exit(0 if c == " + total + " else 7)\n";
}

// How many of the tries lose something; try k has seed k.
int losses(const std::string& increment, SimRun how, int64_t interval_ns, int tries = kTries) {
  std::string program = counter(increment, rounds(how.cores));
  int lost = 0;
  for (int k = 0; k < tries; ++k) {
    how.seed = static_cast<uint64_t>(k);
    how.interval_ns = interval_ns > 0 ? interval_ns + 137 * k : 0;
    if (how.ticks > 0) how.ticks = 1 + k;
    int code = run_in_sim(program, how).exit_code;
    EXPECT_TRUE(code == 0 || code == kLost) << code;
    lost += code == kLost;
  }
  return lost;
}

constexpr int64_t kShortIntervalNs = 3000;  // many switches

// CPython from 3.10: safe points at back edges and calls only, so none between read and write.
TEST(LostUpdates, NoneUnderGilWithoutACallBetween) {
  for (uint32_t cores : {1u, 2u})
    EXPECT_EQ(losses("c += 1", {.cores = cores}, kShortIntervalNs), 0) << cores;
}

TEST(LostUpdates, SomeUnderGilWithACallBetween) {
  for (uint32_t cores : {1u, 2u})
    EXPECT_GT(losses("c = c + one()", {.cores = cores}, kShortIntervalNs), 0) << cores;
}

// CPython up to 3.9: any instruction may be the last before a switch.
TEST(LostUpdates, SomeUnderTicksWithoutACall) {
  for (uint32_t cores : {1u, 2u})
    EXPECT_GT(losses("c += 1", {.gil = "py2_ticks", .cores = cores, .ticks = 1}, 0), 0) << cores;
}

TEST(LostUpdates, SomeWithoutAGil) {
  EXPECT_GT(losses("c += 1", {.mode = "fine", .cores = 3}, 0), 0);
}

// Atomic as one operation of the object: never lost, in any mode.
TEST(LostUpdates, NoneOfOperationsOfOneObject) {
  std::string program =
      "import sys, threading\n"
      "items = []\n"
      "def body(n):\n"
      "    for k in range(500):\n"
      "        items.append((n, k))\n"
      "threads = [threading.Thread(target=body, args=(n,)) for n in range(4)]\n"
      "for t in threads:\n"
      "    t.start()\n"
      "for t in threads:\n"
      "    t.join()\n"
      "sys.exit(0 if len(items) == 2000 and len(set(items)) == 2000 else 7)\n";
  for (const char* mode : {"gil", "fine"}) {
    for (uint64_t seed = 0; seed < 10; ++seed)
      EXPECT_EQ(run_in_sim(program, {.mode = mode, .cores = 4, .seed = seed}).exit_code, 0);
  }
}

}  // namespace
}  // namespace gilsim::testing
