// What: look-up of character records, and predicates and case mappings over texts.
// Threads: pure functions on constant tables.
#include "vm/object/text/unicode_classes.h"

#include <array>

#include <algorithm>

namespace gilsim {

namespace {
struct UnicodeRecord {
  uint16_t flags;
  uint8_t decimal;
  int32_t lower, upper, title, fold;  // what to add; kCharSpecial: lower is the number of a special
};
struct UnicodeSpecial {
  const char32_t* lower;
  const char32_t* upper;
  const char32_t* title;
  const char32_t* fold;
};
}  // namespace

#include "vm/object/text/unicode_tables.inc"

static const UnicodeRecord& record_of(char32_t c) {
  if (c > kMaxCodePoint) c = 0xd800;
  size_t page = kUnicodePages[c >> kUnicodePageBits];
  size_t at = page << kUnicodePageBits | (c & ((1 << kUnicodePageBits) - 1));
  return kUnicodeRecords[kUnicodeRecordNumbers[at]];
}

uint16_t character_flags(char32_t c) { return record_of(c).flags; }

int decimal_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c) - '0' : -1;
  const UnicodeRecord& r = record_of(c);
  return r.flags & kCharDecimal ? r.decimal : -1;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
  return has_flag(c, kCharSpace);
}

// ---- predicates
// What a character is for this text: bytes know ASCII letters and digits only, and fewer spaces.
static uint16_t flags_in(StrView s, char32_t c) {
  if (!s.is_bytes) return character_flags(c);
  if (c >= 0x80) return 0;
  uint16_t flags = character_flags(c);
  return is_byte_space(static_cast<char>(c)) ? flags : flags & ~uint16_t{kCharSpace};
}

static char32_t next_item(StrView s, size_t& offset) {
  if (s.single()) return static_cast<unsigned char>(s.text[offset++]);
  return next_code_point(s.text, offset);
}

static bool every(StrView s, unsigned flags) {
  if (s.size() == 0) return false;
  for (size_t at = 0; at < s.size();) {
    if (!(flags_in(s, next_item(s, at)) & flags)) return false;
  }
  return true;
}

// At least one of the wanted case, none of the others.
static bool all_of_case(StrView s, unsigned wanted, unsigned unwanted) {
  bool found = false;
  for (size_t at = 0; at < s.size();) {
    uint16_t flags = flags_in(s, next_item(s, at));
    if (flags & unwanted) return false;
    found = found || (flags & wanted);
  }
  return found;
}

static bool is_title(StrView s) {
  bool found = false, inside = false;
  for (size_t at = 0; at < s.size();) {
    uint16_t flags = flags_in(s, next_item(s, at));
    if (flags & (kCharUpper | kCharTitle)) {
      if (inside) return false;
      found = inside = true;
    } else if (flags & kCharLower) {
      if (!inside) return false;
      found = true;
    } else {
      inside = false;
    }
  }
  return found;
}

static bool is_identifier(StrView s) {
  for (size_t at = 0; at < s.size();) {
    bool first = at == 0;
    char32_t c = next_item(s, at);
    bool good = first ? c == '_' || has_flag(c, kCharXidStart) : has_flag(c, kCharXidContinue);
    if (!good) return false;
  }
  return s.size() != 0;
}

bool ascii_is(uint8_t c, TextClass what) {
  static const auto kTable = [] {
    std::array<uint16_t, 128> table{};  // a bit a class
    for (int k = 0; k < 128; ++k) {
      char text = static_cast<char>(k);
      for (int bit = 0; bit < kTextClasses; ++bit) {
        bool in = str_is(StrView{std::string_view(&text, 1), 1}, static_cast<TextClass>(bit));
        table[static_cast<size_t>(k)] |= static_cast<uint16_t>(in << bit);
      }
    }
    return table;
  }();
  return (kTable[c] >> static_cast<int>(what)) & 1;
}

bool str_is(StrView s, TextClass what) {
  switch (what) {
    case TextClass::kAscii:
      return is_ascii_text(s.text);
    case TextClass::kPrintable:
      return s.size() == 0 || every(s, kCharPrintable);
    case TextClass::kAlpha:
      return every(s, kCharAlpha);
    case TextClass::kAlnum:
      return every(s, kCharAlpha | kCharDecimal | kCharDigit | kCharNumeric);
    case TextClass::kDecimal:
      return every(s, kCharDecimal);
    case TextClass::kDigit:
      return every(s, kCharDigit);
    case TextClass::kNumeric:
      return every(s, kCharNumeric);
    case TextClass::kSpace:
      return every(s, kCharSpace);
    case TextClass::kLower:
      return all_of_case(s, kCharLower, kCharUpper | kCharTitle);
    case TextClass::kUpper:
      return all_of_case(s, kCharUpper, kCharLower | kCharTitle);
    case TextClass::kTitle:
      return is_title(s);
    case TextClass::kIdentifier:
      return is_identifier(s);
  }
  return false;
}

