// What: classes: order, layout, slots, metaclasses, instances.
#include "tests/unit/object_fixture.h"

namespace gilsim {

template <class V>
class ObjectClass : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectClass, ObjectPolicies);

template <class V>
std::string mro_names(VmThread&, Class* c) {
  std::string text;
  for (uint64_t k = 0; k < c->mro->size; ++k)
    text += std::string(k ? " " : "") + std::string(c->mro->items[k].as<Class>()->name->view());
  return text;
}

TYPED_TEST(ObjectClass, DiamondIsC3) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto a = this->make_class(t, "A", {});
    auto b = this->make_class(t, "B", {a.get()});
    auto c = this->make_class(t, "C", {a.get()});
    auto d = this->make_class(t, "D", {b.get(), c.get()});
    EXPECT_EQ(mro_names<V>(t, d.template as<Class>()), "D B C A object");
    EXPECT_TRUE(Classes<V>::is_subclass(d.template as<Class>(), a.template as<Class>()));
    EXPECT_FALSE(Classes<V>::is_subclass(b.template as<Class>(), c.template as<Class>()));
  });
}

TYPED_TEST(ObjectClass, InconsistentOrderIsRefused) {
  this->with_isolate([&](VmThread& t) {
    auto a = this->make_class(t, "A", {});
    auto b = this->make_class(t, "B", {a.get()});
    auto c = this->make_class(t, "C", {a.get(), b.get()});
    EXPECT_FALSE(c);
    EXPECT_EQ(this->error_text(t), "order (MRO) for bases A, B");
  });
}

TYPED_TEST(ObjectClass, LayoutsMayNotConflict) {
  this->with_isolate([&](VmThread& t) {
    EXPECT_FALSE(this->make_class(
        t, "A", {Value(this->cls(t, Kind::List)), Value(this->cls(t, Kind::Dict))}));
    EXPECT_EQ(this->error_text(t), "TypeError: multiple bases have instance lay-out conflict");
    EXPECT_FALSE(this->make_class(t, "A", {Value(this->cls(t, Kind::Bool))}));
    EXPECT_EQ(this->error_text(t), "TypeError: type 'bool' is not an acceptable base type");
    auto a = this->make_class(t, "A", {});
    EXPECT_FALSE(this->make_class(t, "B", {a.get(), a.get()}));
    EXPECT_EQ(this->error_text(t), "TypeError: duplicate base class A");
  });
}

TYPED_TEST(ObjectClass, SubclassOfListHasItemsAndAttributes) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "L", {Value(this->cls(t, Kind::List))});
    auto o = this->instance(t, c);
    ASSERT_TRUE(o);
    EXPECT_EQ(o.get().object()->kind, Kind::List);
    EXPECT_TRUE(Lists<V>::append(t, o.template as<List>(), Value::integer(7)));
    EXPECT_TRUE(this->set(t, o.get(), "x", Value::integer(3)));
    EXPECT_EQ(this->get(t, o.get(), "x").get(), Value::integer(3));
    EXPECT_EQ(Protocol<V>::length(t, o.get()), 1);
    EXPECT_EQ(Ref<V>(Protocol<V>::get_item(t, o.get(), Value::integer(0))).get(),
              Value::integer(7));
    EXPECT_EQ(this->repr(t, o.get()), "[7]");
  });
}

TYPED_TEST(ObjectClass, SubclassOfIntKeepsValueAndAttributes) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "N", {Value(this->cls(t, Kind::Int))});
    Ref<V> o(Classes<V>::derive(t, c.template as<Class>(), Value::integer(-41)));
    ASSERT_TRUE(o);
    EXPECT_TRUE(this->set(t, o.get(), "unit", Value::none()));
    Ref<V> sum(Protocol<V>::binary(t, BinaryOp::Add, o.get(), Value::integer(1), false));
    EXPECT_EQ(sum.get(), Value::integer(-40));
    EXPECT_EQ(Protocol<V>::compare_bool(t, CompareOp::Eq, Value::integer(-41), o.get()), 1);
    EXPECT_TRUE(this->get(t, o.get(), "unit").get().is_none());
  });
}

