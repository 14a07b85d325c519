// What: properties and case of characters and texts, as str.isalpha() and its like see them.
// Idea: two table look-ups give a character's record; the tables are generated from CPython's own
//   (scripts/unicode_tables.py). ASCII takes shorter paths.
// Threads: pure functions on constant tables.
// Not here: searching and cutting (str_algorithms.h).
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "vm/object/text/str_view.h"

namespace gilsim {

enum CharacterFlag : uint16_t {
  kCharAlpha = 1 << 0,
  kCharDecimal = 1 << 1,
  kCharDigit = 1 << 2,
  kCharNumeric = 1 << 3,
  kCharSpace = 1 << 4,
  kCharUpper = 1 << 5,
  kCharLower = 1 << 6,
  kCharTitle = 1 << 7,
  kCharPrintable = 1 << 8,
  kCharXidStart = 1 << 9,
  kCharXidContinue = 1 << 10,
  kCharCased = 1 << 11,
  kCharCaseIgnorable = 1 << 12,
  kCharSpecial = 1 << 13,  // some case mapping is more than one character
};

uint16_t character_flags(char32_t c);
inline bool has_flag(char32_t c, CharacterFlag flag) { return (character_flags(c) & flag) != 0; }
// Value of a decimal digit of any script; -1: none.
int decimal_value(char32_t c);
bool is_space(char32_t c);
inline bool is_printable(char32_t c) { return c < 0x7f ? c >= 0x20 : has_flag(c, kCharPrintable); }
// Ends a line for str.splitlines().
inline bool is_line_break(char32_t c) {
  return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}
// White space of bytes: no separators from 0x1c on.
inline bool is_byte_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// ---- whole texts
enum class TextClass : uint8_t {
  kAlpha,
  kAlnum,
  kAscii,
  kDecimal,
  kDigit,
  kIdentifier,
  kLower,
  kNumeric,
  kPrintable,
  kSpace,
  kTitle,
  kUpper,
};
inline constexpr int kTextClasses = static_cast<int>(TextClass::kUpper) + 1;
static_assert(kTextClasses <= 16, "the table of ascii_is() has that many bits");
bool str_is(StrView s, TextClass what);
bool ascii_is(uint8_t c, TextClass what);  // of a str of one character. REQUIRES: c < 128

enum class CaseMap : uint8_t { kLower, kUpper, kTitle, kCapitalize, kSwap, kFold };
void append_case(std::string& out, StrView s, CaseMap map);

// One character's full mapping (kLower, kUpper, kTitle, kFold). Returns how many characters.
using MappedCharacters = std::array<char32_t, 3>;
int map_character(char32_t c, CaseMap map, MappedCharacters& out);

}  // namespace gilsim
