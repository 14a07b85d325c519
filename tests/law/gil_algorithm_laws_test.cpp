// What: what every interpreter lock of gils.def promises, and the mechanism of each as
//   published-figures.md (1.1, 1.3) tells it: at most one attached thread, no more than one core's
//   throughput, drop requests only after a waiter's time-out, forced switching, barging.
// Idea: threads that do nothing but bytecode: attach, work, poll at each step as the loop does. In
//   sim the laws on time are exact.
// Not here: where the VM puts its safe points (tests of vm/interp).
#include "gil/algorithm/make_gil.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

struct NoneName {
  static constexpr const char* kName = "";
};
#define GIL(gil_name, type, every, what)            \
  struct gil_name##_case {                          \
    static constexpr const char* kName = #gil_name; \
  };
#include "gil/algorithm/gils.def"
#undef GIL

template <class N, class P>
struct Case {
  static constexpr const char* kName = N::kName;
  using Platform = P;
};
#if GILSIM_TEST_SIM
#define GILSIM_SIM_CASE(name) , Case<name##_case, SimPlatform>
#else
#define GILSIM_SIM_CASE(name)
#endif
using GilCases = Tail<void
#define GIL(gil_name, type, every, what) \
  , Case<gil_name##_case, OsPlatform> GILSIM_SIM_CASE(gil_name)
#include "gil/algorithm/gils.def"
#undef GIL
                      >::Types;

constexpr Nanos kMillisecond = 1000000;

template <class P>
void poll_if_asked(Gil<P>& gil) {
  ThreadRecord& self = P::self();
  if (--self.budget < 0 || self.breaker.load() != 0) gil.poll(self);
}

// Runs a number of steps of 100 ns, an instruction and a safe point each, on each of the threads.
template <class P>
RunOutcome cpu_threads(Gil<P>& gil, int threads, int64_t steps, uint32_t cores,
                       const std::function<void(int, int64_t)>& at_step = {}) {
  return run_on<P>(cores, [&] {
    gil.thread_started();
    gil.attach(P::self());
    std::vector<ThreadRecord*> records;
    for (int k = 0; k < threads; ++k) {
      gil.thread_started();
      records.push_back(P::spawn(SpawnOptions{"cpu"}, [&, k] {
        gil.attach(P::self());
        for (int64_t n = 0; n < steps; ++n) {
          P::work(Cost::NativeByte, 200);
          if (at_step) at_step(k, n);
          poll_if_asked(gil);
        }
        gil.detach(P::self());
        gil.thread_finished();
      }));
    }
    gil.detach(P::self());
    for (ThreadRecord* r : records) P::join(r);
    gil.thread_finished();
  });
}

template <class P>
Counters total_counters() {
  Counters sum;
  for (ThreadRecord* r : P::threads()) {
#define COUNTER(name, what) sum.name += r->counters.name;
#include "gil/platform/counters.def"
#undef COUNTER
  }
  return sum;
}

template <class C>
class GilLaws : public ::testing::Test {};
TYPED_TEST_SUITE(GilLaws, GilCases);

TYPED_TEST(GilLaws, EveryThreadEnds) {
  using P = typename TypeParam::Platform;
  auto gil = make_gil<P>(TypeParam::kName, GilParameters{.interval_ns = kMillisecond});
  ASSERT_NE(gil, nullptr);
  EXPECT_EQ(gil->name(), TypeParam::kName);
  EXPECT_EQ(cpu_threads<P>(*gil, 4, 5000, 2).deadlock, "");
}

TYPED_TEST(GilLaws, AtMostOneIsAttached) {
  using P = typename TypeParam::Platform;
  if (std::string_view(TypeParam::kName) == "none") GTEST_SKIP() << "every thread may be attached";
  auto gil = make_gil<P>(TypeParam::kName, GilParameters{.interval_ns = 100000});
  ExclusionChecker<P> checker;
  EXPECT_EQ(
      cpu_threads<P>(*gil, 4, 3000, 4, [&](int, int64_t) { checker.enter_and_leave(10); }).deadlock,
      "");
  EXPECT_EQ(checker.overlaps(), 0u);
  EXPECT_EQ(checker.count(), 12000u);
}

