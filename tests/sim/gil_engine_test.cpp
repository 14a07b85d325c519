// What: the simulator: same seed, same run; deadlocks are told at once; timers in order; many
//   threads, many cores; causality; pipes; big stacks.
// Idea: small programs whose virtual time and order can be said beforehand.
// Not here: locks and interpreter locks (tests/law).
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>

#include "gil/locks/byte_mutex.h"
#include "gil/locks/futex_mutex.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using Sim = SimPlatform;

constexpr Nanos kMillisecond = 1000000;

// Something of everything: an own lock, sleeps, random work, a pipe.
RunOutcome mixed_run(uint64_t seed, uint32_t cores) {
  return run_on<Sim>(
      cores,
      [] {
        FutexMutex<Sim> mutex;
        int fds[2];
        Sim::pipe(fds);
        uint64_t count = 0;
        Nanos start_ns = Sim::now() + kMillisecond;
        in_threads<Sim>(6, [&](int k) {
          Sim::sleep_until(start_ns);
          for (int n = 0; n < 50; ++n) {
            mutex.lock();
            ++count;
            Sim::work(Cost::OpArith, static_cast<int64_t>(Sim::random() % 500));
            mutex.unlock();
            if (n % 10 == k)
              Sim::sleep_until(Sim::now() + static_cast<Nanos>(Sim::random() % 100000));
            char byte = 'x';
            if (n % 25 == 0) k % 2 ? Sim::write(fds[1], &byte, 1) : Sim::read(fds[0], &byte, 1);
          }
        });
        EXPECT_EQ(count, 300u);
      },
      seed);
}

TEST(SimDeterminism, SameSeedSameRun) {
  for (uint32_t cores : {1u, 2u, 8u}) {
    RunOutcome first = mixed_run(7, cores);
    RunOutcome second = mixed_run(7, cores);
    EXPECT_EQ(first.deadlock, "");
    EXPECT_EQ(first.trace_hash, second.trace_hash) << cores;
    EXPECT_EQ(first.end_ns, second.end_ns) << cores;
  }
}

TEST(SimDeterminism, TheSeedReachesThePrograms) {
  EXPECT_NE(mixed_run(1, 4).trace_hash, mixed_run(2, 4).trace_hash);
}

TEST(SimDeterminism, SerialNumbersRestartWithEachRun) {
  for (int round = 0; round < 2; ++round) {
    run_on<Sim>(1, [] {
      Sim::Tag tag;
      tag.init();
      EXPECT_EQ(tag.serial(), 1u);
      EXPECT_EQ(Sim::self().serial, 1u);
    });
  }
}

TEST(SimDeadlock, IsReportedAtOnceWithReasonAndPlace) {
  FutexMutex<Sim> first, second;
  auto hold_both = [](FutexMutex<Sim>& a, FutexMutex<Sim>& b, const char* reason) {
    a.lock();
    Sim::sleep_until(Sim::now() + 2 * kMillisecond);
    Sim::self().wait_reason = reason;
    Sim::self().describe = [](const ThreadRecord& r, std::string& out) {
      out += "prog.py:" + std::to_string(r.serial);
    };
    b.lock();
  };
  RunOutcome outcome = run_on<Sim>(2, [&] {
    ThreadRecord* other =
        Sim::spawn(SpawnOptions{"other"}, [&] { hold_both(second, first, "lock A"); });
    hold_both(first, second, "lock B");
    Sim::join(other);
  });
  EXPECT_NE(outcome.deadlock.find("main waits for lock B at prog.py:1"), std::string::npos)
      << outcome.deadlock;
  EXPECT_NE(outcome.deadlock.find("other waits for lock A at prog.py:2"), std::string::npos)
      << outcome.deadlock;
  EXPECT_LT(outcome.end_ns, 100 * kMillisecond);
}

TEST(SimDeadlock, TheNextRunIsUnharmed) {
  RunOutcome stuck = run_on<Sim>(1, [] {
    static Sim::atomic<uint32_t> word{0};
    Sim::park(word, 0, kNoDeadline);
  });
  EXPECT_NE(stuck.deadlock, "");
  EXPECT_EQ(mixed_run(3, 2).deadlock, "");
}

TEST(SimTimers, SleepersWakeInOrderOfTheirDeadlines) {
  std::vector<int> order;
  RunOutcome outcome = run_on<Sim>(4, [&] {
    Nanos base_ns = Sim::now() + 10 * kMillisecond;
    in_threads<Sim>(8, [&](int k) {
      Nanos due_ns = base_ns + (k * 5 % 8) * kMillisecond;
      Sim::sleep_until(due_ns);
      EXPECT_GE(Sim::now(), due_ns);
      EXPECT_LE(Sim::now(), due_ns + kMillisecond);
      order.push_back(k * 5 % 8);
    });
  });
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
  EXPECT_LT(outcome.end_ns, 25 * kMillisecond);
}

