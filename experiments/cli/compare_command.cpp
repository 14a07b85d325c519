// What: gilsim compare.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "experiments/cli/cli.h"
#include "experiments/runner/compare.h"
#include "experiments/runner/process.h"
#include "experiments/runner/stats.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

constexpr int kExitProblem = 1;
constexpr int kExitInterrupted = 130;

constexpr const char* kNotes =
    "\nA real interpreter's COMMAND is split at spaces and may hold no comma. The program's own "
    "time\n"
    "counts if it writes a line `seconds N` to standard error.\n"
    "Exit codes: 0 all rows have figures; 1 a row has none, because the program failed or its "
    "output\n"
    "differs from the others' (the row says why; the rest is still shown), or the result file "
    "could\n"
    "not be written; 2 wrong usage; 130 Ctrl-C.\n";

po::options_description compare_options() {
  po::options_description options("gilsim compare [OPTIONS] PROGRAM.py [ARGS...]");
  options.add_options()("help", "show this")(
      "modes", po::value<std::string>()->default_value("gil,fine"),
      "modes, and real interpreters as ext:COMMAND, separated by commas")(
      "threads", po::value<std::string>(), "thread counts, passed to the program as --threads N")(
      "world", po::value<std::string>()->default_value("os"),
      "os: real threads; sim: virtual time")("cores", po::value<std::string>(), "numbers of cores")(
      "repeats", po::value<std::string>()->default_value("3"),
      "samples a row (os; virtual time is exact)")(
      "seed", po::value<std::string>()->default_value("0"), "of everything that is random")(
      "gil", po::value<std::string>(), "interpreter-lock algorithm for modes that have one")(
      "set", po::value<std::vector<std::string>>()->composing(), "KEY=VALUE as in gilsim run")(
      "json", po::value<std::string>(), "write all samples and what follows from them to a file");
  return options;
}

// Parts of a list, of which none may be empty or there twice.
std::vector<std::string> parse_list(const std::string& text, const std::string& what) {
  std::vector<std::string> parts = split_list(text);
  for (size_t k = 0; k < parts.size(); ++k) {
    if (parts[k].find_first_not_of(' ') == std::string::npos)
      throw UsageError("empty " + what + " in \"" + text + "\"");
    if (std::find(parts.begin(), parts.begin() + static_cast<long>(k), parts[k]) !=
        parts.begin() + static_cast<long>(k))
      throw UsageError(what + " \"" + parts[k] + "\" is given twice in \"" + text + "\"");
  }
  return parts;
}

std::vector<uint32_t> parse_counts(const std::string& text, const std::string& what, int64_t high) {
  std::vector<uint32_t> counts;
  for (const std::string& part : parse_list(text, what)) {
    auto count = static_cast<uint32_t>(parse_number(part, what, 1, high));
    if (std::ranges::find(counts, count) != counts.end())  // 1 and 01
      throw UsageError(what + " \"" + part + "\" is given twice in \"" + text + "\"");
    counts.push_back(count);
  }
  return counts;
}

std::vector<std::string> parse_modes(const std::string& text) {
  std::vector<std::string> modes = parse_list(text, "mode");
  for (const std::string& mode : modes) {
    if (mode.rfind("ext:", 0) != 0)
      check_mode(mode);
    else if (mode.find_first_not_of(' ', 4) == std::string::npos)
      throw UsageError("ext: needs a command, as in ext:python3");
  }
  return modes;
}

void check_gil_of_modes(const std::string& gil, const CompareRequest& request) {
  bool applies = false;
  for (const std::string& name : request.modes) {
    const ModeInfo* mode = find_mode(name);
    if (!mode || !mode->has_gil) continue;
    check_gil(gil, name);
    applies = true;
  }
  if (!applies) throw UsageError("none of the modes has an interpreter lock: --gil does not apply");
}

CompareRequest parse_request(const po::variables_map& values, const Arguments& rest) {
  CompareRequest request;
  auto text = [&](const char* name) { return values[name].as<std::string>(); };
  request.world = parse_world(text("world"));
  if (request.world == World::kExplore)
    throw UsageError("compare has no world \"explore\" (known: os, sim)");
  request.modes = parse_modes(text("modes"));
  if (values.count("gil")) {
    request.gil = text("gil");
    check_gil_of_modes(request.gil, request);
  }
  if (values.count("threads"))
    request.threads = parse_counts(text("threads"), "number of threads", 30000);
  if (values.count("cores")) {
    request.cores = parse_counts(text("cores"), "number of cores", kMaxCores);
    for (uint32_t cores : request.cores) check_cores(cores, request.world);
  }
  request.repeats = static_cast<int>(parse_number(text("repeats"), "number of repeats", 1, 1000));
  request.seed = parse_seed(text("seed"));
  if (values.count("set")) {
    RunRequest probe;
    request.settings = values["set"].as<std::vector<std::string>>();
    for (const std::string& setting : request.settings) apply_setting(probe, setting);
  }
  request.program = rest[0];
  request.arguments.assign(rest.begin() + 1, rest.end());
  read_program(request.program);
  request.binary = std::filesystem::read_symlink("/proc/self/exe").string();
  request.terminal = ::isatty(2) != 0;
  return request;
}

}  // namespace

int compare_command(const Arguments& arguments) {
  po::options_description options = compare_options();
  SplitArguments split = split_arguments(arguments, options);
  po::variables_map values = parse_options(split.options, options);
  if (values.count("help")) {
    std::cout << options << kNotes;
    return 0;
  }
  if (split.rest.empty())
    throw UsageError("compare needs a program: gilsim compare [OPTIONS] PROGRAM.py [ARGS...]");
  CompareRequest request = parse_request(values, split.rest);
  std::string json = values.count("json") ? values["json"].as<std::string>() : "";
  if (!json.empty()) check_writable(json, "result", request.program);
  try {
    CompareResult result = compare(request);
    std::fputs(compare_text(request, result).c_str(), stdout);
    bool written = json.empty() || write_text_file(json, compare_json(request, result), "result");
    bool complete = std::ranges::all_of(result.rows, &CompareRow::counts);
    return written && complete ? 0 : kExitProblem;
  } catch (const Interrupted&) {
    std::fputs("gilsim: interrupted\n", stderr);
    return kExitInterrupted;
  }
}

}  // namespace gilsim
