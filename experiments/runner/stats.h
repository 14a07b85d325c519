// What: a finished run's figures as text and JSON.
#pragma once

#include <string>

#include "experiments/modes/modes.h"

namespace gilsim {

std::string stats_text(const RunRequest& request, const RunReport& report);
// REQUIRES: the path was checked to be writable; a failure now is said on standard error.
void write_stats_file(const std::string& path, const RunRequest& request, const RunReport& report);

}  // namespace gilsim