TEST(SimTimers, AParkEndsAtItsDeadline) {
  run_on<Sim>(1, [] {
    Sim::atomic<uint32_t> word{0};
    Nanos due_ns = Sim::now() + kMillisecond;
    EXPECT_EQ(Sim::park(word, 1, kNoDeadline), ParkResult::kChanged);
    EXPECT_EQ(Sim::park(word, 0, due_ns), ParkResult::kTimedOut);
    EXPECT_GE(Sim::now(), due_ns);
    EXPECT_EQ(Sim::unpark(word, 1), 0);
  });
}

TEST(SimTimers, AnHourPassesInNoTime) {
  constexpr Nanos kHour = 3600 * 1000 * kMillisecond;
  EXPECT_GE(run_on<Sim>(1, [] { Sim::sleep_until(kHour); }).end_ns, kHour);
}

TEST(SimScale, CoresShareTheWork) {
  auto end_ns = [](uint32_t cores) {
    return run_on<Sim>(
               cores,
               [] { in_threads<Sim>(8, [](int) { Sim::work(Cost::NativeByte, 100000000); }); })
        .end_ns;  // 50 ms each
  };
  Nanos one_ns = end_ns(1);
  EXPECT_GE(one_ns, 400 * kMillisecond);
  EXPECT_LT(end_ns(2), one_ns * 54 / 100);
  EXPECT_LT(end_ns(8), one_ns * 16 / 100);
}

TEST(SimScale, TimeSlicesShareOneCore) {
  std::vector<Nanos> ends;
  run_on<Sim>(1, [&] {
    in_threads<Sim>(2, [&](int) {
      for (int k = 0; k < 3000; ++k) Sim::work(Cost::NativeByte, 20000);  // 30 ms in all
      ends.push_back(Sim::now());
    });
  });
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_LT(ends[1] - ends[0], 8 * kMillisecond);  // both were served all along
}

TEST(SimScale, AThousandCores) {
  RunOutcome outcome = run_on<Sim>(1024, [] {
    EXPECT_EQ(Sim::cores(), 1024u);
    in_threads<Sim>(1024, [](int) { Sim::work(Cost::NativeByte, 200000000); });  // 100 ms each
  });
  EXPECT_EQ(outcome.deadlock, "");
  EXPECT_LT(outcome.end_ns, 300 * kMillisecond);
}

size_t resident_bytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  unsigned long total = 0, resident = 0;
  if (file && std::fscanf(file, "%lu %lu", &total, &resident) != 2) resident = 0;
  if (file) std::fclose(file);
  return resident * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

TEST(SimScale, TenThousandThreadsAreSmall) {
  constexpr int kThreads = 10000;
  size_t before = 0, idle = 0;
  Sim::atomic<uint32_t> gate{0};
  RunOutcome outcome = run_on<Sim>(4, [&] {
    before = resident_bytes();
    std::vector<ThreadRecord*> threads;
    for (int k = 0; k < kThreads; ++k) {
      threads.push_back(Sim::spawn(SpawnOptions{"idle"}, [&] {
        while (gate.load() == 0) Sim::park(gate, 0, kNoDeadline);
      }));
      ASSERT_NE(threads.back(), nullptr);
    }
    Sim::sleep_until(Sim::now() + 2000 * kMillisecond);  // all are asleep then
    idle = resident_bytes();
    gate.store(1);
    EXPECT_EQ(Sim::unpark(gate, INT32_MAX), kThreads);
    for (ThreadRecord* t : threads) Sim::join(t);
  });
  EXPECT_EQ(outcome.deadlock, "");
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT((idle - before) / kThreads, 64u * 1024);
#endif
}

TEST(SimScale, MoreThreadsThanAllowedIsRefused) {
  Sim::Options options;
  options.cores = 1;
  options.max_threads = 3;
  Sim::run(options, [] {
    ThreadRecord* second = Sim::spawn(SpawnOptions{"2"}, [] {});
    ThreadRecord* third = Sim::spawn(SpawnOptions{"3"}, [] {});
    EXPECT_NE(second, nullptr);
    EXPECT_NE(third, nullptr);
    EXPECT_EQ(Sim::spawn(SpawnOptions{"4"}, [] {}), nullptr);
    Sim::join(second);
    Sim::join(third);
  });
}

// A value is never read at a virtual time before the one at which it was written.
TEST(SimCausality, AReaderIsNeverBeforeTheWrite) {
  for (int64_t slack_ns : {0, 50, 1000}) {
    Sim::atomic<uint64_t> word{0};
    std::vector<Nanos> written_ns(201, 0);
    uint64_t early = 0;
    run_on<Sim>(
        4,
        [&] {
          Nanos start_ns = Sim::now() + kMillisecond;
          in_threads<Sim>(4, [&](int k) {
            Sim::sleep_until(start_ns);
            for (uint64_t n = 1; n <= 200; ++n) {
              if (k == 0) {
                written_ns[n] = Sim::now();
                word.store(n);
                Sim::work(Cost::OpArith, 400);
              } else {
                uint64_t seen = word.load();
                early += Sim::now() < written_ns[seen];
                Sim::work(Cost::OpArith, static_cast<int64_t>(Sim::random() % 600));
              }
            }
          });
        },
        1, slack_ns);
    EXPECT_EQ(early, 0u) << slack_ns;
  }
}

