// What: operators through special methods, and their errors.
// Idea: the order of attempts is CPython's: augmented method; the reflected one first if the right
// class derives from the left one and overrides it; forward; reflected.
// Threads: any.
// Not here: operands of built-in types (protocol_binary_impl.h).
#pragma once

#include "vm/object/by_kind.h"
#include "vm/object/message.h"

namespace gilsim {

inline constexpr const char* kBinarySymbols[] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                 "<<", ">>", "&", "|", "^",  "@"};
inline constexpr const char* kCompareSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

// A class whose instances have no special methods beyond what their layout does.
inline bool is_plain_class(const Class* c) {
  return (c->class_flags & kClassBuiltin) && c->instance_kind != Kind::Object &&
         c->instance_kind != Kind::Native;
}

template <class V>
struct Operators {
  enum Form { kForward = 0, kReflected = 1, kAugmented = 2 };
  static Special special_of(BinaryOp op, Form form) {
    return static_cast<Special>(static_cast<int>(Special::add) + 3 * static_cast<int>(op) + form);
  }

  // type(a).method(a, b): owned; NotImplemented when there is none; null: pending.
  static Value attempt(VmThread& t, Value a, Special method, Value b) {
    bool found = false;
    Value result = Classes<V>::call_special(t, a, method, {b}, found);
    return found ? result : Value::not_implemented();
  }
  static bool decided(Value result) { return result != Value::not_implemented(); }

  // + and * of a built-in sequence come last in CPython, behind the right operand's method.
  static bool yields(VmThread& t, BinaryOp op, Value a, Class* ca, Value b) {
    if ((op != BinaryOp::Add && op != BinaryOp::Mul) || !is_repeatable(layout_of(a)) ||
        is_repeatable(layout_of(b)))
      return false;
    Class* base = t.isolate->classes[static_cast<int>(ca->instance_kind)];
    return ca == base || Classes<V>::special(t, ca, special_of(op, kForward)) ==
                             Classes<V>::special(t, base, special_of(op, kForward));
  }

  static Value by_specials(VmThread& t, BinaryOp op, Value a, Value b, bool inplace) {
    Class *ca = Classes<V>::class_of(t, a), *cb = Classes<V>::class_of(t, b);
    Special reflected = special_of(op, kReflected);
    bool try_reflected = ca != cb;
    if (try_reflected && yields(t, op, a, ca, b)) {
      try_reflected = false;
      Value result = attempt(t, b, reflected, a);
      if (decided(result)) return result;
    }
    if (inplace) {
      Value result = attempt(t, a, special_of(op, kAugmented), b);
      if (decided(result)) return result;
    }
    if (try_reflected && Classes<V>::is_subclass(cb, ca) &&
        Classes<V>::special(t, cb, reflected) != Classes<V>::special(t, ca, reflected)) {
      try_reflected = false;
      Value result = attempt(t, b, reflected, a);
      if (decided(result)) return result;
    }
    Value result = attempt(t, a, special_of(op, kForward), b);
    if (decided(result)) return result;
    return try_reflected ? attempt(t, b, reflected, a) : Value::not_implemented();
  }

