// What: the methods and attributes of object, and helpers for those of others.
// Threads: any; natives hold references to what they use across calls.
// Not here: what they are built from (attributes_impl.h, class_impl.h, class_create_impl.h),
//   type (type_natives_impl.h).
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "vm/object/class_build_impl.h"

namespace gilsim {

template <class V>
struct ClassNatives {
  using Make = ClassMaker<V>;
  static Str* name_of(VmThread& t, Special s) { return Make::name_of(t, s); }
  static bool is_str(VmThread& t, Value v) {
    return Classes<V>::isinstance(t, v, Make::builtin(t, Kind::Str));
  }

  // ---- shared helpers
  static Value call_with_keywords(VmThread& t, Value callable,
                                  std::initializer_list<Value> positional, Dict* kwargs) {
    std::vector<Value> values(positional);
    std::vector<Ref<V>> held;
    std::vector<Value> keys;
    uint32_t position = 0;
    Value key, value;
    while (kwargs && Dicts<V>::next_entry(t, kwargs, position, key, value)) {
      held.emplace_back(key);
      held.emplace_back(value);
      keys.push_back(key);
      values.push_back(value);
    }
    Ref<V> names;
    if (!keys.empty()) {
      Tuple* tuple = Heap<V>::tuple(t, keys.size());
      for (size_t k = 0; k < keys.size(); ++k) tuple->items[k] = V::newref(keys[k]);
      names = Ref<V>(tuple);
    }
    return Protocol<V>::call(t, callable,
                             CallArgs{values.data(), static_cast<uint32_t>(values.size()),
                                      names ? names.template as<Tuple>() : nullptr});
  }

  static Property* make_attribute(VmThread& t, Class* owner, const GetSetDef& def) {
    auto function = [&](const NativeDef& d) {
      NativeFunction* f = Heap<V>::native(t, &d, Value());
      f->owner = owner;
      return Value(f);
    };
    Property* p = Heap<V>::template make<Property>(t, Kind::Property);
    p->getter = function(def.get);
    p->setter = def.set.function ? function(def.set) : Value();
    p->deleter = Value();
    p->doc = Value();
    p->name = Heap<V>::intern(t, def.get.name);
    Heap<V>::track(t, p);
    return p;
  }

  static std::string hex_identity(Object* o) {
    char text[32];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(V::identity(o)));
    return text;
  }
  static Value text(VmThread& t, std::string_view s) { return Value(Heap<V>::str(t, s)); }

