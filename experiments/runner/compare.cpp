// What: taking the samples of a comparison; see the header.
#include "experiments/runner/compare.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "experiments/runner/process.h"
#include "experiments/runner/provenance.h"
#include "experiments/runner/stats.h"

namespace gilsim {

namespace {

constexpr int kParallelismSamples = 3;

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
    command.insert(command.end(), {"--seed", std::to_string(request.seed)});
    for (const std::string& setting : request.settings)
      command.insert(command.end(), {"--set", setting});
    if (!stats_file.empty()) command.insert(command.end(), {"--stats-file", stats_file});
    command.push_back("--");
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

// The last line that holds something, shortened for a table.
std::string last_line(const std::string& text) {
  size_t end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return "(nothing)";
  size_t begin = text.rfind('\n', end);
  begin = begin == std::string::npos ? 0 : begin + 1;
  std::string line = text.substr(begin, end - begin + 1);
  constexpr size_t kLongest = 120;
  return line.size() <= kLongest ? line : line.substr(0, kLongest) + "...";
}

// A deadlock's report ends with what one of its threads waits for.
std::string failure_text(const ProcessResult& result) {
  bool deadlock = result.exit_code == 3 && result.err.find("deadlock") != std::string::npos;
  return fmt::format("exit code {}: {}", result.exit_code,
                     deadlock ? "deadlock" : last_line(result.err));
}

// An empty file that only this comparison knows.
class TemporaryFile {
 public:
  TemporaryFile() {
    path_ = (std::filesystem::temp_directory_path() / "gilsim-compare-XXXXXX").string();
    int fd = ::mkstemp(path_.data());
    if (fd < 0) throw std::runtime_error("cannot make " + path_ + ": " + std::strerror(errno));
    ::close(fd);
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }
  // So that a run that writes nothing does not get the figures of the one before.
  void empty() const { (void)!::truncate(path_.c_str(), 0); }

 private:
  std::string path_;
};

// How far the comparison is: a bar on a terminal, else a line a sample.
class Progress {
 public:
  Progress(bool terminal, size_t samples) : terminal_(terminal), samples_(samples) {}
  ~Progress() {
    if (terminal_) std::fputs("\r\033[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void doing(const std::string& what) {
    if (!terminal_) return;
    constexpr size_t kWidth = 20;
    size_t full = samples_ ? std::min(kWidth, done_ * kWidth / samples_) : 0;
    say("\r\033[K[" + std::string(full, '#') + std::string(kWidth - full, '.') + "] " + count() +
        what);
  }
  void did(const std::string& what) {
    ++done_;
    if (!terminal_) say("gilsim: " + count() + what + "\n");
  }
  void note(const std::string& what) {
    if (!terminal_) say("gilsim: " + what + "\n");
  }

 private:
  std::string count() const { return fmt::format("{}/{} ", done_, samples_); }
  static void say(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
  }
  bool terminal_;
  size_t samples_, done_ = 0;
};

std::string name_of(const CompareRow& row) {
  std::string name = row.mode;
  if (row.threads) name += fmt::format(", threads {}", row.threads);
  if (row.cores) name += fmt::format(", cores {}", row.cores);
  return name;
}

std::vector<CompareRow> make_rows(const CompareRequest& request) {
  auto or_default = [](const std::vector<uint32_t>& counts) {
    return counts.empty() ? std::vector<uint32_t>{0} : counts;
  };
  std::vector<CompareRow> rows;
  for (const std::string& mode : request.modes) {
    bool external = mode.rfind("ext:", 0) == 0;
    // A real interpreter has no virtual cores.
    bool real_only = external && request.world == World::kSim;
    for (uint32_t threads : or_default(request.threads)) {
      for (uint32_t cores : or_default(real_only ? std::vector<uint32_t>{} : request.cores)) {
        CompareRow row;
        row.mode = mode;
        row.external = external;
        row.threads = threads;
        row.cores = cores;
        rows.push_back(row);
      }
    }
  }
  return rows;
}

// Rows of equal thread count must print the same: what most of them print, or else the first.
void check_outputs(std::vector<CompareRow>& rows) {
  std::vector<const CompareRow*> references;
  for (const CompareRow& row : rows) {
    const CompareRow* best = nullptr;
    ptrdiff_t most = 0;
    for (const CompareRow& candidate : rows) {
      if (!candidate.counts() || candidate.threads != row.threads) continue;
      ptrdiff_t count = std::ranges::count_if(rows, [&](const CompareRow& other) {
        return other.counts() && other.threads == row.threads && other.output == candidate.output;
      });
      if (count > most) {
        most = count;
        best = &candidate;
      }
    }
    references.push_back(best);
  }
  std::vector<std::string> problems(rows.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    if (!rows[k].counts() || rows[k].output == references[k]->output) continue;
    problems[k] = fmt::format("printed a different checksum than {}: {}", references[k]->mode,
                              last_line(rows[k].output));
  }
  for (size_t k = 0; k < rows.size(); ++k) {
    if (!problems[k].empty()) rows[k].problem = problems[k];
  }
}

class Comparison {
 public:
  explicit Comparison(const CompareRequest& request)
      : request_(request),
        real_(request.world == World::kOs),
        rounds_(real_ ? request.repeats : 1),  // virtual time is exact
        rows_(make_rows(request)),
        progress_(request.terminal, rows_.size() * static_cast<size_t>(rounds_)) {}