// ---- case of one character
static int32_t delta_of(const UnicodeRecord& r, CaseMap map) {
  switch (map) {
    case CaseMap::kUpper:
      return r.upper;
    case CaseMap::kTitle:
      return r.title;
    case CaseMap::kFold:
      return r.fold;
    default:
      return r.lower;
  }
}

static const char32_t* special_of(const UnicodeSpecial& s, CaseMap map) {
  switch (map) {
    case CaseMap::kUpper:
      return s.upper;
    case CaseMap::kTitle:
      return s.title;
    case CaseMap::kFold:
      return s.fold;
    default:
      return s.lower;
  }
}

int map_character(char32_t c, CaseMap map, MappedCharacters& out) {
  const UnicodeRecord& r = record_of(c);
  if (!(r.flags & kCharSpecial)) {
    out[0] = static_cast<char32_t>(static_cast<int32_t>(c) + delta_of(r, map));
    return 1;
  }
  const char32_t* text = special_of(kUnicodeSpecials[r.lower], map);
  int count = 0;
  while (text[count] != 0) out[static_cast<size_t>(count)] = text[count], ++count;
  return count;
}

// ---- case of a text
static char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
static char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }
static bool ascii_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

static void append_single_case(std::string& out, std::string_view s, CaseMap map) {
  size_t start = out.size();
  out.append(s);
  char* p = out.data() + start;
  if (map == CaseMap::kLower || map == CaseMap::kFold) {
    std::transform(p, p + s.size(), p, ascii_lower);
    return;
  }
  if (map == CaseMap::kUpper) {
    std::transform(p, p + s.size(), p, ascii_upper);
    return;
  }
  bool inside = false;
  for (size_t k = 0; k < s.size(); ++k) {
    char c = p[k];
    switch (map) {
      case CaseMap::kLower:
      case CaseMap::kFold:
      case CaseMap::kUpper:
        break;
      case CaseMap::kSwap:
        p[k] = ascii_letter(c) ? static_cast<char>(c ^ 0x20) : c;
        break;
      case CaseMap::kCapitalize:
        p[k] = k == 0 ? ascii_upper(c) : ascii_lower(c);
        break;
      case CaseMap::kTitle:
        p[k] = inside ? ascii_lower(c) : ascii_upper(c);
        inside = ascii_letter(c);
        break;
    }
  }
}

static constexpr char32_t kCapitalSigma = 0x3a3, kFinalSigma = 0x3c2;

// A sigma is final behind a cased letter and not in front of one, signs like apostrophes apart.
static bool is_final_sigma(std::string_view s, size_t start, size_t end) {
  bool cased_before = false, cased_behind = false;
  for (size_t at = start; at > 0 && !cased_before;) {
    uint16_t flags = character_flags(previous_code_point(s, at));
    if (flags & kCharCaseIgnorable) continue;
    if (!(flags & kCharCased)) break;
    cased_before = true;
  }
  for (size_t at = end; at < s.size() && !cased_behind;) {
    uint16_t flags = character_flags(next_code_point(s, at));
    if (flags & kCharCaseIgnorable) continue;
    if (!(flags & kCharCased)) break;
    cased_behind = true;
  }
  return cased_before && !cased_behind;
}

static CaseMap map_of_character(CaseMap map, char32_t c, bool first, bool inside) {
  switch (map) {
    case CaseMap::kTitle:
      return inside ? CaseMap::kLower : CaseMap::kTitle;
    case CaseMap::kCapitalize:
      return first ? CaseMap::kTitle : CaseMap::kLower;
    case CaseMap::kSwap:
      return has_flag(c, kCharLower) ? CaseMap::kUpper : CaseMap::kLower;
    default:
      return map;
  }
}

void append_case(std::string& out, StrView s, CaseMap map) {
  if (s.single()) return append_single_case(out, s.text, map);
  bool inside = false;
  MappedCharacters mapped;
  for (size_t at = 0; at < s.size();) {
    size_t start = at;
    char32_t c = next_code_point(s.text, at);
    CaseMap how = map_of_character(map, c, start == 0, inside);
    inside = has_flag(c, kCharCased);
    if (map == CaseMap::kSwap && !has_flag(c, kCharLower) && !has_flag(c, kCharUpper)) {
      append_utf8(out, c);
    } else if (c == kCapitalSigma && how == CaseMap::kLower) {
      append_utf8(out, is_final_sigma(s.text, start, at) ? kFinalSigma : kCapitalSigma + 0x20);
    } else {
      int count = map_character(c, how, mapped);
      for (int k = 0; k < count; ++k) append_utf8(out, mapped[static_cast<size_t>(k)]);
    }
  }
}

}  // namespace gilsim
