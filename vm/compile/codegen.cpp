// What: code generation: instructions, jumps, names, and the bodies of scopes.
#include "vm/compile/codegen.h"

#include <bit>

namespace gilsim {

namespace {

constexpr uint32_t kMaxRegisters = 60000;
constexpr size_t kMaxTable = 65000;

}  // namespace

CodeGenerator::CodeGenerator(Compilation& compilation, Scope* scope, CodeGenerator* outer,
                             std::string name)
    : compilation_(compilation), scope_(scope), outer_(outer), code_(std::make_shared<Code>()) {
  code_->tidy = true;
  code_->name = std::move(name);
}

namespace {

// The part of an expression on one line that a traceback points out: the operator of an operation,
// the index of a subscript. CPython takes for the operator what stands first behind the left
// operand and, if the next character is no space, that one too.
void mark_part(const Node& n, std::string_view line, Columns& columns) {
  if (n.kind == NodeKind::kBinOp && n.x && n.y) {
    size_t at = n.x->place.end_column;
    while (at < n.y->place.column && std::string_view(" \t\f\\)").find(line[at]) != line.npos) ++at;
    if (n.x->place.end_line != n.place.line || at >= n.y->place.column) return;
    size_t end = at + 1;
    if (end < n.y->place.column && line[end] != ' ' && line[end] != '\t') ++end;
    columns.mark = static_cast<uint16_t>(at - columns.begin);
    columns.mark_end = static_cast<uint16_t>(end - columns.begin);
  } else if (n.kind == NodeKind::kSubscript && n.x && n.y) {
    size_t at = n.x->place.end_column;  // a parenthesis may stand before the index
    while (n.x->place.end_line == n.place.line && at + 1 < n.place.end_column && line[at] != '[')
      ++at;
    columns.mark = static_cast<uint16_t>(at - columns.begin);
    columns.mark_end = static_cast<uint16_t>(n.place.end_column - columns.begin);
  }
}

}  // namespace

void CodeGenerator::add_place() {
  code_->lines.push_back(line_);
  Columns columns;
  const Place* place = node_ ? &node_->place : nullptr;
  if (place && place->line == line_ && place->column < Columns::kToLineEnd &&
      place->end_column < Columns::kToLineEnd) {
    columns.begin = static_cast<uint16_t>(place->column);
    bool one_line = place->end_line == place->line;
    columns.end = one_line ? static_cast<uint16_t>(place->end_column) : Columns::kToLineEnd;
    if (one_line) mark_part(*node_, compilation_.source.line(line_), columns);
  }
  code_->columns.push_back(columns);
}

uint32_t CodeGenerator::emit(Op op, uint8_t x, uint32_t a, uint32_t b, uint32_t c) {
  code_->instructions.push_back(Instruction::abc(
      op, x, static_cast<uint16_t>(a), static_cast<uint16_t>(b), static_cast<uint16_t>(c)));
  add_place();
  return here() - 1;
}

uint32_t CodeGenerator::emit_wide(Op op, uint8_t x, uint32_t a, int64_t bc) {
  code_->instructions.push_back(
      Instruction::abx(op, x, static_cast<uint16_t>(a), static_cast<int32_t>(bc)));
  add_place();
  return here() - 1;
}

void CodeGenerator::fail(const std::string& message, const Place& place) {
  if (!compilation_.problem)
    compilation_.problem = SyntaxProblem{SyntaxProblem::Kind::kSyntaxError, message, place};
}

uint16_t CodeGenerator::temp() {
  uint32_t reg = next_temp_++;
  if (next_temp_ > kMaxRegisters) {
    fail("too many values in one function", {line_, 0, line_, 1});
    next_temp_ = reg;
  }
  if (next_temp_ > code_->register_count) code_->register_count = static_cast<uint16_t>(next_temp_);
  return static_cast<uint16_t>(reg);
}

void CodeGenerator::jump(Op op, uint8_t x, uint32_t a, Label& label) {
  uint32_t at = emit_wide(op, x, a, 0);
  if (label.position >= 0)
    patch(at, label.position);
  else
    label.jumps.push_back(at);
}

void CodeGenerator::short_jump(Op op, uint8_t x, uint32_t a, uint32_t b, Label& label) {
  uint32_t at = emit(op, x, a, b, 0);
  if (label.position >= 0)
    patch(at, label.position);
  else
    label.jumps.push_back(at);
}

void CodeGenerator::patch(uint32_t at, int64_t target) {
  Instruction& i = code_->instructions[at];
  int64_t distance = target - (static_cast<int64_t>(at) + 1);
  Format format = op_info(i.op()).format;
  if (format == Format::J || format == Format::UJ) {
    i = Instruction::abx(i.op(), i.x(), i.a(), static_cast<int32_t>(distance));
    return;
  }
  if (distance < INT16_MIN || distance > INT16_MAX) out_of_range_ = true;
  i = Instruction::abc(i.op(), i.x(), i.a(), i.b(),
                       static_cast<uint16_t>(static_cast<int16_t>(distance)));
}

void CodeGenerator::bind(Label& label) {
  label.position = here();
  for (uint32_t at : label.jumps) patch(at, label.position);
  label.jumps.clear();
}

namespace {

// A text that equal literals, and only they, share: constants are stored once.
std::string literal_key(const Literal& literal) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(literal.kind)));
  key += std::to_string(literal.integer) + "," +
         std::to_string(std::bit_cast<uint64_t>(literal.real)) + "," +
         std::to_string(literal.text.size()) + ":" + literal.text;
  for (const Literal& item : literal.items) key += "(" + literal_key(item) + ")";
  return key;
}

}  // namespace

