// What: counting, finding, encoding and validating UTF-8.
// Idea: eight bytes at a time in one word. A byte that continues a character is 10xxxxxx, so the
//   others are counted by two shifts and a population count; a word without high bits is eight
//   ASCII characters.
// Threads: pure functions.
#include "vm/object/text/utf8.h"

#include <bit>
#include <cstring>

namespace gilsim {

static constexpr uint64_t kHighBits = 0x8080808080808080;
static constexpr const char* kReplacement = "\xef\xbf\xbd";  // U+FFFD

static uint64_t load_word(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}
// Characters that start among these eight bytes.
static size_t starts_in(uint64_t word) {
  uint64_t continuations = word & ~(word << 1) & kHighBits;
  return 8 - static_cast<size_t>(std::popcount(continuations));
}

size_t ascii_prefix(std::string_view bytes) {
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t high = load_word(bytes.data() + at) & kHighBits;
    if (high != 0) return at + static_cast<size_t>(std::countr_zero(high)) / 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

bool is_ascii_text(std::string_view bytes) { return ascii_prefix(bytes) == bytes.size(); }

size_t utf8_length(std::string_view text) {
  size_t count = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) count += starts_in(load_word(text.data() + at));
  for (; at < text.size(); ++at) count += !is_continuation(text[at]);
  return count;
}

size_t utf8_offset(std::string_view text, size_t index) {
  size_t at = 0;
  while (at + 8 <= text.size()) {
    size_t starts = starts_in(load_word(text.data() + at));
    if (starts > index) break;
    index -= starts;
    at += 8;
  }
  // A word may end inside a character: its last bytes are passed over here.
  for (; at < text.size(); ++at) {
    if (is_continuation(text[at])) continue;
    if (index == 0) return at;
    --index;
  }
  return text.size();
}

size_t encode_utf8(char32_t c, char out[4]) {
  auto put = [&](int k, char32_t byte) { out[k] = static_cast<char>(byte); };
  if (c < 0x80) {
    put(0, c);
    return 1;
  }
  if (c < 0x800) {
    put(0, 0xc0 | c >> 6);
    put(1, 0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    put(0, 0xe0 | c >> 12);
    put(1, 0x80 | (c >> 6 & 0x3f));
    put(2, 0x80 | (c & 0x3f));
    return 3;
  }
  put(0, 0xf0 | c >> 18);
  put(1, 0x80 | (c >> 12 & 0x3f));
  put(2, 0x80 | (c >> 6 & 0x3f));
  put(3, 0x80 | (c & 0x3f));
  return 4;
}

// ---- validation
namespace {
// What may follow a first byte: how many bytes, and the range of the first of them (Unicode, table
// 3-7).
struct Lead {
  int following;  // 0: cannot start a sequence
  unsigned char low, high;
};
}  // namespace

static Lead lead_of(unsigned char first, bool allow_surrogates) {
  if (first < 0xc2 || first > 0xf4) return {0, 0, 0};
  if (first < 0xe0) return {1, 0x80, 0xbf};
  if (first == 0xe0) return {2, 0xa0, 0xbf};
  if (first == 0xed && !allow_surrogates) return {2, 0x80, 0x9f};
  if (first < 0xf0) return {2, 0x80, 0xbf};
  if (first == 0xf0) return {3, 0x90, 0xbf};
  if (first == 0xf4) return {3, 0x80, 0x8f};
  return {3, 0x80, 0xbf};
}

static Utf8Error find_error(std::string_view bytes, size_t at, bool allow_surrogates) {
  while (at < bytes.size()) {
    auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) {
      at += ascii_prefix(bytes.substr(at));
      continue;
    }
    Lead lead = lead_of(first, allow_surrogates);
    if (lead.following == 0) return {at, at + 1, "invalid start byte"};
    size_t end = at + 1;
    for (int k = 0; k < lead.following; ++k, ++end) {
      if (end == bytes.size()) return {at, end, "unexpected end of data"};
      auto byte = static_cast<unsigned char>(bytes[end]);
      bool good = k == 0 ? byte >= lead.low && byte <= lead.high : (byte & 0xc0) == 0x80;
      if (!good) return {at, end, "invalid continuation byte"};
    }
    at = end;
  }
  return {};
}

Utf8Error find_utf8_error(std::string_view bytes, size_t from) {
  return find_error(bytes, from, false);
}

bool is_valid_utf8(std::string_view bytes) { return find_error(bytes, 0, true).reason == nullptr; }

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string out;
  size_t at = 0;
  for (;;) {
    Utf8Error error = find_error(bytes, at, true);
    if (error.reason == nullptr) return out.append(bytes.substr(at));
    out.append(bytes.substr(at, error.start - at)).append(kReplacement);
    at = error.end;
  }
}

}  // namespace gilsim
