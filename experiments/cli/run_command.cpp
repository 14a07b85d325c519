// What: gilsim run: a drop-in for python3 PROGRAM.py; figures go to standard error or a file.
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "experiments/cli/cli.h"
#include "experiments/runner/stats.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

std::string options_title(const std::string& command) {
  return "gilsim " + command + " [OPTIONS] " + (command == "run" ? "PROGRAM.py" : "FILE") +
         " [ARGS...]";
}

}  // namespace

po::options_description run_options(const std::string& command) {
  po::options_description options(options_title(command));
  options.add_options()("help", "show this")("mode", po::value<std::string>()->default_value("gil"),
                                             "how objects are protected; see gilsim list modes")(
      "gil", po::value<std::string>(),
      "interpreter-lock algorithm, for modes that have one; see gilsim list gils")(
      "world", po::value<std::string>()->default_value("os"),
      "os: real threads; sim: virtual time")(
      "cores", po::value<std::string>(),
      "os: processors to use; sim: virtual cores (1 to 1024; default 1 in sim)")(
      "seed", po::value<std::string>()->default_value("0"), "of everything that is random")(
      "set", po::value<std::vector<std::string>>()->composing(),
      "KEY=VALUE: interval_us, ticks, forced_switching, slack_ns, time_slice_us, gc_threshold, "
      "machine, cost.NAME")("stats", "print where the threads' time went to standard error")(
      "stats-file", po::value<std::string>(), "write the same as JSON to a file");
  return options;
}

int run_command(const Arguments& arguments) {
  return run_loaded("run", run_options("run"), arguments, [](RunRequest& request, const auto&) {
    std::string error;
    request.code = compile_program(request.source, request.program_path, &error);
    if (!request.code) std::fputs(error.c_str(), stderr);
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
  if (values.count("cores"))
    request.cores = parse_cores(values["cores"].as<std::string>());
  request.seed = parse_seed(values["seed"].as<std::string>());
  if (values.count("set")) {
    for (const std::string& setting : values["set"].as<std::vector<std::string>>())
      apply_setting(request, setting);
  }
  std::string stats_file = values.count("stats-file") ? values["stats-file"].as<std::string>() : "";
  request.stats = values.count("stats") > 0 || !stats_file.empty();
  request.program_path = split.rest[0];
  if (!stats_file.empty()) check_writable(stats_file, "statistics", request.program_path);
  request.source = read_program(request.program_path);
  request.directory = directory_of(request.program_path);
  request.arguments.assign(split.rest.begin() + 1, split.rest.end());
  if (!load_code(request, values)) return 1;
  RunReport report = run_program(request);
  if (!report.deadlock.empty()) std::fputs(report.deadlock.c_str(), stderr);
  if (values.count("stats")) std::fputs(stats_text(request, report).c_str(), stderr);
  if (!stats_file.empty()) write_stats_file(stats_file, request, report);
  return report.deadlock.empty() ? report.exit_code : kExitDeadlockReported;
}

}  // namespace gilsim
