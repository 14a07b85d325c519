// What: the parser's strings: adjacent literals, and f-strings, whose fields are parsed as
// expressions of their own.
#include <algorithm>

#include "vm/syntax/literals.h"
#include "vm/syntax/parser_impl.h"

namespace gilsim {

Place Parser::place_of_offset(size_t offset) const {
  auto it = std::upper_bound(source_.line_starts.begin(), source_.line_starts.end(), offset);
  auto line = static_cast<uint32_t>(it - source_.line_starts.begin());
  auto column = static_cast<uint32_t>(offset - source_.line_starts[line - 1]);
  return {line, column, line, column + 1};
}

Node* Parser::strings() {
  Node* n = node(NodeKind::kStr);
  std::vector<Node*> parts;
  bool is_bytes = false, is_format = false, first = true;
  while (!failed() && is_kind(TokenKind::kString)) {
    Token token = take();
    if (!string_part(token, parts, is_bytes, is_format, first)) return n;
    first = false;
  }
  if (is_format) {
    n->kind = NodeKind::kJoinedStr;
    for (Node* part : parts) {  // neighbouring literals become one
      if (part->kind == NodeKind::kStr && part->text.empty()) continue;
      if (part->kind == NodeKind::kStr && !n->list.empty() &&
          n->list.back()->kind == NodeKind::kStr)
        n->list.back()->text += part->text;
      else
        n->list.push_back(part);
    }
  } else {
    if (is_bytes) n->kind = NodeKind::kBytes;
    for (Node* part : parts) n->text += part->text;
  }
  return end(n);
}

bool Parser::string_part(const Token& token, std::vector<Node*>& parts, bool& is_bytes,
                         bool& is_format, bool first) {
  size_t quote = token.text.find_first_of("\"'");
  std::string prefix(token.text.substr(0, quote));
  bool raw = prefix.find_first_of("rR") != std::string::npos,
       bytes = prefix.find_first_of("bB") != std::string::npos;
  bool format = prefix.find_first_of("fF") != std::string::npos;
  if (!first && bytes != is_bytes) {
    fail("cannot mix bytes and nonbytes literals", token.place);
    return false;
  }
  is_bytes = bytes;
  size_t width = token.text.size() >= quote + 6 &&
                         token.text.substr(quote, 3) == std::string(3, token.text[quote])
                     ? 3
                     : 1;
  std::string_view body = token.text.substr(quote + width, token.text.size() - quote - 2 * width);
  if (format) {
    is_format = true;
    return format_parts(body, raw, token.offset + quote + width, 0, parts);
  }
  Node* part = tree_.node(NodeKind::kStr, token.place);
  std::string message;
  if (!decode_string(body, raw, bytes, part->text, message)) {
    fail(message, token.place);
    return false;
  }
  parts.push_back(part);
  return true;
}

// The literal and replacement parts of an f-string's body, or (depth > 0) of a format spec.
bool Parser::format_parts(std::string_view body, bool raw, size_t offset, int depth,
                          std::vector<Node*>& parts) {
  std::string literal;
  auto flush = [&](size_t) {
    if (literal.empty()) return true;
    Node* part = tree_.node(NodeKind::kStr, place_of_offset(offset));
    std::string message;
    if (!decode_string(literal, raw, false, part->text, message)) {
      fail(message, place_of_offset(offset));
      return false;
    }
    parts.push_back(part);
    literal.clear();
    return true;
  };
  for (size_t at = 0; at < body.size();) {
    char c = body[at];
    if (c == '\\' && !raw && at + 1 < body.size()) {
      bool named = body[at + 1] == 'N';
      literal += c;
      literal += body[at + 1];
      at += 2;
      if (named)
        return fail("named Unicode escapes (\\N{...}) are not supported by gilsim",
                    place_of_offset(offset + at)),
               false;
    } else if ((c == '{' || c == '}') && at + 1 < body.size() && body[at + 1] == c && depth == 0) {
      literal += c;
      at += 2;
    } else if (c == '}') {
      fail("f-string: single '}' is not allowed", place_of_offset(offset + at));
      return false;
    } else if (c == '{') {
      if (depth >= 2) {
        fail("f-string: expressions nested too deeply", place_of_offset(offset + at));
        return false;
      }
      if (!flush(at) || !format_field(body, raw, offset, at, depth, parts)) return false;
    } else {
      literal += c;
      ++at;
    }
  }
  return flush(body.size());
}

namespace {

// The end of a field's expression: the first of ! : = } outside brackets and strings.
size_t expression_end(std::string_view body, size_t at) {
  int nesting = 0;
  char quote = 0;
  size_t quote_width = 0;
  for (; at < body.size(); ++at) {
    char c = body[at];
    if (quote) {
      if (c == '\\')
        ++at;
      else if (body.substr(at, quote_width) == std::string(quote_width, quote)) {
        at += quote_width - 1;
        quote = 0;
      }
      continue;
    }
    if (c == '"' || c == '\'') {
      quote = c;
      quote_width = body.substr(at, 3) == std::string(3, c) ? 3 : 1;
      at += quote_width - 1;
    } else if (c == '(' || c == '[' || c == '{') {
      ++nesting;
    } else if ((c == ')' || c == ']' || c == '}') && nesting > 0) {
      --nesting;
    } else if (nesting == 0) {
      if (c == '}' || c == ':') return at;
      if (c == '!' && (at + 1 >= body.size() || body[at + 1] != '=')) return at;
      if (c == '!') ++at;
      if (c == '=') {
        bool compare = (at + 1 < body.size() && body[at + 1] == '=');
        bool after =
            at > 0 && std::string_view("=!<>").find(body[at - 1]) != std::string_view::npos;
        if (compare)
          ++at;
        else if (!after)
          return at;
      }
    }
  }
  return body.size();
}

size_t skip_space(std::string_view body, size_t at) {
  while (at < body.size() && std::string_view(" \t\n\r\f").find(body[at]) != std::string_view::npos)
    ++at;
  return at;
}

// The end of a format spec: the brace that closes the field.
size_t spec_end(std::string_view body, size_t at) {
  for (int nesting = 0; at < body.size(); ++at) {
    if (body[at] == '{')
      ++nesting;
    else if (body[at] == '}' && nesting-- == 0)
      return at;
  }
  return body.size();
}

void shift_places(Node* n, const Place& base);

void shift_all(std::vector<Node*>& nodes, const Place& base) {
  for (Node* n : nodes) shift_places(n, base);
}

// Places inside a field are relative to its text; moves them to the file's.
void shift_places(Node* n, const Place& base) {
  if (!n) return;
  if (n->place.line == 1) n->place.column += base.column;
  if (n->place.end_line == 1) n->place.end_column += base.column;
  n->place.line += base.line - 1;
  n->place.end_line += base.line - 1;
  for (Node* child : {n->x, n->y, n->z}) shift_places(child, base);
  shift_all(n->list, base);
  shift_all(n->list2, base);
  shift_all(n->list3, base);
  shift_all(n->list4, base);
}

}  // namespace

bool Parser::format_field(std::string_view body, bool raw, size_t offset, size_t& at, int depth,
                          std::vector<Node*>& parts) {
  Place place = place_of_offset(offset + at);
  auto bad = [&](const std::string& message) {
    fail("f-string: " + message, place);
    return false;
  };
  size_t begin = at + 1;
  size_t stop = expression_end(body, begin);
  std::string_view text = body.substr(begin, stop - begin);
  if (skip_space(text, 0) == text.size())
    return bad(stop < body.size() && body[stop] == '!' ? "expression required before '!'"
                                                       : "empty expression not allowed");
  if (stop == body.size()) return bad("expecting '}'");
  if (text.find('\\') != std::string_view::npos)
    return bad("expression part cannot include a backslash");
  if (text.find('#') != std::string_view::npos &&
      text.find_first_of("\"'") == std::string_view::npos)
    return bad("expression part cannot include '#'");
  SourceFile inner(source_.name, std::string(text));
  std::vector<Token> tokens;
  SyntaxProblem problem;
  if (!tokenize(inner, true, tokens, problem)) return bad(problem.message);
  // Token texts point into `inner`, which dies here; nodes copy what they need.
  Parser parser(inner, tree_, std::move(tokens));
  parser.depth_ = depth_ + 1;
  Node* value = parser.is("yield") ? parser.yield_expression() : parser.single_expression();
  if (parser.problem()) return bad(parser.problem()->message);
  Place base = place_of_offset(offset + begin);
  shift_places(value, base);
  Node* field = tree_.node(NodeKind::kFormattedValue, value->place);
  field->x = value;
  if (body[stop] == '=') {
    size_t after = skip_space(body, stop + 1);
    Node* label = tree_.node(NodeKind::kStr, place);
    label->text = std::string(body.substr(begin, after - begin));
    parts.push_back(label);
    stop = after;
    if (stop >= body.size()) return bad("expecting '}'");
    if (body[stop] == '}') field->number = 'r';
  }
  if (stop < body.size() && body[stop] == '!') {
    if (stop + 1 >= body.size()) return bad("expecting '}'");
    char conversion = body[stop + 1];
    if (conversion != 's' && conversion != 'r' && conversion != 'a')
      return bad(std::string("invalid conversion character '") + conversion +
                 "': expected 's', 'r', or 'a'");
    field->number = conversion;
    stop = skip_space(body, stop + 2);
  }
  if (stop < body.size() && body[stop] == ':') {
    size_t close = spec_end(body, stop + 1);
    field->y = tree_.node(NodeKind::kJoinedStr, field->place);
    if (!format_parts(body.substr(stop + 1, close - stop - 1), raw, offset + stop + 1, depth + 1,
                      field->y->list))
      return false;
    stop = close;
  }
  if (stop >= body.size() || body[stop] != '}') return bad("expecting '}'");
  parts.push_back(field);
  at = stop + 1;
  return true;
}

}  // namespace gilsim
