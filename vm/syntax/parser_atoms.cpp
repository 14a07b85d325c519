// What: the parser's brackets: displays, comprehensions, subscripts, calls; and which expressions
// can be assigned to.
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Node* Parser::group_or_tuple() {
  Depth depth(*this);
  size_t begin = at_;
  Node* n = node(NodeKind::kTuple);
  take();
  if (accept(")")) {
    n->parenthesized = true;
    return end(n);
  }
  if (is("**")) return refuse_double_star();
  Node* first = is("yield") ? yield_expression() : star_named_expression();
  if (failed()) return first;
  if (is("for") || is("async")) {
    Node* c = comprehension(NodeKind::kGeneratorExp, first, nullptr, begin);
    expect(")");
    return end(c);
  }
  bool yields = first->kind == NodeKind::kYield || first->kind == NodeKind::kYieldFrom;
  if (!is(",") || (yields && !first->parenthesized)) {
    if (!expect(")")) return first;
    if (first->kind == NodeKind::kStarred)
      return fail("cannot use starred expression here", first->place);
    first->parenthesized = true;
    return first;
  }
  n->list.push_back(first);
  named_items(n->list, ")");
  n->parenthesized = true;
  return end(n);
}

Node* Parser::refuse_double_star() {
  Place place = peek().place;
  Mark before = mark();
  take();
  expression();
  if (!failed() && is(")")) return fail("cannot use double starred expression here", place);
  back(before);
  return fail_here();
}

// The rest of a display's items, from the comma behind the first to the closing bracket.
void Parser::named_items(std::vector<Node*>& items, std::string_view closing) {
  while (!failed() && is(",")) {
    Place comma = take().place;
    if (closing != ")" && is("for")) return refuse_bare_target(items, comma);
    if (is(closing)) break;
    items.push_back(star_named_expression());
    if (closing != ")" && !failed() && is("for"))
      return refuse_bare_target(items, items.back()->place);
  }
  expect(closing);
}

// "[a, b for ...]": the target needs parentheses.
void Parser::refuse_bare_target(const std::vector<Node*>& items, const Place& last) {
  Mark before = mark();
  Node* clauses = node(NodeKind::kListComp);
  comprehension_clauses(clauses);
  if (failed() && clauses->list.empty()) {
    back(before);
    fail_here();
    return;
  }
  back(before);
  fail("did you forget parentheses around the comprehension target?", range(items[0]->place, last));
}

Node* Parser::list_display() {
  Depth depth(*this);
  size_t begin = at_;
  Node* n = node(NodeKind::kList);
  take();
  if (accept("]")) return end(n);
  Node* first = star_named_expression();
  if (failed()) return n;
  if (is("for") || is("async")) {
    Node* c = comprehension(NodeKind::kListComp, first, nullptr, begin);
    expect("]");
    return end(c);
  }
  n->list.push_back(first);
  named_items(n->list, "]");
  return end(n);
}

Node* Parser::brace_display() {
  Depth depth(*this);
  size_t begin = at_;
  Node* n = node(NodeKind::kDict);
  take();
  if (accept("}")) return end(n);
  if (is("**")) return dict_display(n, nullptr, begin);
  Node* first = star_named_expression();
  if (failed()) return n;
  if (is(":") && first->kind != NodeKind::kStarred &&
      (first->kind != NodeKind::kNamedExpr || first->parenthesized))
    return dict_display(n, first, begin);
  if (is("for") || is("async")) {
    Node* c = comprehension(NodeKind::kSetComp, first, nullptr, begin);
    expect("}");
    return end(c);
  }
  n->kind = NodeKind::kSet;
  n->list.push_back(first);
  named_items(n->list, "}");
  return end(n);
}

Node* Parser::dict_value() {
  Place colon = take().place;
  if (is("}") || is(",")) return fail("expression expected after dictionary key and ':'", colon);
  if (!is("*")) return expression();
  size_t star = at_;
  Mark before = mark();
  take();
  binary(0);
  if (failed()) return nullptr;
  Place place = range(tokens_[star].place, peek().place);
  back(before);
  return fail("cannot use a starred expression in a dictionary value", place);
}

Node* Parser::dict_display(Node* n, Node* key, size_t begin) {
  for (;;) {
    if (!key && is("**")) {
      Place stars = take().place;
      n->list.push_back(nullptr);
      n->list2.push_back(binary(0));
      if (n->list.size() == 1 && is("for") && !failed()) {
        comprehension_clauses(n);
        return failed() ? n : fail("dict unpacking cannot be used in dict comprehension", stars);
      }
    } else {
      if (!key) key = expression();
      if (failed()) return n;
      if (!is(":")) {
        const Place& place = key->place;
        return fail("':' expected after dictionary key",
                    {place.end_line, place.end_column - 1, place.end_line, place.end_column - 1});
      }
      Node* value = dict_value();
      if (failed()) return n;
      if (n->list.empty() && (is("for") || is("async"))) {
        Node* c = comprehension(NodeKind::kDictComp, key, value, begin);
        expect("}");
        return end(c);
      }
      n->list.push_back(key);
      n->list2.push_back(value);
    }
    key = nullptr;
    if (failed() || !accept(",") || is("}")) break;
  }
  expect("}");
  return end(n);
}

