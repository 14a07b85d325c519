// What: operations on literals, carried out when they are compiled.
#include "vm/compile/folding.h"

#include <cmath>

namespace gilsim {

namespace {

// base to the power of a small exponent. False: it does not fit.
bool int_power(int64_t base, int64_t exponent, int64_t& out) {
  if (exponent < 0 || exponent > 62) return false;
  out = 1;
  for (int64_t k = 0; k < exponent; ++k) {
    if (__builtin_mul_overflow(out, base, &out)) return false;
  }
  return true;
}
bool int_folded(Operator op, int64_t a, int64_t b, int64_t& out) {
  switch (op) {
    case Operator::kAdd:
      return !__builtin_add_overflow(a, b, &out);
    case Operator::kSub:
      return !__builtin_sub_overflow(a, b, &out);
    case Operator::kMul:
      return !__builtin_mul_overflow(a, b, &out);
    case Operator::kPow:
      return int_power(a, b, out);
    case Operator::kFloorDiv:
      if (a < 0 || b <= 0) return false;
      out = a / b;
      return true;
    case Operator::kMod:
      if (a < 0 || b <= 0) return false;
      out = a % b;
      return true;
    case Operator::kLShift:
      return a >= 0 && b >= 0 && b < 62 && a <= (INT64_MAX >> b) && (out = a << b, true);
    case Operator::kRShift:
      return b >= 0 && b < 63 && (out = a >> b, true);
    default:
      return false;
  }
}
bool real_folded(Operator op, double a, double b, double& out) {
  switch (op) {
    case Operator::kAdd:
      out = a + b;
      return true;
    case Operator::kSub:
      out = a - b;
      return true;
    case Operator::kMul:
      out = a * b;
      return true;
    case Operator::kDiv:
      out = a / b;
      return b != 0;
    default:
      return false;
  }
}

bool is_shallow(const Node* n, int depth) {
  return n->kind != NodeKind::kBinOp ||
         (depth > 0 && is_shallow(n->x, depth - 1) && is_shallow(n->y, depth - 1));
}

}  // namespace

bool is_foldable(const Node* n) {
  constexpr int kDepth = 6;
  return is_shallow(n, kDepth);
}

bool folded(Operator op, const Literal& a, const Literal& b, Literal& out) {
  using Kind = Literal::Kind;
  constexpr size_t kMostText = 4096;
  Literal result;
  result.kind = a.kind;
  if (a.kind == Kind::Int && b.kind == Kind::Int) {
    if (!int_folded(op, a.integer, b.integer, result.integer)) return false;
  } else if (a.kind == Kind::Float && b.kind == Kind::Float) {
    if (!real_folded(op, a.real, b.real, result.real) || !std::isfinite(result.real)) return false;
  } else if ((a.kind == Kind::Str || a.kind == Kind::Bytes) && b.kind == Kind::Int &&
             op == Operator::kMul) {
    if (b.integer < 0 || b.integer > static_cast<int64_t>(kMostText) ||
        a.text.size() * static_cast<size_t>(b.integer) > kMostText)
      return false;
    for (int64_t k = 0; k < b.integer; ++k) result.text += a.text;
  } else {
    return false;
  }
  out = std::move(result);
  return true;
}

}  // namespace gilsim
