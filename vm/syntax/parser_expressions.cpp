// What: the parser's expressions.
#include "vm/syntax/literals.h"
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Node* Parser::fail(const std::string& message, const Place& place, SyntaxProblem::Kind kind) {
  if (!problem_) problem_ = SyntaxProblem{kind, message, place};
  failed_ = true;
  return tree_.node(NodeKind::kPass, place);
}

bool Parser::expect(std::string_view text, const char* message) {
  if (accept(text)) return true;
  fail_here(message ? message : "invalid syntax");
  return false;
}

bool Parser::starts_expression() const {
  const Token& t = peek();
  if (t.kind == TokenKind::kNumber || t.kind == TokenKind::kString) return true;
  if (t.kind == TokenKind::kName) {
    return !is_keyword(t.text) || t.text == "None" || t.text == "True" || t.text == "False" ||
           t.text == "not" || t.text == "lambda" || t.text == "await" || t.text == "yield";
  }
  return t.kind == TokenKind::kOperator &&
         (t.text == "(" || t.text == "[" || t.text == "{" || t.text == "-" || t.text == "+" ||
          t.text == "~" || t.text == "..." || t.text == "*");
}

Node* Parser::star_expressions() {
  Node* first = star_expression();
  if (!is(",")) return first;
  Node* tuple = node_at(NodeKind::kTuple, first);
  tuple->list.push_back(first);
  while (!failed() && accept(",")) {
    if (!starts_expression()) break;
    tuple->list.push_back(star_expression());
  }
  return end(tuple);
}

Node* Parser::star_expression() {
  if (!is("*")) return named_expression();
  Node* n = node(NodeKind::kStarred);
  take();
  n->x = binary(0);
  return end(n);
}

Node* Parser::named_expression() {
  Node* n = expression();
  if (!is(":=")) return n;
  if (n->kind != NodeKind::kName || n->parenthesized)
    return fail("cannot use assignment expressions with " +
                    std::string(n->kind == NodeKind::kAttribute   ? "attribute"
                                : n->kind == NodeKind::kSubscript ? "subscript"
                                                                  : "expression"),
                n->place);
  take();
  Node* named = node_at(NodeKind::kNamedExpr, n);
  named->x = n;
  named->y = expression();
  return end(named);
}

Node* Parser::expression() {
  Depth depth(*this);
  if (failed()) return node(NodeKind::kPass);
  if (is("lambda")) return lambda();
  Node* n = disjunction();
  if (!is("if")) return n;
  Node* conditional = node_at(NodeKind::kIfExp, n);
  take();
  conditional->y = n;
  conditional->x = disjunction();
  if (!is("else"))
    return fail("expected 'else' after 'if' expression",
                {n->place.line, n->place.column, peek().place.line, peek().place.column});
  take();
  conditional->z = expression();
  return end(conditional);
}

Node* Parser::lambda() {
  Node* n = node(NodeKind::kLambda);
  take();
  n->parameters = parameters(":", false);
  expect(":");
  n->x = expression();
  return end(n);
}

Node* Parser::disjunction() {
  Node* n = conjunction();
  if (!is("or")) return n;
  Node* any = node_at(NodeKind::kBoolOp, n);
  any->op = Operator::kOr;
  any->list.push_back(n);
  while (accept("or")) any->list.push_back(conjunction());
  return end(any);
}

Node* Parser::conjunction() {
  Node* n = inversion();
  if (!is("and")) return n;
  Node* all = node_at(NodeKind::kBoolOp, n);
  all->op = Operator::kAnd;
  all->list.push_back(n);
  while (accept("and")) all->list.push_back(inversion());
  return end(all);
}

Node* Parser::inversion() {
  if (!is("not")) return comparison();
  Depth depth(*this);
  Node* n = node(NodeKind::kUnaryOp);
  take();
  n->op = Operator::kNot;
  n->x = inversion();
  return end(n);
}

namespace {

struct ComparisonWord {
  std::string_view text;
  Operator op;
};
constexpr ComparisonWord kComparisons[] = {
    {"<", Operator::kLt}, {"<=", Operator::kLe}, {"==", Operator::kEq}, {"!=", Operator::kNe},
    {">", Operator::kGt}, {">=", Operator::kGe}, {"in", Operator::kIn}, {"is", Operator::kIs}};

struct BinaryWord {
  std::string_view text;
  Operator op;
  int level;
};
constexpr BinaryWord kBinaries[] = {
    {"|", Operator::kBitOr, 0},     {"^", Operator::kBitXor, 1},  {"&", Operator::kBitAnd, 2},
    {"<<", Operator::kLShift, 3},   {">>", Operator::kRShift, 3}, {"+", Operator::kAdd, 4},
    {"-", Operator::kSub, 4},       {"*", Operator::kMul, 5},     {"/", Operator::kDiv, 5},
    {"//", Operator::kFloorDiv, 5}, {"%", Operator::kMod, 5},     {"@", Operator::kMatMul, 5}};
constexpr int kBinaryLevels = 6;

}  // namespace