int64_t CodeGenerator::constant(Literal literal) {
  if (literal.kind == Literal::Kind::Code) {
    code_->constants.push_back(std::move(literal));
    return static_cast<int64_t>(code_->constants.size()) - 1;
  }
  auto [it, fresh] =
      constants_.try_emplace(literal_key(literal), static_cast<int64_t>(code_->constants.size()));
  if (fresh) code_->constants.push_back(std::move(literal));
  return it->second;
}

uint16_t CodeGenerator::name(const std::string& text) {
  auto [it, fresh] = names_.try_emplace(text, static_cast<uint16_t>(code_->names.size()));
  if (fresh) code_->names.push_back(text);
  if (code_->names.size() > kMaxTable) fail("too many names in one function", {line_, 0, line_, 1});
  return it->second;
}

void CodeGenerator::open_region(Region& region) {
  region.start = here();
  region.open = true;
}
void CodeGenerator::close_region(Region& region) {
  if (region.open && here() > region.start) region.ranges.push_back({region.start, here()});
  region.open = false;
}
void CodeGenerator::finish_region(Region& region, uint32_t handler, uint32_t depth,
                                  uint32_t target) {
  for (auto [start, end] : region.ranges) {
    code_->handlers.push_back(
        {start, end, handler, static_cast<uint16_t>(depth), static_cast<uint16_t>(target)});
  }
}

// ---- names

std::optional<uint16_t> CodeGenerator::local_register(const std::string& mangled_name) const {
  auto it = locals_.find(mangled_name);
  if (it == locals_.end()) return std::nullopt;
  return it->second;
}

uint16_t CodeGenerator::free_index(const std::string& mangled_name) const {
  for (size_t k = 0; k < code_->free_names.size(); ++k) {
    if (code_->free_names[k] == mangled_name) return static_cast<uint16_t>(k);
  }
  return 0;
}

bool CodeGenerator::is_plain_local(const Node* n) const {
  return n->kind == NodeKind::kName && scope_->is_function() &&
         compilation_.scopes.classify(scope_, mangled(n->text)) == NameKind::kLocal;
}

void CodeGenerator::check_bound(uint16_t reg, const std::string& mangled_name) {
  if (reg < bound_.size() && bound_[reg] && !unstable_[reg]) return;
  emit_wide(Op::CheckBound, 0, reg, name(mangled_name));
  set_bound(reg);
}

