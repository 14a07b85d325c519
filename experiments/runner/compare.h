// What: one program in several modes, thread counts and core counts, interleaved, beside real
// interpreters.
// Idea: sample r of every row is taken before sample r + 1 of any, so that a drift of the machine
// hits all rows alike; a sample taken while others used the machine is repeated (DESIGN section 4).
// Threads: one comparison at a time.
// Not here: options (experiments/cli), starting processes (process.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiments/modes/modes.h"

namespace gilsim {

// A sample counts if others used no more than this share of the processors meanwhile, and did not
// run just before and just after.
inline constexpr double kForeignLimit = 0.02;
// How often a sample is repeated before one is taken as it is.
inline constexpr int kMaxRejections = 3;
// Samples of a row, or ratios of pairs, that lie further apart are no result.
inline constexpr double kUnstableSpread = 0.15;

struct CompareRequest {
  std::vector<std::string> modes;  // names, or "ext:COMMAND"
  std::vector<uint32_t> threads;   // empty: --threads is not passed on
  std::vector<uint32_t> cores;     // empty: the platform's default
  World world = World::kOs;
  int repeats = 3;
  uint64_t seed = 0;
  std::string binary;  // this program
  std::string program;
  std::vector<std::string> arguments;
  std::vector<std::string> settings;  // --set of run
  std::string gil;                    // for modes that have one
  bool terminal = false;              // standard error is one: a progress bar, else plain lines
};

// One run of one row. Figures that are not known are -1.
struct CompareSample {
  size_t row = 0;
  int round = 0;
  std::string started_at;
  double seconds = -1;  // the program's own figure, else wall (os) or the run's (sim)
  double wall_s = -1;   // of the process
  double cpu_s = -1;    // of the process; in sim of the virtual threads
  double wait_share = -1;
  double hand_overs = -1;
  int64_t memory_kib = -1;
  double foreign_share = 0;                 // of the processors, used by others meanwhile
  int others_before = 0, others_after = 0;  // threads of others that ran just then
  bool idle = true;                         // by the three figures above; always so in sim
  bool accepted = false;                    // counts in the row's figures
};

struct CompareRow {
  std::string mode;
  bool external = false;
  uint32_t threads = 0, cores = 0;  // 0: not given
  // Of accepted samples, one a round.
  std::vector<double> seconds, cpu_s, wait_share, hand_overs;
  int rejected = 0;     // samples repeated because the machine was not idle
  bool noisy = false;   // holds one taken although it was not idle: the limit was reached
  std::string problem;  // why its figures do not count
  std::string output;   // what it printed, to compare

  bool counts() const { return problem.empty() && !seconds.empty(); }
};

// What separate processes get out of the machine together: one alone against one a processor.
struct Parallelism {
  std::string mode;
  bool single_threaded = true;  // no: --threads was not given, so each runs as many as it likes
  std::vector<double> before, after;
};

struct CompareResult {
  std::vector<CompareRow> rows;
  std::vector<CompareSample> samples;  // all, also the rejected, in the order they were taken
  Parallelism parallelism;             // empty in sim
  uint32_t processors = 0;             // that may be used
  std::string started_at;
};

// Throws Interrupted (process.h) after Ctrl-C.
CompareResult compare(const CompareRequest& request);
std::string compare_text(const CompareRequest& request, const CompareResult& result);
std::string compare_json(const CompareRequest& request, const CompareResult& result);

double median(std::vector<double> values);
double spread(const std::vector<double>& values);  // greatest over least, less 1
// Speed-up of each round's pair of samples; what there is of both.
std::vector<double> pair_ratios(const CompareRow& base, const CompareRow& row);
// The row that speed-ups are stated against; null: none counts. own: the mode's with the fewest
// threads and cores; best: of all with one thread, the fastest (if thread counts were not given, of
// all with the fewest cores).
const CompareRow* own_base(const CompareResult& result, const CompareRow& row);
const CompareRow* best_base(const CompareRequest& request, const CompareResult& result);

}  // namespace gilsim
