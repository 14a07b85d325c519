// What: the module math over the C library, with CPython's domain and range errors; the integer
// functions go through the language's ints.
#include <cmath>
#include <limits>

#include "vm/modules/modules.h"

namespace gilsim {

namespace {

// The result of a C function of x: NaN from a number is a domain error, infinity from a finite
// number a range error.
Handle checked(Context& cx, double result, bool arguments_finite, bool arguments_nan) {
  if (std::isnan(result) && !arguments_nan) return cx.raise(Exc::ValueError, "math domain error");
  if (std::isinf(result) && arguments_finite)
    return cx.raise(Exc::OverflowError, "math range error");
  return cx.real(result);
}

template <double (*kFunction)(double)>
Handle unary(Context& cx, const Handle* args, uint32_t) {
  double x;
  if (!cx.to_double(args[0], x)) return {};
  return checked(cx, kFunction(x), std::isfinite(x), std::isnan(x));
}
template <double (*kFunction)(double, double)>
Handle binary(Context& cx, const Handle* args, uint32_t) {
  double x, y;
  if (!cx.to_double(args[0], x) || !cx.to_double(args[1], y)) return {};
  return checked(cx, kFunction(x, y), std::isfinite(x) && std::isfinite(y),
                 std::isnan(x) || std::isnan(y));
}

Handle positive_only(Context& cx, double x, double result) {
  if (x <= 0) return cx.raise(Exc::ValueError, "math domain error");
  return cx.real(result);
}
// The logarithm of an int beyond all floats: of its highest 64 bits, and of the power of two.
Handle log_of_large(Context& cx, Handle n, double (*function)(double)) {
  cx.clear();
  if (cx.compare(CompareOp::Le, n, cx.integer(0)) != 0)
    return cx.pending() ? Handle{} : cx.raise(Exc::ValueError, "math domain error");
  Handle method = cx.get_attr(n, "bit_length");
  Handle length = method ? cx.call(method, {}) : Handle{};
  int64_t bits;
  double top;
  if (!length || !cx.to_int64(length, bits)) return {};
  Handle high = cx.binary(BinaryOp::RShift, n, cx.integer(bits - 64));
  if (!high || !cx.to_double(high, top)) return {};
  return cx.real(function(top) + static_cast<double>(bits - 64) * function(2));
}
Handle log_of(Context& cx, Handle h, double (*function)(double)) {
  double x;
  if (cx.to_double(h, x)) return positive_only(cx, x, function(x));
  if (!cx.is_int(h) || !cx.pending_is(Exc::OverflowError)) return {};
  return log_of_large(cx, h, function);
}

Handle math_log(Context& cx, const Handle* args, uint32_t) {
  Handle result = log_of(cx, args[0], std::log);
  if (!args[1] || !result) return result;
  Handle divisor = log_of(cx, args[1], std::log);
  return divisor ? cx.binary(BinaryOp::TrueDiv, result, divisor) : Handle{};
}
Handle math_log2(Context& cx, const Handle* args, uint32_t) {
  return log_of(cx, args[0], std::log2);
}
Handle math_log10(Context& cx, const Handle* args, uint32_t) {
  return log_of(cx, args[0], std::log10);
}

// floor, ceil, trunc: ints stay, objects' own methods first, floats become ints through int().
Handle to_whole(Context& cx, Handle h, double (*rounding)(double), const char* method) {
  if (cx.is_int(h)) return cx.dup(h);
  if (!cx.is_real(h)) {
    Handle own = cx.get_attr_optional(h, method);
    if (own) return cx.call(own, {});
    if (cx.pending()) return {};
    if (std::string_view(method) == "__trunc__")
      return cx.raise(Exc::TypeError,
                      "type " + cx.class_name(h) + " doesn't define __trunc__ method");
  }
  double x;
  if (!cx.to_double(h, x)) return {};
  return cx.call(cx.dict_get(cx.builtins_dict(), "int"), {cx.real(rounding(x))});
}
Handle math_floor(Context& cx, const Handle* args, uint32_t) {
  return to_whole(cx, args[0], std::floor, "__floor__");
}
Handle math_ceil(Context& cx, const Handle* args, uint32_t) {
  return to_whole(cx, args[0], std::ceil, "__ceil__");
}
Handle math_trunc(Context& cx, const Handle* args, uint32_t) {
  return to_whole(cx, args[0], std::trunc, "__trunc__");
}

Handle math_isnan(Context& cx, const Handle* args, uint32_t) {
  double x;
  return cx.to_double(args[0], x) ? cx.boolean(std::isnan(x)) : Handle{};
}
Handle math_isinf(Context& cx, const Handle* args, uint32_t) {
  double x;
  return cx.to_double(args[0], x) ? cx.boolean(std::isinf(x)) : Handle{};
}
Handle math_isfinite(Context& cx, const Handle* args, uint32_t) {
  double x;
  return cx.to_double(args[0], x) ? cx.boolean(std::isfinite(x)) : Handle{};
}
Handle math_degrees(Context& cx, const Handle* args, uint32_t) {
  double x;
  return cx.to_double(args[0], x) ? cx.real(x * (180.0 / M_PI)) : Handle{};
}
Handle math_radians(Context& cx, const Handle* args, uint32_t) {
  double x;
  return cx.to_double(args[0], x) ? cx.real(x * (M_PI / 180.0)) : Handle{};
}
Handle math_modf(Context& cx, const Handle* args, uint32_t) {
  double x, whole;
  if (!cx.to_double(args[0], x)) return {};
  double part = std::modf(x, &whole);
  return cx.tuple({cx.real(part), cx.real(whole)});
}
Handle math_frexp(Context& cx, const Handle* args, uint32_t) {
  double x;
  int exponent = 0;
  if (!cx.to_double(args[0], x)) return {};
  double mantissa = std::frexp(x, &exponent);
  return cx.tuple({cx.real(mantissa), cx.integer(exponent)});
}
Handle math_hypot(Context& cx, const Handle* args, uint32_t count) {
  double total = 0;
  for (uint32_t k = 0; k < count; ++k) {
    double x;
    if (!cx.to_double(args[k], x)) return {};
    total = std::hypot(total, x);
  }
  return cx.real(total);
}
Handle math_isclose(Context& cx, const Handle* args, uint32_t) {
  double a, b, relative = 1e-9, absolute = 0;
  if (!cx.to_double(args[0], a) || !cx.to_double(args[1], b)) return {};
  if (args[2] && !cx.to_double(args[2], relative)) return {};
  if (args[3] && !cx.to_double(args[3], absolute)) return {};
  if (relative < 0 || absolute < 0)
    return cx.raise(Exc::ValueError, "tolerances must be non-negative");
  if (a == b) return cx.boolean(true);
  if (std::isinf(a) || std::isinf(b)) return cx.boolean(false);
  double difference = std::fabs(a - b);
  return cx.boolean(difference <= std::fabs(relative * b) ||
                    difference <= std::fabs(relative * a) || difference <= absolute);
}

// Whole-number functions, by the language's own arithmetic, so that any size works.
Handle math_gcd(Context& cx, const Handle* args, uint32_t count) {
  Handle total = cx.integer(0);
  for (uint32_t k = 0; k < count; ++k) {
    if (!cx.is_int(args[k]))
      return cx.raise(Exc::TypeError, "'" + cx.class_name(args[k]) +
                                          "' object cannot be interpreted as an integer");
    Handle a = total, b = args[k];
    for (;;) {
      int rest = cx.truth(b);
      if (rest < 0) return {};
      if (!rest) break;
      Handle next = cx.binary(BinaryOp::Mod, a, b);
      if (!next) return {};
      a = b;
      b = next;
    }
    Handle absolute = cx.get_attr(a, "__abs__");
    total = cx.call(absolute, {});
    if (!total) return {};
  }
  return total;
}
Handle math_factorial(Context& cx, const Handle* args, uint32_t) {
  int64_t n;
  if (!cx.to_int64(args[0], n)) return {};
  if (n < 0) return cx.raise(Exc::ValueError, "factorial() not defined for negative values");
  Handle product = cx.integer(1);
  uint32_t mark = cx.mark();
  for (int64_t k = 2; k <= n; ++k) {
    product = cx.binary(BinaryOp::Mul, product, cx.integer(k));
    if (!product) return {};
    product = cx.keep(product, mark - 1);
  }
  return product;
}
// Newton's iteration from above.
Handle math_isqrt(Context& cx, const Handle* args, uint32_t) {
  Handle n = args[0];
  if (!cx.is_int(n))
    return cx.raise(Exc::TypeError,
                    "'" + cx.class_name(n) + "' object cannot be interpreted as an integer");
  Handle zero = cx.integer(0);
  int negative = cx.compare(CompareOp::Lt, n, zero);
  if (negative < 0) return {};
  if (negative) return cx.raise(Exc::ValueError, "isqrt() argument must be nonnegative");
  if (!cx.truth(n)) return zero;
  int64_t bits;
  Handle length = cx.call(cx.get_attr(n, "bit_length"), {});
  if (!length || !cx.to_int64(length, bits)) return {};
  Handle one = cx.integer(1);
  Handle x = cx.binary(BinaryOp::LShift, one, cx.integer((bits + 1) / 2));
  for (;;) {
    Handle y = cx.binary(BinaryOp::RShift,
                         cx.binary(BinaryOp::Add, x, cx.binary(BinaryOp::FloorDiv, n, x)), one);
    if (!y) return {};
    int done = cx.compare(CompareOp::Ge, y, x);
    if (done < 0) return {};
    if (done) return x;
    x = y;
  }
}
Handle product_of_range(Context& cx, int64_t from, int64_t to) {
  Handle product = cx.integer(1);
  for (int64_t k = from; k <= to && product; ++k)
    product = cx.binary(BinaryOp::Mul, product, cx.integer(k));
  return product;
}
Handle math_comb(Context& cx, const Handle* args, uint32_t) {
  int64_t n, k;
  if (!cx.to_int64(args[0], n) || !cx.to_int64(args[1], k)) return {};
  if (n < 0) return cx.raise(Exc::ValueError, "n must be a non-negative integer");
  if (k < 0) return cx.raise(Exc::ValueError, "k must be a non-negative integer");
  if (k > n) return cx.integer(0);
  k = std::min(k, n - k);
  Handle above = product_of_range(cx, n - k + 1, n);
  Handle below = product_of_range(cx, 1, k);
  return above && below ? cx.binary(BinaryOp::FloorDiv, above, below) : Handle{};
}
Handle math_perm(Context& cx, const Handle* args, uint32_t) {
  int64_t n, k;
  if (!cx.to_int64(args[0], n)) return {};
  k = n;
  if (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], k)) return {};
  if (n < 0) return cx.raise(Exc::ValueError, "n must be a non-negative integer");
  if (k < 0) return cx.raise(Exc::ValueError, "k must be a non-negative integer");
  return k > n ? cx.integer(0) : product_of_range(cx, n - k + 1, n);
}
// The sum of numbers that do not overlap, from small to large, rounded once, to even.
double rounded_sum(const std::vector<double>& partials) {
  size_t k = partials.size();
  if (k == 0) return 0;
  double high = partials[--k], low = 0;
  while (k > 0 && low == 0) {
    double x = high, y = partials[--k];
    high = x + y;
    low = y - (high - x);
  }
  // A tie was rounded to even without a look at what is below it.
  if (k > 0 && ((low < 0 && partials[k - 1] < 0) || (low > 0 && partials[k - 1] > 0))) {
    double twice = low * 2, x = high + twice;
    if (twice == x - high) high = x;
  }
  return high;
}
// Shewchuk's exact partial sums.
Handle math_fsum(Context& cx, const Handle* args, uint32_t) {
  Handle iterator = cx.iterate(args[0]);
  if (!iterator) return {};
  std::vector<double> partials;
  double special = 0;  // the sum of what is infinite or no number
  uint32_t mark = cx.mark();
  while (Handle item = cx.next(iterator)) {
    double x;
    if (!cx.to_double(item, x)) return {};
    cx.release_to(mark);
    if (!std::isfinite(x)) {
      special += x;
      continue;
    }
    size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    partials.push_back(x);
    if (!std::isfinite(x)) return cx.raise(Exc::OverflowError, "intermediate overflow in fsum");
  }
  if (cx.pending()) return {};
  if (std::isnan(special) && special != 0) return cx.raise(Exc::ValueError, "-inf + inf in fsum");
  if (special != 0) return cx.real(special);
  return cx.real(rounded_sum(partials));
}

