// What: the search over interleavings: counts of interleavings against formulas, bounds,
//   strategies, shrinking, replay, deadlocks, and that a program which is not deterministic is
//   noticed.
// Idea: n threads of k steps each have (nk)! / (k!)^n interleavings; each thread's steps are
//   atomic operations on words of its own or a shared one.
#include <memory>

#include "gil/explore/search.h"
#include "gil/locks/futex_mutex.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using P = SimPlatform;
using Word = P::atomic<uint32_t>;

const std::function<std::string()> kNothingWrong = [] { return std::string(); };

SearchOptions all_schedules() {
  SearchOptions options;
  options.max_preemptions = SearchOptions::kNoBound;
  options.bound_by_steps = false;
  return options;
}

// Each of `threads` threads stores `steps` times.
std::function<void()> storing(int threads, int steps) {
  return [=] {
    Word word(0);
    in_threads<P>(threads, [&](int k) {
      for (int n = 0; n < steps; ++n) word.store(static_cast<uint32_t>(k));
    });
  };
}

TEST(Exploring, CountsInterleavings) {
  struct {
    int threads, steps;
    uint64_t schedules;
  } cases[] = {{1, 5, 1}, {2, 1, 2},  {2, 2, 6},    {2, 3, 20},
               {3, 1, 6}, {3, 2, 90}, {3, 3, 1680}, {2, 8, 12870}};
  for (const auto& c : cases) {
    SearchResult result = search(all_schedules(), storing(c.threads, c.steps), kNothingWrong);
    EXPECT_EQ(result.schedules, c.schedules) << c.threads << " threads, " << c.steps << " steps";
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.problem, "");
    EXPECT_FALSE(result.found);
  }
}

// Two threads of 3 steps: a schedule of r stretches has r - 1 switches, one of them because a
// thread has ended, and there are 2, 4, 8, 4, 2 schedules of 2, 3, 4, 5, 6 stretches.
TEST(Exploring, CountsInterleavingsWithinABound) {
  SearchOptions options = all_schedules();
  uint64_t expected[] = {2, 6, 14, 18, 20};
  for (uint32_t bound = 0; bound < 5; ++bound) {
    options.max_preemptions = bound;
    SearchResult result = search(options, storing(2, 3), kNothingWrong);
    EXPECT_EQ(result.schedules, expected[bound]) << "at most " << bound << " preemptions";
    EXPECT_EQ(result.beyond_bound, bound < 4);
  }
}

// Different results that the interleavings of two increments by load and store can have.
struct Counter {
  uint32_t last = 0;
  std::function<void()> body(int threads) {
    return [this, threads] {
      Word word(0);
      in_threads<P>(threads, [&](int) {
        uint32_t seen = word.load();
        word.store(seen + 1);
      });
      last = word.peek();
    };
  }
  std::function<std::string()> expects(uint32_t value) {
    return [this, value] { return last == value ? "" : "count " + std::to_string(last); };
  }
};

TEST(Exploring, FindsALostUpdateByEveryStrategy) {
  for (Strategy strategy : {Strategy::kDepthFirst, Strategy::kRandom, Strategy::kPriorities}) {
    Counter counter;
    SearchOptions options;
    options.strategy = strategy;
    SearchResult result = search(options, counter.body(2), counter.expects(2));
    EXPECT_TRUE(result.found);
    EXPECT_EQ(result.what, "count 1");
    EXPECT_LE(result.schedules, 100u);
    EXPECT_EQ(result.preemptions, 1u) << "shrunk";
    // The schedule shows it again.
    options.strategy = Strategy::kReplay;
    options.replay = result.schedule;
    SearchResult again = search(options, counter.body(2), counter.expects(2));
    EXPECT_TRUE(again.found);
    EXPECT_EQ(again.what, "count 1");
    EXPECT_EQ(again.schedules, 1u);
  }
}

TEST(Exploring, ShrinksToTheFewestPreemptions) {
  for (uint64_t seed = 0; seed < 10; ++seed) {
    Counter counter;
    SearchOptions options;
    options.strategy = Strategy::kRandom;
    options.seed = seed;
    SearchResult result = search(options, counter.body(4), counter.expects(4));
    EXPECT_TRUE(result.found);
    EXPECT_EQ(result.preemptions, 1u) << "seed " << seed;
  }
}

TEST(Exploring, FindsADeadlockOfTwoLocks) {
  SearchResult result = search(
      SearchOptions(),
      [] {
        FutexMutex<P> a, b;
        in_threads<P>(2, [&](int k) {
          FutexMutex<P>& first = k ? a : b;
          FutexMutex<P>& second = k ? b : a;
          first.lock();
          second.lock();
          second.unlock();
          first.unlock();
        });
      },
      kNothingWrong);
  EXPECT_TRUE(result.found);
  EXPECT_NE(result.what.find("deadlock"), std::string::npos);
  EXPECT_LE(result.schedules, 100u);
  EXPECT_EQ(result.preemptions, 1u);
}

// Waiting by spinning ends when the word changes, and for ever is a deadlock.
TEST(Exploring, SpinningIsWaiting) {
  auto wait_for = [](bool set) {
    return [set] {
      Word word(0);
      in_threads<P>(2, [&](int k) {
        if (k == 0) P::spin_while(word, 0u);
        if (k == 1 && set) word.store(1);
      });
    };
  };
  EXPECT_FALSE(search(all_schedules(), wait_for(true), kNothingWrong).found);
  EXPECT_TRUE(search(all_schedules(), wait_for(false), kNothingWrong).found);
}

// A wait with a deadline may end either way.
TEST(Exploring, TimedWaitsMayTimeOut) {
  bool timed_out = false;
  uint64_t outcomes[2] = {};
  search(
      all_schedules(),
      [&] {
        Word word(0);
        in_threads<P>(2, [&](int k) {
          if (k == 0) timed_out = P::park(word, 0, P::now() + 1000000) == ParkResult::kTimedOut;
          if (k == 1) {
            word.store(1);
            P::unpark(word, 1);
          }
        });
      },
      [&] {
        ++outcomes[timed_out];
        return std::string();
      });
  EXPECT_GT(outcomes[0], 0u);
  EXPECT_GT(outcomes[1], 0u);
}

TEST(Exploring, NoticesWhatIsNotDeterministic) {
  int runs = 0;
  SearchResult result = search(
      all_schedules(), [&] { storing(2, ++runs > 1 ? 2 : 3)(); }, kNothingWrong);
  EXPECT_NE(result.problem.find("not deterministic"), std::string::npos);
}

TEST(Exploring, SaysWhatALimitLeftOut) {
  SearchOptions options = all_schedules();
  options.max_schedules = 10;
  SearchResult result = search(options, storing(3, 3), kNothingWrong);
  EXPECT_EQ(result.schedules, 10u);
  EXPECT_FALSE(result.complete);
  EXPECT_NE(result.problem.find("limit of 10 schedules"), std::string::npos);
}

}  // namespace
}  // namespace gilsim::testing
