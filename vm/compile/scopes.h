// What: which scope each name belongs to: local, cell, free, global.
// Idea: two passes, as CPython's symtable: collect what each block binds and uses, then resolve
// from the outside in. Threads: one analysis on one thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "vm/syntax/ast.h"

namespace gilsim {

enum class ScopeKind : uint8_t { kModule, kFunction, kClass, kComprehension };
enum class NameKind : uint8_t {
  kLocal,
  kCell,
  kFree,
  kGlobal,
  kNamespace
};  // kNamespace: class bodies and modules by name

struct Symbol {
  bool parameter = false, assigned = false, used = false, global = false, nonlocal = false,
       deleted = false;
  bool captured = false;  // by an inner scope
  bool free = false;      // found in an outer function
  Place place;
};

struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  Node* node = nullptr;
  Scope* parent = nullptr;
  std::string class_name;  // of the innermost class, for name mangling; empty outside
  std::map<std::string, Symbol> symbols;
  std::vector<std::string> order;  // names in the order they were first seen
  std::vector<std::string> free_names;
  bool generator = false;
  bool has_walrus = false;
  bool needs_class_cell = false;  // class: a method wants __class__
  bool inlined = false;  // comprehension: its variables are hidden ones of the function around it

  bool is_function() const {
    return kind == ScopeKind::kFunction || kind == ScopeKind::kComprehension;
  }
};

class ScopeTable {
 public:
  // namespace_mode: top-level names live in a dict other than the globals (eval, exec).
  bool analyze(Node* root, SyntaxProblem& problem);
  Scope* of(const Node* node) const { return by_node_.at(node); }
  Scope* top() const {
    return scopes_.front().get();
  }  // an eval's root node may have a scope of its own inside
  // name is mangled already.
  NameKind classify(const Scope* scope, const std::string& name) const;

 private:
  friend class ScopeBuilder;
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::unordered_map<const Node*, Scope*> by_node_;
};

// A variable of an inlined comprehension has a name of its own in its function. The name a program
// gave it; other names are as they are.
std::string shown_name(const std::string& name);

// __x inside class C is _C__x.
std::string mangle(const std::string& class_name, const std::string& name);

}  // namespace gilsim
