// What: what measuring a run on real threads has cost it.
// Idea: how often something was measured is known exactly; what it costs each time is found out
//   right after the run, on and off in turn. Running the program itself twice would do its work
//   twice, and differ for other reasons.
// Threads: one; no run is under way.
// Not here: measuring the same from outside, by whole runs (scripts/bench --only measuring).
#pragma once

#include "experiments/modes/modes.h"

namespace gilsim {

struct MeasuringCost {
  uint64_t state_changes = 0, wait_notes = 0;    // in the run, of all threads
  double state_change_ns = 0, wait_note_ns = 0;  // each: on minus off, medians
  double sum_ns() const {
    return static_cast<double>(state_changes) * state_change_ns +
           static_cast<double>(wait_notes) * wait_note_ns;
  }
};

// REQUIRES: the run was on real threads and measured.
MeasuringCost measuring_cost(const RunRequest& request, const RunReport& report);

}  // namespace gilsim
