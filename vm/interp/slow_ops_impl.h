// What: the instructions that the loop leaves to functions: names, building, unpacking, exceptions,
// imports. Threads: owner of the VmThread only. Not here: fast paths (loop_impl.h).
#pragma once

#include <charconv>
#include <string>

#include "vm/interp/generators_impl.h"
#include "vm/interp/interp.h"
#include "vm/interp/loop_fast_paths.h"
#include "vm/interp/special_frames_impl.h"
#include "vm/interp/spread_errors.h"

namespace gilsim {

template <class V>
bool Interp<V>::unbound(VmThread& t, Frame* f, uint32_t reg) {
  const Code& code = *f->code->code;
  std::string name = reg < code.local_names.size() ? code.local_names[reg] : "?";
  Errors<V>::raise(
      t, Exc::UnboundLocalError,
      "cannot access local variable '" + name + "' where it is not associated with a value");
  return false;
}

template <class V>
bool unbound_free(VmThread& t, Frame* f, uint32_t index) {
  Errors<V>::raise(t, Exc::NameError,
                   "cannot access free variable '" + f->code->code->free_names[index] +
                       "' where it is not associated with a value in enclosing scope");
  return false;
}

template <class V>
bool name_error(VmThread& t, Str* name) {
  Errors<V>::raise(t, Exc::NameError, "name '" + std::string(name->view()) + "' is not defined");
  if (t.pending) {
    Value& extra = t.pending.as<Exception>()->extra;
    Value old = extra;
    extra = V::newref(Value(static_cast<Object*>(name)));
    V::decref(old);
  }
  return false;
}

// Borrowed operand of an instruction; null: unbound, and the error is pending.
template <class V>
inline bool operand(VmThread& t, Frame* f, uint32_t reg, Value& out) {
  out = f->registers[reg];
  return !out.is_null() || Interp<V>::unbound(t, f, reg);
}

inline bool is_set_operator(BinaryOp op) {
  return op == BinaryOp::BitOr || op == BinaryOp::BitAnd || op == BinaryOp::BitXor ||
         op == BinaryOp::Sub;
}
template <class V>
inline bool is_exact_set(VmThread& t, Value v) {
  return is_exactly<Kind::Set>(t, v) || is_exactly<Kind::FrozenSet>(t, v);
}

template <class V>
Value Interp<V>::binary_slow(VmThread& t, Frame* f, Instruction i, BinaryOp op, Value b, Value c) {
  Value* R = f->registers;
  if (b.is_null() || c.is_null()) {
    unbound(t, f, b.is_null() ? i.b() : i.c());
    return Value();
  }
  Class* str = t.isolate->classes[static_cast<int>(Kind::Str)];
  bool immediate = i.op() == Op::AddInt || i.op() == Op::SubInt;
  if (op == BinaryOp::Add && !immediate && b.is_object() && c.is_object() &&
      b.object()->cls == str && c.object()->cls == str && (i.a() == i.b() || (i.x() & kRelB)) &&
      i.b() != i.c()) {
    // s += x and chains of +: the left side dies here, so it may grow in place.
    R[i.b()] = Value();
    Str* joined = Strings<V>::append(t, b.template as<Str>(), c.template as<Str>());
    if (!joined) return Value();
    if (i.x() & kRelC) put<V>(R[i.c()], Value());
    put<V>(R[i.a()], Value(joined));
    return Value::true_();
  }
  Value result;
  if (is_set_operator(op) && !(i.x() & kInplace) && is_exact_set<V>(t, b) && is_exact_set<V>(t, c))
    result = ByKind<V>::set_binary(t, op, b, c);
  else if (SpecialFrames<V>::enter_binary(t, op, b, c, (i.x() & kInplace) != 0))
    return Value::true_();
  else if (op == BinaryOp::Add && !immediate && b.is_object() && c.is_object() &&
           b.object()->cls == str && c.object()->cls == str)
    result = Value(Strings<V>::concat(t, b.template as<Str>(), c.template as<Str>()));
  else
    result = Protocol<V>::binary(t, op, b, c, (i.x() & kInplace) != 0);
  if (result.is_null()) return result;
  if (i.x() & kRelB) put<V>(R[i.b()], Value());
  if (!immediate && (i.x() & kRelC)) put<V>(R[i.c()], Value());
  put<V>(R[i.a()], result);
  return Value::true_();
}

inline bool is_name_op(Op op) {
  return op == Op::StoreName || op == Op::DelName || op == Op::LoadName || op == Op::LoadNameFree;
}
// Names of a class body whose namespace (__prepare__) is of a class derived from dict: through its
// own methods.
template <class V>
[[gnu::noinline]] bool hooked_name_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value names(static_cast<Object*>(f->names));
  bool free = i.op() == Op::LoadNameFree;
  Str* text = f->code->names[free ? i.b() : i.bc()];
  Value key(static_cast<Object*>(text));
  if (i.op() == Op::StoreName) {
    Value v;
    if (!operand<V>(t, f, i.a(), v) || !Protocol<V>::set_item(t, names, key, v)) return false;
    if (i.x() & kRelA) put<V>(R[i.a()], Value());
    return true;
  }
  if (i.op() == Op::DelName) {
    if (Protocol<V>::del_item(t, names, key)) return true;
    if (!Errors<V>::pending_is(t, Exc::KeyError)) return false;
    Errors<V>::clear(t);
    return name_error<V>(t, text);
  }
  Value v = Protocol<V>::get_item(t, names, key);
  if (v.is_null()) {
    if (!Errors<V>::pending_is(t, Exc::KeyError)) return false;
    Errors<V>::clear(t);
    uint64_t no_cache = 0;
    v = free ? load_cell<V>(f->function->closure->items[i.c()].template as<Cell>())
             : Dicts<V>::load_global(t, f->globals, text, &no_cache);
    if (v.is_null()) return free ? unbound_free<V>(t, f, i.c()) : false;
  }
  put<V>(R[i.a()], v);
  return true;
}