void CodeGenerator::load_name(const std::string& text, uint16_t destination, const Node* n) {
  at(n);
  std::string key = mangled(text);
  switch (compilation_.scopes.classify(scope_, key)) {
    case NameKind::kLocal: {
      uint16_t reg = *local_register(key);
      check_bound(reg, key);
      if (reg != destination) emit(Op::Move, 0, destination, reg, 0);
      return;
    }
    case NameKind::kCell:
      emit(Op::LoadCell, 0, destination, *local_register(key), 0);
      return;
    case NameKind::kFree:
      if (scope_->kind == ScopeKind::kClass)
        emit(Op::LoadNameFree, 0, destination, name(key), free_index(key));
      else
        emit_wide(Op::LoadFree, 0, destination, free_index(key));
      return;
    case NameKind::kGlobal:
      emit_wide(Op::LoadGlobal, 0, destination, name(key));
      return;
    case NameKind::kNamespace:
      emit_wide(code_->flags & kCodeModule ? Op::LoadGlobal : Op::LoadName, 0, destination,
                name(key));
      return;
  }
}

void CodeGenerator::store_name(const std::string& text, Operand value) {
  std::string key = mangled(text);
  switch (compilation_.scopes.classify(scope_, key)) {
    case NameKind::kLocal: {
      uint16_t reg = *local_register(key);
      if (reg != value.reg) emit(Op::Move, release(value, kRelB), reg, value.reg, 0);
      set_bound(reg);
      return;
    }
    case NameKind::kCell:
      emit(Op::StoreCell, release(value, kRelB), *local_register(key), value.reg, 0);
      return;
    case NameKind::kFree:
      emit_wide(Op::StoreFree, release(value, kRelA), value.reg, free_index(key));
      return;
    case NameKind::kGlobal:
      emit_wide(Op::StoreGlobal, release(value, kRelA), value.reg, name(key));
      return;
    case NameKind::kNamespace:
      emit_wide(code_->flags & kCodeModule ? Op::StoreGlobal : Op::StoreName, release(value, kRelA),
                value.reg, name(key));
      return;
  }
}

void CodeGenerator::delete_name(const std::string& text, const Node* n) {
  at(n);
  std::string key = mangled(text);
  switch (compilation_.scopes.classify(scope_, key)) {
    case NameKind::kLocal:
      emit_wide(Op::DelLocal, 0, *local_register(key), name(key));
      return;
    case NameKind::kCell:
      emit(Op::DelCell, 0, *local_register(key), 0, 0);
      return;
    case NameKind::kFree:
      emit_wide(Op::DelFree, 0, 0, free_index(key));
      return;
    case NameKind::kGlobal:
      emit_wide(Op::DelGlobal, 0, 0, name(key));
      return;
    case NameKind::kNamespace:
      emit_wide(code_->flags & kCodeModule ? Op::DelGlobal : Op::DelName, 0, 0, name(key));
      return;
  }
}

// ---- bodies

std::string CodeGenerator::qualified(const std::string& inner_name) const {
  if (scope_->kind == ScopeKind::kModule) return inner_name;
  return code_->qualified_name + (scope_->is_function() ? ".<locals>." : ".") + inner_name;
}

std::shared_ptr<const Code> CodeGenerator::generate() {
  if (generate_body() || done()) return code_;
  // A fused jump did not reach its target: once more with long ones.
  CodeGenerator again(compilation_, scope_, outer_, code_->name);
  again.long_jumps_ = true;
  if (!again.generate_body()) again.fail("code block is too large", scope_->node->place);
  return again.code_;
}

