// What: lists and tuples: items, slices, methods, sorting, against CPython's results and messages.
#include "tests/unit/object_support.h"

namespace gilsim::testing {
namespace {

template <class V>
class ObjectList : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectList, AllPolicies);

TYPED_TEST(ObjectList, ItemsByIndex) {
  this->run([](auto& s) {
    Value list = s.ints({10, 20, 30});
    EXPECT_EQ(s.show(s.item(list, s.integer(0))), "10");
    EXPECT_EQ(s.show(s.item(list, s.integer(-1))), "30");
    EXPECT_EQ(s.show(s.item(list, s.integer(3))), "IndexError: list index out of range");
    EXPECT_EQ(s.show(s.item(list, s.str("x"))),
              "TypeError: list indices must be integers or slices, not str");
    EXPECT_EQ(s.show(Protocol<TypeParam>::set_item(s.t, list, s.integer(-2), s.integer(5))),
              "done");
    EXPECT_EQ(s.show(Protocol<TypeParam>::set_item(s.t, list, s.integer(3), s.integer(5))),
              "IndexError: list assignment index out of range");
    EXPECT_EQ(s.show(Protocol<TypeParam>::del_item(s.t, list, s.integer(0))), "done");
    EXPECT_EQ(s.show(list), "[5, 30]");
    EXPECT_EQ(s.show(s.item(s.tuple({}), s.integer(0))), "IndexError: tuple index out of range");
  });
}

TYPED_TEST(ObjectList, SlicesAreRead) {
  this->run([](auto& s) {
    Value none = Value::none();
    Value list = s.ints({0, 1, 2, 3, 4, 5});
    EXPECT_EQ(s.show(s.item(list, s.slice(s.integer(1), s.integer(-1), none))), "[1, 2, 3, 4]");
    EXPECT_EQ(s.show(s.item(list, s.slice(none, none, s.integer(-2)))), "[5, 3, 1]");
    EXPECT_EQ(s.show(s.item(list, s.slice(s.integer(4), s.integer(1), none))), "[]");
    EXPECT_EQ(s.show(s.item(list, s.slice(none, none, s.integer(0)))),
              "ValueError: slice step cannot be zero");
    Value tuple = s.tuple({s.integer(1), s.integer(2), s.integer(3)});
    EXPECT_EQ(s.show(s.item(tuple, s.slice(none, none, s.integer(-1)))), "(3, 2, 1)");
    EXPECT_EQ(s.item(tuple, s.slice(none, none, none)), tuple);
  });
}

TYPED_TEST(ObjectList, SlicesAreReplacedAndDeleted) {
  this->run([](auto& s) {
    using Ops = Protocol<TypeParam>;
    Value none = Value::none();
    Value list = s.ints({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(
        Ops::set_item(s.t, list, s.slice(s.integer(1), s.integer(3), none), s.ints({7, 8, 9})));
    EXPECT_EQ(s.show(list), "[0, 7, 8, 9, 3, 4, 5]");
    EXPECT_TRUE(
        Ops::set_item(s.t, list, s.slice(none, none, s.integer(2)), s.ints({-1, -2, -3, -4})));
    EXPECT_EQ(s.show(list), "[-1, 7, -2, 9, -3, 4, -4]");
    EXPECT_EQ(s.show(Ops::set_item(s.t, list, s.slice(none, none, s.integer(2)), s.ints({1}))),
              "ValueError: attempt to assign sequence of size 1 to extended slice of size 4");
    EXPECT_EQ(s.show(Ops::set_item(s.t, list, s.slice(none, none, none), s.integer(1))),
              "TypeError: can only assign an iterable");
    EXPECT_TRUE(Ops::del_item(s.t, list, s.slice(none, none, s.integer(-3))));
    EXPECT_EQ(s.show(list), "[7, -2, -3, 4]");
    EXPECT_TRUE(Ops::set_item(s.t, list, s.slice(s.integer(2), s.integer(2), none), list));
    EXPECT_EQ(s.show(list), "[7, -2, 7, -2, -3, 4, -3, 4]");
    EXPECT_TRUE(Ops::del_item(s.t, list, s.slice(none, none, none)));
    EXPECT_EQ(s.show(list), "[]");
    Value swapped = s.ints({1, 2, 3});
    EXPECT_TRUE(
        Ops::set_item(s.t, swapped, s.slice(s.integer(5), s.integer(1), none), s.ints({9})));
    EXPECT_EQ(s.show(swapped), "[1, 2, 3, 9]");
  });
}

TYPED_TEST(ObjectList, MethodsThatChange) {
  this->run([](auto& s) {
    Value list = s.list({});
    EXPECT_EQ(s.show(s.call(list, "append", {s.integer(1)})), "None");
    s.call(list, "extend", {s.tuple({s.integer(2), s.integer(3)})});
    s.call(list, "insert", {s.integer(-100), s.integer(0)});
    s.call(list, "insert", {s.integer(100), s.integer(4)});
    s.call(list, "insert", {s.integer(-1), s.str("x")});
    EXPECT_EQ(s.show(list), "[0, 1, 2, 3, 'x', 4]");
    EXPECT_EQ(s.show(s.call(list, "pop", {})), "4");
    EXPECT_EQ(s.show(s.call(list, "pop", {s.integer(0)})), "0");
    EXPECT_EQ(s.show(s.call(list, "pop", {s.integer(9)})), "IndexError: pop index out of range");
    EXPECT_EQ(s.show(s.call(list, "remove", {s.integer(2)})), "None");
    EXPECT_EQ(s.show(s.call(list, "remove", {s.integer(2)})),
              "ValueError: list.remove(x): x not in list");
    EXPECT_EQ(s.show(s.call(list, "index", {s.str("x")})), "2");
    EXPECT_EQ(s.show(s.call(list, "index", {s.str("y")})), "ValueError: 'y' is not in list");
    EXPECT_EQ(s.show(s.call(list, "index", {s.integer(1), s.integer(1)})),
              "ValueError: 1 is not in list");
    s.call(list, "reverse", {});
    EXPECT_EQ(s.show(s.call(list, "copy", {})), "['x', 3, 1]");
    s.call(list, "clear", {});
    EXPECT_EQ(s.show(list), "[]");
    EXPECT_EQ(s.show(s.call(list, "pop", {})), "IndexError: pop from empty list");
    EXPECT_EQ(s.show(s.call(list, "append", {})),
              "TypeError: list.append() takes exactly one argument (0 given)");
    EXPECT_EQ(s.show(s.call(list, "extend", {s.integer(1)})),
              "TypeError: 'int' object is not iterable");
    EXPECT_EQ(s.show(s.call(list, "count", {s.integer(1)})), "0");
  });
}

TYPED_TEST(ObjectList, ExtendByItself) {
  this->run([](auto& s) {
    Value list = s.ints({1, 2});
    s.call(list, "extend", {list});
    EXPECT_EQ(s.show(list), "[1, 2, 1, 2]");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Add, list, list)), "[1, 2, 1, 2, 1, 2, 1, 2]");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Mul, s.ints({1, 2}), s.integer(3))), "[1, 2, 1, 2, 1, 2]");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Mul, s.tuple({s.integer(1)}), s.integer(-1))), "()");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Add, list, s.tuple({}))),
              "TypeError: can only concatenate list (not \"tuple\") to list");
  });
}

