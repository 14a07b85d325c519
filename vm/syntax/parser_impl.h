// What: the parser's class, shared by its three source files.
// Invariants: I1 after a failure the current token is kEnd, so that every loop ends soon; the first
// problem is kept.
#pragma once

#include <string>
#include <vector>

#include "vm/syntax/parser.h"
#include "vm/syntax/token.h"

namespace gilsim {

// Nesting of expressions, blocks and f-strings together. A level takes under 1.1 KiB of stack, so
// that 512 KiB are enough.
inline constexpr int kMaxParseDepth = 420;
// Links of a + b + c ..., of a.b(c)[d] ..., and elif clauses: what is read in a loop, but gives a
// tree as high. CPython 3.11 compiles no more either.
inline constexpr int kMaxChain = 3000;

class Parser {
 public:
  // tokens ends in kEnd, which stands for the lexer's problem if there is one.
  Parser(const SourceFile& source, Tree& tree, std::vector<Token> tokens)
      : source_(source), tree_(tree), tokens_(std::move(tokens)) {}

  Node* module();
  Node* single_expression();
  const std::optional<SyntaxProblem>& problem() const { return problem_; }
  // The problem, given the lexer's: reaching that, or a spelling mistake anywhere, comes before
  // what the parser says.
  std::optional<SyntaxProblem> problem_with(const LexicalProblem& lexical) const;

 private:
  enum class Targets { kAssigned, kIterated, kDeleted };

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
  Node* fail_here(const std::string& message = "invalid syntax");
  Node* unsupported(const char* what) {
    refused_ = refused_ || !failed_;
    return fail(std::string(what) + " is not supported by gilsim", peek().place);
  }
  bool failed() const { return failed_; }
  bool too_long(int links);

  // ---- nodes
  Node* node(NodeKind kind) { return tree_.node(kind, peek().place); }
  Node* node_at(NodeKind kind, size_t begin) {
    return tree_.node(kind, failed_ ? tokens_.back().place : tokens_[begin].place);
  }
  Node* end(Node* n) {  // closes the node at the last token taken that is no layout
    if (at_ == 0 || failed_) return n;
    const Place& last = tokens_[last_taken()].place;
    n->place.end_line = last.end_line;
    n->place.end_column = last.end_column;
    return n;
  }
  size_t last_taken() const {
    size_t last = at_ - 1;
    auto layout = [](TokenKind kind) {
      return kind == TokenKind::kNewline || kind == TokenKind::kIndent ||
             kind == TokenKind::kDedent;
    };
    while (last > 0 && layout(tokens_[last].kind)) --last;
    return last;
  }
  // From one token to the last one taken.
  Place place_from(size_t begin) const {
    const Place& first = tokens_[begin].place;
    const Place& last = tokens_[last_taken()].place;
    return {first.line, first.column, last.end_line, last.end_column};
  }
  static Place range(const Place& a, const Place& b) {
    return {a.line, a.column, b.end_line, b.end_column};
  }

  // ---- trying: what is parsed after mark() can be taken back
  struct Mark {
    size_t at;
    bool failed;
    std::optional<SyntaxProblem> problem;
    int depth;
  };
  Mark mark() const { return {at_, failed_, problem_, depth_}; }
  void back(const Mark& m) {
    at_ = m.at;
    failed_ = m.failed;
    problem_ = m.problem;
    depth_ = m.depth;
  }

