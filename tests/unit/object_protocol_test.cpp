// What: operators, comparison, calls, iteration and text of built-in and other values.
#include "tests/unit/object_fixture.h"

namespace gilsim {

template <class V>
class ObjectProtocol : public ObjectTest<V> {
 protected:
  using Base = ObjectTest<V>;
  static Ref<V> list(VmThread& t, std::initializer_list<Value> items) {
    Ref<V> made(Heap<V>::list(t));
    for (Value v : items) Lists<V>::append(t, made.template as<List>(), v);
    return made;
  }
  static Ref<V> tuple(VmThread& t, std::initializer_list<Value> items) {
    return Ref<V>(Heap<V>::tuple(t, items));
  }
  static std::string binary(VmThread& t, BinaryOp op, Value a, Value b, bool inplace = false) {
    Ref<V> result(Protocol<V>::binary(t, op, a, b, inplace));
    return result ? Base::repr(t, result.get()) : Base::error_text(t);
  }
  static std::string compare(VmThread& t, CompareOp op, Value a, Value b) {
    Ref<V> result(Protocol<V>::compare(t, op, a, b));
    return result ? Base::repr(t, result.get()) : Base::error_text(t);
  }
};
TYPED_TEST_SUITE(ObjectProtocol, ObjectPolicies);

TYPED_TEST(ObjectProtocol, OperatorErrors) {
  this->with_isolate([&](VmThread& t) {
    auto s = this->str(t, "a");
    auto l = this->list(t, {});
    Value one = Value::integer(1);
    EXPECT_EQ(this->binary(t, BinaryOp::Add, one, s.get()),
              "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
    EXPECT_EQ(this->binary(t, BinaryOp::Add, one, s.get(), true),
              "TypeError: unsupported operand type(s) for +=: 'int' and 'str'");
    EXPECT_EQ(this->binary(t, BinaryOp::Pow, one, s.get()),
              "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'");
    EXPECT_EQ(this->binary(t, BinaryOp::Add, l.get(), one),
              "TypeError: can only concatenate list (not \"int\") to list");
    EXPECT_EQ(this->binary(t, BinaryOp::Add, s.get(), one),
              "TypeError: can only concatenate str (not \"int\") to str");
    EXPECT_EQ(this->binary(t, BinaryOp::Mul, l.get(), s.get()),
              "TypeError: can't multiply sequence by non-int of type 'str'");
    EXPECT_EQ(this->compare(t, CompareOp::Lt, one, s.get()),
              "TypeError: '<' not supported between instances of 'int' and 'str'");
    EXPECT_EQ(this->compare(t, CompareOp::Eq, one, s.get()), "False");
  });
}

TYPED_TEST(ObjectProtocol, SequencesCompareItemByItem) {
  this->with_isolate([&](VmThread& t) {
    auto a = this->list(t, {Value::integer(1), Value::integer(2)});
    auto b = this->list(t, {Value::integer(1), Value::integer(3)});
    auto c = this->list(t, {Value::integer(1)});
    EXPECT_EQ(this->compare(t, CompareOp::Lt, a.get(), b.get()), "True");
    EXPECT_EQ(this->compare(t, CompareOp::Ge, a.get(), b.get()), "False");
    EXPECT_EQ(this->compare(t, CompareOp::Gt, a.get(), c.get()), "True");
    EXPECT_EQ(this->compare(t, CompareOp::Ne, a.get(), c.get()), "True");
    auto x = this->tuple(t, {Value::integer(1), Value::integer(2)});
    EXPECT_EQ(this->compare(t, CompareOp::Eq, a.get(), x.get()), "False");
  });
}

TYPED_TEST(ObjectProtocol, SetsAndViewsHaveAlgebra) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> a(Heap<V>::set(t)), b(Heap<V>::set(t));
    for (int k : {1, 2, 3}) Sets<V>::add(t, a.template as<Set>(), Value::integer(k));
    for (int k : {2, 3, 4}) Sets<V>::add(t, b.template as<Set>(), Value::integer(k));
    EXPECT_EQ(this->binary(t, BinaryOp::BitAnd, a.get(), b.get()), "{2, 3}");
    EXPECT_EQ(this->binary(t, BinaryOp::BitOr, a.get(), b.get()), "{1, 2, 3, 4}");
    EXPECT_EQ(this->binary(t, BinaryOp::Sub, a.get(), b.get()), "{1}");
    EXPECT_EQ(this->binary(t, BinaryOp::BitXor, a.get(), b.get()), "{1, 4}");
    EXPECT_EQ(this->compare(t, CompareOp::Le, a.get(), b.get()), "False");
    Ref<V> dict(Heap<V>::dict(t));
    Dicts<V>::set(t, dict.template as<Dict>(), Value::integer(2), Value::none());
    Ref<V> keys(Protocol<V>::call_method(t, dict.get(), "keys", {}));
    EXPECT_EQ(this->binary(t, BinaryOp::BitAnd, keys.get(), a.get()), "{2}");
    EXPECT_EQ(this->compare(t, CompareOp::Lt, keys.get(), a.get()), "True");
    EXPECT_EQ(this->binary(t, BinaryOp::BitOr, a.get(), Value::integer(1)),
              "TypeError: unsupported operand type(s) for |: 'set' and 'int'");
  });
}

