// What: the words that the dispatch loop is written in: fetching and dispatching, safe points, the
//   shapes of arithmetic, comparison and call instructions.
// Idea: macros, since each jumps within the loop's own function (Ertl and Gregg, 2003). They name
//   the loop's locals t, f, R, pc, at, record and kTargets.
// Invariants: I1 as loop_impl.h.
// Threads: as loop_impl.h.
// Not here: the loop, which takes them away again at its end (loop_impl.h).
#pragma once

// The jump of a comparison: taken when the outcome differs from the negate bit; a safe point when
// it goes backwards.
#define GILSIM_BRANCH(outcome, displacement)       \
  do {                                             \
    if ((outcome) != ((at->x() & kNegate) != 0)) { \
      int32_t distance = (displacement);           \
      pc += distance;                              \
      if (distance < 0) SAFEPOINT_AFTER(distance); \
    }                                              \
    DISPATCH();                                    \
  } while (0)

#define SAVE() (f->pc = pc)
#define RELOAD() (f = t.frame, R = f->registers, pc = f->pc)
// What is raised here is raised by the instruction before pc - distance, that is by a jump of that
// distance.
#define SAFEPOINT_AFTER(distance) SAFEPOINT_IF(false, distance)
#define SAFEPOINT() SAFEPOINT_AFTER(0)
// Before an instruction of code where each is counted: as many as the budget, then the slow path.
#define COUNT_DOWN() SAFEPOINT_IF(--record->budget < 0, -1)
#define SAFEPOINT_IF(used_up, distance)                          \
  do {                                                           \
    if constexpr (V::P::kSimulated) V::P::work(Cost::SafePoint); \
    if ((used_up) || record->breaker.load() != 0) [[unlikely]] { \
      SAVE();                                                    \
      if (!poll(t)) {                                            \
        f->pc = pc - (distance);                                 \
        goto error;                                              \
      }                                                          \
    }                                                            \
  } while (0)

#if defined(GILSIM_SWITCH_DISPATCH)
#define TARGET(name) case Op::name
#define DISPATCH() goto next_instruction
#define DISPATCH_TABLE()
#else
#define TARGET(name) target_##name
#define FETCH() (at = pc++, charge<V>(t, f, pc, *at))
#define DISPATCH()            \
  do {                        \
    FETCH();                  \
    goto* kTargets[at->code]; \
  } while (0)
#endif

#define ARITHMETIC(name, int_path, real_path, mixed_path)          \
  TARGET(name) : {                                                 \
    Value b = R[at->b()], c = R[at->c()];                          \
    if (both_int(b, c)) {                                          \
      int_path                                                     \
    } else if (both_real(b, c)) {                                  \
      real_path                                                    \
    } else {                                                       \
      mixed_path                                                   \
    }                                                              \
    SAVE();                                                        \
    if (!binary_slow(t, f, *at, BinaryOp::name, b, c)) goto error; \
    DISPATCH_ENTERED();                                            \
  }
// An int and a float, x and y in the expression.
#define STORE_MIXED(expression)                          \
  do {                                                   \
    double x, y;                                         \
    if (mixed_reals(b, c, x, y)) STORE_REAL(expression); \
  } while (0)
#define STORE_REAL(expression)                  \
  do {                                          \
    Value result = Value::try_real(expression); \
    if (result) [[likely]] {                    \
      put<V>(R[at->a()], result);               \
      DISPATCH();                               \
    }                                           \
  } while (0)
#define STORE_INT(value)         \
  do {                           \
    put<V>(R[at->a()], (value)); \
    DISPATCH();                  \
  } while (0)

