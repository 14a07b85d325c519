// What: where figures come from: the source's commit, the machine, the time.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gilsim {

// UTC, as 2025-01-31T12:00:00.123Z.
std::string time_now();
// Of the source tree that this program was built from, as it is now: 40 hex digits, "-dirty" behind
// them if files differ from it; "unknown" if git cannot say.
std::string source_commit();
// When a file was last changed, as time_now; the binary's says whether it is older than the commit.
std::string time_of_file(const std::string& path);
// Names and values: processor, kernel, memory.
std::vector<std::pair<std::string, std::string>> machine_facts();

}  // namespace gilsim
