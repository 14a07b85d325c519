// What: the methods and attributes of type.
// Threads: any; natives hold references to what they use across calls.
// Not here: making classes (class_create_impl.h), object (class_natives_impl.h).
#pragma once

#include <string>

#include "vm/object/class_natives_impl.h"
#include "vm/object/native_support.h"

namespace gilsim {

template <class V>
struct TypeNatives {
  using Make = ClassMaker<V>;
  using Shared = ClassNatives<V>;
  static Str* name_of(VmThread& t, Special s) { return Make::name_of(t, s); }

  static Class* self_class(const NativeArgs& args) { return args.values[0].as<Class>(); }

  static Value type_new(VmThread& t, const NativeArgs& args) {
    const Value* v = args.values;
    if (args.positional_count() == 2 && !args.keyword_count() &&
        v[0] == Value(Make::builtin(t, Kind::Class))) {
      return V::newref(Value(Classes<V>::class_of(t, v[1])));
    }
    if (args.positional_count() != 4) {
      return Errors<V>::type_error(t, v[0] == Value(Make::builtin(t, Kind::Class))
                                          ? "type() takes 1 or 3 arguments"
                                          : "type.__new__() takes exactly 3 arguments");
    }
    static constexpr const char* kNames[] = {"str", "tuple", "dict"};
    static constexpr Kind kKinds[] = {Kind::Str, Kind::Tuple, Kind::Dict};
    for (int k = 0; k < 3; ++k) {
      if (Classes<V>::isinstance(t, v[k + 1], Make::builtin(t, kKinds[k]))) continue;
      return Errors<V>::type_error(
          t, message({"type.__new__() argument ", std::to_string(k + 1), " must be ", kNames[k],
                      ", not ", NativeSupport<V>::shown_type(t, v[k + 1])}));
    }
    Ref<V> metaclass, kwargs;
    if (!ClassStatement<V>::split_keywords(t, args, metaclass, kwargs)) return Value();
    return Classes<V>::build_class(t, v[0], v[1].as<Str>(), v[2].as<Tuple>(), v[3].as<Dict>(),
                                   kwargs ? kwargs.template as<Dict>() : nullptr);
  }
  static Value type_init(VmThread&, const NativeArgs&) { return Value::none(); }
  static Value type_call(VmThread& t, const NativeArgs& args) {
    return Classes<V>::instantiate(t, self_class(args),
                                   CallArgs{args.values + 1, args.count - 1, args.names});
  }
  static Value type_repr(VmThread& t, const NativeArgs& args) {
    return Shared::text(t, message({"<class '", Make::full_name(t, self_class(args)), "'>"}));
  }
  static Value type_mro(VmThread& t, const NativeArgs& args) {
    return Value(Protocol<V>::to_list(t, Value(self_class(args)->mro)));
  }
  static Value type_subclasses(VmThread& t, const NativeArgs& args) {
    List* list = Heap<V>::list(t);
    for (Class* sub : ClassAttributes<V>::subclasses(t, self_class(args)))
      Lists<V>::append_owned(t, list, Value(sub));
    return Value(list);
  }
  static Value type_instancecheck(VmThread& t, const NativeArgs& args) {
    int result = ClassChecks<V>::instance_of(t, args.values[1], self_class(args));
    return result < 0 ? Value() : Value::boolean(result);
  }
  static Value type_subclasscheck(VmThread& t, const NativeArgs& args) {
    if (!ClassChecks<V>::is_class(args.values[1]))
      return Errors<V>::type_error(t, "issubclass() arg 1 must be a class");
    return Value::boolean(Classes<V>::is_subclass(args.values[1].as<Class>(), self_class(args)));
  }
  static Value type_prepare(VmThread& t, const NativeArgs&) { return Value(Heap<V>::dict(t)); }

