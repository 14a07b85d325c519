// What: property, classmethod, staticmethod, super, and modules as types.
// Threads: any.
// Not here: how they act when found on a class (descriptors_impl.h), super's look-up
// (attributes_impl.h).
#pragma once

#include <string>

#include "vm/object/arguments_impl.h"
#include "vm/object/function_natives_impl.h"

namespace gilsim {

template <class V>
struct DescriptorNatives {
  using A = const NativeArgs&;
  static Value none_for_null(Value v) { return v.is_null() ? Value::none() : V::newref(v); }
  static Value null_for_none(Value v) { return v.is_none() ? Value() : V::newref(v); }
  static Str* special(VmThread& t, Special s) { return t.isolate->specials[static_cast<int>(s)]; }

  static void replace(Object* o, Value& field, Value owned) {
    Value old;
    V::publish_for(o, owned);
    {
      typename V::Guard guard(o);
      old = field;
      field = owned;
    }
    V::decref(old);
  }

  // ---- property
  static Property* property(A args) { return args.values[0].template as<Property>(); }
  static Value property_init(VmThread& t, A args) {
    Value out[4];
    NativeArgs rest{args.values + 1, args.count - 1, args.names, args.callee};
    if (!bind_arguments<V>(t, "property", rest, {"fget", "fset", "fdel", "doc"}, 0, out))
      return Value();
    Property* p = property(args);
    for (Value& v : out) v = v.is_none() ? Value() : v;
    replace(p, p->getter, V::newref(out[0]));
    replace(p, p->setter, V::newref(out[1]));
    replace(p, p->deleter, V::newref(out[2]));
    Ref<V> doc = Ref<V>::share(out[3]);
    if (!doc && out[0])
      doc = Ref<V>(Classes<V>::get_attr_optional(t, out[0], special(t, Special::doc)));
    if (t.pending) return Value();
    replace(p, p->doc, doc.take());
    return Value::none();
  }
  // A copy with one function replaced: what @x.setter makes.
  static Value property_with(VmThread& t, A args, Value Property::*field) {
    Property* p = property(args);
    auto pick = [&](Value Property::*which) {
      Value v = which == field ? args.values[1] : p->*which;
      return v.is_null() ? Value::none() : v;
    };
    Value getter = pick(&Property::getter), setter = pick(&Property::setter),
          deleter = pick(&Property::deleter);
    bool own_doc = field != &Property::getter && p->doc;
    Value made = Protocol<V>::call(t, Value(p->cls),
                                   {getter, setter, deleter, own_doc ? p->doc : Value::none()});
    if (made && made.object()->kind == Kind::Property) made.as<Property>()->name = p->name;
    return made;
  }
  static Value property_getter(VmThread& t, A args) {
    return property_with(t, args, &Property::getter);
  }
  static Value property_setter(VmThread& t, A args) {
    return property_with(t, args, &Property::setter);
  }
  static Value property_deleter(VmThread& t, A args) {
    return property_with(t, args, &Property::deleter);
  }
  static Value fget(VmThread&, A args) { return none_for_null(property(args)->getter); }
  static Value fset(VmThread&, A args) { return none_for_null(property(args)->setter); }
  static Value fdel(VmThread&, A args) { return none_for_null(property(args)->deleter); }
  static Value property_doc(VmThread&, A args) { return none_for_null(property(args)->doc); }
  static Value put_property_doc(VmThread&, A args) {
    replace(property(args), property(args)->doc, V::newref(args.values[1]));
    return Value::none();
  }
  static Value property_set_name(VmThread& t, A args) {
    if (layout_of(args.values[2]) == Kind::Str)
      property(args)->name = Attributes<V>::interned(t, args.values[2].template as<Str>());
    return Value::none();
  }
  // Whether one of the functions is an abstract method.
  static int is_abstract(VmThread& t, Value function) {
    if (function.is_null() || function.is_none()) return 0;
    Ref<V> mark(
        Classes<V>::get_attr_optional(t, function, Heap<V>::intern(t, "__isabstractmethod__")));
    if (!mark) return t.pending ? -1 : 0;
    return Protocol<V>::truth(t, mark.get());
  }
  static Value property_abstract(VmThread& t, A args) {
    Property* p = property(args);
    for (Value function : {p->getter, p->setter, p->deleter}) {
      int abstract = is_abstract(t, function);
      if (abstract) return abstract < 0 ? Value() : Value::true_();
    }
    return Value::false_();
  }

