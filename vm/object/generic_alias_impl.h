// What: list[int] and int | str: values that print well, can be called, and serve isinstance where
// CPython lets them. Idea: plain instances of two builtin classes that keep __origin__ and __args__
// as attributes. Threads: any; they are not changed after they are made. Not here: typing's names
// (a library module).
#pragma once

#include <string>

#include "vm/object/class_natives_impl.h"

namespace gilsim {

template <class V>
struct GenericAliases {
  using Make = ClassMaker<V>;

  static Value field(VmThread& t, Value self, std::string_view name) {
    Ref<V> key(Heap<V>::intern(t, name));
    return Attributes<V>::own(t, self.object(), key.template as<Str>());
  }
  static bool set_field(VmThread& t, Value self, std::string_view name, Value value) {
    Ref<V> key(Heap<V>::intern(t, name));
    return Attributes<V>::store_set(t, self.object(), attr_store_of(self.object()),
                                    key.template as<Str>(), value, nullptr) == 1;
  }

  // origin[args]
  static Value make(VmThread& t, Value origin, Value key) {
    return make_of(t, t.isolate->generic_alias, origin, key);
  }
  static Value make_of(VmThread& t, Class* cls, Value origin, Value key) {
    Ref<V> alias(Classes<V>::allocate_instance(t, cls));
    if (!alias) return Value();
    Ref<V> args = key.is_object() && key.object()->kind == Kind::Tuple
                      ? Ref<V>::share(key)
                      : Ref<V>(Heap<V>::tuple(t, {key}));
    bool good = set_field(t, alias.get(), "__origin__", origin) &&
                set_field(t, alias.get(), "__args__", args.get());
    return good ? alias.take() : Value();
  }
  static Value class_getitem(VmThread& t, const NativeArgs& args) {
    return make(t, args.values[0], args.values[1]);
  }

  static bool is_union(VmThread& t, Value v) {
    return v.is_object() && v.object()->cls == t.isolate->union_type;
  }
  static bool can_unite(VmThread& t, Value v) {
    return v.is_none() || ClassChecks<V>::is_class(v) || is_union(t, v) ||
           ClassChecks<V>::is_alias(t, v);
  }

  static bool add_members(VmThread& t, List* list, Value v) {
    if (!is_union(t, v)) {
      for (uint64_t k = 0; k < list->size; ++k) {
        if (list->items[k] == v) return true;
      }
      return Lists<V>::append(t, list, v);
    }
    Ref<V> members(field(t, v, "__args__"));
    Tuple* tuple = members.template as<Tuple>();
    for (uint64_t k = 0; k < tuple->size; ++k) {
      if (!add_members(t, list, tuple->items[k])) return false;
    }
    return true;
  }
  // a | b for classes; NotImplemented if they are none.
  static Value unite(VmThread& t, Value a, Value b) {
    if (!can_unite(t, a) || !can_unite(t, b) || (a.is_none() && b.is_none()))
      return Value::not_implemented();
    Ref<V> list(Heap<V>::list(t));
    if (!add_members(t, list.template as<List>(), a) ||
        !add_members(t, list.template as<List>(), b))
      return Value();
    if (list.template as<List>()->size == 1) return V::newref(a);
    Ref<V> members(Lists<V>::to_tuple(t, list.template as<List>()));
    Ref<V> result(Classes<V>::allocate_instance(t, t.isolate->union_type));
    return members && result && set_field(t, result.get(), "__args__", members.get())
               ? result.take()
               : Value();
  }

  static std::string item_text(VmThread& t, Value v) {
    if (v.is_none()) return "None";
    if (v == Value::ellipsis()) return "...";
    if (ClassChecks<V>::is_class(v)) return Make::full_name(t, v.as<Class>());
    Ref<V> text(Protocol<V>::repr(t, v));
    return text ? std::string(text.template as<Str>()->view()) : std::string();
  }
  static std::string join(VmThread& t, Value self, std::string_view separator) {
    Ref<V> args(field(t, self, "__args__"));
    Tuple* tuple = args.template as<Tuple>();
    std::string text;
    for (uint64_t k = 0; k < tuple->size; ++k) {
      if (k) text += separator;
      text += item_text(t, tuple->items[k]);
    }
    return text;
  }

