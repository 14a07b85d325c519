// What: the parser's strings: adjacent literals, and f-strings, whose fields are parsed as
// expressions of their own. Idea: fields mean what they do in CPython 3.11, which parses "(field)";
// the strings may end as in 3.12 (format_scan.h).
#include <algorithm>

#include "vm/syntax/format_scan.h"
#include "vm/syntax/literals.h"
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Parser::StringLiteral Parser::literal_of(const Token& token) {
  StringLiteral literal;
  size_t quote = token.text.find_first_of("\"'");
  std::string_view prefix = token.text.substr(0, quote);
  literal.raw = prefix.find_first_of("rR") != std::string_view::npos;
  literal.bytes = prefix.find_first_of("bB") != std::string_view::npos;
  literal.format = prefix.find_first_of("fF") != std::string_view::npos;
  std::string_view quotes = token.text.substr(quote, 3);
  size_t width = token.text.size() >= quote + 6 && quotes == std::string(3, quotes[0]) ? 3 : 1;
  literal.body = token.text.substr(quote + width, token.text.size() - quote - 2 * width);
  literal.offset = token.offset + quote + width;
  literal.place = token.place;
  return literal;
}

Node* Parser::strings() {
  size_t begin = at_;
  Node* n = node(NodeKind::kStr);
  std::vector<StringLiteral> literals;
  while (is_kind(TokenKind::kString)) literals.push_back(literal_of(take()));
  std::vector<Node*> parts;
  bool format = false;
  for (const StringLiteral& literal : literals) {
    if (literal.bytes != literals[0].bytes)
      return fail("cannot mix bytes and nonbytes literals", peek().place);
    format = format || literal.format;
    if (!string_part(literal, parts)) return n;
  }
  if (format) {
    n->kind = NodeKind::kJoinedStr;
    join_parts(n, parts);
  } else {
    if (literals[0].bytes) n->kind = NodeKind::kBytes;
    for (Node* part : parts) n->text += part->text;
  }
  n->place = place_from(begin);
  return n;
}

// Neighbouring texts become one.
void Parser::join_parts(Node* joined, const std::vector<Node*>& parts) {
  for (Node* part : parts) {
    bool text = part->kind == NodeKind::kStr;
    if (text && part->text.empty()) continue;
    if (text && !joined->list.empty() && joined->list.back()->kind == NodeKind::kStr)
      joined->list.back()->text += part->text;
    else
      joined->list.push_back(part);
  }
}

bool Parser::string_part(const StringLiteral& literal, std::vector<Node*>& parts) {
  size_t at = 0;
  if (literal.format) return format_parts(literal, at, 0, parts);
  Node* part = tree_.node(NodeKind::kStr, literal.place);
  std::string message;
  if (!decode_string(literal.body, literal.raw, literal.bytes, part->text, message)) {
    bool known_place = literal.bytes && message.starts_with("bytes can only");
    fail(message, known_place ? literal.place : peek().place);
    return false;
  }
  parts.push_back(part);
  return true;
}

bool Parser::format_text(const StringLiteral& literal, std::string_view text,
                         std::vector<Node*>& parts) {
  if (text.empty()) return true;
  Node* part = tree_.node(NodeKind::kStr, literal.place);
  std::string message;
  if (!decode_string(text, literal.raw, false, part->text, message)) {
    fail(message, peek().place);
    return false;
  }
  parts.push_back(part);
  return true;
}

namespace {

// Bytes of the escape at a backslash that is not the last byte. A brace is none for being behind a
// backslash, and those of \N{name} open and close no field.
size_t escape_size(std::string_view body, size_t at) {
  char next = body[at + 1];
  if (next == '{' || next == '}') return 1;
  if (next != 'N') return 2;
  if (at + 2 >= body.size() || body[at + 2] != '{') return std::min<size_t>(3, body.size() - at);
  size_t close = body.find('}', at);
  return (close == std::string_view::npos ? body.size() : close + 1) - at;
}

}  // namespace

// The texts and replacement fields of an f-string's body or, with nesting > 0, of a format spec,
// which ends at a closing brace.
bool Parser::format_parts(const StringLiteral& literal, size_t& at, int nesting,
                          std::vector<Node*>& parts) {
  std::string_view body = literal.body;
  std::string text;
  while (at < body.size()) {
    char c = body[at];
    bool doubled = at + 1 < body.size() && body[at + 1] == c;
    if (c == '\\' && !literal.raw && at + 1 < body.size()) {
      size_t count = escape_size(body, at);
      text += body.substr(at, count);
      if (count == 1) text += '\\';
      at += count;
    } else if ((c == '{' || c == '}') && doubled && nesting == 0) {
      text += c;
      at += 2;
      if (!format_text(literal, text, parts)) return false;
      text.clear();
    } else if (c == '}' && nesting > 0) {
      break;
    } else if (c == '}') {
      return bad_field("single '}' is not allowed");
    } else if (c == '{') {
      if (!format_text(literal, text, parts) || !format_field(literal, at, nesting, parts))
        return false;
      text.clear();
    } else {
      text += c;
      ++at;
    }
  }
  return format_text(literal, text, parts);
}

