// What: calling any value, and native functions with their checks.
// Invariants: I1 what is called is kept alive for the length of the call, by the caller or by a Ref
// here. Threads: any. Not here: calls that stay in the loop (vm/interp/calls_impl.h), instantiation
// (class_impl.h).
#pragma once

#include <algorithm>
#include <string>

#include "vm/object/call_buffer.h"
#include "vm/object/descriptors_impl.h"
#include "vm/object/message.h"
#include "vm/object/nesting.h"
#include "vm/object/ops.h"
#include "vm/object/super_impl.h"

namespace gilsim {

template <class V>
struct NativeCalls {
  static bool fail(VmThread& t, const std::string& text) {
    Errors<V>::type_error(t, text);
    return false;
  }
  // A slot's method, whose errors have words of their own; in CPython some such names are ordinary
  // methods.
  static bool is_special(const NativeFunction* f) {
    static constexpr std::string_view kOrdinary[] = {
        "__bytes__",         "__ceil__",          "__class_getitem__", "__dir__",
        "__floor__",         "__format__",        "__getnewargs__",    "__getstate__",
        "__init_subclass__", "__instancecheck__", "__reduce__",        "__reduce_ex__",
        "__reversed__",      "__round__",         "__setstate__",      "__sizeof__",
        "__subclasscheck__", "__subclasses__",    "__trunc__"};
    std::string_view name = f->def->name;
    if (!name.starts_with("__")) return false;
    if (std::ranges::find(kOrdinary, name) != std::end(kOrdinary)) return false;
    Kind kind = f->owner ? f->owner->instance_kind : Kind::NoneType;
    bool is_set = kind == Kind::Set || kind == Kind::FrozenSet;
    if (name == "__contains__") return kind != Kind::Dict && !is_set;
    if (name == "__getitem__") return kind != Kind::Dict && kind != Kind::List;
    return true;
  }

  // For errors: "list.append", "len", and for constructors the name of the class.
  static std::string full_name(NativeFunction* f) {
    std::string_view name = f->def->name;
    if (f->owner && (name == "__init__" || name == "__new__"))
      return std::string(f->owner->name->view());
    if (f->owner) return message({f->owner->qualified_name->view(), ".", name});
    return std::string(f->qualified_name ? f->qualified_name->view() : name);
  }
  static std::string bare_name(NativeFunction* f) {
    std::string_view name = f->def->name;
    if (f->owner && (name == "__init__" || name == "__new__"))
      return std::string(f->owner->name->view());
    return std::string(name);
  }

  // REQUIRES: self, if the function takes one, is among the arguments.
  static bool check(VmThread& t, NativeFunction* f, const NativeArgs& args) {
    const NativeDef* def = f->def;
    int given = static_cast<int>(args.positional_count());
    if (def->flags & kNativeMethod) {
      if (!check_receiver(t, f, args)) return false;
      --given;
    } else if (def->flags & kNativeClassMethod) {
      --given;
    } else if ((def->flags & kNativeStatic) && f->owner && given > 0 &&
               std::string_view(def->name) == "__new__" && !check_class(t, f, args.values[0])) {
      return false;
    }
    if (args.keyword_count() && !(def->flags & kNativeKeywords))
      return fail(t, message({full_name(f), "() takes no keyword arguments"}));
    if (given >= def->min_args && (def->max_args < 0 || given <= def->max_args)) [[likely]]
      return true;
    return wrong_count(t, f, given);
  }

 private:
  static bool check_receiver(VmThread& t, NativeFunction* f, const NativeArgs& args) {
    if (args.positional_count() == 0) {
      std::string_view owner = f->owner ? f->owner->name->view() : "object";
      if (is_special(f))
        return fail(t, message({"descriptor '", f->def->name, "' of '", owner,
                                "' object needs an argument"}));
      return fail(t, message({"unbound method ", full_name(f), "() needs an argument"}));
    }
    if (!f->owner) return true;
    Class* c = Classes<V>::class_of(t, args.values[0]);
    if (c == f->owner || Classes<V>::is_subclass(c, f->owner)) [[likely]]
      return true;
    std::string_view owner = f->owner->name->view();
    if (is_special(f)) {
      return fail(t, message({"descriptor '", f->def->name, "' requires a '", owner,
                              "' object but received a '", c->name->view(), "'"}));
    }
    return Descriptors<V>::wrong_receiver(t, f->def->name, f->owner, args.values[0]);
  }

