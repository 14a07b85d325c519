// What: what the parking lot promises: order of arrival, validation before sleep, time-outs that
//   leave nothing behind, hand-over when the waiter has waited for more than the fairness bound.
// Not here: the locks that are built on it.
#include "gil/locks/parking_lot.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

template <class P>
class ParkingLaws : public ::testing::Test {
 public:
  using Lot = ParkingLot<P>;
  using Outcome = typename Lot::Outcome;
};
#if GILSIM_TEST_SIM
using Platforms = ::testing::Types<OsPlatform, SimPlatform>;
#else
using Platforms = ::testing::Types<OsPlatform>;
#endif
TYPED_TEST_SUITE(ParkingLaws, Platforms);

TYPED_TEST(ParkingLaws, WaitersLeaveInOrderOfArrival) {
  using P = TypeParam;
  using Lot = ParkingLot<P>;
  constexpr int kWaiters = 5;
  int address = 0;
  std::vector<int> order;
  RunOutcome outcome = run_on<P>(4, [&] {
    std::vector<ThreadRecord*> threads;
    for (int k = 0; k < kWaiters; ++k) {
      threads.push_back(P::spawn(SpawnOptions{"waiter"}, [&, k] {
        EXPECT_EQ(Lot::park(
                      &address, [] { return true; }, kNoDeadline),
                  Lot::Outcome::kWoken);
        order.push_back(k);
      }));
      ASSERT_TRUE(
          wait_until<P>([&] { return Lot::waiting(&address) == static_cast<uint32_t>(k) + 1; }));
    }
    for (int k = 0; k < kWaiters; ++k) {
      Lot::unpark_one(&address, [](bool found, bool, bool) {
        EXPECT_TRUE(found);
        return false;
      });
      P::join(threads[static_cast<size_t>(k)]);  // the first to come must be the one that ends
    }
  });
  EXPECT_EQ(outcome.deadlock, "");
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
}

TYPED_TEST(ParkingLaws, NobodySleepsOnAWrongWord) {
  using P = TypeParam;
  using Lot = ParkingLot<P>;
  int address = 0;
  run_on<P>(1, [&] {
    EXPECT_EQ(Lot::park(
                  &address, [] { return false; }, kNoDeadline),
              Lot::Outcome::kInvalid);
    EXPECT_EQ(Lot::waiting(&address), 0u);
  });
}

TYPED_TEST(ParkingLaws, ATimeOutLeavesNothingBehind) {
  using P = TypeParam;
  using Lot = ParkingLot<P>;
  int address = 0;
  run_on<P>(1, [&] {
    Nanos deadline_ns = P::now() + 1000000;
    EXPECT_EQ(Lot::park(
                  &address, [] { return true; }, deadline_ns),
              Lot::Outcome::kTimedOut);
    EXPECT_GE(P::now(), deadline_ns);
    EXPECT_EQ(Lot::waiting(&address), 0u);
    bool found_any = true;
    Lot::unpark_one(&address, [&](bool found, bool, bool) { return found_any = found; });
    EXPECT_FALSE(found_any);
  });
}

TYPED_TEST(ParkingLaws, OtherAddressesAreLeftAlone) {
  using P = TypeParam;
  using Lot = ParkingLot<P>;
  int first = 0, second = 0;
  run_on<P>(2, [&] {
    ThreadRecord* waiter = P::spawn(SpawnOptions{"waiter"}, [&] {
      Lot::park(
          &first, [] { return true; }, kNoDeadline);
    });
    ASSERT_TRUE(wait_until<P>([&] { return Lot::waiting(&first) == 1; }));
    Lot::unpark_one(&second, [](bool found, bool, bool) {
      EXPECT_FALSE(found);
      return false;
    });
    EXPECT_EQ(Lot::waiting(&first), 1u);
    Lot::unpark_one(&first, [](bool found, bool more, bool) {
      EXPECT_TRUE(found && !more);
      return false;
    });
    P::join(waiter);
  });
}

TYPED_TEST(ParkingLaws, AnOldWaiterIsHandedTheLock) {
  using P = TypeParam;
  using Lot = ParkingLot<P>;
  int address = 0;
  auto got = Lot::Outcome::kInvalid;
  bool was_old = false;
  run_on<P>(2, [&] {
    ThreadRecord* waiter = P::spawn(SpawnOptions{"waiter"}, [&] {
      got = Lot::park(
          &address, [] { return true; }, kNoDeadline);
    });
    ASSERT_TRUE(wait_until<P>([&] { return Lot::waiting(&address) == 1; }));
    P::sleep_until(P::now() + 2 * Lot::kFairnessNs);
    Lot::unpark_one(&address, [&](bool, bool, bool old) { return was_old = old; });
    P::join(waiter);
  });
  EXPECT_TRUE(was_old);
  EXPECT_EQ(got, Lot::Outcome::kHandedOver);
}

}  // namespace
}  // namespace gilsim::testing