#define COMPARISON(name, sign)                                                                     \
  TARGET(name) : {                                                                                 \
    Value b = R[at->b()], c = R[at->c()];                                                          \
    if (both_int(b, c)) {                                                                          \
      put<V>(R[at->a()],                                                                           \
             Value::boolean(static_cast<int64_t>(b.bits()) sign static_cast<int64_t>(c.bits())));  \
      DISPATCH();                                                                                  \
    }                                                                                              \
    if (both_real(b, c)) {                                                                         \
      put<V>(R[at->a()], Value::boolean(b.as_real() sign c.as_real()));                            \
      DISPATCH();                                                                                  \
    }                                                                                              \
    SAVE();                                                                                        \
    if (!compare_slow<V>(t, f, *at, CompareOp::name, b, c)) goto error;                            \
    DISPATCH_ENTERED();                                                                            \
  }                                                                                                \
  TARGET(Jump##name) : {                                                                           \
    Value a = R[at->a()], b = R[at->b()];                                                          \
    if (both_int(a, b))                                                                            \
      GILSIM_BRANCH(static_cast<int64_t>(a.bits()) sign static_cast<int64_t>(b.bits()), at->sc()); \
    if (both_real(a, b)) GILSIM_BRANCH(a.as_real() sign b.as_real(), at->sc());                    \
    SAVE();                                                                                        \
    int outcome = compare_jump_slow<V>(t, f, *at, CompareOp::name, a, b);                          \
    if (outcome < 0) goto error;                                                                   \
    if (t.frame != f) goto entered;                                                                \
    GILSIM_BRANCH(outcome != 0, at->sc());                                                         \
  }                                                                                                \
  TARGET(Jump##name##Int) : {                                                                      \
    Value a = R[at->a()];                                                                          \
    if (a.is_int()) GILSIM_BRANCH(a.as_int() sign at->sb(), at->sc());                             \
    if (a.is_real()) GILSIM_BRANCH(a.as_real() sign at->sb(), at->sc());                           \
    SAVE();                                                                                        \
    int outcome = compare_jump_slow<V>(t, f, *at, CompareOp::name, a, Value::integer(at->sb()));   \
    if (outcome < 0) goto error;                                                                   \
    if (t.frame != f) goto entered;                                                                \
    GILSIM_BRANCH(outcome != 0, at->sc());                                                         \
  }

// Goes on after an operation that may have entered the frame of a special method.
#define DISPATCH_ENTERED()          \
  do {                              \
    if (t.frame != f) goto entered; \
    DISPATCH();                     \
  } while (0)

// Goes on after a call instruction, by its outcome.
#define AFTER_CALL(outcome_expression)               \
  do {                                               \
    CallOutcome outcome = (outcome_expression);      \
    if (outcome == CallOutcome::kFailed) goto error; \
    if (outcome == CallOutcome::kEntered) RELOAD();  \
    SAFEPOINT();                                     \
    DISPATCH();                                      \
  } while (0)

// Puts the result of a call, owned, into the first register of its window, or at once where the
// next instruction moves it. In sim each instruction has its cost.
#define PUT_RESULT(window, value)                                                             \
  do {                                                                                        \
    Value* place = (window);                                                                  \
    if (!V::P::kSimulated && (pc->x() & kRelB) && pc->is(Op::Move) && R + pc->b() == place) { \
      put<V>(*place, Value());                                                                \
      place = R + pc->a();                                                                    \
      ++pc;                                                                                   \
    }                                                                                         \
    put<V>(*place, (value));                                                                  \
  } while (0)

// A call of a native function that takes these arguments as they are. Leaves `quick` as
// call_native_quick() gives it, if that was 0 or 2.
#define CALL_NATIVE_QUICK(args, n)                                     \
  Value native_result;                                                 \
  int quick = call_native_quick<V>(t, window, args, n, native_result); \
  if (quick == 1) {                                                    \
    PUT_RESULT(window, native_result);                                 \
    SAFEPOINT();                                                       \
    DISPATCH();                                                        \
  }                                                                    \
  if (quick < 0) goto error

// What a generator yields goes to the instruction that resumed it: a ForLoop or a call of next().
// On real threads the safe point of the resumption is enough.
#define DELIVER(value)                                  \
  do {                                                  \
    if (!at->is(Op::ForLoop) && at->op() == Op::Call) { \
      put<V>(R[at->a()], value);                        \
      if (V::P::kSimulated) SAFEPOINT();                \
      DISPATCH();                                       \
    }                                                   \
    DELIVER_TO_FOR(value);                              \
  } while (0)
#define DELIVER_TO_FOR(value)                        \
  do {                                               \
    put<V>(R[at->b()], value);                       \
    pc += at->sc();                                  \
    if (V::P::kSimulated) SAFEPOINT_AFTER(at->sc()); \
    DISPATCH();                                      \
  } while (0)

// A call of a Python function goes on here, at once, if it is plain.
#define ENTER_QUICK(callee, args, n)                                      \
  do {                                                                    \
    if (Frame* entered = enter_quick<V>(t, f, callee, args, n, window)) { \
      f = entered;                                                        \
      R = f->registers;                                                   \
      pc = f->pc;                                                         \
      SAFEPOINT();                                                        \
      DISPATCH();                                                         \
    }                                                                     \
  } while (0)
