// What: the module unicodedata over ICU: names, properties and normal forms of characters.
// Idea: ICU has all of it, of Unicode 15, where CPython 3.11 has 14.
// Threads: any; nothing is kept here.
// Not here: finding characters by name (vm/unicode), the methods of str (vm/object/text).
#include <cstdio>
#include <string>

#include "vm/modules/modules.h"
#include "vm/object/text/utf8.h"
#include "vm/unicode/character_names.h"
#include "vm/unicode/libicu.h"

namespace gilsim {
namespace {

constexpr size_t kMaxName = 256;

Handle wrong_type(Context& cx, const std::string& what, Handle got) {
  return cx.raise(Exc::TypeError,
                  what + ", not " + (cx.is_none(got) ? "None" : cx.class_name(got)));
}

// The one character of a str. False: an error is pending.
bool read_character(Context& cx, const char* function, const char* which, Handle h, UChar32& code) {
  if (cx.is_str(h)) {
    std::string_view text = cx.text(h);
    if (!text.empty() && utf8_width(text[0]) == text.size()) {
      code = static_cast<UChar32>(decode_utf8(text.data()));
      return true;
    }
  }
  wrong_type(cx, std::string(function) + "() argument " + which + "must be a unicode character", h);
  return false;
}

const char* short_name(UChar32 code, UProperty property) {
  int32_t value = libicu().u_getIntPropertyValue(code, property);
  return libicu().u_getPropertyValueName(property, value, U_SHORT_PROPERTY_NAME);
}

bool is_assigned(UChar32 code) {
  return libicu().u_getIntPropertyValue(code, UCHAR_GENERAL_CATEGORY) != U_UNASSIGNED;
}

// ---- one property each
Handle category(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "category", "", args[0], code)) return {};
  return cx.str(short_name(code, UCHAR_GENERAL_CATEGORY));
}
Handle bidirectional(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "bidirectional", "", args[0], code)) return {};
  return cx.str(is_assigned(code) ? short_name(code, UCHAR_BIDI_CLASS) : "");
}
Handle east_asian_width(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "east_asian_width", "", args[0], code)) return {};
  return cx.str(short_name(code, UCHAR_EAST_ASIAN_WIDTH));
}
Handle combining(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "combining", "", args[0], code)) return {};
  return cx.integer(libicu().u_getCombiningClass(code));
}
Handle mirrored(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "mirrored", "", args[0], code)) return {};
  return cx.integer(libicu().u_isMirrored(code) ? 1 : 0);
}

// ---- what a character may not have: the default, if there is one
Handle absent(Context& cx, Handle otherwise, const char* message) {
  return otherwise ? cx.dup(otherwise) : cx.raise(Exc::ValueError, message);
}

Handle decimal(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "decimal", "1 ", args[0], code)) return {};
  int32_t value = libicu().u_charDigitValue(code);
  return value < 0 ? absent(cx, args[1], "not a decimal") : cx.integer(value);
}
Handle digit(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "digit", "1 ", args[0], code)) return {};
  int32_t type = libicu().u_getIntPropertyValue(code, UCHAR_NUMERIC_TYPE);
  if (type != U_NT_DECIMAL && type != U_NT_DIGIT) return absent(cx, args[1], "not a digit");
  return cx.integer(static_cast<int64_t>(libicu().u_getNumericValue(code)));
}
Handle numeric(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "numeric", "1 ", args[0], code)) return {};
  double value = libicu().u_getNumericValue(code);
  return value == U_NO_NUMERIC_VALUE ? absent(cx, args[1], "not a numeric character")
                                     : cx.real(value);
}

// ---- names
Handle name(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "name", "1 ", args[0], code)) return {};
  char text[kMaxName];
  UErrorCode error = U_ZERO_ERROR;
  int32_t size = libicu().u_charName(code, U_UNICODE_CHAR_NAME, text, kMaxName, &error);
  if (U_FAILURE(error) || size == 0) return absent(cx, args[1], "no such name");
  return cx.str(std::string_view(text, static_cast<size_t>(size)));
}
Handle lookup(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_str(args[0]) && !cx.is_bytes(args[0]))
    return cx.raise(Exc::TypeError,
                    "a bytes-like object is required, not '" + cx.class_name(args[0]) + "'");
  std::string_view wanted = cx.text(args[0]);
  if (wanted.size() > kMaxName) return cx.raise_value(Exc::KeyError, cx.str("name too long"));
  std::string text = named_text(wanted, true);
  if (!text.empty()) return cx.str(text);
  std::string shown(wanted.substr(0, wanted.find('\0')));
  return cx.raise_value(Exc::KeyError, cx.str("undefined character name '" + shown + "'"));
}

// ---- decompositions and normal forms
const UNormalizer2* normalizer(std::string_view form) {
  bool compatible = form.size() == 4 && form[2] == 'K';
  if (!form.starts_with("NF") || form.size() != (compatible ? 4u : 3u)) return nullptr;
  if (form.back() != 'C' && form.back() != 'D') return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  return libicu().unorm2_getInstance(nullptr, compatible ? "nfkc" : "nfc",
                                     form.back() == 'C' ? UNORM2_COMPOSE : UNORM2_DECOMPOSE,
                                     &error);
}