TYPED_TEST(ObjectList, ReprShowsCycles) {
  this->run([](auto& s) {
    Value list = s.ints({1});
    s.call(list, "append", {list});
    EXPECT_EQ(s.show(list), "[1, [...]]");
    s.call(list, "clear", {});
  });
}

TYPED_TEST(ObjectList, Constructors) {
  this->run([](auto& s) {
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::List), {})), "[]");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::List), {s.str("ab")})), "['a', 'b']");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::List), {s.str("ab"), s.str("c")})),
              "TypeError: list expected at most 1 argument, got 2");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Tuple), {s.ints({1, 2})})), "(1, 2)");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Tuple), {s.integer(1), s.integer(2)})),
              "TypeError: tuple expected at most 1 argument, got 2");
    Value tuple = s.tuple({s.integer(1)});
    EXPECT_EQ(s.call(s.builtin(Kind::Tuple), {tuple}), tuple);
  });
}

TYPED_TEST(ObjectList, SortsByForm) {
  this->run([](auto& s) {
    auto sorted = [&](Value list, bool reverse = false) {
      EXPECT_EQ(s.show(Lists<TypeParam>::sort(s.t, list.as<List>(), Value::none(), reverse)),
                "done");
      return s.show(list);
    };
    EXPECT_EQ(sorted(s.ints({3, -1, 2, -5, 2})), "[-5, -1, 2, 2, 3]");
    EXPECT_EQ(sorted(s.ints({3, -1, 2}), true), "[3, 2, -1]");
    EXPECT_EQ(sorted(s.list({s.str("b"), s.str("a"), s.str("ab"), s.str("B")})),
              "['B', 'a', 'ab', 'b']");
    EXPECT_EQ(sorted(s.list({s.real(2.5), s.real(-1.5), s.real(0.25)})), "[-1.5, 0.25, 2.5]");
    EXPECT_EQ(sorted(s.list({s.real(2.5), s.integer(2), s.integer(3)})), "[2, 2.5, 3]");
    EXPECT_EQ(
        sorted(s.list({s.tuple({s.integer(2), s.str("a")}), s.tuple({s.integer(1), s.str("z")}),
                       s.tuple({s.integer(1), s.str("b")})})),
        "[(1, 'b'), (1, 'z'), (2, 'a')]");
    Value mixed = s.list({s.integer(1), s.str("a")});
    EXPECT_EQ(s.show(Lists<TypeParam>::sort(s.t, mixed.template as<List>(), Value::none(), false)),
              "TypeError: '<' not supported between instances of 'str' and 'int'");
    EXPECT_EQ(s.show(mixed), "[1, 'a']");
  });
}

