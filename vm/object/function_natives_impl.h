// What: the attributes of functions, methods, code objects and cells.
// Threads: any; fields of a function are read and replaced under its guard.
// Not here: calling (protocol_call_impl.h), descriptors' own methods (descriptor_natives_impl.h),
// generators (generator_natives_impl.h).
#pragma once

#include <string>
#include <vector>

#include "vm/object/builtin_slots_impl.h"

namespace gilsim {

template <class V>
struct FunctionNatives {
  using A = const NativeArgs&;
  static Function* self(A args) { return args.values[0].template as<Function>(); }

  static Value none_for_null(Value v) { return v.is_null() ? Value::none() : V::newref(v); }
  template <class T>
  static Value object_or_none(T* o) {
    return o ? Value(V::newref(o)) : Value::none();
  }
  // Puts an owned value or pointer into a field.
  template <class T>
  static Value replace(Function* f, T& field, T owned) {
    T old;
    {
      V::publish_for(f, owned);
      typename V::Guard guard(f);
      old = field;
      field = owned;
    }
    if constexpr (std::is_same_v<T, Value>)
      V::decref(old);
    else
      V::xdecref(old);
    return Value::none();
  }

  static Value get_name(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return Value(V::newref(self(args)->name));
  }
  static Value get_qualname(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return Value(V::newref(self(args)->qualified_name));
  }
  static Value put_text(VmThread& t, A args, Str* Function::*field, std::string_view attribute) {
    Value value = args.values[1];
    if (value.is_null() || layout_of(value) != Kind::Str) {
      return Errors<V>::type_error(t, message({attribute, " must be set to a string object"}));
    }
    return replace(self(args), self(args)->*field, V::newref(value.as<Str>()));
  }
  static Value put_name(VmThread& t, A args) {
    return put_text(t, args, &Function::name, "__name__");
  }
  static Value put_qualname(VmThread& t, A args) {
    return put_text(t, args, &Function::qualified_name, "__qualname__");
  }

  static Value get_doc(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return none_for_null(self(args)->doc);
  }
  static Value put_doc(VmThread&, A args) {
    return replace(self(args), self(args)->doc, V::newref(args.values[1]));
  }
  static Value get_module(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return none_for_null(self(args)->module);
  }
  static Value put_module(VmThread&, A args) {
    return replace(self(args), self(args)->module, V::newref(args.values[1]));
  }

  static Value get_defaults(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return object_or_none(self(args)->defaults);
  }
  static Value put_defaults(VmThread& t, A args) {
    Value value = args.values[1];
    if (!value.is_null() && !value.is_none() && layout_of(value) != Kind::Tuple) {
      return Errors<V>::type_error(t, "__defaults__ must be set to a tuple object");
    }
    Tuple* tuple = value.is_null() || value.is_none() ? nullptr : V::newref(value.as<Tuple>());
    return replace(self(args), self(args)->defaults, tuple);
  }
  static Value get_keyword_defaults(VmThread&, A args) {
    typename V::Guard guard(self(args));
    return object_or_none(self(args)->keyword_defaults);
  }
  static Value put_keyword_defaults(VmThread& t, A args) {
    Value value = args.values[1];
    if (!value.is_null() && !value.is_none() && layout_of(value) != Kind::Dict) {
      return Errors<V>::type_error(t, "__kwdefaults__ must be set to a dict object");
    }
    Dict* dict = value.is_null() || value.is_none() ? nullptr : V::newref(value.as<Dict>());
    return replace(self(args), self(args)->keyword_defaults, dict);
  }
  static Value get_code(VmThread&, A args) { return Value(V::newref(self(args)->code)); }
  static Value put_code(VmThread& t, A) {
    return Errors<V>::type_error(t, "__code__ must be set to a code object");
  }
  static Value get_globals(VmThread&, A args) { return Value(V::newref(self(args)->globals)); }
  static Value get_closure(VmThread&, A args) { return object_or_none(self(args)->closure); }
  static Value get_annotations(VmThread& t, A args) {
    Ref<V> made(Heap<V>::dict(t));
    V::publish_for(self(args), made.get());
    typename V::Guard guard(self(args));
    Value& field = self(args)->annotations;
    if (field.is_null()) field = V::newref(made.get());
    return V::newref(field);
  }
  static Value put_annotations(VmThread& t, A args) {
    Value value = args.values[1];
    if (!value.is_null() && !value.is_none() && layout_of(value) != Kind::Dict) {
      return Errors<V>::type_error(t, "__annotations__ must be set to a dict object");
    }
    return replace(self(args), self(args)->annotations,
                   value.is_none() ? Value() : V::newref(value));
  }

