// What: doubles from text, decimal and hexadecimal, and float.hex().
// Threads: pure functions.
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "vm/object/text/bigint.h"
#include "vm/object/text/float_text.h"
#include "vm/object/text/numeric_text.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t k = 0; k < text.size(); ++k) {
    if ((text[k] | 0x20) != lower[k]) return false;
  }
  return true;
}

static bool parse_special(std::string_view s, double& out) {
  if (equals_ignoring_case(s, "inf") || equals_ignoring_case(s, "infinity")) {
    out = std::numeric_limits<double>::infinity();
    return true;
  }
  if (!equals_ignoring_case(s, "nan")) return false;
  out = std::numeric_limits<double>::quiet_NaN();
  return true;
}

// Removes underscores that stand between digits. False: one that does not.
static bool without_underscores(std::string_view s, std::string& buffer) {
  for (size_t k = 0; k < s.size(); ++k) {
    if (s[k] != '_') {
      buffer.push_back(s[k]);
    } else if (k == 0 || k + 1 == s.size() || !is_digit(s[k - 1]) || !is_digit(s[k + 1])) {
      return false;
    }
  }
  return true;
}

// Unsigned and without white space.
static bool parse_decimal(std::string_view s, double& out) {
  if (s.empty() || (!is_digit(s[0]) && s[0] != '.')) return parse_special(s, out);
  std::string buffer;
  if (s.find('_') != std::string_view::npos) {
    if (!without_underscores(s, buffer)) return false;
    s = buffer;
  }
  auto r = std::from_chars(s.data(), s.data() + s.size(), out);
  if (r.ptr != s.data() + s.size()) return false;
  if (r.ec == std::errc()) return true;
  if (r.ec != std::errc::result_out_of_range) return false;
  out = std::strtod(std::string(s).c_str(), nullptr);  // gives infinity or zero
  return true;
}

Status float_from_text(std::string_view text, bool is_bytes, double& out) {
  std::string buffer;
  std::string_view s = numeric_text(text, is_bytes, buffer);
  bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
  if (parse_decimal(s, out)) {
    if (negative) out = -out;
    return {};
  }
  std::string message = "could not convert string to float: ";
  append_quoted_number(message, text, is_bytes);
  return Status::value_error(std::move(message));
}

// ---- hexadecimal
void append_float_hex(std::string& out, double d) {
  if (!std::isfinite(d)) return append_float_repr(out, d);
  if (std::signbit(d)) out.push_back('-');
  if (d == 0) {
    out += "0x0.0p+0";
    return;
  }
  auto bits = std::bit_cast<uint64_t>(d);
  uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  auto exponent = static_cast<int64_t>(bits >> 52 & 0x7ff);
  out += exponent == 0 ? "0x0." : "0x1.";
  for (int shift = 48; shift >= 0; shift -= 4)
    out.push_back("0123456789abcdef"[fraction >> shift & 15]);
  exponent = exponent == 0 ? -1022 : exponent - 1023;
  out += exponent < 0 ? "p" : "p+";
  append_int(out, exponent);
}

static int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

namespace {
// Collects hexadecimal digits: 64 bits of them, and whether any later one is not zero.
struct HexNumber {
  uint64_t top = 0;
  bool sticky = false;
  bool any = false;
  int64_t exponent = 0;  // of top

  void add(int digit, bool behind_point) {
    any = true;
    if (top >> 60 == 0) {
      top = top << 4 | static_cast<uint64_t>(digit);
      if (behind_point) exponent -= 4;
    } else {
      sticky = sticky || digit != 0;
      if (!behind_point) exponent += 4;
    }
  }
};
}  // namespace

// The binary exponent behind 'p'. False: malformed.
static bool parse_hex_exponent(std::string_view s, int64_t& exponent) {
  bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
  if (s.empty()) return false;
  int64_t n = 0;
  for (char c : s) {
    if (!is_digit(c)) return false;
    n = n < int64_t{1} << 50 ? n * 10 + (c - '0') : n;
  }
  exponent += negative ? -n : n;
  return true;
}

static bool parse_hex(std::string_view s, HexNumber& number) {
  if (s.size() >= 2 && s[0] == '0' && (s[1] | 0x20) == 'x') s.remove_prefix(2);
  bool behind_point = false;
  size_t at = 0;
  for (; at < s.size(); ++at) {
    if (s[at] == '.' && !behind_point) {
      behind_point = true;
      continue;
    }
    int digit = hex_digit(s[at]);
    if (digit < 0) break;
    number.add(digit, behind_point);
  }
  if (!number.any) return false;
  if (at == s.size()) return true;
  return (s[at] | 0x20) == 'p' && parse_hex_exponent(s.substr(at + 1), number.exponent);
}

Status float_from_hex(std::string_view text, double& out) {
  std::string_view s = text;
  while (!s.empty() && is_byte_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_byte_space(s.back())) s.remove_suffix(1);
  bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
  if (!parse_special(s, out)) {
    HexNumber number;
    if (!parse_hex(s, number)) {
      return Status::value_error("invalid hexadecimal floating-point string");
    }
    if (number.top == 0) {
      out = 0.0;
    } else {
      int shift = std::countl_zero(number.top);
      if (!compose_double(number.top << shift, number.sticky, number.exponent - shift, out)) {
        return Status::overflow_error("hexadecimal value too large to represent as a float");
      }
    }
  }
  if (negative) out = -out;
  return {};
}

}  // namespace gilsim
