// What: what every reclaimer of reclaimers.def promises, on every platform: nothing is freed
//   while somebody may read it, everything is freed in the end, and how much one stopped thread
//   keeps. Reclaimers that are broken on purpose show that the checker can see.
// Idea: readers follow pointers of a few sources that writers exchange and retire; "freed" is a
//   mark in memory that lives on, so that a reader that comes too late sees it instead of
//   crashing.
#include "gil/reclaim/every_reclaimer.h"
#include "gil/reclaim/qsbr.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using ReclaimerCases = Tail<void
#define RECLAIMER(type, name, what, header) GILSIM_CASES(type)
#include "gil/reclaim/reclaimers.def"
#undef RECLAIMER
                            >::Types;

// The memory of one object; written and read without order, as objects' memory is.
struct Cell {
  int value = 0;
  bool freed = false;
};
std::atomic<int> frees_seen{0};
void mark_freed(void* memory) {
  static_cast<Cell*>(memory)->freed = true;
  ++frees_seen;
}

constexpr int kSources = 2;

struct Report {
  int64_t read_after_free = 0;
  int retired = 0, freed = 0;
  RunOutcome outcome;
};

// Half of the threads read, half write.
template <class R, class P>
Report exercise(int threads, int rounds, uint32_t cores, uint64_t seed, int64_t slack_ns) {
  using Source = typename R::template Source<Cell>;
  Report report;
  std::atomic<int64_t> late{0};
  std::vector<std::unique_ptr<Cell>> cells;
  for (int k = 0; k < kSources + threads * rounds; ++k) cells.push_back(std::make_unique<Cell>());
  frees_seen = 0;
  report.outcome = run_on<P>(
      cores,
      [&] {
        R reclaimer;
        Source sources[kSources];
        for (int k = 0; k < kSources; ++k) sources[k].store(cells[static_cast<size_t>(k)].get());
        Nanos start_ns = P::now() + 1000000;
        in_threads<P>(threads, [&](int number) {
          P::sleep_until(start_ns);
          typename R::Member member(reclaimer);
          for (int k = 0; k < rounds; ++k) {
            Source& source = sources[P::random() % kSources];
            if (number % 2) {
              Cell* fresh = cells[static_cast<size_t>(kSources + number * rounds + k)].get();
              Cell* old = source.exchange(fresh);
              member.retire(old, mark_freed);
            } else {
              typename R::Guard guard(member);
              Cell* seen = guard.protect(source);
              P::work(Cost::OpArith, static_cast<int64_t>(P::random() % 300));
              late += seen->freed;
            }
            if (P::random() % 4 == 0) member.quiesce();
          }
        });
      },
      seed, slack_ns);
  report.read_after_free = late;
  report.retired = threads / 2 * rounds;
  report.freed = frees_seen;
  return report;
}

// Broken: frees what nobody has asked it to keep.
template <class P>
class FreesAtOnce {
 public:
  template <class T>
  using Source = typename P::template atomic<T*>;
  struct Member {
    explicit Member(FreesAtOnce&) {}
    void retire(void* memory, void (*drop)(void*)) { drop(memory); }
    void quiesce() {}
  };
  struct Guard {
    explicit Guard(Member&) {}
    template <class T>
    T* protect(const Source<T>& source, uint32_t = 0) {
      return source.load();
    }
  };
};

template <class C>
class ReclaimerLaws : public ::testing::Test {};
TYPED_TEST_SUITE(ReclaimerLaws, ReclaimerCases);

TYPED_TEST(ReclaimerLaws, NothingIsFreedThatSomebodyMayRead) {
  using P = typename TypeParam::Platform;
  static_assert(Reclaimer<typename TypeParam::Type>);
  for (uint64_t seed = 1; seed <= (P::kSimulated ? 8 : 2); ++seed) {
    Report report = exercise<typename TypeParam::Type, P>(4, P::kSimulated ? 300 : 20000, 4, seed,
                                                          seed % 2 ? 50 : 0);
    EXPECT_EQ(report.read_after_free, 0) << "seed " << seed;
    EXPECT_EQ(report.freed, report.retired) << "seed " << seed;
    EXPECT_EQ(report.outcome.deadlock, "");
  }
}

// A thread that retires and quiesces alone keeps nothing.
TYPED_TEST(ReclaimerLaws, EverythingIsFreedWhenAllAreQuiet) {
  using P = typename TypeParam::Platform;
  using R = typename TypeParam::Type;
  run_on<P>(1, [&] {
    R reclaimer;
    typename R::Member member(reclaimer);
    std::vector<Cell> cells(1000);
    frees_seen = 0;
    for (Cell& cell : cells) member.retire(&cell, mark_freed);
    for (int k = 0; k < 4; ++k) member.quiesce();
    EXPECT_EQ(frees_seen, 1000);
    EXPECT_EQ(member.unreclaimed(), 0u);
  });
}

// What a thread has retired when it leaves is freed by those who stay.
TYPED_TEST(ReclaimerLaws, DepartedThreadsLeaveNothingBehind) {
  using P = typename TypeParam::Platform;
  using R = typename TypeParam::Type;
  run_on<P>(2, [&] {
    R reclaimer;
    typename R::Member stays(reclaimer);
    typename R::template Source<Cell> source(nullptr);
    std::vector<Cell> cells(100);
    frees_seen = 0;
    {
      typename R::Guard guard(stays);
      guard.protect(source);
      in_threads<P>(1, [&](int) {
        typename R::Member leaves(reclaimer);
        for (Cell& cell : cells) leaves.retire(&cell, mark_freed);
      });
    }
    for (int k = 0; k < 4; ++k) stays.quiesce();
    EXPECT_EQ(frees_seen, 100);
  });
}

