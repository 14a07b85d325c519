// What: gilsim run: a drop-in for python3 PROGRAM.py; figures go to standard error or a file.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>

#include "experiments/cli/cli.h"
#include "experiments/runner/explore.h"
#include "experiments/runner/schedule_file.h"
#include "experiments/runner/stats.h"
#include "experiments/runner/timeline.h"
#include "gil/base/text.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

std::string options_title(const std::string& command) {
  return "gilsim " + command + " [OPTIONS] " + (command == "run" ? "PROGRAM.py" : "FILE") +
         " [ARGS...]";
}

po::options_description search_options() {
  po::options_description search("World explore");
  search.add_options()("search", po::value<std::string>()->default_value("dfs"),
                       "dfs: depth-first; random; pct")(
      "preemptions", po::value<std::string>()->default_value("2"),
      "dfs: at most so many switches away from a thread that could go on, or all")(
      "schedules", po::value<std::string>()->default_value("10000"), "when to stop")(
      "depth", po::value<std::string>()->default_value("3"),
      "pct: bugs that need so many orderings are found with a known probability")(
      "steps",
      po::value<std::string>()->default_value(std::to_string(ExploreRequest::kDefaultSteps)),
      "the longest run")("library", "also tell steps inside threading and queue apart")(
      "schedule", po::value<std::string>(), "replay this schedule instead of searching")(
      "schedule-out", po::value<std::string>(),
      "where to write the schedule of what was found (default: PROGRAM.schedule.json in the "
      "working "
      "directory)");
  return search;
}

}  // namespace

po::options_description run_options(const std::string& command) {
  po::options_description options(options_title(command));
  options.add_options()("help", "show this")("mode", po::value<std::string>()->default_value("gil"),
                                             "how objects are protected; see gilsim list modes")(
      "gil", po::value<std::string>(),
      "interpreter-lock algorithm, for modes that have one; see gilsim list gils")(
      "world", po::value<std::string>()->default_value("os"),
      "os: real threads; sim: virtual time; explore: a search over interleavings")(
      "cores", po::value<std::string>(),
      "os: processors to use; sim: virtual cores (1 to 1024; default 1 in sim)")(
      "seed", po::value<std::string>()->default_value("0"),
      "of everything that is random; 0: in world os another in each run")(
      "memory-limit", po::value<std::string>(),
      "bytes the program's objects may take, with K, M or G behind the number for more; beyond it "
      "MemoryError is raised")(
      "set", po::value<std::vector<std::string>>()->composing(),
      "KEY=VALUE: interval_us, ticks, forced_switching, slack_ns, time_slice_us, gc_threshold, "
      "machine, cost.NAME")("stats", "print where the threads' time went to standard error")(
      "stats-file", po::value<std::string>(), "write the same as JSON to a file")(
      "trace", po::value<std::string>(),
      "write a timeline to a file, as Perfetto (ui.perfetto.dev) and chrome://tracing read it");
  options.add(search_options());
  return options;
}

namespace {

Strategy parse_strategy(const std::string& name) {
  if (name == "dfs") return Strategy::kDepthFirst;
  if (name == "random") return Strategy::kRandom;
  if (name == "pct") return Strategy::kPriorities;
  throw UsageError(unknown_name("search", name, {"dfs", "random", "pct"}));
}

void read_search(const po::variables_map& values, ExploreRequest& request) {
  auto text = [&](const char* name) { return values[name].as<std::string>(); };
  SearchOptions& search = request.search;
  search.strategy = parse_strategy(text("search"));
  search.max_preemptions = text("preemptions") == "all"
                               ? SearchOptions::kNoBound
                               : static_cast<uint32_t>(parse_number(
                                     text("preemptions"), "number of preemptions", 0, 1000000));
  search.bound_by_steps = search.max_preemptions != SearchOptions::kNoBound;
  search.max_schedules =
      static_cast<uint64_t>(parse_number(text("schedules"), "number of schedules", 1, 1000000000));
  search.priority_depth = static_cast<uint32_t>(parse_number(text("depth"), "depth", 1, 1000));
  search.seed = request.run.seed;
  request.max_steps =
      static_cast<uint64_t>(parse_number(text("steps"), "number of steps", 1, 1000000000));
  request.library = values.count("library") > 0;
}

// All that a run depends on.
std::string replay_command(const std::string& command, const ExploreRequest& request) {
  std::string text = "gilsim " + command + " --world explore --mode " + request.run.mode;
  if (!request.run.gil.empty()) text += " --gil " + request.run.gil;
  if (request.run.seed != 0) text += " --seed " + std::to_string(request.run.seed);
  for (const std::string& setting : request.settings) text += " --set " + shell_quoted(setting);
  if (request.run.memory_limit)
    text += " --memory-limit " + std::to_string(request.run.memory_limit);
  if (request.library) text += " --library";
  if (request.max_steps != ExploreRequest::kDefaultSteps)
    text += " --steps " + std::to_string(request.max_steps);
  return text;
}

// Everything is checked before the program runs.
int explore_loaded(const std::string& command, const po::variables_map& values, RunRequest run) {
  for (const char* name : {"stats", "stats-file", "trace", "cores"}) {
    if (values.count(name))
      throw UsageError("world explore has no --" + std::string(name) + ": it has no time");
  }
  ExploreRequest request;
  if (values.count("set")) request.settings = values["set"].as<std::vector<std::string>>();
  for (const std::string& setting : request.settings) {
    std::string key = setting.substr(0, setting.find('='));
    if (key == "machine" || key == "slack_ns" || key == "time_slice_us" || key.starts_with("cost."))
      throw UsageError("world explore has no setting " + key + ": it has no time");
  }
  request.run = std::move(run);
  request.terminal = ::isatty(2) != 0;
  read_search(values, request);
  const std::string& path = request.run.program_path;
  request.command = replay_command(command, request);
  if (values.count("schedule")) {
    request.replay_path = values["schedule"].as<std::string>();
    ScheduleFile file;
    std::string error = read_schedule(request.replay_path, file);
    if (!error.empty()) throw UsageError(error);
    error = difference_of(file, request);
    if (!error.empty()) throw UsageError("schedule file \"" + request.replay_path + "\": " + error);
    request.search.strategy = Strategy::kReplay;
    request.search.replay = file.choices;
    return explore(request);
  }
  request.save_path = values.count("schedule-out")
                          ? values["schedule-out"].as<std::string>()
                          : std::filesystem::path(path).stem().string() + ".schedule.json";
  check_writable(request.save_path, "schedule", path);
  return explore(request);
}

void refuse_search_options(const po::variables_map& values) {
  const po::options_description search = search_options();
  for (const auto& option : search.options()) {
    const std::string& name = option->long_name();
    if (values.count(name) && !values[name].defaulted())
      throw UsageError("--" + name + " needs --world explore");
  }
}

// A syntax error of the program itself, with its file named as tracebacks name it.
std::string with_whole_path(std::string error, const RunRequest& request) {
  const std::string& path = request.program_path;
  std::string start = "  File \"" + path + "\"";
  if (path.starts_with("/") || !error.starts_with(start)) return error;
  std::string_view name = path;
  if (name.starts_with("./")) name.remove_prefix(2);
  return "  File \"" + request.working_directory + "/" + std::string(name) + "\"" +
         error.substr(start.size());
}

}  // namespace

