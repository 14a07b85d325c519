// What: what every lock of locks.def promises, on every platform: mutual exclusion, try_lock,
//   progress, no lost wake-up; and fairness of those that promise it. A lock that is broken on
//   purpose shows that the checker can see.
// Idea: threads increment a plain counter under the lock; in sim several seeds, core counts and a
//   slack of zero.
// Not here: the parking lot by itself (gil_parking_laws_test.cpp).
#include "gil/locks/every_lock.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using LockCases = Tail<void
#define LOCK(type, name, what, header) GILSIM_CASES(type)
#include "gil/locks/locks.def"
#undef LOCK
                       >::Types;

struct Report {
  uint64_t overlaps = 0;
  uint64_t lost = 0;
  RunOutcome outcome;
  bool clean() const { return overlaps == 0 && lost == 0 && outcome.deadlock.empty(); }
};

template <class Lock, class P>
Report exercise(int threads, int rounds, uint32_t cores, uint64_t seed, int64_t slack_ns = 50) {
  Report report;
  Lock lock;
  ExclusionChecker<P> checker;
  report.outcome = run_on<P>(
      cores,
      [&] {
        // Starting threads takes longer than a thread's whole work, so all wait for one moment, or
        // none would meet.
        Nanos start_ns = P::now() + 1000000;
        in_threads<P>(threads, [&](int) {
          P::sleep_until(start_ns);
          for (int k = 0; k < rounds; ++k) {
            typename Lock::Node node;
            lock.lock(node);
            checker.enter_and_leave(static_cast<int64_t>(P::random() % 200));
            lock.unlock(node);
            P::work(Cost::OpArith, static_cast<int64_t>(P::random() % 200));
          }
        });
      },
      seed, slack_ns);
  report.overlaps = checker.overlaps();
  report.lost = static_cast<uint64_t>(threads) * static_cast<uint64_t>(rounds) - checker.count();
  return report;
}

// Broken on purpose: between the look and the store another thread may do the same.
template <class P>
class LoadThenStoreLock {
 public:
  struct Node {};
  void lock(Node&) {
    for (;;) {
      if (word_.load() == 0) {
        word_.store(1);
        return;
      }
      P::relax();
    }
  }
  void unlock(Node&) { word_.store(0); }

 private:
  typename P::template atomic<uint32_t> word_{0};
};

template <class C>
class LockLaws : public ::testing::Test {};
TYPED_TEST_SUITE(LockLaws, LockCases);

TYPED_TEST(LockLaws, ExcludesAndLosesNothing) {
  using P = typename TypeParam::Platform;
  for (uint64_t seed = 1; seed <= (P::kSimulated ? 8 : 1); ++seed) {
    for (uint32_t cores : {1u, 2u, 4u}) {
      Report report = exercise<typename TypeParam::Type, P>(4, 100, cores, seed, seed % 2 ? 50 : 0);
      EXPECT_TRUE(report.clean()) << report.overlaps << " overlaps, " << report.lost
                                  << " lost, seed " << seed << ", cores " << cores << "\n"
                                  << report.outcome.deadlock;
      if (!P::kSimulated) break;
    }
  }
}

template <class Lock, class P>
void expect_try_lock_tells_the_truth() {
  Lock lock;
  run_on<P>(2, [&] {
    typename Lock::Node mine, second;
    EXPECT_TRUE(lock.try_lock(mine));
    in_threads<P>(1, [&](int) {
      typename Lock::Node theirs;
      EXPECT_FALSE(lock.try_lock(theirs));
    });
    lock.unlock(mine);
    in_threads<P>(1, [&](int) {
      typename Lock::Node theirs;
      EXPECT_TRUE(lock.try_lock(theirs));
      lock.unlock(theirs);
    });
    EXPECT_TRUE(lock.try_lock(second));
    lock.unlock(second);
  });
}