  // C.__new__(v): v has to be a class whose instances C's native constructor can make.
  static bool check_class(VmThread& t, NativeFunction* f, Value v) {
    std::string_view owner = f->owner->name->view();
    if (!ClassChecks<V>::is_class(v))
      return fail(t, message({owner, ".__new__(X): X is not a type object (",
                              Classes<V>::class_name(t, v), ")"}));
    auto* c = v.as<Class>();
    std::string_view name = c->name->view();
    if (c != f->owner && !Classes<V>::is_subclass(c, f->owner))
      return fail(t,
                  message({owner, ".__new__(", name, "): ", name, " is not a subtype of ", owner}));
    if (c->instance_kind == f->owner->instance_kind) return true;
    Class* base = c;
    for (uint32_t k = 0; k < c->mro->size && !(base->class_flags & kClassBuiltin); ++k)
      base = c->mro->items[k].template as<Class>();
    if (Classes<V>::special(t, base, Special::new_) == Value(f)) return true;
    return fail(t, message({owner, ".__new__(", name, ") is not safe, use ", base->name->view(),
                            ".__new__()"}));
  }

  // The methods of text whose arguments CPython counts in words of their own.
  static bool is_search(Kind kind, std::string_view name) {
    if (kind != Kind::Str && kind != Kind::Bytes && kind != Kind::ByteArray) return false;
    for (std::string_view one :
         {"find", "rfind", "index", "rindex", "count", "startswith", "endswith"}) {
      if (name == one) return true;
    }
    return false;
  }

  static bool wrong_count(VmThread& t, NativeFunction* f, int given) {
    int low = f->def->min_args, high = f->def->max_args;
    std::string_view name = f->def->name;
    bool constructor = name == "__init__" || name == "__new__";
    if (name == "__new__") {
      --low, --high, --given;
      if (given < 0) return fail(t, message({full_name(f), ".__new__(): not enough arguments"}));
    } else if (is_special(f) && !constructor && f->owner && high >= 0) {
      int wanted = given < low ? low : high;
      return fail(t, message({"expected ",
                              low == high   ? ""
                              : given < low ? "at least "
                                            : "at most ",
                              std::to_string(wanted), " argument", plural(wanted), ", got ",
                              std::to_string(given)}));
    }
    std::string count = std::to_string(given);
    if (f->owner && is_search(f->owner->instance_kind, name)) {
      int wanted = given < low ? low : high;
      return fail(t, message({name, "() takes at ", given < low ? "least " : "most ",
                              std::to_string(wanted), " argument", plural(wanted), " (", count,
                              " given)"}));
    }
    if (f->owner && (f->def->flags & kNativeKeywords) && given > high) {
      return fail(t, message({bare_name(f), "() takes at most ", std::to_string(high), " argument",
                              plural(high), " (", count, " given)"}));
    }
    if (low == high && high == 0)
      return fail(t, message({full_name(f), "() takes no arguments (", count, " given)"}));
    if (low == high && high == 1)
      return fail(t, message({full_name(f), "() takes exactly one argument (", count, " given)"}));
    int wanted = given < low ? low : high;
    std::string_view how = low == high ? "" : given < low ? "at least " : "at most ";
    return fail(t, message({bare_name(f), " expected ", how, std::to_string(wanted), " argument",
                            plural(wanted), ", got ", count}));
  }
};

template <class V>
Value Protocol<V>::call_native(VmThread& t, NativeFunction* f, const CallArgs& args) {
  constexpr uint8_t kTakesSelf = kNativeMethod | kNativeClassMethod;
  if ((f->def->flags & kTakesSelf) && !f->self.is_null()) {
    PrependedArgs all(f->self, args);
    NativeArgs native{all.get().values, all.get().count, args.names, f};
    return NativeCalls<V>::check(t, f, native) ? f->def->function(t, native) : Value();
  }
  NativeArgs native{args.values, args.count, args.names, f};
  return NativeCalls<V>::check(t, f, native) ? f->def->function(t, native) : Value();
}

template <class V>
struct Calls {
  // type(v).__call__(v, ...)
  static Value by_special(VmThread& t, Value callable, const CallArgs& args) {
    Class* c = Classes<V>::class_of(t, callable);
    Value method = Classes<V>::special(t, c, Special::call);
    if (method.is_null()) {
      return Errors<V>::type_error(
          t, message({"'", Classes<V>::class_name(t, callable), "' object is not callable"}));
    }
    Ref<V> held = Ref<V>::share(method);
    if (Descriptors<V>::is_method(method)) {
      PrependedArgs all(callable, args);
      return Protocol<V>::call(t, method, all.get());
    }
    Ref<V> bound(Descriptors<V>::bind(t, method, callable, c));
    if (!bound) return Value();
    Nesting nesting(t);
    if (nesting.too_deep()) return Errors<V>::too_deep(t);
    return Protocol<V>::call(t, bound.get(), args);
  }