  // ---- code
  static CodeObject* code(A args) { return args.values[0].template as<CodeObject>(); }
  static Value number(VmThread& t, int64_t n) { return Heap<V>::integer(t, n); }
  static Value names(VmThread& t, const std::vector<std::string>& list) {
    Tuple* tuple = Heap<V>::tuple(t, list.size());
    for (size_t k = 0; k < list.size(); ++k) tuple->items[k] = Value(Heap<V>::intern(t, list[k]));
    return Value(tuple);
  }
  static Value co_name(VmThread&, A args) { return Value(V::newref(code(args)->name)); }
  static Value co_qualname(VmThread&, A args) {
    return Value(V::newref(code(args)->qualified_name));
  }
  static Value co_filename(VmThread& t, A args) {
    return Value(Heap<V>::str(t, shown_path(*t.isolate, code(args)->file_name->view())));
  }
  static Value co_firstlineno(VmThread& t, A args) {
    return number(t, code(args)->code->first_line);
  }
  static Value co_argcount(VmThread& t, A args) {
    return number(t, code(args)->code->positional_count);
  }
  static Value co_kwonly(VmThread& t, A args) {
    return number(t, code(args)->code->keyword_only_count);
  }
  static Value co_posonly(VmThread& t, A args) {
    return number(t, code(args)->code->positional_only_count);
  }
  static Value co_nlocals(VmThread& t, A args) { return number(t, code(args)->code->local_count); }
  static Value co_varnames(VmThread& t, A args) { return names(t, code(args)->code->local_names); }
  static Value co_freevars(VmThread& t, A args) { return names(t, code(args)->code->free_names); }
  static Value co_cellvars(VmThread& t, A args) {
    std::vector<std::string> list;
    for (uint16_t k : code(args)->code->cell_registers)
      list.push_back(code(args)->code->local_names[k]);
    return names(t, list);
  }
  static Value co_names(VmThread& t, A args) { return names(t, code(args)->code->names); }
  // As CPython's bits: 1 optimised, 2 new locals, 4 *args, 8 **kwargs, 32 generator.
  static Value co_flags(VmThread& t, A args) {
    uint32_t own = code(args)->code->flags;
    int64_t flags = own & kCodeNamespace ? 0 : 3;
    if (own & kCodeVarArgs) flags |= 4;
    if (own & kCodeVarKeywords) flags |= 8;
    if (own & kCodeGenerator) flags |= 32;
    return number(t, flags);
  }

  // ---- methods
  static Value method_function(VmThread&, A args) {
    return V::newref(args.values[0].template as<BoundMethod>()->function);
  }
  static Value method_self(VmThread&, A args) {
    return V::newref(args.values[0].template as<BoundMethod>()->self);
  }
  static Value method_doc(VmThread& t, A args) {
    return Classes<V>::get_attr(t, args.values[0].template as<BoundMethod>()->function,
                                t.isolate->specials[static_cast<int>(Special::doc)]);
  }
  static Value method_new(VmThread& t, A args) {
    if (!Protocol<V>::is_callable(t, args.values[1]))
      return Errors<V>::type_error(t, "first argument must be callable");
    if (args.values[2].is_none()) return Errors<V>::type_error(t, "self must not be None");
    return Value(Heap<V>::bound_method(t, args.values[1], args.values[2]));
  }

  static NativeFunction* native(A args) { return args.values[0].template as<NativeFunction>(); }
  static Value native_name(VmThread& t, A args) {
    return Value(Heap<V>::intern(t, native(args)->def->name));
  }
  static Value native_qualname(VmThread& t, A args) {
    NativeFunction* f = native(args);
    if (f->qualified_name) return Value(V::newref(f->qualified_name));
    if (f->owner)
      return Value(Heap<V>::str(t, message({f->owner->name->view(), ".", f->def->name})));
    return native_name(t, args);
  }
  static Value native_self(VmThread& t, A args) {
    if (native(args)->self) return V::newref(native(args)->self);
    if (!native(args)->owner) return Value::none();
    return Errors<V>::raise(t, Exc::AttributeError,
                            "'method_descriptor' object has no attribute '__self__'");
  }
  static Value native_doc(VmThread&, A) { return Value::none(); }
  static Value native_module(VmThread& t, A args) {
    return native(args)->owner ? Value::none() : Value(Heap<V>::intern(t, "builtins"));
  }

  // ---- cells and slots
  static Value cell_contents(VmThread& t, A args) {
    Value value;
    value = load_cell<V>(args.values[0].template as<Cell>());
    return value ? value : Errors<V>::value_error(t, "Cell is empty");
  }
  static Value put_cell_contents(VmThread&, A args) {
    store_cell<V>(args.values[0].template as<Cell>(), V::newref(args.values[1]));
    return Value::none();
  }
  static Value slot_name(VmThread&, A args) {
    return Value(V::newref(args.values[0].template as<SlotDescriptor>()->name));
  }
  static Value slot_owner(VmThread&, A args) {
    return Value(V::newref(args.values[0].template as<SlotDescriptor>()->owner));
  }

