// What: attributes: shapes, descriptors, caches, and what makes them invalid.
#include "tests/unit/object_fixture.h"
#include "vm/object/attribute_cache.h"

namespace gilsim {

template <class V>
class ObjectAttributes : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectAttributes, ObjectPolicies);

Value give_forty_two(VmThread&, const NativeArgs&) { return Value::integer(42); }
const NativeDef kMethod = {"method", give_forty_two, 0, 0, kNativeMethod};

TYPED_TEST(ObjectAttributes, InstancesWithTheSameAttributesShareAShape) {
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto a = this->instance(t, c), b = this->instance(t, c);
    for (auto* o : {&a, &b}) {
      this->set(t, o->get(), "x", Value::integer(1));
      this->set(t, o->get(), "y", Value::integer(2));
    }
    EXPECT_EQ(a.template as<Instance>()->attrs.shape, b.template as<Instance>()->attrs.shape);
    EXPECT_EQ(a.template as<Instance>()->attrs.shape->count, 2u);
    auto later = this->instance(t, c);
    EXPECT_EQ(later.template as<Instance>()->attrs.inline_capacity, 2u);
  });
}

TYPED_TEST(ObjectAttributes, CacheWordFindsSlotAndFailsForAnotherShape) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto a = this->instance(t, c), b = this->instance(t, c);
    this->set(t, a.get(), "x", Value::integer(1));
    uint64_t word = 0;
    Ref<V> slow(Classes<V>::get_attr_cached(t, a.get(), this->name(t, "x"), &word));
    EXPECT_EQ(cache_kind(word), CacheKind::kSlot);
    EXPECT_EQ(Ref<V>(load_attr_inline<V>(t, a.get(), word)).get(), Value::integer(1));
    EXPECT_TRUE(load_attr_inline<V>(t, b.get(), word).is_null());
    EXPECT_TRUE(load_attr_inline<V>(t, Value(), word).is_null());
    EXPECT_TRUE(load_attr_inline<V>(t, Value::integer(5), word).is_null());
  });
}

TYPED_TEST(ObjectAttributes, StoreWordAddsAndReplaces) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto first = this->instance(t, c);
    uint64_t add = 0, replace = 0;
    EXPECT_TRUE(
        Classes<V>::set_attr_cached(t, first.get(), this->name(t, "x"), Value::integer(1), &add));
    EXPECT_EQ(cache_kind(add), CacheKind::kTransition);
    EXPECT_TRUE(Classes<V>::set_attr_cached(t, first.get(), this->name(t, "x"), Value::integer(2),
                                            &replace));
    EXPECT_EQ(cache_kind(replace), CacheKind::kSlot);
    auto second = this->instance(t, c);
    EXPECT_FALSE(store_attr_inline<V>(t, second.get(), replace, Value::integer(3)));
    EXPECT_TRUE(store_attr_inline<V>(t, second.get(), add, Value::integer(3)));
    EXPECT_TRUE(store_attr_inline<V>(t, second.get(), replace, Value::integer(4)));
    EXPECT_EQ(this->get(t, second.get(), "x").get(), Value::integer(4));
    EXPECT_FALSE(store_attr_inline<V>(t, second.get(), add, Value::integer(5)));
  });
}

TYPED_TEST(ObjectAttributes, MethodWordDiesWithTheMethod) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto method = this->function(t, kMethod);
    auto c = this->make_class(t, "C", {}, {{"m", method.get()}});
    auto o = this->instance(t, c);
    uint64_t word = 0;
    Value f, self;
    ASSERT_TRUE(Classes<V>::get_method_cached(t, o.get(), this->name(t, "m"), &word, f, self));
    Ref<V> held_f(f), held_self(self);
    EXPECT_EQ(f, method.get());
    EXPECT_EQ(self, o.get());
    bool takes_self = false;
    EXPECT_EQ(Ref<V>(load_method_inline<V>(t, o.get(), word, takes_self)).get(), method.get());
    EXPECT_TRUE(takes_self);
    this->set(t, c.get(), "m", Value::integer(1));
    EXPECT_TRUE(load_method_inline<V>(t, o.get(), word, takes_self).is_null());
    EXPECT_EQ(this->get(t, o.get(), "m").get(), Value::integer(1));
  });
}

TYPED_TEST(ObjectAttributes, InstanceAttributeShadowsTheMethodWord) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto method = this->function(t, kMethod);
    auto c = this->make_class(t, "C", {}, {{"m", method.get()}});
    auto o = this->instance(t, c);
    uint64_t word = 0;
    Value f, self;
    ASSERT_TRUE(Classes<V>::get_method_cached(t, o.get(), this->name(t, "m"), &word, f, self));
    Ref<V> held_f(f), held_self(self);
    this->set(t, o.get(), "m", Value::integer(9));
    bool takes_self = false;
    EXPECT_TRUE(load_method_inline<V>(t, o.get(), word, takes_self).is_null());
  });
}

