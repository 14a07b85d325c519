// What: the dispatch loop: fast paths of the frequent instructions; the rest go to slow_ops_impl.h,
// calls_impl.h and so on. Idea: one body, two dispatchers (computed goto, or a switch with
// GILSIM_SWITCH_DISPATCH), and two rules of safe points: at back
//   edges, calls and resumptions as CPython from 3.10 on, or before every instruction as CPython up
//   to 3.9, by copies of the code whose instructions are in the dispatch table a second time, where
//   all count down and then dispatch. The table is a constant, so that no register holds it. See
//   DESIGN 2.5 and Ertl and Gregg (2003) for threaded code.
// Invariants: I1 a thread switch by the loop's own doing happens in SAFEPOINT only. I2 SAVE()
// precedes whatever may raise or call back. Threads: owner of the VmThread only. Not here:
// semantics beyond the fast paths (vm/object).
#pragma once

#include <cmath>

#include "vm/interp/frames_impl.h"
#include "vm/interp/generators_impl.h"
#include "vm/interp/interp.h"
#include "vm/interp/build_fast_paths.h"
#include "vm/interp/loop_fast_paths.h"
#include "vm/interp/loop_macros.h"
#include "vm/interp/special_frames_impl.h"

namespace gilsim {

template <class V>
Value Interp<V>::run(VmThread& t, bool raising) {
  Frame* f = t.frame;
  Value* R = f->registers;
  const Instruction* pc = f->pc;
  const Instruction* at;  // the one that runs
  Value result;           // of Return and Yield
  bool idle;              // whether what suspends needs nothing on resumption but to go on
  ThreadRecord* const record = t.record;
#if !defined(GILSIM_SWITCH_DISPATCH)
  static const void* const kTargets[2 * kOpCount] = {
#define OP(name, format, cost, effect, flags) &&target_##name,
#include "vm/bytecode/opcodes.def"
#undef OP
#define OP(name, format, cost, effect, flags) &&count_down,
#include "vm/bytecode/opcodes.def"
#undef OP
  };
#endif
  ++t.loops_entered;
  if (++t.native_depth > kNativeDepthLimit || low_on_stack(t)) {
    if (!raising) too_deep(t);
    raising = true;
  }
  if (raising) goto error;
  DISPATCH();

#if defined(GILSIM_SWITCH_DISPATCH)
next_instruction:
  at = pc++;
  charge<V>(t, f, pc, *at);
  if (at->code >= kOpCount) {
    --pc;
    COUNT_DOWN();
    ++pc;
  }
  switch (at->op()) {
#else
count_down:
  --pc;
  COUNT_DOWN();
  ++pc;
  goto* kTargets[at->code - kOpCount];
#endif

    TARGET(Nop) : DISPATCH();
    TARGET(Move) : {
      Value v = R[at->b()];
      if (at->x() & kRelB) {
        R[at->b()] = Value();
      } else if (v.is_object()) {
        V::incref(v.object());
      }
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(LoadConst) : {
      Value v = f->code->constants[at->bc()];
      const Instruction* const use = pc;
      if (!V::P::kSimulated && use->is(Op::GetItem) && use->c() == at->a() && (use->x() & kRelC)) {
        // a['key'] at once. In sim each instruction has its cost and its look for races.
        if (Value item = get_item_quick<V>(t, R[use->b()], v)) {
          ++pc;
          if (use->x() & kRelB) put<V>(R[use->b()], Value());
          put<V>(R[use->a()], item);
          DISPATCH();
        }
      }
      V::incref(v);
      if (!V::P::kSimulated && use->is(Op::Return) && use->a() == at->a()) {
        at = pc++;
        result = v;
        goto return_value;
      }
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(LoadInt) : {
      const Instruction* const use = pc;
      if (!V::P::kSimulated && use->is(Op::GetItem) && use->c() == at->a() && (use->x() & kRelC)) {
        // a[1] at once, as LoadConst.
        if (Value item = get_item_quick<V>(t, R[use->b()], Value::integer(at->bc()))) {
          ++pc;
          if (use->x() & kRelB) put<V>(R[use->b()], Value());
          put<V>(R[use->a()], item);
          DISPATCH();
        }
      }
      if (!V::P::kSimulated && use->is(Op::Return) && use->a() == at->a()) {
        result = Value::integer(at->bc());
        at = pc++;
        goto return_value;
      }
      put<V>(R[at->a()], Value::integer(at->bc()));
      DISPATCH();
    }
    TARGET(Clear) : {
      put<V>(R[at->a()], Value());
      DISPATCH();
    }
    TARGET(CheckBound) : {
      if (R[at->a()].is_null()) [[unlikely]]
        goto slow;
      DISPATCH();
    }
    TARGET(LoadGlobal) : {
      Value v = load_global_inline<V>(t, f, pc - 1);
      if (v.is_null()) [[unlikely]] {
        SAVE();
        v = Dicts<V>::load_global(t, f->globals, f->code->names[at->bc()], cache_of(f, pc - 1));
        if (v.is_null()) goto error;
      }
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(LoadCell) : {
      Cell* cell = R[at->b()].template as<Cell>();
      Value v = load_cell<V>(cell);
      if (v.is_null()) [[unlikely]]
        goto slow;
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(StoreCell) : {
      Value v = R[at->b()];
      if (v.is_null()) [[unlikely]]
        goto slow;
      if (at->x() & kRelB)
        R[at->b()] = Value();
      else
        V::incref(v);
      store_cell<V>(R[at->a()].template as<Cell>(), v);
      DISPATCH();
    }
    TARGET(LoadFree) : {
      Value v = load_cell<V>(f->function->closure->items[at->bc()].template as<Cell>());
      if (v.is_null()) [[unlikely]]
        goto slow;
      put<V>(R[at->a()], v);
      DISPATCH();
    }

    // -- arithmetic
    ARITHMETIC(
        Add, int64_t r; if (!__builtin_add_overflow(static_cast<int64_t>(b.bits()),
                                                    static_cast<int64_t>(c.bits() - 1), &r)) {
          STORE_INT(Value(static_cast<uint64_t>(r)));
        },
                        STORE_REAL(b.as_real() + c.as_real());
        , STORE_MIXED(x + y);)
    ARITHMETIC(
        Sub, int64_t r; if (!__builtin_sub_overflow(static_cast<int64_t>(b.bits()),
                                                    static_cast<int64_t>(c.bits() - 1), &r)) {
          STORE_INT(Value(static_cast<uint64_t>(r)));
        },
                        STORE_REAL(b.as_real() - c.as_real());
        , STORE_MIXED(x - y);)
    ARITHMETIC(
        Mul, int64_t r;
        if (!__builtin_mul_overflow(b.as_int(), static_cast<int64_t>(c.bits() - 1), &r)) {
          STORE_INT(Value(static_cast<uint64_t>(r) | 1));
        },
        STORE_REAL(b.as_real() * c.as_real());
        , STORE_MIXED(x * y);)
    ARITHMETIC(
        TrueDiv,
        if (exact_as_real(b.as_int()) && exact_as_real(c.as_int()) && c.as_int() != 0) {
          STORE_REAL(static_cast<double>(b.as_int()) / static_cast<double>(c.as_int()));
        },
        if (c.as_real() != 0) STORE_REAL(b.as_real() / c.as_real());
        , if (c != Value::integer(0) && c.bits() != 2) STORE_MIXED(x / y);)
    ARITHMETIC(
        FloorDiv,
        if (c.as_int() > 0) { STORE_INT(Value::integer(floor_divide(b.as_int(), c.as_int()))); },
        , )
    ARITHMETIC(
        Mod,
        if (c.as_int() > 0) { STORE_INT(Value::integer(floor_modulo(b.as_int(), c.as_int()))); },
        , )
    ARITHMETIC(Pow, , if (b.as_real() > 0) STORE_REAL(std::pow(b.as_real(), c.as_real()));, )
    ARITHMETIC(
        LShift,
        if (static_cast<uint64_t>(c.as_int()) < 62) {
          int64_t n = b.as_int();
          int64_t s = c.as_int();
          int64_t r = static_cast<int64_t>(static_cast<uint64_t>(n) << s);
          if ((r >> s) == n && Value::fits_int(r)) STORE_INT(Value::integer(r));
        },
        , )
    ARITHMETIC(
        RShift,
        if (c.as_int() >= 0) {
          STORE_INT(Value::integer(b.as_int() >> (c.as_int() < 63 ? c.as_int() : 63)));
        },
        , )
    ARITHMETIC(BitAnd, STORE_INT(Value(b.bits() & c.bits()));, , )
    ARITHMETIC(BitOr, STORE_INT(Value(b.bits() | c.bits()));, , )
    ARITHMETIC(BitXor, STORE_INT(Value((b.bits() ^ c.bits()) | 1));, , )
    TARGET(MatMul) : {
      SAVE();
      if (!binary_slow(t, f, *at, BinaryOp::MatMul, R[at->b()], R[at->c()])) goto error;
      DISPATCH_ENTERED();
    }
    TARGET(AddInt) : {
      Value b = R[at->b()];
      int64_t r;
      if (b.is_int() &&
          !__builtin_add_overflow(static_cast<int64_t>(b.bits()), int64_t{at->sc()} * 2, &r)) {
        STORE_INT(Value(static_cast<uint64_t>(r)));
      }
      if (b.is_real()) STORE_REAL(b.as_real() + at->sc());
      SAVE();
      if (!binary_slow(t, f, *at, BinaryOp::Add, b, Value::integer(at->sc()))) goto error;
      DISPATCH_ENTERED();
    }
    TARGET(SubInt) : {
      Value b = R[at->b()];
      int64_t r;
      if (b.is_int() &&
          !__builtin_sub_overflow(static_cast<int64_t>(b.bits()), int64_t{at->sc()} * 2, &r)) {
        STORE_INT(Value(static_cast<uint64_t>(r)));
      }
      if (b.is_real()) STORE_REAL(b.as_real() - at->sc());
      SAVE();
      if (!binary_slow(t, f, *at, BinaryOp::Sub, b, Value::integer(at->sc()))) goto error;
      DISPATCH_ENTERED();
    }
    TARGET(Neg) : {
      Value b = R[at->b()];
      if (b.is_int() && b.as_int() != Value::kIntMin) STORE_INT(Value::integer(-b.as_int()));
      if (b.is_real()) STORE_REAL(-b.as_real());
      goto slow;
    }
    TARGET(Not) : {
      Value b = R[at->b()];
      int truth = quick_truth(b);
      if (truth < 0) goto slow;
      put<V>(R[at->a()], Value::boolean(!truth));
      DISPATCH();
    }

    // -- comparison and jumps
    COMPARISON(Lt, <)
    COMPARISON(Le, <=)
    COMPARISON(Eq, ==)
    COMPARISON(Ne, !=)
    COMPARISON(Gt, >)
    COMPARISON(Ge, >=)
    TARGET(Is) : {
      Value b = R[at->b()], c = R[at->c()];
      if (b.is_null() || c.is_null()) [[unlikely]]
        goto slow;
      bool same = (b == c) != ((at->x() & kNegate) != 0);
      release_operands<V>(R, *at);
      put<V>(R[at->a()], Value::boolean(same));
      DISPATCH();
    }
    TARGET(Jump) : {
      int32_t distance = at->bc();
      pc += distance;
      if (distance < 0) SAFEPOINT_AFTER(distance);
      DISPATCH();
    }
    TARGET(JumpIfTrue) : {
      int truth = quick_truth(R[at->a()]);
      if (truth < 0) [[unlikely]] {
        SAVE();
        truth = truth_slow<V>(t, f, *at);
        if (truth < 0) goto error;
      }
      if (at->x() & kRelA) put<V>(R[at->a()], Value());
      if (truth) {
        pc += at->bc();
        if (at->bc() < 0) SAFEPOINT_AFTER(at->bc());
      }
      DISPATCH();
    }
    TARGET(JumpIfFalse) : {
      int truth = quick_truth(R[at->a()]);
      if (truth < 0) [[unlikely]] {
        SAVE();
        truth = truth_slow<V>(t, f, *at);
        if (truth < 0) goto error;
      }
      if (at->x() & kRelA) put<V>(R[at->a()], Value());
      if (!truth) {
        pc += at->bc();
        if (at->bc() < 0) SAFEPOINT_AFTER(at->bc());
      }
      DISPATCH();
    }
    TARGET(JumpIfNone) : {
      Value a = R[at->a()];
      if (a.is_null()) [[unlikely]]
        goto slow;
      bool none = a.is_none();
      if (at->x() & kRelA) put<V>(R[at->a()], Value());
      GILSIM_BRANCH(none, at->bc());
    }

    // -- attributes and items
    TARGET(LoadAttr) : {
      Value object = R[at->b()];
      Value v = load_attr_quick<V>(t, object, V::load_cache(cache_of(f, pc - 1)));
      if (v.is_null()) [[unlikely]] {
        Str* name = f->code->names[at->c()];
        uint64_t* cache = cache_of(f, pc - 1);
        v = load_attr_quick<V>(t, object,
                               memo_word<V>(t, AttributeMemo::kLoad, object, name, cache));
        if (v.is_null()) [[unlikely]] {
          SAVE();
          if (object.is_null()) goto unbound_b;
          if (SpecialFrames<V>::enter_property(t, object, name)) goto entered;
          v = Classes<V>::get_attr_cached(t, object, name, cache);
          if (v.is_null()) goto error;
        }
      }
      if (at->x() & kRelB) put<V>(R[at->b()], Value());
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(StoreAttr) : {
      Value object = R[at->a()], value = R[at->c()];
      if (!store_attr_quick<V>(t, object, V::load_cache(cache_of(f, pc - 1)), value) &&
          !store_attr_quick<V>(t, object,
                               memo_word<V>(t, AttributeMemo::kStore, object,
                                            f->code->names[at->b()], cache_of(f, pc - 1)),
                               value)) {
        SAVE();
        if (object.is_null()) goto unbound_a;
        if (value.is_null()) goto unbound_c;
        if (!Classes<V>::set_attr_cached(t, object, f->code->names[at->b()], value,
                                         cache_of(f, pc - 1)))
          goto error;
      }
      if (at->x() & kRelA) put<V>(R[at->a()], Value());
      if (at->x() & kRelC) put<V>(R[at->c()], Value());
      DISPATCH();
    }
    TARGET(LoadMethod) : {
      Value object = R[at->b()];
      bool takes_self = false;
      Value function =
          load_method_quick<V>(t, object, V::load_cache(cache_of(f, pc - 1)), takes_self);
      if (function.is_null()) {
        function = load_method_quick<V>(t, object,
                                        memo_word<V>(t, AttributeMemo::kMethod, object,
                                                     f->code->names[at->c()], cache_of(f, pc - 1)),
                                        takes_self);
      }
      if (function) [[likely]] {
        if (takes_self && append_quick<V>(object, function, R, *at, pc)) {
          V::decref(function);
          if (at->x() & kRelB) put<V>(R[at->b()], Value());
          pc += 2;
          if (pc->is(Op::Clear) && pc->a() == at->a())
            ++pc;
          else
            put<V>(R[at->a()], Value::none());
          SAFEPOINT();
          DISPATCH();
        }
        Value self = takes_self ? object : Value();
        if (!takes_self && (at->x() & kRelB))
          put<V>(R[at->b()], Value());
        else if (at->x() & kRelB)
          R[at->b()] = Value();
        else
          V::incref(self);
        put<V>(R[at->a()], function);
        put<V>(R[at->a() + 1], self);
        DISPATCH();
      }
      SAVE();
      if (object.is_null()) goto unbound_b;
      Value self;
      if (!Classes<V>::get_method_cached(t, object, f->code->names[at->c()], cache_of(f, pc - 1),
                                         function, self))
        goto error;
      if (at->x() & kRelB) put<V>(R[at->b()], Value());
      put<V>(R[at->a()], function);
      put<V>(R[at->a() + 1], self);
      DISPATCH();
    }
    TARGET(GetItem) : {
      Value container = R[at->b()], key = R[at->c()];
      if (V::kObjectLocks && !t.isolate->races) {
        const Instruction* const use = pc;  // a[x][y], both indices and a in variables
        if (use->is(Op::GetItem) && use->b() == at->a() && (use->x() & kRelB) &&
            !((use->x() | at->x()) & kRelC) && !(at->x() & kRelB)) {
          if (Value v = nested_get_inline<V>(t, container, key, R[use->c()])) {
            ++pc;
            charge<V>(t, f, pc, *use);
            put<V>(R[use->a()], v);
            DISPATCH();
          }
        }
      }
      Value v = get_item_quick<V>(t, container, key);
      if (v.is_null()) [[unlikely]] {
        SAVE();
        if (container.is_null()) goto unbound_b;
        if (key.is_null()) goto unbound_c;
        if (SpecialFrames<V>::enter_item(t, container, key)) goto entered;
        v = Protocol<V>::get_item(t, container, key);
        if (v.is_null()) goto error;
      }
      release_operands<V>(R, *at);
      put<V>(R[at->a()], v);
      DISPATCH();
    }
    TARGET(SetItem) : {
      Value container = R[at->a()], key = R[at->b()], value = R[at->c()];
      if (!set_item_quick<V>(t, container, key, value)) {
        SAVE();
        if (container.is_null()) goto unbound_a;
        if (key.is_null()) goto unbound_b;
        if (value.is_null()) goto unbound_c;
        if (SpecialFrames<V>::enter_store(t, container, key, value)) goto entered;
        if (!Protocol<V>::set_item(t, container, key, value)) goto error;
      }
      release_operands<V>(R, *at);
      if (at->x() & kRelA) put<V>(R[at->a()], Value());
      DISPATCH();
    }
    TARGET(ListAppend) : {
      Value v = R[at->b()];
      if (v.is_null()) [[unlikely]]
        goto unbound_b_save;
      if (at->x() & kRelB)
        R[at->b()] = Value();
      else
        V::incref(v);
      if (!Lists<V>::append_owned(t, R[at->a()].template as<List>(), v)) {
        SAVE();
        goto error;
      }
      DISPATCH();
    }

    // -- iteration
    TARGET(GetIter) : {
      Value source = R[at->b()];
      if (source.is_null()) [[unlikely]]
        goto slow;
      Value iterator = iterate_quick<V>(t, source);
      if (iterator.is_null()) goto slow;
      if (at->x() & kRelB) put<V>(R[at->b()], Value());
      put<V>(R[at->a()], iterator);
      DISPATCH();
    }
    TARGET(ForLoop) : {
      Value iterator = R[at->a()];
      if (Value next = step_range<V>(iterator); next) {
        put<V>(R[at->b()], next);
        pc += at->sc();
        SAFEPOINT_AFTER(at->sc());
        DISPATCH();
      }
      if (iterator.object()->kind == Kind::ListIterator) {
        if (Value next = iterator_step_inline<V>(iterator)) {
          put<V>(R[at->b()], next);
          pc += at->sc();
          SAFEPOINT_AFTER(at->sc());
          DISPATCH();
        }
      }
      SAVE();
      if (iterator.object()->kind == Kind::Generator) {
        auto* g = iterator.template as<Generator>();
        if (resume_idle<V>(t, f, g)) [[likely]] {
          f = &g->frame;
          R = g->registers;
          pc = f->pc;
          SAFEPOINT();
          DISPATCH();
        }
        if (enter_generator(t, g, Value::none(), 0)) goto entered;
        if (t.pending) goto error;
        put<V>(R[at->a()], Value());
        DISPATCH();
      }
      if (SpecialFrames<V>::enter_next(t, iterator)) goto entered;
      Instruction first = pc[at->sc()];
      if (first.is(Op::Unpack) && first.c() == 2 && first.b() == at->b() && (first.x() & kRelB) &&
          makes_pairs<V>(t, iterator)) {
        // The pair is taken apart at once, so nobody needs the tuple.
        Value pair[2];
        if (step_pair<V>(t, iterator, pair)) {
          put<V>(R[first.a()], pair[0]);
          put<V>(R[first.a() + 1], pair[1]);
          pc += at->sc() + 1;
          SAFEPOINT_AFTER(at->sc() + 1);
          DISPATCH();
        }
        if (t.pending) goto error;
        put<V>(R[at->a()], Value());
        DISPATCH();
      }
      Value next = step_iterator<V>(t, iterator);
      if (next) {
        put<V>(R[at->b()], next);
        pc += at->sc();
        SAFEPOINT_AFTER(at->sc());
        DISPATCH();
      }
      if (t.pending) goto error;
      put<V>(R[at->a()], Value());
      DISPATCH();
    }

    // -- calls
    TARGET(Call) : {
      SAVE();
      Value* window = R + at->a();
      ENTER_QUICK(window[0], window + 1, at->b());
      CALL_NATIVE_QUICK(window + 1, at->b());
      if (quick == 2) goto next_of_generator;
      if (quick == 3) goto call_class;
      AFTER_CALL(call_window(t, window, window + 1, at->b(), nullptr, window));
    }
    TARGET(CallKw) : {
      SAVE();
      Value* window = R + at->a();
      AFTER_CALL(call_window(t, window, window + 1, at->b(),
                             f->code->constants[at->c()].template as<Tuple>(), window));
    }
    TARGET(CallMethod) : {
      SAVE();
      Value* window = R + at->a();
      bool bound = window[1].is_null();
      Value* args = window + (bound ? 2 : 1);
      uint32_t n = at->b() + (bound ? 0u : 1u);
      ENTER_QUICK(window[0], args, n);
      CALL_NATIVE_QUICK(args, n);
      (void)quick;
      AFTER_CALL(call_window(t, window, args, n, nullptr, window));
    }
    TARGET(CallMethodKw) : {
      SAVE();
      Value* window = R + at->a();
      bool bound = window[1].is_null();
      AFTER_CALL(call_window(t, window, window + (bound ? 2 : 1), at->b() + (bound ? 0u : 1u),
                             f->code->constants[at->c()].template as<Tuple>(), window));
    }
  call_class : {
    Value* window = R + at->a();
    auto* cls = window[0].template as<Class>();
    if (at->b() == 1 && cls == t.isolate->classes[static_cast<int>(Kind::Class)]) {  // type(x)
      Value kind(static_cast<Object*>(Classes<V>::class_of(t, window[1])));
      V::incref(kind);
      put<V>(window[1], Value());
      put<V>(window[0], kind);
      SAFEPOINT();
      DISPATCH();
    }
    if (MethodCache* cache = V::load(cls, cls->cache)) [[likely]] {
      if (Frame* entered = construct_quick<V>(t, cls, cache, window, at->b())) {
        f = entered;
        R = f->registers;
        pc = f->pc;
        SAFEPOINT();
        DISPATCH();
      }
      int made = construct_native_quick<V>(t, cls, cache, window, at->b());
      if (!made) made = construct_container_quick<V>(t, cls, window, at->b());
      if (made) {
        if (made < 0) goto error;
        SAFEPOINT();
        DISPATCH();
      }
    }
    AFTER_CALL(call_window(t, window, window + 1, at->b(), nullptr, window));
  }
    // next(g): the generator goes on in this loop, and its Yield finds this instruction.
  next_of_generator : {
    Value* window = R + at->a();
    Value generator = window[1];
    window[1] = Value();
    put<V>(window[0], generator);  // keeps it alive
    auto* g = generator.template as<Generator>();
    if (resume_idle<V>(t, f, g)) [[likely]] {
      f = &g->frame;
      R = g->registers;
      pc = f->pc;
      SAFEPOINT();
      DISPATCH();
    }
    if (enter_generator(t, g, Value::none(), 0)) goto entered;
    put<V>(R[at->a()], Value());
    if (!t.pending) Errors<V>::raise_stop(t, Value::none());
    goto error;
  }
    TARGET(CallEx) : {
      SAVE();
      AFTER_CALL(call_spread(t, R + at->a()));
    }
    TARGET(Return) : {
      result = R[at->a()];
      if (result.is_null()) [[unlikely]] {
        SAVE();
        goto unbound_a;
      }
      R[at->a()] = Value();
    return_value:
      if (f->flags != 0) [[unlikely]] {
        SAVE();
        if (f->flags == (kFrameOwnsFunction | kFrameConstructor) && result.is_none()) {
          result = f->instance;
          f->instance = Value();
          Value* where = f->return_register;
          Function* init = f->function;
          pop_plain_frame<V>(t, f, R);
          V::decref(init);
          RELOAD();
          put<V>(*where, result);
          DISPATCH();
        }
        constexpr uint8_t kElsewhere =
            kFrameGenerator | kFrameConstructor | kFrameEntry | kFrameSpecial;
        if (f->flags & kElsewhere) goto return_special;
        Value* where = f->return_register;
        pop_frame(t);
        RELOAD();
        put<V>(*where, result);
        DISPATCH();
      }
      {
        Value* where = f->return_register;
        pop_plain_frame<V>(t, f, R);
        RELOAD();
        PUT_RESULT(where, result);
        DISPATCH();
      }

    return_special:
      uint8_t flags;
      flags = f->flags;
      if (flags & kFrameConstructor) {
        if (!result.is_none()) {
          Errors<V>::type_error(t, "__init__() should return None, not '" +
                                       std::string(Classes<V>::class_name(t, result)) + "'");
          V::decref(result);
          goto error;
        }
        result = f->instance;
        f->instance = Value();
      }
      Value* destination;
      destination = f->return_register;
      if (flags & kFrameGenerator)
        finish_generator(t);
      else
        pop_frame(t);
      if (flags & kFrameEntry) {
        --t.native_depth;
        return result;
      }
      if ((flags & kFrameSpecial) && !SpecialFrames<V>::finish(t, result)) goto error;
      RELOAD();
      if (flags & kFrameSpecial) DISPATCH();
      if (!(flags & kFrameGenerator)) {
        put<V>(*destination, result);
        DISPATCH();
      }
      // A generator of this loop has returned: pc stands behind the caller's ForLoop or at its
      // YieldFrom.
      at = pc - 1;
      if (at->op() == Op::ForLoop) {
        V::decref(result);
        put<V>(R[at->a()], Value());
      } else if (at->op() == Op::Call) {
        put<V>(R[at->a()], Value());
        Errors<V>::raise_stop(t, result);
        V::decref(result);
        goto error;
      } else {
        generator_of(f)->delegating = false;
        if (at->x() & kRelB) put<V>(R[at->b()], Value());
        put<V>(R[at->a()], result);
      }
      DISPATCH();
    }
    TARGET(Yield) : {
      Value value = R[at->b()];
      if (value.is_null()) [[unlikely]]
        goto unbound_b_save;
      // Of what is not counted, the register may keep its copy.
      if (value.is_object()) {
        if (at->x() & kRelB)
          R[at->b()] = Value();
        else
          V::incref(value.object());
      }
      SAVE();
      result = value;
      idle = at->x() & kNegate;
    }
  hand_out : {
    // Outwards through frames that only delegate.
    for (;;) {
      Frame* resumer;
      if (f->flags == kFrameGenerator && !t.handled) [[likely]] {
        resumer = suspend_quick<V>(t, f, idle);
      } else {
        uint8_t flags = f->flags;
        resumer = f->previous;
        suspend(t, generator_of(f), idle);
        if (flags & kFrameEntry) {
          --t.native_depth;
          t.generator_returned = false;
          return result;
        }
      }
      f = resumer;
      R = f->registers;
      pc = f->pc;
      at = pc - 1;
      if (at->is(Op::ForLoop)) DELIVER_TO_FOR(result);
      if (at->op() == Op::ForLoop || at->op() == Op::Call) break;
      generator_of(f)->delegating = true;
      f->pc = pc - 1;
      idle = true;
    }
    DELIVER(result);
  }
    TARGET(YieldFrom) : {
      SAVE();
      Generator* self = generator_of(f);
      Value sent = R[at->a()];  // a temporary, so nothing is lost unless it was sent
      R[at->a()] = Value();
      if (!self->delegating || sent.is_null()) sent = Value::none();
      self->delegating = false;
      Value iterator = R[at->b()];
      if (iterator.object()->kind == Kind::Generator) {
        auto* g = iterator.template as<Generator>();
        if ((sent.is_none() && resume_idle<V>(t, f, g)) || enter_generator(t, g, sent, 0)) {
          RELOAD();
          DISPATCH();
        }
        if (t.pending) goto error;
        if (at->x() & kRelB) put<V>(R[at->b()], Value());
        put<V>(R[at->a()], Value::none());
        DISPATCH();
      }
      Value value = delegate_step<V>(t, iterator, sent);
      if (value.is_null()) {
        if (t.pending && !Errors<V>::pending_is(t, Exc::StopIteration)) goto error;
        Value outcome = take_stop_value<V>(t);
        if (at->x() & kRelB) put<V>(R[at->b()], Value());
        put<V>(R[at->a()], outcome);
        DISPATCH();
      }
      f->pc = pc - 1;
      self->delegating = true;
      result = value;
      idle = true;
      goto hand_out;
    }

    // -- building
    TARGET(BuildTuple) : {
      Value made = build_tuple_quick<V>(t, R + at->b(), at->c());
      put<V>(R[at->a()], made);
      DISPATCH();
    }
    TARGET(BuildList) : {
      Value made = build_list_quick<V>(t, R + at->b(), at->c());
      put<V>(R[at->a()], made);
      DISPATCH();
    }
    TARGET(BuildSlice) : {
      Value* window = R + at->b();
      const Instruction* const use = pc;
      if (!V::P::kSimulated && use->is(Op::GetItem) && use->c() == at->a() && (use->x() & kRelC)) {
        // a[x:y] at once. In sim each instruction has its cost and its look for races.
        if (Value part = slice_quick<V>(t, R[use->b()], window)) {
          ++pc;
          if (use->x() & kRelB) put<V>(R[use->b()], Value());
          put<V>(R[use->a()], part);
          DISPATCH();
        }
      }
      if (!V::P::kSimulated && use->is(Op::SetItem) && use->b() == at->a() && (use->x() & kRelB)) {
        SAVE();
        if (set_slice_quick<V>(t, R[use->a()], window, R[use->c()])) {
          ++pc;
          if (use->x() & kRelC) put<V>(R[use->c()], Value());
          if (use->x() & kRelA) put<V>(R[use->a()], Value());
          DISPATCH();
        }
      }
      Value made = build_slice_quick<V>(t, window);
      put<V>(R[at->a()], made);
      DISPATCH();
    }
    TARGET(Unpack) : {
      Value source = R[at->b()];
      SAVE();
      if (!unpack_quick<V>(t, source, R + at->a(), at->c(),
                           (at->x() & kRelB) ? R + at->b() : nullptr))
        goto slow;
      DISPATCH();
    }
    TARGET(In) : {
      SAVE();
      Value item = R[at->b()], container = R[at->c()];
      if (item.is_null() || container.is_null()) [[unlikely]]
        goto slow;
      int outcome = contains_quick<V>(t, item, container);
      if (outcome < 0 && !t.pending) outcome = Protocol<V>::contains(t, container, item);
      if (outcome < 0) goto error;
      release_operands<V>(R, *at);
      put<V>(R[at->a()], Value::boolean((outcome != 0) != ((at->x() & kNegate) != 0)));
      DISPATCH();
    }

    // -- everything else
#define GILSIM_SLOW(name) TARGET(name) :
    GILSIM_SLOW(DelLocal)
    GILSIM_SLOW(StoreGlobal)
    GILSIM_SLOW(DelGlobal)
    GILSIM_SLOW(LoadName)
    GILSIM_SLOW(StoreName)
    GILSIM_SLOW(DelName)
    GILSIM_SLOW(MakeCell)
    GILSIM_SLOW(DelCell)
    GILSIM_SLOW(StoreFree)
    GILSIM_SLOW(DelFree)
    GILSIM_SLOW(LoadClosure)
    GILSIM_SLOW(LoadNameFree)
    GILSIM_SLOW(Pos)
    GILSIM_SLOW(Invert)
    GILSIM_SLOW(DelAttr)
    GILSIM_SLOW(DelItem)
    GILSIM_SLOW(BuildSet)
    GILSIM_SLOW(BuildMap)
    GILSIM_SLOW(BuildString)
    GILSIM_SLOW(FormatValue)
    GILSIM_SLOW(ListExtend)
    GILSIM_SLOW(ListToTuple)
    GILSIM_SLOW(SetAdd)
    GILSIM_SLOW(SetUpdate)
    GILSIM_SLOW(MapAdd)
    GILSIM_SLOW(MapUpdate)
    GILSIM_SLOW(MapMerge)
    GILSIM_SLOW(UnpackEx)
    GILSIM_SLOW(MakeFunction)
    GILSIM_SLOW(GetYieldFrom)
    GILSIM_SLOW(LoadBuildClass)
    GILSIM_SLOW(ImportName)
    GILSIM_SLOW(ImportFrom)
    GILSIM_SLOW(ImportStar)
    GILSIM_SLOW(Raise)
    GILSIM_SLOW(Reraise)
    GILSIM_SLOW(PushExc)
    GILSIM_SLOW(PopExc)
    GILSIM_SLOW(MatchExc)
    GILSIM_SLOW(WithEnter)
    GILSIM_SLOW(ExcArgs)
    GILSIM_SLOW(LoadAssertionError)
    GILSIM_SLOW(SetupAnnotations)
  slow : {
    SAVE();
    if (!slow_op(t, f, *at)) goto error;
    DISPATCH();
  }
#undef GILSIM_SLOW
#if defined(GILSIM_SWITCH_DISPATCH)
  case Op::kCount:
    break;
  }
  __builtin_unreachable();
#endif

unbound_b_save:
  SAVE();
unbound_b:
  unbound(t, f, at->b());
  goto error;
unbound_a:
  unbound(t, f, at->a());
  goto error;
unbound_c:
  unbound(t, f, at->c());
  goto error;
entered:
  RELOAD();
  SAFEPOINT();
  DISPATCH();

error:
  if (!unwind(t)) {
    --t.native_depth;
    return Value();
  }
  RELOAD();
  DISPATCH();
}

#undef SAVE
#undef RELOAD
#undef SAFEPOINT
#undef SAFEPOINT_AFTER
#undef SAFEPOINT_IF
#undef COUNT_DOWN
#undef TARGET
#undef FETCH
#undef DISPATCH
#undef ARITHMETIC
#undef COMPARISON
#undef STORE_REAL
#undef STORE_MIXED
#undef STORE_INT
#undef AFTER_CALL
#undef DISPATCH_ENTERED
#undef DELIVER
#undef DELIVER_TO_FOR
#undef ENTER_QUICK
#undef CALL_NATIVE_QUICK
#undef PUT_RESULT
#undef GILSIM_BRANCH

}  // namespace gilsim
