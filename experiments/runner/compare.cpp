// What: interleaved comparison; see the header.
// Idea: sample r of every row is taken before sample r + 1 of any, so that a drift of the machine
// hits all rows alike; a sample during which
//   others used over 2 % of the processors is repeated (DESIGN section 4).
#include "experiments/runner/compare.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "experiments/runner/process.h"

namespace gilsim {

namespace {

constexpr double kForeignLimit = 0.02;
constexpr int kMaxRejections = 3;

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream stream(command);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> command_of(const CompareRequest& request, const CompareRow& row,
                                    const std::string& stats_file) {
  std::vector<std::string> command;
  if (row.external) {
    command = words_of(row.mode.substr(4));
  } else {
    command = {request.binary, "run",     "--mode",
               row.mode,       "--world", request.world == World::kSim ? "sim" : "os"};
    if (!request.gil.empty() && find_mode(row.mode)->has_gil)
      command.insert(command.end(), {"--gil", request.gil});
    if (row.cores) command.insert(command.end(), {"--cores", std::to_string(row.cores)});
    for (const std::string& setting : request.settings)
      command.insert(command.end(), {"--set", setting});
    if (!stats_file.empty()) command.insert(command.end(), {"--stats-file", stats_file});
  }
  command.push_back(request.program);
  if (row.threads) command.insert(command.end(), {"--threads", std::to_string(row.threads)});
  command.insert(command.end(), request.arguments.begin(), request.arguments.end());
  return command;
}

// The number on the last line `seconds N` of standard error, or a negative number.
double own_seconds(const std::string& err) {
  double seconds = -1;
  std::istringstream stream(err);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("seconds ", 0) == 0) seconds = std::strtod(line.c_str() + 8, nullptr);
  }
  return seconds;
}

std::string first_line(const std::string& text) {
  size_t end = text.find_last_not_of('\n');
  if (end == std::string::npos) return "";
  size_t begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1,
                     end - (begin == std::string::npos ? 0 : begin + 1) + 1);
}

void read_stats(const std::string& path, CompareRow& row) {
  std::ifstream stream(path);
  nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
  if (json.is_discarded() || !json.contains("total")) return;
  const auto& total = json["total"];
  double all = 0, waiting = 0;
  for (const auto& [key, value] : total["time_ns"].items()) {
    all += value.get<double>();
    if (key == "wait_gil" || key == "wait_object") waiting += value.get<double>();
  }
  row.wait_share = all > 0 ? waiting / all : 0;
  row.hand_overs = total["counters"]["hand_overs"].get<double>();
  // A program without its own timing gets the run's.
}

double elapsed_from_stats(const std::string& path) {
  std::ifstream stream(path);
  nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
  return json.is_discarded() ? -1 : json["elapsed_ns"].get<double>() * 1e-9;
}

class Comparison {
 public:
  explicit Comparison(const CompareRequest& request) : request_(request) {
    stats_file_ = "/tmp/gilsim-compare-" + std::to_string(::getpid()) + ".json";
  }
  ~Comparison() { ::unlink(stats_file_.c_str()); }

  CompareResult run() {
    make_rows();
    result_.processors = static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
    bool measured = request_.world == World::kOs;
    if (measured) result_.parallelism_before = achievable_parallelism();
    int repeats = measured ? request_.repeats : 1;  // virtual time is exact
    for (int r = 0; r < repeats; ++r) {
      for (CompareRow& row : result_.rows) {
        if (row.problem.empty() && (r == 0 || measured || row.external)) sample(row);
      }
    }
    if (measured) result_.parallelism_after = achievable_parallelism();
    check_outputs();
    return result_;
  }

 private:
  void make_rows() {
    std::vector<uint32_t> threads =
        request_.threads.empty() ? std::vector<uint32_t>{0} : request_.threads;
    std::vector<uint32_t> cores =
        request_.cores.empty() ? std::vector<uint32_t>{0} : request_.cores;
    for (const std::string& mode : request_.modes) {
      bool external = mode.rfind("ext:", 0) == 0;
      for (uint32_t t : threads) {
        for (uint32_t c : external ? std::vector<uint32_t>{0} : cores) {
          CompareRow row;
          row.mode = mode;
          row.external = external;
          row.threads = t;
          row.cores = c;
          result_.rows.push_back(row);
        }
      }
    }
  }