Node* Parser::comparison() {
  Node* left = binary(0);
  Node* n = nullptr;
  while (!failed()) {
    Operator op = Operator::kAdd;
    bool found = false;
    for (const ComparisonWord& word : kComparisons) {
      if (!is(word.text)) continue;
      op = word.op;
      found = true;
    }
    if (is("not") && is("in", 1)) {
      take();
      op = Operator::kNotIn;
      found = true;
    }
    if (!found) break;
    take();
    if (op == Operator::kIs && accept("not")) op = Operator::kIsNot;
    if (!n) {
      n = node_at(NodeKind::kCompare, left);
      n->x = left;
    }
    n->ops.push_back(op);
    n->list.push_back(binary(0));
  }
  return n ? end(n) : left;
}

Node* Parser::binary(int level) {
  if (level == kBinaryLevels) return factor();
  Node* left = binary(level + 1);
  while (!failed()) {
    const BinaryWord* found = nullptr;
    if (peek().kind == TokenKind::kOperator) {
      for (const BinaryWord& word : kBinaries) {
        if (word.level == level && peek().text == word.text) found = &word;
      }
    }
    if (!found) break;
    take();
    Node* n = node_at(NodeKind::kBinOp, left);
    n->op = found->op;
    n->x = left;
    n->y = binary(level + 1);
    left = end(n);
  }
  return left;
}

Node* Parser::factor() {
  if (!is("-") && !is("+") && !is("~")) return power();
  Depth depth(*this);
  Node* n = node(NodeKind::kUnaryOp);
  std::string_view sign = take().text;
  n->op = sign == "-" ? Operator::kMinus : sign == "+" ? Operator::kPlus : Operator::kInvert;
  n->x = factor();
  return end(n);
}

Node* Parser::power() {
  Node* base = primary();
  if (!is("**")) return base;
  take();
  Node* n = node_at(NodeKind::kBinOp, base);
  n->op = Operator::kPow;
  n->x = base;
  n->y = factor();
  return end(n);
}

Node* Parser::primary() {
  if (is("await")) return unsupported("await");
  Node* n = atom();
  while (!failed()) {
    if (is(".")) {
      take();
      if (!is_identifier()) return fail_here();
      Node* attribute = node_at(NodeKind::kAttribute, n);
      attribute->x = n;
      attribute->text = std::string(take().text);
      n = end(attribute);
    } else if (is("(")) {
      n = call(n);
    } else if (is("[")) {
      n = subscript(n);
    } else {
      break;
    }
  }
  return n;
}

Node* Parser::atom() {
  const Token& t = peek();
  switch (t.kind) {
    case TokenKind::kNumber:
      return number();
    case TokenKind::kString:
      return strings();
    case TokenKind::kName: {
      NodeKind kind = t.text == "None"    ? NodeKind::kNone
                      : t.text == "True"  ? NodeKind::kTrue
                      : t.text == "False" ? NodeKind::kFalse
                                          : NodeKind::kName;
      if (kind == NodeKind::kName && is_keyword(t.text)) return fail_here();
      Node* n = node(kind);
      n->text = std::string(take().text);
      return n;
    }
    case TokenKind::kOperator: {
      if (t.text == "(") return group_or_tuple();
      if (t.text == "[") return list_display();
      if (t.text == "{") return brace_display();
      if (t.text == "...") {
        Node* n = node(NodeKind::kEllipsis);
        take();
        return n;
      }
      return fail_here();
    }
    case TokenKind::kIndent:
      return fail("unexpected indent", t.place, SyntaxProblem::Kind::kIndentationError);
    default:
      return fail_here();
  }
}

Node* Parser::number() {
  Node* n = node(NodeKind::kInt);
  decode_number(take().text, n);
  return n;
}

Node* Parser::yield_expression() {
  Node* n = node(NodeKind::kYield);
  take();
  if (accept("from")) {
    n->kind = NodeKind::kYieldFrom;
    n->x = expression();
  } else if (starts_expression()) {
    n->x = star_expressions();
  }
  return end(n);
}

