// What: the parser's statements.
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Node* Parser::module() {
  Node* n = node(NodeKind::kModule);
  while (!failed() && !is_kind(TokenKind::kEnd)) statement(n->list);
  return n;
}

// Without star: what eval takes.
Node* Parser::single_expression() {
  size_t begin = at_;
  Node* n = expression();
  if (!failed() && is(",")) {
    Node* tuple = node_at(NodeKind::kTuple, begin);
    tuple->list.push_back(n);
    while (!failed() && accept(",") && starts_expression()) tuple->list.push_back(expression());
    n = end(tuple);
  }
  while (is_kind(TokenKind::kNewline)) take();
  if (!failed() && !is_kind(TokenKind::kEnd)) fail_here();
  return n;
}

bool Parser::at_compound() const {
  static constexpr std::string_view kWords[] = {"if",  "while", "for", "try",  "with",
                                                "def", "class", "@",   "async"};
  for (std::string_view word : kWords) {
    if (is(word)) return true;
  }
  return false;
}

void Parser::statement(std::vector<Node*>& out) {
  if (at_compound())
    out.push_back(compound_statement());
  else
    simple_statements(out);
}

void Parser::simple_statements(std::vector<Node*>& out) {
  for (;;) {
    out.push_back(simple_statement());
    if (failed()) return;
    if (!accept(";")) break;
    if (is_kind(TokenKind::kNewline)) break;
  }
  if (is_kind(TokenKind::kNewline))
    take();
  else
    fail_here();
}

// A match statement: its first line ends in a colon, and a case follows, indented.
bool Parser::at_match() const {
  for (size_t k = at_; k + 3 < tokens_.size(); ++k) {
    if (tokens_[k].kind != TokenKind::kNewline) continue;
    return tokens_[k - 1].text == ":" && tokens_[k + 1].kind == TokenKind::kIndent &&
           tokens_[k + 2].text == "case";
  }
  return false;
}

Node* Parser::simple_statement() {
  const Token& t = peek();
  if (t.kind == TokenKind::kName) {
    if (t.text == "pass" || t.text == "break" || t.text == "continue") {
      Node* n = node(t.text == "pass"    ? NodeKind::kPass
                     : t.text == "break" ? NodeKind::kBreak
                                         : NodeKind::kContinue);
      take();
      return n;
    }
    if (t.text == "return") {
      Node* n = node(NodeKind::kReturn);
      take();
      if (starts_expression()) n->x = star_expressions();
      return end(n);
    }
    if (t.text == "raise") return raise_statement();
    if (t.text == "global") return names_statement(NodeKind::kGlobal);
    if (t.text == "nonlocal") return names_statement(NodeKind::kNonlocal);
    if (t.text == "del") return delete_statement();
    if (t.text == "assert") return assert_statement();
    if (t.text == "import") return import_statement();
    if (t.text == "from") return from_statement();
    if (t.text == "type" && is_identifier(1) && (is("=", 2) || is("[", 2)))
      return unsupported("the type statement");
    if (t.text == "match" && at_match()) return unsupported("the match statement");
  }
  return expression_statement();
}

