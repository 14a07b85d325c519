// What: UTF-8 as a str holds it: length, index and offset, encoding and decoding of code points,
//   validation.
// Idea: a str is UTF-8 in which a lone surrogate stands as its own three bytes (WTF-8), so every
//   Python str has one form and byte order is code point order. A text whose size equals its length
//   is ASCII, and then offset and index are the same.
// Invariants: functions that take "str text" rely on it being well-formed in that sense; the is_
//   and find_ functions do not.
// Threads: pure functions.
// Not here: other encodings (codecs.h), properties of characters (unicode_classes.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gilsim {

inline constexpr char32_t kMaxCodePoint = 0x10ffff;
inline constexpr bool is_surrogate(char32_t c) { return (c & 0xfffff800) == 0xd800; }
inline bool is_continuation(char byte) { return (byte & 0xc0) == 0x80; }

bool is_ascii_text(std::string_view bytes);
// Offset of the first byte above 127, or the size.
size_t ascii_prefix(std::string_view bytes);

// ---- str text
size_t utf8_length(std::string_view text);  // code points
size_t utf8_offset(std::string_view text,
                   size_t index);  // bytes in front of code point `index`; the size behind the end
inline size_t utf8_index(std::string_view text, size_t offset) {
  return utf8_length(text.substr(0, offset));
}
// Bytes of the sequence that this byte starts.
inline size_t utf8_width(char first) {
  auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
inline char32_t decode_utf8(const char* data, size_t width_hint = 4) {
  (void)width_hint;
  auto at = [data](int k) { return static_cast<char32_t>(static_cast<unsigned char>(data[k])); };
  char32_t first = at(0);
  if (first < 0x80) return first;
  if (first < 0xe0) return (first & 0x1f) << 6 | (at(1) & 0x3f);
  if (first < 0xf0) return (first & 0x0f) << 12 | (at(1) & 0x3f) << 6 | (at(2) & 0x3f);
  return (first & 0x07) << 18 | (at(1) & 0x3f) << 12 | (at(2) & 0x3f) << 6 | (at(3) & 0x3f);
}
// The code point at offset, which moves behind it. REQUIRES: offset < text.size().
inline char32_t next_code_point(std::string_view text, size_t& offset) {
  char32_t c = decode_utf8(text.data() + offset);
  offset += utf8_width(text[offset]);
  return c;
}
// Start of the code point that ends at offset. REQUIRES: offset > 0.
inline size_t previous_offset(std::string_view text, size_t offset) {
  do --offset;
  while (is_continuation(text[offset]));
  return offset;
}
inline char32_t previous_code_point(std::string_view text, size_t& offset) {
  offset = previous_offset(text, offset);
  return decode_utf8(text.data() + offset);
}

// ---- encoding. REQUIRES: c <= kMaxCodePoint; surrogates are written too.
inline constexpr size_t encoded_size(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}
size_t encode_utf8(char32_t c, char out[4]);
inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) return out.push_back(static_cast<char>(c));
  char bytes[4];
  out.append(bytes, encode_utf8(c, bytes));
}

// ---- validation
// Well-formed as the content of a str: lone surrogates are allowed.
bool is_valid_utf8(std::string_view bytes);
// Where strict decoding fails first: bytes [start, end) cannot be decoded. reason null: they all
// can.
struct Utf8Error {
  size_t start = 0;
  size_t end = 0;
  const char* reason =
      nullptr;  // "invalid start byte", "invalid continuation byte", "unexpected end of data"
};
Utf8Error find_utf8_error(std::string_view bytes, size_t from = 0);
// Each part that cannot be decoded becomes U+FFFD.
std::string replace_invalid_utf8(std::string_view bytes);

}  // namespace gilsim