TYPED_TEST(ObjectAttributes, PlainClassValueIsReplacedInPlace) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto base = this->make_class(t, "B", {}, {{"n", Value::integer(0)}});
    auto c = this->make_class(t, "C", {base.get()});
    auto o = this->instance(t, c);
    uint64_t word = 0;
    EXPECT_EQ(Ref<V>(Classes<V>::get_attr_cached(t, o.get(), this->name(t, "n"), &word)).get(),
              Value::integer(0));
    size_t retired = t.isolate->retired_caches.size();
    for (int k = 1; k <= 100; ++k) {
      this->set(t, base.get(), "n", Value::integer(k));
      EXPECT_EQ(Ref<V>(load_attr_inline<V>(t, o.get(), word)).get(), Value::integer(k));
    }
    EXPECT_LE(t.isolate->retired_caches.size(), retired + 1);
    this->set(t, c.get(), "n", Value::integer(-1));
    EXPECT_EQ(this->get(t, o.get(), "n").get(), Value::integer(-1));
  });
}

TYPED_TEST(ObjectAttributes, NewPropertyEndsSlotWords) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto o = this->instance(t, c);
    this->set(t, o.get(), "x", Value::integer(1));
    uint64_t word = 0;
    Ref<V> slow(Classes<V>::get_attr_cached(t, o.get(), this->name(t, "x"), &word));
    auto getter = this->function(t, kMethod);
    Ref<V> property(Protocol<V>::call(t, Value(this->cls(t, Kind::Property)), {getter.get()}));
    this->set(t, c.get(), "x", property.get());
    EXPECT_TRUE(load_attr_inline<V>(t, o.get(), word).is_null());
    EXPECT_EQ(this->get(t, o.get(), "x").get(), Value::integer(42));
    EXPECT_FALSE(this->set(t, o.get(), "x", Value::integer(2)));
    EXPECT_EQ(this->error_text(t), "AttributeError: property of 'C' object has no setter");
  });
}

TYPED_TEST(ObjectAttributes, DictIsLive) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto o = this->instance(t, c);
    this->set(t, o.get(), "x", Value::integer(1));
    auto dict = this->get(t, o.get(), "__dict__");
    EXPECT_EQ(this->repr(t, dict.get()), "{'x': 1}");
    this->set(t, o.get(), "y", Value::integer(2));
    Dicts<V>::set_str(t, dict.template as<Dict>(), "z", Value::integer(3));
    EXPECT_EQ(this->get(t, o.get(), "z").get(), Value::integer(3));
    this->set(t, o.get(), "x", Value());
    EXPECT_EQ(this->repr(t, dict.get()), "{'y': 2, 'z': 3}");
    EXPECT_FALSE(this->set(t, o.get(), "x", Value()));
    EXPECT_EQ(this->error_text(t), "AttributeError: 'C' object has no attribute 'x'");
  });
}

TYPED_TEST(ObjectAttributes, ManyAttributesMoveToADict) {
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "C", {});
    auto o = this->instance(t, c);
    for (int k = 0; k < 300; ++k) this->set(t, o.get(), "a" + std::to_string(k), Value::integer(k));
    EXPECT_TRUE(o.template as<Instance>()->attrs.shape->is_dict);
    for (int k = 0; k < 300; ++k)
      EXPECT_EQ(this->get(t, o.get(), "a" + std::to_string(k)).get(), Value::integer(k));
  });
}

TYPED_TEST(ObjectAttributes, ErrorsAreCPythons) {
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "Foo", {}, {{"k", Value::integer(1)}});
    auto o = this->instance(t, c);
    auto expect = [&](bool done, const char* text) {
      EXPECT_FALSE(done);
      EXPECT_EQ(this->error_text(t), text);
    };
    expect(static_cast<bool>(this->get(t, o.get(), "bar")),
           "AttributeError: 'Foo' object has no attribute 'bar'");
    expect(static_cast<bool>(this->get(t, c.get(), "bar")),
           "AttributeError: type object 'Foo' has no attribute 'bar'");
    expect(this->set(t, Value(this->cls(t, Kind::Int)), "x", Value::none()),
           "TypeError: cannot set 'x' attribute of immutable type 'int'");
    expect(this->set(t, Value::integer(5), "x", Value::none()),
           "AttributeError: 'int' object has no attribute 'x'");
    expect(this->set(t, o.get(), "k", Value()),
           "AttributeError: 'Foo' object has no attribute 'k'");
    expect(this->set(t, c.get(), "zz", Value()),
           "AttributeError: type object 'Foo' has no attribute 'zz'");
    Ref<TypeParam> list(Heap<TypeParam>::list(t));
    expect(this->set(t, list.get(), "append", Value::none()),
           "AttributeError: 'list' object attribute 'append' is read-only");
  });
}

TYPED_TEST(ObjectAttributes, BoundNativeMethodsCheckTheirReceiver) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto append = this->get(t, Value(this->cls(t, Kind::List)), "append");
    EXPECT_FALSE(
        Ref<V>(Protocol<V>::call(t, append.get(), {Value::integer(1), Value::integer(2)})));
    EXPECT_EQ(this->error_text(t),
              "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
    EXPECT_FALSE(Ref<V>(Protocol<V>::call(t, append.get(), {})));
    EXPECT_EQ(this->error_text(t), "TypeError: unbound method list.append() needs an argument");
    Ref<V> list(Heap<V>::list(t));
    auto bound = this->get(t, list.get(), "append");
    EXPECT_FALSE(Ref<V>(Protocol<V>::call(t, bound.get(), {})));
    EXPECT_EQ(this->error_text(t), "TypeError: list.append() takes exactly one argument (0 given)");
    EXPECT_TRUE(Ref<V>(Protocol<V>::call(t, bound.get(), {Value::integer(1)})));
    EXPECT_EQ(this->repr(t, list.get()), "[1]");
  });
}

}  // namespace gilsim
