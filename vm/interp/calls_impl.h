// What: the call instructions over every kind of callable, and calls from native code.
// Idea: what ends in a Python function enters a frame and goes on in the same loop: functions,
// bound methods, classes whose __init__ is a
//   Python function, and instances with a Python __call__. Only the rest is called through C++.
// Invariants: I1 a window is moved: after the call its registers are empty and the first holds the
// result. Threads: owner of the VmThread only. Not here: argument binding (bind_impl.h),
// instantiation in general (vm/object).
#pragma once

#include "vm/interp/build_fast_paths.h"
#include "vm/interp/frames_impl.h"

namespace gilsim {

template <class V>
inline void drop_window(Value* from, Value* to) {
  for (Value* r = from; r != to; ++r) {
    Value v = *r;
    *r = Value();
    if (v.is_object()) V::decref(v.object());
  }
}

// Releases the callee and the arguments and puts the result (null: failed) into its register.
template <class V>
inline typename Interp<V>::CallOutcome end_call(Value* callee, Value* args, uint32_t n,
                                                Value* result, Value value) {
  drop_window<V>(args, args + n);
  Value old = *callee;
  *callee = Value();
  if (value) *result = value;
  V::decref(old);
  return value ? Interp<V>::CallOutcome::kDone : Interp<V>::CallOutcome::kFailed;
}

template <class V>
inline typename Interp<V>::CallOutcome Interp<V>::call_window(VmThread& t, Value* callee,
                                                              Value* args, uint32_t n, Tuple* names,
                                                              Value* result) {
  Value target = *callee;
  if (target.is_object() && target.object()->kind == Kind::Function) [[likely]] {
    Generator* generator = nullptr;
    if (!enter(t, target.as<Function>(), args, n, names, 0, generator)) return CallOutcome::kFailed;
    if (generator) [[unlikely]] {
      V::decref(target);
      *result = Value(generator);
      return CallOutcome::kDone;
    }
    t.frame->return_register = result;
    return CallOutcome::kEntered;
  }
  if (target.is_object() && target.object()->kind == Kind::NativeFunction) {
    auto* native = target.as<NativeFunction>();
    const NativeDef* def = native->def;
    if (!native->self && !names && !(def->flags & (kNativeStatic | kNativeClassMethod))) {
      bool method = (def->flags & kNativeMethod) != 0;
      int32_t given = static_cast<int32_t>(n) - method;
      bool receiver_fits = !method || (n > 0 && is_receiver(t, args[0], native->owner));
      if (receiver_fits && given >= def->min_args &&
          (def->max_args < 0 || given <= def->max_args)) {
        P::work(Cost::NativeCall);
        return end_call<V>(callee, args, n, result,
                           def->function(t, NativeArgs{args, n, nullptr, native}));
      }
    }
  }
  return call_other(t, callee, args, n, names, result);
}

template <class V>
typename Interp<V>::CallOutcome Interp<V>::call_other(VmThread& t, Value* callee, Value* args,
                                                      uint32_t n, Tuple* names, Value* result) {
  Value target = *callee;
  if (target.is_object()) {
    Kind kind = target.object()->kind;
    if (kind == Kind::BoundMethod && args == callee + 1) {
      // The callee's register becomes the first argument.
      auto* method = target.as<BoundMethod>();
      Value function = V::newref(method->function);
      Value self = V::newref(method->self);
      *callee = self;
      V::decref(target);
      if (function.is_object() && function.object()->kind == Kind::Function) {
        Generator* generator = nullptr;
        if (!enter(t, function.as<Function>(), callee, n + 1, names, kFrameOwnsFunction, generator))
          return CallOutcome::kFailed;
        if (generator) {
          *result = Value(generator);
          return CallOutcome::kDone;
        }
        t.frame->return_register = result;
        return CallOutcome::kEntered;
      }
      Value value = Protocol<V>::call(t, function, CallArgs{callee, n + 1, names});
      V::decref(function);
      drop_window<V>(callee, callee + n + 1);
      if (value) *result = value;
      return value ? CallOutcome::kDone : CallOutcome::kFailed;
    }
    if (kind == Kind::Class && args == callee + 1)
      return construct(t, callee, args, n, names, result);
    if (kind == Kind::Object && args == callee + 1) {
      Value method = Classes<V>::special(t, target.object()->cls, Special::call);
      if (method.is_object() && method.object()->kind == Kind::Function) {
        V::incref(method);
        Generator* generator = nullptr;
        if (!enter(t, method.as<Function>(), callee, n + 1, names, kFrameOwnsFunction, generator))
          return CallOutcome::kFailed;
        if (generator) {
          *result = Value(generator);
          return CallOutcome::kDone;
        }
        t.frame->return_register = result;
        return CallOutcome::kEntered;
      }
    }
  }
  P::work(Cost::NativeCall);
  return end_call<V>(callee, args, n, result,
                     Protocol<V>::call(t, target, CallArgs{args, n, names}));
}

// A class of the VM whose native __new__ does everything: int(x), str(x), range(n). Null and
// nothing pending: another class. values[0] is the class, n arguments follow.
template <class V>
inline Value construct_builtin(VmThread& t, Class* cls, MethodCache* cache, const Value* values,
                               uint32_t n, Tuple* names) {
  if (!(cls->class_flags & kClassBuiltin) || (cls->class_flags & kClassIsMeta)) return Value();
  Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
  Value make = Classes<V>::special(t, cls, Special::new_);
  Value init = Classes<V>::special(t, cls, Special::init);
  if (!make.is_object() || make.object()->kind != Kind::NativeFunction ||
      init != Classes<V>::special(t, root, Special::init))
    return Value();
  const NativeDef* def = make.as<NativeFunction>()->def;
  int32_t given = static_cast<int32_t>(n) + 1;
  if (!(def->flags & kNativeStatic) || (names && !(def->flags & kNativeKeywords)) ||
      given < def->min_args || (def->max_args >= 0 && given > def->max_args) ||
      make == Classes<V>::special(t, root, Special::new_))
    return Value();
  if (cache && V::load(cls, cls->cache) == cache)
    V::store(cls, cache->plain_new, make.as<NativeFunction>());
  V::P::work(Cost::NativeCall);
  return def->function(t, NativeArgs{values, n + 1, names, make.as<NativeFunction>()});
}

// Whether a call of the class is a call of type's own __call__.
template <class V>
bool is_made_by_type(VmThread& t, Class* cls) {
  Class* type = t.isolate->classes[static_cast<int>(Kind::Class)];
  return cls->cls == type || Classes<V>::special(t, cls->cls, Special::call) ==
                                 Classes<V>::special(t, type, Special::call);
}

// A class of plain instances whose __new__ is object's and whose __init__ is a Python function: the
// instance is made here and __init__ runs in this loop.
template <class V>
typename Interp<V>::CallOutcome Interp<V>::construct(VmThread& t, Value* callee, Value* args,
                                                     uint32_t n, Tuple* names, Value* result) {
  Class* cls = (*callee).as<Class>();
  MethodCache* cache = V::load(cls, cls->cache);
  Function* known = cache ? V::load(cls, cache->plain_init) : nullptr;
  if (known || (cls->instance_kind == Kind::Object &&
                !(cls->class_flags & (kClassBuiltin | kClassIsMeta | kClassAbstract)) &&
                is_made_by_type<V>(t, cls))) {
    Value init = known ? Value(static_cast<Object*>(known))
                       : Classes<V>::special(t, cls, Special::init);
    Value object_new =
        known ? Value()
              : Classes<V>::special(t, t.isolate->classes[static_cast<int>(Kind::Object)],
                                    Special::new_);
    Value make = known ? Value() : Classes<V>::special(t, cls, Special::new_);
    if (init.is_object() && init.object()->kind == Kind::Function && make == object_new) {
      // What was read is of that cache if it is the class's still.
      if (cache && V::load(cls, cls->cache) == cache)
        V::store(cls, cache->plain_init, init.template as<Function>());
      Value instance = Classes<V>::allocate_instance(t, cls);
      if (instance.is_null()) return end_call<V>(callee, args, n, result, Value());
      V::incref(init);
      V::incref(instance);
      *callee = instance;
      V::decref(cls);
      Generator* generator = nullptr;
      if (!enter(t, init.as<Function>(), callee, n + 1, names,
                 kFrameOwnsFunction | kFrameConstructor, generator)) {
        V::decref(instance);
        return CallOutcome::kFailed;
      }
      if (generator) {
        V::decref(generator);
        V::decref(instance);
        Errors<V>::type_error(t, "__init__() should return None, not 'generator'");
        return CallOutcome::kFailed;
      }
      t.frame->instance = instance;
      t.frame->return_register = result;
      return CallOutcome::kEntered;
    }
  }
  if (Value made = construct_builtin<V>(t, cls, cache, callee, n, names))
    return end_call<V>(callee, args, n, result, made);
  if (t.pending) return end_call<V>(callee, args, n, result, Value());
  return end_call<V>(callee, args, n, result,
                     Protocol<V>::call(t, *callee, CallArgs{args, n, names}));
}

// f(*args, **kwargs): the tuple and dict are spread over the top of the stack.
template <class V>
typename Interp<V>::CallOutcome Interp<V>::call_spread(VmThread& t, Value* window) {
  Tuple* positional = window[1].as<Tuple>();
  Dict* keywords = window[2].is_object() ? window[2].as<Dict>() : nullptr;
  std::vector<Value> values(positional->items, positional->items + positional->size);
  Ref<V> names;
  std::vector<Value> held;
  if (keywords && keywords->used) {
    std::vector<Value> keys;
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, keywords, position, key, value)) {
      keys.push_back(key);
      held.push_back(value);
      values.push_back(value);
    }
    Tuple* tuple = Heap<V>::tuple(t, keys.size());
    bool strings = true;
    for (size_t k = 0; k < keys.size(); ++k) {
      tuple->items[k] = keys[k];
      strings = strings && keys[k].is_object() && keys[k].object()->kind == Kind::Str;
    }
    names = Ref<V>(tuple);
    if (!strings) Errors<V>::type_error(t, "keywords must be strings");
  }
  CallOutcome outcome = CallOutcome::kFailed;
  if (!t.pending) {
    Value target = window[0];
    Tuple* tuple = names ? names.template as<Tuple>() : nullptr;
    auto count = static_cast<uint32_t>(values.size());
    if (target.is_object() && target.object()->kind == Kind::Function) {
      outcome = enter_copy(t, target.as<Function>(), values.data(), count, tuple, window);
    } else {
      Value value = Protocol<V>::call(t, target, CallArgs{values.data(), count, tuple});
      outcome = value ? CallOutcome::kDone : CallOutcome::kFailed;
      if (value) {
        Value old = window[0];
        window[0] = value;
        V::decref(old);
      }
    }
  }
  for (Value v : held) V::decref(v);
  drop_window<V>(window + 1, window + 3);
  return outcome;
}

