// What: the % operator of str and bytes: splitting the template, and formatting operands that are
//   converted already.
// Idea: the parser gives a literal piece or a conversion at a time, so that the caller fetches
//   arguments in template order. A '*' is the caller's to fetch: it sees the marks in the spec,
//   asks for the numbers and sets them with set_width and set_precision.
// Threads: pure functions; a parser belongs to one thread.
// Not here: fetching and converting arguments, which is for who knows objects.
#pragma once

#include <string>
#include <string_view>

#include "vm/object/text/bigint.h"
#include "vm/object/text/status.h"
#include "vm/object/text/str_view.h"

namespace gilsim {

struct PercentSpec {
  bool has_key = false;
  std::string_view key;  // between the parentheses
  bool left = false;     // '-'
  bool plus = false;     // '+'
  bool space = false;
  bool alternate = false;  // '#'
  bool zero = false;
  bool width_star = false;      // the next argument is the width
  bool precision_star = false;  // the next argument (behind the width) is the precision
  int64_t width = -1;
  int64_t precision = -1;
  char32_t type = 0;
  size_t index = 0;  // of the type character in the template, in items

  void set_width(int64_t n) {
    if (n < 0) left = true, n = -n;
    width = n;
  }
  void set_precision(int64_t n) { precision = n < 0 ? 0 : n; }
};

class PercentParser {
 public:
  enum class Item { kEnd, kLiteral, kSpec, kError };

  explicit PercentParser(StrView format) : format_(format) {}
  Item next();
  std::string_view literal() const { return literal_; }
  PercentSpec& spec() { return spec_; }
  // What is wrong, behind kError. A '(' whose key does not end says so in spec().has_key.
  Status& error() { return error_; }

 private:
  Item parse_spec();
  bool parse_key();
  void parse_flags();
  bool parse_number(bool& star, int64_t& value, const char* message);
  Item fail(const char* message);
  bool at_end() const { return at_ == format_.size(); }

  StrView format_;
  size_t at_ = 0;
  std::string_view literal_;
  PercentSpec spec_;
  Status error_;
};

// Types that the formatter of ints takes: d i u o x X; of floats: e E f F g G; of text: s r a c
// (and b).
bool is_percent_int(char32_t type);
bool is_percent_float(char32_t type);
Status percent_int(std::string& out, const PercentSpec& spec, BigView value);
Status percent_float(std::string& out, const PercentSpec& spec, double value);
// Cut to the precision and padded. For %c the caller passes the character and precision -1.
Status percent_text(std::string& out, const PercentSpec& spec, StrView text);
// "unsupported format character 'y' (0x79) at index 1".
Status unsupported_percent_type(const PercentSpec& spec, bool is_bytes);

inline constexpr const char* kPercentTooFew = "not enough arguments for format string";
inline constexpr const char* kPercentTooManyStr =
    "not all arguments converted during string formatting";
inline constexpr const char* kPercentTooManyBytes =
    "not all arguments converted during bytes formatting";
inline constexpr const char* kPercentNeedsMapping = "format requires a mapping";
inline constexpr const char* kPercentStarWantsInt = "* wants int";

}  // namespace gilsim