  static Value of_class(VmThread& t, Class* c, const CallArgs& args) {
    // super() without arguments is frequent enough to go without the two calls of a construction.
    if (c == t.isolate->classes[static_cast<int>(Kind::Super)] && args.count == 0) {
      return SuperObjects<V>::make_super(t);
    }
    if (c->cls->class_flags & kClassBuiltin) return Classes<V>::instantiate(t, c, args);
    return by_special(t, Value(c), args);
  }
};

template <class V>
Value Protocol<V>::call(VmThread& t, Value callable, const CallArgs& args) {
  if (low_on_stack(t)) [[unlikely]]
    return Errors<V>::too_deep(t);
  if (callable.is_object()) [[likely]] {
    Object* o = callable.object();
    switch (o->kind) {
      case Kind::Function:
        return t.isolate->hooks.call_function(t, static_cast<Function*>(o), args);
      case Kind::NativeFunction:
        return call_native(t, static_cast<NativeFunction*>(o), args);
      case Kind::BoundMethod: {
        Ref<V> function = Ref<V>::share(static_cast<BoundMethod*>(o)->function);
        Ref<V> self = Ref<V>::share(static_cast<BoundMethod*>(o)->self);
        PrependedArgs all(self.get(), args);
        return call(t, function.get(), all.get());
      }
      case Kind::Class:
        return Calls<V>::of_class(t, static_cast<Class*>(o), args);
      case Kind::StaticMethod:
        if (static_cast<StaticMethod*>(o)->function)
          return call(t, static_cast<StaticMethod*>(o)->function, args);
        break;
      default:
        break;
    }
  }
  return Calls<V>::by_special(t, callable, args);
}

template <class V>
Value Protocol<V>::call(VmThread& t, Value callable, std::initializer_list<Value> args) {
  return call(t, callable, CallArgs{args.begin(), static_cast<uint32_t>(args.size())});
}

template <class V>
Value Protocol<V>::call_method(VmThread& t, Value object, std::string_view name,
                               std::initializer_list<Value> args) {
  Ref<V> key(Heap<V>::intern(t, name));
  uint64_t no_cache = 0;
  Value function, self;
  if (!Classes<V>::get_method_cached(t, object, key.template as<Str>(), &no_cache, function, self))
    return Value();
  Ref<V> held_function(function), held_self(self);
  CallArgs rest{args.begin(), static_cast<uint32_t>(args.size())};
  if (self.is_null()) return call(t, function, rest);
  PrependedArgs all(self, rest);
  return call(t, function, all.get());
}

template <class V>
bool Protocol<V>::is_callable(VmThread& t, Value v) {
  if (!v.is_object()) return false;
  switch (v.object()->kind) {
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::BoundMethod:
    case Kind::StaticMethod:
    case Kind::Class:
      return true;
    default:
      return Classes<V>::has_special(t, v, Special::call);
  }
}

}  // namespace gilsim