// "a b" inside brackets: a comma was probably forgotten.
Node* Parser::missing_comma_hint(Node* n, const Place& begin) {
  if (!failed() && starts_expression() && !is("*") && !is("not") && !is("-") && !is("+") &&
      !is("(") && !is("[") && !is("lambda")) {
    Place place = begin;
    place.end_line = peek().place.end_line;
    place.end_column = peek().place.end_column;
    return fail("invalid syntax. Perhaps you forgot a comma?", place);
  }
  return n;
}

Node* Parser::group_or_tuple() {
  Depth depth(*this);
  Node* begin = node(NodeKind::kTuple);
  Place open = peek().place;
  take();
  if (accept(")")) return end(begin);
  Node* first = is("yield") ? yield_expression() : star_expression();
  if (is("for") || is("async")) {
    Node* n = comprehension(NodeKind::kGeneratorExp, first, nullptr, open);
    expect(")");
    return end(n);
  }
  missing_comma_hint(first, first->place);
  if (!is(",")) {
    expect(")");
    if (first->kind == NodeKind::kStarred)
      return fail("cannot use starred expression here", first->place);
    first->parenthesized = true;
    return first;
  }
  begin->list.push_back(first);
  while (!failed() && accept(",")) {
    if (is(")")) break;
    Node* item = star_expression();
    missing_comma_hint(item, item->place);
    begin->list.push_back(item);
  }
  expect(")");
  begin->parenthesized = true;
  return end(begin);
}

Node* Parser::list_display() {
  Depth depth(*this);
  Node* n = node(NodeKind::kList);
  Place open = peek().place;
  take();
  if (accept("]")) return end(n);
  Node* first = star_expression();
  if (is("for") || is("async")) {
    Node* c = comprehension(NodeKind::kListComp, first, nullptr, open);
    expect("]");
    return end(c);
  }
  missing_comma_hint(first, first->place);
  n->list.push_back(first);
  while (!failed() && accept(",")) {
    if (is("]")) break;
    Node* item = star_expression();
    missing_comma_hint(item, item->place);
    n->list.push_back(item);
  }
  expect("]");
  return end(n);
}

Node* Parser::brace_display() {
  Depth depth(*this);
  Node* n = node(NodeKind::kDict);
  Place open = peek().place;
  take();
  if (accept("}")) return end(n);
  if (is("**")) return dict_display(n, nullptr);
  Node* first = star_expression();
  if (is(":")) {
    if (first->kind == NodeKind::kStarred) return fail_here();
    return dict_display(n, first);
  }
  if (is("for") || is("async")) {
    Node* c = comprehension(NodeKind::kSetComp, first, nullptr, open);
    expect("}");
    return end(c);
  }
  n->kind = NodeKind::kSet;
  missing_comma_hint(first, first->place);
  n->list.push_back(first);
  while (!failed() && accept(",")) {
    if (is("}")) break;
    n->list.push_back(star_expression());
  }
  expect("}");
  return end(n);
}

Node* Parser::dict_display(Node* n, Node* key) {
  for (;;) {
    if (!key && accept("**")) {
      n->list.push_back(nullptr);
      n->list2.push_back(binary(0));
    } else {
      if (!key) key = expression();
      if (!expect(":", "':' expected after dictionary key")) return n;
      if (is("}") || is(","))
        return fail("expression expected after dictionary key and ':'", peek().place);
      Node* value = expression();
      if (n->list.empty() && (is("for") || is("async"))) {
        Node* c = comprehension(NodeKind::kDictComp, key, value, n->place);
        expect("}");
        return end(c);
      }
      missing_comma_hint(value, value->place);
      n->list.push_back(key);
      n->list2.push_back(value);
    }
    key = nullptr;
    if (failed() || !accept(",") || is("}")) break;
  }
  expect("}");
  return end(n);
}

Node* Parser::comprehension(NodeKind kind, Node* element, Node* value, const Place& begin) {
  Node* n = tree_.node(kind, begin);
  if (element->kind == NodeKind::kStarred)
    return fail("iterable unpacking cannot be used in comprehension", element->place);
  n->x = element;
  n->y = value;
  comprehension_clauses(n);
  return n;
}