  // ---- object
  static Value object_new(VmThread& t, const NativeArgs& args) {
    if (args.positional_count() == 0)
      return Errors<V>::type_error(t, "object.__new__(): not enough arguments");
    Value cls = args.values[0];
    if (!ClassChecks<V>::is_class(cls)) {
      return Errors<V>::type_error(t, message({"object.__new__(X): X is not a type object (",
                                               Classes<V>::class_name(t, cls), ")"}));
    }
    auto* c = cls.as<Class>();
    // Built-in layouts that have no __new__ of their own here have one in CPython, which takes all.
    if (args.count > 1 && c->instance_kind == Kind::Object) {
      using Roots = Construction<V>;
      if (Classes<V>::special(t, c, Special::new_) != Roots::root_special(t, Special::new_)) {
        return Errors<V>::type_error(
            t, "object.__new__() takes exactly one argument (the type to instantiate)");
      }
      if (Classes<V>::special(t, c, Special::init) == Roots::root_special(t, Special::init)) {
        return Errors<V>::type_error(t, message({c->name->view(), "() takes no arguments"}));
      }
    }
    return Classes<V>::allocate_instance(t, c);
  }
  static Value object_init(VmThread& t, const NativeArgs& args) {
    if (args.count > 1) {
      using Roots = Construction<V>;
      Class* c = Classes<V>::class_of(t, args.values[0]);
      if (Classes<V>::special(t, c, Special::init) != Roots::root_special(t, Special::init)) {
        return Errors<V>::type_error(
            t, "object.__init__() takes exactly one argument (the instance to initialize)");
      }
      if (Classes<V>::special(t, c, Special::new_) == Roots::root_special(t, Special::new_)) {
        return Errors<V>::type_error(
            t, message({c->name->view(),
                        ".__init__() takes exactly one argument (the instance to initialize)"}));
      }
    }
    return Value::none();
  }
  static Value object_repr(VmThread& t, const NativeArgs& args) {
    Value self = args.values[0];
    Class* c = Classes<V>::class_of(t, self);
    std::string at = self.is_object() ? hex_identity(self.object()) : "0x0";
    return text(t, message({"<", Make::full_name(t, c), " object at ", at, ">"}));
  }
  static Value object_str(VmThread& t, const NativeArgs& args) {
    return Value(Protocol<V>::repr(t, args.values[0]));
  }
  static Value object_eq(VmThread&, const NativeArgs& args) {
    return args.values[0] == args.values[1] ? Value::true_() : Value::not_implemented();
  }
  static Value object_ne(VmThread& t, const NativeArgs& args) {
    bool found = false;
    Ref<V> equal(Classes<V>::call_special(t, args.values[0], Special::eq, {args.values[1]}, found));
    if (!equal) return found ? Value() : Value::not_implemented();
    if (equal.get() == Value::not_implemented()) return Value::not_implemented();
    int truth = Protocol<V>::truth(t, equal.get());
    return truth < 0 ? Value() : Value::boolean(!truth);
  }
  static Value object_hash(VmThread& t, const NativeArgs& args) {
    return Heap<V>::integer(t, identity_hash(args.values[0]));
  }
  // CPython's: addresses are multiples of 16, so that the low bits go to the top.
  static int64_t identity_hash(Value v) {
    uint64_t identity = v.is_object() ? V::identity(v.object()) : v.bits();
    if constexpr (kTagBytes<typename V::P> == 0) identity = identity >> 4 | identity << 60;
    return static_cast<int64_t>(identity);
  }
  static Value object_format(VmThread& t, const NativeArgs& args) {
    Value self = args.values[0], spec = args.values[1];
    if (!is_str(t, spec)) {
      return Errors<V>::type_error(
          t, message({"__format__() argument must be str, not ", Classes<V>::class_name(t, spec)}));
    }
    if (spec.as<Str>()->size == 0) return Value(Protocol<V>::to_str(t, self));
    return Errors<V>::type_error(t, message({"unsupported format string passed to ",
                                             Classes<V>::class_name(t, self), ".__format__"}));
  }
  static Str* attribute_name(VmThread& t, Value name) {
    if (is_str(t, name)) return Attributes<V>::interned(t, name.as<Str>());
    Errors<V>::type_error(
        t, message({"attribute name must be string, not '", Classes<V>::class_name(t, name), "'"}));
    return nullptr;
  }
  static Value object_getattribute(VmThread& t, const NativeArgs& args) {
    Str* name = attribute_name(t, args.values[1]);
    if (!name) return Value();
    Value value =
        Attributes<V>::find(t, args.values[0], Classes<V>::class_of(t, args.values[0]), name);
    return value || t.pending ? value : Errors<V>::attribute_error(t, args.values[0], name);
  }
  static Value object_setattr(VmThread& t, const NativeArgs& args) {
    Str* name = attribute_name(t, args.values[1]);
    bool done =
        name && Attributes<V>::store(t, args.values[0], Classes<V>::class_of(t, args.values[0]),
                                     name, args.values[2]);
    return done ? Value::none() : Value();
  }
  static Value object_delattr(VmThread& t, const NativeArgs& args) {
    Str* name = attribute_name(t, args.values[1]);
    bool done =
        name && Attributes<V>::store(t, args.values[0], Classes<V>::class_of(t, args.values[0]),
                                     name, Value());
    return done ? Value::none() : Value();
  }
  static Value object_sizeof(VmThread& t, const NativeArgs& args) {
    size_t bytes = args.values[0].is_object() ? payload_bytes(args.values[0].object()) : 0;
    return Heap<V>::integer(t, static_cast<int64_t>(bytes ? bytes : sizeof(Instance)));
  }
  static Value object_init_subclass(VmThread& t, const NativeArgs& args) {
    std::string_view owner = ClassChecks<V>::is_class(args.values[0])
                                 ? args.values[0].as<Class>()->name->view()
                                 : "object";
    if (args.keyword_count()) {
      return Errors<V>::type_error(
          t, message({owner, ".__init_subclass__() takes no keyword arguments"}));
    }
    if (args.count > 1) {
      return Errors<V>::type_error(t, message({owner, ".__init_subclass__() takes no arguments (",
                                               std::to_string(args.count - 1), " given)"}));
    }
    return Value::none();
  }
  static Value object_subclasshook(VmThread&, const NativeArgs&) {
    return Value::not_implemented();
  }

