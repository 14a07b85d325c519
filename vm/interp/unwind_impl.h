// What: from a raised exception to its handler.
// Idea: zero-cost tables: nothing is done when a try block is entered; here the tables of the
// frames are searched, innermost entry first. Threads: owner of the VmThread only. Not here: making
// exceptions (vm/object/errors_impl.h).
#pragma once

#include "vm/interp/interp.h"
#include "vm/interp/special_frames_impl.h"

namespace gilsim {

// The instruction that is under way: pc is behind it.
inline uint32_t instruction_of(const Frame* f) {
  auto index = static_cast<uint32_t>(f->pc - f->code->instructions);
  return index > 0 ? index - 1 : 0;
}

template <class V>
uint32_t Interp<V>::line_of(const Frame* f) {
  const Code& code = *f->code->code;
  uint32_t index = instruction_of(f);
  return index < code.lines.size() ? code.lines[index] : code.first_line;
}

// Moves the frame to the handler that covers its pc, if there is one.
template <class V>
bool enter_handler(VmThread& t, Frame* f) {
  auto at = static_cast<uint32_t>(f->pc - f->code->instructions);
  if (at > 0) --at;
  for (const Handler& handler : f->code->code->handlers) {
    if (at < handler.start || at >= handler.end) continue;
    for (uint32_t r = handler.depth; r < f->code->register_count; ++r) {
      Value v = f->registers[r];
      f->registers[r] = Value();
      V::decref(v);
    }
    Value& target = f->registers[handler.target];
    Value old = target;
    target = t.pending;
    t.pending = Value();
    V::decref(old);
    f->pc = f->code->instructions + handler.handler;
    return true;
  }
  return false;
}

// A StopIteration may not leave a generator by being raised in it (PEP 479).
template <class V>
void convert_stop_iteration(VmThread& t) {
  if (!Errors<V>::pending_is(t, Exc::StopIteration)) return;
  Ref<V> stop = Errors<V>::take(t);
  Errors<V>::raise(t, Exc::RuntimeError, "generator raised StopIteration");
  auto* error = t.pending.as<Exception>();
  for (Value* slot : {&error->cause, &error->context}) {
    Value old = *slot;
    *slot = V::newref(stop.get());
    V::decref(old);
  }
  error->suppress_context = true;
}

template <class V>
bool Interp<V>::unwind(VmThread& t) {
  for (;;) {
    Frame* f = t.frame;
    if (t.skip_traceback)
      t.skip_traceback = false;
    else
      Errors<V>::add_traceback(t, f->code, line_of(f), instruction_of(f));
    if (enter_handler<V>(t, f)) return true;
    uint8_t flags = f->flags;
    if (flags & kFrameGenerator) {
      finish_generator(t);
      convert_stop_iteration<V>(t);
    } else {
      Value instance = f->instance;
      pop_frame(t);
      V::decref(instance);
    }
    if (flags & kFrameEntry) return false;
    if ((flags & kFrameSpecial) && SpecialFrames<V>::ends_loop(t)) return true;
  }
}

}  // namespace gilsim
