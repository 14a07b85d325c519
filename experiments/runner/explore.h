// What: world explore: one program under a search over its interleavings.
// Idea: the program runs up to the first place where it could go on in two ways; there the
//   process becomes the search and forks a child for each schedule, so what precedes is done once
//   and no run leaves anything behind in the next one. In the end the process itself goes on, by
//   the schedule that was found, or by the first one, and shows it.
// Threads: one exploration in a process.
// Not here: strategies (gil/explore), options (experiments/cli).
#pragma once

#include <string>
#include <vector>

#include "experiments/modes/modes.h"
#include "gil/explore/searcher.h"

namespace gilsim {

struct ExploreRequest {
  static constexpr uint64_t kDefaultSteps = 100000;
  RunRequest run;  // world kExplore
  SearchOptions search;
  uint64_t max_steps = kDefaultSteps;  // of one run
  bool library = false;         // steps inside threading and queue are told apart as well
  bool terminal = false;        // standard error is one
  std::string save_path;        // where a schedule that fails is written
  std::string replay_path;      // empty: search
  std::string command;          // that replays it: what stands before the file's name
  std::vector<std::string> settings;  // --set, as given
};

// Runs the search, prints what was found and the command that replays it to standard error, goes
// on as the run that was found, shows it, and gives the exit code: that of the failing run
// (deadlock 3), 0 if nothing was found, 2 if the program cannot be explored, 130 after Ctrl-C.
int explore(const ExploreRequest& request);

}  // namespace gilsim
