// What: the parser's compound statements.
#include "vm/syntax/parser_impl.h"

namespace gilsim {

// The colon and what follows it. A colon that nothing else can replace is asked for by name;
// elsewhere only at the end of the line.
void Parser::block(std::vector<Node*>& body, const std::string& what, const Place& owner,
                   bool only_colon) {
  Depth depth(*this);
  if (failed()) return;
  if (!is(":")) {
    if (only_colon || is_kind(TokenKind::kNewline))
      fail_here("expected ':'");
    else
      fail_here();
    return;
  }
  take();
  if (!is_kind(TokenKind::kNewline)) {
    if (at_compound())
      fail_here();
    else
      simple_statements(body);
    return;
  }
  take();
  if (!is_kind(TokenKind::kIndent)) {
    if (at_ + 1 == tokens_.size()) failed_at_ = at_;
    fail("expected an indented block after " + what + " on line " + std::to_string(owner.line),
         peek().place, SyntaxProblem::Kind::kIndentationError);
    return;
  }
  take();
  while (!failed() && !is_kind(TokenKind::kDedent) && !is_kind(TokenKind::kEnd)) statement(body);
  if (is_kind(TokenKind::kDedent)) take();
}

void Parser::else_block(std::vector<Node*>& body) {
  if (!is("else")) return;
  Place place = peek().place;
  take();
  block(body, "'else' statement", place, true);
}

Node* Parser::compound_statement() {
  Depth depth(*this);
  if (failed()) return node(NodeKind::kPass);
  if (is("if")) return if_statement();
  if (is("while")) return while_statement();
  if (is("for")) return for_statement();
  if (is("try")) return try_statement();
  if (is("with")) return with_statement();
  if (is("def")) return function_definition();
  if (is("class")) return class_definition();
  if (is("@")) return decorated();
  if (is("def", 1)) return unsupported("async def");
  if (is("for", 1)) return unsupported("async for");
  if (is("with", 1)) return unsupported("async with");
  take();
  return fail_here();
}

// An elif is an if in the else part of the one before.
Node* Parser::if_statement() {
  std::vector<Node*> chain;
  do {
    Node* n = node(NodeKind::kIf);
    std::string word(take().text);
    if (!chain.empty()) chain.back()->list2.push_back(n);
    chain.push_back(n);
    n->x = named_expression();
    block(n->list, "'" + word + "' statement", n->place);
  } while (!failed() && is("elif") && !too_long(static_cast<int>(chain.size())));
  else_block(chain.back()->list2);
  for (Node* n : chain) end(n);
  return chain.front();
}

Node* Parser::while_statement() {
  Node* n = node(NodeKind::kWhile);
  take();
  n->x = named_expression();
  block(n->list, "'while' statement", n->place);
  else_block(n->list2);
  return end(n);
}

Node* Parser::for_statement() {
  Node* n = node(NodeKind::kFor);
  take();
  n->x = iteration_target();
  if (!expect("in")) return n;
  n->y = star_expressions();
  block(n->list, "'for' statement", n->place);
  else_block(n->list2);
  return end(n);
}

Node* Parser::handler() {
  Node* n = node(NodeKind::kHandler);
  take();
  if (is("*")) return unsupported("except*");
  if (!is(":") && !is_kind(TokenKind::kNewline)) {
    n->x = expression();
    if (failed()) return n;
    if (is(",")) return refuse_handler_list(n->x);
    if (accept("as")) {
      if (!is_identifier()) return fail_here();
      n->text = std::string(take().text);
    }
  }
  block(n->list, "'except' statement", n->place);
  return end(n);
}

// "except A, B:", as Python 2 has it for "except A as B:".
Node* Parser::refuse_handler_list(const Node* first) {
  Mark before = mark();
  take();
  while (!failed() && starts_expression()) {
    expression();
    if (!accept(",")) break;
  }
  if (!failed() && accept("as") && is_identifier()) take();
  Place place = range(first->place, peek().place);
  bool head = !failed() && is(":");
  if (failed() && problem_->message != "invalid syntax") return nullptr;
  back(before);
  return head ? fail("multiple exception types must be parenthesized", place) : fail_here();
}

Node* Parser::try_statement() {
  Node* n = node(NodeKind::kTry);
  take();
  block(n->list, "'try' statement", n->place, true);
  while (!failed() && is("except")) {
    if (!n->list2.empty() && !n->list2.back()->x)
      return fail("default 'except:' must be last", n->list2.back()->place);
    n->list2.push_back(handler());
  }
  if (!n->list2.empty()) else_block(n->list3);
  if (!failed() && is("finally")) {
    Place place = peek().place;
    take();
    block(n->list4, "'finally' statement", place, true);
  }
  if (!failed() && n->list2.empty() && n->list4.empty())
    return fail_here("expected 'except' or 'finally' block");
  return end(n);
}

Node* Parser::with_item() {
  Node* n = node(NodeKind::kWithItem);
  n->x = expression();
  if (failed() || !accept("as")) return end(n);
  Mark before = mark();
  n->y = target_item();
  bool ends = is(",") || is(")") || is(":");
  if (!failed() && ends && !invalid_target(n->y, Targets::kAssigned)) return end(n);
  if (!failed() && is_kind(TokenKind::kNewline)) return fail_here("expected ':'");
  Mark reached = mark();
  back(before);
  Node* whole = expression();
  ends = is(",") || is(")") || is(":");
  const Node* wrong = !failed() && ends ? invalid_target(whole, Targets::kAssigned) : nullptr;
  if (wrong) return fail(std::string("cannot assign to ") + name_of(wrong), wrong->place);
  if (failed() && problem_->message != "invalid syntax") return n;
  back(reached);
  return failed() ? n : fail_here();
}

// with (a as b, c as d): ... False, with the position restored: it is no parenthesised list of
// items.
bool Parser::parenthesized_with(Node* n) {
  take();
  do {
    if (is(")")) break;
    n->list3.push_back(with_item());
    if (failed()) return false;
  } while (accept(","));
  if (!accept(")")) {
    fail_here();
    return false;
  }
  if (is(":")) return true;
  fail_here(is_kind(TokenKind::kNewline) ? "expected ':'" : "invalid syntax");
  return false;
}

Node* Parser::with_statement() {
  Node* n = node(NodeKind::kWith);
  take();
  Mark before = mark();
  std::optional<SyntaxProblem> bracketed;
  size_t bracketed_at = 0;
  bool done = is("(") && parenthesized_with(n);
  if (!done) {
    if (failed() && failed_at_ + 1 >= tokens_.size()) return n;
    bracketed = problem_;
    bracketed_at = failed_at_;
    back(before);
    n->list3.clear();
    do n->list3.push_back(with_item());
    while (!failed() && accept(","));
    if (failed() && bracketed &&
        (bracketed->message != "invalid syntax" || bracketed_at > failed_at_)) {
      problem_ = bracketed;
      failed_at_ = bracketed_at;
    }
  }
  block(n->list, "'with' statement", n->place);
  return end(n);
}

}  // namespace gilsim
