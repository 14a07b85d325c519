// What: code generation for simple statements, assignment targets, loops and definitions.
#include "vm/compile/codegen.h"

namespace gilsim {

void CodeGenerator::statements(const std::vector<Node*>& list) {
  for (Node* n : list) {
    if (done()) return;
    statement(n);
  }
}

void CodeGenerator::statement(Node* n) {
  at(n);
  uint32_t mark = next_temp_;
  switch (n->kind) {
    case NodeKind::kExpr:
      if (compilation_.mode == CompileMode::kSingle && scope_->kind == ScopeKind::kModule)
        show(n->x);
      else
        effect(n->x);
      break;
    case NodeKind::kAssign:
      assign(n);
      break;
    case NodeKind::kAugAssign:
      augmented(n);
      break;
    case NodeKind::kAnnAssign:
      annotated(n);
      break;
    case NodeKind::kDelete:
      for (Node* target : n->list) delete_target(target);
      break;
    case NodeKind::kIf:
      if_statement(n);
      break;
    case NodeKind::kWhile:
      while_statement(n);
      break;
    case NodeKind::kFor:
      for_statement(n);
      break;
    case NodeKind::kTry:
      if (n->list4.empty())
        try_except(n);
      else
        try_finally(n);
      break;
    case NodeKind::kWith:
      with_statement(n, 0);
      break;
    case NodeKind::kReturn:
      return_statement(n);
      break;
    case NodeKind::kBreak:
    case NodeKind::kContinue:
      break_or_continue(n);
      break;
    case NodeKind::kRaise:
      raise_statement(n);
      break;
    case NodeKind::kAssert:
      assert_statement(n);
      break;
    case NodeKind::kImport:
      import_statement(n);
      break;
    case NodeKind::kImportFrom:
      import_from(n);
      break;
    case NodeKind::kFunctionDef:
      function_definition(n);
      break;
    case NodeKind::kClassDef:
      class_definition(n);
      break;
    case NodeKind::kPass:
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
      break;
    default:
      fail("invalid syntax", n->place);
  }
  free_to(mark);
}

// ---- assignment

// The first of the registers if all targets are locals in registers one after the other.
std::optional<uint16_t> CodeGenerator::run_of_locals(const Node* target) const {
  std::optional<uint16_t> first;
  for (size_t k = 0; k < target->list.size(); ++k) {
    if (!is_plain_local(target->list[k])) return std::nullopt;
    uint16_t reg = *local_register(mangled(target->list[k]->text));
    if (k == 0) first = reg;
    if (reg != *first + k) return std::nullopt;
  }
  return first;
}

void CodeGenerator::unpack_to(Node* target, Operand source) {
  uint32_t mark = next_temp_;
  size_t count = target->list.size(), star = count;
  for (size_t k = 0; k < count; ++k) {
    if (target->list[k]->kind != NodeKind::kStarred) continue;
    if (star != count)
      return fail("multiple starred expressions in assignment", target->list[k]->place);
    star = k;
  }
  if (std::optional<uint16_t> first = star == count ? run_of_locals(target) : std::nullopt;
      first && (source.temporary || source.reg < *first || source.reg >= *first + count)) {
    emit(Op::Unpack, release(source, kRelB), *first, source.reg, static_cast<uint32_t>(count));
    for (size_t k = 0; k < count; ++k) set_bound(static_cast<uint16_t>(*first + k));
    return;
  }
  auto window = static_cast<uint16_t>(next_temp_);
  for (size_t k = 0; k < count; ++k) temp();
  if (count == 0) temp();
  if (star == count) {
    emit(Op::Unpack, release(source, kRelB), window, source.reg, static_cast<uint32_t>(count));
  } else {
    size_t after = count - star - 1;
    if (after > 15) return fail("too many targets behind a starred one", target->place);
    emit(Op::UnpackEx, static_cast<uint8_t>(release(source, kRelB) | after << 4), window,
         source.reg, static_cast<uint32_t>(star));
  }
  for (size_t k = 0; k < count; ++k) {
    Node* item = target->list[k];
    assign_to(item->kind == NodeKind::kStarred ? item->x : item,
              {static_cast<uint16_t>(window + k), true});
  }
  free_to(mark);
}

void CodeGenerator::assign_to(Node* target, Operand source) {
  if (done()) return;
  at(target);
  uint32_t mark = next_temp_;
  switch (target->kind) {
    case NodeKind::kName:
      store_name(target->text, source);
      break;
    case NodeKind::kAttribute: {
      Operand object = operand(target->x);
      at(target);
      emit(Op::StoreAttr, static_cast<uint8_t>(release(object, kRelA) | release(source, kRelC)),
           object.reg, name(mangled(target->text)), source.reg);
      break;
    }
    case NodeKind::kSubscript: {
      Operand object = stable_operand(target->x, {target->y});
      Operand key = operand(target->y);
      at(target);
      emit(Op::SetItem,
           static_cast<uint8_t>(release(object, kRelA) | release(key, kRelB) |
                                release(source, kRelC)),
           object.reg, key.reg, source.reg);
      break;
    }
    case NodeKind::kTuple:
    case NodeKind::kList:
      unpack_to(target, source);
      break;
    case NodeKind::kStarred:
      fail("starred assignment target must be in a list or tuple", target->place);
      break;
    default:
      fail("cannot assign to expression", target->place);
  }
  free_to(mark);
}

void CodeGenerator::assign(Node* n) {
  if (n->list.size() == 1 && is_plain_local(n->list[0])) {
    uint16_t reg = *local_register(mangled(n->list[0]->text));
    into(n->x, reg);
    set_bound(reg);
    return;
  }
  // a, b = c, d: the values go to temporaries and from there to the targets, without a tuple.
  Node* first = n->list[0];
  bool pairwise = n->list.size() == 1 &&
                  (first->kind == NodeKind::kTuple || first->kind == NodeKind::kList) &&
                  n->x->kind == NodeKind::kTuple && first->list.size() == n->x->list.size();
  for (size_t k = 0; pairwise && k < first->list.size(); ++k) {
    pairwise =
        first->list[k]->kind != NodeKind::kStarred && n->x->list[k]->kind != NodeKind::kStarred;
  }
  uint32_t mark = next_temp_;
  if (pairwise) {
    auto window = static_cast<uint16_t>(next_temp_);
    for (Node* item : n->x->list) value(item);
    for (size_t k = 0; k < first->list.size(); ++k)
      assign_to(first->list[k], {static_cast<uint16_t>(window + k), true});
    free_to(mark);
    return;
  }
  // A local as the value is copied where the targets may rebind it before all have it.
  bool copied = n->list.size() > 1 || contains_walrus(first);
  Operand source = copied ? Operand{value(n->x), true} : operand(n->x);
  for (size_t k = 0; k < n->list.size(); ++k)
    assign_to(n->list[k], {source.reg, source.temporary && k + 1 == n->list.size()});
  free_to(mark);
}

void CodeGenerator::augmented(Node* n) {
  uint32_t mark = next_temp_;
  Node* target = n->x;
  if (target->kind == NodeKind::kName) {
    if (is_plain_local(target)) {
      Operand left = stable_operand(target, {n->y});
      at(n);
      binary_op(n->op, left, n->y, *local_register(mangled(target->text)), true);
    } else {
      uint16_t reg = value(target);
      at(n);
      binary_op(n->op, {reg, true}, n->y, reg, true);
      at(n);
      store_name(target->text, {reg, true});
    }
  } else if (target->kind == NodeKind::kAttribute) {
    Operand object = stable_operand(target->x, {n->y});
    uint16_t reg = temp();
    uint16_t field = name(mangled(target->text));
    at(target);
    emit(Op::LoadAttr, 0, reg, object.reg, field);
    at(n);
    binary_op(n->op, {reg, true}, n->y, reg, true);
    at(target);
    emit(Op::StoreAttr, static_cast<uint8_t>(release(object, kRelA) | kRelC), object.reg, field,
         reg);
  } else {
    Operand object = stable_operand(target->x, {target->y, n->y});
    Operand key = stable_operand(target->y, {n->y});
    uint16_t reg = temp();
    at(target);
    emit(Op::GetItem, 0, reg, object.reg, key.reg);
    at(n);
    binary_op(n->op, {reg, true}, n->y, reg, true);
    at(target);
    emit(Op::SetItem, static_cast<uint8_t>(release(object, kRelA) | release(key, kRelB) | kRelC),
         object.reg, key.reg, reg);
  }
  free_to(mark);
}

void CodeGenerator::annotated(Node* n) {
  if (n->z) {
    uint32_t mark = next_temp_;
    Operand source = stable_operand(n->z, {n->x});
    assign_to(n->x, source);
    free_to(mark);
  } else {  // what the target is made of is evaluated all the same
    if (n->x->kind != NodeKind::kName) effect(n->x->x);
    if (n->x->kind == NodeKind::kSubscript) effect(n->x->y);
  }
  if (scope_->is_function() || n->number == 0) {
    if (!scope_->is_function() && !compilation_.annotations_as_text) effect(n->y);
    return;
  }
  uint32_t mark = next_temp_;
  emit(Op::SetupAnnotations, 0, 0, 0, 0);
  uint16_t annotation = annotation_value(n->y);
  uint16_t table = temp();
  emit_wide(code_->flags & kCodeModule ? Op::LoadGlobal : Op::LoadName, 0, table,
            name("__annotations__"));
  uint16_t key = temp();
  emit_wide(Op::LoadConst, 0, key,
            constant({Literal::Kind::Str, 0, 0, mangled(n->x->text), {}, nullptr}));
  emit(Op::SetItem, kRelA | kRelB | kRelC, table, key, annotation);
  free_to(mark);
}

void CodeGenerator::delete_target(Node* n) {
  at(n);
  uint32_t mark = next_temp_;
  switch (n->kind) {
    case NodeKind::kName:
      delete_name(n->text, n);
      break;
    case NodeKind::kAttribute: {
      Operand object = operand(n->x);
      at(n);
      emit(Op::DelAttr, release(object, kRelA), object.reg, name(mangled(n->text)), 0);
      break;
    }
    case NodeKind::kSubscript: {
      Operand object = stable_operand(n->x, {n->y});
      Operand key = operand(n->y);
      at(n);
      emit(Op::DelItem, static_cast<uint8_t>(release(object, kRelA) | release(key, kRelB)),
           object.reg, key.reg, 0);
      break;
    }
    default:
      for (Node* item : n->list) delete_target(item);
  }
  free_to(mark);
}

// ---- conditions and loops

namespace {

std::vector<bool> both(const std::vector<bool>& a, const std::vector<bool>& b) {
  std::vector<bool> result(a.size());
  for (size_t k = 0; k < a.size(); ++k) result[k] = a[k] && b[k];
  return result;
}

bool leaves(const std::vector<Node*>& body) {
  if (body.empty()) return false;
  NodeKind kind = body.back()->kind;
  return kind == NodeKind::kReturn || kind == NodeKind::kRaise || kind == NodeKind::kBreak ||
         kind == NodeKind::kContinue;
}

}  // namespace

void CodeGenerator::if_statement(Node* n) {
  Label otherwise, end;
  jump_if(n->x, false, otherwise);
  std::vector<bool> before = bound_;
  statements(n->list);
  std::vector<bool> after_then = leaves(n->list) ? std::vector<bool>(bound_.size(), true) : bound_;
  bound_ = before;
  if (n->list2.empty()) {
    bind(otherwise);
    bound_ = both(after_then, bound_);
    return;
  }
  if (!leaves(n->list)) jump(Op::Jump, 0, 0, end);
  bind(otherwise);
  statements(n->list2);
  std::vector<bool> after_else = leaves(n->list2) ? std::vector<bool>(bound_.size(), true) : bound_;
  bound_ = both(after_then, after_else);
  bind(end);
}

void CodeGenerator::while_statement(Node* n) {
  if (too_many_blocks(n)) return;
  Label body, test, end;
  std::vector<bool> before = bound_;
  bool forever =
      n->x->kind == NodeKind::kTrue || (n->x->kind == NodeKind::kInt && n->x->number == 1);
  if (!forever) jump(Op::Jump, 0, 0, test);
  bind(body);
  blocks_.push_back({Block::Kind::kWhile, 0, nullptr, &end, &test, nullptr});
  statements(n->list);
  blocks_.pop_back();
  bound_ = before;
  bind(test);
  at(n);
  if (forever)
    jump(Op::Jump, 0, 0, body);
  else
    jump_if(n->x, true, body);
  bound_ = before;
  statements(n->list2);
  bound_ = before;
  bind(end);
}

void CodeGenerator::for_statement(Node* n) {
  uint32_t mark = next_temp_;
  uint16_t iterator = temp();
  uint32_t inner = next_temp_;
  Operand iterable = operand(n->y);
  at(n);
  emit(Op::GetIter, release(iterable, kRelB), iterator, iterable.reg, 0);
  free_to(inner);
  Label body, next, end;
  std::vector<bool> before = bound_;
  if (too_many_blocks(n)) return;
  jump(Op::Jump, 0, 0, next);
  bind(body);
  bool plain = is_plain_local(n->x);
  uint16_t item = plain ? *local_register(mangled(n->x->text)) : temp();
  if (plain)
    set_bound(item);
  else
    assign_to(n->x, {item, true});
  free_to(inner);
  blocks_.push_back({Block::Kind::kFor, iterator, nullptr, &end, &next, nullptr});
  statements(n->list);
  blocks_.pop_back();
  bound_ = before;
  bind(next);
  at(n);
  if (!long_jumps_) {
    short_jump(Op::ForLoop, 0, iterator, item, body);
  } else {
    Label again, out;
    jump(Op::Jump, 0, 0, out);
    bind(again);
    jump(Op::Jump, 0, 0, body);
    bind(out);
    short_jump(Op::ForLoop, 0, iterator, item, again);
  }
  free_to(mark);
  statements(n->list2);
  bound_ = before;
  bind(end);
}

// ---- leaving

// Emits what must happen on the way out of the blocks from the innermost down to index `down_to`.
// The blocks stay as they are.
void CodeGenerator::leave_blocks(size_t down_to) {
  std::vector<Block> saved = blocks_;
  std::vector<Region*> reopened;
  while (blocks_.size() > down_to) {
    Block block = blocks_.back();
    blocks_.pop_back();
    if (block.region && block.region->open) {
      close_region(*block.region);
      reopened.push_back(block.region);
    }
    switch (block.kind) {
      case Block::Kind::kWhile:
      case Block::Kind::kTry:
        break;
      case Block::Kind::kFor:
        emit(Op::Clear, 0, block.reg, 0, 0);
        break;
      case Block::Kind::kHandling:
        emit(Op::Clear, 0, block.reg - 1u, 0, 0);  // the exception itself
        emit(Op::PopExc, 0, block.reg, 0, 0);
        break;
      case Block::Kind::kWith:
        call_exit(block.reg);
        break;
      case Block::Kind::kExceptName: {
        uint32_t mark = next_temp_;
        uint16_t none = temp();
        emit_wide(Op::LoadConst, 0, none, constant({}));
        store_name(block.node->text, {none, true});
        delete_name(block.node->text, nullptr);
        free_to(mark);
        break;
      }
      case Block::Kind::kFinally:
        statements(block.node->list4);
        break;
    }
  }
  blocks_ = saved;
  for (Region* region : reopened) open_region(*region);
}

void CodeGenerator::return_statement(Node* n) {
  if (!scope_->is_function()) return fail("'return' outside function", n->place);
  uint16_t reg = temp();
  if (n->x)
    into(n->x, reg);
  else
    emit_wide(Op::LoadConst, 0, reg, constant({}));
  std::vector<bool> before = bound_;
  leave_blocks(0);
  bound_ = before;
  at(n);
  emit(Op::Return, 0, reg, 0, 0);
}

void CodeGenerator::break_or_continue(Node* n) {
  bool is_break = n->kind == NodeKind::kBreak;
  size_t loop = blocks_.size();
  while (loop > 0 && blocks_[loop - 1].kind != Block::Kind::kWhile &&
         blocks_[loop - 1].kind != Block::Kind::kFor)
    --loop;
  if (loop == 0)
    return fail(is_break ? "'break' outside loop" : "'continue' not properly in loop", n->place);
  Block target = blocks_[loop - 1];
  std::vector<bool> before = bound_;
  leave_blocks(is_break ? loop - 1 : loop);
  bound_ = before;
  jump(Op::Jump, 0, 0, is_break ? *target.break_to : *target.continue_to);
}

void CodeGenerator::raise_statement(Node* n) {
  if (!n->x) {
    emit(Op::Raise, 0, 0, 0, 0);
    return;
  }
  Operand exception = n->y ? stable_operand(n->x, {n->y}) : operand(n->x);
  if (!n->y) {
    at(n);
    emit(Op::Raise, static_cast<uint8_t>(1 << 4 | release(exception, kRelA)), exception.reg, 0, 0);
    return;
  }
  Operand cause = operand(n->y);
  at(n);
  emit(Op::Raise, static_cast<uint8_t>(2 << 4 | release(exception, kRelA) | release(cause, kRelB)),
       exception.reg, cause.reg, 0);
}

// Where CPython's places are after a condition: at its last comparison, if there is one.
static const Node* last_comparison(const Node* n) {
  const Node* found = nullptr;
  auto look = [&](const Node* inner) {
    if (const Node* last = last_comparison(inner)) found = last;
  };
  if (n->kind == NodeKind::kCompare) return n;
  if (n->kind == NodeKind::kUnaryOp && n->op == Operator::kNot) look(n->x);
  if (n->kind == NodeKind::kBoolOp) {
    for (const Node* value : n->list) look(value);
  }
  if (n->kind == NodeKind::kIfExp) {
    for (const Node* part : {n->x, n->y, n->z}) look(part);
  }
  return found;
}

void CodeGenerator::assert_statement(Node* n) {
  Label good;
  const Node* comparison = last_comparison(n->x);
  const Node* place = comparison ? comparison : n;
  jump_if(n->x, true, good);
  std::vector<bool> certain = bound_;  // the message is not evaluated on the good way
  uint16_t window = temp();
  emit(Op::LoadAssertionError, 0, window, 0, 0);
  if (n->y) {
    value(n->y);
    at(place);
    emit(Op::Call, 0, window, 1, 0);
  }
  at(place);
  emit(Op::Raise, 1 << 4 | kRelA, window, 0, 0);
  bound_ = certain;
  bind(good);
}

// ---- imports

// sys.displayhook(the expression)
void CodeGenerator::show(Node* n) {
  uint16_t window = temp(), from = temp();
  emit_wide(Op::LoadInt, 0, window, 0);
  emit_wide(Op::LoadConst, 0, from, constant({}));
  uint16_t module = temp();
  emit(Op::ImportName, 0, module, window, name("sys"));
  uint16_t call = temp();
  emit(Op::LoadAttr, kRelB, call, module, name("displayhook"));
  value(n);
  emit(Op::Call, 0, call, 1, 0);
}

void CodeGenerator::import_statement(Node* n) {
  for (Node* alias : n->list) {
    uint32_t mark = next_temp_;
    uint16_t window = temp(), from = temp();
    emit_wide(Op::LoadInt, 0, window, 0);
    emit_wide(Op::LoadConst, 0, from, constant({}));
    uint16_t module = temp();
    emit(Op::ImportName, 0, module, window, name(alias->text));
    size_t dot = alias->text.find('.');
    if (alias->text2.empty()) {
      store_name(alias->text.substr(0, dot), {module, true});
    } else {
      while (dot != std::string::npos) {  // import a.b as c binds the submodule
        size_t next = alias->text.find('.', dot + 1);
        emit(Op::ImportFrom, 0, module, module,
             name(alias->text.substr(dot + 1, next == std::string::npos ? next : next - dot - 1)));
        dot = next;
      }
      store_name(alias->text2, {module, true});
    }
    free_to(mark);
  }
}

// Whether nothing but a text and such imports stands before a `from __future__ import`.
static bool at_beginning(const Node* root, const Node* n) {
  if (root->kind != NodeKind::kModule) return false;
  for (const Node* s : root->list) {
    if (s == n) return true;
    bool future = s->kind == NodeKind::kImportFrom && s->text == "__future__" && s->number == 0;
    bool text = s == root->list[0] && s->kind == NodeKind::kExpr && s->x->kind == NodeKind::kStr;
    if (!future && !text) return false;
  }
  return false;
}

void CodeGenerator::import_from(Node* n) {
  static const std::vector<std::string> kFeatures = {
      "annotations", "division",      "print_function", "absolute_import", "unicode_literals",
      "generators",  "nested_scopes", "with_statement", "generator_stop"};
  if (n->text == "__future__" && n->number == 0) {
    if (!at_beginning(scope_->node, n))
      return fail("from __future__ imports must occur at the beginning of the file", n->place);
    for (Node* alias : n->list) {
      bool known = false;
      for (const std::string& feature : kFeatures) known = known || feature == alias->text;
      if (!known) return fail("future feature " + alias->text + " is not defined", alias->place);
      if (alias->text == "annotations") compilation_.annotations_as_text = true;
    }
    return;
  }
  uint16_t window = temp(), from = temp();
  Literal names;
  names.kind = Literal::Kind::Tuple;
  for (Node* alias : n->list)
    names.items.push_back({Literal::Kind::Str, 0, 0, alias->text, {}, nullptr});
  emit_wide(Op::LoadInt, 0, window, n->number);
  emit_wide(Op::LoadConst, 0, from, constant(std::move(names)));
  uint16_t module = temp();
  emit(Op::ImportName, 0, module, window, name(n->text));
  if (n->list[0]->text == "*") {
    emit_wide(Op::ImportStar, kRelA, module, 0);
    return;
  }
  for (Node* alias : n->list) {
    uint16_t reg = temp();
    at(n);
    emit(Op::ImportFrom, 0, reg, module, name(alias->text));
    store_name(alias->text2.empty() ? alias->text : alias->text2, {reg, true});
    free_to(reg);
  }
  emit(Op::Clear, 0, module, 0, 0);
}

// ---- definitions

void CodeGenerator::function_definition(Node* n) {
  uint32_t mark = next_temp_;
  if (n->list2.empty()) {
    uint16_t reg = temp();
    make_function(compilation_.scopes.of(n), n->text, n->parameters, n->x, reg);
    store_name(n->text, {reg, true});
  } else {
    decorated(n, temp());
  }
  free_to(mark);
}

// Evaluates the decorators in order into a row of windows, makes the function or class behind them,
// and applies them inside out.
void CodeGenerator::decorated(Node* n, uint16_t first) {
  std::vector<uint16_t> windows;
  for (size_t k = 0; k < n->list2.size(); ++k) {
    uint16_t window = k == 0 ? first : temp();
    into(n->list2[k], window);
    windows.push_back(window);
  }
  uint16_t reg = temp();
  std::vector<Node*> decorators;
  std::swap(decorators, n->list2);
  if (n->kind == NodeKind::kFunctionDef) {
    make_function(compilation_.scopes.of(n), n->text, n->parameters, n->x, reg);
  } else {
    n->number = reg + 1;  // class_definition leaves the class here instead of storing it
    class_definition(n);
    n->number = 0;
  }
  std::swap(decorators, n->list2);
  for (size_t k = windows.size(); k-- > 0;) {
    at(n->list2[k]);
    emit(Op::Call, 0, windows[k], 1, 0);
  }
  at(n);
  store_name(n->text, {first, true});
}

void CodeGenerator::class_definition(Node* n) {
  uint32_t mark = next_temp_;
  if (!n->list2.empty()) {
    decorated(n, temp());
    free_to(mark);
    return;
  }
  uint16_t window = temp();
  emit(Op::LoadBuildClass, 0, window, 0, 0);
  bool spread = false;
  for (Node* base : n->list3) spread = spread || base->kind == NodeKind::kStarred;
  for (Node* keyword : n->list4) spread = spread || keyword->text.empty();
  Literal class_name{Literal::Kind::Str, 0, 0, n->text, {}, nullptr};
  if (!spread) {
    uint16_t body = temp();
    make_function(compilation_.scopes.of(n), n->text, nullptr, nullptr, body);
    uint16_t text = temp();
    emit_wide(Op::LoadConst, 0, text, constant(class_name));
    for (Node* base : n->list3) value(base);
    for (Node* keyword : n->list4) value(keyword->x);
    auto count = static_cast<uint32_t>(2 + n->list3.size() + n->list4.size());
    at(n);
    if (n->list4.empty())
      emit(Op::Call, 0, window, count, 0);
    else
      emit(Op::CallKw, 0, window, count, static_cast<uint32_t>(keyword_names(n->list4)));
  } else {
    uint16_t positional = temp(), named = temp();
    emit(Op::BuildList, 0, positional, positional, 0);
    uint16_t reg = temp();
    make_function(compilation_.scopes.of(n), n->text, nullptr, nullptr, reg);
    emit(Op::ListAppend, kRelB, positional, reg, 0);
    emit_wide(Op::LoadConst, 0, reg, constant(class_name));
    emit(Op::ListAppend, kRelB, positional, reg, 0);
    for (Node* base : n->list3) {
      bool star = base->kind == NodeKind::kStarred;
      into(star ? base->x : base, reg);
      emit(star ? Op::ListExtend : Op::ListAppend, kRelB, positional, reg, 0);
    }
    emit(Op::ListToTuple, kRelB, positional, positional, 0);
    emit(Op::BuildMap, 0, named, named, 0);
    for (Node* keyword : n->list4) {
      if (keyword->text.empty()) {
        into(keyword->x, reg);
        emit(Op::MapMerge, kRelB, named, reg, window);
      } else {
        uint16_t item = temp();
        emit_wide(Op::LoadConst, 0, reg,
                  constant({Literal::Kind::Str, 0, 0, keyword->text, {}, nullptr}));
        into(keyword->x, item);
        emit(Op::MapAdd, kRelB | kRelC, named, reg, item);
        free_to(item);
      }
    }
    at(n);
    emit(Op::CallEx, 0, window, 0, 0);
  }
  if (n->number > 0)
    emit(Op::Move, kRelB, static_cast<uint32_t>(n->number - 1), window, 0);
  else
    store_name(n->text, {window, true});
  free_to(mark);
}

}  // namespace gilsim
