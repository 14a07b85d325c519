// What: code generation for `and` and `or`, conditional expressions, comparisons, and the jumps on
// them.
#include "vm/compile/codegen.h"

namespace gilsim {

void CodeGenerator::bool_op(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  // A named local must not see an intermediate value: a later part may read it, or raise.
  bool direct = destination >= code_->local_count;
  uint16_t reg = direct ? destination : temp();
  Label end;
  std::vector<bool> certain;
  for (size_t k = 0; k < n->list.size(); ++k) {
    if (k + 1 < n->list.size())
      bool_part(n, n->list[k], reg, n->op == Operator::kOr, end);
    else
      into(n->list[k], reg);
    if (k == 0) certain = bound_;
  }
  bound_ = certain;
  bind(end);
  if (!direct) emit(Op::Move, kRelB, destination, reg, 0);
  free_to(mark);
}

// part, of whole, into reg; jumps to stop if its truth equals sense. Each truth is asked once:
// where an `and` in an `or`, or the other way round, is decided early, what it means for whole is
// known.
void CodeGenerator::bool_part(Node* whole, Node* part, uint16_t reg, bool sense, Label& stop) {
  if (part->kind != NodeKind::kBoolOp) {
    into(part, reg);
    at(whole);
    jump(sense ? Op::JumpIfTrue : Op::JumpIfFalse, 0, reg, stop);
    return;
  }
  bool leaves_when = part->op == Operator::kOr;
  Label next;
  std::vector<bool> certain;
  for (size_t k = 0; k < part->list.size(); ++k) {
    bool last = k + 1 == part->list.size();
    bool stops = last || leaves_when == sense;
    bool_part(part, part->list[k], reg, stops ? sense : leaves_when, stops ? stop : next);
    if (k == 0) certain = bound_;
  }
  bound_ = certain;
  bind(next);
}

void CodeGenerator::if_expression(Node* n, uint16_t destination) {
  Label otherwise, end;
  jump_if(n->x, false, otherwise);
  std::vector<bool> certain = bound_;
  into(n->y, destination);
  jump(Op::Jump, 0, 0, end);
  bind(otherwise);
  bound_ = certain;
  into(n->z, destination);
  bound_ = certain;
  bind(end);
}

void CodeGenerator::compare_op(Operator op, Operand left, Operand right, uint16_t destination) {
  uint8_t x = static_cast<uint8_t>(release(left, kRelB) | release(right, kRelC));
  switch (op) {
    case Operator::kIs:
      emit(Op::Is, x, destination, left.reg, right.reg);
      return;
    case Operator::kIsNot:
      emit(Op::Is, x | kNegate, destination, left.reg, right.reg);
      return;
    case Operator::kIn:
      emit(Op::In, x, destination, left.reg, right.reg);
      return;
    case Operator::kNotIn:
      emit(Op::In, x | kNegate, destination, left.reg, right.reg);
      return;
    default: {
      static constexpr Op kOps[] = {Op::Lt, Op::Le, Op::Eq, Op::Ne, Op::Gt, Op::Ge};
      emit(kOps[static_cast<int>(op) - static_cast<int>(Operator::kLt)], x, destination, left.reg,
           right.reg);
    }
  }
}

void CodeGenerator::compare(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  if (n->list.size() == 1) {
    Operand left = stable_operand(n->x, {n->list[0]});
    Operand right = compared(n->ops[0], n->list[0]);
    at(n);
    compare_op(n->ops[0], left, right, destination);
    free_to(mark);
    return;
  }
  uint16_t result = temp();
  Label end;
  uint16_t left = value(n->x);
  std::vector<bool> certain;
  for (size_t k = 0; k < n->list.size(); ++k) {
    bool last = k + 1 == n->list.size();
    uint16_t right = value(n->list[k]);
    if (k == 0) certain = bound_;  // later operands may be skipped
    at(n);
    compare_op(n->ops[k], {left, true}, {right, last}, result);
    if (last) break;
    jump(Op::JumpIfFalse, 0, result, end);
    emit(Op::Move, kRelB, left, right, 0);
    free_to(left + 1u);
  }
  bound_ = certain;
  Label out;
  jump(Op::Jump, 0, 0, out);
  bind(end);
  emit(Op::Clear, 0, left + 1u, 0, 0);
  bind(out);
  emit(Op::Move, kRelB, destination, result, 0);
  free_to(mark);
}

// ---- conditions

void CodeGenerator::compare_jump(Operator op, Operand left, Node* right_node, bool sense,
                                 Label& label) {
  static constexpr Op kJumps[] = {Op::JumpLt, Op::JumpLe, Op::JumpEq,
                                  Op::JumpNe, Op::JumpGt, Op::JumpGe};
  static constexpr Op kIntJumps[] = {Op::JumpLtInt, Op::JumpLeInt, Op::JumpEqInt,
                                     Op::JumpNeInt, Op::JumpGtInt, Op::JumpGeInt};
  int index = static_cast<int>(op) - static_cast<int>(Operator::kLt);
  uint8_t x = sense ? 0 : kNegate;
  int64_t number;
  if (small_int(right_node, number) && number >= INT16_MIN && number <= INT16_MAX) {
    short_jump(kIntJumps[index], static_cast<uint8_t>(x | release(left, kRelA)), left.reg,
               static_cast<uint16_t>(static_cast<int16_t>(number)), label);
    return;
  }
  const Node* whole = node_;
  Operand right = operand(right_node);
  at(whole);
  short_jump(kJumps[index], static_cast<uint8_t>(x | release(left, kRelA) | release(right, kRelB)),
             left.reg, right.reg, label);
}

// Jumps to label if the truth of n equals sense; else falls through.
void CodeGenerator::jump_if(Node* n, bool sense, Label& label) {
  if (done()) return;
  uint32_t mark = next_temp_;
  if (n->kind == NodeKind::kUnaryOp && n->op == Operator::kNot) return jump_if(n->x, !sense, label);
  if (n->kind == NodeKind::kTrue || n->kind == NodeKind::kFalse) {
    if ((n->kind == NodeKind::kTrue) == sense) jump(Op::Jump, 0, 0, label);
    return;
  }
  if (n->kind == NodeKind::kBoolOp) {
    bool leaves_early = (n->op == Operator::kOr) == sense;
    Label end;
    std::vector<bool> certain;
    for (size_t k = 0; k < n->list.size(); ++k) {
      bool last = k + 1 == n->list.size();
      if (leaves_early || last)
        jump_if(n->list[k], sense, label);
      else
        jump_if(n->list[k], !sense, end);
      if (k == 0) certain = bound_;
    }
    bound_ = certain;
    bind(end);
    return;
  }
  bool one_comparison = n->kind == NodeKind::kCompare && n->list.size() == 1;
  if (one_comparison && (n->ops[0] == Operator::kIs || n->ops[0] == Operator::kIsNot) &&
      n->list[0]->kind == NodeKind::kNone) {
    Operand left = operand(n->x);
    bool negate = (n->ops[0] == Operator::kIsNot) == sense;
    jump(Op::JumpIfNone, static_cast<uint8_t>(release(left, kRelA) | (negate ? kNegate : 0)),
         left.reg, label);
    free_to(mark);
    return;
  }
  if (one_comparison && n->ops[0] <= Operator::kGe && !long_jumps_) {
    Operand left = stable_operand(n->x, {n->list[0]});
    at(n);
    compare_jump(n->ops[0], left, n->list[0], sense, label);
    free_to(mark);
    return;
  }
  const Node* whole = node_;
  Operand test = operand(n);
  at(whole);
  jump(sense ? Op::JumpIfTrue : Op::JumpIfFalse, release(test, kRelA), test.reg, label);
  free_to(mark);
}

}  // namespace gilsim
