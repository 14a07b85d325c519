// What: frames and registers: claiming, releasing, and binding arguments to parameters.
// Idea: the fast path of a call finds its arguments in place; everything else (defaults, keywords,
// *args) goes through bind(). Threads: owner of the VmThread only. Not here: which callable is
// called how (calls_impl.h).
#pragma once

#include <algorithm>
#include <string>

#include "gil/base/build.h"
#include "gil/base/check.h"
#include "vm/interp/interp.h"
#include "vm/object/nesting.h"

namespace gilsim {

struct StackChunk {
  StackChunk* previous;
  Value* end;
  Value* clean_end;  // the thread's, while another chunk is on top
  Value registers[];
};
inline constexpr size_t kChunkRegisters = 8192;

template <class V>
void Interp<V>::prepare_thread(VmThread& t) {
  constexpr size_t kKept = V::P::kStackBytes / 8;  // for one more operation, and what it reports
  t.stack_floor = stack_pointer() - V::P::kStackBytes + kKept;
  size_t bytes = sizeof(StackChunk) + kChunkRegisters * sizeof(Value);
  auto* chunk = static_cast<StackChunk*>(Heap<V>::raw(bytes));
  chunk->previous = nullptr;
  chunk->end = chunk->registers + kChunkRegisters;
  t.chunk = chunk;
  t.stack_top = t.clean_end = chunk->registers;
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

// Free frames have no names and no instance.
template <class V>
[[gnu::always_inline]] inline Frame* Interp<V>::new_frame(VmThread& t) {
  Frame* f = t.free_frame;
  if (f) [[likely]] {
    t.free_frame = f->previous;
    return f;
  }
  f = static_cast<Frame*>(Heap<V>::raw(sizeof(Frame)));
  f->names = nullptr;
  f->instance = Value();
  return f;
}

template <class V>
[[gnu::always_inline]] inline void Interp<V>::free_frame(VmThread& t, Frame* f) {
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
  t.chunk->clean_end = t.clean_end;
  t.chunk = chunk;
  t.stack_end = chunk->end;
  t.clean_end = chunk->registers;
  for (uint32_t k = 0; k < used; ++k) {
    chunk->registers[k] = at[k];
    at[k] = Value();
  }
  flags |= kFrameNewChunk;
  return chunk->registers;
}

template <class V>
[[gnu::always_inline]] inline void Interp<V>::release_registers(Value* r, uint32_t count) {
  for (Value* end = r + count; r != end; ++r) {
    Value v = *r;
    if (!v.is_object()) continue;
    *r = Value();
    V::decref(v.object());
  }
}

template <class V>
void drop_chunk(VmThread& t) {
  StackChunk* chunk = t.chunk;
  t.chunk = chunk->previous;
  t.stack_end = t.chunk->end;
  t.clean_end = t.chunk->clean_end;
  Heap<V>::raw_free(chunk);
}

// For a frame without the flags that pop_frame() looks at, at its Return; R are its registers.
template <class V>
[[gnu::always_inline]] inline void pop_plain_frame(VmThread& t, Frame* f, Value* R) {
  if constexpr (kHostile) {
    for (uint32_t k = f->code->return_count; k < f->code->register_count; ++k)
      GILSIM_CHECK(!f->registers[k].is_object());
  }
  Interp<V>::release_registers(R, f->code->return_count);
  t.frame = f->previous;
  t.stack_top = f->saved_top;
  --t.depth;
  Interp<V>::free_frame(t, f);
}

template <class V>
void Interp<V>::pop_frame(VmThread& t) {
  Frame* f = t.frame;
  release_registers(f->registers, f->code->register_count);
  t.frame = f->previous;
  t.stack_top = f->saved_top;
  --t.depth;
  if (f->flags & (kFrameOwnsFunction | kFrameNewChunk)) [[unlikely]] {
    if (f->flags & kFrameNewChunk) {
      drop_chunk<V>(t);
    }
    if (f->flags & kFrameOwnsFunction) V::decref(f->function);
  }
  f->names = nullptr;
  f->instance = Value();  // the caller's by now
  free_frame(t, f);
}

template <class V>
bool Interp<V>::too_deep(VmThread& t) {
  Errors<V>::too_deep(t);
  return false;
}

// Whether count registers of the thread's chunk can begin at `at`; false for a generator's
// registers.
inline bool fits_chunk(const VmThread& t, const Value* at, uint32_t count) {
  return at >= t.chunk->registers && at <= t.stack_end &&
         static_cast<size_t>(t.stack_end - at) >= count;
}

// Empties registers that have never been written, up to `end`; those below `used` have been by now.
inline void make_clean(VmThread& t, Value* used, Value* end) {
  if (end <= t.clean_end) return;
  for (Value* r = std::max(t.clean_end, used); r < end; ++r) *r = Value();
  t.clean_end = end;
}

// By caller, t.frame: a function whose n arguments are its parameters, owned, at registers.
// Temporaries are left as they are: by I2 of interp.h they hold nothing that is counted.
template <class V>
[[gnu::always_inline]] inline Frame* push_frame(VmThread& t, Frame* caller, Function* function,
                                                CodeObject* code, Value* registers, uint32_t n,
                                                uint8_t flags) {
  const uint32_t depth = t.depth;
  for (uint32_t k = n, locals = code->local_count; k < locals; ++k) {
    registers[k] = Value();
    __asm__("" ::: "memory");  // a loop: there are few, and memset is a call
  }
  if constexpr (kHostile) {
    for (uint32_t k = std::max<uint32_t>(n, code->local_count); k < code->register_count; ++k)
      GILSIM_CHECK(!registers[k].is_object());  // I2 of interp.h
  }
  Frame* f = Interp<V>::new_frame(t);
  f->previous = caller;
  f->code = code;
  f->registers = registers;
  f->pc = code->instructions;
  f->function = function;
  f->globals = function->globals;
  f->saved_top = t.stack_top;
  f->flags = flags;
  t.frame = f;
  t.stack_top = registers + code->register_count;
  t.depth = depth + 1;
  return f;
}

// Whether a frame of `code` with n arguments can begin at `at`, a place in the thread's chunk, in
// registers that have been written before.
[[gnu::always_inline]] inline bool can_begin(const VmThread& t, const CodeObject* code,
                                             const Value* at, uint32_t n) {
  auto room = reinterpret_cast<const char*>(t.clean_end) - reinterpret_cast<const char*>(at);
  return code->simple_arity == n && t.depth < t.recursion_limit &&
         room >= static_cast<ptrdiff_t>(code->register_count * sizeof(Value));
}
// Where the frame of a call can begin: at args, a window of the caller, or on top of the stack, if
// the caller is a generator, whose registers are its own. Null: take the slow path.
[[gnu::always_inline]] inline Value* quick_place(const VmThread& t, const Frame* caller,
                                                 const CodeObject* code, Value* args, uint32_t n) {
  Value* at = caller->flags & kFrameGenerator ? t.stack_top : args;
  return can_begin(t, code, at, n) ? at : nullptr;
}
// The arguments to their place.
[[gnu::always_inline]] inline void move_arguments(Value* to, Value* args, uint32_t n) {
  if (to == args) [[likely]]
    return;
  for (uint32_t k = 0; k < n; ++k) {
    to[k] = args[k];
    args[k] = Value();
  }
}

// enter_quick() where the caller's registers are a generator's own.
template <class V>
[[gnu::noinline]] Frame* enter_from_generator(VmThread& t, Function* function, Value* args,
                                              uint32_t n, Value* result) {
  Value* at = t.stack_top;
  if (!can_begin(t, function->code, at, n)) return nullptr;
  move_arguments(at, args, n);
  Frame* f = push_frame<V>(t, t.frame, function, function->code, at, n, 0);
  f->return_register = result;
  return f;
}

// The frame of a plain call whose caller is t.frame, or null: take the slow path.
template <class V>
[[gnu::always_inline]] inline Frame* enter_quick(VmThread& t, Frame* caller, Value target,
                                                 Value* args, uint32_t n, Value* result) {
  if (!target.is_object() || target.object()->kind != Kind::Function) [[unlikely]]
    return nullptr;
  auto* function = target.as<Function>();
  CodeObject* code = function->code;
  if (caller->flags & kFrameGenerator) [[unlikely]]
    return enter_from_generator<V>(t, function, args, n, result);
  if (!can_begin(t, code, args, n)) [[unlikely]]
    return nullptr;
  Frame* f = push_frame<V>(t, caller, function, code, args, n, 0);
  f->return_register = result;
  return f;
}

// For a call of a class of plain instances: makes the instance and gives the frame of its __init__.
// Null: take the slow path; nothing was done.
template <class V>
inline Frame* construct_quick(VmThread& t, Class* cls, MethodCache* cache, Value* window,
                              uint32_t n) {
  Function* init = V::load(cls, cache->plain_init);
  if (!init) return nullptr;
  Value* at = quick_place(t, t.frame, init->code, window, n + 1);
  if (!at) return nullptr;
  Value instance = Classes<V>::allocate_instance(t, cls);
  if (instance.is_null()) [[unlikely]] {
    Errors<V>::clear(t);  // raised again on the slow path
    return nullptr;
  }
  V::incref(init);
  V::incref(instance.object());
  window[0] = instance;
  V::decref(cls);
  move_arguments(at, window, n + 1);
  constexpr uint8_t kFlags = kFrameOwnsFunction | kFrameConstructor;
  Frame* f = push_frame<V>(t, t.frame, init, init->code, at, n + 1, kFlags);
  f->instance = instance;
  f->return_register = window;
  return f;
}

// Puts keyword arguments and defaults into the places of their parameters, if that is all that a
// call of a plain function lacks and there is room behind args (a call's window: what is above it
// in the caller is free by I2). Else nothing changes. n and names become those of the complete
// call.
template <class V>
inline void complete_arguments(VmThread& t, Function* function, Value* args, uint32_t& n,
                               Tuple*& names) {
  constexpr uint32_t kMost = 8;
  CodeObject* code = function->code;
  uint32_t wanted = code->positional_count;
  uint32_t keywords = names ? static_cast<uint32_t>(names->size) : 0;
  if (!code->simple_call || n > wanted || wanted > kMost ||
      (keywords && code->code->positional_only_count) || !fits_chunk(t, args, code->register_count))
    return;
  uint32_t given = n - keywords;
  Value bound[kMost];
  for (uint32_t k = 0; k < keywords; ++k) {
    auto* name = names->items[k].template as<Str>();
    uint32_t at = given;
    while (at < wanted && code->parameter_names[at] != name) ++at;
    if (at == wanted || bound[at]) return;  // unknown, twice, or a str that is not interned
    bound[at] = args[given + k];
  }
  auto defaults = function->defaults ? static_cast<uint32_t>(function->defaults->size) : 0;
  for (uint32_t k = given; k < wanted; ++k) {
    if (!bound[k] && k + defaults < wanted) return;  // missing
  }
  for (uint32_t k = given; k < wanted; ++k)
    args[k] = bound[k] ? bound[k] : V::newref(function->defaults->items[k + defaults - wanted]);
  n = wanted;
  names = nullptr;
}

template <class V>
inline bool Interp<V>::enter(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                             uint8_t flags, Generator*& generator) {
  CodeObject* code = function->code;
  if (n != code->positional_count || names) complete_arguments<V>(t, function, args, n, names);
  t.recursion_limit = t.isolate->recursion_limit;
  if (!code->simple_call || n != code->positional_count || names || t.depth >= t.recursion_limit)
      [[unlikely]] {
    return enter_slow(t, function, args, n, names, flags, generator);
  }
  uint32_t count = code->register_count;
  Value* registers = args;
  if (!fits_chunk(t, args, count)) [[unlikely]] {
    // The window is in a generator's own registers, or the chunk is full.
    Value* top = t.stack_top;
    bool elsewhere = args < t.chunk->registers || args > t.stack_end;
    if (elsewhere && static_cast<size_t>(t.stack_end - top) >= count) {
      registers = top;
      for (uint32_t k = 0; k < n; ++k) {
        registers[k] = args[k];
        args[k] = Value();
      }
    } else {
      registers = claim_registers(t, args, count, n, flags);
    }
  }
  make_clean(t, registers + n, registers + count);
  push_frame<V>(t, t.frame, function, code, registers, n, flags);
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
  if (code->is_generator && code->plain_parameters && n == code->positional_count && !names) {
    generator = make_generator(t, function, args);  // the arguments are as they are to be bound
    for (uint32_t k = 0; k < n; ++k) args[k] = Value();
    if (flags & kFrameOwnsFunction) V::decref(function);
    return true;
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
    t.clean_end = std::max(t.clean_end, registers + count);
    Frame* f = new_frame(t);
    *f = Frame{
        t.frame, code, registers, code->instructions, function, function->globals, nullptr, Value(),
        nullptr, top,  flags};
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
