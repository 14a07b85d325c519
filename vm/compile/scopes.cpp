// What: the analysis of names.
#include "vm/compile/scopes.h"

namespace gilsim {

std::string mangle(const std::string& class_name, const std::string& name) {
  if (class_name.empty() || name.size() < 3 || name.compare(0, 2, "__") != 0) return name;
  if (name.compare(name.size() - 2, 2, "__") == 0 || name.find('.') != std::string::npos)
    return name;
  size_t first = class_name.find_first_not_of('_');
  return first == std::string::npos ? name : "_" + class_name.substr(first) + name;
}

std::string shown_name(const std::string& name) {
  size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(1, dot - 1);
}

namespace {

std::string hidden_name(const std::string& name, size_t number) {
  return "." + name + "." + std::to_string(number);
}

template <class Visit>
void each_child(Node* n, const Visit& visit) {
  for (Node* child : {n->x, n->y, n->z}) {
    if (child) visit(child);
  }
  for (const auto* list : {&n->list, &n->list2, &n->list3, &n->list4}) {
    for (Node* child : *list) {
      if (child) visit(child);
    }
  }
}

}  // namespace

// Comprehensions inside functions become loops of the function, as in CPython 3.12 (PEP 709), if
// nothing can tell: their variables get hidden names in the function around.
class ComprehensionInliner {
 public:
  // REQUIRES: names are collected, but not yet resolved.
  void run(std::vector<std::unique_ptr<Scope>>& scopes) {
    for (auto& scope : scopes) {
      if (scope->parent) ++inner_[scope->parent];
    }
    // Inner ones first, so that those around them have no scopes inside any more.
    for (size_t k = scopes.size(); k-- > 0;) {
      Scope* scope = scopes[k].get();
      if (!can_inline(*scope)) continue;
      inline_into(*scope->parent, *scope, k);
      --inner_[scope->parent];
    }
  }

 private:
  bool can_inline(const Scope& scope) {
    if (scope.kind != ScopeKind::kComprehension || scope.generator || scope.has_walrus ||
        inner_[&scope] != 0 || !scope.parent->is_function())
      return false;
    for (const char* name : {"locals", "vars", "dir", "eval", "exec", "super", "__class__"}) {
      if (scope.symbols.contains(name)) return false;
    }
    return true;
  }

  static void inline_into(Scope& function, Scope& scope, size_t number) {
    scope.inlined = true;
    for (const std::string& name : scope.order) {
      const Symbol& s = scope.symbols.at(name);
      if (name == ".0") continue;
      std::string key = s.assigned ? hidden_name(name, number) : name;
      auto [it, fresh] = function.symbols.try_emplace(key);
      if (fresh) {
        function.order.push_back(key);
        it->second.place = s.place;
      }
      it->second.used = true;
      if (s.assigned) it->second.assigned = true;
    }
    rename_all(scope.node, scope, number);
  }
  // The first iterable is not inside the scope.
  static void rename_all(Node* comprehension, const Scope& scope, size_t number) {
    Node* outside = comprehension->list[0]->y;
    each_child(comprehension, [&](Node* child) { rename(child, outside, scope, number); });
  }
  static void rename(Node* n, const Node* outside, const Scope& scope, size_t number) {
    if (n == outside) return;
    if (n->kind == NodeKind::kName) {
      std::string name = mangle(scope.class_name, n->text);
      auto it = scope.symbols.find(name);
      if (it != scope.symbols.end() && it->second.assigned) n->text = hidden_name(name, number);
      return;
    }
    each_child(n, [&](Node* child) { rename(child, outside, scope, number); });
  }

  std::unordered_map<const Scope*, int> inner_;  // scopes directly inside that are not inlined
};

class ScopeBuilder {
 public:
  ScopeBuilder(ScopeTable& table, SyntaxProblem& problem) : table_(table), problem_(problem) {}

  bool run(Node* root) {
    Scope* module = open(ScopeKind::kModule, root);
    if (root->kind == NodeKind::kModule)
      statements(root->list);
    else
      expression(root);
    close();
    (void)module;
    if (failed_) return false;
    ComprehensionInliner().run(table_.scopes_);
    return resolve_all();
  }

 private:
  Scope* open(ScopeKind kind, Node* node) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->node = node;
    scope->parent = scope_;
    scope->class_name = kind == ScopeKind::kClass ? node->text : scope_ ? scope_->class_name : "";
    scope_ = scope.get();
    table_.by_node_[node] = scope_;
    table_.scopes_.push_back(std::move(scope));
    return scope_;
  }
  void close() { scope_ = scope_->parent; }

