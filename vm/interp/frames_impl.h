// What: frames and registers: claiming, releasing, and binding arguments to parameters.
// Idea: the fast path of a call finds its arguments in place; everything else (defaults, keywords,
// *args) goes through bind(). Threads: owner of the VmThread only. Not here: which callable is
// called how (calls_impl.h).
#pragma once

#include <algorithm>
#include <string>

#include "vm/interp/interp.h"

namespace gilsim {

struct StackChunk {
  StackChunk* previous;
  Value* end;
  Value registers[];
};
inline constexpr size_t kChunkRegisters = 8192;

template <class V>
void Interp<V>::prepare_thread(VmThread& t) {
  size_t bytes = sizeof(StackChunk) + kChunkRegisters * sizeof(Value);
  auto* chunk = static_cast<StackChunk*>(Heap<V>::raw(bytes));
  chunk->previous = nullptr;
  chunk->end = chunk->registers + kChunkRegisters;
  t.chunk = chunk;
  t.stack_top = chunk->registers;
  t.stack_end = chunk->end;
}

template <class V>
void Interp<V>::drop_thread(VmThread& t) {
  while (t.chunk) {
    StackChunk* previous = t.chunk->previous;
    Heap<V>::raw_free(t.chunk);
    t.chunk = previous;
  }
  while (t.free_frame) {
    Frame* next = t.free_frame->previous;
    Heap<V>::raw_free(t.free_frame);
    t.free_frame = next;
  }
}

template <class V>
inline Frame* Interp<V>::new_frame(VmThread& t) {
  Frame* f = t.free_frame;
  if (f) [[likely]] {
    t.free_frame = f->previous;
    return f;
  }
  return static_cast<Frame*>(Heap<V>::raw(sizeof(Frame)));
}

template <class V>
inline void Interp<V>::free_frame(VmThread& t, Frame* f) {
  f->previous = t.free_frame;
  t.free_frame = f;
}

template <class V>
Value* Interp<V>::claim_registers(VmThread& t, Value* at, uint32_t count, uint32_t used,
                                  uint8_t& flags) {
  if (at >= t.chunk->registers && at <= t.stack_end &&
      static_cast<size_t>(t.stack_end - at) >= count)
    return at;
  size_t size = std::max<size_t>(kChunkRegisters, count + size_t{64});
  auto* chunk = static_cast<StackChunk*>(Heap<V>::raw(sizeof(StackChunk) + size * sizeof(Value)));
  chunk->previous = t.chunk;
  chunk->end = chunk->registers + size;
  t.chunk = chunk;
  t.stack_end = chunk->end;
  for (uint32_t k = 0; k < used; ++k) {
    chunk->registers[k] = at[k];
    at[k] = Value();
  }
  flags |= kFrameNewChunk;
  return chunk->registers;
}

template <class V>
inline void Interp<V>::release_registers(Frame* f) {
  Value* r = f->registers;
  for (Value* end = r + f->code->register_count; r != end; ++r) {
    Value v = *r;
    *r = Value();
    if (v.is_object()) V::decref(v.object());
  }
}

template <class V>
void Interp<V>::pop_frame(VmThread& t) {
  Frame* f = t.frame;
  release_registers(f);
  t.frame = f->previous;
  t.stack_top = f->saved_top;
  --t.depth;
  if (f->flags & (kFrameOwnsFunction | kFrameNewChunk)) [[unlikely]] {
    if (f->flags & kFrameNewChunk) {
      StackChunk* chunk = t.chunk;
      t.chunk = chunk->previous;
      t.stack_end = t.chunk->end;
      Heap<V>::raw_free(chunk);
    }
    if (f->flags & kFrameOwnsFunction) V::decref(f->function);
  }
  free_frame(t, f);
}

template <class V>
bool Interp<V>::too_deep(VmThread& t) {
  Errors<V>::raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
  return false;
}

template <class V>
inline bool Interp<V>::enter(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                             uint8_t flags, Generator*& generator) {
  CodeObject* code = function->code;
  if (!code->simple_call || n != code->positional_count || names ||
      t.depth >= t.isolate->recursion_limit) [[unlikely]] {
    return enter_slow(t, function, args, n, names, flags, generator);
  }
  uint32_t count = code->register_count;
  Value* top = t.stack_top;
  Value* registers = args;
  if (args < t.chunk->registers || args > t.stack_end ||
      static_cast<size_t>(t.stack_end - args) < count) [[unlikely]] {
    // The window is in a generator's own registers, or the chunk is full: move to the top of the
    // stack.
    if (args < t.chunk->registers || args > t.stack_end) {
      if (static_cast<size_t>(t.stack_end - top) >= count) {
        registers = top;
        for (uint32_t k = 0; k < n; ++k) {
          registers[k] = args[k];
          args[k] = Value();
        }
      } else {
        registers = claim_registers(t, args, count, n, flags);
      }
    } else {
      registers = claim_registers(t, args, count, n, flags);
    }
  }
  for (uint32_t k = n; k < count; ++k) registers[k] = Value();
  Frame* f = new_frame(t);
  f->previous = t.frame;
  f->code = code;
  f->registers = registers;
  f->pc = code->instructions;
  f->function = function;
  f->globals = function->globals;
  f->names = nullptr;
  f->generator = nullptr;
  f->instance = Value();
  f->saved_top = top;
  f->flags = flags;
  t.frame = f;
  t.stack_top = registers + count;
  ++t.depth;
  return true;
}

template <class V>
bool Interp<V>::enter_slow(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                           uint8_t flags, Generator*& generator) {
  CodeObject* code = function->code;
  auto drop_args = [&] {
    for (uint32_t k = 0; k < n; ++k) {
      Value v = args[k];
      args[k] = Value();
      V::decref(v);
    }
  };
  if (t.depth >= t.isolate->recursion_limit) {
    drop_args();
    if (flags & kFrameOwnsFunction) V::decref(function);
    return too_deep(t);
  }
  uint32_t parameters = code->code->parameter_count();
  Value bound_small[16];
  Value* bound = parameters <= 16 ? bound_small
                                  : static_cast<Value*>(Heap<V>::raw(parameters * sizeof(Value)));
  for (uint32_t k = 0; k < parameters; ++k) bound[k] = Value();
  bool good = bind(t, function, args, n, names, bound);
  drop_args();
  if (good && code->is_generator) {
    generator = make_generator(t, function, bound);
    good = generator != nullptr;
    if (flags & kFrameOwnsFunction) V::decref(function);
  } else if (good) {
    uint32_t count = code->register_count;
    Value* at = args >= t.chunk->registers && args <= t.stack_end && args + count <= t.stack_end
                    ? args
                    : t.stack_top;
    Value* top = t.stack_top;
    Value* registers = claim_registers(t, at, count, 0, flags);
    std::copy(bound, bound + parameters, registers);
    for (uint32_t k = parameters; k < count; ++k) registers[k] = Value();
    Frame* f = new_frame(t);
    *f = Frame{t.frame,   code,
               registers, code->instructions,
               function,  function->globals,
               nullptr,   nullptr,
               Value(),   nullptr,
               top,       flags};
    t.frame = f;
    t.stack_top = registers + count;
    ++t.depth;
  } else {
    for (uint32_t k = 0; k < parameters; ++k) V::decref(bound[k]);
    if (flags & kFrameOwnsFunction) V::decref(function);
  }
  if (bound != bound_small) Heap<V>::raw_free(bound);
  return good;
}

}  // namespace gilsim
