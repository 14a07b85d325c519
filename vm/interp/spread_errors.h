// What: the errors of arguments and items that are spread with * and **.
// Threads: as loop_impl.h.
// Not here: spreading (calls_impl.h, slow_ops_impl.h).
#pragma once

#include <optional>
#include <string>

#include "vm/interp/interp.h"
#include "vm/object/protocol_call_impl.h"

namespace gilsim {

// The qualified name of a callable, as errors about spread arguments have it; empty: it has none.
template <class V>
std::string spread_name(VmThread& t, Value function) {
  Kind kind = function.is_object() ? function.object()->kind : Kind::NoneType;
  if (kind == Kind::Function) {
    std::string name(function.as<Function>()->qualified_name->view());
    Value module = function.as<Function>()->module;
    bool named = module.is_object() && module.object()->kind == Kind::Str;
    return named ? std::string(module.as<Str>()->view()) + "." + name : name;
  }
  if (kind == Kind::NativeFunction) return NativeCalls<V>::full_name(function.as<NativeFunction>());
  if (kind == Kind::Class) {
    auto* cls = function.as<Class>();
    std::string name(cls->qualified_name->view());
    if (cls->class_flags & kClassBuiltin) return name;
    Value module = Dicts<V>::get_str(t, cls->dict, "__module__");
    Ref<V> held(module);
    bool named = module && module.is_object() && module.object()->kind == Kind::Str &&
                 module.template as<Str>()->view() != "builtins";
    return named ? std::string(module.template as<Str>()->view()) + "." + name : name;
  }
  if (kind == Kind::BoundMethod) return spread_name<V>(t, function.as<BoundMethod>()->function);
  return "";
}
// How CPython names what is called in errors about spread arguments: "f()", or str() of what has no
// name. Nothing if that has failed.
template <class V>
std::optional<std::string> spread_callee(VmThread& t, Value function) {
  if (std::string name = spread_name<V>(t, function); !name.empty()) return name + "()";
  Str* text = Protocol<V>::to_str(t, function);
  if (!text) return std::nullopt;
  Ref<V> held{Value(static_cast<Object*>(text))};
  return std::string(text->view());
}

// The error of [*v], or of f(*v), when v cannot be iterated over; others stay as they are.
template <class V>
bool not_spread(VmThread& t, Frame* f, Instruction i, Value v) {
  Class* cls = Classes<V>::class_of(t, v);
  bool iterable =
      Classes<V>::special(t, cls, Special::iter) || Classes<V>::special(t, cls, Special::getitem);
  if (iterable || !Errors<V>::pending_is(t, Exc::TypeError)) return false;
  Errors<V>::clear(t);
  // f(*v) alone: what follows makes the call of the register below.
  const Instruction* next = f->pc;
  bool call = i.a() > 0 && next[0].op() == Op::ListToTuple && next[0].a() == i.a() &&
              next[1].a() == i.a() + 1 &&
              (next[1].op() == Op::BuildMap ||
               (next[1].op() == Op::LoadConst && next[2].op() == Op::CallEx)) &&
              f->registers[i.a()].template as<List>()->size == 0;
  std::optional<std::string> what = "Value";
  if (call) {
    what = spread_callee<V>(t, f->registers[i.a() - 1]);
    if (!what) return false;
    *what += " argument";
  }
  Errors<V>::type_error(
      t, *what + " after * must be an iterable, not " + std::string(Classes<V>::class_name(t, v)));
  return false;
}

}  // namespace gilsim
