// What: code generation for one scope: registers, jumps, protected regions.
// Idea: named locals have fixed registers; temporaries are a stack above them. An operand that is a
// temporary is released by the
//   instruction that uses it, so values die as early as on CPython's stack.
// Invariants: I1 next_temp_ is the first register that holds nothing. I2 handlers_ has inner
// regions before outer ones. Threads: one compilation on one thread. Not here: what belongs to
// which scope (scopes.h).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vm/bytecode/code.h"
#include "vm/compile/compiler.h"
#include "vm/compile/scopes.h"

namespace gilsim {

struct Label {
  int64_t position = -1;
  std::vector<uint32_t> jumps;  // instructions to patch
};

struct Operand {
  uint16_t reg;
  bool temporary;
};

// What stands between here and the end of the function: left by break, continue, return from the
// inside out.
struct Block {
  enum class Kind { kWhile, kFor, kTry, kFinally, kHandling, kWith, kExceptName } kind;
  uint16_t reg = 0;      // kFor: iterator; kHandling: saved exception; kWith: exit method
  Node* node = nullptr;  // kFinally: the try; kExceptName: the handler
  Label* break_to = nullptr;
  Label* continue_to = nullptr;
  struct Region* region = nullptr;  // protected region that is open, if any
};

struct Region {
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
  uint32_t start = 0;
  bool open = false;
};

// Shared by the generators of one module.
struct Compilation {
  const SourceFile& source;
  ScopeTable& scopes;
  CompileMode mode;
  bool annotations_as_text = false;  // from __future__ import annotations
  std::optional<SyntaxProblem> problem;
};

// The instruction that makes the empty result of a comprehension.
Op comprehension_build(const Node* n);

class CodeGenerator {
 public:
  CodeGenerator(Compilation& compilation, Scope* scope, CodeGenerator* outer, std::string name);
  std::shared_ptr<const Code> generate();

 private:
  // ---- emitting (codegen.cpp)
  uint32_t emit(Op op, uint8_t x, uint32_t a, uint32_t b, uint32_t c);
  uint32_t emit_wide(Op op, uint8_t x, uint32_t a, int64_t bc);
  void add_place();
  uint32_t here() const { return static_cast<uint32_t>(code_->instructions.size()); }
  void jump(Op op, uint8_t x, uint32_t a, Label& label);                    // displacement in bc
  void short_jump(Op op, uint8_t x, uint32_t a, uint32_t b, Label& label);  // displacement in c
  void patch(uint32_t at, int64_t target);
  void bind(Label& label);
  void fail(const std::string& message, const Place& place);
  uint16_t temp();
  void free_to(uint32_t mark) { next_temp_ = mark; }
  int64_t constant(Literal literal);
  uint16_t name(const std::string& text);
  void at(const Node* n) {
    if (!n) return;
    line_ = n->place.line;
    node_ = n;
  }
  void open_region(Region& region);
  void close_region(Region& region);
  void finish_region(Region& region, uint32_t handler, uint32_t depth, uint32_t target);
  bool generate_body();
  void prologue();
  bool is_single(const std::vector<Node*>& list);
  void generate_module();
  void generate_function();
  void generate_class_body();
  void generate_comprehension();
  bool done() const { return compilation_.problem.has_value(); }

  // ---- names
  std::string mangled(const std::string& text) const { return mangle(scope_->class_name, text); }
  void load_name(const std::string& text, uint16_t destination, const Node* n);
  void store_name(const std::string& text, Operand value);
  void delete_name(const std::string& text, const Node* n);
  std::optional<uint16_t> local_register(const std::string& mangled_name) const;
  uint16_t free_index(const std::string& mangled_name) const;
  void check_bound(uint16_t reg, const std::string& mangled_name);
  void set_bound(uint16_t reg) {
    if (reg < bound_.size()) bound_[reg] = true;
  }
  bool is_plain_local(const Node* n) const;