// One thread stops inside a guard: with a bound it keeps what it protects, without one everything.
TYPED_TEST(ReclaimerLaws, AStoppedThreadKeepsWhatItMay) {
  using P = typename TypeParam::Platform;
  using R = typename TypeParam::Type;
  run_on<P>(2, [&] {
    R reclaimer;
    std::vector<Cell> cells(1001);
    typename R::template Source<Cell> source(&cells[0]);
    typename P::template atomic<uint32_t> stopped{0}, go_on{0};
    frees_seen = 0;
    ThreadRecord* reader = P::spawn(SpawnOptions{"reader"}, [&] {
      typename R::Member member(reclaimer);
      typename R::Guard guard(member);
      Cell* seen = guard.protect(source);
      stopped.store(1);
      P::spin_while(go_on, 0u);
      EXPECT_FALSE(seen->freed);
    });
    P::spin_while(stopped, 0u);
    typename R::Member member(reclaimer);
    for (size_t k = 1; k < cells.size(); ++k) {
      member.retire(source.exchange(&cells[k]), mark_freed);
      member.quiesce();
    }
    EXPECT_FALSE(cells[0].freed);
    if (R::kBounded) {
      EXPECT_EQ(frees_seen, 999);
    } else {
      EXPECT_LT(frees_seen, 3);
    }
    go_on.store(1);
    P::join(reader);
    for (int k = 0; k < 4; ++k) member.quiesce();
    EXPECT_EQ(frees_seen, 1000);
  });
}

// ---- quiescent states on request: a bell for each thread, which answers only when it has rung.
struct Asked {
  int64_t read_after_free = 0, answers = 0;
  int retired = 0, freed = 0;
  bool in_time = true;  // what was wanted has gone, in so many rounds
  RunOutcome outcome;
};

template <class P>
Asked on_request(int threads, int rounds, uint64_t seed, int64_t slack_ns) {
  using R = QsbrReclaimer<P>;
  Asked report;
  std::atomic<int64_t> late{0}, answers{0};
  std::atomic<bool> in_time{true};
  std::vector<std::unique_ptr<Cell>> cells;
  for (int k = 0; k < kSources + threads * rounds; ++k) cells.push_back(std::make_unique<Cell>());
  frees_seen = 0;
  report.outcome = run_on<P>(
      4,
      [&] {
        R reclaimer;
        typename R::template Source<Cell> sources[kSources];
        for (int k = 0; k < kSources; ++k) sources[k].store(cells[static_cast<size_t>(k)].get());
        typename P::template atomic<int> busy{threads};
        std::vector<Hint<uint32_t>> bells(static_cast<size_t>(threads));
        in_threads<P>(threads, [&](int number) {
          Hint<uint32_t>& bell = bells[static_cast<size_t>(number)];
          auto ask = [](void* whom) { static_cast<Hint<uint32_t>*>(whom)->store(1); };
          typename R::Member member(reclaimer, &bell);
          auto safe_point = [&] {
            if (!bell.load()) return;
            bell.store(0);
            ++answers;
            member.answer(ask);
          };
          for (int k = 0; k < rounds; ++k) {
            auto& source = sources[P::random() % kSources];
            if (number % 2) {
              size_t fresh = static_cast<size_t>(kSources + number * rounds + k);
              member.retire(source.exchange(cells[fresh].get()), mark_freed);
              if (P::random() % 16 == 0) member.want(ask);
            } else {
              typename R::Guard guard(member);
              Cell* seen = guard.protect(source);
              P::work(Cost::OpArith, static_cast<int64_t>(P::random() % 300));
              late += seen->freed;
            }
            safe_point();
            if (P::random() % 32 == 0) {
              member.offline(ask);
              P::work(Cost::OpArith, static_cast<int64_t>(P::random() % 1000));
              member.online(ask);
            }
          }
          member.want(ask);
          for (int k = 0; member.unreclaimed() && in_time; ++k) {
            safe_point();
            P::yield();
            if (k == (P::kSimulated ? 100000 : 10000000)) in_time = false;
          }
          busy.fetch_sub(1);
          while (busy.load()) {
            safe_point();
            P::yield();
          }
        });
      },
      seed, slack_ns);
  report.read_after_free = late;
  report.answers = answers;
  report.retired = threads / 2 * rounds;
  report.freed = frees_seen;
  report.in_time = in_time;
  return report;
}

template <class P>
void check_on_request() {
  for (uint64_t seed = 1; seed <= (P::kSimulated ? 20 : 3); ++seed) {
    Asked report = on_request<P>(4, P::kSimulated ? 200 : 20000, seed, seed % 2 ? 50 : 0);
    EXPECT_EQ(report.read_after_free, 0) << "seed " << seed;
    EXPECT_EQ(report.freed, report.retired) << "seed " << seed;
    EXPECT_GT(report.answers, 0) << "seed " << seed;
    EXPECT_TRUE(report.in_time) << "seed " << seed;
    EXPECT_EQ(report.outcome.deadlock, "");
  }
}
TEST(QuiesceOnRequest, WhatIsWantedGoesWhenAllHaveAnswered) { check_on_request<OsPlatform>(); }
#if GILSIM_TEST_SIM
TEST(QuiesceOnRequest, WhatIsWantedGoesInVirtualTime) { check_on_request<SimPlatform>(); }

TEST(ReclaimerCheckerLaws, FreeingAtOnceIsRejected) {
  int64_t seen = 0;
  for (uint64_t seed = 1; seed <= 5; ++seed)
    seen += exercise<FreesAtOnce<SimPlatform>, SimPlatform>(4, 300, 4, seed, 0).read_after_free;
  EXPECT_GT(seen, 0);
}
#endif

}  // namespace
}  // namespace gilsim::testing
