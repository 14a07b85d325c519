// What: dicts: keys of all kinds, order, methods, views, changes while the language compares keys,
//   cached global look-ups.
#include <set>

#include "tests/unit/object_support.h"
#include "vm/object/inline_ops.h"

namespace gilsim::testing {
namespace {

template <class V>
class ObjectDict : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectDict, AllPolicies);

TYPED_TEST(ObjectDict, KeepsTheOrderOfInsertion) {
  this->run([](auto& s) {
    Dict* d = s.dict().template as<Dict>();
    for (int64_t k : {5, 1, 9, 3})
      EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.integer(k), s.integer(k * 10)));
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.integer(1), s.str("again")));
    EXPECT_EQ(Dicts<TypeParam>::del(s.t, d, s.integer(9)), 1);
    EXPECT_EQ(Dicts<TypeParam>::del(s.t, d, s.integer(9)), 0);
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.integer(9), Value::none()));
    EXPECT_EQ(s.show(Value(d)), "{5: 50, 1: 'again', 3: 30, 9: None}");
  });
}

TYPED_TEST(ObjectDict, EqualNumbersAreOneKey) {
  this->run([](auto& s) {
    Dict* d = s.dict().template as<Dict>();
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.integer(1), s.str("int")));
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.real(1.0), s.str("float")));
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, Value::true_(), s.str("bool")));
    EXPECT_EQ(s.show(Value(d)), "{1: 'bool'}");
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.real(2.5), s.integer(0)));
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.tuple({s.integer(1), s.str("a")}), s.integer(0)));
    EXPECT_TRUE(Dicts<TypeParam>::set(s.t, d, s.tuple({s.real(1.0), s.str("a")}), s.integer(7)));
    EXPECT_EQ(s.show(Value(d)), "{1: 'bool', 2.5: 0, (1, 'a'): 7}");
    EXPECT_FALSE(Dicts<TypeParam>::set(s.t, d, s.list({}), Value::none()));
    EXPECT_EQ(s.error(), "TypeError: unhashable type: 'list'");
  });
}

TYPED_TEST(ObjectDict, ItemsAndTheirErrors) {
  this->run([](auto& s) {
    Value d = s.dict();
    EXPECT_EQ(s.show(Protocol<TypeParam>::set_item(s.t, d, s.str("k"), s.integer(1))), "done");
    EXPECT_EQ(s.show(s.item(d, s.str("k"))), "1");
    EXPECT_EQ(s.show(s.item(d, s.str("z"))), "KeyError: 'z'");
    EXPECT_EQ(s.show(Protocol<TypeParam>::del_item(s.t, d, s.integer(3))), "KeyError: 3");
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, d, s.str("k")), 1);
    EXPECT_EQ(Protocol<TypeParam>::length(s.t, d), 1);
  });
}

TYPED_TEST(ObjectDict, Methods) {
  this->run([](auto& s) {
    Value d = s.call(
        s.builtin(Kind::Dict),
        {s.list({s.tuple({s.str("a"), s.integer(1)}), s.tuple({s.str("b"), s.integer(2)})})});
    EXPECT_EQ(s.show(s.call(d, "get", {s.str("a")})), "1");
    EXPECT_EQ(s.show(s.call(d, "get", {s.str("x")})), "None");
    EXPECT_EQ(s.show(s.call(d, "get", {s.str("x"), s.integer(9)})), "9");
    EXPECT_EQ(s.show(s.call(d, "setdefault", {s.str("c"), s.integer(3)})), "3");
    EXPECT_EQ(s.show(s.call(d, "setdefault", {s.str("a"), s.integer(3)})), "1");
    EXPECT_EQ(s.show(s.call(d, "pop", {s.str("b")})), "2");
    EXPECT_EQ(s.show(s.call(d, "pop", {s.str("b")})), "KeyError: 'b'");
    EXPECT_EQ(s.show(s.call(d, "pop", {s.str("b"), Value::none()})), "None");
    EXPECT_EQ(s.show(s.call_keywords(d, "update", {s.integer(5), s.integer(6)},
                                     {s.str("a"), s.str("e")})),
              "None");
    EXPECT_EQ(s.show(d), "{'a': 5, 'c': 3, 'e': 6}");
    EXPECT_EQ(s.show(s.call(d, "popitem", {})), "('e', 6)");
    EXPECT_EQ(s.show(s.call(d, "copy", {})), "{'a': 5, 'c': 3}");
    EXPECT_EQ(s.show(s.call(d, "update", {s.ints({1})})),
              "TypeError: cannot convert dictionary update sequence element #0 to a sequence");
    EXPECT_EQ(s.show(s.call(d, "update", {s.list({s.tuple({s.integer(1)})})})),
              "ValueError: dictionary update sequence element #0 has length 1; 2 is required");
    EXPECT_EQ(s.show(s.call(d, "update", {d, d})),
              "TypeError: update expected at most 1 argument, got 2");
    s.call(d, "clear", {});
    EXPECT_EQ(s.show(s.call(d, "popitem", {})), "KeyError: 'popitem(): dictionary is empty'");
    EXPECT_EQ(s.show(s.call(s.builtin(Kind::Dict), "fromkeys", {s.str("ab"), s.integer(0)})),
              "{'a': 0, 'b': 0}");
  });
}

