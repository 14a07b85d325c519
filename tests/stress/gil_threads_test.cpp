// What: the platform, locks and interpreter locks on real threads, under load; small, and meant for
//   ThreadSanitizer too.
// Not here: laws on time: no test depends on how fast the machine is.
#include "gil/algorithm/make_gil.h"
#include "gil/locks/every_lock.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using Os = OsPlatform;

template <class Lock>
void hammer(int threads, int rounds) {
  Lock lock;
  ExclusionChecker<Os> checker;
  run_on<Os>(0, [&] {
    Nanos start_ns = Os::now() + 2000000;
    in_threads<Os>(threads, [&](int k) {
      Os::sleep_until(start_ns);
      for (int n = 0; n < rounds; ++n) {
        typename Lock::Node node;
        bool got = false;
        if constexpr (requires { lock.try_lock(node); })
          got = (n + k) % 7 == 0 && lock.try_lock(node);
        if (!got) lock.lock(node);
        checker.enter_and_leave(0);
        lock.unlock(node);
      }
    });
  });
  EXPECT_EQ(checker.overlaps(), 0u);
  EXPECT_EQ(checker.count(), static_cast<uint64_t>(threads) * static_cast<uint64_t>(rounds));
}

#define LOCK(type, name, what, header) \
  TEST(LockStress, type) { hammer<type<Os>>(2, 20000); }
#include "gil/locks/locks.def"
#undef LOCK

// More threads than cores: a sleeping lock must not lose anybody's wake-up.
TEST(LockStress, ManySleepers) {
  hammer<FutexMutex<Os>>(12, 1500);
  hammer<ByteMutex<Os>>(12, 1500);
}

TEST(LockStress, AByteInAnObject) {
  struct Object {
    uint8_t lock = 0;
    uint64_t value = 0;
    Os::Tag tag;
  } object;
  run_on<Os>(0, [&] {
    in_threads<Os>(4, [&](int) {
      for (int n = 0; n < 5000; ++n) {
        Os::line_atomic<uint8_t> word(object.lock, object.tag);
        ByteLock<Os>::lock(word);
        ++object.value;
        ByteLock<Os>::unlock(word);
      }
    });
  });
  EXPECT_EQ(object.value, 20000u);
  EXPECT_EQ(object.lock, 0);
}

void gil_stress(const char* name) {
  auto gil = make_gil<Os>(name, GilParameters{.interval_ns = 200000, .ticks = 20});
  ExclusionChecker<Os> checker;
  bool exclusive = std::string_view(name) != "none";
  std::atomic<uint64_t> steps{0};
  run_on<Os>(0, [&] {
    gil->thread_started();
    for (int k = 0; k < 4; ++k) gil->thread_started();
    in_threads<Os>(4, [&](int k) {
      ThreadRecord& self = Os::self();
      gil->attach(self);
      for (int n = 0; n < 20000; ++n) {
        if (exclusive) checker.enter_and_leave(0);
        steps.fetch_add(1);
        if (--self.budget < 0 || self.breaker.load() != 0) gil->poll(self);
        if (n % 500 == k) {
          gil->detach(self);
          gil->attach(self);
        }
        if (n % 5000 == 1000 * k) {
          gil->stop_world(self);
          gil->start_world(self);
        }
      }
      gil->detach(self);
      gil->thread_finished();
    });
  });
  EXPECT_EQ(checker.overlaps(), 0u);
  EXPECT_EQ(steps.load(), 80000u);
}

#define GIL(gil_name, type, every, what) \
  TEST(GilStress, gil_name) { gil_stress(#gil_name); }
#include "gil/algorithm/gils.def"
#undef GIL

TEST(PlatformStress, ParkAndUnparkLoseNothing) {
  Os::atomic<uint32_t> turn{0};
  run_on<Os>(0, [&] {
    in_threads<Os>(2, [&](int me) {
      for (uint32_t n = 0; n < 2000; ++n) {
        for (;;) {
          uint32_t seen = turn.load();
          if (seen % 2 == static_cast<uint32_t>(me)) break;
          Os::park(turn, seen, kNoDeadline);
        }
        turn.fetch_add(1);
        Os::unpark(turn, 1);
      }
    });
  });
  EXPECT_EQ(turn.load(), 4000u);
}

TEST(PlatformStress, ManyThreadsStartAndEnd) {
  std::atomic<int> ran{0};
  run_on<Os>(0, [&] {
    for (int round = 0; round < 5; ++round) in_threads<Os>(40, [&](int) { ran.fetch_add(1); });
  });
  EXPECT_EQ(ran.load(), 200);
}

}  // namespace
}  // namespace gilsim::testing
