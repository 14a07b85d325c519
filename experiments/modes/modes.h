// What: running one program in one mode, world and number of cores, in this process.
// Idea: names come in, a finished run comes out; which template that was is nobody else's business.
// Threads: one run at a time in a process.
// Not here: reading files and options (experiments/cli), repeating and comparing
// (experiments/runner).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gil/platform/platform.h"
#include "gil/platform/thread_record.h"
#include "gil/sim/scheduler.h"

namespace gilsim {

enum class World { kOs, kSim, kExplore };

struct ModeInfo {
  std::string_view name;
  std::string_view gil;  // default algorithm
  std::string_view description;
  bool has_gil;  // --gil may pick another
};
const std::vector<ModeInfo>& all_modes();
const ModeInfo* find_mode(std::string_view name);
// Names and descriptions of the GIL algorithms, in the order of their list.
std::vector<std::pair<std::string_view, std::string_view>> all_gils();

struct Code;
class RaceDetector;

struct RunRequest {
  std::string mode = "gil";
  std::string gil;  // empty: the mode's own
  World world = World::kOs;
  uint32_t cores = 0;  // 0: as many as the machine has (os), 1 (sim)
  uint64_t seed = 0;
  bool stats = false;
  bool trace = false;
  int64_t interval_ns = 0;  // 0: the algorithm's own
  int64_t ticks = 0;
  int forced_switching = -1;  // -1: the algorithm's own
  int64_t slack_ns = -1;
  int64_t time_slice_ns = -1;
  int64_t gc_threshold = 0;
  uint64_t memory_limit = 0;  // bytes; 0: none
  CostTable costs;
  std::string program_path;
  std::string source;                // for tracebacks
  std::shared_ptr<const Code> code;  // what runs: see compile_program
  std::string directory;
  std::string working_directory;  // tracebacks show files from here; empty: as given
  std::vector<std::string> arguments;
  // sim: what decides which thread runs, instead of a machine of `cores` cores. kExplore needs it.
  std::function<std::unique_ptr<Scheduler>()> make_scheduler;
  RaceDetector* races = nullptr;  // sim: is told of all accesses and locks; null: nobody is
  bool quiet_library = false;     // steps in embedded library code are not told apart by a search
  // Whether its mode has an interpreter lock.
  bool has_gil() const;
};

struct ThreadFigures {
  std::string name;
  uint32_t serial = 0;  // 1 is the first thread
  int64_t time_in_ns[kThreadStateCount];
  Counters counters;
  int64_t on_core_ns = 0, run_delay_ns = 0;  // os: the kernel's figures
  const TraceRing* trace = nullptr;          // lives as long as the process
  const ThreadTimes* times = nullptr;        // likewise; null: not measured
};
struct RunReport {
  int exit_code = 0;
  std::string deadlock;          // sim: the engine's report, empty if there was none
  int64_t elapsed_ns = 0;        // wall time in os, virtual time in sim, of the program in the VM
  int64_t process_ns = 0;        // CPU time of all threads; virtual in sim
  uint64_t trace_hash = 0;       // sim
  std::string given_up;          // sim: why the scheduler gave the run up; empty: it did not
  uint64_t thread_failures = 0;  // exceptions that ended threads other than the first
  std::vector<ThreadFigures> threads;
  std::string gil;  // the algorithm used
  uint32_t cores = 0;
  int64_t start_ns = 0, end_ns = 0;  // on the platform's clock
};

// Runs to the end of the program. REQUIRES: mode and gil are known names; the code is that of the
// source.
RunReport run_program(const RunRequest& request);

// Compiles a file's text; the message on failure is what CPython prints. Null: *error is set.
std::shared_ptr<const Code> compile_program(std::string_view text, std::string_view file_name,
                                            std::string* error);

}  // namespace gilsim
