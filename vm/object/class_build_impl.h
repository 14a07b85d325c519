// What: the class statement: __build_class__, metaclasses, and classes of the VM and of native
// modules. Threads: any. Not here: the steps of type.__new__ (class_create_impl.h).
#pragma once

#include "vm/object/class_create_impl.h"
#include "vm/object/release_impl.h"

namespace gilsim {

template <class V>
struct ClassStatement {
  using Make = ClassMaker<V>;

  // Bases that are no classes may stand for others (__mro_entries__). Owned tuple or null.
  static Tuple* resolve_bases(VmThread& t, const Value* values, uint32_t count, bool& replaced) {
    Ref<V> list(Heap<V>::list(t));
    Ref<V> original(Heap<V>::tuple(t, count));
    for (uint32_t k = 0; k < count; ++k)
      original.template as<Tuple>()->items[k] = V::newref(values[k]);
    for (uint32_t k = 0; k < count; ++k) {
      Ref<V> entries;
      if (!ClassChecks<V>::is_class(values[k])) {
        Ref<V> hook(
            Classes<V>::get_attr_optional(t, values[k], Heap<V>::intern(t, "__mro_entries__")));
        if (t.pending) return nullptr;
        if (hook) {
          entries = Ref<V>(Protocol<V>::call(t, hook.get(), {original.get()}));
          if (!entries) return nullptr;
          replaced = true;
        }
      }
      bool good = entries ? Lists<V>::extend(t, list.template as<List>(), entries.get())
                          : Lists<V>::append(t, list.template as<List>(), values[k]);
      if (!good) return nullptr;
    }
    if (!replaced) return original.take().template as<Tuple>();
    return Lists<V>::to_tuple(t, list.template as<List>());
  }

  // metaclass= taken out of the keywords; the rest is left in *kwargs (owned or empty).
  static bool split_keywords(VmThread& t, const NativeArgs& args, Ref<V>& metaclass,
                             Ref<V>& kwargs) {
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      Str* name = args.names->items[k].template as<Str>();
      Value value = args.values[args.positional_count() + k];
      if (name->view() == "metaclass") {
        metaclass = Ref<V>::share(value);
        continue;
      }
      if (!kwargs) kwargs = Ref<V>(Heap<V>::dict(t));
      if (!Dicts<V>::set_str(t, kwargs.template as<Dict>(), name, value)) return false;
    }
    return true;
  }

  // The metaclass to call: the one given, or the most derived of the bases'.
  static bool choose_metaclass(VmThread& t, Tuple* bases, Ref<V>& metaclass) {
    if (metaclass && !ClassChecks<V>::is_class(metaclass.get())) return true;  // any callable
    Class* meta = metaclass ? metaclass.template as<Class>() : Make::builtin(t, Kind::Class);
    std::vector<Class*> list;
    for (uint64_t k = 0; k < bases->size; ++k) {
      if (ClassChecks<V>::is_class(bases->items[k])) {
        list.push_back(bases->items[k].template as<Class>());
      } else if (!metaclass) {  // as CPython: the type of the first base decides
        meta = Classes<V>::class_of(t, bases->items[k]);
      }
    }
    meta = Make::best_metaclass(t, meta, list);
    if (meta) metaclass = Ref<V>::share(Value(meta));
    return meta != nullptr;
  }

  static Value prepare(VmThread& t, Value metaclass, Value name, Tuple* bases, Dict* kwargs) {
    if (metaclass == Value(Make::builtin(t, Kind::Class))) return Value(Heap<V>::dict(t));
    Ref<V> hook(Classes<V>::get_attr_optional(t, metaclass, Make::name_of(t, Special::prepare)));
    if (!hook) return t.pending ? Value() : Value(Heap<V>::dict(t));
    Ref<V> names(ClassNatives<V>::call_with_keywords(t, hook.get(), {name, Value(bases)}, kwargs));
    if (!names) return Value();
    if (Classes<V>::isinstance(t, names.get(), Make::builtin(t, Kind::Dict))) return names.take();
    std::string_view owner =
        ClassChecks<V>::is_class(metaclass) ? metaclass.as<Class>()->name->view() : "<metaclass>";
    return Errors<V>::type_error(t, message({owner, ".__prepare__() must return a mapping, not ",
                                             Classes<V>::class_name(t, names.get())}));
  }

  static Value finish(VmThread& t, Value metaclass, Value name, Tuple* bases, Dict* names,
                      Dict* kwargs) {
    if (metaclass == Value(Make::builtin(t, Kind::Class))) {
      return Classes<V>::build_class(t, metaclass, name.as<Str>(), bases, names, kwargs);
    }
    return ClassNatives<V>::call_with_keywords(t, metaclass, {name, Value(bases), Value(names)},
                                               kwargs);
  }
};

template <class V>
Value Classes<V>::build_class(VmThread& t, Value metaclass, Str* name, Tuple* bases, Dict* names,
                              Dict* kwargs) {
  ClassCreation<V> creation{t,     metaclass.as<Class>(), name, bases, names, kwargs, {}, {}, false,
                            false, Kind::Object,          {}};
  return creation.run();
}