TYPED_TEST(ObjectProtocol, ReprOfNestedAndCyclicContainers) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto l = this->list(t, {Value::integer(1)});
    Lists<V>::append(t, l.template as<List>(), l.get());
    EXPECT_EQ(this->repr(t, l.get()), "[1, [...]]");
    Lists<V>::set(t, l.template as<List>(), 1, Value::none());
    auto one = this->tuple(t, {Value::true_()});
    EXPECT_EQ(this->repr(t, one.get()), "(True,)");
    Ref<V> dict(Heap<V>::dict(t));
    Dicts<V>::set_str(t, dict.template as<Dict>(), "k", one.get());
    EXPECT_EQ(this->repr(t, dict.get()), "{'k': (True,)}");
    Ref<V> empty(Heap<V>::set(t));
    EXPECT_EQ(this->repr(t, empty.get()), "set()");
    Ref<V> range(Heap<V>::range(t, 0, 10, 2));
    EXPECT_EQ(this->repr(t, range.get()), "range(0, 10, 2)");
    Ref<V> items(Protocol<V>::call_method(t, dict.get(), "items", {}));
    EXPECT_EQ(this->repr(t, items.get()), "dict_items([('k', (True,))])");
  });
}

TYPED_TEST(ObjectProtocol, DeepNestingIsARecursionError) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> inner = this->list(t, {});
    for (int k = 0; k < 5000; ++k) inner = this->list(t, {inner.get()});
    EXPECT_FALSE(Ref<V>(Protocol<V>::repr(t, inner.get())));
    EXPECT_EQ(
        this->error_text(t),
        "RecursionError: maximum recursion depth exceeded while getting the repr of an object");
  });
}

TYPED_TEST(ObjectProtocol, IterationOfEveryContainer) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto listed = [&](Value v) {
      Ref<V> list(Protocol<V>::to_list(t, v));
      return list ? this->repr(t, list.get()) : this->error_text(t);
    };
    Ref<V> range(Heap<V>::range(t, 5, 0, -2));
    EXPECT_EQ(listed(range.get()), "[5, 3, 1]");
    auto text = this->str(t, "h\xc3\xa9y");
    EXPECT_EQ(Protocol<V>::length(t, text.get()), 3);
    Ref<V> letters(Protocol<V>::to_list(t, text.get()));
    EXPECT_EQ(letters.template as<List>()->size, 3u);
    Ref<V> dict(Heap<V>::dict(t));
    Dicts<V>::set(t, dict.template as<Dict>(), Value::integer(1), Value::integer(10));
    Dicts<V>::set(t, dict.template as<Dict>(), Value::integer(2), Value::integer(20));
    EXPECT_EQ(listed(dict.get()), "[1, 2]");
    Ref<V> items(Protocol<V>::call_method(t, dict.get(), "items", {}));
    EXPECT_EQ(listed(items.get()), "[(1, 10), (2, 20)]");
    EXPECT_EQ(listed(Value::integer(1)), "TypeError: 'int' object is not iterable");
    Ref<V> iterator(Protocol<V>::iterate(t, dict.get()));
    Ref<V> first(Protocol<V>::next(t, iterator.get()));
    Dicts<V>::set(t, dict.template as<Dict>(), Value::integer(3), Value::none());
    EXPECT_FALSE(Ref<V>(Protocol<V>::next(t, iterator.get())));
    EXPECT_EQ(this->error_text(t), "RuntimeError: dictionary changed size during iteration");
  });
}

