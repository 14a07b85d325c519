// What: classes of values, instance checks, and making instances.
// Idea: type.__call__ as CPython does it: __new__, then __init__; where both are object's and
// native, without a call. Invariants: I1 an instance has the layout of its class's instance_kind
// from the moment it is made. Threads: any. Not here: making classes (class_create_impl.h), their
// reflection (class_natives_impl.h), attributes (attributes_impl.h).
#pragma once

#include <cstring>

#include "vm/object/attribute_cache_impl.h"
#include "vm/object/call_buffer.h"
#include "vm/object/class_attributes_impl.h"

namespace gilsim {

template <class V>
inline Class* Classes<V>::class_of(VmThread& t, Value v) {
  if (v.is_object()) [[likely]]
    return v.object()->cls;
  Class** classes = t.isolate->classes;
  if (v.is_int()) return classes[static_cast<int>(Kind::Int)];
  if (v.is_real()) return classes[static_cast<int>(Kind::Float)];
  if (v.is_bool()) return classes[static_cast<int>(Kind::Bool)];
  if (v.is_none()) return classes[static_cast<int>(Kind::NoneType)];
  if (v == Value::not_implemented()) return classes[static_cast<int>(Kind::NotImplementedType)];
  return classes[static_cast<int>(Kind::EllipsisType)];
}

template <class V>
std::string_view Classes<V>::class_name(VmThread& t, Value v) {
  return class_of(t, v)->name->view();
}

template <class V>
bool Classes<V>::is_subclass(Class* c, Class* base) {
  if (c == base) return true;
  Tuple* mro = c->mro;
  for (uint64_t k = 1; k < mro->size; ++k) {
    if (mro->items[k] == Value(base)) return true;
  }
  return false;
}

// ---- isinstance and issubclass
template <class V>
struct ClassChecks {
  // The class a value claims by its __class__ counts too (proxies).
  static int instance_of(VmThread& t, Value v, Class* base) {
    if (Classes<V>::isinstance(t, v, base)) return 1;
    if (!v.is_object() || v.object()->kind != Kind::Object ||
        (v.object()->cls->class_flags & kClassBuiltin))
      return 0;
    Value attr = Classes<V>::special(t, v.object()->cls, Special::class_);
    Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
    if (attr == Classes<V>::special(t, root, Special::class_) &&
        !(v.object()->cls->class_flags & kClassHasGetattr))
      return 0;
    Ref<V> claimed(Classes<V>::get_attr_optional(
        t, v, t.isolate->specials[static_cast<int>(Special::class_)]));
    if (t.pending) return -1;
    return claimed && is_class(claimed.get()) &&
           Classes<V>::is_subclass(claimed.template as<Class>(), base);
  }
  static bool is_class(Value v) { return v.is_object() && v.object()->kind == Kind::Class; }
  static bool is_union(VmThread& t, Value v) {
    return v.is_object() && t.isolate->union_type && v.object()->cls == t.isolate->union_type;
  }
  static bool is_alias(VmThread& t, Value v) {  // list[int]
    return v.is_object() && t.isolate->generic_alias &&
           Classes<V>::is_subclass(v.object()->cls, t.isolate->generic_alias);
  }
  static Value union_args(VmThread& t, Value v) { return Classes<V>::get_attr(t, v, "__args__"); }

