// What: one program in several modes, thread counts and core counts, interleaved, beside real
// interpreters. Threads: one comparison at a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiments/modes/modes.h"

namespace gilsim {

struct CompareRequest {
  std::vector<std::string> modes;  // names, or "ext:COMMAND"
  std::vector<uint32_t> threads;   // empty: --threads is not passed on
  std::vector<uint32_t> cores;     // empty: the platform's default
  World world = World::kOs;
  int repeats = 3;
  std::string binary;  // this program
  std::string program;
  std::vector<std::string> arguments;
  std::vector<std::string> settings;  // --set of run
  std::string gil;                    // for modes that have one
  bool progress = false;              // a line a sample on standard error
};

struct CompareRow {
  std::string mode;
  bool external = false;
  uint32_t threads = 0, cores = 0;  // 0: not given
  std::vector<double> seconds;      // the program's own figure, else wall; virtual in sim
  std::vector<double> cpu_s;
  double wait_share =
      -1;  // of the threads' time, waiting for the interpreter lock or objects' locks; -1: unknown
  double hand_overs = -1;
  int rejected = 0;  // samples repeated because the machine was not idle
  bool noisy =
      false;  // accepted although it was not idle, since the limit of repetitions was reached
  std::string problem;  // why there are no figures
  std::string output;   // what it printed, to compare
};

struct CompareResult {
  std::vector<CompareRow> rows;
  double parallelism_before = 0,
         parallelism_after =
             0;  // os: achievable, by two single-threaded processes; 0: not measured
  int processors = 0;
};

CompareResult compare(const CompareRequest& request);
std::string compare_text(const CompareRequest& request, const CompareResult& result);
void write_compare_json(const std::string& path, const CompareRequest& request,
                        const CompareResult& result);
double median(std::vector<double> values);

}  // namespace gilsim
