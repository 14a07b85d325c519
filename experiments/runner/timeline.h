// What: --trace: a run as a timeline in Chrome's trace format, which Perfetto reads: a track a
//   thread with its states, a track with the owner of the interpreter lock, a track a virtual
//   core.
// Idea: everything follows from the rings of the threads (gil/platform/trace_ring.h), the same
//   way in real and in virtual time. Names of slices are state names and thread names, so that
//   colours, which viewers derive from them, are stable.
// Threads: one.
#pragma once

#include <string>

#include "experiments/modes/modes.h"

namespace gilsim {

// Writes the file, and says on standard error what had to be dropped. False: it could not be
// written, which was said. REQUIRES: the run kept traces.
bool write_timeline(const std::string& path, const RunRequest& request, const RunReport& report);

}  // namespace gilsim