// Pairs with equal keys keep their order, also in reverse, over many sizes and patterns.
TYPED_TEST(ObjectList, SortIsStable) {
  this->run([](auto& s) {
    uint32_t seed = 12345;
    auto random = [&] { return seed = seed * 1664525 + 1013904223; };
    for (int n : {2, 3, 31, 64, 65, 100, 1000}) {
      for (uint32_t keys : {2u, 7u, 1000000u}) {
        for (bool reverse : {false, true}) {
          std::vector<std::pair<double, int>> expected;
          Ref<TypeParam> list(Heap<TypeParam>::list(s.t));
          for (int k = 0; k < n; ++k) {
            double key = static_cast<double>(random() / 7 % keys) + (k % 5 == 0 ? 0.0 : 0.5);
            if (keys == 7u) key = k % 3 == 0 ? -k : k;  // runs up and down
            expected.emplace_back(key, k);
            // The key is a float now and then, so that the general sort runs.
            Value first = key == static_cast<int>(key)
                              ? Heap<TypeParam>::integer(s.t, static_cast<int64_t>(key))
                              : Heap<TypeParam>::real(s.t, key);
            Lists<TypeParam>::append_owned(
                s.t, list.template as<List>(),
                Value(Heap<TypeParam>::tuple(s.t, {first, Value::integer(k)})));
            TypeParam::decref(first);
          }
          std::stable_sort(expected.begin(), expected.end(), [&](auto& a, auto& b) {
            return reverse ? b.first < a.first : a.first < b.first;
          });
          Value first_of =
              s.keep(Classes<TypeParam>::get_attr(s.t, s.builtin(Kind::Tuple), "__getitem__"));
          static const NativeDef kKey{"key",
                                      [](VmThread& t, const NativeArgs& a) {
                                        return Protocol<TypeParam>::get_item(t, a.values[0],
                                                                             Value::integer(0));
                                      },
                                      1, 1, 0};
          (void)first_of;
          Value key = s.keep(Value(Heap<TypeParam>::native(s.t, &kKey, Value())));
          ASSERT_TRUE(Lists<TypeParam>::sort(s.t, list.template as<List>(), key, reverse));
          ASSERT_EQ(list.template as<List>()->size, static_cast<uint64_t>(n));
          for (int k = 0; k < n; ++k) {
            Ref<TypeParam> item(Lists<TypeParam>::get(s.t, list.template as<List>(), k));
            ASSERT_EQ(item.template as<Tuple>()->items[1].as_int(), expected[k].second)
                << n << " " << keys << " " << reverse;
          }
        }
      }
    }
  });
}

