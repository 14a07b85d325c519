// What: generators as heap frames that the loop resumes.
// State: created -> running <-> suspended or idle -> finished; running from another thread or from
// itself is a ValueError. Threads: a generator runs on one thread at a time: who changes it to
// running under its guard has claimed it, and nobody else touches its frame until it changes back.
// Not here: the methods send, throw, close (vm/object/functions), ForLoop and YieldFrom
// (loop_impl.h).
#pragma once

#include "vm/interp/interp.h"
#include "vm/object/errors_impl.h"

namespace gilsim {

template <class V>
Generator* Interp<V>::make_generator(VmThread& t, Function* function, Value* args) {
  CodeObject* code = function->code;
  auto* g = Heap<V>::template make<Generator>(t, Kind::Generator, nullptr,
                                              code->register_count * sizeof(Value));
  uint32_t parameters =
      code->plain_parameters ? code->positional_count : code->code->parameter_count();
  for (uint32_t k = 0; k < parameters; ++k) g->registers[k] = args[k];
  for (uint32_t k = parameters; k < code->register_count; ++k) g->registers[k] = Value();
  V::incref(function);
  g->frame = Frame{
      nullptr, code,    g->registers, code->instructions, function, function->globals, nullptr,
      Value(), nullptr, nullptr,      kFrameGenerator};
  GILSIM_CHECK(generator_of(&g->frame) == g);
  g->handled = Value();
  g->state = kGeneratorCreated;
  g->delegating = false;
  g->name = V::newref(function->name);
  g->qualified_name = V::newref(function->qualified_name);
  Heap<V>::track(t, g);
  return g;
}

// The state before; unless the generator runs or has finished, it is this thread's now.
template <class V>
inline uint8_t claim_generator(Generator* g) {
  typename V::Guard guard(g);
  uint8_t state = g->state;
  if (state <= kGeneratorIdle) g->state = kGeneratorRunning;
  return state;
}

template <class V>
inline void set_generator_state(Generator* g, uint8_t state) {
  typename V::Guard guard(g);
  g->state = state;
}

// REQUIRES: g was in `state` when this thread claimed it, and depth allows one more frame. Whoever
// resumes g keeps it alive until it suspends or ends: the loop in the resuming instruction's
// register, native code by a reference of its own.
template <class V>
[[gnu::always_inline]] inline void Interp<V>::enter_claimed(VmThread& t, Generator* g,
                                                            uint8_t state, Value sent,
                                                            uint8_t flags) {
  Frame* f = &g->frame;
  f->previous = t.frame;
  if (state == kGeneratorSuspended || g->delegating) {
    const Instruction i = g->delegating ? *f->pc : f->pc[-1];
    if (i.x() & kNegate) {  // Yield whose value is not used
      V::decref(sent);
    } else {
      Value& slot = f->registers[i.a()];
      Value old = slot;
      slot = sent;
      V::decref(old);
    }
  } else {
    V::decref(sent);
  }
  if (t.handled || g->handled) [[unlikely]] {
    std::swap(t.handled, g->handled);
    if (!t.handled) t.handled = g->handled ? V::newref(g->handled) : Value();
    if (g->handled) flags |= kFrameHandling;
  }
  f->flags = static_cast<uint8_t>(kFrameGenerator | flags);
  t.frame = f;
  ++t.depth;
}

// For next(): a generator that is idle, by a frame of this loop that handles no exception, which
// needs the least. False: nothing was done, take enter_generator().
template <class V>
[[gnu::always_inline]] inline bool resume_idle(VmThread& t, Frame* resumer, Generator* g) {
  uint32_t depth = t.depth;
  if (depth >= t.recursion_limit || t.handled) [[unlikely]]
    return false;
  {
    typename V::Guard guard(g);
    if (g->state != kGeneratorIdle) [[unlikely]]
      return false;
    g->state = kGeneratorRunning;
  }
  Frame* f = &g->frame;
  f->previous = resumer;
  t.frame = f;
  t.depth = depth + 1;
  return true;
}

template <class V>
bool Interp<V>::enter_generator(VmThread& t, Generator* g, Value sent, uint8_t flags) {
  if (t.depth >= t.recursion_limit) [[unlikely]] {
    t.recursion_limit = t.isolate->recursion_limit;
    if (t.depth >= t.recursion_limit) {
      V::decref(sent);
      return too_deep(t);
    }
  }
  uint8_t state = claim_generator<V>(g);
  if (state == kGeneratorRunning) {
    V::decref(sent);
    Errors<V>::value_error(t, "generator already executing");
    return false;
  }
  if (state == kGeneratorFinished) {
    V::decref(sent);
    return false;
  }
  enter_claimed(t, g, state, sent, flags);
  return true;
}

// What the frame that resumed f, a generator's, is handling, borrowed; else null.
inline Value handled_by_resumer(const Frame* f) {
  return f->flags & kFrameHandling ? generator_of(f)->handled : Value();
}

// Restores the exception state of the resumer; what the generator was handling stays with it.
template <class V>
[[gnu::always_inline]] inline void leave_generator_frame(VmThread& t, Generator* g,
                                                         bool keep_handled) {
  if (t.handled || g->handled) [[unlikely]] {
    Value inner = t.handled;
    t.handled = g->handled;
    g->handled = Value();
    if (keep_handled && inner && inner != t.handled)
      g->handled = inner;
    else
      V::decref(inner);
  }
  t.frame = g->frame.previous;
  --t.depth;
}

template <class V>
void Interp<V>::suspend(VmThread& t, Generator* g, bool idle) {
  leave_generator_frame<V>(t, g, true);
  // Another thread may go on with what the frame holds.
  V::publish_parts(g);
  if (idle) g->frame.flags = kFrameGenerator;
  set_generator_state<V>(g, idle && !g->handled ? kGeneratorIdle : kGeneratorSuspended);
}

// suspend() of f, a frame with no flag but kFrameGenerator, while no exception is handled: neither
// inside, nor by the resumer, else there would be kFrameHandling. Gives the resumer.
template <class V>
[[gnu::always_inline]] inline Frame* suspend_quick(VmThread& t, Frame* f, bool idle) {
  Generator* g = generator_of(f);
  Frame* resumer = f->previous;
  t.frame = resumer;
  --t.depth;
  V::publish_parts(g);
  set_generator_state<V>(g, idle ? kGeneratorIdle : kGeneratorSuspended);
  return resumer;
}

template <class V>
void Interp<V>::finish_generator(VmThread& t) {
  Generator* g = generator_of(t.frame);
  release_registers(g->registers, g->frame.code->register_count);
  leave_generator_frame<V>(t, g, false);
  set_generator_state<V>(g, kGeneratorFinished);
  t.generator_returned = true;
}

// What run() gave for an entry frame of a generator, sorted into yielded, returned and raised.
template <class V>
Value Interp<V>::finish_resume(VmThread& t, Value result, Value* returned) {
  if (result.is_null() || !t.generator_returned) return result;
  *returned = result;
  return Value();
}

template <class V>
Value Interp<V>::resume_generator(VmThread& t, Generator* g, Value sent, Value* returned) {
  *returned = Value();
  V::incref(g);
  Value result;
  if (enter_generator(t, g, sent ? sent : Value::none(), kFrameEntry))
    result = finish_resume(t, run(t), returned);
  V::decref(g);
  return result;
}

template <class V>
Value Interp<V>::throw_into_generator(VmThread& t, Generator* g, Value* returned) {
  *returned = Value();
  uint8_t state = claim_generator<V>(g);
  if (state == kGeneratorFinished) return Value();
  if (state == kGeneratorRunning) {
    Errors<V>::clear(t);
    Errors<V>::value_error(t, "generator already executing");
    return Value();
  }
  V::incref(g);
  Value result = throw_into_claimed(t, g, state, returned);
  V::decref(g);
  return result;
}

// REQUIRES: g was in `state` when this thread claimed it.
template <class V>
Value Interp<V>::throw_into_claimed(VmThread& t, Generator* g, uint8_t state, Value* returned) {
  Ref<V> exception = Errors<V>::take(t);
  if (state == kGeneratorCreated) {  // it has not run: nothing in it can handle the exception
    release_registers(g->registers, g->frame.code->register_count);
    set_generator_state<V>(g, kGeneratorFinished);
    Errors<V>::restore(t, exception.take());
    return Value();
  }
  Value result;
  if (g->delegating && throw_into_delegate(t, g, exception, result, returned)) return result;
  g->delegating = false;
  if (t.depth >= t.isolate->recursion_limit) {
    set_generator_state<V>(g, kGeneratorSuspended);
    too_deep(t);
    return Value();
  }
  bool handling = g->handled && !g->handled.is_none();
  // As one that is created: the yield gives no value, and the variable that waits for it keeps its
  // own.
  enter_claimed(t, g, kGeneratorCreated, Value::none(), kFrameEntry);
  // What the generator is handling becomes the context.
  if (handling && t.handled != exception.get() && !exception.template as<Exception>()->context)
    ErrorMaker<V>::set_pending(t, exception.take().template as<Exception>());
  else
    Errors<V>::restore(t, exception.take());
  return finish_resume(t, run(t, true), returned);
}

// False: an exception is pending.
template <class V>
bool Interp<V>::close_delegate(VmThread& t, Value inner) {
  Ref<V> method(Classes<V>::get_attr_optional(t, inner, Heap<V>::intern(t, "close")));
  if (!method) return !t.pending;
  Ref<V> closed(Protocol<V>::call(t, method.get(), {}));
  return static_cast<bool>(closed);
}

// The generator is claimed and waits in YieldFrom: the exception goes to the inner iterator first.
// True: *result (or pending, or *returned) is the outcome of the whole throw. False: the exception
// is to be raised in g itself (it may have been replaced by what the delegate raised).
template <class V>
bool Interp<V>::throw_into_delegate(VmThread& t, Generator* g, Ref<V>& exception, Value& result,
                                    Value* returned) {
  Frame* f = &g->frame;
  const Instruction i = *f->pc;  // YieldFrom
  Ref<V> inner = Ref<V>::share(f->registers[i.b()]);
  Value value;
  Value stop;
  Class* exit = t.isolate->exceptions[static_cast<int>(Exc::GeneratorExit)];
  if (Classes<V>::is_subclass(exception.get().object()->cls, exit)) {
    // The delegate is closed, and the exception, or what close() raised, goes on in g.
    if (!close_delegate(t, inner.get())) exception = Errors<V>::take(t);
    f->pc += 1;
    return false;
  }
  if (inner.get().object()->kind == Kind::Generator) {
    Errors<V>::restore(t, exception.take());
    value = throw_into_generator(t, inner.template as<Generator>(), &stop);
  } else {
    Value method = Classes<V>::get_attr_optional(t, inner.get(), Heap<V>::intern(t, "throw"));
    if (method.is_null()) {
      f->pc += 1;
      return false;
    }
    value = Protocol<V>::call(t, method, {exception.get()});
    V::decref(method);
    if (value.is_null() && Errors<V>::pending_is(t, Exc::StopIteration)) {
      Ref<V> raised = Errors<V>::take(t);
      Value extra = raised.template as<Exception>()->extra;
      stop = extra ? V::newref(extra) : Value::none();
    } else if (value.is_null()) {
      exception = Ref<V>();
    }
  }
  if (value) {
    result = value;
    set_generator_state<V>(g, kGeneratorSuspended);
    return true;
  }
  f->pc += 1;
  g->delegating = false;
  if (stop) {  // the delegate returned: go on behind the YieldFrom with its result
    Value old = f->registers[i.a()];
    f->registers[i.a()] = Value();
    V::decref(old);
    if (t.depth >= t.isolate->recursion_limit) {
      V::decref(stop);
      set_generator_state<V>(g, kGeneratorSuspended);
      too_deep(t);
      return true;
    }
    enter_claimed(t, g, kGeneratorSuspended, Value::none(), kFrameEntry);
    Value& slot = f->registers[i.a()];
    V::decref(slot);
    slot = stop;
    result = finish_resume(t, run(t), returned);
    return true;
  }
  exception = Errors<V>::take(t);
  return false;
}

}  // namespace gilsim