namespace {

constexpr size_t kMaxFieldBrackets = 200;

size_t skip_space(std::string_view body, size_t at) {
  while (at < body.size() &&
         std::string_view(" \t\n\r\f\v").find(body[at]) != std::string_view::npos)
    ++at;
  return at;
}

}  // namespace

// Moves to the end of a field's expression: the first of ! : = } outside brackets and strings.
bool Parser::field_end(std::string_view body, size_t& at) {
  size_t begin = at;
  std::string open;
  while (at < body.size()) {
    char c = body[at];
    if (c == '"' || c == '\'') {
      at = nested_string_end(body, begin, at);
      if (at == std::string_view::npos) return bad_field("unterminated string");
      continue;
    }
    if (c == '#') {
      fail("f-string expression part cannot include '#'", peek().place);
      return false;
    }
    if (c == '\\' && at + 1 < body.size() && body[at + 1] != '\n' && body[at + 1] != '\r') {
      fail("f-string expression part cannot include a backslash", peek().place);
      return false;
    }
    if (open.empty() && std::string_view("!:}=<>").find(c) != std::string_view::npos) {
      bool equal_next = at + 1 < body.size() && body[at + 1] == '=';
      if (equal_next && (c == '!' || c == '=' || c == '<' || c == '>')) {
        at += 2;
        continue;
      }
      if (c != '<' && c != '>') break;
    }
    if (c == '(' || c == '[' || c == '{') {
      if (open.size() >= kMaxFieldBrackets) return bad_field("too many nested parenthesis");
      open += c;
    } else if (c == ')' || c == ']' || c == '}') {
      if (open.empty()) return bad_field(std::string("unmatched '") + c + "'");
      char wanted = c == ')' ? '(' : c == ']' ? '[' : '{';
      if (open.back() != wanted) {
        return bad_field(std::string("closing parenthesis '") + c +
                         "' does not match opening parenthesis '" + open.back() + "'");
      }
      open.pop_back();
    }
    ++at;
  }
  if (!open.empty()) return bad_field(std::string("unmatched '") + open.back() + "'");
  return at < body.size() || bad_field("expecting '}'");
}

Node* Parser::field_expression() {
  Node* n = star_expressions();
  if (!failed() && !is_kind(TokenKind::kEnd)) fail_here();
  return n;
}

// The expression [begin, end) of the source; null: a problem.
Node* Parser::field_value(size_t begin, size_t end) {
  std::vector<Token> tokens;
  LexicalProblem lexical;
  bool lexed = tokenize_field(source_, begin, end, tokens, lexical);
  if (!lexed) {
    Token last;
    last.place = lexical.problem.place;
    tokens.push_back(last);
  }
  Parser parser(source_, tree_, std::move(tokens));
  parser.depth_ = depth_ + 1;
  Node* value = parser.field_expression();
  std::optional<SyntaxProblem> problem = lexed ? parser.problem() : parser.problem_with(lexical);
  if (!problem) return value;
  bool named = problem->message.starts_with("f-string") || parser.refused_;
  refused_ = refused_ || parser.refused_;
  fail((named ? "" : "f-string: ") + problem->message, problem->place);
  return nullptr;
}

bool Parser::field_conversion(std::string_view body, size_t& at, Node* field) {
  ++at;
  if (at >= body.size()) return bad_field("expecting '}'");
  char conversion = body[at++];
  if (conversion != 's' && conversion != 'r' && conversion != 'a') {
    return bad_field("invalid conversion character: expected 's', 'r', or 'a'");
  }
  field->number = conversion;
  return true;
}

// at is at the opening brace, and goes behind the closing one.
bool Parser::format_field(const StringLiteral& literal, size_t& at, int nesting,
                          std::vector<Node*>& parts) {
  if (nesting >= 2) return bad_field("expressions nested too deeply");
  Depth depth(*this);
  std::string_view body = literal.body;
  size_t begin = ++at;
  if (!field_end(body, at)) return false;
  if (skip_space(body, begin) >= at) {
    if (std::string_view("!:=").find(body[at]) != std::string_view::npos)
      return bad_field(std::string("expression required before '") + body[at] + "'");
    return bad_field("empty expression not allowed");
  }
  Node* value = field_value(literal.offset + begin, literal.offset + at);
  if (!value) return false;
  Node* field = tree_.node(NodeKind::kFormattedValue, value->place);
  field->x = value;
  bool shown = body[at] == '=';
  if (shown) {
    at = skip_space(body, at + 1);
    Node* label = tree_.node(NodeKind::kStr, value->place);
    label->text = std::string(body.substr(begin, at - begin));
    parts.push_back(label);
  }
  if (at < body.size() && body[at] == '!' && !field_conversion(body, at, field)) return false;
  if (at < body.size() && body[at] == ':') {
    field->y = tree_.node(NodeKind::kJoinedStr, value->place);
    std::vector<Node*> spec;
    if (!format_parts(literal, ++at, nesting + 1, spec)) return false;
    join_parts(field->y, spec);
  }
  if (at >= body.size() || body[at] != '}') return bad_field("expecting '}'");
  ++at;
  if (shown && field->number == 0 && !field->y) field->number = 'r';
  parts.push_back(field);
  return true;
}

}  // namespace gilsim
