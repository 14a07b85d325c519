// What: finding characters by name.
// Threads: any.
#include "vm/unicode/character_names.h"

#include <algorithm>
#include <iterator>

#include "vm/unicode/libicu.h"

namespace gilsim {

namespace {

struct NamedText {
  std::string_view name;
  std::string_view text;
};
#define GILSIM_NAMED_TEXT(name, text) {{name, sizeof name - 1}, {text, sizeof text - 1}},
// Sorted by name.
constexpr NamedText kAliases[] = {
#define ALIAS GILSIM_NAMED_TEXT
#define SEQUENCE(name, text)
#include "vm/unicode/character_names.inc"
#undef ALIAS
#undef SEQUENCE
};
constexpr NamedText kSequences[] = {
#define ALIAS(name, text)
#define SEQUENCE GILSIM_NAMED_TEXT
#include "vm/unicode/character_names.inc"
#undef ALIAS
#undef SEQUENCE
};

template <size_t kSize>
std::string_view find_text(const NamedText (&table)[kSize], std::string_view name) {
  auto it = std::lower_bound(std::begin(table), std::end(table), name,
                             [](const NamedText& a, std::string_view b) { return a.name < b; });
  return it != std::end(table) && it->name == name ? it->text : std::string_view();
}

// VS1 to VS256, short for variation selectors.
char32_t variation_selector(std::string_view name) {
  if (!name.starts_with("VS") || name.size() < 3 || name.size() > 5 || name[2] == '0') return 0;
  uint32_t number = 0;
  for (char c : name.substr(2)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number > 256 ? 0 : number <= 16 ? 0xfe00 + number - 1 : 0xe0100 + number - 17;
}

// REQUIRES: not a surrogate.
std::string utf8_of(UChar32 code) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code);
  return std::string(bytes, static_cast<size_t>(size));
}

}  // namespace

std::string named_text(std::string_view name, bool sequences) {
  std::string upper;
  for (char c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-')) return {};
    upper += c;
  }
  bool by_rule =
      upper.starts_with("HANGUL SYLLABLE ") || upper.starts_with("CJK UNIFIED IDEOGRAPH-");
  if (upper.empty() || (by_rule && upper != name)) return {};
  if (std::string_view text = find_text(kAliases, upper); !text.empty()) return std::string(text);
  if (char32_t code = variation_selector(upper)) return utf8_of(static_cast<UChar32>(code));
  for (UCharNameChoice choice : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
    UErrorCode error = U_ZERO_ERROR;
    UChar32 code = libicu().u_charFromName(choice, upper.c_str(), &error);
    if (U_SUCCESS(error)) return utf8_of(code);
  }
  return sequences ? std::string(find_text(kSequences, upper)) : std::string();
}

}  // namespace gilsim