  // A user's metaclass method: 1, 0, -1; *found false: there is none.
  static int by_hook(VmThread& t, Value cls, Special hook, Value subject, bool& found) {
    Class* meta = Classes<V>::class_of(t, cls);
    found = false;
    if (meta->class_flags & kClassBuiltin) return 0;
    Value method = Classes<V>::special(t, meta, hook);
    if (method.is_null() || (method.is_object() && method.object()->kind == Kind::NativeFunction))
      return 0;
    Ref<V> result(Classes<V>::call_special(t, cls, hook, {subject}, found));
    return result ? Protocol<V>::truth(t, result.get()) : -1;
  }
  static int any_of(VmThread& t, Value subject, Tuple* classes,
                    int (*check)(VmThread&, Value, Value)) {
    if (low_on_stack(t)) [[unlikely]] {
      Errors<V>::too_deep(t);
      return -1;
    }
    for (uint64_t k = 0; k < classes->size; ++k) {
      int result = check(t, subject, classes->items[k]);
      if (result != 0) return result;
    }
    return 0;
  }
  static int any_of_union(VmThread& t, Value subject, Value u,
                          int (*check)(VmThread&, Value, Value)) {
    Ref<V> args(union_args(t, u));
    if (!args) return -1;
    Tuple* classes = args.template as<Tuple>();
    for (uint64_t k = 0; k < classes->size; ++k) {
      Value item = classes->items[k];
      Value cls = item.is_none() ? Value(Classes<V>::class_of(t, item)) : item;
      int result = check(t, subject, cls);
      if (result != 0) return result;
    }
    return 0;
  }
};

template <class V>
int Classes<V>::isinstance_any(VmThread& t, Value v, Value cls) {
  using Checks = ClassChecks<V>;
  if (Value(class_of(t, v)) == cls) return 1;
  if (cls.is_object() && cls.object()->kind == Kind::Tuple)
    return Checks::any_of(t, v, cls.as<Tuple>(), &Classes::isinstance_any);
  bool found = false;
  int result = Checks::by_hook(t, cls, Special::instancecheck, v, found);
  if (found) return result;
  if (Checks::is_class(cls)) return Checks::instance_of(t, v, cls.as<Class>());
  if (Checks::is_union(t, cls)) return Checks::any_of_union(t, v, cls, &Classes::isinstance_any);
  Errors<V>::type_error(t, Checks::is_alias(t, cls)
                               ? "isinstance() argument 2 cannot be a parameterized generic"
                               : "isinstance() arg 2 must be a type, a tuple of types, or a union");
  return -1;
}

template <class V>
int Classes<V>::issubclass_any(VmThread& t, Value c, Value cls) {
  using Checks = ClassChecks<V>;
  if (cls.is_object() && cls.object()->kind == Kind::Tuple)
    return Checks::any_of(t, c, cls.as<Tuple>(), &Classes::issubclass_any);
  bool found = false;
  int result = Checks::by_hook(t, cls, Special::subclasscheck, c, found);
  if (found) return result;
  if (!Checks::is_class(c)) {
    Errors<V>::type_error(t, "issubclass() arg 1 must be a class");
    return -1;
  }
  if (Checks::is_class(cls)) return is_subclass(c.as<Class>(), cls.as<Class>());
  if (Checks::is_union(t, cls)) return Checks::any_of_union(t, c, cls, &Classes::issubclass_any);
  Errors<V>::type_error(t, Checks::is_alias(t, cls)
                               ? "issubclass() argument 2 cannot be a parameterized generic"
                               : "issubclass() arg 2 must be a class, a tuple of classes, or a "
                                 "union");
  return -1;
}

// ---- instances
template <class V>
Object* Classes<V>::allocate_with_attrs(VmThread& t, Class* c, size_t bytes) {
  bool attrs =
      c->root_shape && c->instance_kind != Kind::Object && c->instance_kind != Kind::Exception;
  size_t at = round_up_to_word(bytes);
  Object* o = Heap<V>::allocate(t, c->instance_kind, c, attrs ? at + sizeof(AttrStore) : bytes);
  if (!o || !attrs) return o;
  o->flags |= kHasAttrs;
  auto* store = reinterpret_cast<AttrStore*>(reinterpret_cast<char*>(o) + at);
  *store = AttrStore{c->root_shape, nullptr, 0, 0};
  return o;
}

template <class V>
struct Instances {
  static constexpr size_t kGcHeader = sizeof(GcObject);