  static Value get_name(VmThread&, const NativeArgs& args) {
    return Value(V::newref(self_class(args)->name));
  }
  static Value get_qualname(VmThread&, const NativeArgs& args) {
    return Value(V::newref(self_class(args)->qualified_name));
  }
  static bool settable(VmThread& t, Class* c, std::string_view attribute, Value value) {
    if (c->class_flags & kClassBuiltin) {
      Errors<V>::type_error(t, message({"cannot set '", attribute,
                                        "' attribute of immutable type '", c->name->view(), "'"}));
      return false;
    }
    if (!value.is_null()) return true;
    Errors<V>::type_error(
        t, message({"cannot delete '", attribute, "' attribute of type '", c->name->view(), "'"}));
    return false;
  }
  static Value set_text(VmThread& t, const NativeArgs& args, const char* attribute,
                        Str* Class::*field) {
    Class* c = self_class(args);
    Value value = args.values[1];
    if (!settable(t, c, attribute, value)) return Value();
    if (!Shared::is_str(t, value)) {
      return Errors<V>::type_error(
          t, message({"can only assign string to ", c->name->view(), ".", attribute, ", not '",
                      Classes<V>::class_name(t, value), "'"}));
    }
    V::publish_for(c, value);
    Str* old = c->*field;
    c->*field = V::newref(value.as<Str>());
    // A reader without a lock may still hold the old text; names of classes are changed too rarely
    // to keep track of it.
    if constexpr (!V::kParallel) V::decref(Value(old));
    return Value::none();
  }
  static Value set_name(VmThread& t, const NativeArgs& args) {
    return set_text(t, args, "__name__", &Class::name);
  }
  static Value set_qualname(VmThread& t, const NativeArgs& args) {
    return set_text(t, args, "__qualname__", &Class::qualified_name);
  }
  static Value get_bases(VmThread&, const NativeArgs& args) {
    return Value(V::newref(self_class(args)->bases));
  }
  static Value set_bases(VmThread& t, const NativeArgs& args) {
    Class* c = self_class(args);
    Value value = args.values[1];
    if (!settable(t, c, "__bases__", value)) return Value();
    if (!value.is_object() || value.object()->kind != Kind::Tuple) {
      return Errors<V>::type_error(
          t, message({"can only assign tuple to ", c->name->view(), ".__bases__, not ",
                      Classes<V>::class_name(t, value)}));
    }
    return Errors<V>::type_error(
        t, message({"__bases__ assignment: '", c->name->view(), "' has a fixed layout"}));
  }
  static Value get_base(VmThread&, const NativeArgs& args) {
    Class* c = self_class(args);
    return c->bases->size ? V::newref(c->bases->items[0]) : Value::none();
  }
  // The mro as a program sees it holds a reference to the class.
  static Value get_mro(VmThread& t, const NativeArgs& args) {
    Tuple* mro = self_class(args)->mro;
    Tuple* copy = Heap<V>::tuple(t, mro->size);
    for (uint64_t k = 0; k < mro->size; ++k) copy->items[k] = V::newref(mro->items[k]);
    return Value(copy);
  }
  static Value get_type_dict(VmThread& t, const NativeArgs& args) {
    return Value(Dicts<V>::copy(t, self_class(args)->dict));
  }
  static Value own_entry(VmThread& t, Class* c, Str* name) {
    return Dicts<V>::get_str(t, c->dict, name);
  }
  static Value get_module(VmThread& t, const NativeArgs& args) {
    Value value = own_entry(t, self_class(args), name_of(t, Special::module));
    return value ? value : Value(Heap<V>::intern(t, "builtins"));
  }
  static Value set_entry(VmThread& t, const NativeArgs& args, const char* attribute) {
    if (!settable(t, self_class(args), attribute, args.values[1])) return Value();
    Ref<V> name(Heap<V>::intern(t, attribute));
    return ClassAttributes<V>::store_raw(t, self_class(args), name.template as<Str>(),
                                         args.values[1])
               ? Value::none()
               : Value();
  }
  static Value set_module(VmThread& t, const NativeArgs& args) {
    return set_entry(t, args, "__module__");
  }
  static Value get_doc(VmThread& t, const NativeArgs& args) {
    Class* c = self_class(args);
    Ref<V> value(own_entry(t, c, name_of(t, Special::doc)));
    if (!value) return Value::none();
    return Descriptors<V>::form(t, value.get()) == Descriptors<V>::Form::kNone
               ? value.take()
               : Descriptors<V>::bind(t, value.get(), Value(), c);
  }
  static Value set_doc(VmThread& t, const NativeArgs& args) {
    return set_entry(t, args, "__doc__");
  }
  static Value get_annotations(VmThread& t, const NativeArgs& args) {
    Class* c = self_class(args);
    Value value = own_entry(t, c, name_of(t, Special::annotations));
    if (value) return value;
    if (c->class_flags & kClassBuiltin)
      return Errors<V>::attribute_error(t, Value(c), name_of(t, Special::annotations));
    Ref<V> made(Heap<V>::dict(t));
    Dicts<V>::set_str(t, c->dict, name_of(t, Special::annotations), made.get());
    return made.take();
  }
  static Value set_annotations(VmThread& t, const NativeArgs& args) {
    return set_entry(t, args, "__annotations__");
  }
  static Value get_abstract(VmThread& t, const NativeArgs& args) {
    Ref<V> name(Heap<V>::intern(t, "__abstractmethods__"));
    Value value = own_entry(t, self_class(args), name.template as<Str>());
    return value ? value : Errors<V>::raise(t, Exc::AttributeError, "__abstractmethods__");
  }
  static Value set_abstract(VmThread& t, const NativeArgs& args) {
    Ref<V> name(Heap<V>::intern(t, "__abstractmethods__"));
    return ClassAttributes<V>::store_raw(t, self_class(args), name.template as<Str>(),
                                         args.values[1])
               ? Value::none()
               : Value();
  }

