// What: a syntax tree as text, in the form of Python's ast.dump, for tests; texts are shown as
// ascii() shows them, ints beyond 64 bits
//   by their digits in quotes.
// Threads: any.
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "vm/syntax/ast.h"

namespace gilsim {

class Dumper {
 public:
  explicit Dumper(bool with_places = false) : with_places_(with_places) {}

  std::string text(const Node* n) {
    node(n);
    return std::move(out_);
  }

 private:
  enum class Use { kLoad, kStore, kDel };
  using Nodes = std::vector<Node*>;

  void open(const char* name) {
    out_ += name;
    out_ += '(';
    first_ = true;
  }
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }
  void close() {
    out_ += ')';
    first_ = false;
  }
  void close(const Place& place) {
    if (with_places_ && joined_ == 0) {
      field("lineno");
      out_ += fmt::format("{}, col_offset={}, end_lineno={}, end_col_offset={}", place.line,
                          place.column, place.end_line, place.end_column);
    }
    close();
  }
  void child(const char* name, const Node* n, Use use = Use::kLoad) {
    field(name);
    node(n, use);
  }
  void child_if(const char* name, const Node* n) {
    if (n) child(name, n);
  }
  void children(const char* name, const Nodes& nodes, Use use = Use::kLoad) {
    field(name);
    out_ += '[';
    for (size_t k = 0; k < nodes.size(); ++k) {
      if (k) out_ += ", ";
      node(nodes[k], use);
    }
    out_ += ']';
    first_ = false;
  }
  void name_field(const char* name, std::string_view text) {
    field(name);
    quoted(text);
  }
  void names(const std::vector<std::string>& list) {
    field("names");
    out_ += '[';
    for (size_t k = 0; k < list.size(); ++k) {
      if (k) out_ += ", ";
      quoted(list[k]);
    }
    out_ += ']';
  }
  void use_field(Use use) {
    field("ctx");
    out_ += use == Use::kLoad ? "Load()" : use == Use::kStore ? "Store()" : "Del()";
  }

  // As ascii() of a str (WTF-8) or repr() of bytes.
  void quoted(std::string_view text, bool bytes = false) {
    char quote =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos
            ? '"'
            : '\'';
    if (bytes) out_ += 'b';
    out_ += quote;
    for (size_t k = 0; k < text.size();) {
      auto c = static_cast<unsigned char>(text[k]);
      size_t length = bytes || c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
      uint32_t code = length == 1 ? c : c & (0x7f >> length);
      for (size_t n = 1; n < length; ++n)
        code = code << 6 | (static_cast<unsigned char>(text[k + n]) & 0x3f);
      k += length;
      if (code == static_cast<unsigned char>(quote) || code == '\\')
        out_ += fmt::format("\\{}", static_cast<char>(code));
      else if (code == '\n')
        out_ += "\\n";
      else if (code == '\r')
        out_ += "\\r";
      else if (code == '\t')
        out_ += "\\t";
      else if (code >= 0x20 && code < 0x7f)
        out_ += static_cast<char>(code);
      else if (code < 0x100)
        out_ += fmt::format("\\x{:02x}", code);
      else if (code < 0x10000)
        out_ += fmt::format("\\u{:04x}", code);
      else
        out_ += fmt::format("\\U{:08x}", code);
    }
    out_ += quote;
  }