  static Value plain(VmThread& t, Class* c) {
    // relaxed: a hint, see shapes_impl.h
    uint32_t slots = __atomic_load_n(&c->inline_hint, __ATOMIC_RELAXED);
    auto* o = static_cast<Instance*>(
        Heap<V>::allocate(t, Kind::Object, c, sizeof(Instance) + slots * sizeof(Value)));
    if (!o) return Value();
    o->attrs = AttrStore{c->root_shape, slots ? o->inline_values : nullptr, slots, slots};
    for (uint32_t k = 0; k < slots; ++k) o->inline_values[k] = Value();
    Heap<V>::track(t, o);
    return Value(o);
  }

  // A layout whose empty state is all zero behind the collector's header.
  template <class T>
  static T* zeroed(VmThread& t, Class* c) {
    auto* o = static_cast<T*>(Classes<V>::allocate_with_attrs(t, c, sizeof(T)));
    std::memset(reinterpret_cast<char*>(o) + kGcHeader, 0, sizeof(T) - kGcHeader);
    return o;
  }
  template <class T>
  static Value tracked(VmThread& t, T* o) {
    Heap<V>::track(t, o);
    return Value(o);
  }

  static Set* empty_set(VmThread& t, Class* c) {
    Set* s = zeroed<Set>(t, c);
    s->mask = std::size(s->small) - 1;
    s->table = s->small;
    s->hash = -1;
    return s;
  }

  static Value derive_int(VmThread& t, Class* c, Value base) {
    uint64_t small = 0;
    const uint64_t* limbs = &small;
    uint32_t size;
    bool negative;
    if (base.is_object()) {
      limbs = base.as<Int>()->limbs;
      size = base.as<Int>()->size;
      negative = base.as<Int>()->negative;
    } else {
      int64_t n = base.is_int() ? base.as_int() : base.is_true();
      negative = n < 0;
      small = negative ? uint64_t{0} - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
      size = small != 0;
    }
    auto* o = static_cast<Int*>(
        Classes<V>::allocate_with_attrs(t, c, sizeof(Int) + size * sizeof(uint64_t)));
    o->size = size;
    o->negative = negative;
    if (size) std::memcpy(o->limbs, limbs, size * sizeof(uint64_t));
    return Value(o);
  }

  static Value derive_str(VmThread& t, Class* c, Str* base) {
    auto* o =
        static_cast<Str*>(Classes<V>::allocate_with_attrs(t, c, sizeof(Str) + base->size + 1));
    o->size = base->size;
    o->length = base->length;
    o->hash = 0;
    std::memcpy(o->data, base->data, base->size);
    o->data[base->size] = 0;
    return Value(o);
  }

  static Value derive_bytes(VmThread& t, Class* c, Bytes* base) {
    auto* o =
        static_cast<Bytes*>(Classes<V>::allocate_with_attrs(t, c, sizeof(Bytes) + base->size + 1));
    o->size = base->size;
    o->hash = 0;
    std::memcpy(o->data, base->data, base->size);
    o->data[base->size] = 0;
    return Value(o);
  }

  static Value derive_tuple(VmThread& t, Class* c, Tuple* base) {
    auto* o = static_cast<Tuple*>(
        Classes<V>::allocate_with_attrs(t, c, sizeof(Tuple) + base->size * sizeof(Value)));
    o->size = base->size;
    o->hash = 0;
    for (uint64_t k = 0; k < base->size; ++k) o->items[k] = V::newref(base->items[k]);
    return tracked(t, o);
  }

  static Value derive_frozen_set(VmThread& t, Class* c, Value base) {
    Set* s = empty_set(t, c);
    Heap<V>::track(t, s);
    if (Sets<V>::update(t, s, base)) return Value(s);
    V::decref(Value(s));
    return Value();
  }

