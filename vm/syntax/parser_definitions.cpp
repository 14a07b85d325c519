// What: the parser's definitions: parameters, functions, classes; and the entry to the parser.
#include "vm/syntax/parser_impl.h"

namespace gilsim {

bool Parser::parameter_name(Parameter& out, bool annotated, bool star_annotation) {
  if (!is_identifier()) {
    fail_here();
    return false;
  }
  size_t begin = at_;
  out.name = std::string(take().text);
  if (annotated && accept(":"))
    out.annotation = star_annotation && is("*") ? starred() : expression();
  if (!failed()) out.place = place_from(begin);
  return !failed();
}

bool Parser::plain_parameter(Parameters& p, ParameterState& state) {
  Parameter parameter;
  if (!parameter_name(parameter, !state.in_lambda, false)) return false;
  if (is("=")) {
    Place sign = take().place;
    if (is(")") || is(",")) {
      fail("expected default value expression", sign);
      return false;
    }
    parameter.default_value = expression();
    if (!state.star) state.defaults = true;
  } else if (state.defaults && !state.star && (is(",") || is(state.closing))) {
    fail("non-default argument follows default argument", parameter.place);
    return false;
  }
  (state.star ? p.keyword_only : p.positional).push_back(parameter);
  return !failed();
}

bool Parser::slash_parameter(Parameters& p, const ParameterState& state) {
  Place slash = peek().place;
  const char* wrong = nullptr;
  if (p.positional_only)
    wrong = "/ may appear only once";
  else if (state.star)
    wrong = "/ must be ahead of *";
  else if (p.positional.empty() && is(",", 1))
    wrong = "at least one argument must precede /";
  if (wrong) {
    fail(wrong, slash);
    return false;
  }
  if (p.positional.empty()) {
    fail_here();
    return false;
  }
  take();
  p.positional_only = static_cast<uint32_t>(p.positional.size());
  if (is("*")) fail("expected comma between / and *", peek().place);
  return !failed();
}

bool Parser::star_parameter(Parameters& p, ParameterState& state) {
  Place star = peek().place;
  if (state.star) {
    bool shown = is(",", 1) || is_identifier(1);
    if (shown)
      fail("* argument may appear only once", star);
    else
      fail_here();
    return false;
  }
  take();
  state.star = true;
  // CPython looks for ) even in a lambda's list, whose bare * it reports where it stopped.
  bool bare = is(state.closing) || (is(",") && (is(state.closing, 1) || is("**", 1)));
  if (bare) {
    if (is(",")) take();
    fail("named arguments must follow bare *", state.in_lambda ? peek().place : star);
    return false;
  }
  if (is(",")) return true;
  p.has_rest = true;
  if (!parameter_name(p.rest, !state.in_lambda, true)) return false;
  if (is("=")) fail("var-positional argument cannot have default value", peek().place);
  return !failed();
}

bool Parser::keywords_parameter(Parameters& p, const ParameterState& state) {
  take();
  p.has_keywords = true;
  if (!parameter_name(p.keywords, !state.in_lambda, false)) return false;
  if (is("=")) {
    fail("var-keyword argument cannot have default value", peek().place);
    return false;
  }
  if (!accept(",") || is(state.closing)) return true;
  bool more = is("*") || is("**") || is("/");
  Place place = peek().place;
  if (is_identifier()) {
    Parameter next;
    if (!parameter_name(next, !state.in_lambda, false)) return false;
    place = next.place;
    more = true;
  }
  if (more)
    fail("arguments cannot follow var-keyword argument", place);
  else
    fail_here();
  return false;
}

// "(a, b)" as one parameter, as Python 2 has it.
void Parser::refuse_parenthesized_parameters(const ParameterState& state) {
  Mark before = mark();
  size_t begin = at_;
  take();
  bool any = false;
  while (is_identifier()) {
    any = true;
    take();
    if (!accept(",")) break;
  }
  bool whole = any && is(")") && !state.defaults && !state.star;
  Place place = range(tokens_[begin].place, peek().place);
  back(before);
  if (whole)
    fail(state.in_lambda ? "Lambda expression parameters cannot be parenthesized"
                         : "Function parameters cannot be parenthesized",
         place);
  else
    fail_here();
}

Parameters* Parser::parameters(bool in_lambda) {
  Parameters* p = tree_.parameters();
  ParameterState state{in_lambda, false, false, in_lambda ? ":" : ")"};
  while (!failed() && !is(state.closing)) {
    if (is("**")) {
      keywords_parameter(*p, state);
      break;
    }
    bool good = is("/")   ? slash_parameter(*p, state)
                : is("*") ? star_parameter(*p, state)
                          : !is("(") && plain_parameter(*p, state);
    if (!failed() && is("(")) refuse_parenthesized_parameters(state);
    if (!good || !accept(",")) break;
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
  n->parameters = parameters(false);
  if (!expect(")")) return n;
  if (accept("->")) n->x = expression();
  block(n->list, "function definition", n->place, true);
  return end(n);
}

Node* Parser::class_definition() {
  Node* n = node(NodeKind::kClassDef);
  take();
  if (!is_identifier()) return fail_here();
  n->text = std::string(take().text);
  if (is("[")) return unsupported("a type parameter list");
  if (is("(")) {
    size_t open = at_;
    Node* arguments = call(n, at_);
    if (failed()) return n;
    for (Node* base : arguments->list) {
      if (base->kind != NodeKind::kGeneratorExp || base->parenthesized) continue;
      return fail("invalid syntax", tokens_[open + 2].place);
    }
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
  LexicalProblem lexical;
  bool lexed = tokenize(source, tokens, lexical);
  if (!lexed) {
    Token end;
    end.place = lexical.problem.place;
    tokens.push_back(end);
  }
  result.tree = std::make_shared<Tree>();
  Parser parser(source, *result.tree, std::move(tokens));
  result.tree->root = expression ? parser.single_expression() : parser.module();
  result.problem = lexed ? parser.problem() : parser.problem_with(lexical);
  return result;
}

}  // namespace

ParseResult parse_module(const SourceFile& source) { return parse(source, false); }

// Python's eval passes spaces and tabs at the begin by.
ParseResult parse_expression(const SourceFile& source) {
  size_t begin = source.text.find_first_not_of(" \t");
  if (begin == 0 || begin == std::string::npos) return parse(source, true);
  return parse(SourceFile(source.name, source.text.substr(begin)), true);
}

}  // namespace gilsim
