// What: reading cost tables with toml++.
#include "experiments/runner/machine_file.h"

#include <filesystem>
#include <sstream>
#include <toml++/toml.h>

#include "gil/base/text.h"

namespace gilsim {

namespace {

std::string find_machine_file(const std::string& name) {
  for (const std::string& path :
       {name, "experiments/machines/" + name + ".toml",
        std::string(GILSIM_SOURCE_DIR "/experiments/machines/") + name + ".toml"}) {
    if (std::filesystem::is_regular_file(path)) return path;
  }
  return "";
}

}  // namespace

bool load_machine_file(const std::string& name, CostTable& costs, std::string& error) {
  std::string path = find_machine_file(name);
  if (path.empty()) {
    error =
        "no machine file \"" + name + "\" (looked for it as a path and in experiments/machines)";
    return false;
  }
  try {
    toml::table file = toml::parse_file(path);
    for (const auto& [key, value] : file) {
      if (key != "costs_ns" && key != "description") {
        error = path + ":" + std::to_string(key.source().begin.line) + ": unknown key \"" +
                std::string(key.str()) + "\" (known: description, costs_ns)";
        return false;
      }
    }
    const toml::table* table = file["costs_ns"].as_table();
    if (!table) {
      error = path + ": has no table [costs_ns]";
      return false;
    }
    for (const auto& [key, value] : *table) {
      auto number = value.value<double>();
      std::string place = path + ":" + std::to_string(key.source().begin.line) + ": ";
      if (!number || *number < 0) {
        error = place + "cost " + std::string(key.str()) + " is not a number of nanoseconds from 0";
        return false;
      }
      if (!costs.set(key.str(), *number)) {
        std::vector<std::string_view> known;
        for (const CostInfo& info : cost_infos()) known.push_back(info.name);
        error = place + unknown_name("cost", key.str(), known);
        return false;
      }
    }
  } catch (const toml::parse_error& problem) {
    error = path + ":" + std::to_string(problem.source().begin.line) + ": " +
            std::string(problem.description());
    return false;
  }
  return true;
}

}  // namespace gilsim
