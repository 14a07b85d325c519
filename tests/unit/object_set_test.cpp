// What: sets: order as CPython's, algebra, methods, errors, hash of frozensets.
#include "tests/unit/object_support.h"

namespace gilsim::testing {
namespace {

template <class V>
class ObjectSet : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectSet, AllPolicies);

// The expectations are what CPython 3.11 prints; ints hash to themselves there and here.
TYPED_TEST(ObjectSet, PrintsInCPythonsOrder) {
  this->run([](auto& s) {
    EXPECT_EQ(s.show(s.set({8, 1, 16, 9, 0, 24})), "{0, 1, 8, 9, 16, 24}");
    EXPECT_EQ(s.show(s.set({100, 200, 300, 400})), "{200, 100, 400, 300}");
    EXPECT_EQ(s.show(s.set({-1, -2, 5, 1000003})), "{1000003, 5, -1, -2}");
    EXPECT_EQ(s.show(s.binary(BinaryOp::BitOr, s.set({70, 3}), s.set({1000, 5, 64}))),
              "{64, 3, 5, 70, 1000}");
    EXPECT_EQ(s.show(s.binary(BinaryOp::BitAnd, s.set({33, 65, 97, 1}), s.set({97, 1, 33}))),
              "{97, 1, 33}");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Sub, s.set({33, 65, 97, 1}), s.set({97}))), "{65, 1, 33}");
    EXPECT_EQ(s.show(s.binary(BinaryOp::BitXor, s.set({33, 65}), s.set({65, 129}))), "{33, 129}");
    EXPECT_EQ(s.show(s.set({})), "set()");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::FrozenSet), {s.ints({2, 1})})), "frozenset({1, 2})");
  });
}

// {k * k * 7 % 1009 for k in range(60)} with every third one removed, in CPython's order.
TYPED_TEST(ObjectSet, GrowsAsCPythonDoes) {
  this->run([](auto& s) {
    Value set = s.set({});
    for (int64_t k = 0; k < 60; ++k)
      EXPECT_TRUE(Sets<TypeParam>::add(s.t, set.as<Set>(), Value::integer(k * k * 7 % 1009)));
    for (int64_t k = 0; k < 60; k += 3)
      EXPECT_EQ(Sets<TypeParam>::discard(s.t, set.as<Set>(), Value::integer(k * k * 7 % 1009)), 1);
    for (int64_t k = 0; k < 20; ++k)
      EXPECT_TRUE(Sets<TypeParam>::add(s.t, set.as<Set>(), Value::integer(k * 1000)));
    EXPECT_EQ(s.show(set),
              "{0, 16000, 5, 7, 5000, 782, 783, 10000, 18, 20, 663, 151, 15000, 28, 668, 4000, "
              "673, 676, 9000, 174, 175, 14000, 686, 435, 11000, 696, 3000, 443, 700, 19000, 448, "
              "8000, 835, 328, 13000, 842, 847, 2000, 18000, 339, 341, 343, 7000, 347, 12000, 995, "
              "101, 361, 105, 363, 492, 17000, 1000, 112, 6000, 503, 502, 763, 509, 766}");
    std::string popped;
    for (int k = 0; k < 8; ++k) popped += s.show(s.call(set, "pop", {})) + " ";
    EXPECT_EQ(popped, "0 16000 5 7 5000 782 783 10000 ");
  });
}