TYPED_TEST(ObjectDict, ViewsFollowTheDict) {
  this->run([](auto& s) {
    Value d = s.dict();
    Value keys = s.call(d, "keys", {}), values = s.call(d, "values", {}),
          items = s.call(d, "items", {});
    for (int64_t k : {1, 2, 3})
      Dicts<TypeParam>::set(s.t, d.as<Dict>(), s.integer(k), s.integer(k * k));
    EXPECT_EQ(s.show(keys), "dict_keys([1, 2, 3])");
    EXPECT_EQ(s.show(values), "dict_values([1, 4, 9])");
    EXPECT_EQ(s.show(items), "dict_items([(1, 1), (2, 4), (3, 9)])");
    EXPECT_EQ(s.show(s.binary(BinaryOp::BitAnd, keys, s.set({2, 3, 4}))), "{2, 3}");
    EXPECT_EQ(s.show(s.binary(BinaryOp::Sub, keys, s.set({2}))), "{1, 3}");
    EXPECT_EQ(s.show(s.call(keys, "isdisjoint", {s.set({7})})), "True");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::ReverseIterator), {d})), "[3, 2, 1]");
    EXPECT_EQ(s.all(s.call(s.builtin(Kind::ReverseIterator), {items})), "[(3, 9), (2, 4), (1, 1)]");
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, items, s.tuple({s.integer(2), s.integer(4)})), 1);
    EXPECT_EQ(Protocol<TypeParam>::contains(s.t, values, s.integer(5)), 0);
  });
}

TYPED_TEST(ObjectDict, IterationNoticesChanges) {
  this->run([](auto& s) {
    Value d = s.dict();
    for (int64_t k : {1, 2, 3})
      Dicts<TypeParam>::set(s.t, d.as<Dict>(), s.integer(k), s.integer(k));
    Value iterator = s.keep(Protocol<TypeParam>::iterate(s.t, d));
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))), "1");
    Dicts<TypeParam>::set(s.t, d.as<Dict>(), s.integer(4), s.integer(4));
    EXPECT_EQ(s.show(s.keep(Protocol<TypeParam>::next(s.t, iterator))),
              "RuntimeError: dictionary changed size during iteration");
    iterator = s.keep(Protocol<TypeParam>::iterate(s.t, d));
    std::string failure;
    for (int k = 0; k < 100 && failure.empty(); ++k) {  // each step moves its key to the end
      Value key = s.keep(Protocol<TypeParam>::next(s.t, iterator));
      if (!key)
        failure = s.error();
      else if (Dicts<TypeParam>::del(s.t, d.as<Dict>(), key) == 1)
        Dicts<TypeParam>::set(s.t, d.as<Dict>(), key, key);
    }
    EXPECT_EQ(failure, "RuntimeError: dictionary keys changed during iteration");
  });
}

TYPED_TEST(ObjectDict, UnionAndEquality) {
  this->run([](auto& s) {
    Value a = s.dict(), b = s.dict();
    Dicts<TypeParam>::set(s.t, a.as<Dict>(), s.integer(1), s.str("a"));
    Dicts<TypeParam>::set(s.t, b.as<Dict>(), s.integer(2), s.str("b"));
    Value both = s.binary(BinaryOp::BitOr, a, b), turned = s.binary(BinaryOp::BitOr, b, a);
    EXPECT_EQ(s.show(both), "{1: 'a', 2: 'b'}");
    EXPECT_EQ(Protocol<TypeParam>::equal(s.t, both, turned), 1);
    EXPECT_EQ(Protocol<TypeParam>::equal(s.t, both, a), 0);
    EXPECT_EQ(s.show(s.binary(BinaryOp::BitOr, a, s.ints({}))),
              "TypeError: unsupported operand type(s) for |: 'dict' and 'list'");
    Dicts<TypeParam>::set(s.t, a.as<Dict>(), s.integer(0), a);
    EXPECT_EQ(s.show(a), "{1: 'a', 0: {...}}");
    s.call(a, "clear", {});
  });
}