Node* Parser::expression_statement() {
  size_t begin = at_;
  bool yields = is("yield");
  Node* first = yields ? yield_expression() : star_expressions();
  if (failed()) return first;
  if (is("=")) return assignment(first, begin);
  if (is(":") && !yields) return annotated(first, begin);
  if (is(":=") && !yields) {
    if (first->kind == NodeKind::kName && !first->parenthesized) return fail_here();
    at_ = begin;
    star_named_expression();
    return failed() ? first : fail_here();
  }
  static constexpr std::string_view kAugmented[] = {
      "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};
  for (size_t k = 0; k < std::size(kAugmented); ++k) {
    if (is(kAugmented[k])) return augmented(first, begin, static_cast<Operator>(k));
  }
  Node* n = node_at(NodeKind::kExpr, begin);
  n->x = first;
  return end(n);
}

Node* Parser::right_side() { return is("yield") ? yield_expression() : star_expressions(); }

Node* Parser::augmented(Node* first, size_t begin, Operator op) {
  bool single = first->kind == NodeKind::kName || first->kind == NodeKind::kAttribute ||
                first->kind == NodeKind::kSubscript;
  if (first->kind == NodeKind::kYield || first->kind == NodeKind::kYieldFrom)
    single = !first->parenthesized;
  Node* n = node_at(NodeKind::kAugAssign, begin);
  size_t sign = at_;
  take();
  n->op = op;
  n->x = first;
  Mark before = mark();
  n->y = right_side();
  if (single) {
    if (!failed() && first->kind >= NodeKind::kYield && first->kind <= NodeKind::kYieldFrom) {
      at_ = sign;
      return fail_here();
    }
    return end(n);
  }
  if (failed()) {
    back(before);
    at_ = sign;
    return fail_here();
  }
  return fail(
      std::string("'") + name_of(first) + "' is an illegal expression for augmented assignment",
      first->place);
}

Node* Parser::assignment(Node* first, size_t begin) {
  Node* n = node_at(NodeKind::kAssign, begin);
  Node* value = first;
  while (is("=")) {
    if (const Node* wrong = invalid_target(value, Targets::kAssigned))
      return refuse_target(value, wrong, begin);
    take();
    n->list.push_back(value);
    value = right_side();
    if (failed()) return n;
  }
  n->x = value;
  return end(n);
}

// value, some target of an assignment that begins at `begin`, holds something that is none.
Node* Parser::refuse_target(Node* value, const Node* wrong, size_t begin) {
  bool yields = (value->kind == NodeKind::kYield || value->kind == NodeKind::kYieldFrom) &&
                !value->parenthesized;
  if (yields) return fail("assignment to yield expression not possible", value->place);
  size_t sign = at_;  // is it a comparison that lacks an equals sign?
  Mark before = mark();
  at_ = begin;
  do star_named_expression();
  while (!failed() && at_ < sign && accept(","));
  if (failed() && problem_->message != "invalid syntax") return value;
  back(before);
  return fail(std::string("cannot assign to ") + name_of(wrong), wrong->place);
}

Node* Parser::annotated(Node* target, size_t begin) {
  bool single = target->kind == NodeKind::kName || target->kind == NodeKind::kAttribute ||
                target->kind == NodeKind::kSubscript;
  Node* n = node_at(NodeKind::kAnnAssign, begin);
  size_t colon = at_;
  take();
  n->x = target;
  n->number = target->kind == NodeKind::kName && !target->parenthesized;
  n->y = expression();
  if (single) {
    if (!failed() && accept("=")) n->z = right_side();
    return end(n);
  }
  if (failed()) {
    if (problem_->message != "invalid syntax" || failed_at_ + 1 >= tokens_.size()) return n;
    failed_ = false;
    problem_.reset();
    at_ = colon;
    return fail_here();
  }
  bool bare = target->kind == NodeKind::kTuple && !target->parenthesized;
  if (bare) return fail("only single target (not tuple) can be annotated", target->list[0]->place);
  if (target->kind == NodeKind::kTuple || target->kind == NodeKind::kList) {
    return fail(std::string("only single target (not ") + name_of(target) + ") can be annotated",
                target->place);
  }
  return fail("illegal target for annotation", target->place);
}

Node* Parser::raise_statement() {
  Node* n = node(NodeKind::kRaise);
  take();
  if (starts_expression()) {
    n->x = expression();
    if (accept("from")) n->y = expression();
  }
  return end(n);
}

Node* Parser::assert_statement() {
  Node* n = node(NodeKind::kAssert);
  take();
  n->x = expression();
  if (accept(",")) n->y = expression();
  return end(n);
}

Node* Parser::delete_statement() {
  Node* n = node(NodeKind::kDelete);
  take();
  Mark before = mark();
  Node* targets = target_list();
  bool ends = is_kind(TokenKind::kNewline) || is(";");
  if (failed() || !ends || invalid_target(targets, Targets::kDeleted)) {
    Mark reached = mark();
    back(before);
    Node* whole = star_expressions();
    if (failed()) return n;
    const Node* wrong = invalid_target(whole, Targets::kDeleted);
    if (wrong) return fail(std::string("cannot delete ") + name_of(wrong), wrong->place);
    back(reached);
    return failed() ? n : fail_here();
  }
  if (targets->kind == NodeKind::kTuple && !targets->parenthesized)
    n->list = targets->list;
  else
    n->list.push_back(targets);
  return end(n);
}

Node* Parser::names_statement(NodeKind kind) {
  Node* n = node(kind);
  take();
  do {
    if (!is_identifier()) return fail_here();
    n->names.emplace_back(take().text);
  } while (accept(","));
  return end(n);
}

std::string Parser::dotted_name() {
  std::string name;
  for (;;) {
    if (!is_identifier()) {
      fail_here();
      return name;
    }
    name += take().text;
    if (!is(".")) return name;
    take();
    name += ".";
  }
}

Node* Parser::alias(bool dotted) {
  Node* n = node(NodeKind::kAlias);
  if (dotted) {
    n->text = dotted_name();
  } else {
    if (!is_identifier()) return fail_here();
    n->text = std::string(take().text);
  }
  if (accept("as")) {
    if (!is_identifier()) return fail_here();
    n->text2 = std::string(take().text);
  }
  return end(n);
}

Node* Parser::import_statement() {
  Node* n = node(NodeKind::kImport);
  take();
  do n->list.push_back(alias(true));
  while (!failed() && accept(","));
  return end(n);
}

Node* Parser::from_statement() {
  Node* n = node(NodeKind::kImportFrom);
  take();
  while (is(".") || is("...")) n->number += static_cast<int64_t>(take().text.size());
  if (n->number == 0 || !is("import")) n->text = dotted_name();
  if (!expect("import")) return n;
  if (is("*")) {
    Node* all = node(NodeKind::kAlias);
    take();
    all->text.push_back('*');
    n->list.push_back(all);
    return end(n);
  }
  bool parenthesized = accept("(");
  do {
    if (parenthesized && is(")") && !n->list.empty()) break;
    if (!parenthesized && !n->list.empty() && is_kind(TokenKind::kNewline)) {
      return fail("trailing comma not allowed without surrounding parentheses", peek().place);
    }
    n->list.push_back(alias(false));
  } while (!failed() && accept(","));
  if (parenthesized) expect(")");
  return end(n);
}

}  // namespace gilsim
