// What: where figures come from, asked of git, uname and /proc.
#include "experiments/runner/provenance.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/utsname.h>

#include <chrono>
#include <ctime>
#include <fstream>

#include "experiments/runner/process.h"

namespace gilsim {

namespace {

std::string time_text(time_t seconds, long milliseconds) {
  std::tm fields{};
  ::gmtime_r(&seconds, &fields);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", fields.tm_year + 1900,
                     fields.tm_mon + 1, fields.tm_mday, fields.tm_hour, fields.tm_min,
                     fields.tm_sec, milliseconds);
}

// The value of the first line `key : value` of a file.
std::string value_in_file(const std::string& path, const std::string& key) {
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind(key, 0) != 0) continue;
    size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    size_t begin = line.find_first_not_of(" \t", colon + 1);
    return begin == std::string::npos ? "" : line.substr(begin);
  }
  return "unknown";
}

}  // namespace

std::string time_now() {
  auto since = std::chrono::system_clock::now().time_since_epoch();
  auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  return time_text(static_cast<time_t>(milliseconds / 1000), milliseconds % 1000);
}

std::string source_commit() {
  ProcessResult git = run_process({"git", "-C", GILSIM_SOURCE_DIR, "describe", "--always",
                                   "--dirty", "--abbrev=40", "--exclude=*"});
  if (!git.started || git.exit_code != 0) return "unknown";
  return git.out.substr(0, git.out.find('\n'));
}

std::string time_of_file(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) return "unknown";
  return time_text(status.st_mtim.tv_sec, status.st_mtim.tv_nsec / 1000000);
}

std::vector<std::pair<std::string, std::string>> machine_facts() {
  utsname names{};
  ::uname(&names);
  return {{"processor", value_in_file("/proc/cpuinfo", "model name")},
          {"architecture", names.machine},
          {"kernel", std::string(names.sysname) + " " + names.release},
          {"memory", value_in_file("/proc/meminfo", "MemTotal")}};
}

}  // namespace gilsim
