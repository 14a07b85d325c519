// What: searching the interleavings of a piece of C++ on fibers, in this process: for the law
//   suites.
// Idea: the body is run as the first thread of the simulator once for each schedule; each atomic
//   operation is a step.
// Threads: one search at a time.
// Not here: programs in the language (experiments/runner): those run in processes of their own.
#pragma once

#include <functional>

#include "gil/explore/searcher.h"
#include "gil/sim/sim_platform.h"

namespace gilsim {

// check: called after each run; one line that says what was wrong, or an empty one. A deadlock is
// always wrong.
SearchResult search(const SearchOptions& options, const std::function<void()>& body,
                    const std::function<std::string()>& check);

// The options of a run in which only atomic operations and waits are steps.
PlatformOptions options_for_atomic_steps();

}  // namespace gilsim
