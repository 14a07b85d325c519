// What: the syntax tree: one plain node type, whose fields mean what the table below says for each
// kind. Idea: a tree of one node type keeps parser and compiler short; nodes live in the Tree's
// arena and are never freed one by one. Threads: immutable after parsing. Not here: scopes and
// meaning (vm/compile).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "vm/syntax/source.h"

namespace gilsim {

enum class NodeKind : uint8_t {
  // statements                  fields
  kModule,       // list: body
  kFunctionDef,  // text: name, parameters, list: body, list2: decorators, x: returns or null
  kClassDef,    // text: name, list: body, list2: decorators, list3: bases (Starred allowed), list4:
                // kKeyword
  kReturn,      // x or null
  kDelete,      // list: targets
  kAssign,      // list: targets, x: value
  kAugAssign,   // x: target, op, y: value
  kAnnAssign,   // x: target, y: annotation, z: value or null, number: 1 if a plain name without
                // parentheses
  kFor,         // x: target, y: iterable, list: body, list2: else
  kWhile,       // x: test, list: body, list2: else
  kIf,          // x: test, list: body, list2: else
  kWith,        // list3: kWithItem, list: body
  kWithItem,    // x: context, y: target or null
  kRaise,       // x or null, y: cause or null
  kTry,         // list: body, list2: kHandler, list3: else, list4: finally
  kHandler,     // x: type or null, text: name or empty, list: body
  kAssert,      // x: test, y: message or null
  kImport,      // list: kAlias
  kImportFrom,  // text: module (may be empty), number: level, list: kAlias (text "*" for all)
  kAlias,       // text: name, text2: as or empty
  kGlobal,      // names
  kNonlocal,    // names
  kExpr,        // x
  kPass,
  kBreak,
  kContinue,
  // expressions
  kBoolOp,     // op: kAnd or kOr, list: values
  kNamedExpr,  // x: name, y: value
  kBinOp,      // x, op, y
  kUnaryOp,    // op, x
  kLambda,     // parameters, x: body
  kIfExp,      // x: test, y: then, z: else
  kDict,       // list: keys (null for **), list2: values
  kSet,        // list
  kListComp,
  kSetComp,
  kGeneratorExp,    // x: element, list: kComprehension
  kDictComp,        // x: key, y: value, list: kComprehension
  kComprehension,   // x: target, y: iterable, list: conditions
  kYield,           // x or null
  kYieldFrom,       // x
  kCompare,         // x: left, ops, list: comparators
  kCall,            // x: function, list: arguments (Starred allowed), list2: kKeyword
  kKeyword,         // text: name (empty for **), x: value
  kJoinedStr,       // list: kStr or kFormattedValue
  kFormattedValue,  // x: value, number: conversion 0 or 's' 'r' 'a', y: kJoinedStr spec or null
  kInt,             // number, or number < 0: text has the digits in base 16
  kFloat,           // real
  kStr,
  kBytes,  // text
  kNone,
  kTrue,
  kFalse,
  kEllipsis,
  kAttribute,  // x, text: name
  kSubscript,  // x, y: index
  kStarred,    // x
  kName,       // text
  kList,
  kTuple,  // list
  kSlice,  // x, y, z or null
};

enum class Operator : uint8_t {
  kAdd,
  kSub,
  kMul,
  kDiv,
  kFloorDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kBitAnd,
  kBitOr,
  kBitXor,
  kMatMul,  // binary, in the order of the opcodes
  kAnd,
  kOr,
  kNot,
  kInvert,
  kPlus,
  kMinus,
  kLt,
  kLe,
  kEq,
  kNe,
  kGt,
  kGe,
  kIs,
  kIsNot,
  kIn,
  kNotIn,
};

struct Node;

struct Parameter {
  std::string name;
  Node* annotation = nullptr;
  Node* default_value = nullptr;  // positional and keyword-only ones
  Place place;
};
struct Parameters {
  std::vector<Parameter> positional;  // positional-only ones first
  uint32_t positional_only = 0;
  bool has_rest = false, has_keywords = false;
  Parameter rest, keywords;  // *args, **kwargs
  std::vector<Parameter> keyword_only;
};

struct Node {
  NodeKind kind;
  Operator op = Operator::kAdd;
  bool parenthesized = false;
  Place place;
  int64_t number = 0;
  double real = 0;
  std::string text, text2;
  Node* x = nullptr;
  Node* y = nullptr;
  Node* z = nullptr;
  std::vector<Node*> list, list2, list3, list4;
  std::vector<Operator> ops;
  std::vector<std::string> names;
  Parameters* parameters = nullptr;
};

class Tree {
 public:
  Node* node(NodeKind kind, const Place& place) {
    Node& n = nodes_.emplace_back();
    n.kind = kind;
    n.place = place;
    return &n;
  }
  Parameters* parameters() { return &parameters_.emplace_back(); }
  Node* root = nullptr;

 private:
  std::deque<Node> nodes_;
  std::deque<Parameters> parameters_;
};

}  // namespace gilsim