  void sample(CompareRow& row) {
    bool gated = request_.world == World::kOs;
    for (;;) {
      ProcessResult result =
          run_process(command_of(request_, row, row.external ? "" : stats_file_));
      if (!result.started) {
        row.problem = "cannot be started: " + result.error;
        return;
      }
      if (result.exit_code != 0) {
        row.problem = fmt::format("exit code {}: {}", result.exit_code, first_line(result.err));
        return;
      }
      if (gated && result.foreign_share > kForeignLimit) {
        if (++row.rejected <= kMaxRejections) continue;
        row.noisy = true;
      }
      double seconds = own_seconds(result.err);
      if (seconds < 0)
        seconds = row.external || gated ? result.wall_s : elapsed_from_stats(stats_file_);
      row.seconds.push_back(seconds);
      row.cpu_s.push_back(result.cpu_s);
      if (!row.external) read_stats(stats_file_, row);
      if (row.output.empty())
        row.output = result.out;
      else if (row.output != result.out)
        row.problem = "printed different outputs in two runs";
      report_progress(row);
      return;
    }
  }

  void report_progress(const CompareRow& row) {
    if (!request_.progress) return;
    std::fprintf(stderr, "  %s threads %u cores %u: %.4f s\n", row.mode.c_str(), row.threads,
                 row.cores, row.seconds.back());
  }

  // How many processors' worth of work this machine really gives: one process alone against as many
  // as there are processors at once.
  double achievable_parallelism() {
    const CompareRow* base = nullptr;
    for (const CompareRow& row : result_.rows) {
      if (!row.external && row.problem.empty() && (!base || row.threads < base->threads))
        base = &row;
    }
    if (!base) return 0;
    CompareRow single = *base;
    single.threads = single.threads ? 1 : 0;
    auto command = command_of(request_, single, "");
    std::vector<double> ratios;
    for (int r = 0; r < 3; ++r) {
      ProcessResult alone = run_process(command);
      std::vector<ProcessResult> together;
      auto count = static_cast<size_t>(result_.processors);
      run_together(std::vector<std::vector<std::string>>(count, command), together);
      if (!alone.started || alone.exit_code != 0) return 0;
      double slowest = 0;
      for (const ProcessResult& one : together) slowest = std::max(slowest, one.wall_s);
      if (slowest > 0) ratios.push_back(static_cast<double>(count) * alone.wall_s / slowest);
    }
    return median(ratios);
  }

  // Rows of equal thread count must print the same.
  void check_outputs() {
    for (CompareRow& row : result_.rows) {
      if (!row.problem.empty()) continue;
      for (const CompareRow& first : result_.rows) {
        if (!first.problem.empty() || first.threads != row.threads) continue;
        if (first.output != row.output)
          row.problem =
              "printed a different checksum than " + first.mode + ": " + first_line(row.output);
        break;
      }
    }
  }

  const CompareRequest& request_;
  CompareResult result_;
  std::string stats_file_;
};

double spread(const std::vector<double>& values) {
  auto [low, high] = std::minmax_element(values.begin(), values.end());
  return *low > 0 ? *high / *low - 1 : 0;
}

// The median of the mode's row with the fewest threads (and cores), and the best one-thread row of
// all.
double mode_base(const CompareResult& result, const CompareRow& row) {
  const CompareRow* base = nullptr;
  for (const CompareRow& other : result.rows) {
    if (other.mode != row.mode || other.seconds.empty() || !other.problem.empty()) continue;
    if (!base || std::pair(other.threads, other.cores) < std::pair(base->threads, base->cores))
      base = &other;
  }
  return base ? median(base->seconds) : 0;
}
double best_base(const CompareResult& result) {
  double best = 0;
  for (const CompareRow& row : result.rows) {
    if (row.seconds.empty() || !row.problem.empty() || row.threads > 1) continue;
    double seconds = median(row.seconds);
    if (best == 0 || seconds < best) best = seconds;
  }
  return best;
}