template <class V>
bool Interp<V>::slow_name_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  auto name = [&](uint32_t index) { return f->code->names[index]; };
  if (f->names && is_name_op(i.op()) &&
      !is_exactly<Kind::Dict>(t, Value(static_cast<Object*>(f->names))))
    return hooked_name_op<V>(t, f, i);
  switch (i.op()) {
    case Op::CheckBound:
      return unbound(t, f, i.a());
    case Op::DelLocal:
      if (R[i.a()].is_null()) return unbound(t, f, i.a());
      put<V>(R[i.a()], Value());
      return true;
    case Op::StoreGlobal:
    case Op::StoreName: {
      Value v;
      if (!operand<V>(t, f, i.a(), v)) return false;
      Dict* target = i.op() == Op::StoreName && f->names ? f->names : f->globals;
      if (!Dicts<V>::set_str(t, target, name(i.bc()), v)) return false;
      if (i.x() & kRelA) put<V>(R[i.a()], Value());
      return true;
    }
    case Op::DelGlobal:
    case Op::DelName: {
      Dict* target = i.op() == Op::DelName && f->names ? f->names : f->globals;
      int deleted = Dicts<V>::del(t, target, Value(static_cast<Object*>(name(i.bc()))));
      return deleted > 0 || (deleted == 0 && name_error<V>(t, name(i.bc())));
    }
    case Op::LoadName: {
      Value v = f->names ? Dicts<V>::get_str(t, f->names, name(i.bc())) : Value();
      uint64_t no_cache = 0;
      if (v.is_null()) v = Dicts<V>::load_global(t, f->globals, name(i.bc()), &no_cache);
      if (v.is_null()) return false;
      put<V>(R[i.a()], v);
      return true;
    }
    case Op::LoadNameFree: {
      Value v = f->names ? Dicts<V>::get_str(t, f->names, name(i.b())) : Value();
      if (v.is_null()) v = load_cell<V>(f->function->closure->items[i.c()].template as<Cell>());
      if (v.is_null()) return unbound_free<V>(t, f, i.c());
      put<V>(R[i.a()], v);
      return true;
    }
    case Op::MakeCell: {
      Value held = R[i.a()];
      R[i.a()] = Value();
      R[i.a()] = Value(Heap<V>::cell(t, held));
      return true;
    }
    case Op::LoadCell:
      return unbound(t, f, i.b());
    case Op::StoreCell:
      return unbound(t, f, i.b());
    case Op::DelCell: {
      Value old = store_cell_take<V>(R[i.a()].template as<Cell>(), Value());
      V::decref(old);
      return !old.is_null() || unbound(t, f, i.a());
    }
    case Op::LoadFree:
      return unbound_free<V>(t, f, i.bc());
    case Op::StoreFree: {
      Value v;
      if (!operand<V>(t, f, i.a(), v)) return false;
      if (i.x() & kRelA)
        R[i.a()] = Value();
      else
        V::incref(v);
      store_cell<V>(f->function->closure->items[i.bc()].template as<Cell>(), v);
      return true;
    }
    case Op::DelFree: {
      Value old =
          store_cell_take<V>(f->function->closure->items[i.bc()].template as<Cell>(), Value());
      V::decref(old);
      return !old.is_null() || unbound_free<V>(t, f, i.bc());
    }
    case Op::LoadClosure:
      put<V>(R[i.a()], V::newref(f->function->closure->items[i.bc()]));
      return true;
    case Op::SetupAnnotations: {
      Dict* target = f->names ? f->names : f->globals;
      Str* key = t.isolate->specials[static_cast<int>(Special::annotations)];
      Ref<V> present(Dicts<V>::get_str(t, target, key));
      if (present) return true;
      Ref<V> empty(Heap<V>::dict(t));
      return Dicts<V>::set_str(t, target, key, empty.get());
    }
    default:
      __builtin_unreachable();
  }
}