  void fail(const std::string& message, const Place& place) {
    if (failed_) return;
    failed_ = true;
    problem_ = {SyntaxProblem::Kind::kSyntaxError, message, place};
  }

  Symbol& symbol(Scope* scope, const std::string& name, const Place& place) {
    std::string key = mangle(scope->class_name, name);
    auto [it, fresh] = scope->symbols.try_emplace(key);
    if (fresh) {
      scope->order.push_back(key);
      it->second.place = place;
    }
    return it->second;
  }
  void assign(const std::string& name, const Place& place) {
    if (name == "__debug__") fail("cannot assign to __debug__", place);
    symbol(scope_, name, place).assigned = true;
  }
  void use(const std::string& name, const Place& place) { symbol(scope_, name, place).used = true; }

  void parameter(const Parameter& p) {
    Symbol& s = symbol(scope_, p.name, p.place);
    if (p.name == "__debug__") fail("cannot assign to __debug__", p.place);
    if (s.parameter) fail("duplicate argument '" + p.name + "' in function definition", p.place);
    s.parameter = s.assigned = true;
  }
  void define_parameters(const Parameters& p) {
    for (const Parameter& one : p.positional) parameter(one);
    for (const Parameter& one : p.keyword_only) parameter(one);
    if (p.has_rest) parameter(p.rest);
    if (p.has_keywords) parameter(p.keywords);
  }
  void parameter_expressions(const Parameters& p) {
    auto visit = [&](const Parameter& one) {
      expression(one.default_value);
      expression(one.annotation);
    };
    for (const Parameter& one : p.positional) visit(one);
    for (const Parameter& one : p.keyword_only) visit(one);
    if (p.has_rest) visit(p.rest);
    if (p.has_keywords) visit(p.keywords);
  }

  void statements(const std::vector<Node*>& list) {
    for (Node* n : list) statement(n);
  }
  void expressions(const std::vector<Node*>& list) {
    for (Node* n : list) expression(n);
  }

  void declare(Node* n, bool global) {
    for (const std::string& name : n->names) {
      Symbol& s = symbol(scope_, name, n->place);
      const char* word = global ? "global" : "nonlocal";
      if (s.parameter) return fail("name '" + name + "' is parameter and " + word, n->place);
      if (global ? s.nonlocal : s.global)
        return fail("name '" + name + "' is nonlocal and global", n->place);
      if (s.assigned && !s.global && !s.nonlocal)
        return fail("name '" + name + "' is assigned to before " + word + " declaration", n->place);
      if (s.used && !s.global && !s.nonlocal)
        return fail("name '" + name + "' is used prior to " + word + " declaration", n->place);
      if (!global && scope_->kind == ScopeKind::kModule)
        return fail("nonlocal declaration not allowed at module level", n->place);
      (global ? s.global : s.nonlocal) = true;
    }
  }

  void statement(Node* n) {
    if (failed_ || !n) return;
    switch (n->kind) {
      case NodeKind::kFunctionDef:
        assign(n->text, n->place);
        expressions(n->list2);
        parameter_expressions(*n->parameters);
        expression(n->x);
        open(ScopeKind::kFunction, n);
        define_parameters(*n->parameters);
        statements(n->list);
        close();
        return;
      case NodeKind::kClassDef:
        assign(n->text, n->place);
        expressions(n->list2);
        expressions(n->list3);
        expressions(n->list4);
        open(ScopeKind::kClass, n);
        statements(n->list);
        close();
        return;
      case NodeKind::kGlobal:
        return declare(n, true);
      case NodeKind::kNonlocal:
        return declare(n, false);
      case NodeKind::kImport:
      case NodeKind::kImportFrom:
        for (Node* alias : n->list) {
          if (alias->text == "*") {
            if (scope_->kind != ScopeKind::kModule)
              fail("import * only allowed at module level", n->place);
            continue;
          }
          std::string name = !alias->text2.empty() ? alias->text2
                             : n->kind == NodeKind::kImport
                                 ? alias->text.substr(0, alias->text.find('.'))
                                 : alias->text;
          assign(name, alias->place);
        }
        return;
      case NodeKind::kDelete:
        for (Node* target : n->list) deletion(target);
        return;
      case NodeKind::kAnnAssign:
        if (n->x->kind == NodeKind::kName && n->number != 0) annotate(n->x);
        target(n->x, n->z != nullptr || n->number != 0);
        if (!scope_->is_function() || n->number == 0) expression(n->y);
        expression(n->z);
        return;
      case NodeKind::kTry:
        statements(n->list);
        for (Node* handler : n->list2) {
          expression(handler->x);
          if (!handler->text.empty()) {
            Symbol& s = symbol(scope_, handler->text, handler->place);
            s.assigned = s.deleted = true;
      if (n->text == "__debug__") fail("cannot delete __debug__", n->place);
          }
          statements(handler->list);
        }
        statements(n->list3);
        statements(n->list4);
        return;
      case NodeKind::kWith:
        for (Node* item : n->list3) {
          expression(item->x);
          if (item->y) target(item->y, true);
        }
        statements(n->list);
        return;
      case NodeKind::kAssign:
        expression(n->x);
        for (Node* t : n->list) target(t, true);
        return;
      case NodeKind::kAugAssign:
        target(n->x, true);
        if (n->x->kind == NodeKind::kName) use(n->x->text, n->x->place);
        expression(n->y);
        return;
      case NodeKind::kFor:
        expression(n->y);
        target(n->x, true);
        statements(n->list);
        statements(n->list2);
        return;
      default:
        expression(n->x);
        expression(n->y);
        statements(n->list);
        statements(n->list2);
        return;
    }
  }

