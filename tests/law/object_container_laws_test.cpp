// What: what every policy with parallel threads promises of a shared container: an operation that
//   has returned is never lost, none is seen half done, and reference counts come out even.
// Idea: threads work on one container with operations whose sum is known; afterwards the container
//   is looked at by one.
// Not here: single-threaded meaning (tests/unit), lock-freedom.
#include <atomic>
#include <set>

#include "tests/unit/object_support.h"
#include "vm/object/inline_ops.h"

namespace gilsim::testing {
namespace {

constexpr int kThreads = 4;
constexpr int kRounds = 3000;

template <class V>
class ContainerLaws : public ObjectTest<V> {
 public:
  using Vm = TestVm<V>;
  static uint32_t next(uint32_t& seed) { return (seed = seed * 1664525 + 1013904223) >> 8; }
};
TYPED_TEST_SUITE(ContainerLaws, ParallelPolicies);

TYPED_TEST(ContainerLaws, AppendsAreNeverLost) {
  this->run([](auto& s) {
    using V = TypeParam;
    List* list = s.list({}).template as<List>();
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int k = 0; k < kRounds; ++k) {
        Value v = Value::integer(int64_t{number} * kRounds + k);
        if (k % 2)
          Lists<V>::append(t, list, v);
        else if (!list_append_inline<V>(list, v))
          Lists<V>::append_owned(t, list, v);
      }
    });
    std::set<int64_t> seen;
    std::vector<int64_t> last(kThreads, -1);
    for (uint64_t k = 0; k < TestVm<V>::size_of(list); ++k) {
      int64_t n = TestVm<V>::item(list, k).as_int();
      seen.insert(n);
      EXPECT_LT(last[n / kRounds], n);  // each thread's own appends stand in order
      last[n / kRounds] = n;
    }
    EXPECT_EQ(seen.size(), size_t{kThreads} * kRounds);
    EXPECT_EQ(TestVm<V>::size_of(list), uint64_t{kThreads} * kRounds);
  });
}

// Every item is popped exactly once.
TYPED_TEST(ContainerLaws, PopsTakeEachItemOnce) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value list = s.list({});
    for (int64_t k = 0; k < kRounds; ++k) Lists<V>::append(s.t, list.as<List>(), Value::integer(k));
    std::vector<std::atomic<int>> taken(kRounds);
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (;;) {
        Value v = number % 2 ? Protocol<V>::call_method(t, list, "pop", {})
                             : Protocol<V>::call_method(t, list, "pop", {Value::integer(0)});
        if (!v) break;
        ++taken[static_cast<size_t>(v.as_int())];
      }
      EXPECT_TRUE(Errors<V>::pending_is(t, Exc::IndexError));
      Errors<V>::clear(t);
    });
    for (auto& n : taken) EXPECT_EQ(n.load(), 1);
  });
}

// Objects come and go through slots of a list and the values of a dict, read by others all the
// time.
TYPED_TEST(ContainerLaws, SlotsKeepTheirObjectsAlive) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value list = s.list({}), dict = s.dict();
    for (int64_t k = 0; k < 8; ++k) {
      Lists<V>::append(s.t, list.as<List>(), s.tuple({Value::integer(k)}));
      Dicts<V>::set(s.t, dict.as<Dict>(), Value::integer(k), s.tuple({Value::integer(k)}));
    }
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      uint32_t seed = static_cast<uint32_t>(number) + 1;
      for (int k = 0; k < kRounds; ++k) {
        int64_t at = ContainerLaws<V>::next(seed) % 8;
        Value key = Value::integer(at);
        if (number % 2) {
          Ref<V> fresh(Heap<V>::tuple(t, {key}));
          EXPECT_TRUE(Lists<V>::set(t, list.as<List>(), at, fresh.get()));
          EXPECT_TRUE(Dicts<V>::set(t, dict.as<Dict>(), key, fresh.get()));
        } else {
          Ref<V> a(Lists<V>::get(t, list.as<List>(), at));
          EXPECT_EQ(a.template as<Tuple>()->items[0], key);
          bool error = false;
          Ref<V> b(Dicts<V>::get(t, dict.as<Dict>(), key, error));
          EXPECT_EQ(b.template as<Tuple>()->items[0], key);
          Ref<V> c(dict_get_inline<V>(t, dict.as<Dict>(), key));
          EXPECT_EQ(c.template as<Tuple>()->items[0], key);
        }
      }
    });
  });
}

// Each thread has its own keys; the table grows and shrinks under all of them.
TYPED_TEST(ContainerLaws, DictEntriesAreNeverLost) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value dict = s.dict();
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int64_t k = 0; k < kRounds; ++k) {
        Ref<V> key(Heap<V>::str(t, "k" + std::to_string(k * kThreads + number)));
        EXPECT_TRUE(Dicts<V>::set(t, dict.as<Dict>(), key.get(), Value::integer(k)));
        EXPECT_TRUE(Dicts<V>::set(t, dict.as<Dict>(), Value::integer(k * kThreads + number),
                                  Value::integer(k)));
        bool error = false;
        EXPECT_EQ(Dicts<V>::get(t, dict.as<Dict>(), key.get(), error), Value::integer(k));
        if (k % 3 == 0) {
          EXPECT_EQ(Dicts<V>::del(t, dict.as<Dict>(), key.get()), 1);
        }
      }
    });
    EXPECT_EQ(Protocol<V>::length(s.t, dict), int64_t{kThreads} * (2 * kRounds - kRounds / 3));
    for (int64_t k = 0; k < int64_t{kThreads} * kRounds; ++k) {
      bool error = false;
      EXPECT_EQ(Dicts<V>::get(s.t, dict.as<Dict>(), Value::integer(k), error),
                Value::integer(k / kThreads));
    }
  });
}

