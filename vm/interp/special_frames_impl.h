// What: special methods that are Python functions, called by operators, comparisons, subscriptions,
// properties and for loops: their frames run in the loop that is running.
// Idea: as CPython does it for subscriptions and properties (3.11, 3.12), here for every
//   instruction that has one result: the frame is flagged, and its return finishes the caller's
//   instruction.
// Invariants: I1 the caller's pc is behind the instruction and its operands stay in their registers
// until finish(). I2 only what can be finished without knowing more is entered: one forward or
// reflected attempt. All else goes the slow way, through Protocol.
// Threads: owner of the VmThread only. Not here: what operators do (vm/object/protocol_*_impl.h).
#pragma once

#include "vm/interp/frames_impl.h"
#include "vm/interp/loop_fast_paths.h"
#include "vm/object/operators.h"

namespace gilsim {

template <class V>
struct SpecialFrames {
  using Rich = RichComparison<V>;

  // Of a class written in Python.
  static bool is_instance(Value v) {
    return v.is_object() && !(v.object()->cls->class_flags & kClassBuiltin) &&
           v.object()->kind != Kind::Class;
  }
  static bool is_number(Value v) { return v.is_int() || v.is_real(); }

  // The method, borrowed until the next safe point, if it is a Python function.
  static Function* function_of(VmThread& t, Class* c, Special name) {
    Value method = Classes<V>::special(t, c, name);
    return method.is_object() && method.object()->kind == Kind::Function ? method.as<Function>()
                                                                         : nullptr;
  }

  // True: t.frame is the frame of the call. False: nothing was done.
  static bool enter(VmThread& t, Function* function, std::initializer_list<Value> arguments) {
    auto n = static_cast<uint32_t>(arguments.size());
    Value* at = t.stack_top;
    if (!function || !can_begin(t, function->code, at, n)) return false;
    V::incref(function);
    Value* place = at;
    for (Value v : arguments) *place++ = V::newref(v);
    push_frame<V>(t, t.frame, function, function->code, at, n, kFrameOwnsFunction | kFrameSpecial);
    return true;
  }

  static bool enter_binary(VmThread& t, BinaryOp op, Value a, Value b, bool inplace) {
    if (is_instance(a)) {
      Class *ca = a.object()->cls, *cb = Classes<V>::class_of(t, b);
      if (ca != cb && Classes<V>::is_subclass(cb, ca)) return false;
      Special name = special_of(t, op, ca, inplace);
      return enter(t, function_of(t, ca, name), {a, b});
    }
    // A number's own method does not know an instance.
    if (!is_number(a) || !is_instance(b) || b.object()->kind != Kind::Object) return false;
    Special name = Operators<V>::special_of(op, Operators<V>::kReflected);
    return enter(t, function_of(t, b.object()->cls, name), {b, a});
  }
  static bool enter_compare(VmThread& t, CompareOp op, Value a, Value b) {
    if (!is_instance(a)) return false;
    Class *ca = a.object()->cls, *cb = Classes<V>::class_of(t, b);
    if (ca != cb && Classes<V>::is_subclass(cb, ca)) return false;
    return enter(t, function_of(t, ca, Rich::special_of(op)), {a, b});
  }
  static bool enter_item(VmThread& t, Value container, Value key) {
    return is_instance(container) &&
           enter(t, function_of(t, container.object()->cls, Special::getitem), {container, key});
  }
  static bool enter_store(VmThread& t, Value container, Value key, Value value) {
    return is_instance(container) &&
           enter(t, function_of(t, container.object()->cls, Special::setitem),
                 {container, key, value});
  }
  static bool enter_next(VmThread& t, Value iterator) {
    return is_instance(iterator) &&
           enter(t, function_of(t, iterator.object()->cls, Special::next), {iterator});
  }
  static bool enter_property(VmThread& t, Value object, Str* name) {
    return is_instance(object) &&
           enter(t, Classes<V>::getter_of(t, object.object(), name), {object});
  }

  // Finishes the instruction of t.frame that called, with what the method has returned (owned).
  // False: pending.
  static bool finish(VmThread& t, Value result) {
    Frame* f = t.frame;
    Value* R = f->registers;
    const Instruction i = f->pc[-1];
    Op op = i.op();
    switch (op) {
      case Op::GetItem:
        release_operands<V>(R, i);
        put<V>(R[i.a()], result);
        return true;
      case Op::SetItem:
        V::decref(result);
        release_operands<V>(R, i);
        if (i.x() & kRelA) put<V>(R[i.a()], Value());
        return true;
      case Op::LoadAttr:
        if (i.x() & kRelB) put<V>(R[i.b()], Value());
        put<V>(R[i.a()], result);
        return true;
      case Op::ForLoop:
        put<V>(R[i.b()], result);
        f->pc += i.sc();
        return true;
      default:
        break;
    }
    if (op >= Op::Lt && op <= Op::Ge) return finish_compare(t, f, i, result);
    if (op >= Op::JumpLt && op <= Op::JumpGeInt) return finish_jump(t, f, i, result);
    return finish_binary(t, f, i, result);
  }