int run_command(const Arguments& arguments) {
  return run_loaded("run", run_options("run"), arguments, [](RunRequest& request, const auto&) {
    std::string error;
    request.code = compile_program(request.source, request.program_path, &error);
    if (!request.code) std::fputs(with_whole_path(error, request).c_str(), stderr);
    return request.code != nullptr;
  });
}

int run_loaded(const std::string& command, const po::options_description& options,
               const Arguments& arguments, const CodeLoader& load_code) {
  SplitArguments split = split_arguments(arguments, options);
  po::variables_map values = parse_options(split.options, options);
  if (values.count("help")) {
    std::cout << options;
    return 0;
  }
  if (split.rest.empty()) throw UsageError(command + " needs a file: " + options_title(command));
  RunRequest request;
  request.mode = values["mode"].as<std::string>();
  check_mode(request.mode);
  if (values.count("gil")) {
    request.gil = values["gil"].as<std::string>();
    check_gil(request.gil, request.mode);
  }
  request.world = parse_world(values["world"].as<std::string>());
  if (values.count("cores")) request.cores = parse_cores(values["cores"].as<std::string>());
  request.seed = parse_seed(values["seed"].as<std::string>());
  if (values.count("memory-limit"))
    request.memory_limit = parse_bytes(values["memory-limit"].as<std::string>(), "memory limit");
  if (values.count("set")) {
    for (const std::string& setting : values["set"].as<std::vector<std::string>>())
      apply_setting(request, setting);
  }
  std::string stats_file = values.count("stats-file") ? values["stats-file"].as<std::string>() : "";
  request.stats = values.count("stats") > 0 || !stats_file.empty();
  if (!kMeasured && (request.stats || values.count("trace")))
    throw UsageError("this build has no --stats, --stats-file and --trace (GILSIM_UNMEASURED)");
  request.program_path = split.rest[0];
  std::string trace_file = values.count("trace") ? values["trace"].as<std::string>() : "";
  request.trace = !trace_file.empty();
  if (!stats_file.empty()) check_writable(stats_file, "statistics", request.program_path);
  if (request.trace) check_writable(trace_file, "trace", request.program_path);
  request.source = read_program(request.program_path);
  request.directory = directory_of(request.program_path);
  request.working_directory = std::filesystem::current_path().string();
  request.arguments.assign(split.rest.begin() + 1, split.rest.end());
  if (!load_code(request, values)) return 1;
  if (request.world == World::kExplore) return explore_loaded(command, values, std::move(request));
  refuse_search_options(values);
  RunReport report = run_program(request);
  if (!report.deadlock.empty()) std::fputs(report.deadlock.c_str(), stderr);
  std::optional<MeasuringCost> cost;
  if (request.stats && request.world == World::kOs) cost = measuring_cost(request, report);
  const MeasuringCost* shown = cost ? &*cost : nullptr;
  if (values.count("stats")) std::fputs(stats_text(request, report, shown).c_str(), stderr);
  if (!stats_file.empty()) write_stats_file(stats_file, request, report, shown);
  if (request.trace) write_timeline(trace_file, request, report);
  return report.deadlock.empty() ? report.exit_code : kExitDeadlockReported;
}

}  // namespace gilsim