Node* Parser::comprehension(NodeKind kind, Node* element, Node* value, size_t begin) {
  Node* n = node_at(kind, begin);
  n->x = element;
  n->y = value;
  comprehension_clauses(n);
  if (!failed() && element->kind == NodeKind::kStarred)
    return fail("iterable unpacking cannot be used in comprehension", element->place);
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
    clause->x = iteration_target();
    if (!expect("in")) return;
    clause->y = disjunction();
    while (!failed() && accept("if")) clause->list.push_back(disjunction());
    n->list.push_back(clause);
  }
}

// What stands between for and in.
Node* Parser::iteration_target() {
  Mark before = mark();
  Node* target = target_list();
  if (!failed() && is("in") && !invalid_target(target, Targets::kAssigned)) return target;
  if (retrying_) return failed() ? target : fail_here();
  Mark reached = mark();
  back(before);
  retrying_ = true;
  Node* whole = star_expressions();
  retrying_ = false;
  if (failed()) return whole;
  const Node* wrong = invalid_target(whole, Targets::kIterated);
  back(reached);
  if (wrong) return fail(std::string("cannot assign to ") + name_of(wrong), wrong->place);
  return failed() ? target : fail_here();
}

Node* Parser::target_item() {
  if (!is("*")) return primary();
  Node* n = node(NodeKind::kStarred);
  take();
  n->x = primary();
  return end(n);
}

Node* Parser::target_list() {
  size_t begin = at_;
  Node* first = target_item();
  if (!is(",")) return first;
  Node* tuple = node_at(NodeKind::kTuple, begin);
  tuple->list.push_back(first);
  while (!failed() && accept(",")) {
    if (!starts_expression()) break;
    tuple->list.push_back(target_item());
  }
  return end(tuple);
}

Node* Parser::slice() {
  if (is("*")) {
    Node* n = node(NodeKind::kStarred);
    take();
    n->x = expression();
    return end(n);
  }
  size_t begin = at_;
  Node* first = is(":") ? nullptr : named_expression();
  if (failed() || !is(":") ||
      (first && first->kind == NodeKind::kNamedExpr && !first->parenthesized))
    return first;
  Node* n = node_at(NodeKind::kSlice, begin);
  n->x = first;
  take();
  if (!is(":") && !is(",") && !is("]")) n->y = expression();
  if (accept(":") && !is(",") && !is("]")) n->z = expression();
  return end(n);
}

Node* Parser::subscript(Node* object, size_t begin) {
  Depth depth(*this);
  Node* n = node_at(NodeKind::kSubscript, begin);
  n->x = object;
  take();
  if (is("]")) return fail_here();
  size_t inner = at_;
  Node* first = slice();
  if (failed()) return n;
  if (is(",") || first->kind == NodeKind::kStarred) {
    Node* tuple = node_at(NodeKind::kTuple, inner);
    tuple->list.push_back(first);
    while (!failed() && accept(",")) {
      if (is("]")) break;
      tuple->list.push_back(slice());
    }
    first = end(tuple);
  }
  n->y = first;
  expect("]");
  return end(n);
}

// ---- calls

Node* Parser::call(Node* function, size_t begin) {
  Depth depth(*this);
  Node* n = node_at(NodeKind::kCall, begin);
  n->x = function;
  size_t open = at_;
  take();
  bool misplaced = false;
  const Node* unpacked = nullptr;  // the first ** before a misplaced argument
  while (!failed() && !is(")")) {
    size_t positional = n->list.size();
    if (is("*") && !n->list2.empty() && n->list2.back()->text.empty()) {
      return fail("iterable argument unpacking follows keyword argument unpacking", peek().place);
    }
    if (!argument(n, open)) return n;
    bool plain = n->list.size() > positional && n->list.back()->kind != NodeKind::kStarred;
    if (plain && !n->list2.empty() && !misplaced) {
      misplaced = true;
      for (const Node* keyword : n->list2) unpacked = keyword->text.empty() ? keyword : unpacked;
    }
    if (!accept(",")) break;
  }
  if (failed()) return n;
  if (misplaced)
    return fail_here(unpacked ? "positional argument follows keyword argument unpacking"
                              : "positional argument follows keyword argument");
  if (!is(")")) return fail_here();
  take();
  return end(n);
}

