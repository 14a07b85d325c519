// What: the parser's expressions.
#include "vm/syntax/literals.h"
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Node* Parser::fail(const std::string& message, const Place& place, SyntaxProblem::Kind kind) {
  if (!problem_) {
    problem_ = SyntaxProblem{kind, message, place};
    failed_at_ = at_;
  }
  failed_ = true;
  return tree_.node(NodeKind::kPass, place);
}

Node* Parser::fail_here(const std::string& message) {
  const Token& t = peek();
  if (message != "invalid syntax" || failed_) return fail(message, t.place);
  if (t.kind == TokenKind::kIndent)
    return fail("unexpected indent", t.place, SyntaxProblem::Kind::kIndentationError);
  if (t.kind == TokenKind::kDedent)
    return fail("unexpected unindent", t.place, SyntaxProblem::Kind::kIndentationError);
  return fail(message, t.place);
}

std::optional<SyntaxProblem> Parser::problem_with(const LexicalProblem& lexical) const {
  if (!problem_ || failed_at_ + 1 >= tokens_.size()) return lexical.problem;
  if (refused_ || problem_->message.starts_with("unexpected ")) return problem_;
  if (lexical.prevails) return lexical.problem;
  if (lexical.unclosed && tokens_[failed_at_].place.line > lexical.unclosed->place.line)
    return lexical.unclosed;
  return problem_;
}

bool Parser::too_long(int links) {
  if (links <= kMaxChain) return false;
  refused_ = refused_ || !failed_;
  fail_here("maximum recursion depth exceeded during compilation");
  return true;
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
  size_t begin = at_;
  Node* first = star_expression();
  if (!is(",")) return first;
  Node* tuple = node_at(NodeKind::kTuple, begin);
  tuple->list.push_back(first);
  while (!failed() && accept(",")) {
    if (!starts_expression()) break;
    tuple->list.push_back(star_expression());
  }
  return end(tuple);
}

// Where a tuple needs no brackets an assignment expression does.
Node* Parser::star_expression() { return is("*") ? starred() : expression(); }

Node* Parser::star_named_expression() { return is("*") ? starred() : named_expression(); }

Node* Parser::starred() {
  Node* n = node(NodeKind::kStarred);
  take();
  n->x = binary(0);
  return end(n);
}

Node* Parser::named_expression() {
  size_t begin = at_;
  Node* n = expression();
  if (is("=")) return refuse_assignment(n, begin);
  if (!is(":=")) return n;
  if (n->kind != NodeKind::kName || n->parenthesized) {
    Place place = n->place;
    take();
    Mark after = mark();
    expression();
    if (failed()) return n;
    back(after);
    return fail(std::string("cannot use assignment expressions with ") + name_of(n), place);
  }
  take();
  Node* named = node_at(NodeKind::kNamedExpr, begin);
  named->x = n;
  named->y = expression();
  return end(named);
}

Node* Parser::expression() {
  Depth depth(*this);
  if (failed()) return node(NodeKind::kPass);
  if (is("lambda")) return lambda();
  size_t begin = at_;
  Node* n = disjunction();
  if (failed()) return n;
  if (!is("if")) return refuse_adjacent(n, begin);
  Node* conditional = node_at(NodeKind::kIfExp, begin);
  take();
  conditional->y = n;
  conditional->x = disjunction();
  if (failed()) return n;
  if (!is("else"))
    return is(":") ? fail_here()
                   : fail("expected 'else' after 'if' expression",
                          range(n->place, conditional->x->place));
  take();
  conditional->z = expression();
  return end(conditional);
}

bool Parser::inside_brackets(size_t end) const {
  int level = 0;
  for (size_t k = 0; k < end; ++k) {
    if (tokens_[k].kind != TokenKind::kOperator || tokens_[k].text.size() != 1) continue;
    char c = tokens_[k].text[0];
    if (c == '(' || c == '[' || c == '{') ++level;
    if (c == ')' || c == ']' || c == '}') --level;
  }
  return level > 0;
}

// "a b": a call of print without parentheses, or inside brackets a comma that was probably
// forgotten. The second expression has to be one; else that is the problem.
Node* Parser::refuse_adjacent(Node* n, size_t begin) {
  if (failed() || !hints_ || !starts_expression() || is("yield") || is("*")) return n;
  const Token& first = tokens_[begin];
  bool legacy =
      n->kind == NodeKind::kName && !n->parenthesized && (n->text == "print" || n->text == "exec");
  bool soft = first.text == "match" || first.text == "case" || first.text == "_";
  bool prefixed = first.kind == TokenKind::kName && tokens_[begin + 1].kind == TokenKind::kString;
  if (!legacy && (soft || prefixed)) return n;
  Mark before = mark();
  hints_ = legacy;
  Node* second = legacy ? star_expressions() : expression();
  if (failed() && problem_->message == "invalid syntax" && failed_at_ + 1 < tokens_.size()) {
    back(before);  // its beginning may be an expression all the same
    hints_ = false;
    second = primary();
  }
  hints_ = true;
  if (failed() && (problem_->message != "invalid syntax" || failed_at_ + 1 == tokens_.size()))
    return n;
  if (failed() || (!legacy && !inside_brackets(at_))) {
    back(before);
    return n;
  }
  Place place = range(n->place, second->place);
  if (legacy)
    return fail(
        "Missing parentheses in call to '" + n->text + "'. Did you mean " + n->text + "(...)?",
        place);
  return fail("invalid syntax. Perhaps you forgot a comma?", place);
}

