// What: the first classes of an isolate: object, type, and one for every layout; generic aliases
// and unions. Idea: classes need names and dicts, which need classes: all class objects are made
// empty first and filled in afterwards. Threads: the isolate's first thread, before any code runs.
// Not here: the methods of the core types, which their own files add (create functions in ops.h).
#pragma once

#include <string>
#include <vector>

#include "vm/object/class_natives_impl.h"
#include "vm/object/generic_alias_impl.h"
#include "vm/object/type_natives_impl.h"

namespace gilsim {

inline constexpr const char* kKindNames[] = {
#define KIND(name, text, tracked) text,
#include "vm/object/kinds.def"
#undef KIND
};
inline constexpr const char* kSpecialNames[] = {
#define SPECIAL(name, text) text,
#include "vm/object/specials.def"
#undef SPECIAL
};

// Layouts that a user's class may have; all other classes are final.
constexpr bool can_be_base(Kind kind) {
  switch (kind) {
    case Kind::Object:
    case Kind::Class:
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Property:
    case Kind::ClassMethod:
    case Kind::StaticMethod:
    case Kind::Super:
    case Kind::Module:
    case Kind::Exception:
    case Kind::Native:
    case Kind::Enumerate:
    case Kind::Zip:
    case Kind::Map:
    case Kind::Filter:
    case Kind::Tool:
    case Kind::Deque:
      return true;
    default:
      return false;
  }
}

template <class V>
struct BuiltinSlots;

template <class V>
struct ClassCore {
  using Make = ClassMaker<V>;

  static uint32_t flags_of(Kind kind) {
    uint32_t flags = kClassBuiltin;
    if (!can_be_base(kind)) flags |= kClassFinal;
    if (kind == Kind::Class) flags |= kClassIsMeta;
    if (kind == Kind::Exception) flags |= kClassIsException;
    bool has_attributes = kind == Kind::Exception || kind == Kind::Function ||
                          kind == Kind::Module || kind == Kind::Class;
    return has_attributes ? flags : flags | kClassNoDict;
  }

  static void make_empty(VmThread& t) {
    for (int k = 0; k < kKindCount; ++k) {
      auto* c = static_cast<Class*>(Heap<V>::allocate(t, Kind::Class, nullptr, sizeof(Class)));
      Make::reset(c);
      V::make_immortal(c);
      c->instance_kind = static_cast<Kind>(k);
      c->class_flags = flags_of(static_cast<Kind>(k));
      t.isolate->classes[k] = c;
    }
    for (Class* c : t.isolate->classes) c->cls = Make::builtin(t, Kind::Class);
  }

  static void intern_names(VmThread& t) {
    Isolate& isolate = *t.isolate;
    if (!isolate.empty_str) isolate.empty_str = Heap<V>::intern(t, "");
    for (int k = 0; k < kSpecialCount; ++k) {
      if (!isolate.specials[k]) isolate.specials[k] = Heap<V>::intern(t, kSpecialNames[k]);
    }
    for (int k = 0; k < 128; ++k) {
      char letter = static_cast<char>(k);
      if (!isolate.ascii_chars[k])
        isolate.ascii_chars[k] = Heap<V>::intern(t, std::string_view(&letter, 1));
    }
    if (!isolate.empty_tuple) isolate.empty_tuple = Heap<V>::tuple(t, size_t{0});
  }

  static void fill(VmThread& t, Kind kind) {
    Class* c = Make::builtin(t, kind);
    Class* object = Make::builtin(t, Kind::Object);
    c->name = Heap<V>::intern(t, kKindNames[static_cast<int>(kind)]);
    c->qualified_name = V::newref(c->name);
    c->dict = Heap<V>::dict(t);
    std::vector<Class*> order{c};
    if (kind == Kind::Bool) order.push_back(Make::builtin(t, Kind::Int));
    if (kind != Kind::Object) order.push_back(object);
    size_t bases = order.size() > 1 ? 1 : 0;
    Tuple* tuple = Heap<V>::tuple(t, bases);
    if (bases) tuple->items[0] = V::newref(Value(order[1]));
    c->bases = tuple;
    Make::set_mro(t, c, order);
    if (kind == Kind::Object || kind == Kind::Exception) c->root_shape = Shapes<V>::make_root(t, c);
    Heap<V>::track(t, c);
    Make::list_with_bases(t, c);
  }
};

template <class V>
void Classes<V>::create_core(VmThread& t) {
  using Core = ClassCore<V>;
  Core::make_empty(t);
  Core::intern_names(t);
  for (int k = 0; k < kKindCount; ++k) Core::fill(t, static_cast<Kind>(k));
  ClassNatives<V>::add_object(t, t.isolate->classes[static_cast<int>(Kind::Object)]);
  TypeNatives<V>::add_type(t, t.isolate->classes[static_cast<int>(Kind::Class)]);
  GenericAliases<V>::create(t);
  BuiltinSlots<V>::create(t);
}

}  // namespace gilsim