TYPED_TEST(ObjectClass, SlotsReplaceTheDict) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto x = this->str(t, "x");
    Ref<V> slots(Heap<V>::tuple(t, {x.get()}));
    auto c = this->make_class(t, "S", {}, {{"__slots__", slots.get()}});
    auto o = this->instance(t, c);
    EXPECT_FALSE(this->get(t, o.get(), "x"));
    EXPECT_EQ(this->error_text(t), "AttributeError: 'S' object has no attribute 'x'");
    EXPECT_TRUE(this->set(t, o.get(), "x", Value::integer(1)));
    EXPECT_EQ(this->get(t, o.get(), "x").get(), Value::integer(1));
    EXPECT_FALSE(this->set(t, o.get(), "y", Value::integer(1)));
    EXPECT_EQ(this->error_text(t), "AttributeError: 'S' object has no attribute 'y'");
    EXPECT_FALSE(this->get(t, o.get(), "__dict__"));
    EXPECT_EQ(this->error_text(t),
              "AttributeError: 'S' object has no attribute '__dict__'. Did you mean: '__dir__'?");
    auto open = this->make_class(t, "T", {c.get()});
    auto p = this->instance(t, open);
    EXPECT_TRUE(this->set(t, p.get(), "y", Value::integer(2)));
    EXPECT_EQ(this->get(t, p.get(), "y").get(), Value::integer(2));
  });
}

TYPED_TEST(ObjectClass, ArgumentsWithoutInitAreRefused) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "Foo", {});
    EXPECT_FALSE(Ref<V>(Protocol<V>::call(t, c.get(), {Value::integer(1)})));
    EXPECT_EQ(this->error_text(t), "TypeError: Foo() takes no arguments");
  });
}

TYPED_TEST(ObjectClass, MetaclassOfBasesWins) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto m = this->make_class(t, "M", {Value(this->cls(t, Kind::Class))});
    Ref<V> bases(Heap<V>::tuple(t, {}));
    Ref<V> names(Heap<V>::dict(t));
    Ref<V> a(Protocol<V>::call(t, m.get(), {Value(this->name(t, "A")), bases.get(), names.get()}));
    ASSERT_TRUE(a) << this->error_text(t);
    EXPECT_EQ(Value(a.get().object()->cls), m.get());
    auto b = this->make_class(t, "B", {a.get()});
    EXPECT_EQ(Value(b.get().object()->cls), m.get());
    EXPECT_EQ(Classes<V>::isinstance_any(t, b.get(), m.get()), 1);
  });
}

TYPED_TEST(ObjectClass, NamesAndReprs) {
  this->with_isolate([&](VmThread& t) {
    auto c = this->make_class(t, "Foo", {});
    EXPECT_EQ(this->repr(t, c.get()), "<class '__main__.Foo'>");
    EXPECT_EQ(this->repr(t, Value(this->cls(t, Kind::Int))), "<class 'int'>");
    auto o = this->instance(t, c);
    EXPECT_EQ(this->repr(t, o.get()).substr(0, 27),
              "<__main__.Foo object at 0x" + this->repr(t, o.get()).substr(26, 1));
    EXPECT_EQ(this->get(t, c.get(), "__name__").template as<Str>()->view(), "Foo");
    EXPECT_EQ(this->get(t, o.get(), "__class__").get(), c.get());
    EXPECT_TRUE(this->get(t, c.get(), "__doc__").get().is_none());
  });
}

TYPED_TEST(ObjectClass, GenericAliasesAndUnions) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    Ref<V> alias(
        Protocol<V>::get_item(t, Value(this->cls(t, Kind::List)), Value(this->cls(t, Kind::Int))));
    EXPECT_EQ(this->repr(t, alias.get()), "list[int]");
    Ref<V> made(Protocol<V>::call(t, alias.get(), {}));
    EXPECT_EQ(this->repr(t, made.get()), "[]");
    Ref<V> u(Protocol<V>::binary(t, BinaryOp::BitOr, Value(this->cls(t, Kind::Int)), Value::none(),
                                 false));
    EXPECT_EQ(this->repr(t, u.get()), "int | None");
    EXPECT_EQ(Classes<V>::isinstance_any(t, Value::integer(1), u.get()), 1);
    EXPECT_EQ(Classes<V>::isinstance_any(t, Value::none(), u.get()), 1);
    EXPECT_FALSE(
        Ref<V>(Protocol<V>::get_item(t, Value(this->cls(t, Kind::Int)), Value::integer(3))));
    EXPECT_EQ(this->error_text(t), "TypeError: type 'int' is not subscriptable");
  });
}

TYPED_TEST(ObjectClass, SubclassesAreListedWhileTheyLive) {
  using V = TypeParam;
  this->with_isolate([&](VmThread& t) {
    auto a = this->make_class(t, "A", {});
    auto b = this->make_class(t, "B", {a.get()});
    Ref<V> list(Protocol<V>::call_method(t, a.get(), "__subclasses__", {}));
    EXPECT_EQ(this->repr(t, list.get()), "[<class '__main__.B'>]");
  });
}

}  // namespace gilsim