  void annotate(Node* n) {
    if (scope_->kind == ScopeKind::kModule) return;
    const Symbol& s = symbol(scope_, n->text, n->place);
    if (s.global) fail("annotated name '" + n->text + "' can't be global", n->place);
    if (s.nonlocal) fail("annotated name '" + n->text + "' can't be nonlocal", n->place);
  }

  void deletion(Node* n) {
    if (n->kind == NodeKind::kName) {
      Symbol& s = symbol(scope_, n->text, n->place);
      s.assigned = s.deleted = true;
      if (n->text == "__debug__") fail("cannot delete __debug__", n->place);
    } else if (n->kind == NodeKind::kTuple || n->kind == NodeKind::kList) {
      for (Node* item : n->list) deletion(item);
    } else {
      expression(n->x);
      expression(n->y);
    }
  }

  void target(Node* n, bool binds) {
    switch (n->kind) {
      case NodeKind::kName:
        if (binds) assign(n->text, n->place);
        return;
      case NodeKind::kTuple:
      case NodeKind::kList:
        for (Node* item : n->list) target(item, binds);
        return;
      case NodeKind::kStarred:
        return target(n->x, binds);
      default:
        expression(n->x);
        expression(n->y);
        return;
    }
  }

  void named_expression(Node* n) {
    if (in_iterable_ > 0) {
      return fail("assignment expression cannot be used in a comprehension iterable expression",
                  n->place);
    }
    expression(n->y);
    Scope* scope = scope_;
    scope_->has_walrus = true;
    while (scope->kind == ScopeKind::kComprehension) {
      if (is_iteration_variable(scope, n->x->text)) {
        return fail("assignment expression cannot rebind comprehension iteration variable '" +
                        n->x->text + "'",
                    n->place);
      }
      scope = scope->parent;
      scope->has_walrus = true;
    }
    if (scope != scope_ && scope->kind == ScopeKind::kClass)
      return fail("assignment expression within a comprehension cannot be used in a class body",
                  n->place);
    symbol(scope, n->x->text, n->place).assigned = true;
    for (Scope* inner = scope_; inner != scope; inner = inner->parent) {
      Symbol& s = symbol(inner, n->x->text, n->place);
      s.used = true;
      if (scope->is_function()) s.nonlocal = !symbol(scope, n->x->text, n->place).global;
      if (!scope->is_function() || symbol(scope, n->x->text, n->place).global) s.global = true;
    }
  }
  static bool is_iteration_variable(Scope* scope, const std::string& name) {
    auto it = scope->symbols.find(name);
    return it != scope->symbols.end() && it->second.assigned;
  }

  static std::string comprehension_name(const Node* n) {
    return n->kind == NodeKind::kListComp   ? "list comprehension"
           : n->kind == NodeKind::kSetComp  ? "set comprehension"
           : n->kind == NodeKind::kDictComp ? "dict comprehension"
                                            : "generator expression";
  }

  void iterable(Node* n) {
    ++in_iterable_;
    expression(n);
    --in_iterable_;
  }

