// What: making, counting and freeing objects; interning; finalizers; the collector.
#include "tests/unit/object_support.h"

namespace gilsim::testing {
namespace {

template <class V>
class ObjectHeap : public ObjectTest<V> {};
TYPED_TEST_SUITE(ObjectHeap, AllPolicies);

TYPED_TEST(ObjectHeap, SmallValuesNeedNoObject) {
  this->run([](auto& s) {
    using H = Heap<TypeParam>;
    EXPECT_TRUE(H::integer(s.t, int64_t{5}).is_int());
    Value big = s.keep(H::integer(s.t, INT64_MIN));
    ASSERT_TRUE(big.is_object());
    EXPECT_TRUE(big.as<Int>()->negative);
    EXPECT_EQ(big.as<Int>()->limbs[0], uint64_t{1} << 63);
    EXPECT_TRUE(H::real(s.t, 1.5).is_real());
    EXPECT_EQ(s.keep(H::real(s.t, 1e300)).template as<Float>()->value, 1e300);
    s.t.isolate->boxed_numbers = true;
    EXPECT_TRUE(s.keep(H::integer(s.t, int64_t{5})).is_object());
    s.t.isolate->boxed_numbers = false;
  });
}

TYPED_TEST(ObjectHeap, TextKnowsItsLength) {
  this->run([](auto& s) {
    Value text = s.str("a\xc3\xa4\xe2\x82\xac");
    EXPECT_EQ(text.as<Str>()->size, 6u);
    EXPECT_EQ(text.as<Str>()->length, 3u);
    EXPECT_EQ(s.str("x"), s.str("x"));  // one-letter strings are shared
    EXPECT_EQ(s.str(""), Value(s.t.isolate->empty_str));
  });
}

TYPED_TEST(ObjectHeap, InternedTextIsOneObject) {
  this->run([](auto& s) {
    using H = Heap<TypeParam>;
    std::vector<Str*> first;
    for (int k = 0; k < 5000; ++k) first.push_back(H::intern(s.t, "name" + std::to_string(k)));
    for (int k = 0; k < 5000; ++k) {
      Value again = s.str("name" + std::to_string(k));
      EXPECT_NE(again, Value(first[k]));
      EXPECT_EQ(H::intern(s.t, again.as<Str>()), first[k]);
    }
  });
}

TYPED_TEST(ObjectHeap, ImmortalObjectsStay) {
  this->run([](auto& s) {
    Str* name = Heap<TypeParam>::intern(s.t, std::string_view("immortal"));
    for (int k = 0; k < 10; ++k) TypeParam::decref(Value(name));
    EXPECT_EQ(name->view(), "immortal");
    EXPECT_GT(TypeParam::count_of(name), 1000u);
  });
}

TYPED_TEST(ObjectHeap, LongChainsAreFreedOnAFlatStack) {
  this->run([](auto& s) {
    Value chain = Value::none();
    for (int k = 0; k < 300000; ++k) {
      Tuple* link = Heap<TypeParam>::tuple(s.t, 1);
      link->items[0] = chain;
      chain = Value(link);
    }
    TypeParam::decref(chain);
    EXPECT_TRUE(s.t.deferred.empty());
  });
}

// A class with a native __del__ that counts, and keeps its object alive if told so.
int deleted = 0;
Value resurrect_into;

template <class V>
Value make_class_with_del(Script<V>& s) {
  static const NativeDef kDel{"__del__",
                              [](VmThread& t, const NativeArgs& a) {
                                ++deleted;
                                if (resurrect_into)
                                  Lists<V>::append(t, resurrect_into.as<List>(), a.values[0]);
                                return Value::none();
                              },
                              0, 0, kNativeMethod};
  deleted = 0;
  resurrect_into = Value();
  Value names = s.dict();
  Dicts<V>::set_str(s.t, names.template as<Dict>(), "__del__",
                    s.keep(Value(Heap<V>::native(s.t, &kDel, Value()))));
  return s.call(s.builtin(Kind::Class), {s.str("Mortal"), s.tuple({}), names});
}
template <class V>
void set_attribute(Script<V>& s, Value object, std::string_view name, Value value) {
  Ref<V> key(Heap<V>::intern(s.t, name));
  EXPECT_TRUE(Classes<V>::set_attr(s.t, object, key.template as<Str>(), value));
}

TYPED_TEST(ObjectHeap, FinalizersRunOnce) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value cls = make_class_with_del(s);
    ASSERT_TRUE(static_cast<bool>(cls)) << s.error();
    V::decref(Protocol<V>::call(s.t, cls, {}));
    EXPECT_EQ(deleted, 1);
    resurrect_into = s.list({});
    V::decref(Protocol<V>::call(s.t, cls, {}));
    EXPECT_EQ(deleted, 2);
    EXPECT_EQ(resurrect_into.as<List>()->size, 1u);
    s.call(resurrect_into, "clear", {});
    EXPECT_EQ(deleted, 2);
    resurrect_into = Value();
  });
}

// REQUIRES: one thread, so the world stands still anyway.
template <class V>
int64_t collect(VmThread& t) {
  int64_t freed = Collector<V>::collect(t);
  if (Collector<V>::run_finalizers(t)) freed += Collector<V>::collect(t);
  return freed;
}

