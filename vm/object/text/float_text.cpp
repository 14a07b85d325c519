// What: doubles to text: repr and the forms e, f, g.
// Threads: pure functions.
#include "vm/object/text/float_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "vm/object/text/bigint.h"

namespace gilsim {

// A double has at most 767 significant digits and 1074 behind the point: what is asked for beyond
// that is zeros.
static constexpr int kMaxDigits = 1100;
static constexpr int kBufferSize = kMaxDigits + 340;
static constexpr int kReprExponentFrom = 16;  // repr switches to an exponent at 1e16 and below 1e-4
static constexpr int kExponentBelow = -4;

namespace {
// The value is 0.DIGITS * 10**point. A zero is one digit 0 with point 1.
struct Digits {
  char digits[kBufferSize];
  int count = 0;
  int point = 1;
};

struct Layout {
  int shown;  // digits in all, counted from the first one; missing ones are zeros
  bool exponent;
  bool keep_point;  // even with nothing behind it
};
}  // namespace

// Takes "d.ddde+xx" apart.
static void take_scientific(Digits& d, const char* end) {
  const char* e = end;
  while (*--e != 'e') {
  }
  int exponent = 0;
  for (const char* p = e + 2; p < end; ++p) exponent = exponent * 10 + (*p - '0');
  if (e[1] == '-') exponent = -exponent;
  d.point = exponent + 1;
  d.count = static_cast<int>(e - d.digits);
  if (d.count > 1) {
    std::memmove(d.digits + 1, d.digits + 2, static_cast<size_t>(d.count - 2));
    --d.count;
  }
}

static void shortest_digits(Digits& d, double magnitude) {
  auto r =
      std::to_chars(d.digits, d.digits + kBufferSize, magnitude, std::chars_format::scientific);
  take_scientific(d, r.ptr);
}

// So many significant digits, rounded correctly.
static void significant_digits(Digits& d, double magnitude, int count) {
  int precision = std::min(count, kMaxDigits) - 1;
  auto r = std::to_chars(d.digits, d.digits + kBufferSize, magnitude, std::chars_format::scientific,
                         precision);
  take_scientific(d, r.ptr);
}

// So many places behind the point, rounded correctly.
static void fixed_digits(Digits& d, double magnitude, int places) {
  places = std::min(places, kMaxDigits);
  auto r =
      std::to_chars(d.digits, d.digits + kBufferSize, magnitude, std::chars_format::fixed, places);
  d.count = static_cast<int>(r.ptr - d.digits);
  d.point = places == 0 ? d.count : d.count - places - 1;
  if (places != 0) {
    std::memmove(d.digits + d.point, d.digits + d.point + 1, static_cast<size_t>(places));
    --d.count;
  }
}

static void drop_trailing_zeros(Digits& d) {
  while (d.count > 1 && d.digits[d.count - 1] == '0') --d.count;
}

// Digits [from, to) with zeros where there are none.
static void append_digits(std::string& out, const Digits& d, int from, int to) {
  if (from < 0) {
    int zeros = std::min(to, 0) - from;
    out.append(static_cast<size_t>(zeros), '0');
    from += zeros;
  }
  int known = std::min(to, d.count);
  if (known > from) {
    out.append(d.digits + from, static_cast<size_t>(known - from));
    from = known;
  }
  if (to > from) out.append(static_cast<size_t>(to - from), '0');
}

static void append_exponent(std::string& out, int exponent, bool upper) {
  out.push_back(upper ? 'E' : 'e');
  out.push_back(exponent < 0 ? '-' : '+');
  exponent = std::abs(exponent);
  if (exponent < 10) out.push_back('0');
  append_int(out, exponent);
}

static void append_laid_out(std::string& out, const Digits& d, Layout layout, unsigned flags) {
  int point = layout.exponent ? 1 : d.point;
  int shown = std::max(layout.shown, point);
  if (!layout.exponent && (flags & kFloatDotZero)) shown = std::max(shown, point + 1);
  if (point <= 0) {
    out.push_back('0');
  } else {
    append_digits(out, d, 0, point);
  }
  if (shown > point || layout.keep_point) out.push_back('.');
  append_digits(out, d, point, shown);
  if (layout.exponent) append_exponent(out, d.point - 1, flags & kFloatUpper);
}

void append_float_magnitude(std::string& out, double d, char form, int precision, unsigned flags) {
  if (!std::isfinite(d)) {
    bool upper = flags & kFloatUpper;
    out += std::isnan(d) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    return;
  }
  double magnitude = std::fabs(d);
  bool alternate = flags & kFloatAlternate;
  Digits digits;
  Layout layout{0, false, alternate};
  switch (form) {
    case 'e':
      significant_digits(digits, magnitude, precision + 1);
      layout = {precision + 1, true, alternate};
      break;
    case 'f':
      fixed_digits(digits, magnitude, precision);
      layout.shown = digits.point + precision;
      break;
    case 'g': {
      precision = std::max(precision, 1);
      significant_digits(digits, magnitude, precision);
      drop_trailing_zeros(digits);
      layout.shown = alternate ? precision : magnitude == 0 ? 1 : digits.count;
      int limit = precision - ((flags & kFloatDotZero) != 0);
      layout.exponent = digits.point <= kExponentBelow || digits.point > limit;
      break;
    }
    default:
      shortest_digits(digits, magnitude);
      layout.shown = digits.count;
      layout.exponent = digits.point <= kExponentBelow || digits.point > kReprExponentFrom;
  }
  append_laid_out(out, digits, layout, flags);
}

// Small whole numbers and short fractions are the common case: their digits need no big buffer.
void append_float_repr(std::string& out, double d) {
  if (std::signbit(d) && !std::isnan(d)) out.push_back('-');
  double magnitude = std::fabs(d);
  if (magnitude < 1e15 && magnitude == std::floor(magnitude)) {
    append_int(out, static_cast<int64_t>(magnitude));
    out += ".0";
    return;
  }
  if (magnitude >= 1e-4 && magnitude < 1e15) {
    char text[32];
    auto r = std::to_chars(text, text + sizeof text, magnitude, std::chars_format::fixed);
    out.append(text, r.ptr);
    return;
  }
  append_float_magnitude(out, d, 'r', 0, kFloatDotZero);
}

}  // namespace gilsim