  CompareResult run() {
    result_.started_at = time_now();
    result_.processors = usable_processors();
    if (real_) measure_parallelism(result_.parallelism.before);
    for (int round = 0; round < rounds_; ++round) {
      for (size_t row = 0; row < rows_.size(); ++row) {
        if (rows_[row].problem.empty()) take_sample(row, round);
      }
    }
    if (!result_.parallelism.before.empty()) measure_parallelism(result_.parallelism.after);
    check_outputs(rows_);
    result_.rows = rows_;
    return result_;
  }

 private:
  // One that counts, after repetitions if need be.
  void take_sample(size_t index, int round) {
    CompareRow& row = rows_[index];
    for (int rejections = 0;; ++rejections) {
      progress_.doing(name_of(row));
      CompareSample sample;
      sample.row = index;
      sample.round = round;
      ProcessResult done = run_once(row, sample);
      row.problem = problem_of(row, done);
      sample.accepted = row.problem.empty() && (sample.idle || rejections == kMaxRejections);
      result_.samples.push_back(sample);
      if (!row.problem.empty()) return progress_.did(name_of(row) + ": " + row.problem);
      if (!sample.accepted) {
        ++row.rejected;
        progress_.note(name_of(row) + ": repeated, machine not idle");
        continue;
      }
      row.noisy = row.noisy || !sample.idle;
      row.seconds.push_back(sample.seconds);
      row.cpu_s.push_back(sample.cpu_s);
      if (sample.wait_share >= 0) row.wait_share.push_back(sample.wait_share);
      if (sample.hand_overs >= 0) row.hand_overs.push_back(sample.hand_overs);
      row.output = std::move(done.out);
      return progress_.did(fmt::format("{}: {:.4f} s", name_of(row), sample.seconds));
    }
  }

  ProcessResult run_once(const CompareRow& row, CompareSample& sample) {
    stats_file_.empty();
    sample.started_at = time_now();
    if (real_) sample.others_before = others_running();
    ProcessResult done =
        run_process(command_of(request_, row, row.external ? "" : stats_file_.path()),
                    row.external ? row.cores : 0);
    if (real_) {
      sample.others_after = others_running();
      sample.foreign_share = done.foreign_share;
      sample.idle =
          done.foreign_share <= kForeignLimit && sample.others_before + sample.others_after == 0;
    }
    sample.wall_s = done.wall_s;
    sample.cpu_s = done.cpu_s;
    sample.memory_kib = done.memory_kib;
    StatsSummary stats;
    if (!row.external) read_stats_file(stats_file_.path(), stats);
    sample.wait_share = stats.wait_share;
    sample.hand_overs = stats.hand_overs;
    bool virtual_time = !real_ && !row.external;
    if (virtual_time) sample.cpu_s = stats.cpu_s;
    sample.seconds = own_seconds(done.err);
    if (sample.seconds < 0) sample.seconds = virtual_time ? stats.elapsed_s : done.wall_s;
    return done;
  }

