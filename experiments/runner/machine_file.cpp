// What: reading cost tables with toml++.
#include "experiments/runner/machine_file.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <toml++/toml.h>
#include <vector>

#include "gil/base/text.h"

namespace gilsim {

namespace {

namespace fs = std::filesystem;

// Where files are looked for by name: beside the working directory, then in the sources.
std::vector<fs::path> machine_folders() {
  return {"experiments/machines", GILSIM_SOURCE_DIR "/experiments/machines"};
}

std::string find_machine_file(const std::string& name) {
  std::error_code ignored;
  if (fs::is_regular_file(name, ignored)) return name;
  for (const fs::path& folder : machine_folders()) {
    fs::path path = folder / (name + ".toml");
    if (fs::is_regular_file(path, ignored)) return path.string();
  }
  return "";
}

std::string not_found(const std::string& name) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::path& folder : machine_folders()) {
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return unknown_name("machine", name, {names.begin(), names.end()}) +
         ": neither a file nor one of experiments/machines";
}

std::string place_of(const std::string& path, const toml::source_region& source) {
  return path + ":" + std::to_string(source.begin.line) + ": ";
}

// One line of error, or nothing.
std::string read_costs(const std::string& path, const toml::table& table, CostTable& costs) {
  for (const auto& [key, value] : table) {
    std::string place = place_of(path, key.source());
    auto number = value.value<double>();
    if (!costs.set(key.str(), 0)) {
      std::vector<std::string_view> known;
      for (const CostInfo& info : cost_infos()) known.push_back(info.name);
      return place + unknown_name("cost", key.str(), known);
    }
    if (!number || !(*number >= 0 && *number <= kMaxCostNs)) {
      return place + "cost " + std::string(key.str()) +
             " is not a number of nanoseconds from 0 to 1000000000";
    }
    costs.set(key.str(), *number);
  }
  return "";
}

std::string read_machine(const std::string& path, const toml::table& file, CostTable& costs) {
  for (const auto& [key, value] : file) {
    std::string place = place_of(path, key.source());
    if (key != "costs_ns" && key != "description")
      return place + unknown_name("key", key.str(), {"description", "costs_ns"});
    if (key == "description" && !value.is_string()) return place + "description is not a text";
    if (key == "costs_ns" && !value.is_table()) return place + "costs_ns is not a table [costs_ns]";
  }
  const toml::table* table = file["costs_ns"].as_table();
  return table ? read_costs(path, *table, costs) : path + ": has no table [costs_ns]";
}

}  // namespace

bool load_machine_file(const std::string& name, CostTable& costs, std::string& error) {
  std::string path = find_machine_file(name);
  if (path.empty()) {
    error = not_found(name);
    return false;
  }
  try {
    error = read_machine(path, toml::parse_file(path), costs);
  } catch (const toml::parse_error& problem) {
    error = place_of(path, problem.source()) + std::string(problem.description());
  }
  std::ranges::replace(error, '\n', ' ');
  return error.empty();
}

}  // namespace gilsim