TYPED_TEST(GilLaws, ReleasesMatchAcquisitions) {
  using P = typename TypeParam::Platform;
  auto gil = make_gil<P>(TypeParam::kName, GilParameters{.interval_ns = 100000});
  uint64_t acquired = 0, released = 0;
  run_on<P>(2, [&] {
    in_threads<P>(3, [&](int) {
      gil->thread_started();
      for (int k = 0; k < 50; ++k) {
        gil->attach(P::self());
        gil->detach(P::self());
      }
      gil->thread_finished();
    });
    Counters sum = total_counters<P>();
    acquired = sum.gil_acquisitions;
    released = sum.gil_releases;
  });
  EXPECT_EQ(acquired, released);
  if (std::string_view(TypeParam::kName) == "none")
    EXPECT_EQ(acquired, 0u);
  else
    EXPECT_GE(acquired, 150u);
}

// While the world is stopped no other thread makes a step; afterwards all go on.
TYPED_TEST(GilLaws, AStoppedWorldStandsStill) {
  using P = typename TypeParam::Platform;
  auto gil = make_gil<P>(TypeParam::kName, GilParameters{.interval_ns = 200000});
  std::atomic<int64_t> steps{0};
  std::atomic<int> moved{0};
  RunOutcome outcome = cpu_threads<P>(*gil, 3, 2000, 4, [&](int thread, int64_t n) {
    steps.fetch_add(1);
    if (thread != 0 || n % 500 != 250) return;
    gil->stop_world(P::self());
    int64_t before = steps.load();
    P::work(Cost::NativeByte, 20000);
    if (steps.load() != before) moved.fetch_add(1);
    gil->start_world(P::self());
  });
  EXPECT_EQ(outcome.deadlock, "");
  EXPECT_EQ(moved.load(), 0);
  EXPECT_EQ(steps.load(), 6000);
}

TEST(GilNames, AnUnknownNameGivesNull) { EXPECT_EQ(make_gil<OsPlatform>("py4", {}), nullptr); }

#if GILSIM_TEST_SIM
using Sim = SimPlatform;

Nanos virtual_ns(const char* name, GilParameters parameters, int threads, int64_t steps,
                 uint32_t cores, Counters* sum = nullptr) {
  auto gil = make_gil<Sim>(name, parameters);
  Nanos end_ns = 0;
  RunOutcome outcome = run_on<Sim>(cores, [&] {
    gil->thread_started();
    Nanos start_ns = Sim::now();
    for (int k = 0; k < threads; ++k) gil->thread_started();
    in_threads<Sim>(threads, [&](int) {
      gil->attach(Sim::self());
      for (int64_t n = 0; n < steps; ++n) {
        Sim::work(Cost::NativeByte, 200);
        poll_if_asked(*gil);
      }
      gil->detach(Sim::self());
      gil->thread_finished();
    });
    end_ns = Sim::now() - start_ns;
    if (sum) *sum = total_counters<Sim>();
  });
  EXPECT_EQ(outcome.deadlock, "");
  return end_ns;
}

TEST(GilTimeLaws, NeverMoreThanOneCoresThroughput) {
  for (const GilInfo& info : gil_infos()) {
    if (info.name == "none") continue;
    Nanos work_ns = 4 * 50000 * 100;
    EXPECT_GE(virtual_ns(std::string(info.name).c_str(), {}, 4, 50000, 4), work_ns) << info.name;
  }
}

TEST(GilTimeLaws, WithoutAnInterpreterLockCoresAddUp) {
  Nanos one_ns = virtual_ns("none", {}, 1, 200000, 4);
  EXPECT_LT(virtual_ns("none", {}, 4, 200000, 4), one_ns * 11 / 10);
}

TEST(GilTimeLaws, UnderTicksTwoCoresAreSlowerThanOne) {
  Nanos alone_ns = virtual_ns("py2_ticks", {}, 1, 200000, 2);
  Nanos one_core_ns = virtual_ns("py2_ticks", {}, 2, 100000, 1);
  Nanos two_cores_ns = virtual_ns("py2_ticks", {}, 2, 100000, 2);
  EXPECT_GE(one_core_ns, alone_ns);
  EXPECT_GT(two_cores_ns, one_core_ns);
}