  // ---- classmethod and staticmethod, which have one layout
  static_assert(sizeof(ClassMethod) == sizeof(StaticMethod));
  static ClassMethod* wrapper(A args) { return args.values[0].template as<ClassMethod>(); }
  static Value wrapper_init(VmThread&, A args) {
    replace(wrapper(args), wrapper(args)->function, V::newref(args.values[1]));
    return Value::none();
  }
  static Value wrapped(VmThread&, A args) { return none_for_null(wrapper(args)->function); }
  static Value wrapper_abstract(VmThread& t, A args) {
    int abstract = is_abstract(t, wrapper(args)->function);
    return abstract < 0 ? Value() : Value::boolean(abstract);
  }
  static Value of_wrapped(VmThread& t, A args, Special name) {
    Value function = wrapper(args)->function;
    if (function.is_null()) return Errors<V>::attribute_error(t, args.values[0], special(t, name));
    return Classes<V>::get_attr(t, function, special(t, name));
  }
  static Value wrapped_name(VmThread& t, A args) { return of_wrapped(t, args, Special::name); }
  static Value wrapped_qualname(VmThread& t, A args) {
    return of_wrapped(t, args, Special::qualname);
  }
  static Value wrapped_doc(VmThread& t, A args) { return of_wrapped(t, args, Special::doc); }
  static Value wrapped_module(VmThread& t, A args) { return of_wrapped(t, args, Special::module); }

  // ---- super
  static Super* super(A args) { return args.values[0].template as<Super>(); }
  static Value super_init(VmThread& t, A args) {
    Value start, object;
    if (args.count == 1) {
      if (!SuperObjects<V>::from_frame(t, start, object)) return Value();
    } else {
      start = args.values[1];
      object = args.count > 2 && !args.values[2].is_none() ? args.values[2] : Value();
    }
    if (!ClassChecks<V>::is_class(start)) {
      return Errors<V>::type_error(t, message({"super() argument 1 must be a type, not ",
                                               Classes<V>::class_name(t, start)}));
    }
    Class* object_class =
        object ? SuperObjects<V>::class_for(t, start.as<Class>(), object) : nullptr;
    if (object && !object_class) return Value();
    Super* s = super(args);
    if (s->start) return Value::none();
    s->start = V::newref(start.as<Class>());
    if (object_class) s->object_class = V::newref(object_class);
    s->object = V::newref(object);
    return Value::none();
  }
  static Value this_class(VmThread&, A args) {
    return super(args)->start ? Value(V::newref(super(args)->start)) : Value::none();
  }
  static Value self_class(VmThread&, A args) {
    return super(args)->object_class ? Value(V::newref(super(args)->object_class)) : Value::none();
  }
  static Value super_self(VmThread&, A args) { return none_for_null(super(args)->object); }

  // ---- modules
  static Value module_init(VmThread& t, A args) {
    Value out[2];
    NativeArgs rest{args.values + 1, args.count - 1, args.names, args.callee};
    if (!bind_arguments<V>(t, "module", rest, {"name", "doc"}, 1, out)) return Value();
    if (layout_of(out[0]) != Kind::Str) {
      return Errors<V>::type_error(t, message({"module() argument 'name' must be str, not ",
                                               Classes<V>::class_name(t, out[0])}));
    }
    auto* m = args.values[0].template as<Module>();
    Str* old = m->name;
    m->name = V::newref(out[0].as<Str>());
    V::decref(Value(old));
    bool good =
        Dicts<V>::set_str(t, m->dict, special(t, Special::name), out[0]) &&
        Dicts<V>::set_str(t, m->dict, special(t, Special::doc), out[1] ? out[1] : Value::none());
    return good ? Value::none() : Value();
  }