  static Value finish(VmThread& t, const std::string& text) {
    return t.pending ? Value() : Value(Heap<V>::str(t, text));
  }
  static Value alias_new(VmThread& t, const NativeArgs& args) {
    return make_of(t, args.values[0].as<Class>(), args.values[1], args.values[2]);
  }
  static Value alias_repr(VmThread& t, const NativeArgs& args) {
    Ref<V> origin(field(t, args.values[0], "__origin__"));
    std::string inner = join(t, args.values[0], ", ");
    return finish(t, message({item_text(t, origin.get()), "[", inner.empty() ? "()" : inner, "]"}));
  }
  static Value union_repr(VmThread& t, const NativeArgs& args) {
    return finish(t, join(t, args.values[0], " | "));
  }
  static Value alias_call(VmThread& t, const NativeArgs& args) {
    Ref<V> origin(field(t, args.values[0], "__origin__"));
    return Protocol<V>::call(t, origin.get(),
                             CallArgs{args.values + 1, args.count - 1, args.names});
  }
  static Value alias_getattr(VmThread& t, const NativeArgs& args) {
    Ref<V> origin(field(t, args.values[0], "__origin__"));
    if (!origin) return Errors<V>::attribute_error(t, args.values[0], args.values[1].as<Str>());
    return Classes<V>::get_attr(t, origin.get(), args.values[1].as<Str>());
  }
  static Value alias_getitem(VmThread& t, const NativeArgs& args) {
    Ref<V> origin(field(t, args.values[0], "__origin__"));
    return make(t, origin.get(), args.values[1]);
  }
  static Value alias_mro_entries(VmThread& t, const NativeArgs& args) {
    Ref<V> origin(field(t, args.values[0], "__origin__"));
    return Value(Heap<V>::tuple(t, {origin.get()}));
  }
  static Value alias_eq(VmThread& t, const NativeArgs& args) {
    Value a = args.values[0], b = args.values[1];
    if (!b.is_object() || a.object()->cls != b.object()->cls) return Value::not_implemented();
    for (std::string_view name : {"__origin__", "__args__"}) {
      Ref<V> x(field(t, a, name)), y(field(t, b, name));
      if (!x && !y) continue;
      int equal = Protocol<V>::equal(t, x.get(), y.get());
      if (equal != 1) return equal < 0 ? Value() : Value::false_();
    }
    return Value::true_();
  }
  static Value alias_hash(VmThread& t, const NativeArgs& args) {
    Ref<V> members(field(t, args.values[0], "__args__"));
    int64_t hash = 0;
    return Protocol<V>::hash(t, members.get(), hash) ? Heap<V>::integer(t, hash) : Value();
  }
  static Value alias_or(VmThread& t, const NativeArgs& args) {
    return unite(t, args.values[0], args.values[1]);
  }
  static Value alias_ror(VmThread& t, const NativeArgs& args) {
    return unite(t, args.values[1], args.values[0]);
  }

  static void create(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef shared[] = {
        {"__eq__", &alias_eq, 1, 1, m},
        {"__hash__", &alias_hash, 0, 0, m},
        {"__or__", &alias_or, 1, 1, m},
        {"__ror__", &alias_ror, 1, 1, m},
    };
    static const NativeDef alias[] = {
        {"__new__", &alias_new, 3, 3, kNativeStatic},
        {"__repr__", &alias_repr, 0, 0, m},
        {"__call__", &alias_call, 0, -1, m | kNativeKeywords},
        {"__getattr__", &alias_getattr, 1, 1, m},
        {"__getitem__", &alias_getitem, 1, 1, m},
        {"__mro_entries__", &alias_mro_entries, 1, 1, m},
    };
    static const NativeDef united[] = {{"__repr__", &union_repr, 0, 0, m}};
    static const NativeDef getitem[] = {
        {"__class_getitem__", &class_getitem, 1, 1, kNativeClassMethod}};
    static const NativeDef type_or[] = {{"__or__", &alias_or, 1, 1, m},
                                        {"__ror__", &alias_ror, 1, 1, m}};
    Class* object = Make::builtin(t, Kind::Object);
    t.isolate->generic_alias = Classes<V>::make_builtin(t, "types.GenericAlias", object,
                                                        Kind::Object, alias, std::size(alias), 0);
    t.isolate->union_type = Classes<V>::make_builtin(t, "types.UnionType", object, Kind::Object,
                                                     united, std::size(united), kClassFinal);
    Classes<V>::add_methods(t, t.isolate->generic_alias, shared, std::size(shared));
    Classes<V>::add_methods(t, t.isolate->union_type, shared, std::size(shared));
    Classes<V>::add_methods(t, Make::builtin(t, Kind::Class), type_or, std::size(type_or));
    for (Kind kind :
         {Kind::List, Kind::Dict, Kind::Tuple, Kind::Set, Kind::FrozenSet, Kind::Enumerate}) {
      Classes<V>::add_methods(t, Make::builtin(t, kind), getitem, std::size(getitem));
    }
  }
};

}  // namespace gilsim
