// What: what the sub-commands share: exit codes, option checking, reading programs.
// Not here: running (experiments/modes), comparing (experiments/runner).
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "experiments/modes/modes.h"

namespace gilsim {

inline constexpr int kExitUsage = 2;
inline constexpr int kExitDeadlockReported = 3;
inline constexpr int64_t kMaxCores = 1024;

// Wrong usage: one line for the user, exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Arguments = std::vector<std::string>;

// Arguments before and from the first one that is no option (DESIGN section 6). REQUIRES: every
// option in `options` takes a value unless it is a switch.
struct SplitArguments {
  Arguments options;
  Arguments rest;
};
SplitArguments split_arguments(const Arguments& arguments,
                               const boost::program_options::options_description& options);

// Parses without abbreviations; throws UsageError with the known options for an unknown one.
boost::program_options::variables_map parse_options(
    const Arguments& arguments, const boost::program_options::options_description& options);

void check_mode(const std::string& name);
void check_gil(const std::string& name, const std::string& mode);
World parse_world(const std::string& name);
uint32_t parse_cores(const std::string& text);
// For figures that are labelled by cores: real threads have no more processors than there are.
// Throws UsageError.
void check_cores(uint32_t cores, World world);
uint64_t parse_seed(const std::string& text);
// The parts between commas; as many as there are commas, and one more.
std::vector<std::string> split_list(const std::string& text);
// A number of bytes from 1 MiB on, perhaps with K, M or G for powers of 1024.
uint64_t parse_bytes(const std::string& text, const std::string& what);
int64_t parse_number(const std::string& text, const std::string& what, int64_t low, int64_t high);
// KEY=VALUE settings of a run; throws UsageError with the known keys.
void apply_setting(RunRequest& request, const std::string& setting);
// Tries whether a result file can be written before the run, so that a bad path is said first, and
// leaves no trace. Throws UsageError, also if it is the program itself.
void check_writable(const std::string& path, const std::string& what, const std::string& program);
std::string read_program(const std::string& path);
std::string directory_of(const std::string& path);

// The options of run, which asm has too.
boost::program_options::options_description run_options(const std::string& command);
// Puts the code (and the source, if there is one) of request.program_path into the request; false:
// said why on standard error, exit code 1. Throws UsageError.
using CodeLoader =
    std::function<bool(RunRequest& request, const boost::program_options::variables_map& values)>;
// Parses the arguments of run or asm, loads, runs, reports.
int run_loaded(const std::string& command,
               const boost::program_options::options_description& options,
               const Arguments& arguments, const CodeLoader& load_code);

int run_command(const Arguments& arguments);
int compare_command(const Arguments& arguments);
int list_command(const Arguments& arguments);
int dis_command(const Arguments& arguments);
int asm_command(const Arguments& arguments);

}  // namespace gilsim
