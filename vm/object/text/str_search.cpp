// What: finding, counting and replacing.
// Idea: memchr for one byte, memmem (two-way search, linear time) for more.
// Threads: pure functions.
#include <algorithm>
#include <cstring>

#include "vm/object/text/str_algorithms.h"

namespace gilsim {

size_t find_bytes(std::string_view text, std::string_view needle) {
  if (needle.empty()) return 0;
  if (needle.size() > text.size()) return kNotFound;
  const void* at = needle.size() == 1
                       ? std::memchr(text.data(), needle[0], text.size())
                       : memmem(text.data(), text.size(), needle.data(), needle.size());
  return at ? static_cast<size_t>(static_cast<const char*>(at) - text.data()) : kNotFound;
}

// From candidate to candidate by the needle's first byte; a text that is full of them falls back on
// forward search in blocks.
size_t rfind_bytes(std::string_view text, std::string_view needle) {
  if (needle.size() > text.size()) return kNotFound;
  if (needle.empty()) return text.size();
  size_t end = text.size() - needle.size() + 1;  // candidates are in [0, end)
  for (int misses = 0; misses < 1000; ++misses) {
    auto* at = static_cast<const char*>(memrchr(text.data(), needle[0], end));
    if (at == nullptr) return kNotFound;
    if (std::memcmp(at, needle.data(), needle.size()) == 0) {
      return static_cast<size_t>(at - text.data());
    }
    end = static_cast<size_t>(at - text.data());
  }
  size_t block = std::max<size_t>(needle.size() * 2, 4096);
  while (end > 0) {
    size_t start = end > block ? end - block : 0;
    std::string_view part = text.substr(start, end - start + needle.size() - 1);
    size_t last = kNotFound;
    for (size_t at = 0; (at = find_bytes(part, needle)) != kNotFound;) {
      last = start + at;
      start += at + 1;
      part.remove_prefix(at + 1);
    }
    if (last != kNotFound) return last;
    end = end > block ? end - block : 0;
  }
  return kNotFound;
}

// ---- ranges
namespace {
// Part of a text as methods with start and end see it.
struct Range {
  bool valid;         // start is not behind end, and the needle is not longer
  size_t start = 0;   // items
  size_t offset = 0;  // bytes
  std::string_view text;
};
}  // namespace

static Range range_of(StrView s, int64_t start, int64_t end, size_t least) {
  auto length = static_cast<int64_t>(s.length);
  if (end > length) end = length;
  if (end < 0) end = std::max<int64_t>(end + length, 0);
  if (start < 0) start = std::max<int64_t>(start + length, 0);
  if (start > end || static_cast<size_t>(end - start) < least) return {false, 0, 0, {}};
  if (start == 0 && end == length) return {true, 0, 0, s.text};
  size_t from = s.offset_of(static_cast<size_t>(start));
  size_t to = s.single()
                  ? static_cast<size_t>(end)
                  : from + utf8_offset(s.text.substr(from), static_cast<size_t>(end - start));
  return {true, static_cast<size_t>(start), from, s.text.substr(from, to - from)};
}

static int64_t position_in(StrView s, const Range& r, size_t offset) {
  if (offset == kNotFound) return -1;
  size_t items = s.single() ? offset : utf8_index(r.text, offset);
  return static_cast<int64_t>(r.start + items);
}

int64_t str_find(StrView s, StrView needle, int64_t start, int64_t end) {
  Range r = range_of(s, start, end, needle.length);
  return r.valid ? position_in(s, r, find_bytes(r.text, needle.text)) : -1;
}

int64_t str_rfind(StrView s, StrView needle, int64_t start, int64_t end) {
  Range r = range_of(s, start, end, needle.length);
  return r.valid ? position_in(s, r, rfind_bytes(r.text, needle.text)) : -1;
}

static size_t count_in(std::string_view text, std::string_view needle) {
  if (needle.size() == 1) {
    return static_cast<size_t>(std::count(text.begin(), text.end(), needle[0]));
  }
  size_t count = 0;
  for (size_t at; (at = find_bytes(text, needle)) != kNotFound; ++count) {
    text.remove_prefix(at + needle.size());
  }
  return count;
}

size_t str_count(StrView s, StrView needle, int64_t start, int64_t end) {
  Range r = range_of(s, start, end, needle.length);
  if (!r.valid) return 0;
  if (needle.size() == 0) return s.part(r.text).length + 1;
  return count_in(r.text, needle.text);
}

bool str_starts_with(StrView s, StrView prefix, int64_t start, int64_t end) {
  Range r = range_of(s, start, end, prefix.length);
  return r.valid && r.text.substr(0, prefix.size()) == prefix.text;
}

bool str_ends_with(StrView s, StrView suffix, int64_t start, int64_t end) {
  Range r = range_of(s, start, end, suffix.length);
  return r.valid && r.text.size() >= suffix.size() &&
         r.text.substr(r.text.size() - suffix.size()) == suffix.text;
}

// ---- replacing
// An empty text is in front of every item and at the end.
static size_t insert_everywhere(std::string& out, StrView s, StrView inserted, uint64_t limit) {
  size_t done = 0, at = 0;
  while (done < limit) {
    out.append(inserted.text);
    ++done;
    if (at == s.size()) break;
    size_t width = s.single() ? 1 : utf8_width(s.text[at]);
    out.append(s.text.substr(at, width));
    at += width;
  }
  out.append(s.text.substr(at));
  return done;
}

size_t str_replace(std::string& out, StrView s, StrView old_text, StrView new_text, int64_t limit) {
  auto most = limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit);
  if (most == 0) return 0;
  if (old_text.size() == 0) return insert_everywhere(out, s, new_text, most);
  std::string_view rest = s.text;
  size_t at = find_bytes(rest, old_text.text);
  if (at == kNotFound) return 0;
  out.reserve(out.size() + s.size());
  size_t done = 0;
  while (at != kNotFound && done < most) {
    out.append(rest.substr(0, at)).append(new_text.text);
    rest.remove_prefix(at + old_text.size());
    ++done;
    at = find_bytes(rest, old_text.text);
  }
  out.append(rest);
  return done;
}

}  // namespace gilsim
