// What: option checking and reading of programs, shared by the sub-commands.
#include "experiments/cli/cli.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "experiments/runner/machine_file.h"
#include "experiments/runner/process.h"
#include "gil/base/text.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

std::vector<std::string> option_names(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

const po::option_description* find_option(const po::options_description& options,
                                          const std::string& name) {
  for (const auto& option : options.options()) {
    if (option->long_name() == name) return option.get();
  }
  return nullptr;
}

UsageError unknown_option(const std::string& name, const po::options_description& options) {
  std::vector<std::string> names = option_names(options);
  return UsageError(unknown_name("option", name, {names.begin(), names.end()}));
}

}  // namespace

SplitArguments split_arguments(const Arguments& arguments, const po::options_description& options) {
  SplitArguments split;
  size_t k = 0;
  while (k < arguments.size()) {
    const std::string& word = arguments[k];
    if (word == "--") {
      ++k;
      break;
    }
    if (word.size() < 2 || word[0] != '-') break;
    if (word[1] != '-') throw unknown_option(word, options);
    size_t equals = word.find('=');
    std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
    const po::option_description* option = find_option(options, name);
    if (!option) throw unknown_option("--" + name, options);
    split.options.push_back(word);
    ++k;
    bool takes_value = option->semantic()->max_tokens() > 0;
    if (!takes_value && equals != std::string::npos)
      throw UsageError("option --" + name + " takes no value");
    if (takes_value && equals + 1 == word.size())
      throw UsageError("option --" + name + " needs a value");
    if (takes_value && equals == std::string::npos) {
      if (k == arguments.size()) throw UsageError("option --" + name + " needs a value");
      if (arguments[k].empty()) throw UsageError("option --" + name + " needs a value");
      split.options.back() += "=" + arguments[k++];
    }
  }
  split.rest.assign(arguments.begin() + static_cast<long>(k), arguments.end());
  return split;
}

po::variables_map parse_options(const Arguments& arguments,
                                const po::options_description& options) {
  po::variables_map values;
  int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    po::store(po::command_line_parser(arguments).options(options).style(style).run(), values);
    po::notify(values);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

void check_mode(const std::string& name) {
  if (find_mode(name)) return;
  std::vector<std::string_view> known;
  for (const ModeInfo& mode : all_modes()) known.push_back(mode.name);
  throw UsageError(unknown_name("mode", name, known));
}

void check_gil(const std::string& name, const std::string& mode) {
  std::vector<std::string_view> known;
  bool found = false;
  for (const auto& [gil, description] : all_gils()) {
    known.push_back(gil);
    found = found || gil == name;
  }
  if (!found) throw UsageError(unknown_name("GIL algorithm", name, known));
  bool safe_without_lock = !find_mode(mode)->has_gil;
  if (!safe_without_lock && name == "none")
    throw UsageError("mode \"" + mode +
                     "\" needs an interpreter lock: --gil none is for mode fine");
  if (safe_without_lock && name != "none")
    throw UsageError("mode \"" + mode + "\" has no interpreter lock: --gil does not apply");
}

World parse_world(const std::string& name) {
  if (name == "os") return World::kOs;
  if (name == "sim") return World::kSim;
  if (name == "explore") return World::kExplore;
  throw UsageError(unknown_name("world", name, {"os", "sim", "explore"}));
}

int64_t parse_number(const std::string& text, const std::string& what, int64_t low, int64_t high) {
  int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < low || number > high) {
    throw UsageError(what + " \"" + text + "\" is not a number from " + std::to_string(low) +
                     " to " + std::to_string(high));
  }
  return number;
}

uint64_t parse_bytes(const std::string& text, const std::string& what) {
  constexpr uint64_t kMin = uint64_t{1} << 20, kMax = uint64_t{1} << 50;
  uint64_t number = 0;
  const char* all_end = text.data() + text.size();
  auto [end, error] = std::from_chars(text.data(), all_end, number);
  size_t unit = 0;  // from_chars takes no sign for unsigned numbers
  if (error == std::errc() && end + 1 == all_end)
    unit = std::string_view("KMG").find(static_cast<char>(std::toupper(*end))) + 1;
  bool good = error == std::errc() && end + (unit != 0) == all_end && number <= kMax >> 10 * unit &&
              number << 10 * unit >= kMin;
  if (!good)
    throw UsageError(what + " \"" + text +
                     "\" is not a number of bytes from 1M to 1048576G, as in 512M");
  return number << 10 * unit;
}