template <class V>
bool make_function(VmThread& t, Frame* f, Instruction i) {
  Value* window = f->registers + i.c();
  auto take = [&](int k) {
    Value v = window[k];
    window[k] = Value();
    return v.is_object() ? v : Value();
  };
  auto* function = Heap<V>::template make<Function>(t, Kind::Function);
  CodeObject* code = f->code->constants[i.b()].template as<CodeObject>();
  function->code = V::newref(code);
  function->globals = V::newref(f->globals);
  function->defaults = take(0).template as<Tuple>();
  function->keyword_defaults = take(1).template as<Dict>();
  function->annotations = take(2);
  function->closure = take(3).template as<Tuple>();
  function->name = V::newref(code->name);
  function->qualified_name = V::newref(code->qualified_name);
  function->module = Value();
  function->doc = code->code->has_doc ? Value(Heap<V>::str(t, code->code->doc)) : Value::none();
  function->attributes = nullptr;
  Value module =
      Dicts<V>::get_str(t, f->globals, t.isolate->specials[static_cast<int>(Special::name)]);
  function->module = module ? module : Value::none();
  Heap<V>::track(t, function);
  put<V>(f->registers[i.a()], Value(function));
  return true;
}

template <class V>
bool unpack_error(VmThread& t, Value source) {
  if (t.pending && Errors<V>::pending_is(t, Exc::TypeError)) {
    Class* cls = Classes<V>::class_of(t, source);
    if (Classes<V>::special(t, cls, Special::iter).is_null() &&
        Classes<V>::special(t, cls, Special::getitem).is_null()) {
      Errors<V>::clear(t);
      Errors<V>::type_error(
          t, "cannot unpack non-iterable " + std::string(cls->name->view()) + " object");
    }
  }
  return false;
}

