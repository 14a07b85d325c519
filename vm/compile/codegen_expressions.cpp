// What: code generation for expressions.
#include "vm/compile/codegen.h"
#include "vm/compile/folding.h"

namespace gilsim {

namespace {

Op binary_opcode(Operator op) {
  return static_cast<Op>(static_cast<int>(Op::Add) + static_cast<int>(op));
}

}  // namespace

bool CodeGenerator::small_int(const Node* n, int64_t& out) const {
  bool negative =
      n->kind == NodeKind::kUnaryOp && n->op == Operator::kMinus && n->x->kind == NodeKind::kInt;
  const Node* number = negative ? n->x : n;
  if (number->kind != NodeKind::kInt || number->number < 0) return false;
  out = negative ? -number->number : number->number;
  return true;
}

// The constant an expression stands for, if it is one: literals, negative numbers, tuples of
// constants.
bool CodeGenerator::literal_of(Node* n, Literal& out) const {
  switch (n->kind) {
    case NodeKind::kNone:
      out.kind = Literal::Kind::None;
      return true;
    case NodeKind::kTrue:
      out.kind = Literal::Kind::True;
      return true;
    case NodeKind::kFalse:
      out.kind = Literal::Kind::False;
      return true;
    case NodeKind::kEllipsis:
      out.kind = Literal::Kind::Ellipsis;
      return true;
    case NodeKind::kFloat:
      out.kind = Literal::Kind::Float;
      out.real = n->real;
      return true;
    case NodeKind::kStr:
    case NodeKind::kBytes:
      out.kind = n->kind == NodeKind::kStr ? Literal::Kind::Str : Literal::Kind::Bytes;
      out.text = n->text;
      return true;
    case NodeKind::kInt:
      if (n->number >= 0) {
        out.kind = Literal::Kind::Int;
        out.integer = n->number;
      } else {
        out.kind = Literal::Kind::BigInt;
        out.text = n->text;
        out.integer = std::stoi(n->text2);
      }
      return true;
    case NodeKind::kUnaryOp:
      if (n->op != Operator::kMinus || !literal_of(n->x, out)) return false;
      if (out.kind == Literal::Kind::Int)
        out.integer = -out.integer;
      else if (out.kind == Literal::Kind::Float)
        out.real = -out.real;
      else
        return false;
      return true;
    case NodeKind::kTuple: {
      Literal tuple;
      tuple.kind = Literal::Kind::Tuple;
      for (Node* item : n->list) {
        Literal part;
        if (item->kind == NodeKind::kStarred || !literal_of(item, part)) return false;
        tuple.items.push_back(std::move(part));
      }
      out = std::move(tuple);
      return true;
    }
    case NodeKind::kBinOp: {
      Literal left, right;
      return is_foldable(n) && literal_of(n->x, left) && literal_of(n->y, right) &&
             folded(n->op, left, right, out);
    }
    default:
      return false;
  }
}

// The right side of `in`: a display of literals that is made once. False: something else.
bool CodeGenerator::constant_members(const Node* n, Literal& out) const {
  if (n->kind != NodeKind::kSet && n->kind != NodeKind::kList) return false;
  Literal members;
  members.kind = n->kind == NodeKind::kSet ? Literal::Kind::FrozenSet : Literal::Kind::Tuple;
  for (Node* item : n->list) {
    Literal part;
    if (item->kind == NodeKind::kStarred || !literal_of(item, part)) return false;
    members.items.push_back(std::move(part));
  }
  out = std::move(members);
  return true;
}
// The right operand of a comparison.
Operand CodeGenerator::compared(Operator op, Node* n) {
  Literal members;
  if ((op != Operator::kIn && op != Operator::kNotIn) || !constant_members(n, members))
    return operand(n);
  uint16_t reg = temp();
  at(n);
  emit_wide(Op::LoadConst, 0, reg, constant(std::move(members)));
  return {reg, true};
}

bool CodeGenerator::contains_walrus(const Node* n) const {
  if (!n || !scope_->has_walrus) return false;
  if (n->kind == NodeKind::kNamedExpr) return true;
  if (n->kind == NodeKind::kLambda) return false;
  for (const Node* child : {n->x, n->y, n->z}) {
    if (contains_walrus(child)) return true;
  }
  for (const auto* list : {&n->list, &n->list2}) {
    for (const Node* child : *list) {
      if (contains_walrus(child)) return true;
    }
  }
  return false;
}

uint16_t CodeGenerator::value(Node* n) {
  uint16_t reg = temp();
  into(n, reg);
  return reg;
}

Operand CodeGenerator::operand(Node* n) {
  if (is_plain_local(n)) {
    at(n);
    std::string key = mangled(n->text);
    uint16_t reg = *local_register(key);
    check_bound(reg, key);
    return {reg, false};
  }
  return {value(n), true};
}

Operand CodeGenerator::stable_operand(Node* n, std::initializer_list<Node*> later) {
  bool copied = false;
  for (Node* other : later) copied = copied || contains_walrus(other);
  if (!copied) return operand(n);
  return {value(n), true};
}

void CodeGenerator::effect(Node* n) {
  uint32_t mark = next_temp_;
  if (n->kind == NodeKind::kStr || n->kind == NodeKind::kInt || n->kind == NodeKind::kEllipsis ||
      n->kind == NodeKind::kNone)
    return;
  if (n->kind == NodeKind::kYield) {
    yield(n, std::nullopt);
    return;
  }
  uint16_t reg = value(n);
  emit(Op::Clear, 0, reg, 0, 0);
  free_to(mark);
}

void CodeGenerator::into(Node* n, uint16_t destination) {
  if (done()) return;
  at(n);
  Literal literal;
  switch (n->kind) {
    case NodeKind::kInt:
      if (n->number >= 0 && n->number <= INT32_MAX) {
        emit_wide(Op::LoadInt, 0, destination, n->number);
        return;
      }
      [[fallthrough]];
    case NodeKind::kNone:
    case NodeKind::kTrue:
    case NodeKind::kFalse:
    case NodeKind::kEllipsis:
    case NodeKind::kFloat:
    case NodeKind::kStr:
    case NodeKind::kBytes:
      literal_of(n, literal);
      emit_wide(Op::LoadConst, 0, destination, constant(std::move(literal)));
      return;
    case NodeKind::kName:
      return load_name(n->text, destination, n);
    case NodeKind::kBinOp:
      if (!literal_of(n, literal)) return binary(n, destination);
      if (literal.kind == Literal::Kind::Int && literal.integer >= 0 &&
          literal.integer <= INT32_MAX)
        emit_wide(Op::LoadInt, 0, destination, literal.integer);
      else
        emit_wide(Op::LoadConst, 0, destination, constant(std::move(literal)));
      return;
    case NodeKind::kUnaryOp:
      return unary(n, destination);
    case NodeKind::kBoolOp:
      return bool_op(n, destination);
    case NodeKind::kIfExp:
      return if_expression(n, destination);
    case NodeKind::kCompare:
      return compare(n, destination);
    case NodeKind::kCall:
      return call(n, destination);
    case NodeKind::kAttribute:
      return attribute(n, destination);
    case NodeKind::kSubscript:
      return subscript(n, destination);
    case NodeKind::kSlice:
      return slice(n, destination);
    case NodeKind::kList:
      return display(n, Op::BuildList, Op::ListAppend, Op::ListExtend, destination);
    case NodeKind::kSet:
      return display(n, Op::BuildSet, Op::SetAdd, Op::SetUpdate, destination);
    case NodeKind::kTuple:
      return tuple(n, destination);
    case NodeKind::kDict:
      return dict(n, destination);
    case NodeKind::kJoinedStr:
      return joined_string(n, destination);
    case NodeKind::kFormattedValue:
      return formatted_value(n, destination);
    case NodeKind::kListComp:
    case NodeKind::kSetComp:
    case NodeKind::kDictComp:
    case NodeKind::kGeneratorExp:
      return comprehension_expression(n, destination);
    case NodeKind::kLambda:
      return lambda(n, destination);
    case NodeKind::kYield:
    case NodeKind::kYieldFrom:
      return yield(n, destination);
    case NodeKind::kNamedExpr: {
      into(n->y, destination);
      std::string key = mangled(n->x->text);
      auto reg = local_register(key);
      if (!reg || *reg != destination ||
          compilation_.scopes.classify(scope_, key) != NameKind::kLocal)
        store_name(n->x->text, {destination, false});
      else
        set_bound(*reg);
      return;
    }
    case NodeKind::kStarred:
      return fail("can't use starred expression here", n->place);
    default:
      return fail("invalid syntax", n->place);
  }
}

// ---- operators

void CodeGenerator::binary_op(Operator op, Operand left, Node* right, uint16_t destination,
                              bool inplace) {
  uint8_t x = inplace ? kInplace : 0;
  int64_t number;
  if ((op == Operator::kAdd || op == Operator::kSub) && small_int(right, number) &&
      number >= INT16_MIN && number <= INT16_MAX) {
    emit(op == Operator::kAdd ? Op::AddInt : Op::SubInt,
         static_cast<uint8_t>(x | release(left, kRelB)), destination, left.reg,
         static_cast<uint16_t>(static_cast<int16_t>(number)));
    return;
  }
  const Node* whole = node_;
  Operand second = operand(right);
  at(whole);
  emit(binary_opcode(op), static_cast<uint8_t>(x | release(left, kRelB) | release(second, kRelC)),
       destination, left.reg, second.reg);
}

void CodeGenerator::binary(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  // A left-leaning chain a + b + c is walked without recursion.
  std::vector<Node*> chain;
  for (Node* node = n; node->kind == NodeKind::kBinOp; node = node->x) chain.push_back(node);
  Node* deepest = chain.back();
  Operand left = stable_operand(deepest->x, {deepest->y});
  while (!chain.empty()) {
    Node* node = chain.back();
    chain.pop_back();
    at(node);
    if (chain.empty()) {
      binary_op(node->op, left, node->y, destination, false);
    } else {
      uint16_t result = left.temporary ? left.reg : temp();
      binary_op(node->op, left, node->y, result, false);
      free_to(result + 1u);
      left = {result, true};
    }
  }
  free_to(mark);
}

void CodeGenerator::unary(Node* n, uint16_t destination) {
  Literal literal;
  if (n->op == Operator::kMinus && literal_of(n, literal)) {
    emit_wide(Op::LoadConst, 0, destination, constant(std::move(literal)));
    return;
  }
  uint32_t mark = next_temp_;
  Operand x = operand(n->x);
  Op op = n->op == Operator::kNot      ? Op::Not
          : n->op == Operator::kInvert ? Op::Invert
          : n->op == Operator::kPlus   ? Op::Pos
                                       : Op::Neg;
  at(n);
  emit(op, release(x, kRelB), destination, x.reg, 0);
  free_to(mark);
}

// ---- attributes, items

void CodeGenerator::attribute(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  Operand object = operand(n->x);
  at(n);
  emit(Op::LoadAttr, release(object, kRelB), destination, object.reg, name(mangled(n->text)));
  free_to(mark);
}

void CodeGenerator::subscript(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  Operand object = stable_operand(n->x, {n->y});
  Operand key = operand(n->y);
  at(n);
  emit(Op::GetItem, static_cast<uint8_t>(release(object, kRelB) | release(key, kRelC)), destination,
       object.reg, key.reg);
  free_to(mark);
}

void CodeGenerator::slice(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  uint16_t window = static_cast<uint16_t>(next_temp_);
  for (Node* part : {n->x, n->y, n->z}) {
    uint16_t reg = temp();
    if (part)
      into(part, reg);
    else
      emit_wide(Op::LoadConst, 0, reg, constant({}));
  }
  at(n);
  emit(Op::BuildSlice, 0, destination, window, 0);
  free_to(mark);
}

// ---- displays

void CodeGenerator::display(Node* n, Op build, Op append, Op extend, uint16_t destination) {
  uint32_t mark = next_temp_;
  bool starred = false;
  for (Node* item : n->list) starred = starred || item->kind == NodeKind::kStarred;
  if (!starred && n->list.size() <= 256) {
    auto window = static_cast<uint16_t>(next_temp_);
    for (Node* item : n->list) value(item);
    at(n);
    emit(build, 0, destination, window, static_cast<uint32_t>(n->list.size()));
    free_to(mark);
    return;
  }
  uint16_t result = temp();
  emit(build, 0, result, result, 0);
  for (Node* item : n->list) {
    bool star = item->kind == NodeKind::kStarred;
    uint32_t inner = next_temp_;
    uint16_t reg = value(star ? item->x : item);
    at(n);
    emit(star ? extend : append, kRelB, result, reg, 0);
    free_to(inner);
  }
  emit(Op::Move, kRelB, destination, result, 0);
  free_to(mark);
}

void CodeGenerator::tuple(Node* n, uint16_t destination) {
  Literal literal;
  if (literal_of(n, literal)) {
    emit_wide(Op::LoadConst, 0, destination, constant(std::move(literal)));
    return;
  }
  bool starred = n->list.size() > 256;
  for (Node* item : n->list) starred = starred || item->kind == NodeKind::kStarred;
  if (!starred) return display(n, Op::BuildTuple, Op::Nop, Op::Nop, destination);
  uint32_t mark = next_temp_;
  uint16_t list = temp();
  display(n, Op::BuildList, Op::ListAppend, Op::ListExtend, list);
  emit(Op::ListToTuple, kRelB, destination, list, 0);
  free_to(mark);
}

void CodeGenerator::dict(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  bool plain = n->list.size() <= 128;
  for (Node* key : n->list) plain = plain && key;
  if (plain) {
    auto window = static_cast<uint16_t>(next_temp_);
    for (size_t k = 0; k < n->list.size(); ++k) {
      value(n->list[k]);
      value(n->list2[k]);
    }
    at(n);
    emit(Op::BuildMap, 0, destination, window, static_cast<uint32_t>(n->list.size()));
    free_to(mark);
    return;
  }
  uint16_t result = temp();
  emit(Op::BuildMap, 0, result, result, 0);
  for (size_t k = 0; k < n->list.size(); ++k) {
    uint32_t inner = next_temp_;
    if (n->list[k]) {
      uint16_t key = value(n->list[k]);
      uint16_t item = value(n->list2[k]);
      at(n);
      emit(Op::MapAdd, kRelB | kRelC, result, key, item);
    } else {
      uint16_t other = value(n->list2[k]);
      at(n);
      emit(Op::MapUpdate, kRelB, result, other, 0);
    }
    free_to(inner);
  }
  emit(Op::Move, kRelB, destination, result, 0);
  free_to(mark);
}

void CodeGenerator::formatted_value(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  uint16_t reg = value(n->x);
  uint32_t flags = n->number == 's' ? 1 : n->number == 'r' ? 2 : n->number == 'a' ? 3 : 0;
  if (n->y) {
    uint16_t spec = temp();
    joined_string(n->y, spec);
    flags |= 4;
  }
  at(joined_ ? joined_ : n);  // as CPython, which knows no place inside the string
  emit(Op::FormatValue, kRelB, destination, reg, flags);
  free_to(mark);
}

void CodeGenerator::joined_string(Node* n, uint16_t destination) {
  if (n->list.empty()) {
    emit_wide(Op::LoadConst, 0, destination, constant({Literal::Kind::Str, 0, 0, "", {}, nullptr}));
    return;
  }
  const Node* outer = joined_;
  if (!joined_) joined_ = n;
  if (n->list.size() == 1) {
    into(n->list[0], destination);
    joined_ = outer;
    return;
  }
  uint32_t mark = next_temp_;
  auto window = static_cast<uint16_t>(next_temp_);
  for (Node* part : n->list) value(part);
  joined_ = outer;
  at(n);
  emit(Op::BuildString, 0, destination, window, static_cast<uint32_t>(n->list.size()));
  free_to(mark);
}

// ---- calls

bool CodeGenerator::has_spread(const Node* n) const {
  for (const Node* argument : n->list) {
    if (argument->kind == NodeKind::kStarred) return true;
  }
  for (const Node* keyword : n->list2) {
    if (keyword->text.empty()) return true;
  }
  return n->list.size() + n->list2.size() > 250;
}

int64_t CodeGenerator::keyword_names(const std::vector<Node*>& keywords) {
  Literal names;
  names.kind = Literal::Kind::Tuple;
  for (const Node* keyword : keywords)
    names.items.push_back({Literal::Kind::Str, 0, 0, keyword->text, {}, nullptr});
  int64_t index = constant(std::move(names));
  if (index > 65000) fail("too many constants in one function", {line_, 0, line_, 1});
  return index;
}

void CodeGenerator::spread_arguments(const std::vector<Node*>& list,
                                     const std::vector<Node*>& keywords, uint16_t window) {
  const Node* call = node_;
  uint16_t positional = temp();
  uint16_t named = temp();
  emit(Op::BuildList, 0, positional, positional, 0);
  for (Node* argument : list) {
    bool star = argument->kind == NodeKind::kStarred;
    uint32_t inner = next_temp_;
    uint16_t reg = value(star ? argument->x : argument);
    at(call);
    emit(star ? Op::ListExtend : Op::ListAppend, kRelB, positional, reg, 0);
    free_to(inner);
  }
  emit(Op::ListToTuple, kRelB, positional, positional, 0);
  if (keywords.empty()) {
    emit_wide(Op::LoadConst, 0, named, constant({}));
    return;
  }
  emit(Op::BuildMap, 0, named, named, 0);
  bool merged = false;
  for (Node* keyword : keywords) {
    uint32_t inner = next_temp_;
    if (keyword->text.empty()) {
      merged = true;
      uint16_t other = value(keyword->x);
      at(call);
      emit(Op::MapMerge, kRelB, named, other, window);
    } else {
      uint16_t key = temp();
      emit_wide(Op::LoadConst, 0, key,
                constant({Literal::Kind::Str, 0, 0, keyword->text, {}, nullptr}));
      uint16_t item = value(keyword->x);
      if (!merged) {
        emit(Op::MapAdd, kRelB | kRelC, named, key, item);
      } else {  // a mapping before it may have had the same key
        emit(Op::BuildMap, 0, key, key, 1);
        emit(Op::MapMerge, kRelB, named, key, window);
      }
    }
    free_to(inner);
  }
}

void CodeGenerator::call_spread(Node* n, uint16_t window) {
  into(n->x, window);
  at(n);
  spread_arguments(n->list, n->list2, window);
  at(n);
  emit(Op::CallEx, 0, window, 0, 0);
}

void CodeGenerator::call_at(Node* n, uint16_t window) {
  bool method = n->x->kind == NodeKind::kAttribute;
  if (method) {
    temp();  // self
    uint32_t inner = next_temp_;
    Operand object = operand(n->x->x);
    at(n->x);
    emit(Op::LoadMethod, release(object, kRelB), window, object.reg, name(mangled(n->x->text)));
    free_to(inner);
  } else {
    into(n->x, window);
  }
  for (Node* argument : n->list) value(argument);
  for (Node* keyword : n->list2) value(keyword->x);
  auto count = static_cast<uint32_t>(n->list.size() + n->list2.size());
  at(n);
  if (n->list2.empty())
    emit(method ? Op::CallMethod : Op::Call, 0, window, count, 0);
  else
    emit(method ? Op::CallMethodKw : Op::CallKw, 0, window, count,
         static_cast<uint32_t>(keyword_names(n->list2)));
}

void CodeGenerator::call(Node* n, uint16_t destination) {
  uint32_t mark = next_temp_;
  // A destination that is the newest temporary is the window itself.
  bool in_place = destination + 1u == next_temp_ && destination >= code_->local_count;
  uint16_t window = in_place ? destination : temp();
  if (has_spread(n))
    call_spread(n, window);
  else
    call_at(n, window);
  if (!in_place) emit(Op::Move, kRelB, destination, window, 0);
  free_to(mark);
}

// ---- functions inside expressions

void CodeGenerator::lambda(Node* n, uint16_t destination) {
  make_function(compilation_.scopes.of(n), "<lambda>", n->parameters, nullptr, destination);
}

void CodeGenerator::comprehension_expression(Node* n, uint16_t destination) {
  static constexpr const char* kNames[] = {"<listcomp>", "<setcomp>", "<genexpr>", "<dictcomp>"};
  int index = n->kind == NodeKind::kListComp       ? 0
              : n->kind == NodeKind::kSetComp      ? 1
              : n->kind == NodeKind::kGeneratorExp ? 2
                                                   : 3;
  Scope* scope = compilation_.scopes.of(n);
  if (scope->inlined) return inlined_comprehension(n, kNames[index], destination);
  uint32_t mark = next_temp_;
  uint16_t window = temp();
  make_function(scope, kNames[index], nullptr, nullptr, window);
  uint16_t iterator = temp();
  uint32_t inner = next_temp_;
  Operand iterable = operand(n->list[0]->y);
  at(n);
  emit(Op::GetIter, release(iterable, kRelB), iterator, iterable.reg, 0);
  free_to(inner);
  at(n);
  emit(Op::Call, 0, window, 1, 0);
  emit(Op::Move, kRelB, destination, window, 0);
  free_to(mark);
}

void CodeGenerator::yield(Node* n, std::optional<uint16_t> wanted) {
  uint32_t mark = next_temp_;
  uint16_t destination = wanted.value_or(0);
  if (n->kind == NodeKind::kYieldFrom) {
    uint16_t iterator = temp();
    Operand source = operand(n->x);
    at(n);
    emit(Op::GetYieldFrom, release(source, kRelB), iterator, source.reg, 0);
    free_to(iterator + 1u);
    // The destination of YieldFrom holds what is sent while it waits, so it must be a register of
    // its own.
    uint16_t result = temp();
    emit(Op::YieldFrom, 0, result, iterator, 0);
    emit(Op::Clear, 0, iterator, 0, 0);
    emit(Op::Move, kRelB, destination, result, 0);
  } else {
    Operand yielded{};
    if (n->x) {
      yielded = operand(n->x);
    } else {
      yielded = {temp(), true};
      emit_wide(Op::LoadConst, 0, yielded.reg, constant({}));
    }
    at(n);
    if (wanted)
      emit(Op::Yield, release(yielded, kRelB), destination, yielded.reg, 0);
    else
      emit(Op::Yield, static_cast<uint8_t>(release(yielded, kRelB) | kNegate), yielded.reg,
           yielded.reg, 0);
  }
  free_to(mark);
}

}  // namespace gilsim
