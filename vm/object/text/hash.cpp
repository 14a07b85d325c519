// What: see hash.h.
// Threads: pure functions.
#include "vm/object/text/hash.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "vm/object/text/utf8.h"

namespace gilsim {

namespace {
class SipHash13 {
 public:
  uint64_t hash(const char* data, size_t size) {
    size_t whole = size & ~size_t{7};
    for (size_t at = 0; at < whole; at += 8) absorb(load(data + at, 8));
    absorb(load(data + whole, size - whole) | static_cast<uint64_t>(size) << 56);
    v2_ ^= 0xff;
    for (int k = 0; k < 3; ++k) round();
    return v0_ ^ v1_ ^ v2_ ^ v3_;
  }

 private:
  static uint64_t load(const char* p, size_t bytes) {
    uint64_t word = 0;
    std::memcpy(&word, p, bytes);
    return word;
  }
  void absorb(uint64_t word) {
    v3_ ^= word;
    round();
    v0_ ^= word;
  }
  void round() {
    v0_ += v1_;
    v1_ = std::rotl(v1_, 13) ^ v0_;
    v0_ = std::rotl(v0_, 32);
    v2_ += v3_;
    v3_ = std::rotl(v3_, 16) ^ v2_;
    v0_ += v3_;
    v3_ = std::rotl(v3_, 21) ^ v0_;
    v2_ += v1_;
    v1_ = std::rotl(v1_, 17) ^ v2_;
    v2_ = std::rotl(v2_, 32);
  }

  uint64_t v0_ = 0x736f6d6570736575, v1_ = 0x646f72616e646f6d;
  uint64_t v2_ = 0x6c7967656e657261, v3_ = 0x7465646279746573;
};
}  // namespace

static int64_t hash_memory(const void* data, size_t size) {
  if (size == 0) return 0;
  auto h = static_cast<int64_t>(SipHash13().hash(static_cast<const char*>(data), size));
  return h == -1 ? -2 : h;
}

int64_t bytes_hash(std::string_view bytes) { return hash_memory(bytes.data(), bytes.size()); }

template <class Unit>
static int64_t hash_transcoded(std::string_view text, size_t length) {
  std::basic_string<Unit> units;
  units.reserve(length);
  for (size_t at = 0; at < text.size();) {
    units.push_back(static_cast<Unit>(next_code_point(text, at)));
  }
  return hash_memory(units.data(), units.size() * sizeof(Unit));
}

int64_t str_hash(std::string_view text, size_t length) {
  if (text.size() == length) return hash_memory(text.data(), length);
  // The first byte of a sequence tells how wide its character is.
  unsigned char widest = 0;
  for (char c : text) widest = std::max(widest, static_cast<unsigned char>(c));
  if (widest < 0xc4) return hash_transcoded<char>(text, length);  // below U+0100
  if (widest < 0xf0) return hash_transcoded<char16_t>(text, length);
  return hash_transcoded<char32_t>(text, length);
}

}  // namespace gilsim