  // The only values of their types.
  static Value alone(VmThread& t, A args, const char* name, Value v) {
    if (args.count == 1) return v;
    return Errors<V>::type_error(t, message({name, " takes no arguments"}));
  }
  static Value none_new(VmThread& t, A args) { return alone(t, args, "NoneType", Value::none()); }
  static Value ellipsis_new(VmThread& t, A args) {
    return alone(t, args, "EllipsisType", Value::ellipsis());
  }
  static Value not_implemented_new(VmThread& t, A args) {
    return alone(t, args, "NotImplementedType", Value::not_implemented());
  }

  // ---- tables
  static Class* cls(VmThread& t, Kind kind) { return t.isolate->classes[static_cast<int>(kind)]; }
  template <size_t n>
  static void add(VmThread& t, Kind kind, const GetSetDef (&defs)[n]) {
    Classes<V>::add_attributes(t, cls(t, kind), defs, n);
  }
  template <size_t n>
  static void add(VmThread& t, Kind kind, const NativeDef (&defs)[n]) {
    Classes<V>::add_methods(t, cls(t, kind), defs, n);
  }

  static void create_properties(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef methods[] = {
        {"__init__", &property_init, 0, 4, m | kNativeKeywords},
        {"getter", &property_getter, 1, 1, m},
        {"setter", &property_setter, 1, 1, m},
        {"deleter", &property_deleter, 1, 1, m},
        {"__set_name__", &property_set_name, 2, 2, m},
    };
    static const GetSetDef fields[] = {
        {{"fget", &fget, 0, 0, m}, {}},
        {{"fset", &fset, 0, 0, m}, {}},
        {{"fdel", &fdel, 0, 0, m}, {}},
        {{"__doc__", &property_doc, 0, 0, m}, {"__doc__", &put_property_doc, 1, 1, m}},
        {{"__isabstractmethod__", &property_abstract, 0, 0, m}, {}},
    };
    add(t, Kind::Property, methods);
    add(t, Kind::Property, fields);
  }
  static void create_wrappers(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef init[] = {{"__init__", &wrapper_init, 1, 1, m}};
    static const GetSetDef fields[] = {
        {{"__func__", &wrapped, 0, 0, m}, {}},
        {{"__wrapped__", &wrapped, 0, 0, m}, {}},
        {{"__name__", &wrapped_name, 0, 0, m}, {}},
        {{"__qualname__", &wrapped_qualname, 0, 0, m}, {}},
        {{"__doc__", &wrapped_doc, 0, 0, m}, {}},
        {{"__module__", &wrapped_module, 0, 0, m}, {}},
        {{"__isabstractmethod__", &wrapper_abstract, 0, 0, m}, {}},
    };
    for (Kind kind : {Kind::ClassMethod, Kind::StaticMethod}) {
      add(t, kind, init);
      add(t, kind, fields);
    }
  }
  static void create_others(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef super_methods[] = {{"__init__", &super_init, 0, 2, m}};
    static const GetSetDef super_fields[] = {{{"__thisclass__", &this_class, 0, 0, m}, {}},
                                             {{"__self_class__", &self_class, 0, 0, m}, {}},
                                             {{"__self__", &super_self, 0, 0, m}, {}}};
    static const NativeDef module_methods[] = {
        {"__init__", &module_init, 0, 2, m | kNativeKeywords}};
    static const NativeDef none[] = {
        {"__new__", &none_new, 1, -1, kNativeStatic | kNativeKeywords}};
    static const NativeDef ellipsis[] = {
        {"__new__", &ellipsis_new, 1, -1, kNativeStatic | kNativeKeywords}};
    static const NativeDef not_implemented[] = {
        {"__new__", &not_implemented_new, 1, -1, kNativeStatic | kNativeKeywords}};
    add(t, Kind::Super, super_methods);
    add(t, Kind::Super, super_fields);
    add(t, Kind::Module, module_methods);
    FunctionNatives<V>::add_dict(t, Kind::Module);
    add(t, Kind::NoneType, none);
    add(t, Kind::EllipsisType, ellipsis);
    add(t, Kind::NotImplementedType, not_implemented);
  }
};

}  // namespace gilsim