template <class V>
bool unpack(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value source;
  if (!operand<V>(t, f, i.b(), source)) return false;
  Ref<V> keep;  // the source may stand in the window itself
  if (i.x() & kRelB) {
    keep = Ref<V>(source);
    R[i.b()] = Value();
  } else {
    keep = Ref<V>::share(source);
  }
  bool starred = i.op() == Op::UnpackEx;
  uint64_t before = i.c(), after = starred ? static_cast<uint64_t>(i.x() >> 4) : 0;
  Value* out = R + i.a();
  if (source.is_object() && source.object()->kind == Kind::Tuple && !starred &&
      source.as<Tuple>()->size == before) {
    for (uint64_t k = 0; k < before; ++k) put<V>(out[k], V::newref(source.as<Tuple>()->items[k]));
    return true;
  }
  Ref<V> iterator(Protocol<V>::iterate_at_once(t, source));
  if (!iterator) return unpack_error<V>(t, source);
  std::vector<Value> values;
  auto drop = [&] {
    for (Value v : values) V::decref(v);
    return false;
  };
  while (starred || values.size() <= before) {
    Value v = Protocol<V>::next(t, iterator.get());
    if (v.is_null()) break;
    values.push_back(v);
  }
  if (t.pending) return drop();
  if (!starred && values.size() > before) {
    Errors<V>::value_error(t,
                           "too many values to unpack (expected " + std::to_string(before) + ")");
    return drop();
  }
  if (values.size() < before + after) {
    Errors<V>::value_error(t, std::string("not enough values to unpack (expected ") +
                                  (starred ? "at least " : "") + std::to_string(before + after) +
                                  ", got " + std::to_string(values.size()) + ")");
    return drop();
  }
  for (uint64_t k = 0; k < before; ++k) put<V>(out[k], values[k]);
  if (!starred) return true;
  uint64_t rest = values.size() - before - after;
  List* list = Heap<V>::list(t, rest);
  for (uint64_t k = 0; k < rest; ++k) Lists<V>::append_owned(t, list, values[before + k]);
  put<V>(out[before], Value(list));
  for (uint64_t k = 0; k < after; ++k) put<V>(out[before + 1 + k], values[before + rest + k]);
  return true;
}

// Releases the window's values that a failed build has not taken over.
template <class V>
bool release_window(Value* from, uint32_t count) {
  for (uint32_t k = 0; k < count; ++k) put<V>(from[k], Value());
  return false;
}

template <class V>
bool build_map(VmThread& t, Frame* f, Instruction i) {
  Value* window = f->registers + i.b();
  Ref<V> dict(Heap<V>::dict(t));
  for (uint32_t k = 0; k < i.c(); ++k) {
    if (!Dicts<V>::set(t, dict.template as<Dict>(), window[2 * k], window[2 * k + 1]))
      return release_window<V>(window, 2u * i.c());
  }
  release_window<V>(window, 2u * i.c());
  put<V>(f->registers[i.a()], dict.take());
  return true;
}

template <class V>
bool format_value(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value v;
  if (!operand<V>(t, f, i.b(), v)) return false;
  int conversion = i.c() & 3;
  if (i.c() == 0 && v.is_int()) {
    char digits[24];
    char* end = std::to_chars(digits, digits + sizeof digits, v.as_int()).ptr;
    Str* s = Heap<V>::str(t, std::string_view(digits, static_cast<size_t>(end - digits)));
    put<V>(R[i.a()], Value(s));
    return true;
  }
  Str* text = conversion == 1   ? Protocol<V>::to_str(t, v)
              : conversion == 2 ? Protocol<V>::repr(t, v)
              : conversion == 3 ? Protocol<V>::ascii(t, v)
                                : nullptr;
  if (conversion && !text) return false;
  Ref<V> converted(text);
  bool has_spec = (i.c() & 4) != 0;
  std::string spec(has_spec ? R[i.b() + 1].template as<Str>()->view() : std::string_view());
  Str* result = nullptr;
  if (!converted && !has_spec && v.is_object() &&
      v.object()->cls == t.isolate->classes[static_cast<int>(Kind::Str)]) {
    result = V::newref(v.template as<Str>());
  } else if (converted && spec.empty()) {
    result = converted.take().template as<Str>();
  } else {
    result = Protocol<V>::format(t, converted ? converted.get() : v, spec);
  }
  if (!result) return false;
  if (has_spec) put<V>(R[i.b() + 1], Value());
  if (i.x() & kRelB) put<V>(R[i.b()], Value());
  put<V>(R[i.a()], Value(result));
  return true;
}