  // ---- table
  static void add_type(VmThread& t, Class* c) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef methods[] = {
        {"__new__", &type_new, 1, -1, kNativeStatic | kNativeKeywords},
        {"__init__", &type_init, 0, -1, m | kNativeKeywords},
        {"__call__", &type_call, 0, -1, m | kNativeKeywords},
        {"__repr__", &type_repr, 0, 0, m},
        {"mro", &type_mro, 0, 0, m},
        {"__subclasses__", &type_subclasses, 0, 0, m},
        {"__instancecheck__", &type_instancecheck, 1, 1, m},
        {"__subclasscheck__", &type_subclasscheck, 1, 1, m},
        {"__prepare__", &type_prepare, 0, -1, kNativeClassMethod | kNativeKeywords},
        {"__dir__", &Shared::object_dir, 0, 0, m},
    };
    static const GetSetDef attributes[] = {
        {{"__name__", &get_name, 0, 0, m}, {"__name__", &set_name, 1, 1, m}},
        {{"__qualname__", &get_qualname, 0, 0, m}, {"__qualname__", &set_qualname, 1, 1, m}},
        {{"__bases__", &get_bases, 0, 0, m}, {"__bases__", &set_bases, 1, 1, m}},
        {{"__base__", &get_base, 0, 0, m}, {}},
        {{"__mro__", &get_mro, 0, 0, m}, {}},
        {{"__dict__", &get_type_dict, 0, 0, m}, {}},
        {{"__module__", &get_module, 0, 0, m}, {"__module__", &set_module, 1, 1, m}},
        {{"__doc__", &get_doc, 0, 0, m}, {"__doc__", &set_doc, 1, 1, m}},
        {{"__annotations__", &get_annotations, 0, 0, m},
         {"__annotations__", &set_annotations, 1, 1, m}},
        {{"__abstractmethods__", &get_abstract, 0, 0, m},
         {"__abstractmethods__", &set_abstract, 1, 1, m}},
    };
    Classes<V>::add_methods(t, c, methods, std::size(methods));
    Classes<V>::add_attributes(t, c, attributes, std::size(attributes));
  }
};

}  // namespace gilsim