  // The pending exception has left the method: whether it is the end of the loop that t.frame is
  // in, which then goes on behind it.
  static bool ends_loop(VmThread& t) {
    Frame* f = t.frame;
    const Instruction i = f->pc[-1];
    if (i.op() != Op::ForLoop || !Errors<V>::pending_is(t, Exc::StopIteration)) return false;
    Errors<V>::clear(t);
    put<V>(f->registers[i.a()], Value());
    return true;
  }

 private:
  // The method that is asked first.
  static Special special_of(VmThread& t, BinaryOp op, Class* ca, bool inplace) {
    using Ops = Operators<V>;
    Special augmented = Ops::special_of(op, Ops::kAugmented);
    bool asks = inplace && !Classes<V>::special(t, ca, augmented).is_null();
    return asks ? augmented : Ops::special_of(op, Ops::kForward);
  }

  static bool finish_binary(VmThread& t, Frame* f, Instruction i, Value result) {
    using Ops = Operators<V>;
    Value* R = f->registers;
    bool immediate = i.op() == Op::AddInt || i.op() == Op::SubInt;
    if (result == Value::not_implemented()) {
      bool inplace = (i.x() & kInplace) != 0;
      auto op = i.op() == Op::AddInt   ? BinaryOp::Add
                : i.op() == Op::SubInt ? BinaryOp::Sub
                                       : static_cast<BinaryOp>(static_cast<int>(i.op()) -
                                                               static_cast<int>(Op::Add));
      Value a = R[i.b()], b = immediate ? Value::integer(i.sc()) : R[i.c()];
      if (is_instance(a)) {
        Class *ca = a.object()->cls, *cb = Classes<V>::class_of(t, b);
        if (special_of(t, op, ca, inplace) == Ops::special_of(op, Ops::kAugmented))
          result = Ops::by_specials(t, op, a, b, false);
        else if (ca != cb)
          result = Ops::attempt(t, b, Ops::special_of(op, Ops::kReflected), a);
      }
      if (result == Value::not_implemented()) result = Ops::unsupported(t, op, a, b, inplace);
      if (result.is_null()) return false;
    }
    if (i.x() & kRelB) put<V>(R[i.b()], Value());
    if (!immediate && (i.x() & kRelC)) put<V>(R[i.c()], Value());
    put<V>(R[i.a()], result);
    return true;
  }

  // The outcome of a comparison whose left operand gave that result: owned, or null: pending.
  static Value decide(VmThread& t, CompareOp op, Value a, Value b, Value result) {
    if (result != Value::not_implemented()) return result;
    result = Rich::attempt(t, Rich::reflected(op), b, Classes<V>::class_of(t, b), a);
    return result != Value::not_implemented() ? result : Rich::undecided(t, op, a, b);
  }
  static bool finish_compare(VmThread& t, Frame* f, Instruction i, Value result) {
    Value* R = f->registers;
    auto op = static_cast<CompareOp>(static_cast<int>(i.op()) - static_cast<int>(Op::Lt));
    result = decide(t, op, R[i.b()], R[i.c()], result);
    if (result.is_null()) return false;
    release_operands<V>(R, i);
    put<V>(R[i.a()], result);
    return true;
  }
  static bool finish_jump(VmThread& t, Frame* f, Instruction i, Value result) {
    Value* R = f->registers;
    bool immediate = i.op() >= Op::JumpLtInt;
    Op first = immediate ? Op::JumpLtInt : Op::JumpLt;
    auto op = static_cast<CompareOp>(static_cast<int>(i.op()) - static_cast<int>(first));
    result = decide(t, op, R[i.a()], immediate ? Value::integer(i.sb()) : R[i.b()], result);
    if (result.is_null()) return false;
    Ref<V> held(result);
    int outcome = result.is_bool() ? result.is_true() : Protocol<V>::truth(t, result);
    if (outcome < 0) return false;
    if (i.x() & kRelA) put<V>(R[i.a()], Value());
    if (!immediate && (i.x() & kRelB)) put<V>(R[i.b()], Value());
    if ((outcome != 0) != ((i.x() & kNegate) != 0)) f->pc += i.sc();
    return true;
  }
};

}  // namespace gilsim
