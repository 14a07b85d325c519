// What: gilsim list: what there is, from the same tables that everything else is expanded from.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "experiments/cli/cli.h"
#include "gil/base/text.h"
#include "vm/bytecode/instruction.h"
#include "vm/modules/modules.h"

namespace gilsim {

namespace {

void row(std::string_view name, std::string_view text) {
  std::cout << name << std::string(name.size() < 22 ? 22 - name.size() : 1, ' ') << text << "\n";
}

void list_locks() {
#define LOCK(type, name, description, header) row(name, description);
#include "gil/locks/locks.def"
#undef LOCK
}

void list_reclaimers() {
#define RECLAIMER(type, name, description, header) row(name, description);
#include "gil/reclaim/reclaimers.def"
#undef RECLAIMER
}

void list_costs() {
  for (const CostInfo& info : cost_infos()) {
    row(info.name, std::to_string(static_cast<double>(info.default_ps) / 1000.0) + " ns  " +
                       std::string(info.what) + " (" + std::string(info.source) + ")");
  }
}

void list_opcodes() {
  for (int k = 0; k < kOpCount; ++k) {
    const OpInfo& info = op_info(static_cast<Op>(k));
    row(info.name, info.effect);
  }
}

// The workloads beside the sources, or installed beside the working directory: the first line of
// each file's docstring.
void list_workloads() {
  std::filesystem::path folder = "workloads";
  if (!std::filesystem::is_directory(folder)) folder = GILSIM_SOURCE_DIR "/workloads";
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".py" && entry.path().stem() != "common")
        files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream stream(file);
    std::string line;
    while (std::getline(stream, line) && line.find("\"\"\"") == std::string::npos) {
    }
    size_t at = line.find("\"\"\"");
    std::string text = at == std::string::npos ? "" : line.substr(at + 3);
    if (size_t end = text.find("\"\"\""); end != std::string::npos) text.resize(end);
    row(file.stem().string(), text);
  }
}

}  // namespace

int list_command(const Arguments& arguments) {
  static const std::vector<std::string_view> kKinds = {"modes", "gils",    "locks",   "reclaimers",
                                                       "costs", "opcodes", "modules", "workloads"};
  if (!arguments.empty() && arguments[0] == "--help") {
    std::cout << "gilsim list modes|gils|locks|reclaimers|costs|opcodes|modules|workloads\n";
    return 0;
  }
  if (arguments.size() != 1)
    throw UsageError(
        "list needs one of: modes, gils, locks, reclaimers, costs, opcodes, modules, workloads");
  const std::string& kind = arguments[0];
  if (kind == "modes") {
    for (const ModeInfo& mode : all_modes()) row(mode.name, mode.description);
  } else if (kind == "gils") {
    for (const auto& [name, description] : all_gils()) row(name, description);
  } else if (kind == "locks") {
    list_locks();
  } else if (kind == "reclaimers") {
    list_reclaimers();
  } else if (kind == "costs") {
    list_costs();
  } else if (kind == "opcodes") {
    list_opcodes();
  } else if (kind == "modules") {
    for (std::string_view name : library_module_names()) std::cout << name << "\n";
  } else if (kind == "workloads") {
    list_workloads();
  } else {
    throw UsageError(unknown_name("list", kind, kKinds));
  }
  return 0;
}

}  // namespace gilsim