// A key function that changes the list: a ValueError, and nothing is lost or freed twice.
TYPED_TEST(ObjectList, SortNoticesChanges) {
  this->run([](auto& s) {
    static Value victim;
    victim = s.ints({3, 1, 2});
    static const NativeDef kKey{"key",
                                [](VmThread& t, const NativeArgs& a) {
                                  Lists<TypeParam>::append(t, victim.as<List>(), Value::integer(9));
                                  return a.values[0];
                                },
                                1, 1, 0};
    Value key = s.keep(Value(Heap<TypeParam>::native(s.t, &kKey, Value())));
    EXPECT_EQ(s.show(Lists<TypeParam>::sort(s.t, victim.as<List>(), key, false)),
              "ValueError: list modified during sort");
    EXPECT_EQ(s.show(victim), TypeParam::kParallel ? "[1, 2, 3, 9, 9, 9]" : "[1, 2, 3]");
    Value failing = s.list({s.integer(1), s.str("a"), s.integer(0), s.str("b")});
    EXPECT_EQ(s.show(s.call(failing, "sort", {s.integer(1)})),
              "TypeError: sort() takes no positional arguments");
    EXPECT_EQ(s.show(s.call_keywords(failing, "sort", {Value::true_()}, {s.str("reverse")})),
              "TypeError: '<' not supported between instances of 'int' and 'str'");
    EXPECT_EQ(failing.as<List>()->size, 4u);
  });
}

TYPED_TEST(ObjectList, TupleHashIsCPythons) {
  this->run([](auto& s) {
    auto hash = [&](Value v) {
      int64_t out = 0;
      EXPECT_TRUE(Protocol<TypeParam>::hash(s.t, v, out));
      return out;
    };
    EXPECT_EQ(hash(s.tuple({})), 5740354900026072187);
    EXPECT_EQ(hash(s.tuple({s.integer(1), s.integer(2), s.integer(3)})), 529344067295497451);
    EXPECT_EQ(hash(s.tuple({s.integer(-1), s.tuple({s.integer(0)})})),
              hash(s.tuple({s.integer(-1), s.tuple({s.integer(0)})})));
    int64_t out;
    EXPECT_FALSE(Protocol<TypeParam>::hash(s.t, s.tuple({s.list({})}), out));
    EXPECT_EQ(s.error(), "TypeError: unhashable type: 'list'");
  });
}

TYPED_TEST(ObjectList, Compares) {
  this->run([](auto& s) {
    auto compare = [&](CompareOp op, Value a, Value b) {
      return Protocol<TypeParam>::compare_bool(s.t, op, a, b);
    };
    EXPECT_EQ(compare(CompareOp::Lt, s.ints({1, 2}), s.ints({1, 2, 0})), 1);
    EXPECT_EQ(compare(CompareOp::Ge, s.ints({2}), s.ints({1, 9})), 1);
    EXPECT_EQ(compare(CompareOp::Eq, s.ints({1, 2}), s.ints({1, 2})), 1);
    EXPECT_EQ(compare(CompareOp::Eq, s.ints({1, 2}), s.tuple({s.integer(1), s.integer(2)})), 0);
    EXPECT_EQ(compare(CompareOp::Lt, s.ints({1}), s.tuple({})), -1);
    EXPECT_EQ(s.error(), "TypeError: '<' not supported between instances of 'list' and 'tuple'");
  });
}

}  // namespace
}  // namespace gilsim::testing