template <class V>
bool merge_keywords(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value source;
  if (!operand<V>(t, f, i.b(), source)) return false;
  Dict* target = R[i.a()].template as<Dict>();
  auto callee = [&] { return spread_callee<V>(t, R[i.c()]); };
  Ref<V> mapping;
  if (source.is_object() && source.object()->kind == Kind::Dict) {
    mapping = Ref<V>::share(source);
  } else {
    mapping = Ref<V>(Heap<V>::dict(t));
    if (Classes<V>::class_of(t, source)->instance_kind != Kind::Dict) {
      Value keys = Classes<V>::get_attr_optional(t, source, Heap<V>::intern(t, "keys"));
      V::decref(keys);
      if (!keys) {
        std::optional<std::string> name = callee();
        if (name)
          Errors<V>::type_error(t, *name + " argument after ** must be a mapping, not " +
                                       std::string(Classes<V>::class_name(t, source)));
        return false;
      }
    }
    if (!Dicts<V>::update(t, mapping.template as<Dict>(), source)) return false;
  }
  uint32_t position = 0;
  Value key, value;
  while (Dicts<V>::next_entry(t, mapping.template as<Dict>(), position, key, value)) {
    Ref<V> owned_key(key), owned_value(value);
    bool error = false;
    Ref<V> present(Dicts<V>::get(t, target, key, error));
    if (error) return false;
    if (present) {
      std::string text(key.is_object() && key.object()->kind == Kind::Str ? key.as<Str>()->view()
                                                                          : "?");
      std::optional<std::string> name = callee();
      if (name)
        Errors<V>::type_error(t,
                              *name + " got multiple values for keyword argument '" + text + "'");
      return false;
    }
    if (!Dicts<V>::set(t, target, key, value)) return false;
  }
  if (i.x() & kRelB) put<V>(R[i.b()], Value());
  return true;
}

template <class V>
bool Interp<V>::slow_build_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value a, b;
  switch (i.op()) {
    case Op::BuildSet: {
      Ref<V> set(Heap<V>::set(t));
      for (uint32_t k = 0; k < i.c(); ++k) {
        if (!Sets<V>::add(t, set.template as<Set>(), R[i.b() + k]))
          return release_window<V>(R + i.b(), i.c());
      }
      release_window<V>(R + i.b(), i.c());
      put<V>(R[i.a()], set.take());
      return true;
    }
    case Op::BuildMap:
      return build_map<V>(t, f, i);
    case Op::BuildString: {
      Str* joined = Strings<V>::join(t, t.isolate->empty_str, R + i.b(), i.c());
      release_window<V>(R + i.b(), i.c());
      if (joined) put<V>(R[i.a()], Value(joined));
      return joined != nullptr;
    }
    case Op::FormatValue:
      return format_value<V>(t, f, i);
    case Op::ListExtend:
      if (!operand<V>(t, f, i.b(), b)) return false;
      if (!Lists<V>::extend(t, R[i.a()].template as<List>(), b)) return not_spread<V>(t, f, i, b);
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      return true;
    case Op::ListToTuple: {
      Tuple* tuple = Lists<V>::to_tuple(t, R[i.b()].template as<List>());
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      put<V>(R[i.a()], Value(tuple));
      return true;
    }
    case Op::SetAdd:
      if (!operand<V>(t, f, i.b(), b) || !Sets<V>::add(t, R[i.a()].template as<Set>(), b))
        return false;
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      return true;
    case Op::SetUpdate:
      if (!operand<V>(t, f, i.b(), b) || !Sets<V>::update(t, R[i.a()].template as<Set>(), b))
        return false;
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      return true;
    case Op::MapAdd: {
      Value value;
      if (!operand<V>(t, f, i.b(), b) || !operand<V>(t, f, i.c(), value)) return false;
      if (!Dicts<V>::set(t, R[i.a()].template as<Dict>(), b, value)) return false;
      release_operands<V>(R, i);
      return true;
    }
    case Op::MapUpdate:
      if (!operand<V>(t, f, i.b(), b)) return false;
      if (Classes<V>::class_of(t, b)->instance_kind != Kind::Dict) {
        Value keys = Classes<V>::get_attr_optional(t, b, Heap<V>::intern(t, "keys"));
        V::decref(keys);
        if (!keys) {
          Errors<V>::type_error(
              t, "'" + std::string(Classes<V>::class_name(t, b)) + "' object is not a mapping");
          return false;
        }
      }
      if (!Dicts<V>::update(t, R[i.a()].template as<Dict>(), b)) return false;
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      return true;
    case Op::MapMerge:
      return merge_keywords<V>(t, f, i);
    case Op::Unpack:
    case Op::UnpackEx:
      return unpack<V>(t, f, i);
    case Op::MakeFunction:
      return make_function<V>(t, f, i);
    default:
      __builtin_unreachable();
  }
}

