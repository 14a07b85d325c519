// What: splitting, partitioning and stripping.
// Threads: pure functions.
#include <algorithm>
#include <array>

#include "vm/object/text/str_algorithms.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

// White space of one-byte texts, one flag a byte: bytes and ASCII str differ in the separators from
// 0x1c on.
static constexpr std::array<uint8_t, 256> kSpaceBits = [] {
  std::array<uint8_t, 256> bits{};
  for (int c = '\t'; c <= '\r'; ++c) bits[static_cast<size_t>(c)] = 3;
  bits[' '] = 3;
  for (int c = 0x1c; c <= 0x1f; ++c) bits[static_cast<size_t>(c)] = 1;
  return bits;
}();

namespace {
// Tells white space at an offset, and steps over one item.
class Spaces {
 public:
  explicit Spaces(StrView s) : s_(s), bit_(s.is_bytes ? 2 : 1) {}
  bool at(size_t offset) const {
    auto byte = static_cast<unsigned char>(s_.text[offset]);
    if (byte < 0x80 || s_.single()) return (kSpaceBits[byte] & bit_) != 0;
    return is_space(decode_utf8(s_.text.data() + offset));
  }
  size_t behind(size_t offset) const {
    return offset + (s_.single() ? 1 : utf8_width(s_.text[offset]));
  }
  size_t before(size_t offset) const {
    return s_.single() ? offset - 1 : previous_offset(s_.text, offset);
  }
  size_t skip(size_t offset, bool space) const {
    while (offset < s_.size() && at(offset) == space) offset = behind(offset);
    return offset;
  }
  size_t skip_back(size_t offset, bool space, size_t least = 0) const {
    while (offset > least) {
      size_t previous = before(offset);
      if (at(previous) != space) break;
      offset = previous;
    }
    return offset;
  }

 private:
  StrView s_;
  uint8_t bit_;
};
}  // namespace

// ---- at white space
void str_split(StrView s, int64_t limit, Pieces& out) {
  Spaces spaces(s);
  size_t at = spaces.skip(0, true);
  while (at < s.size()) {
    if (limit-- == 0) {  // the rest, with the space at its end
      out.push_back(s.text.substr(at));
      return;
    }
    size_t end = spaces.skip(at, false);
    out.push_back(s.text.substr(at, end - at));
    at = spaces.skip(end, true);
  }
}

void str_rsplit(StrView s, int64_t limit, Pieces& out) {
  Spaces spaces(s);
  size_t first = out.size();
  size_t end = spaces.skip_back(s.size(), true);
  while (end > 0) {
    if (limit-- == 0) {  // the rest, with the space in front of it
      out.push_back(s.text.substr(0, end));
      break;
    }
    size_t start = spaces.skip_back(end, false);
    out.push_back(s.text.substr(start, end - start));
    end = spaces.skip_back(start, true);
  }
  std::reverse(out.begin() + static_cast<ptrdiff_t>(first), out.end());
}

// ---- at a separator
void str_split(StrView s, std::string_view separator, int64_t limit, Pieces& out) {
  std::string_view rest = s.text;
  while (limit-- != 0) {
    size_t at = find_bytes(rest, separator);
    if (at == kNotFound) break;
    out.push_back(rest.substr(0, at));
    rest.remove_prefix(at + separator.size());
  }
  out.push_back(rest);
}

void str_rsplit(StrView s, std::string_view separator, int64_t limit, Pieces& out) {
  size_t first = out.size();
  std::string_view rest = s.text;
  while (limit-- != 0) {
    size_t at = rfind_bytes(rest, separator);
    if (at == kNotFound) break;
    out.push_back(rest.substr(at + separator.size()));
    rest = rest.substr(0, at);
  }
  out.push_back(rest);
  std::reverse(out.begin() + static_cast<ptrdiff_t>(first), out.end());
}

Partition str_partition(std::string_view s, std::string_view separator) {
  size_t at = find_bytes(s, separator);
  if (at == kNotFound) return {s, {}, {}};
  return {s.substr(0, at), s.substr(at, separator.size()), s.substr(at + separator.size())};
}

Partition str_rpartition(std::string_view s, std::string_view separator) {
  size_t at = rfind_bytes(s, separator);
  if (at == kNotFound) return {{}, {}, s};
  return {s.substr(0, at), s.substr(at, separator.size()), s.substr(at + separator.size())};
}

// ---- lines
// Bytes of the line break at offset; 0: there is none.
static size_t line_break_at(StrView s, size_t offset) {
  char c = s.text[offset];
  if (c == '\r') return offset + 1 < s.size() && s.text[offset + 1] == '\n' ? 2 : 1;
  if (c == '\n') return 1;
  if (s.is_bytes) return 0;
  auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) return is_line_break(byte) ? 1 : 0;
  return is_line_break(decode_utf8(s.text.data() + offset)) ? utf8_width(c) : 0;
}

void str_split_lines(StrView s, bool keep_ends, Pieces& out) {
  size_t start = 0;
  for (size_t at = 0; at < s.size();) {
    // Only these bytes can start a line break.
    auto byte = static_cast<unsigned char>(s.text[at]);
    size_t width = byte < 0x20 || byte == 0xc2 || byte == 0xe2 ? line_break_at(s, at) : 0;
    if (width == 0) {
      ++at;
      continue;
    }
    out.push_back(s.text.substr(start, at - start + (keep_ends ? width : 0)));
    start = at += width;
  }
  if (start < s.size()) out.push_back(s.text.substr(start));
}

// ---- stripping
static bool has_side(Side side, Side which) {
  return (static_cast<unsigned>(side) & static_cast<unsigned>(which)) != 0;
}

std::string_view str_strip(StrView s, Side side) {
  Spaces spaces(s);
  size_t start = has_side(side, Side::kLeft) ? spaces.skip(0, true) : 0;
  size_t end = has_side(side, Side::kRight) ? spaces.skip_back(s.size(), true, start) : s.size();
  return s.text.substr(start, end - start);
}

namespace {
// A set of characters: a bit map of bytes, and the text itself for what is wider.
class CharacterSet {
 public:
  explicit CharacterSet(StrView chars) : chars_(chars) {
    for (char c : chars.text) bytes_[static_cast<unsigned char>(c)] = true;
  }
  // item: the bytes of one item.
  bool has(std::string_view item) const {
    if (!bytes_[static_cast<unsigned char>(item[0])]) return false;
    return item.size() == 1 || find_bytes(chars_.text, item) != kNotFound;
  }

 private:
  StrView chars_;
  std::array<bool, 256> bytes_{};
};
}  // namespace

std::string_view str_strip(StrView s, StrView chars, Side side) {
  CharacterSet set(chars);
  size_t start = 0, end = s.size();
  while (has_side(side, Side::kLeft) && start < end) {
    size_t width = s.single() ? 1 : utf8_width(s.text[start]);
    if (!set.has(s.text.substr(start, width))) break;
    start += width;
  }
  while (has_side(side, Side::kRight) && end > start) {
    size_t previous = s.single() ? end - 1 : previous_offset(s.text, end);
    if (!set.has(s.text.substr(previous, end - previous))) break;
    end = previous;
  }
  return s.text.substr(start, end - start);
}

}  // namespace gilsim