  static Value empty_immutable(VmThread& t, Class* c) {
    switch (c->instance_kind) {
      case Kind::Int:
        return derive_int(t, c, Value::integer(0));
      case Kind::Str:
        return derive_str(t, c, t.isolate->empty_str);
      case Kind::Tuple:
        return derive_tuple(t, c, t.isolate->empty_tuple);
      case Kind::Bytes: {
        Ref<V> empty(Heap<V>::bytes(t, {}));
        return derive_bytes(t, c, empty.template as<Bytes>());
      }
      case Kind::Float: {
        auto* o = static_cast<Float*>(Classes<V>::allocate_with_attrs(t, c, sizeof(Float)));
        o->value = 0;
        return Value(o);
      }
      default:
        return tracked(t, empty_set(t, c));
    }
  }

  static Value exception(VmThread& t, Class* c) {
    auto* e = static_cast<Exception*>(Heap<V>::allocate(t, Kind::Exception, c, sizeof(Exception)));
    e->args = V::newref(t.isolate->empty_tuple);
    e->cause = e->context = e->extra = Value();
    e->traceback = nullptr;
    e->suppress_context = false;
    e->attrs = AttrStore{c->root_shape, nullptr, 0, 0};
    return tracked(t, e);
  }

  static Value module(VmThread& t, Class* c) {
    auto* m = zeroed<Module>(t, c);
    m->name = V::newref(t.isolate->empty_str);
    m->dict = Heap<V>::dict(t);
    return tracked(t, m);
  }

  static Value byte_array(VmThread& t, Class* c) {
    auto* o = static_cast<ByteArray*>(Classes<V>::allocate_with_attrs(t, c, sizeof(ByteArray)));
    o->size = o->capacity = 0;
    o->data = nullptr;
    return Value(o);
  }

  // The message for a class with abstract methods.
  static Value abstract(VmThread& t, Class* c) {
    Ref<V> names(
        Classes<V>::get_attr_optional(t, Value(c), Heap<V>::intern(t, "__abstractmethods__")));
    std::string list;
    size_t count = 0;
    Ref<V> sorted(names ? Value(Protocol<V>::to_list(t, names.get())) : Value());
    if (sorted && Lists<V>::sort(t, sorted.template as<List>(), Value(), false)) {
      List* items = sorted.template as<List>();
      count = items->size;
      for (uint64_t k = 0; k < items->size; ++k) {
        Ref<V> text(Protocol<V>::to_str(t, items->items[k]));
        if (text) list += message({k ? ", " : "", text.template as<Str>()->view()});
      }
    }
    if (t.pending) return Value();
    return Errors<V>::type_error(t, message({"Can't instantiate abstract class ", c->name->view(),
                                             " with abstract method", plural(count), " ", list}));
  }
};

template <class V>
Value Classes<V>::allocate_instance(VmThread& t, Class* c) {
  using Make = Instances<V>;
  if (c->class_flags & kClassAbstract) [[unlikely]]
    return Make::abstract(t, c);
  switch (c->instance_kind) {
    case Kind::Object:
      return Make::plain(t, c);
    case Kind::Exception:
      return Make::exception(t, c);
    case Kind::List:
      return Make::tracked(t, Make::template zeroed<List>(t, c));
    case Kind::Deque: {
      Deque* deque = Make::template zeroed<Deque>(t, c);
      deque->max_size = -1;
      return Make::tracked(t, deque);
    }
    case Kind::Dict:
      return Make::tracked(t, Make::template zeroed<Dict>(t, c));
    case Kind::Set:
      return Make::tracked(t, Make::empty_set(t, c));
    case Kind::Property:
      return Make::tracked(t, Make::template zeroed<Property>(t, c));
    case Kind::ClassMethod:
      return Make::tracked(t, Make::template zeroed<ClassMethod>(t, c));
    case Kind::StaticMethod:
      return Make::tracked(t, Make::template zeroed<StaticMethod>(t, c));
    case Kind::Super:
      return Make::tracked(t, Make::template zeroed<Super>(t, c));
    case Kind::Module:
      return Make::module(t, c);
    case Kind::ByteArray:
      return Make::byte_array(t, c);
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::FrozenSet:
      return Make::empty_immutable(t, c);
    default:
      return Errors<V>::type_error(t, message({"cannot create '", c->name->view(), "' instances"}));
  }
}

template <class V>
Value Classes<V>::derive(VmThread& t, Class* c, Value base) {
  using Make = Instances<V>;
  if (c->class_flags & kClassBuiltin) return V::newref(base);
  if (c->class_flags & kClassAbstract) return Make::abstract(t, c);
  switch (c->instance_kind) {
    case Kind::Int:
      return Make::derive_int(t, c, base);
    case Kind::Str:
      return Make::derive_str(t, c, base.as<Str>());
    case Kind::Bytes:
      return Make::derive_bytes(t, c, base.as<Bytes>());
    case Kind::Tuple:
      return Make::derive_tuple(t, c, base.as<Tuple>());
    case Kind::FrozenSet:
      return Make::derive_frozen_set(t, c, base);
    case Kind::Float: {
      auto* o = static_cast<Float*>(allocate_with_attrs(t, c, sizeof(Float)));
      o->value = base.is_real() ? base.as_real() : base.as<Float>()->value;
      return Value(o);
    }
    default:
      return Errors<V>::type_error(t, message({"cannot create '", c->name->view(), "' instances"}));
  }
}

// ---- type.__call__
template <class V>
struct Construction {
  static Value root_special(VmThread& t, Special name) {
    return Classes<V>::special(t, t.isolate->classes[static_cast<int>(Kind::Object)], name);
  }