bool Parser::keyword_argument(Node* n) {
  Node* keyword = node(NodeKind::kKeyword);
  Token name = take();
  Place sign = peek().place;
  if (is_keyword(name.text)) {
    bool constant = name.text == "True" || name.text == "False" || name.text == "None";
    if (constant)
      fail("cannot assign to " + std::string(name.text), range(name.place, sign));
    else
      fail("invalid syntax", name.place);
    return false;
  }
  keyword->text = std::string(name.text);
  take();
  keyword->x = expression();
  if (failed()) return false;
  if (is("for")) {
    Mark before = mark();
    Node* clauses = node(NodeKind::kListComp);
    comprehension_clauses(clauses);
    if (failed()) return false;
    back(before);
    fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", range(name.place, sign));
    return false;
  }
  for (Node* other : n->list2) {
    if (other->text == keyword->text) {
      fail("keyword argument repeated: " + keyword->text, keyword->place);
      return false;
    }
  }
  n->list2.push_back(end(keyword));
  return true;
}

bool Parser::argument(Node* n, size_t open) {
  if (is("*") || is("**")) {
    bool mapping = is("**");
    Node* unpacked = node(mapping ? NodeKind::kKeyword : NodeKind::kStarred);
    take();
    unpacked->x = expression();
    if (!mapping && !failed() && is("for") && n->list.empty() && n->list2.empty()) {
      Node* clauses = node(NodeKind::kListComp);
      comprehension_clauses(clauses);
      if (!failed())
        fail("iterable unpacking cannot be used in comprehension", end(unpacked)->place);
      return false;
    }
    (mapping ? n->list2 : n->list).push_back(end(unpacked));
    return !failed();
  }
  if (peek().kind == TokenKind::kName && is("=", 1)) return keyword_argument(n);
  size_t begin = at_;
  Node* value = expression();
  if (failed()) return false;
  if (is(":=")) {
    if (value->kind != NodeKind::kName || value->parenthesized) {
      fail_here();
      return false;
    }
    at_ = begin;
    value = named_expression();
    if (failed()) return false;
  }
  if (is("=")) {
    fail("expression cannot contain assignment, perhaps you meant \"==\"?",
         range(value->place, peek().place));
    return false;
  }
  if (is("for") || is("async")) {
    bool alone = n->list.empty() && n->list2.empty();
    Node* generator = comprehension(NodeKind::kGeneratorExp, value, nullptr, open);
    if (failed()) return false;
    Place bare = range(value->place, tokens_[at_ - 1].place);
    if (alone && !is(")") && !is(",")) {
      fail_here();
      return false;
    }
    if (!alone || is(",")) {
      fail("Generator expression must be parenthesized", bare);
      return false;
    }
    generator->place.end_line = peek().place.end_line;  // its parentheses are the call's
    generator->place.end_column = peek().place.end_column;
    value = generator;
  }
  n->list.push_back(value);
  return true;
}

// ---- targets

const char* Parser::name_of(const Node* n) {
  switch (n->kind) {
    case NodeKind::kAttribute:
      return "attribute";
    case NodeKind::kSubscript:
      return "subscript";
    case NodeKind::kStarred:
      return "starred";
    case NodeKind::kName:
      return "name";
    case NodeKind::kList:
      return "list";
    case NodeKind::kTuple:
      return "tuple";
    case NodeKind::kLambda:
      return "lambda";
    case NodeKind::kCall:
      return "function call";
    case NodeKind::kGeneratorExp:
      return "generator expression";
    case NodeKind::kYield:
    case NodeKind::kYieldFrom:
      return "yield expression";
    case NodeKind::kListComp:
      return "list comprehension";
    case NodeKind::kSetComp:
      return "set comprehension";
    case NodeKind::kDictComp:
      return "dict comprehension";
    case NodeKind::kDict:
      return "dict literal";
    case NodeKind::kSet:
      return "set display";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
      return "f-string expression";
    case NodeKind::kInt:
    case NodeKind::kFloat:
    case NodeKind::kStr:
    case NodeKind::kBytes:
      return "literal";
    case NodeKind::kTrue:
      return "True";
    case NodeKind::kFalse:
      return "False";
    case NodeKind::kNone:
      return "None";
    case NodeKind::kEllipsis:
      return "ellipsis";
    case NodeKind::kCompare:
      return "comparison";
    case NodeKind::kIfExp:
      return "conditional expression";
    case NodeKind::kNamedExpr:
      return "named expression";
    default:
      return "expression";
  }
}

// The part of n that cannot be assigned to (or deleted); null: there is none. In `for` a target may
// have been read as a comparison with `in`.
const Node* Parser::invalid_target(const Node* n, Targets targets) {
  switch (n->kind) {
    case NodeKind::kName:
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
      return nullptr;
    case NodeKind::kStarred:
      return targets == Targets::kDeleted ? n : invalid_target(n->x, targets);
    case NodeKind::kTuple:
    case NodeKind::kList:
      for (const Node* item : n->list) {
        if (const Node* wrong = invalid_target(item, targets)) return wrong;
      }
      return nullptr;
    case NodeKind::kCompare:
      if (targets == Targets::kIterated)
        return n->ops[0] == Operator::kIn ? invalid_target(n->x, targets) : nullptr;
      return n;
    default:
      return n;
  }
}

}  // namespace gilsim
