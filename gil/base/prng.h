// What: a seeded pseudo-random number generator: SplitMix64 (Steele, Lea and Flood, "Fast
// splittable pseudorandom number generators",
//   OOPSLA 2014).
// Threads: one generator belongs to one thread.
#pragma once

#include <cstdint>

namespace gilsim {

class Prng {
 public:
  explicit Prng(uint64_t seed = 0) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // In [0, bound). REQUIRES: bound > 0.
  uint64_t below(uint64_t bound) { return next() % bound; }

 private:
  uint64_t state_;
};

}  // namespace gilsim