// lcm and prod, over the language's own arithmetic.
Handle math_lcm(Context& cx, const Handle* args, uint32_t count) {
  Handle total = cx.integer(1);
  for (uint32_t k = 0; k < count; ++k) {
    const Handle pair[2] = {total, args[k]};
    Handle common = math_gcd(cx, pair, 2);
    if (!common) return {};
    int some = cx.truth(common);
    if (some <= 0) return some < 0 ? Handle{} : cx.integer(0);
    Handle part = cx.binary(BinaryOp::FloorDiv, args[k], common);
    Handle product = part ? cx.binary(BinaryOp::Mul, total, part) : Handle{};
    Handle absolute = product ? cx.get_attr(product, "__abs__") : Handle{};
    total = absolute ? cx.call(absolute, {}) : Handle{};
    if (!total) return {};
  }
  return total;
}
Handle math_prod(Context& cx, const Handle* args, uint32_t) {
  Handle product = args[1] ? args[1] : cx.integer(1);
  Handle iterator = cx.iterate(args[0]);
  if (!iterator) return {};
  uint32_t mark = cx.mark();
  while (Handle item = cx.next(iterator)) {
    product = cx.binary(BinaryOp::Mul, product, item);
    if (!product) return {};
    product = cx.keep(product, mark);
    mark = cx.mark();
  }
  return cx.pending() ? Handle{} : product;
}
Handle math_ldexp(Context& cx, const Handle* args, uint32_t) {
  double x;
  int64_t exponent;
  if (!cx.to_double(args[0], x)) return {};
  if (!cx.is_int(args[1]))
    return cx.raise(Exc::TypeError, "Expected an int as second argument to ldexp.");
  if (!cx.to_int64(args[1], exponent)) {
    cx.clear();  // beyond all floats
    exponent = cx.compare(CompareOp::Lt, args[1], cx.integer(0)) == 1 ? INT32_MIN : INT32_MAX;
  }
  exponent = std::min<int64_t>(std::max<int64_t>(exponent, -100000), 100000);
  double result = std::ldexp(x, static_cast<int>(exponent));
  if (std::isinf(result) && std::isfinite(x))
    return cx.raise(Exc::OverflowError, "math range error");
  return cx.real(result);
}
Handle math_dist(Context& cx, const Handle* args, uint32_t) {
  std::vector<double> points[2];
  for (int side = 0; side < 2; ++side) {
    Handle iterator = cx.iterate(args[side]);
    if (!iterator) return {};
    while (Handle item = cx.next(iterator)) {
      double x;
      if (!cx.to_double(item, x)) return {};
      points[side].push_back(x);
    }
    if (cx.pending()) return {};
  }
  if (points[0].size() != points[1].size()) {
    return cx.raise(Exc::ValueError, "both points must have the same number of dimensions");
  }
  double largest = 0;
  for (size_t k = 0; k < points[0].size(); ++k) {
    points[0][k] = std::fabs(points[0][k] - points[1][k]);
    largest = std::max(largest, points[0][k]);
  }
  if (largest == 0 || std::isinf(largest)) return cx.real(largest);
  double sum = 0;
  for (double x : points[0]) sum += (x / largest) * (x / largest);
  return cx.real(points[0].size() == 2 ? std::hypot(points[0][0], points[0][1])
                                       : largest * std::sqrt(sum));
}
Handle math_ulp(Context& cx, const Handle* args, uint32_t) {
  double x;
  if (!cx.to_double(args[0], x)) return {};
  x = std::fabs(x);
  if (!std::isfinite(x)) return cx.real(x);
  double next = std::nextafter(x, std::numeric_limits<double>::infinity());
  return cx.real(std::isinf(next) ? x - std::nextafter(x, 0.0) : next - x);
}
Handle math_nextafter(Context& cx, const Handle* args, uint32_t) {
  double x, y;
  if (!cx.to_double(args[0], x) || !cx.to_double(args[1], y)) return {};
  return cx.real(std::nextafter(x, y));
}

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
// Not defined at 0 and the negative whole numbers, nor at -inf.
double gamma_of(double x) {
  bool pole = (x <= 0 && x == std::floor(x)) || x == -std::numeric_limits<double>::infinity();
  return pole ? kNoNumber : std::tgamma(x);
}
double lgamma_of(double x) {
  return std::isfinite(x) && x <= 0 && x == std::floor(x) ? kNoNumber : std::lgamma(x);
}
double atanh_of(double x) { return std::fabs(x) == 1 ? kNoNumber : std::atanh(x); }
double acosh_of(double x) { return std::acosh(x); }
double asinh_of(double x) { return std::asinh(x); }
double cbrt_of(double x) { return std::cbrt(x); }
double erf_of(double x) { return std::erf(x); }
double erfc_of(double x) { return std::erfc(x); }
double exp2_of(double x) { return std::exp2(x); }
double remainder_of(double x, double y) { return std::remainder(x, y); }
double copysign_of(double x, double y) { return std::copysign(x, y); }
double fmod_of(double x, double y) { return std::fmod(x, y); }
double atan2_of(double x, double y) { return std::atan2(x, y); }
double pow_of(double x, double y) {
  bool pole = x == 0 && y < 0 && std::isfinite(y);
  return pole ? kNoNumber : std::pow(x, y);
}
double sqrt_of(double x) { return std::sqrt(x); }
double exp_of(double x) { return std::exp(x); }
double expm1_of(double x) { return std::expm1(x); }
// At its pole CPython finds no result, not one that is too large.
double log1p_of(double x) { return x == -1 ? std::nan("") : std::log1p(x); }
double sin_of(double x) { return std::sin(x); }
double cos_of(double x) { return std::cos(x); }
double tan_of(double x) { return std::tan(x); }
double asin_of(double x) { return std::asin(x); }
double acos_of(double x) { return std::acos(x); }
double atan_of(double x) { return std::atan(x); }
double sinh_of(double x) { return std::sinh(x); }
double cosh_of(double x) { return std::cosh(x); }
double tanh_of(double x) { return std::tanh(x); }
double fabs_of(double x) { return std::fabs(x); }

