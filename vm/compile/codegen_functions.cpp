// What: code generation for functions, lambdas and comprehensions seen from the scope that makes
// them.
#include "vm/compile/codegen.h"

namespace gilsim {

// The cells that the inner code's free names stand for, as a tuple; None if there are none.
void CodeGenerator::closure_tuple(const Code& inner, uint16_t destination) {
  if (inner.free_names.empty()) {
    emit_wide(Op::LoadConst, 0, destination, constant({}));
    return;
  }
  uint32_t mark = next_temp_;
  auto window = static_cast<uint16_t>(next_temp_);
  for (const std::string& free : inner.free_names) {
    uint16_t reg = temp();
    auto own = local_register(free);
    bool is_cell = own && (scope_->kind == ScopeKind::kClass ||
                           compilation_.scopes.classify(scope_, free) == NameKind::kCell);
    if (is_cell)
      emit(Op::Move, 0, reg, *own, 0);
    else
      emit_wide(Op::LoadClosure, 0, reg, free_index(free));
  }
  emit(Op::BuildTuple, 0, destination, window, static_cast<uint32_t>(inner.free_names.size()));
  free_to(mark);
}

// An annotation's value, or its source text, in a new temporary.
uint16_t CodeGenerator::annotation_value(Node* n) {
  if (!compilation_.annotations_as_text) return value(n);
  const SourceFile& source = compilation_.source;
  const Place& place = n->place;
  size_t start = source.line_starts[place.line - 1] + place.column;
  size_t end = source.line_starts[place.end_line - 1] + place.end_column;
  uint16_t reg = temp();
  std::string text = source.text.substr(start, end - start);
  emit_wide(Op::LoadConst, 0, reg, constant({Literal::Kind::Str, 0, 0, text, {}, nullptr}));
  return reg;
}

void CodeGenerator::annotations_dict(const Parameters& parameters, Node* returns,
                                     uint16_t destination) {
  uint32_t mark = next_temp_;
  std::vector<std::pair<std::string, Node*>> all;
  auto add = [&](const Parameter& p) {
    if (p.annotation) all.emplace_back(mangled(p.name), p.annotation);
  };
  for (const Parameter& p : parameters.positional) add(p);
  if (parameters.has_rest) add(parameters.rest);
  for (const Parameter& p : parameters.keyword_only) add(p);
  if (parameters.has_keywords) add(parameters.keywords);
  if (returns) all.emplace_back("return", returns);
  if (all.empty()) {
    emit_wide(Op::LoadConst, 0, destination, constant({}));
    return;
  }
  auto window = static_cast<uint16_t>(next_temp_);
  for (auto& [key, annotation] : all) {
    uint16_t reg = temp();
    emit_wide(Op::LoadConst, 0, reg, constant({Literal::Kind::Str, 0, 0, key, {}, nullptr}));
    annotation_value(annotation);
  }
  emit(Op::BuildMap, 0, destination, window, static_cast<uint32_t>(all.size()));
  free_to(mark);
}

void CodeGenerator::make_function(Scope* scope, const std::string& function_name,
                                  const Parameters* parameters, Node* returns,
                                  uint16_t destination) {
  uint32_t mark = next_temp_;
  uint16_t window = temp();
  uint16_t keyword_defaults = temp(), annotations = temp(), closure = temp();
  std::vector<Node*> defaults;
  std::vector<const Parameter*> keyword_only;
  if (parameters) {
    for (const Parameter& p : parameters->positional) {
      if (p.default_value) defaults.push_back(p.default_value);
    }
    for (const Parameter& p : parameters->keyword_only) {
      if (p.default_value) keyword_only.push_back(&p);
    }
  }
  uint32_t inner_mark = next_temp_;
  if (defaults.empty()) {
    emit_wide(Op::LoadConst, 0, window, constant({}));
  } else {
    auto first = static_cast<uint16_t>(next_temp_);
    for (Node* n : defaults) value(n);
    emit(Op::BuildTuple, 0, window, first, static_cast<uint32_t>(defaults.size()));
    free_to(inner_mark);
  }
  if (keyword_only.empty()) {
    emit_wide(Op::LoadConst, 0, keyword_defaults, constant({}));
  } else {
    auto first = static_cast<uint16_t>(next_temp_);
    for (const Parameter* p : keyword_only) {
      uint16_t reg = temp();
      emit_wide(Op::LoadConst, 0, reg,
                constant({Literal::Kind::Str, 0, 0, mangled(p->name), {}, nullptr}));
      value(p->default_value);
    }
    emit(Op::BuildMap, 0, keyword_defaults, first, static_cast<uint32_t>(keyword_only.size()));
    free_to(inner_mark);
  }
  if (parameters)
    annotations_dict(*parameters, returns, annotations);
  else
    emit_wide(Op::LoadConst, 0, annotations, constant({}));
  CodeGenerator inner(compilation_, scope, this, function_name);
  std::shared_ptr<const Code> code = inner.generate();
  closure_tuple(*code, closure);
  Literal literal;
  literal.kind = Literal::Kind::Code;
  literal.code = code;
  int64_t index = constant(std::move(literal));
  if (index > 65000) fail("too many constants in one function", {line_, 0, line_, 1});
  emit(Op::MakeFunction, 0, destination, static_cast<uint32_t>(index), window);
  free_to(mark);
}

Op comprehension_build(const Node* n) {
  return n->kind == NodeKind::kListComp  ? Op::BuildList
         : n->kind == NodeKind::kSetComp ? Op::BuildSet
                                         : Op::BuildMap;
}

// A comprehension whose loops run in this scope. What it leaves behind is as if it had run in one
// of its own: its variables are cleared, and tracebacks name it (Code::comprehensions).
void CodeGenerator::inlined_comprehension(Node* n, const char* shown, uint16_t destination) {
  uint32_t mark = next_temp_;
  std::vector<bool> certain = bound_;
  uint16_t result = temp();
  uint16_t iterator = temp();
  uint32_t inner = next_temp_;
  Operand iterable = operand(n->list[0]->y);
  at(n);
  emit(Op::GetIter, release(iterable, kRelB), iterator, iterable.reg, 0);
  free_to(inner);
  at(n);
  emit(comprehension_build(n), 0, result, result, 0);
  uint32_t start = here();
  comprehension_loops(n, 0, result, iterator);
  code_->comprehensions.push_back({start, here(), shown});
  at(n);
  for (const Node* clause : n->list) clear_targets(clause->x);
  bound_ = certain;
  emit(Op::Move, kRelB, destination, result, 0);
  free_to(mark);
}

void CodeGenerator::clear_targets(const Node* target) {
  if (target->kind == NodeKind::kName)
    emit(Op::Clear, 0, *local_register(mangled(target->text)), 0, 0);
  else if (target->kind == NodeKind::kStarred)
    clear_targets(target->x);
  else if (target->kind == NodeKind::kTuple || target->kind == NodeKind::kList)
    for (const Node* item : target->list) clear_targets(item);
}

void CodeGenerator::comprehension_loops(Node* n, size_t clause, uint16_t result,
                                        uint16_t iterator) {
  Node* c = n->list[clause];
  uint32_t mark = next_temp_;
  if (clause > 0) {
    iterator = temp();
    uint32_t inner = next_temp_;
    Operand iterable = operand(c->y);
    at(n);
    emit(Op::GetIter, release(iterable, kRelB), iterator, iterable.reg, 0);
    free_to(inner);
  }
  Label body, next;
  jump(Op::Jump, 0, 0, next);
  bind(body);
  uint32_t item_mark = next_temp_;
  bool plain = is_plain_local(c->x);
  uint16_t item = plain ? *local_register(mangled(c->x->text)) : temp();
  if (plain)
    set_bound(item);
  else
    assign_to(c->x, {item, true});
  free_to(item_mark);
  std::vector<bool> certain = bound_;
  for (Node* condition : c->list) jump_if(condition, false, next);
  if (clause + 1 < n->list.size()) {
    comprehension_loops(n, clause + 1, result, 0);
  } else {
    uint32_t inner = next_temp_;
    if (n->kind == NodeKind::kGeneratorExp) {
      Operand yielded = operand(n->x);
      at(n);
      emit(Op::Yield, static_cast<uint8_t>(release(yielded, kRelB) | kNegate), yielded.reg,
           yielded.reg, 0);
    } else if (n->kind == NodeKind::kDictComp) {
      uint16_t key = value(n->x);
      uint16_t item_value = value(n->y);
      at(n);
      emit(Op::MapAdd, kRelB | kRelC, result, key, item_value);
    } else {
      uint16_t reg = value(n->x);
      at(n);
      emit(n->kind == NodeKind::kListComp ? Op::ListAppend : Op::SetAdd, kRelB, result, reg, 0);
    }
    free_to(inner);
  }
  bound_ = certain;
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
}

}  // namespace gilsim