template <class V>
bool Interp<V>::slow_raise_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  switch (i.op()) {
    case Op::Raise: {
      int parts = i.x() >> 4;
      if (parts == 0) {
        if (!t.handled || t.handled.is_none()) {
          Errors<V>::raise(t, Exc::RuntimeError, "No active exception to reraise");
        } else {
          t.pending = V::newref(t.handled);
          t.skip_traceback = true;
        }
        return false;
      }
      Value exception, cause;
      if (!operand<V>(t, f, i.a(), exception)) return false;
      if (parts == 2 && !operand<V>(t, f, i.b(), cause)) return false;
      Errors<V>::raise_object(t, exception, cause);
      return false;
    }
    case Op::Reraise:
      t.pending = R[i.a()];
      R[i.a()] = Value();
      t.skip_traceback = true;
      return false;
    case Op::PushExc: {
      Value previous = t.handled;
      t.handled = V::newref(R[i.b()]);
      if (previous && previous == handled_by_resumer(f)) {  // by the time of PopExc, by another
        V::decref(previous);
        previous = Value();
      }
      put<V>(R[i.a()], previous ? previous : Value::none());
      return true;
    }
    case Op::PopExc: {
      Value old = t.handled;
      Value saved = R[i.a()];
      R[i.a()] = Value();
      t.handled = saved.is_none() ? V::newref(handled_by_resumer(f)) : saved;
      V::decref(old);
      return true;
    }
    case Op::MatchExc: {
      Value types;
      if (!operand<V>(t, f, i.c(), types)) return false;
      bool error = false;
      bool matches = Errors<V>::matches(t, R[i.b()], types, error);
      if (error) return false;
      if (i.x() & kRelC) put<V>(R[i.c()], Value());
      put<V>(R[i.a()], Value::boolean(matches));
      return true;
    }
    case Op::ExcArgs: {
      Value exception = R[i.b()];
      auto* object = exception.as<Exception>();
      put<V>(R[i.a()], V::newref(Value(static_cast<Object*>(object->cls))));
      put<V>(R[i.a() + 1], V::newref(exception));
      put<V>(R[i.a() + 2], object->traceback
                               ? V::newref(Value(static_cast<Object*>(object->traceback)))
                               : Value::none());
      return true;
    }
    case Op::WithEnter: {
      Value manager;
      if (!operand<V>(t, f, i.b(), manager)) return false;
      Class* cls = Classes<V>::class_of(t, manager);
      Value enter_method = Classes<V>::special(t, cls, Special::enter);
      Value exit_method = Classes<V>::special(t, cls, Special::exit);
      if (!enter_method || !exit_method) {
        Errors<V>::type_error(t, "'" + std::string(cls->name->view()) +
                                     "' object does not support the context manager protocol" +
                                     (enter_method ? " (missed __exit__ method)" : ""));
        return false;
      }
      Ref<V> exit_bound(
          Classes<V>::get_attr(t, manager, t.isolate->specials[static_cast<int>(Special::exit)]));
      if (!exit_bound) return false;
      uint64_t no_cache = 0;
      Value function, self;
      if (!Classes<V>::get_method_cached(t, manager,
                                         t.isolate->specials[static_cast<int>(Special::enter)],
                                         &no_cache, function, self))
        return false;
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      put<V>(R[i.a()], exit_bound.take());
      put<V>(R[i.a() + 1], function);
      put<V>(R[i.a() + 2], self);
      return true;
    }
    default:
      __builtin_unreachable();
  }
}

