// What: the coherence state of one modelled cache line.
// Idea: a line is owned by the last core that wrote it, and shared by those that have read it
// since; anybody else pays a transfer. The line
//   remembers the time of its last write, so that a reader whose clock is behind first moves there:
//   causality holds despite slack.
// State: owner: core + 1, 0 before the first access. sharers: one bit for core % 32.
// Threads: fibers of one engine.
#pragma once

#include <cstdint>

namespace gilsim {

struct SimLine {
  uint32_t serial_number = 0;  // of the object whose header it is; 0 for single words
  uint32_t sharers = 0;
  uint64_t owner : 12 = 0;
  uint64_t written_ns : 52 = 0;
  void init();  // gives the object its serial number
  uint32_t serial() const { return serial_number; }
};
static_assert(sizeof(SimLine) == 16);

}  // namespace gilsim