uint32_t parse_cores(const std::string& text) {
  return static_cast<uint32_t>(parse_number(text, "number of cores", 1, kMaxCores));
}

void check_cores(uint32_t cores, World world) {
  uint32_t there = usable_processors();
  if (world != World::kOs || cores <= there) return;
  throw UsageError("number of cores \"" + std::to_string(cores) + "\" is more than the " +
                   std::to_string(there) + " processors there are: --world sim has up to " +
                   std::to_string(kMaxCores));
}

uint64_t parse_seed(const std::string& text) {
  return static_cast<uint64_t>(parse_number(text, "seed", 0, INT64_MAX));
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == ',')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

namespace {

double parse_real(const std::string& text, const std::string& key, double low, double high) {
  char* end = nullptr;
  double value = std::strtod(text.c_str(), &end);
  if (end == text.c_str() || *end || !(value >= low && value <= high)) {
    throw UsageError("value \"" + text + "\" of " + key + " is not a number from " +
                     std::to_string(std::llround(low)) + " to " +
                     std::to_string(std::llround(high)));
  }
  return value;
}

const std::vector<std::string_view> kSettingKeys = {
    "interval_us",   "ticks",        "forced_switching", "slack_ns",
    "time_slice_us", "gc_threshold", "machine",          "cost.NAME"};

}  // namespace

void apply_setting(RunRequest& request, const std::string& setting) {
  size_t equals = setting.find('=');
  if (equals == std::string::npos) throw UsageError("setting \"" + setting + "\" is not KEY=VALUE");
  std::string key = setting.substr(0, equals), value = setting.substr(equals + 1);
  if (key == "interval_us") {
    request.interval_ns = static_cast<int64_t>(parse_real(value, key, 1, 1e9) * 1000);
  } else if (key == "ticks") {
    request.ticks = parse_number(value, "value of ticks", 1, 1000000000);
  } else if (key == "forced_switching") {
    request.forced_switching =
        static_cast<int>(parse_number(value, "value of forced_switching", 0, 1));
  } else if (key == "slack_ns") {
    request.slack_ns = parse_number(value, "value of slack_ns", 0, 1000000000);
  } else if (key == "time_slice_us") {
    request.time_slice_ns = parse_number(value, "value of time_slice_us", 1, 1000000000) * 1000;
  } else if (key == "gc_threshold") {
    request.gc_threshold = parse_number(value, "value of gc_threshold", 1, INT64_MAX / 2);
  } else if (key == "machine") {
    std::string error;
    if (!load_machine_file(value, request.costs, error)) throw UsageError(error);
  } else if (key.starts_with("cost.")) {
    if (!request.costs.set(key.substr(5), parse_real(value, key, 0, kMaxCostNs))) {
      std::vector<std::string_view> known;
      for (const CostInfo& info : cost_infos()) known.push_back(info.name);
      throw UsageError(unknown_name("cost", key.substr(5), known));
    }
  } else {
    throw UsageError(unknown_name("setting", key, kSettingKeys));
  }
}

void check_writable(const std::string& path, const std::string& what, const std::string& program) {
  auto fail = [&](const std::string& why) -> void {
    throw UsageError("cannot write " + what + " file \"" + path + "\": " + why);
  };
  struct stat status, program_status;
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail("it is a directory");
    // Asked, not opened: opening a pipe would wait for its reader.
    if (::access(path.c_str(), W_OK) != 0) fail(std::strerror(errno));
    if (::stat(program.c_str(), &program_status) == 0 && S_ISREG(status.st_mode) &&
        status.st_dev == program_status.st_dev && status.st_ino == program_status.st_ino)
      fail("it is the program");
    return;
  }
  if (errno != ENOENT) fail(std::strerror(errno));
  int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) fail(std::strerror(errno));
  ::close(fd);
  // It is made when there is something to write. A link to nowhere stays a link to nowhere.
  std::error_code ignored;
  std::filesystem::remove(std::filesystem::canonical(path, ignored), ignored);
}

std::string read_program(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0)
    throw UsageError("cannot read program \"" + path + "\": " + std::strerror(errno));
  if (S_ISDIR(status.st_mode))
    throw UsageError("cannot read program \"" + path + "\": it is a directory");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw UsageError("cannot read program \"" + path + "\": " + std::strerror(errno));
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string directory_of(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace gilsim
