// What: the search as a process that forks, its verdicts, and what is printed.
#include "experiments/runner/explore.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <system_error>

#include "experiments/runner/interleaving.h"
#include "experiments/runner/schedule_file.h"
#include "experiments/runner/stats.h"
#include "gil/base/text.h"
#include "gil/explore/search_scheduler.h"
#include "gil/platform/interrupt.h"
#include "vm/interp/race_detector.h"

namespace gilsim {

namespace {

constexpr int kExitDeadlock = 3;
constexpr int kExitCannot = 2;
constexpr int kExitInterrupted = 130;
constexpr size_t kLogWords = 1 << 20;
constexpr size_t kRaceBytes = 1 << 14;  // of the lines that a child tells
// A program that loops without a step is not seen by the bound on steps.
constexpr rlim_t kRunSeconds = 10;  // processor time

// What a child tells its parent.
struct ChildReport {
  uint64_t thread_failures;
  bool deadlock;
  char given_up[200];
  char races[kRaceBytes];  // lines
};

template <class T>
T* shared_memory(size_t count) {
  void* block = ::mmap(nullptr, count * sizeof(T), PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (block == MAP_FAILED) throw std::bad_alloc();
  return static_cast<T*>(block);
}

std::string read_all(int fd) {
  std::string text;
  char buffer[4096];
  for (ssize_t n; (n = ::pread(fd, buffer, sizeof buffer, static_cast<off_t>(text.size()))) > 0;)
    text.append(buffer, static_cast<size_t>(n));
  return text;
}

std::string last_line(const std::string& text) {
  size_t end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  size_t begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

int exit_code_of(const RunReport& report) {
  if (!report.deadlock.empty()) return kExitDeadlock;
  return report.exit_code == 0 && report.thread_failures > 0 ? 1 : report.exit_code;
}

class Exploration {
 public:
  explicit Exploration(const ExploreRequest& request)
      : request_(request),
        searcher_(request.search),
        words_(shared_memory<uint32_t>(kLogWords)),
        child_report_(shared_memory<ChildReport>(1)),
        log_(words_, kLogWords) {
    for (int& fd : captured_) {
      fd = ::memfd_create("gilsim", MFD_CLOEXEC);
      if (fd < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
  }

  int run() {
    RunRequest run = request_.run;
    run.make_scheduler = [this] {
      SearchRunOptions options;
      options.full_wakes = true;
      options.max_steps = request_.max_steps;
      options.at_first_choice = [this] { search_from_here(); };
      options.on_step = [this](SimThread& t, bool timeout, uint32_t decisions) {
        if (!in_child_) table_.add(t.record, timeout, decisions);
      };
      return std::make_unique<SearchScheduler>(plan_, log_, std::move(options));
    };
    run.quiet_library = !request_.library;
    run.races = &races_;
    for (int64_t& ps : run.costs.ps) ps = 0;
    if (run.has_gil()) {
      run.costs.ps[static_cast<int>(Cost::SafePoint)] = 1;
    } else {
      for (Cost cost : {Cost::OpGlobal, Cost::OpAttr, Cost::OpItem, Cost::OpIter, Cost::OpCall})
        run.costs.ps[static_cast<int>(cost)] = 1;
    }
    RunReport report = run_program(run);
    if (in_child_) end_child(report);
    std::fflush(stdout);
    if (!report.deadlock.empty()) std::fputs(report.deadlock.c_str(), stderr);
    return conclude(report);
  }

 private:
  // In the parent, at the first choice. Returns in each child, and in the parent when the search is
  // over.
  void search_from_here() {
    if (!request_.replay_path.empty()) {
      plan_.prefix = request_.search.replay;
      return;
    }
    said_at_ = std::chrono::steady_clock::now();
    for (Plan plan; !Interrupt::pending() && searcher_.next(plan);) {
      Verdict verdict;
      if (carry_out(plan, verdict)) return;  // the child
      searcher_.learn(log_, verdict);
      show_progress();
    }
    if (Interrupt::pending()) {
      searcher_.stop("Ctrl-C");
      clear_progress();
      std::fputs(summary().c_str(), stderr);
      std::_Exit(kExitInterrupted);
    }
    clear_progress();
    say_findings();
    plan_ = Plan();
    plan_.prefix = searcher_.result().schedule;
  }
  // Before this process goes on: what the program does then may end it.
  void say_findings() {
    const SearchResult& result = searcher_.result();
    std::fputs(summary().c_str(), stderr);
    said_ = true;
    if (result.found) save_schedule();
    for (const std::string& race : all_races_)
      std::fprintf(stderr, "gilsim: explore: race on %s\n", race.c_str());
    // Such a run would not come back.
    if (stuck_) std::_Exit(kExitCannot);
  }

  // True in the child.
  bool carry_out(const Plan& plan, Verdict& verdict) {
    child_report_->deadlock = false;
    child_report_->thread_failures = 0;
    child_report_->given_up[0] = child_report_->races[0] = 0;
    log_.clear();
    for (int fd : captured_) {
      (void)!::ftruncate(fd, 0);
      ::lseek(fd, 0, SEEK_SET);
    }
    pid_t pid = ::fork();
    if (pid == 0) {
      in_child_ = true;
      plan_ = plan;
      rlimit used = {kRunSeconds, kRunSeconds};
      ::setrlimit(RLIMIT_CPU, &used);
      ::dup2(captured_[0], 1);
      ::dup2(captured_[1], 2);
      return true;
    }
    int status = 0;
    while (pid > 0 && ::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    verdict = pid < 0 ? Verdict{false, "", "cannot fork"} : verdict_of(status);
    return false;
  }

  Verdict verdict_of(int status) {
    const ChildReport& child = *child_report_;
    Verdict verdict;
    std::istringstream lines(child.races);
    for (std::string line; std::getline(lines, line);) all_races_.insert(line);
    if (child.given_up[0]) {
      verdict.problem = child.given_up;
      return verdict;
    }
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
      verdict.problem =
          fmt::format("a run takes more than {} s of processor time between steps", kRunSeconds);
      stuck_ = true;
      return verdict;
    }
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    verdict.failed = child.deadlock || code != 0 || child.thread_failures > 0;
    ++outputs_[read_all(captured_[0])];
    if (!verdict.failed) return verdict;
    std::string said = last_line(read_all(captured_[1]));
    verdict.what = child.deadlock              ? "a deadlock"
                   : !WIFEXITED(status)        ? fmt::format("ended by signal {}", WTERMSIG(status))
                   : child.thread_failures > 0 ? "an exception that ended a thread: " + said
                                               : fmt::format("exit code {}: {}", code, said);
    return verdict;
  }

  [[noreturn]] void end_child(const RunReport& report) {
    child_report_->deadlock = !report.deadlock.empty();
    child_report_->thread_failures = report.thread_failures;
    report.given_up.copy(child_report_->given_up, sizeof child_report_->given_up - 1);
    std::string lines;
    for (const std::string& race : races_.races()) lines += race + "\n";
    lines.resize(std::min(lines.size(), kRaceBytes - 1));
    child_report_->races[lines.copy(child_report_->races, kRaceBytes - 1)] = 0;
    std::_Exit(exit_code_of(report));
  }

  int conclude(const RunReport& report) {
    const SearchResult& result = searcher_.result();
    bool replay = !request_.replay_path.empty();
    if (!replay && !said_) std::fputs(summary().c_str(), stderr);
    for (const std::string& race : races_.races()) {
      if (all_races_.insert(race).second)
        std::fprintf(stderr, "gilsim: explore: race on %s\n", race.c_str());
    }
    if (!report.given_up.empty()) {
      std::fprintf(stderr, "gilsim: explore: %s\n", report.given_up.c_str());
      return kExitCannot;
    }
    if (replay || result.found)
      std::fputs(table_.text(request_.run.source, request_.run.program_path).c_str(), stderr);
    if (result.not_deterministic) {
      std::fprintf(stderr, "gilsim: explore: that decision comes at %s\n",
                   table_.place_of_decision(static_cast<uint32_t>(result.schedule.size())).c_str());
      return kExitCannot;
    }
    // Also where there was no choice anywhere: then the one run is the whole search.
    return exit_code_of(report);
  }

  std::string summary() const {
    const SearchResult& r = searcher_.result();
    std::string text = "gilsim: explore: ";
    if (r.schedules == 0 && r.problem.empty())
      return text + "one schedule: no two threads could run at the same time\n";
    const SearchOptions& o = request_.search;
    std::string how = o.strategy == Strategy::kDepthFirst ? "depth-first"
                      : o.strategy == Strategy::kRandom   ? "random"
                                                          : "PCT";
    text += fmt::format("{} schedules ({}", r.schedules, how);
    if (o.strategy == Strategy::kDepthFirst && o.max_preemptions != SearchOptions::kNoBound)
      text += fmt::format(", at most {} preemptions", o.max_preemptions);
    text += fmt::format("; up to {} decisions each)", r.longest);
    if (r.found) {
      text += fmt::format(": found {}, with {} preemption{}", r.what, r.preemptions,
                          r.preemptions == 1 ? "" : "s");
    } else if (r.complete) {
      text += r.beyond_bound ? ": nothing found; all schedules within the bound are covered"
                             : ": nothing found; there are no other schedules";
    } else if (r.problem.empty()) {
      text += ": nothing found";
    } else {
      text += ": nothing found, but cut short: " + r.problem;
      if (o.strategy == Strategy::kDepthFirst)
        text += fmt::format("; covered: all schedules with fewer than {} preemptions, some with {}",
                            r.bound, r.bound);
    }
    if (outputs_.size() > 1) text += fmt::format("; {} different outputs", outputs_.size());
    return text + "\n";
  }

  void save_schedule() {
    ScheduleFile file = schedule_of(request_);
    file.choices = searcher_.result().schedule;
    if (!write_schedule(request_.save_path, file)) return;
    std::string line = "replay: " + request_.command + " --schedule " +
                       shell_quoted(request_.save_path) + " " +
                       shell_quoted(request_.run.program_path);
    for (const std::string& argument : request_.run.arguments) line += " " + shell_quoted(argument);
    std::fprintf(stderr, "%s\n", line.c_str());
  }

  void show_progress() {
    uint64_t done = searcher_.result().schedules + searcher_.result().shrinking;
    auto now = std::chrono::steady_clock::now();
    double since_s = std::chrono::duration<double>(now - said_at_).count();
    if (since_s < (request_.terminal ? 0.1 : 5.0)) return;
    std::fprintf(
        stderr,
        request_.terminal ? "\r\033[K%llu schedules" : "gilsim: explore: %llu schedules so far\n",
        static_cast<unsigned long long>(done));
    said_at_ = now;
  }
  void clear_progress() const {
    if (request_.terminal) std::fputs("\r\033[K", stderr);
  }

  const ExploreRequest& request_;
  Searcher searcher_;
  uint32_t* words_;
  ChildReport* child_report_;
  DecisionLog log_;
  Plan plan_;  // of this process's run
  int captured_[2];
  bool in_child_ = false;
  bool said_ = false;   // what the search found
  bool stuck_ = false;  // a run used up its processor time
  Interleaving table_;
  RaceDetector races_;               // of this process's run
  std::set<std::string> all_races_;  // of all runs
  std::map<std::string, uint64_t> outputs_;
  std::chrono::steady_clock::time_point said_at_;
};

}  // namespace

int explore(const ExploreRequest& request) { return Exploration(request).run(); }

}  // namespace gilsim