  static bool add_keys(VmThread& t, Dict* into, Dict* from) {
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, from, position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      if (!Dicts<V>::set(t, into, key, Value::none())) return false;
    }
    return true;
  }
  static bool add_class_keys(VmThread& t, Dict* into, Class* c) {
    for (uint64_t k = 0; k < c->mro->size; ++k) {
      if (!add_keys(t, into, c->mro->items[k].template as<Class>()->dict)) return false;
    }
    return true;
  }
  // The names of an object, its class and bases, unsorted.
  static Value object_dir(VmThread& t, const NativeArgs& args) {
    Value self = args.values[0];
    Ref<V> names(Heap<V>::dict(t));
    Dict* into = names.template as<Dict>();
    bool good = true;
    if (self.is_object() && self.object()->kind == Kind::Module) {
      good = add_keys(t, into, self.as<Module>()->dict);
    } else if (ClassChecks<V>::is_class(self)) {
      good = add_class_keys(t, into, self.as<Class>());
    } else {
      Ref<V> attributes(own_attributes(t, self));
      if (attributes) good = add_keys(t, into, attributes.template as<Dict>());
      good = good && add_class_keys(t, into, Classes<V>::class_of(t, self));
    }
    return good ? Value(Dicts<V>::keys(t, into)) : Value();
  }
  // A copy of the attributes that leaves the object as it is; null: it has none.
  static Value own_attributes(VmThread& t, Value self) {
    AttrStore* store = self.is_object() ? attr_store_of(self.object()) : nullptr;
    if (!store) return Value();
    std::vector<Str*> names;
    if (V::is_published(self.object())) {
      SharedSlots* block = SharedAttributes<V>::current(self.object(), store);
      if (block->shape->is_dict) return SharedAttributes<V>::get(self.object(), block, 0);
      for (const Shape* s = block->shape; s->name; s = s->parent) names.push_back(s->name);
    } else {
      typename V::Guard guard(self.object());
      Shape* shape = store->shape;
      if (shape->is_dict) return V::newref(store->values[0]);
      for (const Shape* s = shape; s->name; s = s->parent) names.push_back(s->name);
    }
    Ref<V> dict(Heap<V>::dict(t));
    for (size_t k = names.size(); k-- > 0;) {
      Ref<V> value(Attributes<V>::own(t, self.object(), names[k]));
      if (value) Dicts<V>::set_str(t, dict.template as<Dict>(), names[k], value.get());
    }
    return dict.take();
  }

  static Value get_class(VmThread& t, const NativeArgs& args) {
    return V::newref(Value(Classes<V>::class_of(t, args.values[0])));
  }
  static Value set_class(VmThread& t, const NativeArgs& args) {
    Value self = args.values[0], cls = args.values[1];
    if (cls.is_null()) return Errors<V>::type_error(t, "can't delete __class__ attribute");
    if (!ClassChecks<V>::is_class(cls)) {
      return Errors<V>::type_error(t, message({"__class__ must be set to a class, not '",
                                               Classes<V>::class_name(t, cls), "' object"}));
    }
    auto* to = cls.as<Class>();
    Class* from = Classes<V>::class_of(t, self);
    if ((to->class_flags | from->class_flags) & kClassBuiltin) {
      if (self.is_object() && self.object()->kind == Kind::Module) return Value::none();
      return Errors<V>::type_error(
          t, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    constexpr uint32_t kLayout = kClassNoDict | kClassHasSlots;
    if (to->instance_kind != from->instance_kind ||
        (to->class_flags & kLayout) != (from->class_flags & kLayout)) {
      return Errors<V>::type_error(
          t, message({"__class__ assignment: '", to->name->view(), "' object layout differs from '",
                      from->name->view(), "'"}));
    }
    return change_class(t, self, from, to);
  }
  // The shape belongs to the class: the attributes move over one by one. The old class is never
  // freed if others may be reading it.
  static Value change_class(VmThread& t, Value self, Class* from, Class* to) {
    AttrStore* store = attr_store_of(self.object());
    Ref<V> dict;
    if (store && !(to->class_flags & kClassHasSlots))
      dict = Ref<V>(Classes<V>::instance_dict(t, self));
    V::publish_for(self.object(), to);
    V::incref(to);
    if (known_weakly(from)) set_known_weakly(to);
    {
      typename V::Guard guard(self.object());
      if (store && V::is_published(self.object()))
        change_shared_shape(t, self.object(), store, to);
      else if (store)
        V::store(self.object(), store->shape, shape_in(t, to, store->shape));
      V::store(self.object(), self.object()->cls, to);
    }
    if constexpr (!V::kParallel) V::decref(from);
    return Value::none();
  }
  // The shape of class `to` with the attributes of another one's.
  static Shape* shape_in(VmThread& t, Class* to, const Shape* from) {
    Shape* shape = to->root_shape;
    std::vector<Str*> names;
    const Shape* old = from->is_dict ? from->parent : from;
    for (; old->name; old = old->parent) names.push_back(old->name);
    for (size_t k = names.size(); k-- > 0;) shape = Shapes<V>::child(t, shape, names[k]);
    return from->is_dict ? Shapes<V>::dict_shape(t, shape) : shape;
  }
  static void change_shared_shape(VmThread& t, Object* o, AttrStore* store, Class* to) {
    for (;;) {
      SharedSlots* block = SharedAttributes<V>::current(o, store);
      Shape* made = shape_in(t, to, block->shape);
      if (SharedAttributes<V>::renew(o, store, block,
                                     [&](Shape*& shape, std::vector<Value>&) { shape = made; }))
        return;
    }
  }
  static Value get_dict(VmThread& t, const NativeArgs& args) {
    Class* c = Classes<V>::class_of(t, args.values[0]);
    Dict* dict =
        c->class_flags & kClassNoDict ? nullptr : Classes<V>::instance_dict(t, args.values[0]);
    if (dict) return Value(dict);
    return t.pending ? Value()
                     : Errors<V>::attribute_error(t, args.values[0], name_of(t, Special::dict));
  }
  static Value set_dict(VmThread& t, const NativeArgs& args) {
    Value self = args.values[0], value = args.values[1];
    if (value.is_null()) return Errors<V>::type_error(t, "cannot delete __dict__");
    if (!Classes<V>::isinstance(t, value, Make::builtin(t, Kind::Dict))) {
      return Errors<V>::type_error(t, message({"__dict__ must be set to a dictionary, not a '",
                                               Classes<V>::class_name(t, value), "'"}));
    }
    AttrStore* store = self.is_object() ? attr_store_of(self.object()) : nullptr;
    Ref<V> old(Classes<V>::instance_dict(t, self));
    if (!old || !store) return Errors<V>::attribute_error(t, self, name_of(t, Special::dict));
    Ref<V> dropped;
    if (V::is_published(self.object())) {
      V::publish(value);
      V::incref(value);
      for (;;) {
        SharedSlots* block = SharedAttributes<V>::current(self.object(), store);
        Value seen = SharedAttributes<V>::peek(self.object(), block, 0);
        if (SharedAttributes<V>::swap(self.object(), store, block, 0, seen, value)) break;
      }
      return Value::none();
    }
    typename V::Guard guard(self.object());
    dropped = Ref<V>(store->values[0]);
    store->values[0] = V::newref(value);
    guard.unlock();
    return Value::none();
  }
  // The __dict__ attribute that a class whose instances are the first to have one carries.
  static Property* dict_attribute(VmThread& t) {
    static const GetSetDef def = {{"__dict__", &get_dict, 0, 0, kNativeMethod},
                                  {"__dict__", &set_dict, 1, 1, kNativeMethod}};
    return make_attribute(t, Make::builtin(t, Kind::Object), def);
  }

  // ---- table
  static void add_object(VmThread& t, Class* c) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef methods[] = {
        {"__new__", &object_new, 0, -1, kNativeStatic | kNativeKeywords},
        {"__init__", &object_init, 0, -1, m | kNativeKeywords},
        {"__repr__", &object_repr, 0, 0, m},
        {"__str__", &object_str, 0, 0, m},
        {"__eq__", &object_eq, 1, 1, m},
        {"__ne__", &object_ne, 1, 1, m},
        {"__hash__", &object_hash, 0, 0, m},
        {"__format__", &object_format, 1, 1, m},
        {"__getattribute__", &object_getattribute, 1, 1, m},
        {"__setattr__", &object_setattr, 2, 2, m},
        {"__delattr__", &object_delattr, 1, 1, m},
        {"__dir__", &object_dir, 0, 0, m},
        {"__sizeof__", &object_sizeof, 0, 0, m},
        {"__init_subclass__", &object_init_subclass, 0, -1, kNativeClassMethod | kNativeKeywords},
        {"__subclasshook__", &object_subclasshook, 0, -1, kNativeClassMethod},
    };
    static const GetSetDef attributes[] = {
        {{"__class__", &get_class, 0, 0, m}, {"__class__", &set_class, 1, 1, m}},
    };
    Classes<V>::add_methods(t, c, methods, std::size(methods));
    Classes<V>::add_attributes(t, c, attributes, std::size(attributes));
    Dicts<V>::set_str(t, c->dict, name_of(t, Special::doc), Value::none());
  }
};

}  // namespace gilsim