TYPED_TEST(ObjectHeap, CyclesAreCollected) {
  this->run([](auto& s) {
    using V = TypeParam;
    collect<V>(s.t);
    Value kept = s.list({});
    s.t.handles.push_back(kept);
    for (int k = 0; k < 100; ++k) {
      Ref<V> a(Heap<V>::list(s.t)), b(Heap<V>::dict(s.t));
      Lists<V>::append(s.t, a.template as<List>(), b.get());
      Dicts<V>::set(s.t, b.template as<Dict>(), Value::integer(1), a.get());
      if (k % 10 == 0) Lists<V>::append(s.t, kept.as<List>(), a.get());
    }
    EXPECT_EQ(collect<V>(s.t), 180);
    EXPECT_EQ(kept.as<List>()->size, 10u);
    for (uint64_t k = 0; k < 10; ++k) EXPECT_EQ(s.show(kept.as<List>()->items[k]), "[{1: [...]}]");
    s.call(kept, "clear", {});
    EXPECT_EQ(collect<V>(s.t), 20);
    EXPECT_EQ(collect<V>(s.t), 0);
    s.t.handles.clear();
  });
}

// What only a C++ local refers to is kept, with all that hangs on it.
TYPED_TEST(ObjectHeap, LocalsOfNativeCodeAreKept) {
  this->run([](auto& s) {
    using V = TypeParam;
    collect<V>(s.t);
    Ref<V> local(Heap<V>::list(s.t));
    {
      Ref<V> inner(Heap<V>::list(s.t));
      Lists<V>::append(s.t, inner.template as<List>(), inner.get());
      Lists<V>::append(s.t, local.template as<List>(), inner.get());
    }
    EXPECT_EQ(collect<V>(s.t), 0);
    EXPECT_EQ(s.show(local.get()), "[[[...]]]");
    local = Ref<V>();
    EXPECT_EQ(collect<V>(s.t), 1);
  });
}

TYPED_TEST(ObjectHeap, CyclesWithFinalizersWaitForTheWorld) {
  this->run([](auto& s) {
    using V = TypeParam;
    Value cls = make_class_with_del(s);
    s.keep(V::newref(cls));
    collect<V>(s.t);
    for (int k = 0; k < 3; ++k) {
      Ref<V> object(Protocol<V>::call(s.t, cls, {}));
      set_attribute(s, object.get(), "me", object.get());
    }
    EXPECT_EQ(Collector<V>::collect(s.t), 0);
    EXPECT_EQ(deleted, 0);
    EXPECT_TRUE(Collector<V>::run_finalizers(s.t));
    EXPECT_EQ(deleted, 3);
    EXPECT_EQ(Collector<V>::collect(s.t), 3);
    EXPECT_FALSE(Collector<V>::run_finalizers(s.t));
    EXPECT_EQ(deleted, 3);
  });
}

// Classes are cycles by themselves: their methods, bases, caches go with them.
TYPED_TEST(ObjectHeap, ClassesAreCollected) {
  this->run([](auto& s) {
    using V = TypeParam;
    collect<V>(s.t);
    uint32_t before = s.builtin(Kind::Object).template as<Class>()->subclass_count;
    {
      Ref<V> names(Heap<V>::dict(s.t)), bases(Heap<V>::tuple(s.t, size_t{0})),
          name(Heap<V>::str(s.t, "Short"));
      Ref<V> cls(
          Protocol<V>::call(s.t, s.builtin(Kind::Class), {name.get(), bases.get(), names.get()}));
      ASSERT_TRUE(static_cast<bool>(cls)) << s.error();
      Ref<V> object(Protocol<V>::call(s.t, cls.get(), {}));
      set_attribute(s, cls.get(), "instance", object.get());
      set_attribute(s, object.get(), "x", object.get());
      Ref<V> read(Classes<V>::get_attr(s.t, object.get(), "instance"));
      EXPECT_EQ(read.get(), object.get());
      EXPECT_EQ(s.builtin(Kind::Object).template as<Class>()->subclass_count, before + 1);
    }
    EXPECT_GT(collect<V>(s.t), 1);
    EXPECT_EQ(s.builtin(Kind::Object).template as<Class>()->subclass_count, before);
    EXPECT_EQ(collect<V>(s.t), 0);
  });
}

TYPED_TEST(ObjectHeap, ManyContainersAskForACollection) {
  this->run([](auto& s) {
    using V = TypeParam;
    collect<V>(s.t);
    s.t.isolate->gc_threshold = 100;
    s.t.isolate->gc_live = 0;
    s.t.isolate->gc_wanted = false;
    for (int k = 0; k < 99; ++k) s.list({});
    EXPECT_FALSE(s.t.isolate->gc_wanted);
    for (int k = 0; k < 10; ++k) s.list({});
    EXPECT_TRUE(s.t.isolate->gc_wanted);
    EXPECT_TRUE(s.t.record->breaker.load() & kBreakCollect);
  });
}

}  // namespace
}  // namespace gilsim::testing
