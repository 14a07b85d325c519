// What: schedules as JSON.
#include "experiments/runner/schedule_file.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "experiments/runner/explore.h"
#include "experiments/runner/stats.h"

namespace gilsim {

namespace {

constexpr const char* kFormat = "gilsim schedule 2";

std::string hash_of(const std::string& text) {
  uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3ULL;
  return fmt::format("{:016x}", hash);
}

}  // namespace

ScheduleFile schedule_of(const ExploreRequest& request) {
  ScheduleFile file;
  file.program_hash = hash_of(request.run.source);
  file.mode = request.run.mode;
  file.gil = request.run.gil;
  file.settings = request.settings;
  file.seed = request.run.seed;
  file.library = request.library;
  file.arguments = request.run.arguments;
  return file;
}

std::string difference_of(const ScheduleFile& file, const ExploreRequest& request) {
  ScheduleFile own = schedule_of(request);
  if (file.program_hash != own.program_hash)
    return "it belongs to another program, or to another version of this one";
  if (file.mode != own.mode) return "it belongs to mode " + file.mode + ", not " + own.mode;
  if (file.gil != own.gil) return "it belongs to gil \"" + file.gil + "\", not \"" + own.gil + "\"";
  if (file.settings != own.settings)
    return fmt::format("it belongs to --set \"{}\", not \"{}\"", fmt::join(file.settings, " "),
                       fmt::join(own.settings, " "));
  if (file.seed != own.seed)
    return fmt::format("it belongs to --seed {}, not {}", file.seed, own.seed);
  if (file.arguments != own.arguments) return "it belongs to other arguments of the program";
  if (file.library != own.library)
    return file.library ? "it was made with --library" : "it was made without --library";
  return "";
}

bool write_schedule(const std::string& path, const ScheduleFile& file) {
  nlohmann::json json = {{"format", kFormat},         {"program_hash", file.program_hash},
                         {"mode", file.mode},         {"gil", file.gil},
                         {"settings", file.settings}, {"seed", file.seed},
                         {"library", file.library},   {"arguments", file.arguments},
                         {"choices", file.choices}};
  return write_text_file(
      path, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", "schedule");
}

std::string read_schedule(const std::string& path, ScheduleFile& file) {
  std::ifstream stream(path);
  if (!stream) return "cannot read schedule file \"" + path + "\"";
  nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
  std::string wrong = "\"" + path + "\" is not a schedule file (format \"" + kFormat + "\")";
  if (!json.is_object() || json.value("format", nlohmann::json()) != kFormat) return wrong;
  try {
    file.program_hash = json.at("program_hash").get<std::string>();
    file.mode = json.at("mode").get<std::string>();
    file.gil = json.at("gil").get<std::string>();
    file.settings = json.at("settings").get<std::vector<std::string>>();
    file.seed = json.at("seed").get<uint64_t>();
    file.library = json.at("library").get<bool>();
    file.arguments = json.at("arguments").get<std::vector<std::string>>();
    file.choices = json.at("choices").get<std::vector<uint32_t>>();
  } catch (const nlohmann::json::exception&) {
    return wrong;
  }
  return "";
}

}  // namespace gilsim