TYPED_TEST(LockLaws, TryLockTellsTheTruth) {
  using Lock = typename TypeParam::Type;
  if constexpr (requires(Lock lock, typename Lock::Node node) { lock.try_lock(node); })
    expect_try_lock_tells_the_truth<Lock, typename TypeParam::Platform>();
  else
    GTEST_SKIP() << "it has no try_lock";
}

// Threads hold it over a sleep, so that all others wait for long: each must come through once it is
// free.
TYPED_TEST(LockLaws, EveryWaiterComesThrough) {
  using P = typename TypeParam::Platform;
  typename TypeParam::Type lock;
  int done = 0;
  RunOutcome outcome = run_on<P>(4, [&] {
    in_threads<P>(6, [&](int) {
      for (int k = 0; k < 4; ++k) {
        typename TypeParam::Type::Node node;
        lock.lock(node);
        P::sleep_until(P::now() + 20000);
        ++done;
        lock.unlock(node);
      }
    });
  });
  EXPECT_EQ(outcome.deadlock, "");
  EXPECT_EQ(done, 24);
}

#if GILSIM_TEST_SIM
using FifoLocks =
    ::testing::Types<TicketLock<SimPlatform>, McsLock<SimPlatform>, ClhLock<SimPlatform>>;

TEST(LockCheckerLaws, ABrokenLockIsRejected) {
  uint64_t rejected = 0;
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    rejected += !exercise<LoadThenStoreLock<SimPlatform>, SimPlatform>(4, 100, 4, seed, 0).clean();
  }
  EXPECT_EQ(rejected, 10u);
}

// Threads come one after the other while the lock is held; an FIFO lock serves them in that order.
template <class L>
class FifoLockLaws : public ::testing::Test {};
TYPED_TEST_SUITE(FifoLockLaws, FifoLocks);

TYPED_TEST(FifoLockLaws, ServesInOrderOfArrival) {
  TypeParam lock;
  std::vector<int> order;
  run_on<SimPlatform>(8, [&] {
    typename TypeParam::Node node;
    lock.lock(node);
    Nanos start_ns = SimPlatform::now() + 2000000;
    std::vector<ThreadRecord*> threads;
    for (int k = 0; k < 6; ++k) {
      threads.push_back(SimPlatform::spawn(SpawnOptions{"waiter"}, [&, k] {
        SimPlatform::sleep_until(start_ns + k * 200000);
        typename TypeParam::Node mine;
        lock.lock(mine);
        order.push_back(k);
        lock.unlock(mine);
      }));
    }
    SimPlatform::sleep_until(start_ns + 3000000);
    lock.unlock(node);
    for (ThreadRecord* t : threads) SimPlatform::join(t);
  });
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

// A thread that takes the lock again at once would shut out a parked one for ever; after 1 ms an
// unlock hands it over.
TEST(LockFairnessLaws, ByteMutexIsFairAfterAMillisecond) {
  ByteMutex<SimPlatform> lock;
  Nanos waited_ns = 0;
  run_on<SimPlatform>(2, [&] {
    bool got = false;
    ByteMutex<SimPlatform>::Node node;
    lock.lock(node);
    ThreadRecord* waiter = SimPlatform::spawn(SpawnOptions{"waiter"}, [&] {
      ByteMutex<SimPlatform>::Node mine;
      Nanos from_ns = SimPlatform::now();
      lock.lock(mine);
      got = true;
      waited_ns = SimPlatform::now() - from_ns;
      lock.unlock(mine);
    });
    Nanos end_ns = SimPlatform::now() + 50000000;
    while (!got && SimPlatform::now() < end_ns) {
      SimPlatform::work(Cost::OpArith, 5000);
      lock.unlock(node);
      lock.lock(node);
    }
    lock.unlock(node);
    SimPlatform::join(waiter);
  });
  EXPECT_GT(waited_ns, 0);
  EXPECT_LT(waited_ns, 3000000);
}
#endif

}  // namespace
}  // namespace gilsim::testing