void Parser::comprehension_clauses(Node* n) {
  while (!failed() && (is("for") || is("async"))) {
    if (is("async")) {
      unsupported("an asynchronous comprehension");
      return;
    }
    Node* clause = node(NodeKind::kComprehension);
    take();
    clause->x = target_list();
    check_target(clause->x, "assign to");
    if (!expect("in")) return;
    clause->y = disjunction();
    while (accept("if")) {
      Node* condition = disjunction();
      if (is(":=") && condition->kind == NodeKind::kName) {
        take();
        Node* named = node_at(NodeKind::kNamedExpr, condition);
        named->x = condition;
        named->y = disjunction();
        condition = named;
      }
      clause->list.push_back(condition);
    }
    n->list.push_back(clause);
  }
}

Node* Parser::target_item() {
  if (is("*")) {
    Node* n = node(NodeKind::kStarred);
    take();
    n->x = binary(0);
    return end(n);
  }
  return binary(0);
}

Node* Parser::target_list() {
  Node* first = target_item();
  if (!is(",")) return first;
  Node* tuple = node_at(NodeKind::kTuple, first);
  tuple->list.push_back(first);
  while (!failed() && accept(",")) {
    if (!starts_expression()) break;
    tuple->list.push_back(target_item());
  }
  return end(tuple);
}

bool Parser::argument(Node* n) {
  if (is("*")) {
    Node* starred = node(NodeKind::kStarred);
    take();
    starred->x = expression();
    n->list.push_back(end(starred));
    return !failed();
  }
  if (is("**")) {
    Node* keyword = node(NodeKind::kKeyword);
    take();
    keyword->x = expression();
    n->list2.push_back(end(keyword));
    return !failed();
  }
  if (peek().kind == TokenKind::kName && is("=", 1)) {
    Node* keyword = node(NodeKind::kKeyword);
    Token name = take();
    if (is_keyword(name.text)) {
      bool constant = name.text == "True" || name.text == "False" || name.text == "None";
      fail(constant ? "cannot assign to " + std::string(name.text) : "invalid syntax", name.place);
      return false;
    }
    keyword->text = std::string(name.text);
    take();
    if (is(",") || is(")")) {
      fail("expected argument value expression", name.place);
      return false;
    }
    keyword->x = expression();
    for (Node* other : n->list2) {
      if (other->text == keyword->text) {
        fail("keyword argument repeated: " + keyword->text, keyword->place);
        return false;
      }
    }
    n->list2.push_back(end(keyword));
    return !failed();
  }
  Place begin = peek().place;
  Node* value = named_expression();
  if (is("=")) {
    fail("expression cannot contain assignment, perhaps you meant \"==\"?", value->place);
    return false;
  }
  if (is("for") || is("async")) {
    bool alone = n->list.empty() && n->list2.empty();
    value = end(comprehension(NodeKind::kGeneratorExp, value, nullptr, begin));
    if (!failed() && (!alone || (is(",") && !is(")", 1)))) {
      fail("Generator expression must be parenthesized", value->place);
      return false;
    }
  }
  missing_comma_hint(value, value->place);
  for (Node* keyword : n->list2) {
    if (failed()) return false;
    bool unpacking = keyword->text.empty();
    fail(unpacking ? "positional argument follows keyword argument unpacking"
                   : "positional argument follows keyword argument",
         value->place);
    return false;
  }
  n->list.push_back(value);
  return !failed();
}

Node* Parser::call(Node* function) {
  Depth depth(*this);
  Node* n = node_at(NodeKind::kCall, function);
  n->x = function;
  take();
  while (!failed() && !is(")")) {
    if (!argument(n)) return n;
    if (!accept(",")) break;
  }
  if (!failed() && !is(")")) return fail_here();
  take();
  return end(n);
}

Node* Parser::slice() {
  if (is("*")) return star_expression();
  Node* first = is(":") ? nullptr : named_expression();
  if (!is(":")) return first;
  Node* n = node_at(NodeKind::kSlice, first);
  n->x = first;
  take();
  if (!is(":") && !is(",") && !is("]")) n->y = expression();
  if (accept(":") && !is(",") && !is("]")) n->z = expression();
  return end(n);
}

Node* Parser::subscript(Node* object) {
  Depth depth(*this);
  Node* n = node_at(NodeKind::kSubscript, object);
  n->x = object;
  take();
  if (is("]")) return fail_here();
  Node* first = slice();
  if (is(",") || first->kind == NodeKind::kStarred) {
    Node* tuple = node_at(NodeKind::kTuple, first);
    tuple->list.push_back(first);
    while (!failed() && accept(",")) {
      if (is("]")) break;
      tuple->list.push_back(slice());
    }
    first = end(tuple);
  } else {
    missing_comma_hint(first, first->place);
  }
  n->y = first;
  expect("]");
  return end(n);
}

}  // namespace gilsim
