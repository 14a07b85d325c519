// What: slices, padding, tabs, and what bytes have of their own.
// Threads: pure functions.
#include <algorithm>
#include <array>

#include "vm/object/text/format_number.h"
#include "vm/object/text/str_algorithms.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

// ---- slices
std::string_view str_slice(StrView s, size_t start, size_t count) {
  if (s.single()) return s.text.substr(start, count);
  size_t from = utf8_offset(s.text, start);
  std::string_view rest = s.text.substr(from);
  return rest.substr(0, utf8_offset(rest, count));
}

static void append_single_slice(std::string& out, std::string_view s, int64_t start, int64_t step,
                                int64_t count) {
  size_t old_size = out.size();
  out.resize(old_size + static_cast<size_t>(count));
  char* to = out.data() + old_size;
  for (int64_t k = 0; k < count; ++k) to[k] = s[static_cast<size_t>(start + k * step)];
}

void append_slice(std::string& out, StrView s, int64_t start, int64_t step, int64_t count) {
  if (count <= 0) return;
  if (s.single()) return append_single_slice(out, s.text, start, step, count);
  size_t at = utf8_offset(s.text, static_cast<size_t>(start));
  for (;;) {
    size_t width = utf8_width(s.text[at]);
    out.append(s.text.substr(at, width));
    if (--count == 0) return;
    if (step > 0) {
      at += utf8_offset(s.text.substr(at), static_cast<size_t>(step));
    } else {
      for (int64_t k = step; k < 0; ++k) at = previous_offset(s.text, at);
    }
  }
}

// ---- padding
static bool padding_for(StrView s, int64_t width, size_t& padding) {
  auto length = static_cast<int64_t>(s.length);
  padding = width > length ? static_cast<size_t>(width - length) : 0;
  return static_cast<int64_t>(padding) <= kMaxFormatWidth;
}

static bool append_with_padding(std::string& out, StrView s, size_t left, size_t right,
                                char32_t fill) {
  append_fill(out, fill, left);
  out.append(s.text);
  append_fill(out, fill, right);
  return true;
}

// An odd space goes to the left where the width is odd, to the right where it is even.
bool append_center(std::string& out, StrView s, int64_t width, char32_t fill) {
  size_t padding;
  if (!padding_for(s, width, padding)) return false;
  size_t left = padding / 2 + (padding & static_cast<size_t>(width) & 1);
  return append_with_padding(out, s, left, padding - left, fill);
}

bool append_ljust(std::string& out, StrView s, int64_t width, char32_t fill) {
  size_t padding;
  return padding_for(s, width, padding) && append_with_padding(out, s, 0, padding, fill);
}

bool append_rjust(std::string& out, StrView s, int64_t width, char32_t fill) {
  size_t padding;
  return padding_for(s, width, padding) && append_with_padding(out, s, padding, 0, fill);
}

bool append_zfill(std::string& out, StrView s, int64_t width) {
  size_t padding;
  if (!padding_for(s, width, padding)) return false;
  bool sign = s.size() != 0 && (s.text[0] == '+' || s.text[0] == '-');
  out.append(s.text.substr(0, sign));
  out.append(padding, '0');
  out.append(s.text.substr(sign));
  return true;
}

bool append_expand_tabs(std::string& out, StrView s, int64_t tab_size) {
  uint64_t column = 0;
  uint64_t added = 0;
  for (char c : s.text) {
    if (c == '\t') {
      if (tab_size <= 0) continue;
      auto size = static_cast<uint64_t>(tab_size);
      uint64_t spaces = size - column % size;
      added += spaces;
      if (added > static_cast<uint64_t>(kMaxFormatWidth)) return false;
      out.append(spaces, ' ');
      column += spaces;
      continue;
    }
    out.push_back(c);
    if (c == '\n' || c == '\r') {
      column = 0;
    } else if (s.single() || !is_continuation(c)) {
      ++column;
    }
  }
  return true;
}

// ---- bytes
void append_translated(std::string& out, std::string_view bytes, std::string_view table,
                       std::string_view deleted) {
  std::array<bool, 256> gone{};
  for (char c : deleted) gone[static_cast<unsigned char>(c)] = true;
  out.reserve(out.size() + bytes.size());
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    if (!gone[byte]) out.push_back(table.empty() ? c : table[byte]);
  }
}

void append_bytes_hex(std::string& out, std::string_view bytes, char separator, int64_t group) {
  static constexpr const char* kHex = "0123456789abcdef";
  uint64_t every = group < 0 ? 0 - static_cast<uint64_t>(group) : static_cast<uint64_t>(group);
  for (size_t k = 0; k < bytes.size(); ++k) {
    size_t counted = group < 0 ? k : bytes.size() - k;
    if (separator != 0 && every != 0 && k != 0 && counted % every == 0) out.push_back(separator);
    auto byte = static_cast<unsigned char>(bytes[k]);
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
}

static int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Status bytes_from_hex(std::string_view text, std::string& out) {
  size_t at = ascii_prefix(text);
  bool good = at == text.size();
  for (at = good ? 0 : at; good && at < text.size();) {
    if (is_byte_space(text[at])) {
      ++at;
      continue;
    }
    int high = hex_value(text[at]);
    int low = -1;
    if (high >= 0 && ++at < text.size()) low = hex_value(text[at]);
    good = low >= 0;
    if (!good) break;
    out.push_back(static_cast<char>(high << 4 | low));
    ++at;
  }
  if (good) return {};
  return Status::value_error("non-hexadecimal number found in fromhex() arg at position " +
                             std::to_string(at));
}

}  // namespace gilsim