  // As Python's repr.
  void real(double value) {
    if (std::isinf(value)) {
      out_ += "inf";
      return;
    }
    std::string digits = fmt::format("{:e}", 0.0);
    char buffer[64];
    auto [stop, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    std::string_view shortest(buffer, static_cast<size_t>(stop - buffer));
    int exponent = std::stoi(std::string(shortest.substr(shortest.find('e') + 1)));
    if (exponent < -4 || exponent >= 16) {
      out_ += shortest;
      return;
    }
    auto fixed_end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    std::string fixed(buffer, fixed_end);
    out_ += fixed;
    if (fixed.find('.') == std::string::npos) out_ += ".0";
  }

  static const char* operator_name(Operator op) {
    static constexpr const char* kNames[] = {
        "Add",    "Sub",    "Mult",  "Div",    "FloorDiv", "Mod", "Pow",   "LShift",
        "RShift", "BitAnd", "BitOr", "BitXor", "MatMult",  "And", "Or",    "Not",
        "Invert", "UAdd",   "USub",  "Lt",     "LtE",      "Eq",  "NotEq", "Gt",
        "GtE",    "Is",     "IsNot", "In",     "NotIn"};
    return kNames[static_cast<int>(op)];
  }
  void op_field(Operator op) {
    field("op");
    out_ += operator_name(op);
    out_ += "()";
  }

  void argument(const Parameter& p) {
    open("arg");
    name_field("arg", p.name);
    child_if("annotation", p.annotation);
    close(p.place);
  }
  void arguments(const char* name, const std::vector<Parameter>& list, size_t begin, size_t end) {
    field(name);
    out_ += '[';
    for (size_t k = begin; k < end; ++k) {
      if (k > begin) out_ += ", ";
      argument(list[k]);
    }
    out_ += ']';
    first_ = false;
  }
  void parameters(const Parameters* p) {
    static const Parameters kNone;
    if (!p) p = &kNone;
    field("args");
    open("arguments");
    arguments("posonlyargs", p->positional, 0, p->positional_only);
    arguments("args", p->positional, p->positional_only, p->positional.size());
    if (p->has_rest) {
      field("vararg");
      argument(p->rest);
    }
    arguments("kwonlyargs", p->keyword_only, 0, p->keyword_only.size());
    Nodes keyword_defaults, defaults;
    for (const Parameter& k : p->keyword_only) keyword_defaults.push_back(k.default_value);
    for (const Parameter& k : p->positional) {
      if (k.default_value) defaults.push_back(k.default_value);
    }
    children("kw_defaults", keyword_defaults);
    if (p->has_keywords) {
      field("kwarg");
      argument(p->keywords);
    }
    children("defaults", defaults);
    close();
  }

  void constant(const Node* n) {
    open("Constant");
    field("value");
    switch (n->kind) {
      case NodeKind::kInt:
        if (n->number >= 0)
          out_ += std::to_string(n->number);
        else
          out_ += fmt::format("int('{}', {})", n->text, n->text2);
        break;
      case NodeKind::kFloat:
        real(n->real);
        break;
      case NodeKind::kStr:
        quoted(n->text);
        break;
      case NodeKind::kBytes:
        quoted(n->text, true);
        break;
      case NodeKind::kNone:
        out_ += "None";
        break;
      case NodeKind::kTrue:
        out_ += "True";
        break;
      case NodeKind::kFalse:
        out_ += "False";
        break;
      default:
        out_ += "Ellipsis";
        break;
    }
    close(n->place);
  }

  void node(const Node* n, Use use = Use::kLoad) {
    if (!n) {
      out_ += "None";
      first_ = false;
      return;
    }
    if (n->kind >= NodeKind::kInt && n->kind <= NodeKind::kEllipsis) return constant(n);
    if (n->kind <= NodeKind::kContinue) return statement(n);
    if (n->kind >= NodeKind::kAttribute) return target(n, use);
    expression(n);
  }

  void definition(const Node* n) {
    bool function = n->kind == NodeKind::kFunctionDef;
    open(function ? "FunctionDef" : "ClassDef");
    name_field("name", n->text);
    if (function) {
      parameters(n->parameters);
    } else {
      children("bases", n->list3);
      children("keywords", n->list4);
    }
    children("body", n->list);
    children("decorator_list", n->list2);
    if (function) child_if("returns", n->x);
    close(n->place);
  }

  void assignment(const Node* n) {
    if (n->kind == NodeKind::kAssign) {
      open("Assign");
      children("targets", n->list, Use::kStore);
      child("value", n->x);
    } else if (n->kind == NodeKind::kAugAssign) {
      open("AugAssign");
      child("target", n->x, Use::kStore);
      op_field(n->op);
      child("value", n->y);
    } else {
      open("AnnAssign");
      child("target", n->x, Use::kStore);
      child("annotation", n->y);
      child_if("value", n->z);
      field("simple");
      out_ += std::to_string(n->number);
    }
    close(n->place);
  }

  void loop(const Node* n) {
    open(n->kind == NodeKind::kFor ? "For" : n->kind == NodeKind::kWhile ? "While" : "If");
    if (n->kind == NodeKind::kFor) {
      child("target", n->x, Use::kStore);
      child("iter", n->y);
    } else {
      child("test", n->x);
    }
    children("body", n->list);
    children("orelse", n->list2);
    close(n->place);
  }

  void import(const Node* n) {
    if (n->kind == NodeKind::kAlias) {
      open("alias");
      name_field("name", n->text);
      if (!n->text2.empty()) name_field("asname", n->text2);
    } else {
      open(n->kind == NodeKind::kImport ? "Import" : "ImportFrom");
      if (n->kind == NodeKind::kImportFrom && !n->text.empty()) name_field("module", n->text);
      children("names", n->list);
      if (n->kind == NodeKind::kImportFrom) {
        field("level");
        out_ += std::to_string(n->number);
      }
    }
    close(n->place);
  }

  void guarded(const Node* n) {
    if (n->kind == NodeKind::kHandler) {
      open("ExceptHandler");
      child_if("type", n->x);
      if (!n->text.empty()) name_field("name", n->text);
      children("body", n->list);
    } else if (n->kind == NodeKind::kTry) {
      open("Try");
      children("body", n->list);
      children("handlers", n->list2);
      children("orelse", n->list3);
      children("finalbody", n->list4);
    } else {
      open("With");
      children("items", n->list3);
      children("body", n->list);
    }
    close(n->place);
  }

  void statement(const Node* n) {
    switch (n->kind) {
      case NodeKind::kModule:
        open("Module");
        children("body", n->list);
        field("type_ignores");
        out_ += "[]";
        return close();
      case NodeKind::kFunctionDef:
      case NodeKind::kClassDef:
        return definition(n);
      case NodeKind::kAssign:
      case NodeKind::kAugAssign:
      case NodeKind::kAnnAssign:
        return assignment(n);
      case NodeKind::kFor:
      case NodeKind::kWhile:
      case NodeKind::kIf:
        return loop(n);
      case NodeKind::kImport:
      case NodeKind::kImportFrom:
      case NodeKind::kAlias:
        return import(n);
      case NodeKind::kTry:
      case NodeKind::kHandler:
      case NodeKind::kWith:
        return guarded(n);
      case NodeKind::kWithItem:
        open("withitem");
        child("context_expr", n->x);
        if (n->y) child("optional_vars", n->y, Use::kStore);
        return close();
      case NodeKind::kReturn:
      case NodeKind::kExpr:
        open(n->kind == NodeKind::kReturn ? "Return" : "Expr");
        child_if("value", n->x);
        break;
      case NodeKind::kDelete:
        open("Delete");
        children("targets", n->list, Use::kDel);
        break;
      case NodeKind::kRaise:
        open("Raise");
        child_if("exc", n->x);
        child_if("cause", n->y);
        break;
      case NodeKind::kAssert:
        open("Assert");
        child("test", n->x);
        child_if("msg", n->y);
        break;
      case NodeKind::kGlobal:
      case NodeKind::kNonlocal:
        open(n->kind == NodeKind::kGlobal ? "Global" : "Nonlocal");
        names(n->names);
        break;
      default:
        open(n->kind == NodeKind::kPass    ? "Pass"
             : n->kind == NodeKind::kBreak ? "Break"
                                           : "Continue");
        break;
    }
    close(n->place);
  }

  void target(const Node* n, Use use) {
    switch (n->kind) {
      case NodeKind::kAttribute:
        open("Attribute");
        child("value", n->x);
        name_field("attr", n->text);
        break;
      case NodeKind::kSubscript:
        open("Subscript");
        child("value", n->x);
        child("slice", n->y);
        break;
      case NodeKind::kStarred:
        open("Starred");
        child("value", n->x, use);
        break;
      case NodeKind::kName:
        open("Name");
        name_field("id", n->text);
        break;
      case NodeKind::kList:
      case NodeKind::kTuple:
        open(n->kind == NodeKind::kList ? "List" : "Tuple");
        children("elts", n->list, use);
        break;
      default:
        open("Slice");
        child_if("lower", n->x);
        child_if("upper", n->y);
        child_if("step", n->z);
        return close(n->place);
    }
    use_field(use);
    close(n->place);
  }

  void comprehension(const Node* n) {
    if (n->kind == NodeKind::kComprehension) {
      open("comprehension");
      child("target", n->x, Use::kStore);
      child("iter", n->y);
      children("ifs", n->list);
      field("is_async");
      out_ += '0';
      return close();
    }
    open(n->kind == NodeKind::kListComp   ? "ListComp"
         : n->kind == NodeKind::kSetComp  ? "SetComp"
         : n->kind == NodeKind::kDictComp ? "DictComp"
                                          : "GeneratorExp");
    child(n->kind == NodeKind::kDictComp ? "key" : "elt", n->x);
    if (n->kind == NodeKind::kDictComp) child("value", n->y);
    children("generators", n->list);
    close(n->place);
  }

  void format(const Node* n) {
    ++joined_;
    if (n->kind == NodeKind::kJoinedStr) {
      open("JoinedStr");
      children("values", n->list);
    } else {
      open("FormattedValue");
      child("value", n->x);
      field("conversion");
      out_ += std::to_string(n->number ? n->number : -1);
      child_if("format_spec", n->y);
    }
    --joined_;
    close(n->place);
  }

  void expression(const Node* n) {
    switch (n->kind) {
      case NodeKind::kListComp:
      case NodeKind::kSetComp:
      case NodeKind::kGeneratorExp:
      case NodeKind::kDictComp:
      case NodeKind::kComprehension:
        return comprehension(n);
      case NodeKind::kJoinedStr:
      case NodeKind::kFormattedValue:
        return format(n);
      case NodeKind::kBoolOp:
        open("BoolOp");
        op_field(n->op);
        children("values", n->list);
        break;
      case NodeKind::kNamedExpr:
        open("NamedExpr");
        child("target", n->x, Use::kStore);
        child("value", n->y);
        break;
      case NodeKind::kBinOp:
        open("BinOp");
        child("left", n->x);
        op_field(n->op);
        child("right", n->y);
        break;
      case NodeKind::kUnaryOp:
        open("UnaryOp");
        op_field(n->op);
        child("operand", n->x);
        break;
      case NodeKind::kLambda:
        open("Lambda");
        parameters(n->parameters);
        child("body", n->x);
        break;
      case NodeKind::kIfExp:
        open("IfExp");
        child("test", n->x);
        child("body", n->y);
        child("orelse", n->z);
        break;
      default:
        return display(n);
    }
    close(n->place);
  }

  void display(const Node* n) {
    switch (n->kind) {
      case NodeKind::kDict:
        open("Dict");
        children("keys", n->list);
        children("values", n->list2);
        break;
      case NodeKind::kSet:
        open("Set");
        children("elts", n->list);
        break;
      case NodeKind::kYield:
      case NodeKind::kYieldFrom:
        open(n->kind == NodeKind::kYield ? "Yield" : "YieldFrom");
        child_if("value", n->x);
        break;
      case NodeKind::kCompare:
        open("Compare");
        child("left", n->x);
        field("ops");
        out_ += '[';
        for (size_t k = 0; k < n->ops.size(); ++k)
          out_ += fmt::format("{}{}()", k ? ", " : "", operator_name(n->ops[k]));
        out_ += ']';
        children("comparators", n->list);
        break;
      case NodeKind::kCall:
        open("Call");
        child("func", n->x);
        children("args", n->list);
        children("keywords", n->list2);
        break;
      default:
        open("keyword");
        if (!n->text.empty()) name_field("arg", n->text);
        child("value", n->x);
        break;
    }
    close(n->place);
  }

  bool with_places_;
  bool first_ = true;
  int joined_ = 0;  // inside f-strings places differ between versions of CPython, and are not shown
  std::string out_;
};

}  // namespace gilsim