bool CodeGenerator::generate_body() {
  code_->file_name = compilation_.source.name;
  code_->first_line = scope_->node->place.line;
  code_->qualified_name = outer_ ? outer_->qualified(code_->name) : code_->name;
  if (outer_ && outer_->scope_->symbols.contains(outer_->mangled(code_->name)) &&
      outer_->scope_->symbols.at(outer_->mangled(code_->name)).global &&
      scope_->kind != ScopeKind::kComprehension) {
    code_->qualified_name = code_->name;
  }
  if (long_jumps_) code_->flags |= kCodeLongJumps;
  if (scope_->generator) code_->flags |= kCodeGenerator;
  code_->free_names = scope_->free_names;
  line_ = code_->first_line;
  switch (scope_->kind) {
    case ScopeKind::kModule:
      generate_module();
      break;
    case ScopeKind::kFunction:
      generate_function();
      break;
    case ScopeKind::kClass:
      generate_class_body();
      break;
    case ScopeKind::kComprehension:
      generate_comprehension();
      break;
  }
  return !out_of_range_;
}

// Assigns registers to named locals and wraps those that inner functions capture in cells.
void CodeGenerator::prologue() {
  auto add = [&](const std::string& key, bool parameter) {
    if (locals_.contains(key)) return;
    auto reg = static_cast<uint16_t>(code_->local_names.size());
    locals_[key] = reg;
    code_->local_names.push_back(key);
    bound_.push_back(parameter);
    unstable_.push_back(scope_->symbols.at(key).deleted);
  };
  if (const Parameters* p = scope_->node->parameters; p && scope_->kind == ScopeKind::kFunction) {
    for (const Parameter& one : p->positional) add(mangled(one.name), true);
    for (const Parameter& one : p->keyword_only) add(mangled(one.name), true);
    if (p->has_rest) add(mangled(p->rest.name), true);
    if (p->has_keywords) add(mangled(p->keywords.name), true);
    code_->positional_count = static_cast<uint16_t>(p->positional.size());
    code_->positional_only_count = static_cast<uint16_t>(p->positional_only);
    code_->keyword_only_count = static_cast<uint16_t>(p->keyword_only.size());
    if (p->has_rest) code_->flags |= kCodeVarArgs;
    if (p->has_keywords) code_->flags |= kCodeVarKeywords;
  }
  for (const std::string& key : scope_->order) {
    NameKind kind = compilation_.scopes.classify(scope_, key);
    if (kind == NameKind::kLocal || kind == NameKind::kCell)
      add(key, scope_->symbols.at(key).parameter);
  }
  if (code_->local_names.size() > kMaxRegisters)
    return fail("too many variables in one function", scope_->node->place);
  code_->local_count = static_cast<uint16_t>(code_->local_names.size());
  next_temp_ = code_->local_count;
  code_->register_count = code_->local_count;
  for (const std::string& key : code_->local_names) {
    if (compilation_.scopes.classify(scope_, key) != NameKind::kCell) continue;
    emit(Op::MakeCell, 0, locals_.at(key), 0, 0);
    code_->cell_registers.push_back(locals_.at(key));
  }
  for (std::string& key : code_->local_names) key = shown_name(key);
}

namespace {

const Node* docstring(const std::vector<Node*>& body) {
  if (body.empty() || body[0]->kind != NodeKind::kExpr || body[0]->x->kind != NodeKind::kStr)
    return nullptr;
  return body[0]->x;
}

}  // namespace

// Whether there is a statement, and each begins in the line in which the one before it ends. False:
// it has failed.
bool CodeGenerator::is_single(const std::vector<Node*>& list) {
  if (list.empty()) {
    fail("invalid syntax", {1, 0, 1, 0});
    return false;
  }
  for (size_t k = 1; k < list.size(); ++k) {
    const Place& before = list[k - 1]->place;
    if (list[k]->place.line == before.end_line) continue;
    fail("multiple statements found while compiling a single statement",
         {before.end_line, before.end_column, before.end_line, before.end_column + 1});
    return false;
  }
  return true;
}