// ImportError: a module has no such name.
template <class V>
void cannot_import(VmThread& t, Value module, Ref<V>& module_name, const std::string& owner,
                   Str* name) {
  Ref<V> file(Classes<V>::get_attr_optional(t, module,
                                            t.isolate->specials[static_cast<int>(Special::file)]));
  std::string where = file && file.get().is_object() && file.get().object()->kind == Kind::Str
                          ? std::string(file.template as<Str>()->view())
                          : std::string("unknown location");
  // relaxed: only for the message
  bool early = module.object()->kind == Kind::Module &&
               __atomic_load_n(&module.as<Module>()->initializing, __ATOMIC_RELAXED);
  Errors<V>::raise(t, Exc::ImportError,
                   "cannot import name '" + std::string(name->view()) + "' from " +
                       (early ? "partially initialized module '" : "'") + owner + "' (" +
                       (early ? "most likely due to a circular import) (" : "") + where + ")");
  if (!module_name) return;
  Value& extra = t.pending.template as<Exception>()->extra;
  Value before = extra;
  extra = module_name.take();
  V::decref(before);
}

template <class V>
bool Interp<V>::slow_import_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  switch (i.op()) {
    case Op::LoadBuildClass: {
      Value v = Dicts<V>::get_str(t, t.isolate->builtins, "__build_class__");
      put<V>(R[i.a()], v);
      return !v.is_null();
    }
    case Op::LoadAssertionError:
      put<V>(R[i.a()], V::newref(Value(static_cast<Object*>(
                           t.isolate->exceptions[static_cast<int>(Exc::AssertionError)]))));
      return true;
    case Op::ImportName: {
      Ref<V> function(Dicts<V>::get_str(t, t.isolate->builtins,
                                        t.isolate->specials[static_cast<int>(Special::import)]));
      if (!function) {
        Errors<V>::raise(t, Exc::ImportError, "__import__ not found");
        return false;
      }
      Value name(static_cast<Object*>(f->code->names[i.c()]));
      Value globals(static_cast<Object*>(f->globals));
      Value result = Protocol<V>::call(t, function.get(),
                                       {name, globals, Value::none(), R[i.b() + 1], R[i.b()]});
      release_window<V>(R + i.b(), 2);
      if (result) put<V>(R[i.a()], result);
      return !result.is_null();
    }
    case Op::ImportFrom: {
      Str* name = f->code->names[i.c()];
      Value module = R[i.b()];
      Value v = Classes<V>::get_attr_optional(t, module, name);
      if (!v && !t.pending) {
        Ref<V> module_name(Classes<V>::get_attr_optional(
            t, module, t.isolate->specials[static_cast<int>(Special::name)]));
        std::string owner = module_name && module_name.get().is_object() &&
                                    module_name.get().object()->kind == Kind::Str
                                ? std::string(module_name.template as<Str>()->view())
                                : std::string("<unknown module name>");
        v = Dicts<V>::get_str(t, t.isolate->modules, owner + "." + std::string(name->view()));
        if (!v) cannot_import<V>(t, module, module_name, owner, name);
      }
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      if (v) put<V>(R[i.a()], v);
      return !v.is_null();
    }
    case Op::ImportStar: {
      bool good = import_star<V>(t, R[i.a()], f->names ? f->names : f->globals);
      if (i.x() & kRelA) put<V>(R[i.a()], Value());
      return good;
    }
    default:
      __builtin_unreachable();
  }
}

template <class V>
bool import_star(VmThread& t, Value module, Dict* target) {
  Ref<V> all(Classes<V>::get_attr_optional(t, module,
                                           t.isolate->specials[static_cast<int>(Special::all)]));
  Ref<V> names(static_cast<List*>(nullptr));
  if (all) {
    names = Ref<V>(Protocol<V>::to_list(t, all.get()));
  } else if (!t.pending) {
    names = Ref<V>(Dicts<V>::keys(t, module.as<Module>()->dict));
  }
  if (!names) return false;
  List* list = names.template as<List>();
  for (uint64_t k = 0; k < list->size; ++k) {
    Value key = list->items[k];
    if (!key.is_object() || key.object()->kind != Kind::Str) continue;
    Ref<V> interned(Heap<V>::intern(t, key.as<Str>()));
    Str* name = interned.template as<Str>();
    if (!all && !name->view().empty() && name->view()[0] == '_') continue;
    Ref<V> value(Classes<V>::get_attr(t, module, name));
    if (!value || !Dicts<V>::set_str(t, target, name, value.get())) return false;
  }
  return true;
}

