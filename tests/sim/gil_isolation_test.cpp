// What: what a run must not see of earlier runs, and of addresses: the parking lot, file numbers,
//   processors; and what waits say of themselves.
// Idea: the same program twice in one process, after runs that left threads behind at bad moments.
// Not here: determinism of one run (gil_engine_test.cpp).
#include <new>

#include "gil/locks/byte_mutex.h"
#include "gil/locks/parking_lot.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using Sim = SimPlatform;

// Three fresh locks `apart` bytes from each other, in the same room in every run.
RunOutcome contended_run(size_t apart) {
  alignas(64) static char room[3 * 8192];
  return run_on<Sim>(4, [&] {
    std::vector<ByteMutex<Sim>*> locks;
    for (size_t k = 0; k < 3; ++k) locks.push_back(new (room + k * apart) ByteMutex<Sim>);
    Nanos start_ns = Sim::now() + 1000000;
    in_threads<Sim>(4, [&](int) {
      Sim::sleep_until(start_ns);
      for (size_t k = 0; k < 40; ++k) {
        ByteMutex<Sim>::Node node;
        ByteMutex<Sim>& lock = *locks[k % locks.size()];
        lock.lock(node);
        Sim::work(Cost::OpArith, 100000);
        lock.unlock(node);
      }
    });
  });
}

TEST(SimIsolation, ContendedByteMutexesAreTheSameInEveryRun) {
  RunOutcome first = contended_run(64);
  RunOutcome again = contended_run(64);
  RunOutcome one_bucket =
      contended_run(257 * 8);  // in a table keyed by address all three would share a bucket
  EXPECT_EQ(first.deadlock, "");
  EXPECT_EQ(first.trace_hash, again.trace_hash);
  EXPECT_EQ(first.end_ns, again.end_ns);
  EXPECT_EQ(first.trace_hash, one_bucket.trace_hash);
}

TEST(SimIsolation, AWaiterOfAnEarlierRunIsGone) {
  int address = 0;
  run_on<Sim>(2, [&] {
    Sim::spawn(SpawnOptions{"left behind"}, [&] {
      ParkingLot<Sim>::park(
          &address, [] { return true; }, kNoDeadline);
    });
    while (ParkingLot<Sim>::waiting(&address) == 0) Sim::sleep_until(Sim::now() + 1000);
  });
  run_on<Sim>(2, [&] { EXPECT_EQ(ParkingLot<Sim>::waiting(&address), 0u); });
}

TEST(SimIsolation, FileNumbersRestart) {
  int seen[2][2];
  for (auto& fds : seen) run_on<Sim>(1, [&] { Sim::pipe(fds); });
  EXPECT_EQ(seen[0][0], seen[1][0]);
}

TEST(OsIsolation, ARunGivesItsProcessorsBack) {
  uint32_t before = OsPlatform::cores();
  OsPlatform::Options options;
  options.cores = 1;
  OsPlatform::run(options, [] { EXPECT_EQ(OsPlatform::cores(), 1u); });
  EXPECT_EQ(OsPlatform::cores(), before);
}

TEST(SimReasons, JoiningAndReadingSayWhatTheyWaitFor) {
  RunOutcome outcome = run_on<Sim>(2, [] {
    int fds[2];
    Sim::pipe(fds);
    ThreadRecord* reader = Sim::spawn(SpawnOptions{"reader"}, [&] {
      char byte;
      Sim::read(fds[0], &byte, 1);
    });
    Sim::join(reader);
  });
  EXPECT_NE(outcome.deadlock.find("main waits for a thread to end"), std::string::npos)
      << outcome.deadlock;
  EXPECT_NE(outcome.deadlock.find("reader waits for data in a pipe"), std::string::npos)
      << outcome.deadlock;
}

TEST(SimTimers, AFarDeadlineDoesNotOverflow) {
  run_on<Sim>(2, [] {
    int fds[2];
    Sim::pipe(fds);
    ThreadRecord* writer = Sim::spawn(SpawnOptions{"writer"}, [&] {
      char byte = 'x';
      Sim::sleep_until(Sim::now() + 1000000);
      Sim::write(fds[1], &byte, 1);
    });
    EXPECT_TRUE(Sim::wait_readable(fds[0], INT64_MAX / 100));
    Sim::join(writer);
  });
}

// A lock that was freed while somebody is parked is free.
TEST(ByteLockLaws, TryLockTakesAFreeLockWithParkedWaiters) {
  struct Object {
    uint8_t word = ByteLock<Sim>::kParked;
    Sim::Tag tag;
  } object;
  run_on<Sim>(1, [&] {
    Sim::line_atomic<uint8_t> word(object.word, object.tag);
    EXPECT_TRUE(ByteLock<Sim>::try_lock(word));
    EXPECT_FALSE(ByteLock<Sim>::try_lock(word));
  });
}

}  // namespace
}  // namespace gilsim::testing
