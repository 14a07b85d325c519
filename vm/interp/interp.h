// What: running code: frames, calls, generators, unwinding and the loop, as one template over a VM
// configuration V. Idea: a register machine whose windows overlap, so that the arguments of a call
// are where the callee's parameters are (Lua 5). Python-to-
//   Python calls, generators in for loops and yield from do not use the C++ stack.
// Invariants: I1 t.frame is the innermost running frame and t.stack_top the first register that no
// frame of the thread owns.
//   I2 registers at and above stack_top, and above a call's window in the caller, hold nothing that
//   is counted. I3 f->pc is up to date whenever something may raise, call back, or switch threads.
// Threads: a VmThread is used by its own thread only.
// Not here: what operations do (vm/object), locks (gil/algorithm), importing (import.h).
#pragma once

#include <memory>

#include "vm/bytecode/code.h"
#include "vm/object/ops.h"

namespace gilsim {

// Nested loops on one C++ stack, that is re-entries from native code into Python. With what stands
// between them each takes 0.9 KiB of it, or 2 KiB in the middle of formatting (measured at -O2,
// November 2026), of at least 1 MiB; where that is not enough, low_on_stack() stops it.
inline constexpr uint32_t kNativeDepthLimit = 1000;

template <class V>
struct Interp {
  using P = typename V::P;

  // ---- frames_impl.h
  static Frame* new_frame(VmThread& t);
  static void free_frame(VmThread& t, Frame* f);
  // Makes `count` registers available at `at` (which may be in a caller's window) or, if they do
  // not fit, in a new chunk, to which `used` values are moved. Null: MemoryError pending.
  static Value* claim_registers(VmThread& t, Value* at, uint32_t count, uint32_t used,
                                uint8_t& flags);
  static void release_registers(Value* r, uint32_t count);
  // Leaves t.frame: registers released, chunk given back, frame recycled. The caller has taken the
  // result.
  static void pop_frame(VmThread& t);
  // Enters `function` with n arguments that stand, owned, at args (names: the last ones are by
  // keyword, borrowed). On success t.frame is the new frame (or, for generator functions, generator
  // is set and nothing is entered). On failure the arguments are released.
  static bool enter(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                    uint8_t flags, Generator*& generator);
  static bool enter_slow(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                         uint8_t flags, Generator*& generator);
  static bool bind(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                   Value* out);
  static Generator* make_generator(VmThread& t, Function* function, Value* args);
  static bool too_deep(VmThread& t);

  // ---- loop_impl.h: runs from t.frame (flagged kFrameEntry) until that frame is left. raising:
  // t.pending is raised there first. Result owned; null: exception pending, or, for generator
  // frames, see resume().
  static Value run(VmThread& t, bool raising = false);

  // ---- calls_impl.h: the call instructions. kEntered: t.frame is a new frame to run. kDone: the
  // result is in *result. kFailed: pending.
  enum class CallOutcome { kEntered, kDone, kFailed };
  static CallOutcome call_window(VmThread& t, Value* callee, Value* args, uint32_t n, Tuple* names,
                                 Value* result);
  static CallOutcome call_other(VmThread& t, Value* callee, Value* args, uint32_t n, Tuple* names,
                                Value* result);
  static CallOutcome construct(VmThread& t, Value* callee, Value* args, uint32_t n, Tuple* names,
                               Value* result);
  static CallOutcome call_spread(VmThread& t, Value* window);
  static CallOutcome enter_copy(VmThread& t, Function* function, const Value* values, uint32_t n,
                                Tuple* names, Value* window);
  static Value call_function(VmThread& t, Function* f, const CallArgs& args);
  static Value run_class_body(VmThread& t, Function* body, Dict* names);
  static Value run_code(VmThread& t, CodeObject* code, Dict* globals, Dict* names);

  // ---- generators_impl.h
  static bool enter_generator(VmThread& t, Generator* g, Value sent,
                              uint8_t flags);  // sent owned; false: pending, or finished
  static Value resume_generator(VmThread& t, Generator* g, Value sent, Value* returned);
  static Value throw_into_generator(VmThread& t, Generator* g, Value* returned);
  static bool close_delegate(VmThread& t, Value inner);
  static bool throw_into_delegate(VmThread& t, Generator* g, Ref<V>& exception, Value& result,
                                  Value* returned);
  static Value finish_resume(VmThread& t, Value result, Value* returned);
  static void enter_claimed(VmThread& t, Generator* g, uint8_t state, Value sent, uint8_t flags);
  static Value throw_into_claimed(VmThread& t, Generator* g, uint8_t state, Value* returned);
  // Leaves t.frame, g's, keeping its registers. idle: next() will need nothing but to go on.
  static void suspend(VmThread& t, Generator* g, bool idle);
  static void finish_generator(VmThread& t);  // leaves t.frame, a generator's, for good

  // ---- unwind_impl.h: finds the handler of the pending exception from t.frame outwards, up to the
  // entry frame. True: t.frame's pc is at the handler. False: the entry frame was left (and
  // popped).
  static bool unwind(VmThread& t);
  static uint32_t line_of(const Frame* f);

  // ---- slow_ops_impl.h: instructions that are not worth a place in the loop. False: exception
  // pending.
  static bool slow_op(VmThread& t, Frame* f, Instruction i);
  static Value binary_slow(VmThread& t, Frame* f, Instruction i, BinaryOp op, Value b, Value c);
  static bool unbound(VmThread& t, Frame* f, uint32_t reg);
  static bool slow_name_op(VmThread& t, Frame* f, Instruction i);
  static bool slow_build_op(VmThread& t, Frame* f, Instruction i);
  static bool slow_raise_op(VmThread& t, Frame* f, Instruction i);
  static bool slow_import_op(VmThread& t, Frame* f, Instruction i);

  // ---- load_impl.h
  static CodeObject* load_code(VmThread& t, std::shared_ptr<const Code> code);
  static Value literal_value(VmThread& t, const Literal& literal);

  // ---- safepoint_impl.h: the slow path of a safe point. False: an exception is pending.
  static bool poll(VmThread& t);
  static bool poll_in_full(VmThread& t);
  static bool raise_interrupt(VmThread& t);  // true: an exception is pending
  static bool call_signal_handler(VmThread& t, int signal);
  static bool raise_memory_error(VmThread& t);
  static bool native_safe_point(VmThread& t);
  // For MemoryLimit: the next safe point of the calling thread raises MemoryError.
  static void ask_for_memory_error();
  static void collect_if_wanted(VmThread& t);
  static int64_t collect_now(VmThread& t);

  static void install_hooks(Isolate& isolate);
  static void prepare_thread(VmThread& t);  // first stack chunk
  static void drop_thread(VmThread& t);     // stack chunks and spare frames
};

}  // namespace gilsim
