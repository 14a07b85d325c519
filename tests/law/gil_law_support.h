// What: what the law suites of gil/ share: lists of members on every platform, runs, a checker of
//   mutual exclusion.
// Idea: the lists are the .def files, so a member that is added there is tested here;
//   ThreadSanitizer cannot follow fibers, so under it only real threads are tested.
// Threads: run_on runs its body as the first thread of a platform.
// Not here: the laws.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "gil/os/os_platform.h"
#include "gil/sim/sim_platform.h"

#if defined(__SANITIZE_THREAD__)
#define GILSIM_TEST_SIM 0
#else
#define GILSIM_TEST_SIM 1
#endif

namespace gilsim::testing {

// A member of a family on a platform.
template <template <class> class Member, class P>
struct Case {
  using Type = Member<P>;
  using Platform = P;
};
// The cases of one member, each behind a comma: see Tail.
#if GILSIM_TEST_SIM
#define GILSIM_CASES(type) , Case<type, OsPlatform>, Case<type, SimPlatform>
#else
#define GILSIM_CASES(type) , Case<type, OsPlatform>
#endif

// The typed-test list without its first member: a .def file expands to members that each begin with
// a comma.
template <class First, class... Rest>
struct Tail {
  using Types = ::testing::Types<Rest...>;
};

// Cores count in sim only: on real threads the tests take the machine as it is.
template <class P>
RunOutcome run_on(uint32_t cores, const std::function<void()>& body, uint64_t seed = 1,
                  int64_t slack_ns = 50) {
  typename P::Options options;
  options.cores = P::kSimulated ? cores : 0;
  options.seed = seed;
  options.slack_ns = slack_ns;
  return P::run(options, body);
}

// Runs body(k) on `count` threads and waits for all.
template <class P>
void in_threads(int count, const std::function<void(int)>& body) {
  std::vector<ThreadRecord*> threads;
  for (int k = 0; k < count; ++k) {
    threads.push_back(
        P::spawn(SpawnOptions{"worker " + std::to_string(k)}, [&body, k] { body(k); }));
    ASSERT_NE(threads.back(), nullptr);
  }
  for (ThreadRecord* t : threads) P::join(t);
}

// Sleeps by steps until condition() holds. False: it did not within two seconds.
template <class P, class Condition>
bool wait_until(Condition condition) {
  for (Nanos end_ns = P::now() + 2000000000; !condition();) {
    if (P::now() > end_ns) return false;
    P::sleep_until(P::now() + 50000);
  }
  return true;
}

// Counts who is inside a critical section, and increments by load and store, so that an overlap
// shows twice.
template <class P>
class ExclusionChecker {
 public:
  void enter_and_leave(int64_t length) {
    // relaxed: whether anybody is inside is the question; the lock under test has to order the
    // answer
    if (inside_.fetch_add(1, std::memory_order_relaxed) != 0) overlaps_.fetch_add(1);
    uint64_t seen = count_;
    P::work(Cost::OpArith, length);
    count_ = seen + 1;
    // relaxed: as above
    inside_.fetch_sub(1, std::memory_order_relaxed);
  }
  uint64_t overlaps() const { return overlaps_.load(); }
  uint64_t count() const { return count_; }

 private:
  std::atomic<int> inside_{0};
  std::atomic<uint64_t> overlaps_{0};
  uint64_t count_ = 0;  // under the lock that is tested
};

}  // namespace gilsim::testing