TYPED_TEST(ObjectProtocol, HashesOfEqualValuesAgree) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto a = this->tuple(t, {Value::integer(1), Value::none()}),
         b = this->tuple(t, {Value::true_(), Value::none()});
    int64_t x = 0, y = 1;
    EXPECT_TRUE(Protocol<V>::hash(t, a.get(), x));
    EXPECT_TRUE(Protocol<V>::hash(t, b.get(), y));
    EXPECT_EQ(x, y);
    auto l = this->list(t, {});
    EXPECT_FALSE(Protocol<V>::hash(t, l.get(), x));
    EXPECT_EQ(this->error_text(t), "TypeError: unhashable type: 'list'");
  });
}

TYPED_TEST(ObjectProtocol, CallsOfWhatCannotBeCalled) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    EXPECT_FALSE(Ref<V>(Protocol<V>::call(t, Value::integer(1), {})));
    EXPECT_EQ(this->error_text(t), "TypeError: 'int' object is not callable");
    EXPECT_EQ(Protocol<V>::length(t, Value::integer(1)), -1);
    EXPECT_EQ(this->error_text(t), "TypeError: object of type 'int' has no len()");
    EXPECT_EQ(Protocol<V>::contains(t, Value::integer(1), Value::none()), -1);
    EXPECT_EQ(this->error_text(t), "TypeError: argument of type 'int' is not iterable");
    EXPECT_FALSE(Ref<V>(Protocol<V>::get_item(t, Value::none(), Value::none())));
    EXPECT_EQ(this->error_text(t), "TypeError: 'NoneType' object is not subscriptable");
    EXPECT_FALSE(Protocol<V>::set_item(t, Value::none(), Value::none(), Value::none()));
    EXPECT_EQ(this->error_text(t), "TypeError: 'NoneType' object does not support item assignment");
  });
}

Value one_of_two(VmThread& t, const NativeArgs& args) {
  Value out[2];
  if (!bind_arguments<GilOs>(t, "f", args, {"a", "$b"}, 1, out)) return Value();
  return Value::boolean(!out[1].is_null());
}

TEST(BindArguments, PositionsKeywordsAndErrors) {
  class Fixture : public ObjectTest<GilOs> {
   public:
    void TestBody() override {
      with_isolate([&](VmThread& t) {
        static const NativeDef def = {"f", one_of_two, 0, -1, kNativeKeywords};
        auto f = function(t, def);
        Ref<GilOs> names(Heap<GilOs>::tuple(t, {Value(name(t, "b"))}));
        Value two[] = {Value::integer(1), Value::integer(2)};
        using P = Protocol<GilOs>;
        EXPECT_EQ(P::call(t, f.get(), CallArgs{two, 2, names.as<Tuple>()}), Value::true_());
        EXPECT_EQ(P::call(t, f.get(), CallArgs{two, 1}), Value::false_());
        EXPECT_TRUE(P::call(t, f.get(), CallArgs{two, 2}).is_null());
        EXPECT_EQ(error_text(t), "TypeError: f() takes at most 1 positional argument (2 given)");
        EXPECT_TRUE(P::call(t, f.get(), CallArgs{two, 0}).is_null());
        EXPECT_EQ(error_text(t), "TypeError: f() missing required argument 'a' (pos 1)");
        Ref<GilOs> wrong(Heap<GilOs>::tuple(t, {Value(name(t, "zz"))}));
        EXPECT_TRUE(P::call(t, f.get(), CallArgs{two, 2, wrong.as<Tuple>()}).is_null());
        EXPECT_EQ(error_text(t), "TypeError: 'zz' is an invalid keyword argument for f()");
      });
    }
  };
  Fixture().TestBody();
}

}  // namespace gilsim
