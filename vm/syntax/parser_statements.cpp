// What: the parser's statements.
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Node* Parser::module() {
  Node* n = node(NodeKind::kModule);
  while (!failed() && !is_kind(TokenKind::kEnd)) statement(n->list);
  return n;
}

Node* Parser::single_expression() {
  Node* n = star_expressions();
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
  if (is_kind(TokenKind::kNewline)) {
    take();
    return;
  }
  if (is_kind(TokenKind::kIndent)) {
    fail("unexpected indent", peek().place, SyntaxProblem::Kind::kIndentationError);
    return;
  }
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
  else if (!is_kind(TokenKind::kEnd))
    refuse_by_name();
}

// What stands behind a complete statement: a hint where one is due.
void Parser::refuse_by_name() {
  Node* last = nullptr;
  (void)last;
  const Token& before = tokens_[at_ > 0 ? at_ - 1 : 0];
  if (before.kind == TokenKind::kName && (before.text == "print" || before.text == "exec") &&
      starts_expression()) {
    Place place = before.place;
    place.end_column = peek().place.end_column;
    fail("Missing parentheses in call to '" + std::string(before.text) + "'. Did you mean " +
             std::string(before.text) + "(...)?",
         place);
    return;
  }
  if (before.kind == TokenKind::kName && before.text == "match" && starts_expression()) {
    fail("the match statement is not supported by gilsim", before.place);
    return;
  }
  fail_here();
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
    if (t.text == "match" && peek(1).kind != TokenKind::kOperator &&
        peek(1).kind != TokenKind::kNewline && !is("in", 1) && !is("is", 1) && !is("and", 1) &&
        !is("or", 1) && !is("not", 1) && !is("if", 1)) {
      return unsupported("the match statement");
    }
    if (t.text == "except" || t.text == "finally" || t.text == "else" || t.text == "elif")
      return fail_here();
  }
  return expression_statement();
}