TEST(GilTimeLaws, TheIntervalCostsUnderAPercent) {
  Nanos alone_ns = virtual_ns("py3_interval", {}, 1, 1000000, 2);
  EXPECT_LT(virtual_ns("py3_interval", {}, 2, 500000, 2), alone_ns * 103 / 100);
}

TEST(GilTimeLaws, AShorterIntervalCostsMore) {
  Nanos long_ns = virtual_ns("py3_interval", {.interval_ns = 5 * kMillisecond}, 2, 200000, 2);
  Nanos short_ns = virtual_ns("py3_interval", {.interval_ns = 50000}, 2, 200000, 2);
  EXPECT_GT(short_ns, long_ns * 105 / 100);
}

// 2.x: a releaser that is running wins again before the waiter has woken: far fewer hand-overs than
// releases.
TEST(GilMechanismLaws, UnderTicksTheReleaserBarges) {
  Counters sum;
  virtual_ns("py2_ticks", {}, 2, 100000, 2, &sum);
  EXPECT_GE(sum.gil_releases,
            1900u);  // 200 000 steps of 100 a release, but for those before the second thread
  EXPECT_LT(sum.hand_overs, sum.gil_releases / 2);
  EXPECT_EQ(sum.switch_requests, 0u);
  EXPECT_EQ(sum.forced_switches, 0u);
}

TEST(GilMechanismLaws, EveryRequestForcesASwitch) {
  Counters sum;
  virtual_ns("py3_interval", {}, 2, 500000, 2, &sum);
  EXPECT_GE(sum.switch_requests, 15u);
  EXPECT_EQ(sum.forced_switches, sum.switch_requests);
  EXPECT_GE(sum.hand_overs, sum.forced_switches);
}

TEST(GilMechanismLaws, WithoutForcedSwitchingTheHolderWinsAgain) {
  Counters forced, unforced;
  virtual_ns("py3_interval", {.forced_switching = true}, 2, 500000, 2, &forced);
  virtual_ns("py3_interval", {.forced_switching = false}, 2, 500000, 2, &unforced);
  EXPECT_EQ(unforced.forced_switches, 0u);
  EXPECT_LT(unforced.hand_overs * 2, forced.hand_overs);
}

// A holder that gives the lock up by itself before the interval ends is never asked: each release
// restarts the waiter's patience.
TEST(GilMechanismLaws, NoRequestBeforeAWaitersTimeOut) {
  auto gil = make_gil<Sim>("py3_interval", {});
  uint64_t requests = 1;
  run_on<Sim>(2, [&] {
    in_threads<Sim>(2, [&](int) {
      for (int k = 0; k < 30; ++k) {
        gil->attach(Sim::self());
        Sim::work(Cost::NativeByte, 2000000);  // 1 ms
        EXPECT_EQ(Sim::self().breaker.load() & kBreakGilDrop, 0u);
        gil->detach(Sim::self());
        Sim::sleep_until(Sim::now() + 100000);
      }
    });
    requests = total_counters<Sim>().switch_requests;
  });
  EXPECT_EQ(requests, 0u);
}

// One waiter, a holder that does not give up by itself: asked once, not before the interval is
// over.
TEST(GilMechanismLaws, TheRequestComesAfterTheInterval) {
  auto gil = make_gil<Sim>("py3_interval", {});
  Nanos asked_after_ns = 0;
  run_on<Sim>(2, [&] {
    gil->attach(Sim::self());
    Nanos waiting_from_ns = 0;
    ThreadRecord* waiter = Sim::spawn(SpawnOptions{"waiter"}, [&] {
      waiting_from_ns = Sim::now();
      gil->attach(Sim::self());
      gil->detach(Sim::self());
    });
    while (Sim::self().breaker.load() == 0) Sim::work(Cost::OpArith);
    asked_after_ns = Sim::now() - waiting_from_ns;
    gil->detach(Sim::self());
    Sim::join(waiter);
  });
  EXPECT_GE(asked_after_ns, 5 * kMillisecond);
  EXPECT_LT(asked_after_ns, 6 * kMillisecond);
}
#endif

}  // namespace
}  // namespace gilsim::testing