  static Value unsupported(VmThread& t, BinaryOp op, Value a, Value b, bool inplace) {
    Kind ka = layout_of(a), kb = layout_of(b);
    std::string_view na = Classes<V>::class_name(t, a), nb = Classes<V>::class_name(t, b);
    if (op == BinaryOp::Add) {
      if (ka == Kind::Deque) {
        return Errors<V>::type_error(
            t, message({"can only concatenate deque (not \"", nb, "\") to deque"}));
      }
      if (ka == Kind::Str || ka == Kind::List || ka == Kind::Tuple) {
        std::string_view type = ka == Kind::Str ? "str" : ka == Kind::List ? "list" : "tuple";
        return Errors<V>::type_error(
            t, message({"can only concatenate ", type, " (not \"", nb, "\") to ", type}));
      }
      if (is_bytes(ka)) return Errors<V>::type_error(t, message({"can't concat ", nb, " to ", na}));
    }
    if (op == BinaryOp::Mul && is_repeatable(ka)) {
      return Errors<V>::type_error(
          t, message({"can't multiply sequence by non-int of type '", nb, "'"}));
    }
    // Augmented, CPython asks the right operand only if the left one is no container at all.
    bool asks_right = !inplace || ka == Kind::Int || ka == Kind::Bool || ka == Kind::Float ||
                      ka == Kind::NoneType;
    if (op == BinaryOp::Mul && asks_right && is_repeatable(kb)) {
      return Errors<V>::type_error(
          t, message({"can't multiply sequence by non-int of type '", na, "'"}));
    }
    std::string_view symbol = kBinarySymbols[static_cast<int>(op)];
    if (op == BinaryOp::Pow && inplace) symbol = "**";
    return Errors<V>::type_error(t, message({"unsupported operand type(s) for ", symbol,
                                             inplace ? "=: '" : ": '", na, "' and '", nb, "'"}));
  }

  static Value unary(VmThread& t, Value v, Special method, std::string_view name) {
    bool found = false;
    Value result = Classes<V>::call_special(t, v, method, {}, found);
    if (found) return result;
    return Errors<V>::type_error(
        t, message({"bad operand type for ", name, ": '", Classes<V>::class_name(t, v), "'"}));
  }
};

template <class V>
struct RichComparison {
  static constexpr CompareOp reflected(CompareOp op) {
    constexpr CompareOp kReflected[] = {CompareOp::Gt, CompareOp::Ge, CompareOp::Eq,
                                        CompareOp::Ne, CompareOp::Lt, CompareOp::Le};
    return kReflected[static_cast<int>(op)];
  }
  static constexpr Special special_of(CompareOp op) {
    constexpr Special kSpecials[] = {Special::lt, Special::le, Special::eq,
                                     Special::ne, Special::gt, Special::ge};
    return kSpecials[static_cast<int>(op)];
  }
  // object's own == and != are the default that stands at the end anyway, but != has to ask a
  // user's __eq__.
  static bool is_default(VmThread& t, Class* c, CompareOp op) {
    if (!is_equality(op)) return false;
    Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
    bool same_eq =
        Classes<V>::special(t, c, Special::eq) == Classes<V>::special(t, root, Special::eq);
    if (op == CompareOp::Eq) return same_eq;
    return same_eq &&
           Classes<V>::special(t, c, Special::ne) == Classes<V>::special(t, root, Special::ne);
  }
  static Value attempt(VmThread& t, CompareOp op, Value a, Class* ca, Value b) {
    return is_default(t, ca, op) ? Value::not_implemented()
                                 : Operators<V>::attempt(t, a, special_of(op), b);
  }

  static Value by_specials(VmThread& t, CompareOp op, Value a, Value b) {
    Class *ca = Classes<V>::class_of(t, a), *cb = Classes<V>::class_of(t, b);
    bool try_reflected = true;
    if (ca != cb && Classes<V>::is_subclass(cb, ca)) {
      try_reflected = false;
      Value result = attempt(t, reflected(op), b, cb, a);
      if (result != Value::not_implemented()) return result;
    }
    Value result = attempt(t, op, a, ca, b);
    if (result != Value::not_implemented()) return result;
    return try_reflected ? attempt(t, reflected(op), b, cb, a) : Value::not_implemented();
  }
  // What a comparison is that no operand decides.
  static Value undecided(VmThread& t, CompareOp op, Value a, Value b) {
    if (is_equality(op)) return Value::boolean((a == b) == (op == CompareOp::Eq));
    Class *ca = Classes<V>::class_of(t, a), *cb = Classes<V>::class_of(t, b);
    return Errors<V>::type_error(t, message({"'", kCompareSymbols[static_cast<int>(op)],
                                             "' not supported between instances of '",
                                             ca->name->view(), "' and '", cb->name->view(), "'"}));
  }
};

}  // namespace gilsim