TYPED_TEST(ObjectSet, Methods) {
  this->run([](auto& s) {
    Value set = s.set({1, 2});
    s.call(set, "add", {s.integer(3)});
    s.call(set, "discard", {s.integer(9)});
    EXPECT_EQ(s.show(s.call(set, "remove", {s.integer(9)})), "KeyError: 9");
    EXPECT_EQ(s.show(s.call(set, "remove", {s.integer(1)})), "None");
    EXPECT_EQ(s.show(s.call(set, "union", {s.ints({7}), s.tuple({s.integer(8)})})), "{8, 2, 3, 7}");
    EXPECT_EQ(s.show(s.call(set, "intersection", {s.ints({3, 4})})), "{3}");
    EXPECT_EQ(s.show(s.call(set, "difference", {s.ints({3, 4})})), "{2}");
    EXPECT_EQ(s.show(s.call(set, "symmetric_difference", {s.ints({3, 4, 4})})), "{2, 4}");
    EXPECT_EQ(s.show(s.call(set, "issubset", {s.ints({1, 2, 3})})), "True");
    EXPECT_EQ(s.show(s.call(set, "issuperset", {s.ints({2, 5})})), "False");
    EXPECT_EQ(s.show(s.call(set, "isdisjoint", {s.ints({5})})), "True");
    s.call(set, "update", {s.ints({10}), s.set({11})});
    EXPECT_EQ(s.show(set), "{2, 3, 10, 11}");
    s.call(set, "difference_update", {s.ints({10})});
    s.call(set, "intersection_update", {s.ints({2, 11, 12})});
    EXPECT_EQ(s.show(set), "{2, 11}");
    s.call(set, "symmetric_difference_update", {s.ints({2, 5})});
    EXPECT_EQ(s.show(s.call(set, "copy", {})), "{11, 5}");
    s.call(set, "clear", {});
    EXPECT_EQ(s.show(s.call(set, "pop", {})), "KeyError: 'pop from an empty set'");
    EXPECT_EQ(s.show(s.call(set, "add", {s.list({})})), "TypeError: unhashable type: 'list'");
    EXPECT_EQ(s.show(s.call(set, "union", {s.integer(1)})),
              "TypeError: 'int' object is not iterable");
  });
}

TYPED_TEST(ObjectSet, ComparesAsSubsets) {
  this->run([](auto& s) {
    auto compare = [&](CompareOp op, Value a, Value b) {
      return Protocol<TypeParam>::compare_bool(s.t, op, a, b);
    };
    EXPECT_EQ(compare(CompareOp::Lt, s.set({1}), s.set({1, 2})), 1);
    EXPECT_EQ(compare(CompareOp::Le, s.set({1, 3}), s.set({1, 2})), 0);
    EXPECT_EQ(compare(CompareOp::Ge, s.set({1, 3}), s.set({3})), 1);
    EXPECT_EQ(
        compare(CompareOp::Eq, s.set({1, 3}), s.call(s.builtin(Kind::FrozenSet), {s.ints({3, 1})})),
        1);
    EXPECT_EQ(compare(CompareOp::Ne, s.set({1, 3}), s.set({1, 4})), 1);
  });
}

TYPED_TEST(ObjectSet, FrozenSetsAreKeys) {
  this->run([](auto& s) {
    Value frozen = s.call(s.builtin(Kind::FrozenSet), {s.ints({1, 2, 3})});
    int64_t hash = 0;
    EXPECT_TRUE(Protocol<TypeParam>::hash(s.t, frozen, hash));
    EXPECT_EQ(hash, -272375401224217160);
    EXPECT_TRUE(Protocol<TypeParam>::hash(s.t, s.call(s.builtin(Kind::FrozenSet), {}), hash));
    EXPECT_EQ(hash, 133146708735736);
    Value outer = s.call(s.builtin(Kind::Set), {s.list({frozen})});
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, outer, s.set({3, 2, 1})), 1);
    EXPECT_EQ(s.call(s.builtin(Kind::FrozenSet), {frozen}), frozen);
    EXPECT_FALSE(Protocol<TypeParam>::hash(s.t, s.set({1}), hash));
    EXPECT_EQ(s.error(), "TypeError: unhashable type: 'set'");
  });
}

TYPED_TEST(ObjectSet, IterationNoticesChanges) {
  this->run([](auto& s) {
    Value set = s.set({1, 2, 3});
    Value iterator = s.keep(Protocol<TypeParam>::iterate(s.t, set));
    s.keep(Protocol<TypeParam>::next(s.t, iterator));
    s.call(set, "add", {s.integer(4)});
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))),
              "RuntimeError: Set changed size during iteration");
  });
}

}  // namespace
}  // namespace gilsim::testing