TEST(SimCosts, AForeignLineCostsATransfer) {
  run_on<Sim>(2, [] {
    Sim::atomic<uint64_t> word{0};
    word.store(1);
    Nanos mine_ns = Sim::now();
    word.store(2);
    mine_ns = Sim::now() - mine_ns;
    EXPECT_LT(mine_ns, 10);
    in_threads<Sim>(1, [&](int) {
      Nanos theirs_ns = Sim::now();
      word.store(3);
      theirs_ns = Sim::now() - theirs_ns;
      EXPECT_GE(theirs_ns, 228);
    });
  });
}

TEST(SimLedger, StatesAddUpToTheThreadsLife) {
  run_on<Sim>(2, [] {
    Nanos born_ns = 0, gone_ns = 0;
    in_threads<Sim>(4, [&](int k) {
      ThreadRecord& self = Sim::self();
      Nanos from_ns = self.state_since_ns;
      Nanos sum_before = 0;
      for (Nanos t : self.time_in_ns) sum_before += t;
      for (int n = 0; n < 20; ++n) {
        Sim::work(Cost::OpArith, 100000);
        ThreadState old = Sim::set_state(ThreadState::Blocked);
        Sim::sleep_until(Sim::now() + 50000);
        Sim::set_state(old);
      }
      Sim::settle(self);
      Nanos sum = -sum_before;
      for (Nanos t : self.time_in_ns) sum += t;
      EXPECT_EQ(sum, Sim::now() - from_ns);
      if (k == 0) born_ns = from_ns, gone_ns = Sim::now();
    });
    EXPECT_LT(born_ns, gone_ns);
  });
}

TEST(SimPipes, BytesArriveInOrderAndTheEndIsSeen) {
  run_on<Sim>(2, [] {
    int fds[2];
    ASSERT_EQ(Sim::pipe(fds), 0);
    std::string got;
    ThreadRecord* reader = Sim::spawn(SpawnOptions{"reader"}, [&] {
      char buffer[7];
      for (int64_t n; (n = Sim::read(fds[0], buffer, sizeof buffer)) > 0;)
        got.append(buffer, static_cast<size_t>(n));
    });
    std::string sent(200000, 'a');  // more than the pipe holds, so the writer waits
    for (size_t k = 0; k < sent.size(); ++k) sent[k] = static_cast<char>('a' + k % 26);
    EXPECT_EQ(Sim::write(fds[1], sent.data(), sent.size()), 200000);
    EXPECT_EQ(Sim::close(fds[1]), 0);
    Sim::join(reader);
    EXPECT_EQ(got, sent);
    EXPECT_LT(Sim::read(fds[1], sent.data(), 1), 0);
    EXPECT_EQ(Sim::close(fds[0]), 0);
  });
}

TEST(SimPipes, WritingToNobodyFailsAndWaitingEnds) {
  run_on<Sim>(2, [] {
    int fds[2];
    Sim::pipe(fds);
    EXPECT_FALSE(Sim::wait_readable(fds[0], Sim::now() + kMillisecond));
    char byte = 'x';
    Sim::write(fds[1], &byte, 1);
    EXPECT_TRUE(Sim::wait_readable(fds[0], kNoDeadline));
    Sim::close(fds[0]);
    EXPECT_EQ(Sim::write(fds[1], &byte, 1), -EPIPE);
    Sim::close(fds[1]);
  });
}

TEST(SimStacks, BigStackRunsOnTheHost) {
  run_on<Sim>(2, [] {
    in_threads<Sim>(2, [](int) {
      volatile size_t used = 0;
      auto needy = [&] {
        volatile char room[2 << 20];
        room[0] = 1;
        room[sizeof room - 1] = 2;
        used = static_cast<size_t>(room[0] + room[sizeof room - 1]);
      };
      Sim::on_big_stack(needy);
      EXPECT_EQ(used, 3u);
    });
  });
}

TEST(SimTime, ProcessTimeCountsRunningOnly) {
  run_on<Sim>(4, [] {
    Nanos before_ns = Sim::process_time();
    in_threads<Sim>(4, [](int) { Sim::work(Cost::NativeByte, 20000000); });  // 10 ms each
    Sim::sleep_until(Sim::now() + 100 * kMillisecond);
    Nanos spent_ns = Sim::process_time() - before_ns;
    EXPECT_GE(spent_ns, 40 * kMillisecond);
    EXPECT_LT(spent_ns, 45 * kMillisecond);
  });
}

}  // namespace
}  // namespace gilsim::testing
