// What: searching, cutting, stripping and padding of str and bytes.
// Idea: UTF-8 synchronises itself, so texts are searched as bytes; only positions are converted,
//   and in ASCII not even those. Pieces are views into the text that is cut: nothing is copied
//   here.
// Invariants: positions are items (code points of a str, bytes of a bytes); start and end count
//   from the back when negative and are clamped, as in the methods of str.
// Threads: pure functions.
// Not here: case and classes (unicode_classes.h), repr (str_repr.h), encodings (codecs.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/object/text/status.h"
#include "vm/object/text/str_view.h"

namespace gilsim {

inline constexpr int64_t kToEnd = INT64_MAX;
inline constexpr const char* kEmptySeparator =
    "empty separator";  // ValueError of split and partition
inline constexpr size_t kNotFound = std::string_view::npos;
using Pieces = std::vector<std::string_view>;

// ---- searching
size_t find_bytes(std::string_view text, std::string_view needle);  // offset or kNotFound
size_t rfind_bytes(std::string_view text, std::string_view needle);
inline bool str_contains(std::string_view text, std::string_view needle) {
  return find_bytes(text, needle) != kNotFound;
}
int64_t str_find(StrView s, StrView needle, int64_t start = 0, int64_t end = kToEnd);  // -1: none
int64_t str_rfind(StrView s, StrView needle, int64_t start = 0, int64_t end = kToEnd);
size_t str_count(StrView s, StrView needle, int64_t start = 0, int64_t end = kToEnd);
bool str_starts_with(StrView s, StrView prefix, int64_t start = 0, int64_t end = kToEnd);
bool str_ends_with(StrView s, StrView suffix, int64_t start = 0, int64_t end = kToEnd);
// Appends s with at most `limit` occurrences replaced (negative: all). Returns how many; with 0
// nothing is appended.
size_t str_replace(std::string& out, StrView s, StrView old_text, StrView new_text, int64_t limit);

// ---- cutting; limit: most cuts, negative: no limit. Pieces come in text order.
void str_split(StrView s, int64_t limit, Pieces& out);  // at white space
void str_rsplit(StrView s, int64_t limit, Pieces& out);
void str_split(StrView s, std::string_view separator, int64_t limit,
               Pieces& out);  // REQUIRES: not empty
void str_rsplit(StrView s, std::string_view separator, int64_t limit, Pieces& out);
void str_split_lines(StrView s, bool keep_ends, Pieces& out);
struct Partition {
  std::string_view before, separator, after;
};
Partition str_partition(std::string_view s, std::string_view separator);  // REQUIRES: not empty
Partition str_rpartition(std::string_view s, std::string_view separator);

enum class Side : uint8_t { kLeft = 1, kRight = 2, kBoth = 3 };
std::string_view str_strip(StrView s, Side side);  // white space
std::string_view str_strip(StrView s, StrView chars, Side side);

// Items [start, start + count), which must exist.
std::string_view str_slice(StrView s, size_t start, size_t count);
// Appends items start, start + step, ...: count of them, which must exist.
void append_slice(std::string& out, StrView s, int64_t start, int64_t step, int64_t count);
inline std::string_view str_item(StrView s, size_t index) { return str_slice(s, index, 1); }

// ---- padding. False: too long, a MemoryError.
bool append_center(std::string& out, StrView s, int64_t width, char32_t fill);
bool append_ljust(std::string& out, StrView s, int64_t width, char32_t fill);
bool append_rjust(std::string& out, StrView s, int64_t width, char32_t fill);
bool append_zfill(std::string& out, StrView s, int64_t width);
bool append_expand_tabs(std::string& out, StrView s, int64_t tab_size);

// ---- joining: what the result will need. False: too large.
struct JoinSize {
  uint64_t bytes = 0;
  uint64_t length = 0;
  bool add(uint64_t piece_bytes, uint64_t piece_length, uint64_t times = 1) {
    constexpr uint64_t kMax = UINT32_MAX;  // a str counts its bytes in 32 bits
    if (times != 0 && piece_bytes > kMax / times) return false;
    bytes += piece_bytes * times;
    length += piece_length * times;
    return bytes <= kMax;
  }
};

// ---- bytes alone
// table: 256 bytes, or empty to map nothing; bytes in `deleted` are left out.
void append_translated(std::string& out, std::string_view bytes, std::string_view table,
                       std::string_view deleted);
// bytes.hex(): separator 0: none; group > 0 counts from the right, < 0 from the left.
void append_bytes_hex(std::string& out, std::string_view bytes, char separator = 0,
                      int64_t group = 1);
Status bytes_from_hex(std::string_view text, std::string& out);

}  // namespace gilsim