// Random operations against a model, with keys that collide.
TYPED_TEST(ObjectDict, AgreesWithAModel) {
  this->run([](auto& s) {
    Dict* d = s.dict().template as<Dict>();
    std::vector<std::pair<int64_t, int64_t>> model;
    uint32_t seed = 7;
    auto random = [&] { return (seed = seed * 1664525 + 1013904223) >> 8; };
    auto find = [&](int64_t key) {
      return std::find_if(model.begin(), model.end(), [&](auto& e) { return e.first == key; });
    };
    for (int step = 0; step < 20000; ++step) {
      int64_t key = static_cast<int64_t>(random() % 300) * ((random() & 1) ? 1 : int64_t{1} << 40);
      auto at = find(key);
      switch (random() % 8) {
        case 0:
        case 1:
        case 2:
        case 3:
          ASSERT_TRUE(Dicts<TypeParam>::set(s.t, d, Value::integer(key), Value::integer(step)));
          if (at == model.end())
            model.emplace_back(key, step);
          else
            at->second = step;
          break;
        case 4:
        case 5:
          ASSERT_EQ(Dicts<TypeParam>::del(s.t, d, Value::integer(key)), at != model.end());
          if (at != model.end()) model.erase(at);
          break;
        case 6:
          if (!model.empty()) {
            Ref<TypeParam> pair(Protocol<TypeParam>::call_method(s.t, Value(d), "popitem", {}));
            ASSERT_EQ(pair.template as<Tuple>()->items[0].as_int(), model.back().first);
            model.pop_back();
          }
          break;
        default: {
          bool error = false;
          Value found = Dicts<TypeParam>::get(s.t, d, Value::integer(key), error);
          ASSERT_EQ(found, at == model.end() ? Value() : Value::integer(at->second));
        }
      }
      ASSERT_EQ(d->used, model.size());
    }
    uint32_t position = 0;
    Value key, value;
    for (auto& entry : model) {
      ASSERT_TRUE(Dicts<TypeParam>::next_entry(s.t, d, position, key, value));
      EXPECT_EQ(key.as_int(), entry.first);
      EXPECT_EQ(value.as_int(), entry.second);
    }
    EXPECT_FALSE(Dicts<TypeParam>::next_entry(s.t, d, position, key, value));
  });
}

// A class whose __eq__ and __hash__ are native functions, so that the dict has to ask. `on_eq` runs
// inside each comparison.
std::function<void()> on_eq;

template <class V>
Value make_asking_class(Script<V>& s) {
  static const NativeDef kHash{"__hash__",
                               [](VmThread&, const NativeArgs&) { return Value::integer(1); }, 0, 0,
                               kNativeMethod};
  static const NativeDef kEq{"__eq__",
                             [](VmThread&, const NativeArgs& a) {
                               if (on_eq) on_eq();
                               return Value::boolean(a.values[0] == a.values[1]);
                             },
                             1, 1, kNativeMethod};
  Value names = s.dict();
  Dicts<V>::set_str(s.t, names.as<Dict>(), "__hash__",
                    s.keep(Value(Heap<V>::native(s.t, &kHash, Value()))));
  Dicts<V>::set_str(s.t, names.as<Dict>(), "__eq__",
                    s.keep(Value(Heap<V>::native(s.t, &kEq, Value()))));
  return s.call(s.builtin(Kind::Class), {s.str("Asking"), s.tuple({}), names});
}

TYPED_TEST(ObjectDict, AsksTheLanguageAboutKeys) {
  this->run([](auto& s) {
    Value cls = make_asking_class(s);
    ASSERT_TRUE(static_cast<bool>(cls)) << s.error();
    Dict* d = s.dict().template as<Dict>();
    std::vector<Value> keys;
    for (int k = 0; k < 10; ++k) {
      keys.push_back(s.call(cls, {}));
      ASSERT_TRUE(Dicts<TypeParam>::set(s.t, d, keys.back(), Value::integer(k)));
    }
    EXPECT_EQ(d->used, 10u);
    for (int k = 0; k < 10; ++k) {
      bool error = false;
      EXPECT_EQ(Dicts<TypeParam>::get(s.t, d, keys[k], error), Value::integer(k));
    }
    EXPECT_EQ(Dicts<TypeParam>::del(s.t, d, keys[4]), 1);
    bool error = false;
    EXPECT_TRUE(Dicts<TypeParam>::get(s.t, d, keys[4], error).is_null());
    EXPECT_FALSE(error);
  });
}