  // ---- statements (parser_statements.cpp)
  void statement(std::vector<Node*>& out);
  void simple_statements(std::vector<Node*>& out);
  Node* simple_statement();
  Node* compound_statement();
  bool at_compound() const;
  void block(std::vector<Node*>& body, const std::string& what, const Place& owner,
             bool only_colon = false);
  void else_block(std::vector<Node*>& body);
  Node* expression_statement();
  Node* assignment(Node* first, size_t begin);
  Node* augmented(Node* first, size_t begin, Operator op);
  Node* annotated(Node* target, size_t begin);
  Node* right_side();
  Node* refuse_target(Node* value, const Node* wrong, size_t begin);
  Node* if_statement();
  Node* while_statement();
  Node* for_statement();
  Node* try_statement();
  Node* handler();
  Node* refuse_handler_list(const Node* first);
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
  struct ParameterState {
    bool in_lambda, defaults, star;
    std::string_view closing;
  };
  Parameters* parameters(bool in_lambda);
  bool parameter_name(Parameter& out, bool annotated, bool star_annotation);
  bool plain_parameter(Parameters& p, ParameterState& state);
  bool slash_parameter(Parameters& p, const ParameterState& state);
  bool star_parameter(Parameters& p, ParameterState& state);
  bool keywords_parameter(Parameters& p, const ParameterState& state);
  void refuse_parenthesized_parameters(const ParameterState& state);
  std::string dotted_name();
  bool at_match() const;

  // ---- expressions (parser_expressions.cpp)
  Node* star_expressions();  // a, *b, c
  Node* star_expression();
  Node* star_named_expression();
  Node* starred();
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
  Node* dict_value();
  Node* refuse_double_star();
  void named_items(std::vector<Node*>& items, std::string_view closing);
  void refuse_bare_target(const std::vector<Node*>& items, const Place& last);
  Node* refuse_assignment(Node* n, size_t begin);
  Node* iteration_target();
  Node* dict_display(Node* n, Node* first_key, size_t begin);
  Node* call(Node* function, size_t begin);
  bool argument(Node* call, size_t open);
  bool keyword_argument(Node* call);
  Node* subscript(Node* object, size_t begin);
  Node* slice();
  Node* comprehension(NodeKind kind, Node* element, Node* value, size_t begin);
  void comprehension_clauses(Node* n);
  Node* number();
  bool starts_expression() const;
  Node* refuse_adjacent(Node* n, size_t begin);
  bool inside_brackets(size_t end) const;

  // ---- targets (parser_atoms.cpp)
  static const char* name_of(const Node* n);
  static const Node* invalid_target(const Node* n, Targets targets);

  // ---- strings (parser_strings.cpp)
  struct StringLiteral {
    std::string_view body;
    size_t offset = 0;  // of the body in the source
    bool raw = false, bytes = false, format = false;
    Place place;
  };
  static StringLiteral literal_of(const Token& token);
  Node* strings();
  bool string_part(const StringLiteral& literal, std::vector<Node*>& parts);
  void join_parts(Node* joined, const std::vector<Node*>& parts);
  bool format_parts(const StringLiteral& literal, size_t& at, int nesting,
                    std::vector<Node*>& parts);
  bool format_text(const StringLiteral& literal, std::string_view text, std::vector<Node*>& parts);
  bool format_field(const StringLiteral& literal, size_t& at, int nesting,
                    std::vector<Node*>& parts);
  bool field_end(std::string_view body, size_t& at);
  Node* field_value(size_t begin, size_t end);
  bool field_conversion(std::string_view body, size_t& at, Node* field);
  Node* field_expression();
  bool bad_field(const std::string& message) {
    fail("f-string: " + message, peek().place);
    return false;
  }

  struct Depth {
    explicit Depth(Parser& p) : parser(p) {
      if (++parser.depth_ > kMaxParseDepth) {
        parser.refused_ = parser.refused_ || !parser.failed_;
        parser.fail_here("too many nested parentheses");
      }
    }
    ~Depth() { --parser.depth_; }
    Parser& parser;
  };

  const SourceFile& source_;
  Tree& tree_;
  std::vector<Token> tokens_;
  size_t at_ = 0;
  bool failed_ = false;
  bool refused_ = false;  // the problem is a construct outside the subset
  size_t failed_at_ = 0;  // the token that was looked at when the problem was found
  int depth_ = 0;
  bool hints_ = true;      // look for what adjacent expressions mean
  bool retrying_ = false;  // a target is being read as an expression; targets inside are read once,
                           // or nesting would double the work
  std::optional<SyntaxProblem> problem_;
};

}  // namespace gilsim