template <class V>
bool Interp<V>::slow_op(VmThread& t, Frame* f, Instruction i) {
  Value* R = f->registers;
  Value b, c;
  auto finish = [&](Value result) {
    if (result.is_null()) return false;
    if (i.x() & kRelB) put<V>(R[i.b()], Value());
    put<V>(R[i.a()], result);
    return true;
  };
  switch (i.op()) {
    case Op::Neg:
      return operand<V>(t, f, i.b(), b) && finish(Protocol<V>::negate(t, b));
    case Op::Pos:
      return operand<V>(t, f, i.b(), b) && finish(Protocol<V>::positive(t, b));
    case Op::Invert:
      return operand<V>(t, f, i.b(), b) && finish(Protocol<V>::invert(t, b));
    case Op::Not: {
      if (!operand<V>(t, f, i.b(), b)) return false;
      int truth = Protocol<V>::truth(t, b);
      return truth >= 0 && finish(Value::boolean(truth == 0));
    }
    case Op::Is:
      return unbound(t, f, R[i.b()].is_null() ? i.b() : i.c());
    case Op::JumpIfNone:
      return unbound(t, f, i.a());
    case Op::In: {
      if (!operand<V>(t, f, i.b(), b) || !operand<V>(t, f, i.c(), c)) return false;
      int found = is_exactly<Kind::Dict>(t, c) ? dict_contains_inline<V>(t, c.as<Dict>(), b) : -1;
      if (found < 0) found = Protocol<V>::contains(t, c, b);
      if (found < 0) return false;
      release_operands<V>(R, i);
      put<V>(R[i.a()], Value::boolean((found != 0) != ((i.x() & kNegate) != 0)));
      return true;
    }
    case Op::GetIter:
    case Op::GetYieldFrom:
      if (!operand<V>(t, f, i.b(), b)) return false;
      return finish(Protocol<V>::iterate(t, b));
    case Op::DelAttr: {
      if (!operand<V>(t, f, i.a(), b) ||
          !Classes<V>::set_attr(t, b, f->code->names[i.b()], Value()))
        return false;
      if (i.x() & kRelA) put<V>(R[i.a()], Value());
      return true;
    }
    case Op::DelItem: {
      if (!operand<V>(t, f, i.a(), b) || !operand<V>(t, f, i.b(), c)) return false;
      if (!Protocol<V>::del_item(t, b, c)) return false;
      if (i.x() & kRelB) put<V>(R[i.b()], Value());
      if (i.x() & kRelA) put<V>(R[i.a()], Value());
      return true;
    }
    case Op::Raise:
    case Op::Reraise:
    case Op::PushExc:
    case Op::PopExc:
    case Op::MatchExc:
    case Op::ExcArgs:
    case Op::WithEnter:
      return slow_raise_op(t, f, i);
    case Op::LoadBuildClass:
    case Op::LoadAssertionError:
    case Op::ImportName:
    case Op::ImportFrom:
    case Op::ImportStar:
      return slow_import_op(t, f, i);
    case Op::BuildTuple:
    case Op::BuildList:
    case Op::BuildSet:
    case Op::BuildMap:
    case Op::BuildSlice:
    case Op::BuildString:
    case Op::FormatValue:
    case Op::ListExtend:
    case Op::ListToTuple:
    case Op::SetAdd:
    case Op::SetUpdate:
    case Op::MapAdd:
    case Op::MapUpdate:
    case Op::MapMerge:
    case Op::Unpack:
    case Op::UnpackEx:
    case Op::MakeFunction:
      return slow_build_op(t, f, i);
    default:
      return slow_name_op(t, f, i);
  }
}

}  // namespace gilsim