  void comprehension(Node* n) {
    iterable(n->list[0]->y);  // the outermost one belongs to the enclosing scope
    open(ScopeKind::kComprehension, n);
    if (n->kind == NodeKind::kGeneratorExp) scope_->generator = true;
    Symbol& s = symbol(scope_, ".0", n->place);
    s.parameter = s.assigned = true;
    for (size_t k = 0; k < n->list.size(); ++k) {
      target(n->list[k]->x, true);
      if (k > 0) iterable(n->list[k]->y);
      expressions(n->list[k]->list);
    }
    expression(n->x);
    expression(n->y);
    close();
  }

  void expression(Node* n) {
    if (failed_ || !n) return;
    switch (n->kind) {
      case NodeKind::kName:
        use(n->text, n->place);
        if (n->text == "super" && scope_->is_function()) use("__class__", n->place);
        return;
      case NodeKind::kLambda:
        parameter_expressions(*n->parameters);
        open(ScopeKind::kFunction, n);
        define_parameters(*n->parameters);
        expression(n->x);
        close();
        return;
      case NodeKind::kListComp:
      case NodeKind::kSetComp:
      case NodeKind::kDictComp:
      case NodeKind::kGeneratorExp:
        return comprehension(n);
      case NodeKind::kNamedExpr:
        return named_expression(n);
      case NodeKind::kYield:
      case NodeKind::kYieldFrom:
        if (scope_->kind == ScopeKind::kComprehension)
          return fail("'yield' inside " + comprehension_name(scope_->node), n->place);
        if (!scope_->is_function()) return fail("'yield' outside function", n->place);
        scope_->generator = true;
        expression(n->x);
        return;
      default:
        expression(n->x);
        expression(n->y);
        expression(n->z);
        expressions(n->list);
        expressions(n->list2);
        return;
    }
  }

  // ---- resolution: scopes_ has parents before children.
  bool resolve_all() {
    for (auto& scope : table_.scopes_) {
      if (scope->inlined) continue;
      for (const std::string& name : std::vector<std::string>(scope->order)) {
        if (!resolve(scope.get(), name)) return false;
      }
    }
    return true;
  }

  bool resolve(Scope* scope, const std::string& name) {
    Symbol& s = scope->symbols.at(name);
    if (s.global) return true;
    if (s.nonlocal) {
      if (capture(scope, name)) return true;
      fail("no binding for nonlocal '" + name + "' found", s.place);
      return false;
    }
    if (s.assigned || s.free) return true;
    if (s.used && scope->kind != ScopeKind::kModule) capture(scope, name);
    return true;
  }

  // Finds name in an enclosing function and makes it free in every scope on the way. False: it is
  // global.
  bool capture(Scope* scope, const std::string& name) {
    Scope* owner = scope->parent;
    while (owner) {
      auto it = owner->symbols.find(name);
      if (owner->kind == ScopeKind::kClass && name == "__class__") {
        owner->needs_class_cell = true;
        break;
      }
      if (owner->is_function() && it != owner->symbols.end()) {
        if (it->second.global) return false;
        if (it->second.assigned && !it->second.nonlocal) break;
      }
      owner = owner->parent;
    }
    if (!owner || owner->kind == ScopeKind::kModule) return false;
    if (owner->kind != ScopeKind::kClass) owner->symbols.at(name).captured = true;
    for (Scope* inner = scope; inner != owner; inner = inner->parent) {
      auto [it, fresh] = inner->symbols.try_emplace(name);
      if (it->second.free) continue;
      it->second.free = true;
      inner->free_names.push_back(name);
    }
    return true;
  }

  ScopeTable& table_;
  SyntaxProblem& problem_;
  Scope* scope_ = nullptr;
  int in_iterable_ = 0;  // inside how many iterables of comprehensions
  bool failed_ = false;
};

bool ScopeTable::analyze(Node* root, SyntaxProblem& problem) {
  return ScopeBuilder(*this, problem).run(root);
}

NameKind ScopeTable::classify(const Scope* scope, const std::string& name) const {
  auto it = scope->symbols.find(name);
  if (it == scope->symbols.end())
    return scope->is_function() ? NameKind::kGlobal : NameKind::kNamespace;
  const Symbol& s = it->second;
  if (s.global) return NameKind::kGlobal;
  if (s.free && (scope->is_function() || !s.assigned || s.nonlocal)) return NameKind::kFree;
  if (!scope->is_function()) return NameKind::kNamespace;
  if (!s.assigned) return NameKind::kGlobal;
  return s.captured ? NameKind::kCell : NameKind::kLocal;
}

}  // namespace gilsim