// "a = b" where only an expression may stand.
Node* Parser::refuse_assignment(Node* n, size_t begin) {
  if (failed()) return n;
  bool operand = n->parenthesized || n->kind < NodeKind::kBoolOp || n->kind > NodeKind::kCompare ||
                 n->kind == NodeKind::kBinOp ||
                 (n->kind == NodeKind::kUnaryOp && n->op != Operator::kNot) ||
                 (n->kind >= NodeKind::kDict && n->kind <= NodeKind::kDictComp);
  const Token& first = tokens_[begin];
  bool name = at_ == begin + 1 && n->kind == NodeKind::kName;
  bool display = first.text == "[" || first.text == "("
                     ? n->kind == NodeKind::kList || n->kind == NodeKind::kTuple ||
                           n->kind == NodeKind::kGeneratorExp
                     : false;
  bool word = first.text == "True" || first.text == "False" || first.text == "None";
  if (!operand || display || word) return n;
  Mark before = mark();
  take();
  Node* value = binary(0);
  if (failed()) return n;
  if (is("=") || is(":=")) {
    back(before);
    return n;
  }
  Place place = range(n->place, value->place);
  if (name) return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", place);
  return fail(
      std::string("cannot assign to ") + name_of(n) + " here. Maybe you meant '==' instead of '='?",
      n->place);
}

Node* Parser::lambda() {
  Node* n = node(NodeKind::kLambda);
  take();
  n->parameters = parameters(true);
  expect(":");
  n->x = expression();
  return end(n);
}

Node* Parser::disjunction() {
  size_t begin = at_;
  Node* n = conjunction();
  if (!is("or")) return n;
  Node* any = node_at(NodeKind::kBoolOp, begin);
  any->op = Operator::kOr;
  any->list.push_back(n);
  while (accept("or")) any->list.push_back(conjunction());
  return end(any);
}

Node* Parser::conjunction() {
  size_t begin = at_;
  Node* n = inversion();
  if (!is("and")) return n;
  Node* all = node_at(NodeKind::kBoolOp, begin);
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
  size_t begin = at_;
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
    if (is("not")) {
      take();
      if (!is("in")) return fail_here();
      op = Operator::kNotIn;
      found = true;
    }
    if (!found) break;
    take();
    if (op == Operator::kIs && accept("not")) op = Operator::kIsNot;
    if (!n) {
      n = node_at(NodeKind::kCompare, begin);
      n->x = left;
    }
    n->ops.push_back(op);
    n->list.push_back(binary(0));
  }
  return n ? end(n) : left;
}

Node* Parser::binary(int level) {
  if (level == kBinaryLevels) return factor();
  size_t begin = at_;
  int links = 0;
  Node* left = binary(level + 1);
  while (!failed()) {
    const BinaryWord* found = nullptr;
    if (peek().kind == TokenKind::kOperator) {
      for (const BinaryWord& word : kBinaries) {
        if (word.level == level && peek().text == word.text) found = &word;
      }
    }
    if (!found) break;
    if (too_long(++links)) return left;
    take();
    Node* n = node_at(NodeKind::kBinOp, begin);
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
  size_t begin = at_;
  Node* base = primary();
  if (!is("**")) return base;
  Depth depth(*this);
  take();
  Node* n = node_at(NodeKind::kBinOp, begin);
  n->op = Operator::kPow;
  n->x = base;
  n->y = factor();
  return end(n);
}

Node* Parser::primary() {
  if (is("await")) return unsupported("await");
  size_t begin = at_;
  Node* n = atom();
  int links = 0;
  while (!failed()) {
    if (too_long(++links)) return n;
    if (is(".")) {
      take();
      if (!is_identifier()) return fail_here();
      Node* attribute = node_at(NodeKind::kAttribute, begin);
      attribute->x = n;
      attribute->text = std::string(take().text);
      n = end(attribute);
    } else if (is("(")) {
      n = call(n, begin);
    } else if (is("[")) {
      n = subscript(n, begin);
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
    default:
      return fail_here();
  }
}

Node* Parser::number() {
  Node* n = node(NodeKind::kInt);
  decode_number(take().text, n);
  // As int(text) with the limit that programs start with; they can set another one.
  constexpr size_t kMostDigits = 4300;
  if (n->kind == NodeKind::kInt && n->number == -1 && n->text2 == "10" &&
      n->text.size() > kMostDigits) {
    return fail("Exceeds the limit (4300 digits) for integer string conversion: value has " +
                    std::to_string(n->text.size()) +
                    " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                    "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                n->place);
  }
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

}  // namespace gilsim
