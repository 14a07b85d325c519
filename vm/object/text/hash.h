// What: hashes of text and of collections, equal to those of CPython 3.11 under PYTHONHASHSEED=0,
//   so that sets and dicts of the same content have the same order here and there.
// Idea: SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012) with a key of
//   zero for text; one round of xxHash (Collet) per item for tuples; a commutative mix for frozen
//   sets.
// Threads: pure functions; a TupleHash or FrozenSetHash belongs to one thread.
// Not here: ints (bigint.h: int_hash, big_hash), floats (float_math.h: float_hash).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gilsim {

int64_t bytes_hash(std::string_view bytes);
// CPython hashes the one, two or four bytes a character that it stores; so this transcodes what is
// not ASCII.
int64_t str_hash(std::string_view text, size_t length);

class TupleHash {
 public:
  void add(int64_t hash) {
    state_ += static_cast<uint64_t>(hash) * kPrime2;
    state_ = std::rotl(state_, 31) * kPrime1;
  }
  int64_t finish(size_t count) const {
    uint64_t h = state_ + (count ^ (kPrime5 ^ 3527539));
    return h == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(h);
  }

 private:
  static constexpr uint64_t kPrime1 = 11400714785074694791u;
  static constexpr uint64_t kPrime2 = 14029467366897019727u;
  static constexpr uint64_t kPrime5 = 2870177450012600261u;
  uint64_t state_ = kPrime5;
};

class FrozenSetHash {  // items in any order
 public:
  void add(int64_t hash) {
    auto h = static_cast<uint64_t>(hash);
    state_ ^= ((h ^ 89869747) ^ (h << 16)) * 3644798167u;
  }
  int64_t finish(size_t count) const {
    uint64_t h = state_ ^ (count + 1) * 1927868237u;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069u + 907133923u;
    return h == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(h);
  }

 private:
  uint64_t state_ = 0;
};

// Addresses are multiples of 16: the low bits would say nothing.
inline int64_t pointer_hash(uint64_t address) {
  auto h = static_cast<int64_t>(std::rotr(address, 4));
  return h == -1 ? -2 : h;
}

}  // namespace gilsim
