// What: the parser's class, shared by its three source files.
// Invariants: I1 after a failure the current token is kEnd, so that every loop ends soon; the first
// problem is kept.
#pragma once

#include <string>
#include <vector>

#include "vm/syntax/parser.h"
#include "vm/syntax/token.h"

namespace gilsim {

// Nesting of expressions and blocks; each level takes under 500 bytes of stack a function and about
// ten functions.
inline constexpr int kMaxParseDepth = 200;

class Parser {
 public:
  Parser(const SourceFile& source, Tree& tree, std::vector<Token> tokens)
      : source_(source), tree_(tree), tokens_(std::move(tokens)) {}

  Node* module();
  Node* single_expression();
  const std::optional<SyntaxProblem>& problem() const { return problem_; }

 private:
  friend class FStringParser;
  // ---- tokens
  const Token& peek(size_t ahead = 0) const {
    return failed_ ? tokens_.back() : tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  Token take() {
    Token token = peek();
    if (!failed_ && at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  bool is(std::string_view text, size_t ahead = 0) const {
    const Token& token = peek(ahead);
    return (token.kind == TokenKind::kOperator || token.kind == TokenKind::kName) &&
           token.text == text;
  }
  bool is_kind(TokenKind kind) const { return peek().kind == kind; }
  bool is_identifier(size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::kName && !is_keyword(peek(ahead).text);
  }
  bool accept(std::string_view text) {
    if (!is(text)) return false;
    take();
    return true;
  }
  bool expect(std::string_view text, const char* message = nullptr);
  Node* fail(const std::string& message, const Place& place,
             SyntaxProblem::Kind kind = SyntaxProblem::Kind::kSyntaxError);
  Node* fail_here(const std::string& message = "invalid syntax") {
    return fail(message, peek().place);
  }
  Node* unsupported(const char* what) {
    return fail(std::string(what) + " is not supported by gilsim", peek().place);
  }
  bool failed() const { return failed_; }

  // ---- nodes
  Node* node(NodeKind kind) { return tree_.node(kind, peek().place); }
  Node* node_at(NodeKind kind, const Node* first) {
    return tree_.node(kind, first ? first->place : peek().place);
  }
  Node* end(Node* n) {  // closes the node at the last token taken
    if (at_ > 0 && !failed_) {
      n->place.end_line = tokens_[at_ - 1].place.end_line;
      n->place.end_column = tokens_[at_ - 1].place.end_column;
    }
    return n;
  }

  // ---- statements (parser_statements.cpp)
  void statement(std::vector<Node*>& out);
  void simple_statements(std::vector<Node*>& out);
  Node* simple_statement();
  Node* compound_statement();
  bool at_compound() const;
  void block(std::vector<Node*>& body, const std::string& what, const Place& owner);
  Node* expression_statement();
  Node* annotated(Node* target);
  Node* if_statement();
  Node* while_statement();
  Node* for_statement();
  Node* try_statement();
  Node* handler();
  Node* with_statement();
  bool parenthesized_with(Node* n);
  Node* with_item();
  Node* function_definition();
  Node* class_definition();
  Node* decorated();
  Node* import_statement();
  Node* from_statement();
  Node* alias(bool dotted);
  Node* raise_statement();
  Node* assert_statement();
  Node* delete_statement();
  Node* names_statement(NodeKind kind);
  Parameters* parameters(std::string_view closing, bool annotations);
  bool parameter(Parameters& p, bool annotations, bool keyword_only, bool& defaults_begun);
  std::string dotted_name();
  bool check_target(Node* target, const char* verb);
  void refuse_by_name();

  // ---- expressions (parser_expressions.cpp)
  Node* star_expressions();  // a, *b, c
  Node* star_expression();
  Node* named_expression();
  Node* expression();
  Node* disjunction();
  Node* conjunction();
  Node* inversion();
  Node* comparison();
  Node* binary(int level);
  Node* factor();
  Node* power();
  Node* primary();
  Node* atom();
  Node* lambda();
  Node* yield_expression();
  Node* target_list();  // of for and del
  Node* target_item();
  Node* group_or_tuple();
  Node* list_display();
  Node* brace_display();
  Node* dict_display(Node* n, Node* first_key);
  Node* call(Node* function);
  bool argument(Node* call);
  Node* subscript(Node* object);
  Node* slice();
  Node* comprehension(NodeKind kind, Node* element, Node* value, const Place& begin);
  void comprehension_clauses(Node* n);
  Node* number();
  bool starts_expression() const;
  Node* missing_comma_hint(Node* n, const Place& begin);

  // ---- strings (parser_strings.cpp)
  Node* strings();
  bool string_part(const Token& token, std::vector<Node*>& parts, bool& is_bytes, bool& is_format,
                   bool first);
  bool format_parts(std::string_view body, bool raw, size_t offset, int depth,
                    std::vector<Node*>& parts);
  bool format_field(std::string_view body, bool raw, size_t offset, size_t& at, int depth,
                    std::vector<Node*>& parts);
  Place place_of_offset(size_t offset) const;

  struct Depth {
    explicit Depth(Parser& p) : parser(p) {
      if (++parser.depth_ > kMaxParseDepth) parser.fail_here("too many nested parentheses");
    }
    ~Depth() { --parser.depth_; }
    Parser& parser;
  };

  const SourceFile& source_;
  Tree& tree_;
  std::vector<Token> tokens_;
  size_t at_ = 0;
  bool failed_ = false;
  int depth_ = 0;
  std::optional<SyntaxProblem> problem_;
};

}  // namespace gilsim