  static std::string problem_of(const CompareRow& row, const ProcessResult& done) {
    if (!done.started) return "cannot be started: " + done.error;
    if (done.exit_code != 0) return failure_text(done);
    if (!row.seconds.empty() && row.output != done.out)
      return "printed different outputs in two runs";
    return "";
  }

  // The row whose program is run for it: if thread counts are not given, one with an interpreter
  // lock, since its threads take turns.
  const CompareRow* parallelism_row() const {
    for (const CompareRow& row : rows_) {
      if (row.external || !row.problem.empty()) continue;
      if (row.threads || find_mode(row.mode)->has_gil) return &row;
    }
    return nullptr;
  }

  void measure_parallelism(std::vector<double>& ratios) {
    const CompareRow* chosen = parallelism_row();
    if (!chosen) return;
    progress_.doing("achievable parallelism");
    CompareRow single = *chosen;
    single.threads = chosen->threads ? 1 : 0;
    single.cores = 0;
    result_.parallelism.mode = single.mode;
    result_.parallelism.single_threaded = single.threads == 1;
    auto command = command_of(request_, single, "");
    size_t count = result_.processors;
    for (int k = 0; k < kParallelismSamples; ++k) {
      ProcessResult alone = run_process(command);
      if (!alone.started || alone.exit_code != 0) return;
      std::vector<ProcessResult> together;
      run_together(std::vector<std::vector<std::string>>(count, command), together);
      double slowest = 0;
      for (const ProcessResult& one : together) slowest = std::max(slowest, one.wall_s);
      if (slowest > 0) ratios.push_back(static_cast<double>(count) * alone.wall_s / slowest);
    }
    progress_.note(fmt::format("achievable parallelism: {:.2f}", median(ratios)));
  }

  const CompareRequest& request_;
  const bool real_;
  const int rounds_;
  std::vector<CompareRow> rows_;
  CompareResult result_;
  TemporaryFile stats_file_;
  Progress progress_;
};

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double spread(const std::vector<double>& values) {
  if (values.empty()) return 0;
  auto [low, high] = std::minmax_element(values.begin(), values.end());
  return *low > 0 ? *high / *low - 1 : 0;
}

std::vector<double> pair_ratios(const CompareRow& base, const CompareRow& row) {
  std::vector<double> ratios;
  for (size_t k = 0; k < std::min(base.seconds.size(), row.seconds.size()); ++k) {
    if (row.seconds[k] > 0) ratios.push_back(base.seconds[k] / row.seconds[k]);
  }
  return ratios;
}

const CompareRow* own_base(const CompareResult& result, const CompareRow& row) {
  const CompareRow* base = nullptr;
  for (const CompareRow& other : result.rows) {
    if (other.mode != row.mode || !other.counts()) continue;
    if (!base || std::pair(other.threads, other.cores) < std::pair(base->threads, base->cores))
      base = &other;
  }
  return base;
}

const CompareRow* best_base(const CompareRequest& request, const CompareResult& result) {
  const CompareRow* best = nullptr;
  bool sim = request.world == World::kSim;
  uint32_t threads = request.threads.empty() ? 0 : 1;
  uint32_t fewest_cores = request.cores.empty() ? 0 : std::ranges::min(request.cores);
  for (const CompareRow& row : result.rows) {
    if (!row.counts() || row.threads != threads) continue;
    if (sim && row.external) continue;  // real seconds
    if (threads == 0 && row.cores != fewest_cores) continue;
    if (!best || median(row.seconds) < median(best->seconds)) best = &row;
  }
  return best;
}

CompareResult compare(const CompareRequest& request) {
  InterruptScope scope;
  return Comparison(request).run();
}

}  // namespace gilsim