Node* Parser::expression_statement() {
  Node* first = is("yield") ? yield_expression() : star_expressions();
  if (failed()) return first;
  if (is("=")) {
    Node* n = node_at(NodeKind::kAssign, first);
    Node* value = first;
    while (!failed() && accept("=")) {
      check_target(value, "assign to");
      n->list.push_back(value);
      value = is("yield") ? yield_expression() : star_expressions();
    }
    n->x = value;
    return end(n);
  }
  if (is(":")) return annotated(first);
  static constexpr std::string_view kAugmented[] = {
      "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};
  for (size_t k = 0; k < std::size(kAugmented); ++k) {
    if (!is(kAugmented[k])) continue;
    if (first->kind != NodeKind::kName && first->kind != NodeKind::kAttribute &&
        first->kind != NodeKind::kSubscript) {
      static constexpr const char* kNames[] = {"tuple", "list"};
      std::string what = first->kind == NodeKind::kTuple  ? kNames[0]
                         : first->kind == NodeKind::kList ? kNames[1]
                         : first->kind == NodeKind::kCall ? "function call"
                         : first->kind == NodeKind::kInt || first->kind == NodeKind::kStr ||
                                 first->kind == NodeKind::kFloat
                             ? "literal"
                             : "expression";
      return fail("'" + what + "' is an illegal expression for augmented assignment", first->place);
    }
    Node* n = node_at(NodeKind::kAugAssign, first);
    take();
    n->op = static_cast<Operator>(k);
    n->x = first;
    n->y = is("yield") ? yield_expression() : star_expressions();
    return end(n);
  }
  Node* n = node_at(NodeKind::kExpr, first);
  n->x = first;
  return end(n);
}

Node* Parser::annotated(Node* target) {
  if (target->kind == NodeKind::kTuple || target->kind == NodeKind::kList) {
    return fail(std::string("only single target (not ") +
                    (target->kind == NodeKind::kTuple ? "tuple" : "list") + ") can be annotated",
                target->place);
  }
  if (target->kind != NodeKind::kName && target->kind != NodeKind::kAttribute &&
      target->kind != NodeKind::kSubscript) {
    return fail("illegal target for annotation", target->place);
  }
  Node* n = node_at(NodeKind::kAnnAssign, target);
  take();
  n->x = target;
  n->number = target->kind == NodeKind::kName && !target->parenthesized;
  n->y = expression();
  if (accept("=")) n->z = is("yield") ? yield_expression() : star_expressions();
  return end(n);
}

// True if target can be assigned to or deleted; else the problem is set, in CPython's words.
bool Parser::check_target(Node* target, const char* verb) {
  if (failed()) return false;
  bool deleting = std::string_view(verb) == "delete";
  const char* what = nullptr;
  switch (target->kind) {
    case NodeKind::kName:
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
      return true;
    case NodeKind::kStarred:
      if (deleting) {
        what = "starred";
        break;
      }
      return check_target(target->x, verb);
    case NodeKind::kTuple:
    case NodeKind::kList:
      for (Node* item : target->list) {
        if (!check_target(item, verb)) return false;
      }
      return true;
    case NodeKind::kCall:
      what = "function call";
      break;
    case NodeKind::kInt:
    case NodeKind::kFloat:
    case NodeKind::kStr:
    case NodeKind::kBytes:
      what = "literal";
      break;
    case NodeKind::kJoinedStr:
      what = "f-string expression";
      break;
    case NodeKind::kTrue:
      what = "True";
      break;
    case NodeKind::kFalse:
      what = "False";
      break;
    case NodeKind::kNone:
      what = "None";
      break;
    case NodeKind::kEllipsis:
      what = "ellipsis";
      break;
    case NodeKind::kDict:
      what = "dict literal";
      break;
    case NodeKind::kSet:
      what = "set display";
      break;
    case NodeKind::kListComp:
      what = "list comprehension";
      break;
    case NodeKind::kSetComp:
      what = "set comprehension";
      break;
    case NodeKind::kDictComp:
      what = "dict comprehension";
      break;
    case NodeKind::kGeneratorExp:
      what = "generator expression";
      break;
    case NodeKind::kYield:
    case NodeKind::kYieldFrom:
      what = "yield expression";
      break;
    case NodeKind::kLambda:
      what = "lambda";
      break;
    case NodeKind::kIfExp:
      what = "conditional expression";
      break;
    case NodeKind::kCompare:
      what = "comparison";
      break;
    case NodeKind::kNamedExpr:
      what = "named expression";
      break;
    default:
      what = "expression";
      break;
  }
  std::string message = std::string("cannot ") + verb + " " + what;
  bool singleton = target->kind == NodeKind::kTrue || target->kind == NodeKind::kFalse ||
                   target->kind == NodeKind::kNone || target->kind == NodeKind::kEllipsis;
  if (!deleting && is("=") && !singleton && target->kind != NodeKind::kYield &&
      target->kind != NodeKind::kYieldFrom)
    message += " here. Maybe you meant '==' instead of '='?";
  fail(message, target->place);
  return false;
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
  Node* targets = target_list();
  if (!check_target(targets, "delete")) return n;
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
  if (!is("import")) n->text = dotted_name();
  if (!expect("import")) return n;
  if (is("*")) {
    Node* all = node(NodeKind::kAlias);
    take();
    all->text = "*";
    n->list.push_back(all);
    return end(n);
  }
  bool parenthesized = accept("(");
  if (is_kind(TokenKind::kNewline)) return fail("invalid syntax", peek().place);
  do {
    if (parenthesized && is(")") && !n->list.empty()) break;
    n->list.push_back(alias(false));
  } while (!failed() && accept(","));
  if (parenthesized)
    expect(")");
  else if (is_kind(TokenKind::kNewline) && tokens_[at_ - 1].text == ",")
    return fail("trailing comma not allowed without surrounding parentheses", peek().place);
  return end(n);
}

// ---- compound statements

void Parser::block(std::vector<Node*>& body, const std::string& what, const Place& owner) {
  Depth depth(*this);
  if (failed()) return;
  if (!is(":")) {
    fail_here("expected ':'");
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
  while (is_kind(TokenKind::kNewline)) take();
  if (!is_kind(TokenKind::kIndent)) {
    fail("expected an indented block after " + what + " on line " + std::to_string(owner.line),
         peek().place, SyntaxProblem::Kind::kIndentationError);
    return;
  }
  take();
  while (!failed() && !is_kind(TokenKind::kDedent) && !is_kind(TokenKind::kEnd)) statement(body);
  if (is_kind(TokenKind::kDedent)) take();
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
  return fail_here();
}

Node* Parser::if_statement() {
  Node* n = node(NodeKind::kIf);
  std::string word(take().text);
  n->x = named_expression();
  if (is("=") && !failed())
    return fail(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        {n->x->place.line, n->x->place.column, peek().place.end_line, peek().place.end_column});
  block(n->list, "'" + word + "' statement", n->place);
  if (is("elif")) {
    n->list2.push_back(if_statement());
  } else if (is("else")) {
    Place place = peek().place;
    take();
    block(n->list2, "'else' statement", place);
  }
  return end(n);
}

Node* Parser::while_statement() {
  Node* n = node(NodeKind::kWhile);
  take();
  n->x = named_expression();
  if (is("=") && !failed())
    return fail(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        {n->x->place.line, n->x->place.column, peek().place.end_line, peek().place.end_column});
  block(n->list, "'while' statement", n->place);
  if (is("else")) {
    Place place = peek().place;
    take();
    block(n->list2, "'else' statement", place);
  }
  return end(n);
}

Node* Parser::for_statement() {
  Node* n = node(NodeKind::kFor);
  take();
  n->x = target_list();
  if (!check_target(n->x, "assign to")) return n;
  if (!expect("in")) return n;
  n->y = star_expressions();
  block(n->list, "'for' statement", n->place);
  if (is("else")) {
    Place place = peek().place;
    take();
    block(n->list2, "'else' statement", place);
  }
  return end(n);
}

Node* Parser::handler() {
  Node* n = node(NodeKind::kHandler);
  take();
  if (is("*")) return unsupported("except*");
  if (!is(":")) {
    n->x = expression();
    if (is(",")) return fail("multiple exception types must be parenthesized", n->x->place);
    if (accept("as")) {
      if (!is_identifier()) return fail_here();
      n->text = std::string(take().text);
    }
  }
  block(n->list, "'except' statement", n->place);
  return end(n);
}

Node* Parser::try_statement() {
  Node* n = node(NodeKind::kTry);
  take();
  block(n->list, "'try' statement", n->place);
  while (!failed() && is("except")) {
    if (!n->list2.empty() && !n->list2.back()->x)
      return fail("default 'except:' must be last", n->list2.back()->place);
    n->list2.push_back(handler());
  }
  if (is("else") && !n->list2.empty()) {
    Place place = peek().place;
    take();
    block(n->list3, "'else' statement", place);
  }
  if (is("finally")) {
    Place place = peek().place;
    take();
    block(n->list4, "'finally' statement", place);
  }
  if (!failed() && n->list2.empty() && n->list4.empty())
    return fail_here("expected 'except' or 'finally' block");
  return end(n);
}

Node* Parser::with_item() {
  Node* n = node(NodeKind::kWithItem);
  n->x = expression();
  if (accept("as")) {
    n->y = target_item();
    check_target(n->y, "assign to");
  }
  return end(n);
}

// with (a as b, c as d): ... False, with the position restored: it is no parenthesised list of
// items.
bool Parser::parenthesized_with(Node* n) {
  size_t begin = at_;
  auto undo = [&] {
    at_ = begin;
    failed_ = false;
    problem_.reset();
    n->list3.clear();
    return false;
  };
  take();
  do {
    if (is(")")) break;
    n->list3.push_back(with_item());
    if (failed()) return undo();
  } while (accept(","));
  if (!accept(")") || !is(":")) return undo();
  return true;
}

Node* Parser::with_statement() {
  Node* n = node(NodeKind::kWith);
  take();
  if (!is("(") || !parenthesized_with(n)) {
    do n->list3.push_back(with_item());
    while (!failed() && accept(","));
  }
  block(n->list, "'with' statement", n->place);
  return end(n);
}

bool Parser::parameter(Parameters& p, bool annotations, bool keyword_only, bool& defaults_begun) {
  if (!is_identifier()) {
    fail_here();
    return false;
  }
  Parameter parameter;
  parameter.place = peek().place;
  parameter.name = std::string(take().text);
  if (annotations && accept(":")) parameter.annotation = expression();
  if (accept("=")) {
    parameter.default_value = expression();
    if (!keyword_only) defaults_begun = true;
  } else if (defaults_begun && !keyword_only) {
    fail("non-default argument follows default argument", parameter.place);
    return false;
  }
  (keyword_only ? p.keyword_only : p.positional).push_back(parameter);
  return !failed();
}

Parameters* Parser::parameters(std::string_view closing, bool annotations) {
  Parameters* p = tree_.parameters();
  bool star_seen = false, defaults_begun = false;
  while (!failed() && !is(closing)) {
    if (is("/")) {
      if (star_seen || p->positional_only || p->positional.empty()) {
        fail_here(p->positional.empty() ? "at least one argument must precede /"
                  : p->positional_only  ? "/ may appear only once"
                                        : "/ must be ahead of *");
        break;
      }
      take();
      p->positional_only = static_cast<uint32_t>(p->positional.size());
    } else if (is("**")) {
      take();
      p->has_keywords = true;
      p->keywords.place = peek().place;
      if (!is_identifier()) {
        fail_here();
        break;
      }
      p->keywords.name = std::string(take().text);
      if (annotations && accept(":")) p->keywords.annotation = expression();
      accept(",");
      if (!is(closing)) fail_here("arguments cannot follow var-keyword argument");
      break;
    } else if (is("*")) {
      if (star_seen) {
        fail_here("* argument may appear only once");
        break;
      }
      take();
      star_seen = true;
      if (is_identifier()) {
        p->has_rest = true;
        p->rest.place = peek().place;
        p->rest.name = std::string(take().text);
        if (annotations && accept(":"))
          p->rest.annotation = is("*") ? star_expression() : expression();
      } else if (is(closing) || (is(",") && (is(closing, 1) || is("**", 1)))) {
        fail_here("named arguments must follow bare *");
        break;
      }
    } else if (!parameter(*p, annotations, star_seen, defaults_begun)) {
      break;
    }
    if (!accept(",")) break;
  }
  return p;
}

Node* Parser::function_definition() {
  Node* n = node(NodeKind::kFunctionDef);
  take();
  if (!is_identifier()) return fail_here();
  n->text = std::string(take().text);
  if (is("[")) return unsupported("a type parameter list");
  if (!expect("(", "expected '('")) return n;
  n->parameters = parameters(")", true);
  if (!expect(")")) return n;
  if (accept("->")) n->x = expression();
  block(n->list, "function definition", n->place);
  return end(n);
}

Node* Parser::class_definition() {
  Node* n = node(NodeKind::kClassDef);
  take();
  if (!is_identifier()) return fail_here();
  n->text = std::string(take().text);
  if (is("[")) return unsupported("a type parameter list");
  if (is("(")) {
    Node* arguments = call(n);
    n->list3 = arguments->list;
    n->list4 = arguments->list2;
  }
  block(n->list, "class definition", n->place);
  return end(n);
}

Node* Parser::decorated() {
  std::vector<Node*> decorators;
  while (!failed() && accept("@")) {
    decorators.push_back(named_expression());
    if (!is_kind(TokenKind::kNewline)) return fail_here();
    take();
    while (is_kind(TokenKind::kNewline)) take();
  }
  Node* n = is("def")     ? function_definition()
            : is("class") ? class_definition()
            : is("async") ? unsupported("async def")
                          : fail_here();
  n->list2 = decorators;
  return n;
}

namespace {

ParseResult parse(const SourceFile& source, bool expression) {
  ParseResult result;
  std::vector<Token> tokens;
  SyntaxProblem lexical;
  bool lexed = tokenize(source, expression, tokens, lexical);
  if (!lexed && (tokens.empty() || tokens.back().kind != TokenKind::kEnd)) {
    Token end;
    end.place = lexical.place;
    tokens.push_back(end);
  }
  result.tree = std::make_shared<Tree>();
  Parser parser(source, *result.tree, std::move(tokens));
  result.tree->root = expression ? parser.single_expression() : parser.module();
  result.problem = parser.problem();
  // A problem of the parser that lies before the lexer's is the first one; an unclosed bracket
  // explains what follows it.
  if (!lexed) {
    bool parser_first =
        result.problem && std::pair(result.problem->place.line, result.problem->place.column) <
                              std::pair(lexical.place.line, lexical.place.column);
    if (!parser_first) result.problem = lexical;
  }
  return result;
}

}  // namespace

ParseResult parse_module(const SourceFile& source) { return parse(source, false); }
ParseResult parse_expression(const SourceFile& source) { return parse(source, true); }

}  // namespace gilsim