std::string ratio_text(double base, double seconds) {
  return base > 0 && seconds > 0 ? fmt::format("{:.2f}", base / seconds) : "-";
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

CompareResult compare(const CompareRequest& request) { return Comparison(request).run(); }

std::string compare_text(const CompareRequest& request, const CompareResult& result) {
  bool sim = request.world == World::kSim;
  std::string text = fmt::format(
      "{} in world {}{}\n", request.program, sim ? "sim" : "os",
      sim ? " (predicted: virtual time by the cost model)"
          : fmt::format(", {} processors, {} samples a row", result.processors, request.repeats));
  text += fmt::format("{:<24}{:>8}{:>7}{:>12}{:>12}{:>10}{:>10}{:>11}{:>12}\n", "mode", "threads",
                      "cores", sim ? "virtual s" : "wall s", "CPU s", "x own", "x best",
                      "lock wait", "hand-overs");
  double best = best_base(result);
  for (const CompareRow& row : result.rows) {
    std::string threads = row.threads ? std::to_string(row.threads) : "-",
                cores = row.cores ? std::to_string(row.cores) : "-";
    if (!row.problem.empty() || row.seconds.empty()) {
      text += fmt::format("{:<24}{:>8}{:>7}  {}\n", row.mode, threads, cores,
                          row.problem.empty() ? "no sample" : row.problem);
      continue;
    }
    double seconds = median(row.seconds);
    std::string notes;
    if (row.seconds.size() > 1 && spread(row.seconds) > 0.15)
      notes += fmt::format("  unstable (spread {:.0f} %)", 100 * spread(row.seconds));
    if (row.noisy)
      notes += "  machine not idle";
    else if (row.rejected)
      notes += fmt::format("  {} repeated, machine not idle", row.rejected);
    text += fmt::format("{:<24}{:>8}{:>7}{:>12.4f}{:>12}{:>10}{:>10}{:>11}{:>12}{}\n", row.mode,
                        threads, cores, seconds,
                        sim && !row.external ? "-" : fmt::format("{:.4f}", median(row.cpu_s)),
                        ratio_text(mode_base(result, row), seconds),
                        sim && row.external ? "-" : ratio_text(best, seconds),
                        row.wait_share < 0 ? "-" : fmt::format("{:.1f} %", 100 * row.wait_share),
                        row.hand_overs < 0 ? "-" : fmt::format("{:.0f}", row.hand_overs), notes);
  }
  text +=
      "x own: speed-up against the mode's own first row; x best: against the best one-thread "
      "row.\n";
  if (!sim && result.parallelism_before > 0) {
    double change = std::fabs(result.parallelism_after / result.parallelism_before - 1);
    text += fmt::format(
        "achievable parallelism (separate processes): {:.2f} before, {:.2f} after{}\n",
        result.parallelism_before, result.parallelism_after,
        change > 0.05 ? ": they differ by over 5 %, so treat speed-ups as unstable" : "");
  }
  return text;
}

void write_compare_json(const std::string& path, const CompareRequest& request,
                        const CompareResult& result) {
  nlohmann::json json;
  json["program"] = request.program;
  json["world"] = request.world == World::kSim ? "sim" : "os";
  json["processors"] = result.processors;
  json["repeats"] = request.repeats;
  json["parallelism_before"] = result.parallelism_before;
  json["parallelism_after"] = result.parallelism_after;
  json["rows"] = nlohmann::json::array();
  for (const CompareRow& row : result.rows) {
    nlohmann::json entry = {{"mode", row.mode},
                            {"external", row.external},
                            {"threads", row.threads},
                            {"cores", row.cores},
                            {"seconds", row.seconds},
                            {"cpu_s", row.cpu_s},
                            {"median_s", median(row.seconds)},
                            {"median_cpu_s", median(row.cpu_s)},
                            {"rejected", row.rejected},
                            {"noisy", row.noisy},
                            {"problem", row.problem},
                            {"output", row.output}};
    if (row.wait_share >= 0) entry["lock_wait_share"] = row.wait_share;
    if (row.hand_overs >= 0) entry["hand_overs"] = row.hand_overs;
    json["rows"].push_back(entry);
  }
  std::ofstream stream(path, std::ios::trunc);
  stream << json.dump(1) << "\n";
  stream.close();
  if (!stream) std::fprintf(stderr, "gilsim: cannot write result file \"%s\"\n", path.c_str());
}

}  // namespace gilsim