  // ---- expressions (codegen_expressions.cpp)
  Operand operand(Node* n);
  Operand stable_operand(
      Node* n, std::initializer_list<Node*> later);  // copied if a later operand may rebind it
  void into(Node* n, uint16_t destination);
  uint16_t value(Node* n);  // in a new temporary
  void effect(Node* n);
  uint8_t release(Operand o, uint8_t flag) const { return o.temporary ? flag : 0; }
  void binary(Node* n, uint16_t destination);
  void binary_op(Operator op, Operand left, Node* right, uint16_t destination, bool inplace);
  void unary(Node* n, uint16_t destination);
  void bool_op(Node* n, uint16_t destination);
  void bool_part(Node* whole, Node* part, uint16_t reg, bool sense, Label& stop);
  void if_expression(Node* n, uint16_t destination);
  void compare(Node* n, uint16_t destination);
  void compare_op(Operator op, Operand left, Operand right, uint16_t destination);
  void jump_if(Node* n, bool sense, Label& label);
  void compare_jump(Operator op, Operand left, Node* right_node, bool sense, Label& label);
  void call(Node* n, uint16_t destination);
  void call_at(Node* n, uint16_t window);  // function in window, or method in window and window + 1
  void call_spread(Node* n, uint16_t window);
  bool has_spread(const Node* n) const;
  void spread_arguments(const std::vector<Node*>& list, const std::vector<Node*>& keywords,
                        uint16_t window);
  int64_t keyword_names(const std::vector<Node*>& keywords);
  void attribute(Node* n, uint16_t destination);
  void subscript(Node* n, uint16_t destination);
  void slice(Node* n, uint16_t destination);
  void display(Node* n, Op build, Op append, Op extend, uint16_t destination);
  void tuple(Node* n, uint16_t destination);
  void dict(Node* n, uint16_t destination);
  void joined_string(Node* n, uint16_t destination);
  void formatted_value(Node* n, uint16_t destination);
  void comprehension_expression(Node* n, uint16_t destination);
  void lambda(Node* n, uint16_t destination);
  void yield(Node* n, std::optional<uint16_t> wanted);  // wanted: where the value sent goes
  bool literal_of(Node* n, Literal& out) const;
  bool constant_members(const Node* n, Literal& out) const;
  Operand compared(Operator op, Node* n);
  bool small_int(const Node* n, int64_t& out) const;
  bool contains_walrus(const Node* n) const;

  // ---- statements (codegen_statements.cpp)
  void statements(const std::vector<Node*>& list);
  void statement(Node* n);
  void assign_to(Node* target, Operand value);
  void unpack_to(Node* target, Operand value);
  std::optional<uint16_t> run_of_locals(const Node* target) const;
  void assign(Node* n);
  void augmented(Node* n);
  void annotated(Node* n);
  void delete_target(Node* n);
  void if_statement(Node* n);
  void while_statement(Node* n);
  void for_statement(Node* n);
  void try_except(Node* n);
  void handler(Node* n, uint16_t exception, uint16_t saved, Label& end);
  void cleanup_handler(Region& region, uint16_t saved, uint32_t depth);
  void try_finally(Node* n);
  void with_statement(Node* n, size_t item);
  void call_exit(uint16_t exit_method);
  bool too_many_blocks(const Node* n);
  void return_statement(Node* n);
  void break_or_continue(Node* n);
  void leave_blocks(size_t down_to);
  void show(Node* n);
  void import_statement(Node* n);
  void import_from(Node* n);
  void raise_statement(Node* n);
  void assert_statement(Node* n);
  void function_definition(Node* n);
  void class_definition(Node* n);
  void decorated(Node* n, uint16_t reg);

  // ---- functions (codegen_functions.cpp)
  void make_function(Scope* scope, const std::string& function_name, const Parameters* parameters,
                     Node* returns, uint16_t destination);
  void annotations_dict(const Parameters& parameters, Node* returns, uint16_t destination);
  uint16_t annotation_value(Node* n);
  void closure_tuple(const Code& inner, uint16_t destination);
  std::string qualified(const std::string& inner_name) const;
  void comprehension_loops(Node* n, size_t clause, uint16_t result, uint16_t iterator);
  void inlined_comprehension(Node* n, const char* shown, uint16_t destination);
  void clear_targets(const Node* target);

  Compilation& compilation_;
  Scope* scope_;
  CodeGenerator* outer_;
  std::shared_ptr<Code> code_;
  uint32_t next_temp_ = 0;
  uint32_t line_ = 1;
  const Node* joined_ = nullptr;  // the f-string around
  const Node* node_ = nullptr;    // what the next instructions are of
  std::map<std::string, uint16_t> locals_;
  std::map<std::string, uint16_t> names_;
  std::map<std::string, int64_t> constants_;
  std::vector<bool> bound_;     // by local register: certainly bound here
  std::vector<bool> unstable_;  // deleted somewhere: never certain
  std::vector<Block> blocks_;
  bool long_jumps_ = false;    // no fused comparison-and-jump
  bool out_of_range_ = false;  // a fused jump did not reach: generate again with long_jumps_
};

}  // namespace gilsim