// Enters a function with copies of borrowed arguments at the top of the stack.
template <class V>
typename Interp<V>::CallOutcome Interp<V>::enter_copy(VmThread& t, Function* function,
                                                      const Value* values, uint32_t n, Tuple* names,
                                                      Value* window) {
  uint8_t flags = 0;
  Value* saved_top = t.stack_top;
  Value* args = claim_registers(t, t.stack_top, n, 0, flags);
  for (uint32_t k = 0; k < n; ++k) args[k] = V::newref(values[k]);
  Generator* generator = nullptr;
  t.stack_top = args + n;
  bool good = enter(t, function, args, n, names, flags, generator);
  if (good && !generator) {
    t.frame->saved_top = saved_top;
    t.frame->return_register = window;
    return CallOutcome::kEntered;
  }
  t.stack_top = saved_top;
  if (flags & kFrameNewChunk) {
    drop_chunk<V>(t);
  }
  if (!good) return CallOutcome::kFailed;
  if (window) {
    Value old = *window;
    *window = Value(generator);
    V::decref(old);
  } else {
    t.native_result = Value(generator);
  }
  return CallOutcome::kDone;
}

template <class V>
Value Interp<V>::call_function(VmThread& t, Function* function, const CallArgs& args) {
  V::incref(function);
  Value* top = t.stack_top;
  if (!args.names && can_begin(t, function->code, top, args.count)) [[likely]] {
    for (uint32_t k = 0; k < args.count; ++k) top[k] = V::newref(args.values[k]);
    push_frame<V>(t, t.frame, function, function->code, top, args.count,
                  kFrameEntry | kFrameOwnsFunction);
    return run(t);
  }
  CallOutcome outcome = enter_copy(t, function, args.values, args.count, args.names, nullptr);
  Value result;
  if (outcome == CallOutcome::kEntered) {
    t.frame->flags |= kFrameEntry;
    result = run(t);
  } else if (outcome == CallOutcome::kDone) {
    result = t.native_result;
    t.native_result = Value();
  }
  V::decref(function);
  return result;
}

template <class V>
Value Interp<V>::run_code(VmThread& t, CodeObject* code, Dict* globals, Dict* names) {
  if (t.depth >= t.isolate->recursion_limit) {
    too_deep(t);
    return Value();
  }
  uint8_t flags = kFrameEntry;
  Value* top = t.stack_top;
  Value* registers = claim_registers(t, top, code->register_count, 0, flags);
  for (uint32_t k = 0; k < code->register_count; ++k) registers[k] = Value();
  t.clean_end = std::max(t.clean_end, registers + code->register_count);
  Frame* f = new_frame(t);
  *f = Frame{t.frame, code, registers, code->instructions, nullptr, globals, names, Value(),
             nullptr, top,  flags};
  t.frame = f;
  t.stack_top = registers + code->register_count;
  ++t.depth;
  return run(t);
}

template <class V>
Value Interp<V>::run_class_body(VmThread& t, Function* body, Dict* names) {
  if (enter_copy(t, body, nullptr, 0, nullptr, nullptr) != CallOutcome::kEntered) return Value();
  t.frame->flags |= kFrameEntry;
  t.frame->names = names;
  return run(t);
}

}  // namespace gilsim
