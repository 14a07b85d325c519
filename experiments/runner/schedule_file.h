// What: a schedule on disk: the choices of one run, and all that the run depends on.
// Idea: a schedule makes sense for one program, mode and set of options only, so the file names
//   them, and a replay is refused, with the difference, when one of them is another.
// Threads: one.
// Not here: what a choice means (gil/explore).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gilsim {

struct ExploreRequest;

struct ScheduleFile {
  std::string program_hash, mode, gil;
  std::vector<std::string> settings;  // --set, in the order given
  uint64_t seed = 0;
  bool library = false;
  std::vector<std::string> arguments;  // the program's
  std::vector<uint32_t> choices;
};

// What the request asks for, without choices.
ScheduleFile schedule_of(const ExploreRequest& request);
// Empty: it belongs to this request; else what differs, in one line.
std::string difference_of(const ScheduleFile& file, const ExploreRequest& request);
// Gives one line of error, or an empty one and the file.
std::string read_schedule(const std::string& path, ScheduleFile& file);
// False: it could not be written, which was said.
bool write_schedule(const std::string& path, const ScheduleFile& file);

}  // namespace gilsim
