// What: what the loop inlines: immediate arithmetic helpers, register writes, items, cells, cached
// look-ups. Idea: each gives "no" (null, false or -1) whenever the case is not the common one; the
// slow path then does everything. Threads: in policies with object locks each touches shared state
// under the object's guard only. Not here: the attribute caches (vm/object/attribute_cache.h).
#pragma once

#include <string>

#include "vm/interp/interp.h"
#include "vm/interp/race_hooks.h"
#include "vm/object/attribute_cache.h"
#include "vm/object/inline_ops.h"
#include "vm/object/quick_order.h"

namespace gilsim {

template <class V>
struct SpecialFrames;  // special_frames_impl.h

inline constexpr Cost kOpCosts[] = {
#define OP(name, format, cost, effect, flags) Cost::cost,
#include "vm/bytecode/opcodes.def"
#undef OP
};

// In sim other threads may run here, so the frame has to say where it is.
template <class V>
inline void charge(VmThread& t, Frame* f, const Instruction* pc, Instruction i) {
  if constexpr (V::P::kSimulated) {
    f->pc = pc;
    V::P::work(kOpCosts[static_cast<int>(i.op())]);
    if (t.isolate->races) [[unlikely]]
      RaceHooks<V>::before(t, f, pc, i);
  } else {
    (void)t, (void)f, (void)pc, (void)i;
  }
}

// Writes a register: takes v over and releases what was there.
template <class V>
[[gnu::always_inline]] inline void put(Value& slot, Value v) {
  Value old = slot;
  slot = v;
  if (old.is_object()) V::decref(old.object());
}

// Releases the operands b and c of an instruction as its flags say.
template <class V>
[[gnu::always_inline]] inline void release_operands(Value* R, Instruction i) {
  if (i.x() & kRelB) put<V>(R[i.b()], Value());
  if (i.x() & kRelC) put<V>(R[i.c()], Value());
}

// One word an instruction, in an array of its own.
inline uint64_t* cache_of(Frame* f, const Instruction* at) {
  return reinterpret_cast<uint64_t*>(reinterpret_cast<uintptr_t>(at) + f->code->cache_distance);
}

inline bool exact_as_real(int64_t n) { return n >= -(int64_t{1} << 53) && n <= (int64_t{1} << 53); }

// An int and a float, both immediate, as floats. False: something else, or an int of too many bits.
inline bool mixed_reals(Value b, Value c, double& x, double& y) {
  if (b.is_int() && c.is_real() && exact_as_real(b.as_int())) {
    x = static_cast<double>(b.as_int());
    y = c.as_real();
    return true;
  }
  if (b.is_real() && c.is_int() && exact_as_real(c.as_int())) {
    x = b.as_real();
    y = static_cast<double>(c.as_int());
    return true;
  }
  return false;
}
// REQUIRES: divisor > 0.
inline int64_t floor_divide(int64_t n, int64_t divisor) {
  int64_t quotient = n / divisor;
  return quotient - (n % divisor < 0);
}
inline int64_t floor_modulo(int64_t n, int64_t divisor) {
  int64_t rest = n % divisor;
  return rest < 0 ? rest + divisor : rest;
}

// 1, 0, or -1: ask the slow path.
[[gnu::always_inline]] inline int quick_truth(Value v) {
  if (v.is_bool()) return v.is_true();
  if (v.is_int()) return v.as_int() != 0;
  if (v.is_none()) return 0;
  if (v.is_real()) return v.as_real() != 0;
  return -1;
}

template <class V>
inline int truth_slow(VmThread& t, Frame* f, Instruction i) {
  Value v = f->registers[i.a()];
  if (v.is_null()) {
    Interp<V>::unbound(t, f, i.a());
    return -1;
  }
  return Protocol<V>::truth(t, v);
}

template <class V>
inline bool is_exact(VmThread& t, Value v, Kind kind) {
  return v.is_object() && v.object()->cls == t.isolate->classes[static_cast<int>(kind)];
}

template <class V>
bool compare_slow(VmThread& t, Frame* f, Instruction i, CompareOp op, Value b, Value c) {
  double x, y;
  if (!b.is_object() && !c.is_object() && mixed_reals(b, c, x, y)) {
    put<V>(f->registers[i.a()], Value::boolean(quick_order(op, x, y)));
    return true;
  }
  if (b.is_null() || c.is_null()) return Interp<V>::unbound(t, f, b.is_null() ? i.b() : i.c());
  Value result;
  if ((op == CompareOp::Eq || op == CompareOp::Ne) && is_exact<V>(t, b, Kind::Str) &&
      is_exact<V>(t, c, Kind::Str)) {
    result = Value::boolean(Strings<V>::equal(b.as<Str>(), c.as<Str>()) == (op == CompareOp::Eq));
  } else if (int order = tuple_order_quick<V>(t, op, b, c); order >= 0) {
    result = Value::boolean(order != 0);
  } else if (SpecialFrames<V>::enter_compare(t, op, b, c)) {
    return true;
  } else {
    result = Protocol<V>::compare(t, op, b, c);
  }
  if (result.is_null()) return false;
  release_operands<V>(f->registers, i);
  put<V>(f->registers[i.a()], result);
  return true;
}

template <class V>
int compare_jump_slow(VmThread& t, Frame* f, Instruction i, CompareOp op, Value a, Value b) {
  double x, y;
  if (!a.is_object() && !b.is_object() && mixed_reals(a, b, x, y)) return quick_order(op, x, y);
  bool immediate = i.op() >= Op::JumpLtInt && i.op() <= Op::JumpGeInt;
  if (a.is_null() || b.is_null()) {
    Interp<V>::unbound(t, f, a.is_null() ? i.a() : i.b());
    return -1;
  }
  int outcome;
  if ((op == CompareOp::Eq || op == CompareOp::Ne) && is_exact<V>(t, a, Kind::Str) &&
      is_exact<V>(t, b, Kind::Str)) {
    outcome = Strings<V>::equal(a.as<Str>(), b.as<Str>()) == (op == CompareOp::Eq);
  } else if ((outcome = tuple_order_quick<V>(t, op, a, b)) < 0) {
    if (SpecialFrames<V>::enter_compare(t, op, a, b)) return 0;
    outcome = Protocol<V>::compare_bool(t, op, a, b);
  }
  if (outcome < 0) return outcome;
  if (i.x() & kRelA) put<V>(f->registers[i.a()], Value());
  if (!immediate && (i.x() & kRelB)) put<V>(f->registers[i.b()], Value());
  return outcome;
}

// ---- items
// Of an instance of a class derived from dict that gets, or sets, its items as a dict does. Null or
// false: the slow path.
template <class V>
inline bool is_dicts_own(VmThread& t, Class* cls, Special name) {
  return Classes<V>::special(t, cls, name) ==
         Classes<V>::special(t, t.isolate->classes[static_cast<int>(Kind::Dict)], name);
}
template <class V>
[[gnu::noinline]] Value derived_dict_get(VmThread& t, Value container, Value key) {
  if (container.object()->kind != Kind::Dict || key.is_null() ||
      !is_dicts_own<V>(t, container.object()->cls, Special::getitem))
    return Value();
  return dict_get_inline<V>(t, container.as<Dict>(), key);
}
template <class V>
[[gnu::noinline]] bool derived_dict_set(VmThread& t, Value container, Value key, Value value) {
  return container.object()->kind == Kind::Dict &&
         is_dicts_own<V>(t, container.object()->cls, Special::setitem) &&
         dict_set_inline<V>(t, container.as<Dict>(), key, value);
}

template <class V>
[[gnu::always_inline]] inline Value get_item_quick(VmThread& t, Value container, Value key) {
  if (!container.is_object()) return Value();
  Class* cls = container.object()->cls;
  Class* const* classes = t.isolate->classes;
  if (key.is_int()) {
    if (cls == classes[static_cast<int>(Kind::List)])
      return list_get_inline<V>(container.as<List>(), key.as_int());
    if (cls == classes[static_cast<int>(Kind::Tuple)])
      return tuple_get_inline<V>(container.as<Tuple>(), key.as_int());
    if (cls == classes[static_cast<int>(Kind::Str)])
      return ascii_get_inline<V>(t, container.as<Str>(), key.as_int());
  }
  if (cls == classes[static_cast<int>(Kind::Dict)])
    return dict_get_inline<V>(t, container.as<Dict>(), key);
  if (cls->instance_kind == Kind::Dict) return derived_dict_get<V>(t, container, key);
  if (cls->instance_kind == Kind::Deque && (cls->class_flags & kClassBuiltin) && key.is_int())
    return deque_get_inline<V>(container.as<Deque>(), key.as_int());
  return Value();
}

template <class V>
[[gnu::always_inline]] inline bool set_item_quick(VmThread& t, Value container, Value key,
                                                  Value value) {
  if (!container.is_object() || key.is_null() || value.is_null()) return false;
  Class* cls = container.object()->cls;
  Class* const* classes = t.isolate->classes;
  if (key.is_int() && cls == classes[static_cast<int>(Kind::List)])
    return list_set_inline<V>(container.as<List>(), key.as_int(), value);
  if (cls == classes[static_cast<int>(Kind::Dict)])
    return dict_set_inline<V>(t, container.as<Dict>(), key, value);
  if (cls->instance_kind == Kind::Dict) return derived_dict_set<V>(t, container, key, value);
  return false;
}

// ---- iterators
// The next int of a range iterator, or null: not one, or exhausted.
template <class V>
[[gnu::always_inline]] inline Value step_range(Value iterator) {
  Object* object = iterator.object();
  if (object->kind != Kind::RangeIterator) return Value();
  auto* range = static_cast<RangeIterator*>(object);
  // An iterator that only the loop's register owns cannot be reached by anybody else.
  if (!may_be_shared<V>(range)) return range_step(range);
  typename V::Guard guard(range);
  return range_step(range);
}

template <class V>
inline Value step_iterator(VmThread& t, Value iterator) {
  if (is_tool(iterator.object())) return tool_next<V>(t, iterator);
  Value v = iterator_step_inline<V>(iterator);
  return v ? v : Protocol<V>::next(t, iterator);
}

// One step of YieldFrom over an iterator that is no running generator: null and no exception, or
// StopIteration: it has ended. Takes sent over.
template <class V>
Value delegate_step(VmThread& t, Value iterator, Value sent) {
  Ref<V> owned(sent);
  if (sent.is_none()) return Protocol<V>::next_or_stop(t, iterator);
  return Protocol<V>::call_method(t, iterator, "send", {sent});
}
template <class V>
Value take_stop_value(VmThread& t) {
  if (!t.pending) return Value::none();
  Ref<V> stop = Errors<V>::take(t);
  Value result = stop.template as<Exception>()->extra;
  return result ? V::newref(result) : Value::none();
}

// ---- names and attributes through inline caches
template <class V>
[[gnu::always_inline]] inline Value load_global_inline(VmThread& t, Frame* f,
                                                       const Instruction* at) {
  return load_global_cached<V>(t, f->globals, V::load_cache(cache_of(f, at)));
}
template <class V>
[[gnu::always_inline]] inline Value load_attr_quick(VmThread& t, Value object, uint64_t word) {
  return load_attr_inline<V>(t, object, word);
}
template <class V>
[[gnu::always_inline]] inline bool store_attr_quick(VmThread& t, Value object, uint64_t word,
                                                    Value value) {
  return store_attr_inline<V>(t, object, word, value);
}
// What LoadMethod puts into its first register (owned), or null; takes_self: the object goes into
// the second.
template <class V>
[[gnu::always_inline]] inline Value load_method_quick(VmThread& t, Value object, uint64_t word,
                                                      bool& takes_self) {
  return load_method_inline<V>(t, object, word, takes_self);
}

}  // namespace gilsim
