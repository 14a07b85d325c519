// What: a finished run's figures as text and JSON, and reading the few of them that a comparison
// shows.
#pragma once

#include <string>

#include "experiments/runner/measuring_cost.h"

namespace gilsim {

// cost: of measuring; null: none.
std::string stats_text(const RunRequest& request, const RunReport& report,
                       const MeasuringCost* cost);
// REQUIRES: the path was checked to be writable; a failure now is said on standard error.
void write_stats_file(const std::string& path, const RunRequest& request, const RunReport& report,
                      const MeasuringCost* cost);

struct StatsSummary {
  double elapsed_s = -1;  // of the program; virtual in sim
  double cpu_s = -1;
  double wait_share = -1;  // of the threads' time: for the interpreter lock or objects' locks
  double hand_overs = -1;
};
// Gives false, and leaves the summary as it is, if the file holds no figures.
bool read_stats_file(const std::string& path, StatsSummary& summary);

// Writes a file at once; a failure is said on standard error, and false. what: "statistics".
bool write_text_file(const std::string& path, const std::string& text, const std::string& what);

}  // namespace gilsim
