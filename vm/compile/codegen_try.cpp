// What: code generation for try, except, finally and with.
// Idea: nothing happens on entry (zero-cost tables). A handler's code saves what was being handled,
// and a cleanup handler around it
//   restores that if the handler itself raises. finally bodies stand once for each way out.
#include "vm/compile/codegen.h"

namespace gilsim {

namespace {

constexpr size_t kMaxBlocks = 20;  // CPython's limit

}  // namespace

bool CodeGenerator::too_many_blocks(const Node* n) {
  if (blocks_.size() < kMaxBlocks) return false;
  fail("too many statically nested blocks", n->place);
  return true;
}

// What runs when code that handles an exception raises itself: restores the saved exception and
// passes the new one on.
void CodeGenerator::cleanup_handler(Region& region, uint16_t saved, uint32_t depth) {
  uint32_t mark = next_temp_;
  next_temp_ = depth;
  uint16_t exception = temp();
  finish_region(region, here(), depth, exception);
  emit(Op::PopExc, 0, saved, 0, 0);
  emit(Op::Reraise, 0, exception, 0, 0);
  next_temp_ = mark;
}

void CodeGenerator::handler(Node* n, uint16_t exception, uint16_t saved, Label& end) {
  uint32_t mark = next_temp_;
  if (n->text.empty()) {
    statements(n->list);
    emit(Op::Clear, 0, exception, 0, 0);
    emit(Op::PopExc, 0, saved, 0, 0);
    jump(Op::Jump, 0, 0, end);
    return;
  }
  store_name(n->text, {exception, false});
  Region body;
  open_region(body);
  blocks_.push_back({Block::Kind::kExceptName, 0, n, nullptr, nullptr, &body});
  statements(n->list);
  blocks_.pop_back();
  close_region(body);
  auto forget = [&] {
    uint16_t none = temp();
    emit_wide(Op::LoadConst, 0, none, constant({}));
    store_name(n->text, {none, true});
    delete_name(n->text, nullptr);
    free_to(none);
  };
  forget();
  emit(Op::Clear, 0, exception, 0, 0);
  emit(Op::PopExc, 0, saved, 0, 0);
  jump(Op::Jump, 0, 0, end);
  // The body raised: forget the name and pass the exception on, to the cleanup handler first.
  uint32_t depth = mark;
  next_temp_ = depth;
  uint16_t raised = temp();
  finish_region(body, here(), depth, raised);
  forget();
  emit(Op::Reraise, 0, raised, 0, 0);
  free_to(mark);
}

void CodeGenerator::try_except(Node* n) {
  if (too_many_blocks(n)) return;
  uint32_t depth = next_temp_;
  Region body;
  Label end;
  std::vector<bool> before = bound_;
  open_region(body);
  blocks_.push_back({Block::Kind::kTry, 0, nullptr, nullptr, nullptr, &body});
  statements(n->list);
  blocks_.pop_back();
  close_region(body);
  statements(n->list3);
  jump(Op::Jump, 0, 0, end);
  bound_ = before;
  // The handlers.
  uint16_t exception = temp(), saved = temp();
  finish_region(body, here(), depth, exception);
  at(n->list2[0]);
  emit(Op::PushExc, 0, saved, exception, 0);
  Region handling;
  open_region(handling);
  blocks_.push_back({Block::Kind::kHandling, saved, nullptr, nullptr, nullptr, &handling});
  for (Node* h : n->list2) {
    Label next;
    bound_ = before;
    at(h);
    if (h->x) {
      uint32_t mark = next_temp_;
      Operand types = operand(h->x);
      uint16_t matched = temp();
      at(h);
      emit(Op::MatchExc, release(types, kRelC), matched, exception, types.reg);
      jump(Op::JumpIfFalse, kRelA, matched, next);
      free_to(mark);
    }
    handler(h, exception, saved, end);
    bind(next);
  }
  if (n->list2.back()->x) emit(Op::Reraise, 0, exception, 0, 0);
  blocks_.pop_back();
  close_region(handling);
  cleanup_handler(handling, saved, saved + 1u);
  bound_ = before;
  free_to(depth);
  bind(end);
}

void CodeGenerator::try_finally(Node* n) {
  if (too_many_blocks(n)) return;
  uint32_t depth = next_temp_;
  Region body;
  Label end;
  std::vector<bool> before = bound_;
  open_region(body);
  blocks_.push_back({Block::Kind::kFinally, 0, n, nullptr, nullptr, &body});
  if (n->list2.empty())
    statements(n->list);
  else
    try_except(n);
  blocks_.pop_back();
  close_region(body);
  bound_ = before;
  statements(n->list4);
  jump(Op::Jump, 0, 0, end);
  uint16_t exception = temp(), saved = temp();
  finish_region(body, here(), depth, exception);
  emit(Op::PushExc, 0, saved, exception, 0);
  Region handling;
  open_region(handling);
  blocks_.push_back({Block::Kind::kHandling, saved, nullptr, nullptr, nullptr, &handling});
  bound_ = before;
  statements(n->list4);
  blocks_.pop_back();
  close_region(handling);
  emit(Op::PopExc, 0, saved, 0, 0);
  emit(Op::Reraise, 0, exception, 0, 0);
  cleanup_handler(handling, saved, saved + 1u);
  bound_ = before;
  free_to(depth);
  bind(end);
}

// exit(None, None, None), the result dropped. The method leaves its register.
void CodeGenerator::call_exit(uint16_t exit_method) {
  uint32_t mark = next_temp_;
  uint16_t window = temp();
  emit(Op::Move, kRelB, window, exit_method, 0);
  for (int k = 0; k < 3; ++k) emit_wide(Op::LoadConst, 0, temp(), constant({}));
  emit(Op::Call, 0, window, 3, 0);
  emit(Op::Clear, 0, window, 0, 0);
  free_to(mark);
}

void CodeGenerator::with_statement(Node* n, size_t item) {
  if (too_many_blocks(n)) return;
  Node* with = n->list3[item];
  uint32_t outer_mark = next_temp_;
  uint16_t exit_method = temp(), entered = temp();
  temp();
  uint32_t inner = next_temp_;
  Operand manager = operand(with->x);
  at(n);
  emit(Op::WithEnter, release(manager, kRelB), exit_method, manager.reg, 0);
  free_to(inner);
  emit(Op::CallMethod, 0, entered, 0, 0);
  uint32_t depth = exit_method + 1u;
  Region body;
  Label end, swallow;
  std::vector<bool> before = bound_;
  open_region(body);
  blocks_.push_back({Block::Kind::kWith, exit_method, nullptr, nullptr, nullptr, &body});
  free_to(entered + 1u);
  if (with->y)
    assign_to(with->y, {entered, true});
  else
    emit(Op::Clear, 0, entered, 0, 0);
  free_to(depth);
  if (item + 1 < n->list3.size())
    with_statement(n, item + 1);
  else
    statements(n->list);
  blocks_.pop_back();
  close_region(body);
  at(n);  // as CPython: the whole statement, so no carets
  call_exit(exit_method);
  jump(Op::Jump, 0, 0, end);
  bound_ = before;
  free_to(depth);
  uint16_t exception = temp(), saved = temp();
  finish_region(body, here(), depth, exception);
  emit(Op::PushExc, 0, saved, exception, 0);
  Region handling;
  open_region(handling);
  uint16_t window = temp(), arguments = temp();
  temp();
  temp();
  emit(Op::Move, kRelB, window, exit_method, 0);
  emit(Op::ExcArgs, 0, arguments, exception, 0);
  emit(Op::Call, 0, window, 3, 0);
  jump(Op::JumpIfTrue, kRelA, window, swallow);
  emit(Op::Reraise, 0, exception, 0, 0);
  close_region(handling);
  bind(swallow);
  emit(Op::PopExc, 0, saved, 0, 0);
  emit(Op::Clear, 0, exception, 0, 0);
  jump(Op::Jump, 0, 0, end);
  free_to(saved + 1u);
  cleanup_handler(handling, saved, saved + 1u);
  free_to(outer_mark);
  bind(end);
  bound_ = before;  // an exception that is swallowed may have skipped any assignment
}

}  // namespace gilsim