  static Value call_new(VmThread& t, Class* c, Value maker, const CallArgs& args) {
    Ref<V> held = Ref<V>::share(maker);
    PrependedArgs with_class(Value(c), args);
    if (maker.is_object() && maker.object()->kind == Kind::StaticMethod) {
      return Protocol<V>::call(t, maker.as<StaticMethod>()->function, with_class.get());
    }
    return Protocol<V>::call(t, maker, with_class.get());
  }

  static bool call_init(VmThread& t, Value instance, Value init, const CallArgs& args) {
    Ref<V> held = Ref<V>::share(init);
    Ref<V> result;
    if (Descriptors<V>::is_method(init)) {
      PrependedArgs with_self(instance, args);
      result = Ref<V>(Protocol<V>::call(t, init, with_self.get()));
    } else {
      Ref<V> bound(Descriptors<V>::bind(t, init, instance, Classes<V>::class_of(t, instance)));
      if (!bound) return false;
      result = Ref<V>(Protocol<V>::call(t, bound.get(), args));
    }
    if (!result) return false;
    if (result.get().is_none()) return true;
    Errors<V>::type_error(t, message({"__init__() should return None, not '",
                                      Classes<V>::class_name(t, result.get()), "'"}));
    return false;
  }
};

template <class V>
Value Classes<V>::instantiate(VmThread& t, Class* c, const CallArgs& args) {
  using Make = Construction<V>;
  Class* type = t.isolate->classes[static_cast<int>(Kind::Class)];
  if (c == type && args.count == 1 && !args.names)
    return V::newref(Value(class_of(t, args.values[0])));
  Value maker = special(t, c, Special::new_);
  Value init = special(t, c, Special::init);
  Value root_init = Make::root_special(t, Special::init);
  Ref<V> instance;
  if (maker == Make::root_special(t, Special::new_)) {
    if (args.count != 0 && init == root_init)
      return Errors<V>::type_error(t, message({c->name->view(), "() takes no arguments"}));
    instance = Ref<V>(allocate_instance(t, c));
  } else {
    instance = Ref<V>(Make::call_new(t, c, maker, args));
  }
  if (!instance || !isinstance(t, instance.get(), c)) return instance.take();
  init = special(t, class_of(t, instance.get()), Special::init);
  if (init == root_init) return instance.take();
  if (!Make::call_init(t, instance.get(), init, args)) return Value();
  return instance.take();
}

}  // namespace gilsim
