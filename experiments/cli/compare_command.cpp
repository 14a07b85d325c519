// What: gilsim compare.
#include <unistd.h>

#include <cstdio>
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "experiments/cli/cli.h"
#include "experiments/runner/compare.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

po::options_description compare_options() {
  po::options_description options("gilsim compare [OPTIONS] PROGRAM.py [ARGS...]");
  options.add_options()("help", "show this")(
      "modes", po::value<std::string>()->default_value("gil,fine"),
      "modes, and real interpreters as ext:COMMAND, separated by commas")(
      "threads", po::value<std::string>(), "thread counts, passed to the program as --threads N")(
      "world", po::value<std::string>()->default_value("os"), "os or sim")(
      "cores", po::value<std::string>(), "numbers of cores")(
      "repeats", po::value<std::string>()->default_value("3"), "samples a row (os)")(
      "gil", po::value<std::string>(), "interpreter-lock algorithm for modes that have one")(
      "set", po::value<std::vector<std::string>>()->composing(), "KEY=VALUE as in gilsim run")(
      "json", po::value<std::string>(), "write the result to a file");
  return options;
}

std::vector<uint32_t> parse_counts(const std::string& text, const std::string& what, int64_t high) {
  std::vector<uint32_t> counts;
  for (const std::string& part : split_list(text))
    counts.push_back(static_cast<uint32_t>(parse_number(part, what, 1, high)));
  if (counts.empty()) throw UsageError("no " + what + " given");
  return counts;
}

}  // namespace

int compare_command(const Arguments& arguments) {
  po::options_description options = compare_options();
  SplitArguments split = split_arguments(arguments, options);
  po::variables_map values = parse_options(split.options, options);
  if (values.count("help")) {
    std::cout << options;
    return 0;
  }
  if (split.rest.empty())
    throw UsageError("compare needs a program: gilsim compare [OPTIONS] PROGRAM.py [ARGS...]");
  CompareRequest request;
  request.world = parse_world(values["world"].as<std::string>());
  request.modes = split_list(values["modes"].as<std::string>());
  if (request.modes.empty()) throw UsageError("no modes given");
  for (const std::string& mode : request.modes) {
    if (mode.rfind("ext:", 0) != 0)
      check_mode(mode);
    else if (mode.find_first_not_of(' ', 4) == std::string::npos)
      throw UsageError("ext: needs a command, as in ext:python3");
  }
  if (values.count("gil")) {
    request.gil = values["gil"].as<std::string>();
    check_gil(request.gil, "gil");
  }
  if (values.count("threads"))
    request.threads = parse_counts(values["threads"].as<std::string>(), "number of threads", 30000);
  if (values.count("cores"))
    request.cores = parse_counts(values["cores"].as<std::string>(), "number of cores", 1024);
  request.repeats = static_cast<int>(
      parse_number(values["repeats"].as<std::string>(), "number of repeats", 1, 1000));
  RunRequest probe;
  if (values.count("set")) {
    request.settings = values["set"].as<std::vector<std::string>>();
    for (const std::string& setting : request.settings) apply_setting(probe, setting);
  }
  std::string json = values.count("json") ? values["json"].as<std::string>() : "";
  if (!json.empty()) check_writable(json, "result");
  request.program = split.rest[0];
  read_program(request.program);
  request.arguments.assign(split.rest.begin() + 1, split.rest.end());
  request.binary = std::filesystem::read_symlink("/proc/self/exe").string();
  request.progress = ::isatty(2) != 0;
  CompareResult result = compare(request);
  std::fputs(compare_text(request, result).c_str(), stdout);
  if (!json.empty()) write_compare_json(json, request, result);
  bool any =
      std::ranges::any_of(result.rows, [](const CompareRow& row) { return row.problem.empty(); });
  return any ? 0 : 1;  // rows with a problem say so; none without one is a failure
}

}  // namespace gilsim
