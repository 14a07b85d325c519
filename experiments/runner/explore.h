// What: world explore: one program under a search over its interleavings.
// Idea: the program runs up to the first place where it could go on in two ways; there the process
//   becomes the search and forks a child for each schedule, so what precedes is done once and no
//   run leaves anything behind in the next one. In the end the process itself goes on, by the
//   schedule that was found, or by the first one, and shows it.
// Threads: one exploration in a process.
// Not here: strategies (gil/explore), options (experiments/cli).
#pragma once

#include <string>

#include "experiments/modes/modes.h"
#include "gil/explore/searcher.h"

namespace gilsim {

struct ExploreRequest {
  RunRequest run;  // world kExplore
  SearchOptions search;
  uint64_t max_steps = 100000;  // of one run
  bool library = false;         // steps inside threading and queue are told apart as well
  bool terminal = false;        // standard error is one
  std::string save_path;        // where a schedule that fails is written
  std::string replay_path;      // empty: search
  std::string command;          // that replays it, without the file's name
};

// What a schedule belongs to: it makes no sense elsewhere.
struct ScheduleFile {
  std::string program_hash, mode, gil;
  bool library = false;
  std::vector<std::string> arguments;
  std::vector<uint32_t> choices;
};
// Gives one line of error, or an empty one and the file.
std::string read_schedule(const std::string& path, ScheduleFile& file);
ScheduleFile schedule_of(const ExploreRequest& request);
// Empty: it belongs to this request; else what differs, in one line.
std::string difference_of(const ScheduleFile& file, const ExploreRequest& request);

// Runs the search, prints what was found to standard error, and gives the exit code: that of the
// failing run (deadlock 3), 0 if nothing was found, 2 if the program cannot be explored, 130 after
// Ctrl-C.
int explore(const ExploreRequest& request);

}  // namespace gilsim
