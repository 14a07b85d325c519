// What: ranges, slices, and the iterators that programs make by name.
#include "tests/unit/object_support.h"
#include "vm/object/inline_ops.h"

namespace gilsim::testing {
namespace {

template <class V>
class ObjectIterators : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectIterators, AllPolicies);

TYPED_TEST(ObjectIterators, Ranges) {
  this->run([](auto& s) {
    Value range = s.builtin(Kind::Range);
    EXPECT_EQ(s.all(s.call(range, {s.integer(4)})), "[0, 1, 2, 3]");
    EXPECT_EQ(s.all(s.call(range, {s.integer(5), s.integer(-3), s.integer(-3)})), "[5, 2, -1]");
    EXPECT_EQ(s.all(s.call(range, {s.integer(3), s.integer(3)})), "[]");
    EXPECT_EQ(s.show(s.call(range, {s.integer(1), s.integer(2), s.integer(0)})),
              "ValueError: range() arg 3 must not be zero");
    EXPECT_EQ(s.show(s.call(range, {s.str("x")})),
              "TypeError: 'str' object cannot be interpreted as an integer");
    EXPECT_EQ(s.show(s.call(range, {})), "TypeError: range expected at least 1 argument, got 0");
    Value odd = s.call(range, {s.integer(1), s.integer(10), s.integer(2)});
    EXPECT_EQ(s.show(odd), "range(1, 10, 2)");
    EXPECT_EQ(Protocol<TypeParam>::length(s.t, odd), 5);
    EXPECT_EQ(s.show(s.item(odd, s.integer(-1))), "9");
    EXPECT_EQ(s.show(s.item(odd, s.integer(5))), "IndexError: range object index out of range");
    EXPECT_EQ(s.show(s.item(odd, s.slice(s.integer(1), Value::none(), s.integer(2)))),
              "range(3, 11, 4)");
    EXPECT_EQ(s.show(s.call(odd, "index", {s.integer(7)})), "3");
    EXPECT_EQ(s.show(s.call(odd, "index", {s.integer(8)})), "ValueError: 8 is not in range");
    EXPECT_EQ(s.show(s.call(odd, "count", {s.integer(3)})), "1");
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, odd, s.integer(3)), 1);
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, odd, s.integer(4)), 0);
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::ReverseIterator), {odd})), "[9, 7, 5, 3, 1]");
    EXPECT_EQ(s.show(s.keep(Classes<TypeParam>::get_attr(s.t, odd, "step"))), "2");
  });
}

TYPED_TEST(ObjectIterators, RangeCounts) {
  this->run([](auto& s) {
    auto count = [&](int64_t a, int64_t b, int64_t c) {
      Value r = s.keep(Heap<TypeParam>::range(s.t, a, b, c));
      return s.show(r.as<Range>()->length);
    };
    EXPECT_EQ(count(0, 10, 3), "4");
    EXPECT_EQ(count(10, 0, -3), "4");
    EXPECT_EQ(count(INT64_MIN, INT64_MAX, 1), "18446744073709551615");
    EXPECT_EQ(count(0, INT64_MIN, INT64_MIN), "1");
  });
}

TYPED_TEST(ObjectIterators, EnumerateZipMapFilter) {
  this->run([](auto& s) {
    Value letters = s.str("abc");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::Enumerate), {letters, s.integer(5)})),
              "[(5, 'a'), (6, 'b'), (7, 'c')]");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::Zip), {letters, s.ints({1, 2})})),
              "[('a', 1), ('b', 2)]");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::Zip), {})), "[]");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::Filter), {Value::none(), s.ints({0, 1, 0, 2})})),
              "[1, 2]");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::Map),
                           {s.builtin(Kind::Tuple), s.list({letters, s.ints({1})})})),
              "[('a', 'b', 'c'), (1,)]");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Map), {Value::none()})),
              "TypeError: map() must have at least two arguments.");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Filter), {Value::none()})),
              "TypeError: filter expected 2 arguments, got 1");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Zip), {s.integer(1)})),
              "TypeError: 'int' object is not iterable");
  });
}

TYPED_TEST(ObjectIterators, StrictZip) {
  this->run([](auto& s) {
    auto zip = [&](std::initializer_list<Value> args) {
      std::vector<Value> all(args);
      all.push_back(Value::true_());
      Value names = s.tuple({s.str("strict")});
      return s.keep(Protocol<TypeParam>::call(
          s.t, s.builtin(Kind::Zip),
          CallArgs{all.data(), static_cast<uint32_t>(all.size()), names.as<Tuple>()}));
    };
    EXPECT_EQ(s.all(zip({s.ints({1}), s.ints({2})})), "[(1, 2)]");
    EXPECT_EQ(s.all(zip({s.ints({1, 2}), s.ints({2})})),
              "ValueError: zip() argument 2 is shorter than argument 1");
    EXPECT_EQ(s.all(zip({s.ints({1}), s.ints({2, 3})})),
              "ValueError: zip() argument 2 is longer than argument 1");
  });
}

TYPED_TEST(ObjectIterators, Reversed) {
  this->run([](auto& s) {
    Value reversed = s.builtin(Kind::ReverseIterator);
    EXPECT_EQ(s.all(s.call(reversed, {s.ints({1, 2, 3})})), "[3, 2, 1]");
    EXPECT_EQ(s.all(s.call(reversed, {s.tuple({s.integer(1), s.integer(2)})})), "[2, 1]");
    EXPECT_EQ(s.all(s.call(reversed, {s.str("ab")})), "['b', 'a']");
    EXPECT_EQ(s.show(s.call(reversed, {s.set({1})})), "TypeError: 'set' object is not reversible");
  });
}

TYPED_TEST(ObjectIterators, ListsMayChange) {
  this->run([](auto& s) {
    Value list = s.ints({1, 2});
    Value iterator = s.keep(Protocol<TypeParam>::iterate(s.t, list));
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "1");
    s.call(list, "append", {s.integer(3)});
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "2");
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "3");
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "no error");
    s.call(list, "append", {s.integer(4)});  // an iterator that has ended stays so
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "no error");
  });
}

TYPED_TEST(ObjectIterators, InlineStepsAgree) {
  this->run([](auto& s) {
    for (Value source : {s.ints({1, 2, 3}), s.tuple({s.integer(1), s.integer(2), s.integer(3)}),
                         s.call(s.builtin(Kind::Range), {s.integer(1), s.integer(4)}),
                         s.call(s.builtin(Kind::Dict), "fromkeys", {s.ints({1, 2, 3})})}) {
      Ref<TypeParam> iterator(Protocol<TypeParam>::iterate(s.t, source));
      for (int64_t k = 1; k <= 3; ++k)
        EXPECT_EQ(iterator_step_inline<TypeParam>(iterator.get()), Value::integer(k));
      EXPECT_TRUE(iterator_step_inline<TypeParam>(iterator.get()).is_null());
      EXPECT_TRUE(Protocol<TypeParam>::next(s.t, iterator.get()).is_null());
    }
  });
}

TYPED_TEST(ObjectIterators, Slices) {
  this->run([](auto& s) {
    Value none = Value::none();
    EXPECT_EQ(s.show(s.slice(s.integer(1), none, s.integer(2))), "slice(1, None, 2)");
    EXPECT_EQ(s.show(s.call(s.slice(none, s.integer(-1), none), "indices", {s.integer(5)})),
              "(0, 4, 1)");
    EXPECT_EQ(s.show(s.call(s.slice(none, none, s.integer(-1)), "indices", {s.integer(3)})),
              "(2, -1, -1)");
  });
}

}  // namespace
}  // namespace gilsim::testing