constexpr ModuleFunction kFunctions[] = {
    {"sqrt", unary<sqrt_of>, 1, 1},
    {"exp", unary<exp_of>, 1, 1},
    {"expm1", unary<expm1_of>, 1, 1},
    {"log1p", unary<log1p_of>, 1, 1},
    {"sin", unary<sin_of>, 1, 1},
    {"cos", unary<cos_of>, 1, 1},
    {"tan", unary<tan_of>, 1, 1},
    {"asin", unary<asin_of>, 1, 1},
    {"acos", unary<acos_of>, 1, 1},
    {"atan", unary<atan_of>, 1, 1},
    {"sinh", unary<sinh_of>, 1, 1},
    {"cosh", unary<cosh_of>, 1, 1},
    {"tanh", unary<tanh_of>, 1, 1},
    {"fabs", unary<fabs_of>, 1, 1},
    {"acosh", unary<acosh_of>, 1, 1},
    {"asinh", unary<asinh_of>, 1, 1},
    {"atanh", unary<atanh_of>, 1, 1},
    {"cbrt", unary<cbrt_of>, 1, 1},
    {"erf", unary<erf_of>, 1, 1},
    {"erfc", unary<erfc_of>, 1, 1},
    {"exp2", unary<exp2_of>, 1, 1},
    {"gamma", unary<gamma_of>, 1, 1},
    {"lgamma", unary<lgamma_of>, 1, 1},
    {"remainder", binary<remainder_of>, 2, 2},
    {"nextafter", math_nextafter, 2, 2},
    {"ulp", math_ulp, 1, 1},
    {"dist", math_dist, 2, 2},
    {"ldexp", math_ldexp, 2, 2},
    {"lcm", math_lcm, 0, -1},
    {"prod", math_prod, 1, 2, "iterable start"},
    {"atan2", binary<atan2_of>, 2, 2},
    {"pow", binary<pow_of>, 2, 2},
    {"fmod", binary<fmod_of>, 2, 2},
    {"copysign", binary<copysign_of>, 2, 2},
    {"log", math_log, 1, 2},
    {"log2", math_log2, 1, 1},
    {"log10", math_log10, 1, 1},
    {"floor", math_floor, 1, 1},
    {"ceil", math_ceil, 1, 1},
    {"trunc", math_trunc, 1, 1},
    {"isnan", math_isnan, 1, 1},
    {"isinf", math_isinf, 1, 1},
    {"isfinite", math_isfinite, 1, 1},
    {"degrees", math_degrees, 1, 1},
    {"radians", math_radians, 1, 1},
    {"modf", math_modf, 1, 1},
    {"frexp", math_frexp, 1, 1},
    {"hypot", math_hypot, 0, -1},
    {"gcd", math_gcd, 0, -1},
    {"isclose", math_isclose, 2, 4, "a b rel_tol abs_tol"},
    {"factorial", math_factorial, 1, 1},
    {"isqrt", math_isqrt, 1, 1},
    {"comb", math_comb, 2, 2},
    {"perm", math_perm, 1, 2},
    {"fsum", math_fsum, 1, 1},
};

}  // namespace

bool init_math_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions)) &&
         cx.set_attr(module, "pi", cx.real(M_PI)) && cx.set_attr(module, "e", cx.real(M_E)) &&
         cx.set_attr(module, "tau", cx.real(2 * M_PI)) &&
         cx.set_attr(module, "inf", cx.real(std::numeric_limits<double>::infinity())) &&
         cx.set_attr(module, "nan", cx.real(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace gilsim