// As in UnicodeData.txt: <kind> and hexadecimal code points.
Handle decomposition(Context& cx, const Handle* args, uint32_t) {
  UChar32 code;
  if (!read_character(cx, "decomposition", "", args[0], code)) return {};
  int32_t kind = libicu().u_getIntPropertyValue(code, UCHAR_DECOMPOSITION_TYPE);
  bool hangul =
      libicu().u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE) >= U_HST_LV_SYLLABLE;
  if (kind == U_DT_NONE || hangul) return cx.str("");
  UChar units[64];
  UErrorCode error = U_ZERO_ERROR;
  int32_t size = libicu().unorm2_getRawDecomposition(normalizer("NFKC"), code, units,
                                                     std::size(units), &error);
  if (U_FAILURE(error) || size < 0) return cx.str("");
  std::string out;
  if (kind != U_DT_CANONICAL) {
    std::string tag =
        libicu().u_getPropertyValueName(UCHAR_DECOMPOSITION_TYPE, kind, U_LONG_PROPERTY_NAME);
    tag[0] = static_cast<char>(tag[0] | 0x20);
    out = "<" + (kind == U_DT_NOBREAK ? "noBreak" : tag) + ">";
  }
  for (int32_t k = 0; k < size;) {
    UChar32 part;
    U16_NEXT(units, k, size, part);
    char hex[16];
    std::snprintf(hex, sizeof hex, "%s%04X", out.empty() ? "" : " ", static_cast<unsigned>(part));
    out += hex;
  }
  return cx.str(out);
}

// Calls part(UTF-16 text) for what stands between lone surrogates, and alone(bytes) for those: in
// UTF-16, two of them could become one character.
template <typename Part, typename Alone>
void split_at_surrogates(std::string_view text, const Part& part, const Alone& alone) {
  std::u16string units;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (is_surrogate(c)) {
      part(units);
      units.clear();
      alone(text.substr(begin, at - begin));
    } else if (c >= 0x10000) {
      units += static_cast<char16_t>(U16_LEAD(c));
      units += static_cast<char16_t>(U16_TRAIL(c));
    } else {
      units += static_cast<char16_t>(c);
    }
  }
  part(units);
}

bool is_normal(const UNormalizer2* form, std::string_view text) {
  if (is_ascii_text(text)) return true;
  bool normal = true;
  auto part = [&](const std::u16string& units) {
    UErrorCode error = U_ZERO_ERROR;
    normal = normal && libicu().unorm2_isNormalized(form, units.data(),
                                                    static_cast<int32_t>(units.size()), &error);
  };
  split_at_surrogates(text, part, [](std::string_view) {});
  return normal;
}

std::u16string normal_units(const UNormalizer2* form, const std::u16string& units) {
  std::u16string out(units.size() * 2, u'\0');
  while (true) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t size = libicu().unorm2_normalize(form, units.data(), static_cast<int32_t>(units.size()),
                                             out.data(), static_cast<int32_t>(out.size()), &error);
    out.resize(static_cast<size_t>(size));
    if (error != U_BUFFER_OVERFLOW_ERROR) return out;
  }
}

void append_units(std::string& out, const std::u16string& units) {
  auto size = static_cast<int32_t>(units.size());
  for (int32_t k = 0; k < size;) {
    UChar32 code;
    U16_NEXT(units.data(), k, size, code);
    append_utf8(out, static_cast<char32_t>(code));
  }
}

// Null: an error is pending. The empty text has every form, known or not.
const UNormalizer2* read_form(Context& cx, const char* function, const Handle* args) {
  for (int k = 0; k < 2; ++k) {
    if (cx.is_str(args[k])) continue;
    wrong_type(cx, std::string(function) + "() argument " + std::to_string(k + 1) + " must be str",
               args[k]);
    return nullptr;
  }
  const UNormalizer2* form = normalizer(cx.text(args[1]).empty() ? "NFC" : cx.text(args[0]));
  if (!form) cx.raise(Exc::ValueError, "invalid normalization form");
  return form;
}

Handle normalize(Context& cx, const Handle* args, uint32_t) {
  const UNormalizer2* form = read_form(cx, "normalize", args);
  if (!form) return {};
  std::string_view text = cx.text(args[1]);
  bool normal = false;
  std::string out;
  cx.services().with_big_stack(static_cast<int64_t>(text.size()), [&] {
    normal = is_normal(form, text);
    if (normal) return;
    auto part = [&](const std::u16string& units) { append_units(out, normal_units(form, units)); };
    split_at_surrogates(text, part, [&](std::string_view bytes) { out += bytes; });
  });
  return normal ? cx.dup(args[1]) : cx.str(out);
}
Handle is_normalized(Context& cx, const Handle* args, uint32_t) {
  const UNormalizer2* form = read_form(cx, "is_normalized", args);
  if (!form) return {};
  std::string_view text = cx.text(args[1]);
  bool normal = false;
  cx.services().with_big_stack(static_cast<int64_t>(text.size()),
                               [&] { normal = is_normal(form, text); });
  return cx.boolean(normal);
}

constexpr ModuleFunction kFunctions[] = {
    {"category", category, 1, 1},
    {"bidirectional", bidirectional, 1, 1},
    {"east_asian_width", east_asian_width, 1, 1},
    {"combining", combining, 1, 1},
    {"mirrored", mirrored, 1, 1},
    {"decimal", decimal, 1, 2},
    {"digit", digit, 1, 2},
    {"numeric", numeric, 1, 2},
    {"name", name, 1, 2},
    {"lookup", lookup, 1, 1},
    {"decomposition", decomposition, 1, 1},
    {"normalize", normalize, 2, 2},
    {"is_normalized", is_normalized, 2, 2},
};

}  // namespace

bool init_unicodedata_module(Context& cx, Handle module) {
  if (const char* missing = libicu().missing) {
    cx.raise(Exc::ImportError,
             std::string("unicodedata needs ") + missing + ", which is not there");
    return false;
  }
  UVersionInfo version;
  libicu().u_getUnicodeVersion(version);
  // Three numbers, where ICU leaves zeros at the end out.
  std::string text;
  for (int k = 0; k < 3; ++k) text += (k ? "." : "") + std::to_string(version[k]);
  return cx.set_attr(module, "unidata_version", cx.str(text)) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
