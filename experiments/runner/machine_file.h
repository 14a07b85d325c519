// What: cost tables from TOML files (experiments/machines/NAME.toml).
#pragma once

#include <string>

#include "gil/platform/platform.h"

namespace gilsim {

// More than a second for one step is a slip of the pen.
inline constexpr double kMaxCostNs = 1e9;

// name: a path, or the name of a file in experiments/machines without .toml. Gives false and one
// line of error. The file: `description = "..."` and a table [costs_ns] of cost names with
// nanoseconds.
bool load_machine_file(const std::string& name, CostTable& costs, std::string& error);

}  // namespace gilsim
