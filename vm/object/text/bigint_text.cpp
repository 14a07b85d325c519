// What: ints from text and to text.
// Threads: pure functions.
// Not here: width, sign and grouping (format_number.h).
#include <gmp.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "gil/base/check.h"
#include "vm/object/text/bigint.h"
#include "vm/object/text/numeric_text.h"

namespace gilsim {

static constexpr uint32_t kLimitThreshold = 640;  // the limit on digits never bites below

static int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

static void from_digit_values(const unsigned char* values, size_t count, int base, BigInt& out) {
  while (count != 0 && *values == 0) ++values, --count;
  if (count == 0) return out = BigInt(), void();
  auto bits_per_digit = static_cast<size_t>(std::bit_width(static_cast<unsigned>(base)));
  size_t room = count * bits_per_digit / 64 + 2;
  uint64_t* p = out.prepare(room);
  mp_size_t size = mpn_set_str(p, values, count, base);
  out.finish(static_cast<size_t>(size), false);
}

bool BigInt::parse_digits(std::string_view digits, int base, BigInt& out) {
  if (digits.empty()) return false;
  auto values = std::make_unique<unsigned char[]>(digits.size());
  for (size_t k = 0; k < digits.size(); ++k) {
    int value = digit_value(digits[k]);
    if (value >= base) return false;
    values[k] = static_cast<unsigned char>(value);
  }
  from_digit_values(values.get(), digits.size(), base, out);
  return true;
}

// ---- int(text, base)
namespace {
// What is left of the text of an int once space, sign and prefix are gone.
struct IntText {
  std::string_view digits;
  int base;
  bool negative = false;
  bool after_prefix = false;  // an underscore may come first
  bool zero_only = false;     // base 0, no prefix, starts with 0: only zeros may follow
};
}  // namespace

static int prefix_base(std::string_view s) {
  if (s.size() < 2 || s[0] != '0') return 0;
  switch (s[1]) {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
  }
  return 0;
}

static IntText split_int_text(std::string_view s, int base) {
  IntText t{s, base};
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) {
    t.negative = s[0] == '-';
    s.remove_prefix(1);
  }
  int prefix = prefix_base(s);
  if (base == 0) {
    t.base = prefix ? prefix : 10;
    t.zero_only = prefix == 0 && !s.empty() && s[0] == '0';
  }
  if (prefix != 0 && t.base == prefix) {
    s.remove_prefix(2);
    t.after_prefix = true;
  }
  t.digits = s;
  return t;
}

// Digits without their underscores. False: not a number.
static bool collect_digits(const IntText& t, std::string& values) {
  bool underscore_allowed = t.after_prefix;
  values.reserve(t.digits.size());
  for (char c : t.digits) {
    if (c == '_') {
      if (!underscore_allowed) return false;
      underscore_allowed = false;
      continue;
    }
    int value = digit_value(c);
    if (value >= t.base || (t.zero_only && value != 0)) return false;
    values.push_back(static_cast<char>(value));
    underscore_allowed = true;
  }
  return !values.empty() && t.digits.back() != '_';
}

static bool quick_decimal(std::string_view s, BigInt& out) {
  bool negative = !s.empty() && s[0] == '-';
  if (negative) s.remove_prefix(1);
  if (s.empty() || s.size() > 18) return false;
  int64_t n = 0;
  for (char c : s) {
    if (c < '0' || c > '9') return false;
    n = n * 10 + (c - '0');
  }
  out = BigInt(negative ? -n : n);
  return true;
}

Status int_from_text(std::string_view text, int base, bool is_bytes, BigInt& out,
                     uint32_t max_digits) {
  if (base == 10 && quick_decimal(text, out)) return {};
  if (base != 0 && (base < 2 || base > 36)) {
    return Status::value_error("int() base must be >= 2 and <= 36, or 0");
  }
  std::string buffer, values;
  IntText t = split_int_text(numeric_text(text, is_bytes, buffer), base);
  if (!collect_digits(t, values)) {
    std::string message = "invalid literal for int() with base " + std::to_string(base) + ": ";
    append_quoted_number(message, text, is_bytes);
    return Status::value_error(std::move(message));
  }
  bool linear = (t.base & (t.base - 1)) == 0;
  if (!linear && max_digits != 0 && values.size() > kLimitThreshold && values.size() > max_digits) {
    return Status::value_error("Exceeds the limit (" + std::to_string(max_digits) +
                               " digits) for integer string conversion: value has " +
                               std::to_string(values.size()) +
                               " digits; use sys.set_int_max_str_digits() to increase the limit");
  }
  from_digit_values(reinterpret_cast<const unsigned char*>(values.data()), values.size(), t.base,
                    out);
  if (t.negative) out.negate();
  return {};
}

// ---- str(int)
void append_int(std::string& out, int64_t n) {
  char digits[24];
  char* end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  out.append(digits, end);
}

static void append_long_digits(std::string& out, BigView a, int base) {
  size_t room = mpn_sizeinbase(a.limbs, a.size, base) + 2;
  size_t start = out.size();
  out.resize(start + room);
  auto* digits = reinterpret_cast<unsigned char*>(out.data() + start);
  BigInt scratch;  // mpn_get_str destroys its operand and wants one limb more
  uint64_t* p = scratch.prepare(size_t{a.size} + 1);
  std::copy_n(a.limbs, a.size, p);
  size_t count = mpn_get_str(digits, base, p, a.size);
  size_t zeros = 0;
  while (zeros + 1 < count && digits[zeros] == 0) ++zeros;
  for (size_t k = zeros; k < count; ++k) {
    digits[k - zeros] =
        static_cast<unsigned char>("0123456789abcdefghijklmnopqrstuvwxyz"[digits[k]]);
  }
  out.resize(start + count - zeros);
}

Status append_int_text(std::string& out, BigView a, int base, uint32_t max_digits) {
  GILSIM_CHECK(base >= 2 && base <= 36);
  size_t old_size = out.size();
  if (a.negative) out.push_back('-');
  if (a.size <= 1) {
    char digits[72];
    uint64_t n = a.size ? a.limbs[0] : 0;
    out.append(digits, std::to_chars(digits, digits + sizeof digits, n, base).ptr);
    return {};
  }
  bool limited = base == 10 && max_digits >= kLimitThreshold;
  // A digit is under four bits: a number that cannot meet the limit is refused before the work.
  bool too_long = limited && big_bit_length(a) / 4 > uint64_t{max_digits};
  if (!too_long) {
    append_long_digits(out, a, base);
    too_long = limited && out.size() - old_size - a.negative > max_digits;
  }
  if (!too_long) return {};
  out.resize(old_size);
  return Status::value_error("Exceeds the limit (" + std::to_string(max_digits) +
                             " digits) for integer string conversion; use "
                             "sys.set_int_max_str_digits() to increase the limit");
}

}  // namespace gilsim