// setdefault: one of the threads wins, and all see its value.
TYPED_TEST(ContainerLaws, SetdefaultAgreesOnOneValue) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value dict = s.dict();
    std::vector<std::vector<int64_t>> seen(kThreads);
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int64_t k = 0; k < kRounds; ++k) {
        Ref<V> v(Protocol<V>::call_method(t, dict, "setdefault",
                                          {Value::integer(k), Value::integer(number)}));
        seen[number].push_back(v.get().as_int());
      }
    });
    for (int k = 1; k < kThreads; ++k) EXPECT_EQ(seen[k], seen[0]);
  });
}

TYPED_TEST(ContainerLaws, SetsKeepEachElementOnce) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value set = s.set({});
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int64_t k = 0; k < kRounds; ++k) {
        EXPECT_TRUE(Sets<V>::add(t, set.as<Set>(), Value::integer(k)));  // all threads the same
        int64_t own = -10 - (k * kThreads + number);
        EXPECT_TRUE(Sets<V>::add(t, set.as<Set>(), Value::integer(own)));
        EXPECT_EQ(Sets<V>::contains(t, set.as<Set>(), Value::integer(own)), 1);
        if (k % 2) {
          EXPECT_EQ(Sets<V>::discard(t, set.as<Set>(), Value::integer(own)), 1);
        }
      }
    });
    EXPECT_EQ(Protocol<V>::length(s.t, set), kRounds + kThreads * kRounds / 2);
  });
}

// Bulk operations beside single ones: the number of items adds up, and nothing breaks.
TYPED_TEST(ContainerLaws, BulkOperationsAreWhole) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value list = s.list({}), three = s.ints({1, 2, 3});
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int k = 0; k < kRounds / 10; ++k) {
        switch (number) {
          case 0:
            Lists<V>::extend(t, list.as<List>(), three);
            break;
          case 1: {
            Ref<V> copy(Protocol<V>::call_method(t, list, "copy", {}));
            EXPECT_EQ(copy.template as<List>()->size % 3,
                      0u);  // extend is seen whole or not at all
            break;
          }
          case 2:
            V::decref(Protocol<V>::call_method(t, list, "reverse", {}));
            break;
          default:
            if (k % 16 == 0) {
              EXPECT_TRUE(Lists<V>::sort(t, list.as<List>(), Value::none(), k % 32 == 0));
              break;
            }
            V::decref(Lists<V>::concat(t, list.as<List>(), three.as<List>()));
        }
      }
    });
    EXPECT_EQ(TestVm<V>::size_of(list.as<List>()), uint64_t{kRounds} / 10 * 3);
    int64_t sum = 0;
    for (uint64_t k = 0; k < TestVm<V>::size_of(list.as<List>()); ++k)
      sum += TestVm<V>::item(list.as<List>(), k).as_int();
    EXPECT_EQ(sum, int64_t{kRounds} / 10 * 6);
  });
}

// a + b and b + a, a |= b and b |= a at once: no deadlock between the two locks.
TYPED_TEST(ContainerLaws, TwoObjectsAreLockedInOneOrder) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value a = s.ints({1, 2}), b = s.ints({3}), x = s.set({1}), y = s.set({2});
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int number) {
      for (int k = 0; k < kRounds; ++k) {
        bool turned = number % 2;
        V::decref(Lists<V>::concat(t, (turned ? b : a).as<List>(), (turned ? a : b).as<List>()));
        EXPECT_TRUE(Sets<V>::update(t, (turned ? x : y).as<Set>(), turned ? y : x));
      }
    });
    EXPECT_EQ(Protocol<V>::length(s.t, x), 2);
    EXPECT_EQ(Protocol<V>::length(s.t, y), 2);
  });
}

// Containers are made, linked and freed by all threads; afterwards the collector's lists are whole.
TYPED_TEST(ContainerLaws, CollectorListsStayWhole) {
  this->run([](auto& s) {
    using V = TypeParam;
    Collector<V>::collect(s.t);
    Value shared = s.list({});
    TestVm<V>::in_parallel(s.t, kThreads, [&](VmThread& t, int) {
      for (int k = 0; k < kRounds; ++k) {
        Ref<V> inner(Heap<V>::list(t));
        Lists<V>::append(t, inner.template as<List>(), k % 100 == 0 ? inner.get() : Value::none());
        Lists<V>::append(t, shared.as<List>(), inner.get());
        V::decref(Protocol<V>::call_method(t, shared, "pop", {Value::integer(0)}));
        if (t.pending) Errors<V>::clear(t);
      }
    });
    s.call(shared, "clear", {});
    EXPECT_EQ(Collector<V>::collect(s.t), kThreads * kRounds / 100);
    EXPECT_EQ(Collector<V>::collect(s.t), 0);
  });
}

}  // namespace
}  // namespace gilsim::testing