// __build_class__(body, name, *bases, metaclass=..., **keywords)
template <class V>
Value Classes<V>::builtin_build_class(VmThread& t, const NativeArgs& args) {
  using Statement = ClassStatement<V>;
  if (args.positional_count() < 2)
    return Errors<V>::type_error(t, "__build_class__: not enough arguments");
  Value body = args.values[0], name = args.values[1];
  if (!body.is_object() || body.object()->kind != Kind::Function) {
    return Errors<V>::type_error(t, "__build_class__: func must be a function");
  }
  bool replaced = false;
  Ref<V> bases(Statement::resolve_bases(t, args.values + 2, args.positional_count() - 2, replaced));
  Ref<V> metaclass, kwargs;
  if (!bases || !Statement::split_keywords(t, args, metaclass, kwargs)) return Value();
  if (!Statement::choose_metaclass(t, bases.template as<Tuple>(), metaclass)) return Value();
  Dict* keywords = kwargs ? kwargs.template as<Dict>() : nullptr;
  Ref<V> names(Statement::prepare(t, metaclass.get(), name, bases.template as<Tuple>(), keywords));
  if (!names) return Value();
  Ref<V> cell(t.isolate->hooks.run_class_body(t, body.as<Function>(), names.template as<Dict>()));
  if (!cell) return Value();
  if (replaced) {
    Ref<V> original(Heap<V>::tuple(t, args.positional_count() - 2));
    for (uint32_t k = 2; k < args.positional_count(); ++k) {
      original.template as<Tuple>()->items[k - 2] = V::newref(args.values[k]);
    }
    if (!Dicts<V>::set_str(t, names.template as<Dict>(), "__orig_bases__", original.get()))
      return Value();
  }
  if (cell.get().is_object() &&
      !Dicts<V>::set_str(t, names.template as<Dict>(), "__classcell__", cell.get()))
    return Value();
  return Statement::finish(t, metaclass.get(), name, bases.template as<Tuple>(),
                           names.template as<Dict>(), keywords);
}

// ---- classes of the VM and of native modules
template <class V>
Class* Classes<V>::make_builtin(VmThread& t, std::string_view name, Class* base, Kind kind,
                                const NativeDef* methods, size_t method_count, uint32_t flags) {
  using Make = ClassMaker<V>;
  size_t dot = name.rfind('.');
  Str* short_name = Heap<V>::intern(t, dot == std::string_view::npos ? name : name.substr(dot + 1));
  uint32_t inherited = base->class_flags & (kClassIsException | kClassIsMeta);
  if (kind != Kind::Object && kind != Kind::Exception) inherited |= kClassNoDict;
  Class* c = Make::bare(t, Make::builtin(t, Kind::Class), short_name, kind, {base},
                        kClassBuiltin | inherited | flags);
  V::make_immortal(c);
  Make::set_mro(t, c, Make::linearise(t, c, {base}));
  if (kind == Kind::Object || kind == Kind::Exception) c->root_shape = Shapes<V>::make_root(t, c);
  Heap<V>::track(t, c);
  Make::list_with_bases(t, c);
  if (dot != std::string_view::npos) {
    Ref<V> module(Heap<V>::intern(t, name.substr(0, dot)));
    Dicts<V>::set_str(t, c->dict, Make::name_of(t, Special::module), module.get());
  }
  add_methods(t, c, methods, method_count);
  V::publish_parts(c);
  return c;
}

template <class V>
void Classes<V>::add_methods(VmThread& t, Class* c, const NativeDef* methods, size_t count) {
  for (size_t k = 0; k < count; ++k) {
    const NativeDef& def = methods[k];
    Ref<V> function(Heap<V>::native(t, &def, Value()));
    auto* native = function.template as<NativeFunction>();
    native->owner = c;
    native->qualified_name =
        Heap<V>::intern(t, message({c->qualified_name->view(), ".", def.name}));
    Ref<V> key(Heap<V>::intern(t, def.name));
    Dicts<V>::set_str(t, c->dict, key.template as<Str>(), function.get());
  }
  invalidate(t, c);
  if (count && !t.isolate->creating) ClassAttributes<V>::refresh_hooks(t, c);
}

template <class V>
void Classes<V>::created(VmThread& t) {
  t.isolate->creating = false;
  ClassAttributes<V>::refresh_hooks(t, t.isolate->classes[static_cast<int>(Kind::Object)]);
  for (MethodCache* cache : t.isolate->retired_caches) Releaser<V>::free_cache(cache);
  t.isolate->retired_caches.clear();
}

template <class V>
void Classes<V>::add_attributes(VmThread& t, Class* c, const GetSetDef* attributes, size_t count) {
  for (size_t k = 0; k < count; ++k) {
    Ref<V> property(ClassNatives<V>::make_attribute(t, c, attributes[k]));
    Ref<V> key(Heap<V>::intern(t, attributes[k].get.name));
    Dicts<V>::set_str(t, c->dict, key.template as<Str>(), property.get());
  }
  invalidate(t, c);
}

}  // namespace gilsim
