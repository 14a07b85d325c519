// What: raising, chaining, matching and printing exceptions.
#include "tests/unit/object_fixture.h"
#include "vm/object/suggestions.h"

namespace gilsim {

template <class V>
class ObjectErrors : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectErrors, ObjectPolicies);

template <class V>
Value make_exception(VmThread& t, Exc kind, std::initializer_list<Value> args) {
  return Protocol<V>::call(t, Value(t.isolate->exceptions[static_cast<int>(kind)]), args);
}

TYPED_TEST(ObjectErrors, TextsByKind) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Errors<V>::raise(t, Exc::ValueError, "bad");
    EXPECT_EQ(this->error_text(t), "ValueError: bad");
    auto key = this->str(t, "k");
    Errors<V>::raise_value(t, Exc::KeyError, key.get());
    EXPECT_EQ(this->error_text(t), "KeyError: 'k'");
    Errors<V>::raise_os(t, 2, "x.txt");
    EXPECT_EQ(this->error_text(t),
              "FileNotFoundError: [Errno 2] No such file or directory: 'x.txt'");
    Errors<V>::raise(t, Exc::StopIteration, "");
    EXPECT_EQ(this->error_text(t), "StopIteration");
  });
}

TYPED_TEST(ObjectErrors, ReprShowsArguments) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto text = this->str(t, "a");
    Ref<V> none(make_exception<V>(t, Exc::ValueError, {}));
    Ref<V> one(make_exception<V>(t, Exc::ValueError, {text.get()}));
    Ref<V> two(make_exception<V>(t, Exc::ValueError, {text.get(), Value::integer(2)}));
    EXPECT_EQ(this->repr(t, none.get()), "ValueError()");
    EXPECT_EQ(this->repr(t, one.get()), "ValueError('a')");
    EXPECT_EQ(this->repr(t, two.get()), "ValueError('a', 2)");
  });
}

TYPED_TEST(ObjectErrors, HandledExceptionBecomesContext) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> first(make_exception<V>(t, Exc::KeyError, {Value::integer(1)}));
    t.handled = V::newref(first.get());
    Errors<V>::raise(t, Exc::ValueError, "second");
    Ref<V> second = Errors<V>::take(t);
    EXPECT_EQ(second.template as<Exception>()->context, first.get());
    EXPECT_EQ(Errors<V>::format(t, second.get()),
              "KeyError: 1\n\nDuring handling of the above exception, another exception "
              "occurred:\n\nValueError: second\n");
    Errors<V>::raise_object(t, second.get(), first.get());
    EXPECT_EQ(Errors<V>::format(t, second.get()),
              "KeyError: 1\n\nThe above exception was the direct cause of the following "
              "exception:\n\nValueError: second\n");
    Errors<V>::raise_object(t, second.get(), Value::none());
    EXPECT_EQ(Errors<V>::format(t, second.get()), "ValueError: second\n");
    Errors<V>::clear(t);
    Value handled = t.handled;
    t.handled = Value();
    V::decref(handled);
  });
}

TYPED_TEST(ObjectErrors, ContextChainsHaveNoCycle) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> a(make_exception<V>(t, Exc::ValueError, {})),
        b(make_exception<V>(t, Exc::ValueError, {}));
    t.handled = V::newref(a.get());
    Errors<V>::raise_object(t, b.get(), Value());
    Errors<V>::clear(t);
    V::decref(t.handled);
    t.handled = V::newref(b.get());
    Errors<V>::raise_object(t, a.get(), Value());
    EXPECT_EQ(a.template as<Exception>()->context, b.get());
    EXPECT_TRUE(b.template as<Exception>()->context.is_null());
    Errors<V>::clear(t);
    V::decref(t.handled);
    t.handled = Value();
  });
}

TYPED_TEST(ObjectErrors, MatchesClassesAndTuples) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> e(make_exception<V>(t, Exc::KeyError, {}));
    auto kind = [&](Exc k) { return Value(t.isolate->exceptions[static_cast<int>(k)]); };
    bool error = false;
    EXPECT_TRUE(Errors<V>::matches(t, e.get(), kind(Exc::LookupError), error));
    EXPECT_FALSE(Errors<V>::matches(t, e.get(), kind(Exc::ValueError), error));
    Ref<V> both(Heap<V>::tuple(t, {kind(Exc::ValueError), kind(Exc::Exception)}));
    EXPECT_TRUE(Errors<V>::matches(t, e.get(), both.get(), error));
    EXPECT_FALSE(error);
    EXPECT_FALSE(Errors<V>::matches(t, e.get(), Value::integer(1), error));
    EXPECT_TRUE(error);
    EXPECT_EQ(this->error_text(t),
              "TypeError: catching classes that do not inherit from BaseException is not allowed");
  });
}

TYPED_TEST(ObjectErrors, RaisingSomethingElseIsATypeError) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Errors<V>::raise_object(t, Value::integer(3), Value());
    EXPECT_EQ(this->error_text(t), "TypeError: exceptions must derive from BaseException");
  });
}

TYPED_TEST(ObjectErrors, AttributesOfExceptions) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> stop(make_exception<V>(t, Exc::StopIteration, {Value::integer(5)}));
    EXPECT_EQ(this->get(t, stop.get(), "value").get(), Value::integer(5));
    Ref<V> os(make_exception<V>(t, Exc::OSError, {Value::integer(13), this->str(t, "no").get()}));
    EXPECT_EQ(this->repr(t, os.get()), "PermissionError(13, 'no')");
    EXPECT_EQ(this->get(t, os.get(), "errno").get(), Value::integer(13));
    EXPECT_TRUE(this->set(t, os.get(), "errno", Value::integer(1)));
    EXPECT_EQ(this->get(t, os.get(), "errno").get(), Value::integer(1));
    auto note = this->str(t, "look here");
    Ref<V> added(Protocol<V>::call_method(t, stop.get(), "add_note", {note.get()}));
    EXPECT_EQ(Errors<V>::format(t, stop.get()), "StopIteration: 5\nlook here\n");
  });
}

TYPED_TEST(ObjectErrors, SuggestsTheNearestAttribute) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {}, {{"colour", Value::integer(1)}});
    EXPECT_FALSE(this->get(t, c.get(), "color"));
    EXPECT_EQ(this->error_text(t),
              "AttributeError: type object 'C' has no attribute 'color'. Did you mean: 'colour'?");
    (void)sizeof(V);
  });
}

TEST(Suggestions, DistanceFollowsTheRule) {
  EXPECT_EQ(edit_distance("abc", "abc", 10), 0u);
  EXPECT_EQ(edit_distance("abc", "abC", 10), 1u);
  EXPECT_EQ(edit_distance("abc", "abd", 10), 2u);
  EXPECT_EQ(edit_distance("abc", "ab", 10), 2u);
  EXPECT_EQ(nearest_name("lenght", {"length", "height"}), "length");
  EXPECT_EQ(nearest_name("x", {"abcdefg"}), "");
}

}  // namespace gilsim
