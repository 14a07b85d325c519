// What: generators as heap frames that the loop resumes.
// State: created -> running <-> suspended -> finished; running from another thread or from itself
// is a ValueError. Threads: a generator runs on one thread at a time: the change to running is made
// under its guard. Not here: the methods send, throw, close (vm/object/functions), ForLoop and
// YieldFrom (loop_impl.h).
#pragma once

#include "vm/interp/interp.h"

namespace gilsim {

template <class V>
Generator* Interp<V>::make_generator(VmThread& t, Function* function, Value* args) {
  CodeObject* code = function->code;
  auto* g = Heap<V>::template make<Generator>(t, Kind::Generator, nullptr,
                                              code->register_count * sizeof(Value));
  uint32_t parameters = code->code->parameter_count();
  for (uint32_t k = 0; k < code->register_count; ++k)
    g->registers[k] = k < parameters ? args[k] : Value();
  V::incref(function);
  g->frame = Frame{
      nullptr, code,    g->registers, code->instructions, function, function->globals, nullptr, g,
      Value(), nullptr, nullptr,      kFrameGenerator};
  g->handled = Value();
  g->state = kGeneratorCreated;
  g->delegating = false;
  g->name = V::newref(function->name);
  g->qualified_name = V::newref(function->qualified_name);
  Heap<V>::track(t, g);
  return g;
}

template <class V>
bool Interp<V>::enter_generator(VmThread& t, Generator* g, Value sent, uint8_t flags) {
  if (t.depth >= t.isolate->recursion_limit) {
    V::decref(sent);
    return too_deep(t);
  }
  uint8_t state;
  {
    typename V::Guard guard(g);
    state = g->state;
    if (state <= kGeneratorSuspended) g->state = kGeneratorRunning;
  }
  if (state == kGeneratorRunning) {
    V::decref(sent);
    Errors<V>::value_error(t, "generator already executing");
    return false;
  }
  if (state == kGeneratorFinished) {
    V::decref(sent);
    Errors<V>::raise_stop(t, Value::none());
    return false;
  }
  V::incref(g);  // the running frame keeps its generator alive
  Frame* f = &g->frame;
  f->previous = t.frame;
  f->saved_top = t.stack_top;
  f->flags = static_cast<uint8_t>(kFrameGenerator | flags);
  if (state == kGeneratorSuspended) {
    const Instruction i = g->delegating ? *f->pc : f->pc[-1];
    Value& slot = f->registers[i.a()];
    Value old = slot;
    slot = sent;
    V::decref(old);
  } else {
    V::decref(sent);
  }
  std::swap(t.handled, g->handled);
  if (!t.handled) t.handled = g->handled ? V::newref(g->handled) : Value();
  t.frame = f;
  ++t.depth;
  return true;
}

// Restores the exception state of the resumer; what the generator was handling stays with it.
template <class V>
inline void leave_generator_frame(VmThread& t, Generator* g, bool keep_handled) {
  Value inner = t.handled;
  t.handled = g->handled;
  g->handled = Value();
  if (keep_handled && inner && inner != t.handled)
    g->handled = inner;
  else
    V::decref(inner);
  t.frame = g->frame.previous;
  t.stack_top = g->frame.saved_top;
  --t.depth;
}

template <class V>
void Interp<V>::suspend(VmThread& t) {
  Generator* g = t.frame->generator;
  leave_generator_frame<V>(t, g, true);
  {
    typename V::Guard guard(g);
    g->state = kGeneratorSuspended;
  }
  V::decref(g);
}

template <class V>
void Interp<V>::finish_generator(VmThread& t) {
  Generator* g = t.frame->generator;
  release_registers(&g->frame);
  leave_generator_frame<V>(t, g, false);
  {
    typename V::Guard guard(g);
    g->state = kGeneratorFinished;
  }
  V::decref(g);
}

// What run() gave for an entry frame of a generator, sorted into yielded, returned and raised.
template <class V>
Value Interp<V>::finish_resume(VmThread& t, Generator* g, Value result, Value* returned) {
  (void)t;
  if (result.is_null()) return result;
  if (g->state == kGeneratorFinished) {
    *returned = result;
    return Value();
  }
  return result;
}

template <class V>
Value Interp<V>::resume_generator(VmThread& t, Generator* g, Value sent, Value* returned) {
  *returned = Value();
  if (g->state == kGeneratorFinished) {
    V::decref(sent);
    return Value();
  }
  V::incref(g);
  Value result;
  if (enter_generator(t, g, sent ? sent : Value::none(), kFrameEntry))
    result = finish_resume(t, g, run(t), returned);
  V::decref(g);
  return result;
}

template <class V>
Value Interp<V>::throw_into_generator(VmThread& t, Generator* g, Value* returned) {
  *returned = Value();
  if (g->state == kGeneratorFinished) return Value();
  V::incref(g);
  Value result;
  Ref<V> exception = Errors<V>::take(t);
  if (g->state == kGeneratorSuspended && g->delegating) {
    if (throw_into_delegate(t, g, exception, result, returned)) {
      V::decref(g);
      return result;
    }
  }
  g->delegating = false;
  if (g->state == kGeneratorCreated) {  // it has not run: nothing in it can handle the exception
    g->state = kGeneratorFinished;
    release_registers(&g->frame);
    Errors<V>::restore(t, exception.take());
    V::decref(g);
    return Value();
  }
  if (enter_generator(t, g, Value::none(), kFrameEntry)) {
    Errors<V>::restore(t, exception.take());
    result = finish_resume(t, g, run(t, true), returned);
  }
  V::decref(g);
  return result;
}

// The generator waits in YieldFrom: the exception goes to the inner iterator first. True: *result
// (or pending, or *returned) is the outcome of the whole throw. False: the exception is to be
// raised in g itself (it may have been replaced by what the delegate raised).
template <class V>
bool Interp<V>::throw_into_delegate(VmThread& t, Generator* g, Ref<V>& exception, Value& result,
                                    Value* returned) {
  Frame* f = &g->frame;
  const Instruction i = *f->pc;  // YieldFrom
  Ref<V> inner = Ref<V>::share(f->registers[i.b()]);
  Value value;
  Value stop;
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
    return true;
  }
  f->pc += 1;
  g->delegating = false;
  if (stop) {  // the delegate returned: go on behind the YieldFrom with its result
    Value old = f->registers[i.a()];
    f->registers[i.a()] = Value();
    V::decref(old);
    if (!enter_generator(t, g, Value::none(), kFrameEntry)) {
      V::decref(stop);
      return true;
    }
    Value& slot = f->registers[i.a()];
    V::decref(slot);
    slot = stop;
    result = finish_resume(t, g, run(t), returned);
    return true;
  }
  exception = Errors<V>::take(t);
  return false;
}

}  // namespace gilsim