TYPED_TEST(ObjectDict, SurvivesChangesWhileItAsks) {
  this->run([](auto& s) {
    Value cls = make_asking_class(s);
    for (int step = 0; step < 6; ++step) {
      Dict* d = s.dict().template as<Dict>();
      Value a = s.call(cls, {}), b = s.call(cls, {}), wanted = s.call(cls, {});
      Dicts<TypeParam>::set(s.t, d, a, Value::integer(1));
      Dicts<TypeParam>::set(s.t, d, b, Value::integer(2));
      if (step >= 3) Dicts<TypeParam>::set(s.t, d, wanted, Value::integer(3));
      int calls = 0;
      on_eq = [&] {
        if (calls++ != 0) return;
        if (step % 3 == 0) Dicts<TypeParam>::clear(s.t, d);
        if (step % 3 == 1) Dicts<TypeParam>::del(s.t, d, a);
        for (int64_t k = 0; k < 50 && step % 3 == 2; ++k)
          Dicts<TypeParam>::set(s.t, d, Value::integer(k + 100), Value());
      };
      bool error = false;
      Value found = s.keep(Dicts<TypeParam>::get(s.t, d, wanted, error));
      on_eq = nullptr;
      EXPECT_FALSE(error);
      EXPECT_EQ(found, step > 3 ? Value::integer(3) : Value()) << step;
    }
  });
}

TYPED_TEST(ObjectDict, InlineOperationsAgree) {
  this->run([](auto& s) {
    Dict* d = s.dict().template as<Dict>();
    EXPECT_TRUE(dict_set_inline<TypeParam>(s.t, d, s.str("key"), s.integer(1)));
    EXPECT_TRUE(dict_set_inline<TypeParam>(s.t, d, s.integer(-1), s.integer(2)));
    EXPECT_FALSE(dict_set_inline<TypeParam>(s.t, d, s.real(1.5), s.integer(2)));
    EXPECT_EQ(dict_get_inline<TypeParam>(s.t, d, s.str("key")), Value::integer(1));
    EXPECT_EQ(dict_get_inline<TypeParam>(s.t, d, s.integer(-1)), Value::integer(2));
    EXPECT_EQ(dict_contains_inline<TypeParam>(s.t, d, s.integer(-2)), 0);  // the same hash
    Dicts<TypeParam>::set(s.t, d, s.real(7.0), s.str("seven"));
    EXPECT_EQ(dict_contains_inline<TypeParam>(s.t, d, s.integer(7)), -1);
    bool error = false;
    EXPECT_EQ(s.show(s.keep(Dicts<TypeParam>::get(s.t, d, s.integer(7), error))), "'seven'");
  });
}

TYPED_TEST(ObjectDict, GlobalsAreCached) {
  this->run([](auto& s) {
    Dict* globals = s.dict().template as<Dict>();
    Ref<TypeParam> name(Heap<TypeParam>::intern(s.t, std::string_view("len")));
    Str* len = name.template as<Str>();
    uint64_t word = 0;
    EXPECT_TRUE(Dicts<TypeParam>::load_global(s.t, globals, len, &word).is_null());
    EXPECT_EQ(s.error(), "NameError: name 'len' is not defined");
    EXPECT_EQ(word, 0u);
    Dicts<TypeParam>::set_str(s.t, s.t.isolate->builtins, len, Value::integer(1));
    EXPECT_EQ(Dicts<TypeParam>::load_global(s.t, globals, len, &word), Value::integer(1));
    EXPECT_EQ(load_global_cached<TypeParam>(s.t, globals, word), Value::integer(1));
    Dicts<TypeParam>::set_str(s.t, s.t.isolate->builtins, len,
                              Value::integer(2));  // a new value, the same keys
    EXPECT_EQ(load_global_cached<TypeParam>(s.t, globals, word), Value::integer(2));
    Dicts<TypeParam>::set_str(s.t, globals, len, Value::integer(3));  // hides the builtin
    EXPECT_TRUE(load_global_cached<TypeParam>(s.t, globals, word).is_null());
    EXPECT_EQ(Dicts<TypeParam>::load_global(s.t, globals, len, &word), Value::integer(3));
    EXPECT_EQ(load_global_cached<TypeParam>(s.t, globals, word), Value::integer(3));
    Dicts<TypeParam>::del(s.t, globals, Value(len));
    EXPECT_TRUE(load_global_cached<TypeParam>(s.t, globals, word).is_null());
  });
}

}  // namespace
}  // namespace gilsim::testing