  // ---- tables
  static Class* cls(VmThread& t, Kind kind) { return t.isolate->classes[static_cast<int>(kind)]; }
  template <size_t n>
  static void add(VmThread& t, Kind kind, const GetSetDef (&defs)[n]) {
    Classes<V>::add_attributes(t, cls(t, kind), defs, n);
  }
  static void add_dict(VmThread& t, Kind kind) {
    Ref<V> dict(ClassNatives<V>::dict_attribute(t));
    Dicts<V>::set_str(t, cls(t, kind)->dict, t.isolate->specials[static_cast<int>(Special::dict)],
                      dict.get());
    Classes<V>::invalidate(t, cls(t, kind));
  }

  static void create_functions(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const GetSetDef fields[] = {
        {{"__name__", &get_name, 0, 0, m}, {"__name__", &put_name, 1, 1, m}},
        {{"__qualname__", &get_qualname, 0, 0, m}, {"__qualname__", &put_qualname, 1, 1, m}},
        {{"__doc__", &get_doc, 0, 0, m}, {"__doc__", &put_doc, 1, 1, m}},
        {{"__module__", &get_module, 0, 0, m}, {"__module__", &put_module, 1, 1, m}},
        {{"__defaults__", &get_defaults, 0, 0, m}, {"__defaults__", &put_defaults, 1, 1, m}},
        {{"__kwdefaults__", &get_keyword_defaults, 0, 0, m},
         {"__kwdefaults__", &put_keyword_defaults, 1, 1, m}},
        {{"__code__", &get_code, 0, 0, m}, {"__code__", &put_code, 1, 1, m}},
        {{"__globals__", &get_globals, 0, 0, m}, {}},
        {{"__closure__", &get_closure, 0, 0, m}, {}},
        {{"__annotations__", &get_annotations, 0, 0, m},
         {"__annotations__", &put_annotations, 1, 1, m}},
    };
    add(t, Kind::Function, fields);
    add_dict(t, Kind::Function);
  }
  static void create_code(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const GetSetDef fields[] = {
        {{"co_name", &co_name, 0, 0, m}, {}},
        {{"co_qualname", &co_qualname, 0, 0, m}, {}},
        {{"co_filename", &co_filename, 0, 0, m}, {}},
        {{"co_firstlineno", &co_firstlineno, 0, 0, m}, {}},
        {{"co_argcount", &co_argcount, 0, 0, m}, {}},
        {{"co_kwonlyargcount", &co_kwonly, 0, 0, m}, {}},
        {{"co_posonlyargcount", &co_posonly, 0, 0, m}, {}},
        {{"co_nlocals", &co_nlocals, 0, 0, m}, {}},
        {{"co_varnames", &co_varnames, 0, 0, m}, {}},
        {{"co_freevars", &co_freevars, 0, 0, m}, {}},
        {{"co_cellvars", &co_cellvars, 0, 0, m}, {}},
        {{"co_names", &co_names, 0, 0, m}, {}},
        {{"co_flags", &co_flags, 0, 0, m}, {}},
    };
    add(t, Kind::Code, fields);
  }
  static void create_methods(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const GetSetDef method[] = {{{"__func__", &method_function, 0, 0, m}, {}},
                                       {{"__self__", &method_self, 0, 0, m}, {}},
                                       {{"__doc__", &method_doc, 0, 0, m}, {}}};
    static const NativeDef constructor[] = {{"__new__", &method_new, 3, 3, kNativeStatic}};
    static const GetSetDef fields[] = {
        {{"__name__", &native_name, 0, 0, m}, {}},
        {{"__qualname__", &native_qualname, 0, 0, m}, {}},
        {{"__self__", &native_self, 0, 0, m}, {}},
        {{"__doc__", &native_doc, 0, 0, m}, {}},
        {{"__module__", &native_module, 0, 0, m}, {}},
    };
    static const GetSetDef cell[] = {{{"cell_contents", &cell_contents, 0, 0, m},
                                      {"cell_contents", &put_cell_contents, 1, 1, m}}};
    static const GetSetDef slot[] = {{{"__name__", &slot_name, 0, 0, m}, {}},
                                     {{"__objclass__", &slot_owner, 0, 0, m}, {}}};
    add(t, Kind::BoundMethod, method);
    Classes<V>::add_methods(t, cls(t, Kind::BoundMethod), constructor, 1);
    add(t, Kind::NativeFunction, fields);
    add(t, Kind::Cell, cell);
    add(t, Kind::SlotDescriptor, slot);
  }
};

}  // namespace gilsim
