// What: the generator MT19937 of Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally
//   equidistributed uniform pseudo-random number generator" (ACM TOMACS 8, 1998), seeded by its
//   authors' init_by_array (2002).
// Idea: 624 words are renewed at once, each from itself, the next one and the one 397 further on.
// State: words_ and position_, the next word to hand out; kWords: all are used up.
// Threads: one at a time.
// Not here: what numbers are made of the words (random_module.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gilsim {

class MersenneTwister {
 public:
  static constexpr size_t kWords = 624;
  using State = std::array<uint32_t, kWords + 1>;  // and the position

  // REQUIRES: the key is not empty.
  void seed(const std::vector<uint32_t>& key) {
    words_[0] = 19650218;
    for (uint32_t k = 1; k < kWords; ++k) words_[k] = mixed(k, 1812433253u) + k;
    size_t at = 1;
    auto advance = [&] {
      if (++at < kWords) return;
      words_[0] = words_[kWords - 1];
      at = 1;
    };
    size_t from = 0;
    for (size_t left = std::max(kWords, key.size()); left > 0; --left) {
      words_[at] = (words_[at] ^ mixed(at, 1664525u)) + key[from] + static_cast<uint32_t>(from);
      advance();
      from = from + 1 < key.size() ? from + 1 : 0;
    }
    for (size_t left = kWords - 1; left > 0; --left) {
      words_[at] = (words_[at] ^ mixed(at, 1566083941u)) - static_cast<uint32_t>(at);
      advance();
    }
    words_[0] = 0x80000000u;
    position_ = kWords;
  }

  uint32_t next() {
    if (position_ == kWords) renew();
    uint32_t word = words_[position_++];
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c5680u;
    word ^= (word << 15) & 0xefc60000u;
    return word ^ (word >> 18);
  }
  // A float from 0 up to, not including, 1, of 53 bits.
  double next_real() {
    uint64_t high = next() >> 5, low = next() >> 6;
    return static_cast<double>(high << 26 | low) * 0x1p-53;
  }
  // REQUIRES: 1 <= bits <= 64. Lower words come first.
  uint64_t next_bits(int bits) {
    uint64_t low = next();
    if (bits <= 32) return low >> (32 - bits);
    return static_cast<uint64_t>(next() >> (64 - bits)) << 32 | low;
  }
  // One of the limit numbers from 0, all equally likely: numbers of as many bits, until one fits.
  // REQUIRES: limit > 0.
  uint64_t next_below(uint64_t limit) {
    int bits = 64 - __builtin_clzll(limit);
    uint64_t number;
    do {
      number = next_bits(bits);
    } while (number >= limit);
    return number;
  }

  State state() const {
    State state;
    std::copy(words_.begin(), words_.end(), state.begin());
    state[kWords] = static_cast<uint32_t>(position_);
    return state;
  }
  // REQUIRES: the position is at most kWords.
  void set_state(const State& state) {
    std::copy_n(state.begin(), kWords, words_.begin());
    position_ = state[kWords];
  }

 private:
  uint32_t mixed(size_t at, uint32_t factor) const {
    uint32_t before = words_[at - 1];
    return (before ^ (before >> 30)) * factor;
  }
  // The top bit of one word and the others of the next, times the matrix, onto a third.
  void twist(size_t at, size_t after, size_t onto) {
    uint32_t joined = (words_[at] & 0x80000000u) | (words_[after] & 0x7fffffffu);
    words_[at] = words_[onto] ^ (joined >> 1) ^ ((joined & 1) ? 0x9908b0dfu : 0u);
  }
  void renew() {
    constexpr size_t kAhead = 397, kBack = kWords - kAhead;
    for (size_t k = 0; k < kBack; ++k) twist(k, k + 1, k + kAhead);
    for (size_t k = kBack; k + 1 < kWords; ++k) twist(k, k + 1, k - kBack);
    twist(kWords - 1, 0, kAhead - 1);
    position_ = 0;
  }

  std::array<uint32_t, kWords> words_{};
  size_t position_ = kWords;
};

}  // namespace gilsim