void CodeGenerator::generate_module() {
  if (compilation_.mode == CompileMode::kModule)
    code_->flags |= kCodeModule;
  else
    code_->flags |= kCodeNamespace;
  Node* root = scope_->node;
  if (root->kind != NodeKind::kModule) {  // eval
    uint16_t result = value(root);
    emit(Op::Return, 0, result, 0, 0);
    return;
  }
  code_->first_line = 1;
  if (compilation_.mode == CompileMode::kSingle) {
    if (!is_single(root->list)) return;
  } else if (const Node* doc = docstring(root->list)) {
    uint16_t reg = temp();
    into(const_cast<Node*>(doc), reg);
    store_name("__doc__", {reg, true});
    free_to(reg);
  }
  statements(root->list);
  uint16_t none = temp();
  emit_wide(Op::LoadConst, 0, none, constant({}));
  emit(Op::Return, 0, none, 0, 0);
}

void CodeGenerator::generate_function() {
  prologue();
  Node* n = scope_->node;
  if (n->kind == NodeKind::kLambda) {
    uint16_t result = value(n->x);
    emit(Op::Return, 0, result, 0, 0);
    return;
  }
  if (const Node* doc = docstring(n->list)) {
    code_->has_doc = true;
    code_->doc = doc->text;
  }
  statements(n->list);
  uint16_t none = temp();
  emit_wide(Op::LoadConst, 0, none, constant({}));
  emit(Op::Return, 0, none, 0, 0);
}

void CodeGenerator::generate_class_body() {
  code_->flags |= kCodeNamespace;
  Node* n = scope_->node;
  uint16_t class_cell = 0;
  if (scope_->needs_class_cell) {
    class_cell = temp();
    locals_["__class__"] = class_cell;
    code_->local_names.push_back("__class__");
    code_->local_count = 1;
    bound_.push_back(true);
    unstable_.push_back(false);
    emit(Op::MakeCell, 0, class_cell, 0, 0);
    code_->cell_registers.push_back(class_cell);
  }
  uint16_t reg = temp();
  emit_wide(Op::LoadGlobal, 0, reg, name("__name__"));
  emit_wide(Op::StoreName, kRelA, reg, name("__module__"));
  emit_wide(Op::LoadConst, 0, reg,
            constant({Literal::Kind::Str, 0, 0, code_->qualified_name, {}, nullptr}));
  emit_wide(Op::StoreName, kRelA, reg, name("__qualname__"));
  if (const Node* doc = docstring(n->list)) {
    into(const_cast<Node*>(doc), reg);
    emit_wide(Op::StoreName, kRelA, reg, name("__doc__"));
  }
  free_to(reg);
  statements(n->list);
  uint16_t result = temp();
  if (scope_->needs_class_cell)
    emit(Op::Move, kRelB, result, class_cell, 0);
  else
    emit_wide(Op::LoadConst, 0, result, constant({}));
  emit(Op::Return, 0, result, 0, 0);
}

void CodeGenerator::generate_comprehension() {
  code_->positional_count = 1;
  prologue();
  Node* n = scope_->node;
  at(n);
  uint16_t result = 0;
  if (n->kind != NodeKind::kGeneratorExp) {
    result = temp();
    emit(comprehension_build(n), 0, result, result, 0);
  }
  emit(Op::GetIter, 0, 0, 0, 0);  // it is one already; so the verifier need not trust the caller
  comprehension_loops(n, 0, result, 0);
  if (n->kind == NodeKind::kGeneratorExp) {
    result = temp();
    emit_wide(Op::LoadConst, 0, result, constant({}));
  }
  emit(Op::Return, 0, result, 0, 0);
}

// ---- entry

CompileResult compile_module(const SourceFile& source, const Tree& tree,
                             const CompileOptions& options) {
  CompileResult result;
  ScopeTable scopes;
  SyntaxProblem problem;
  if (!scopes.analyze(tree.root, problem)) {
    result.problem = problem;
    return result;
  }
  Compilation compilation{source, scopes, options.mode, false, std::nullopt};
  CodeGenerator generator(compilation, scopes.top(), nullptr, "<module>");
  result.code = generator.generate();
  result.problem = compilation.problem;
  if (result.problem) result.code = nullptr;
  return result;
}

}  // namespace gilsim
