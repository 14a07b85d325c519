// What: the gilsim command: picks the sub-command; turns wrong usage into one line and exit code 2.
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "experiments/cli/cli.h"
#include "gil/base/text.h"

namespace {

constexpr const char* kUsage =
    "gilsim runs Python programs under many interpreter locks and measures what each costs.\n"
    "\n"
    "  gilsim run [OPTIONS] PROGRAM.py [ARGS...]       run a program (run --help for options)\n"
    "  gilsim compare [OPTIONS] PROGRAM.py [ARGS...]   one program in several modes, side by side\n"
    "  gilsim list modes|gils|locks|reclaimers|costs|opcodes|modules|workloads\n"
    "  gilsim dis PROGRAM.py                           its instructions\n"
    "  gilsim asm [OPTIONS] FILE [ARGS...]             check and run what dis writes\n"
    "\n"
    "Exit codes: the program's own; 1 uncaught exception; 2 wrong usage; 3 deadlock; 130 Ctrl-C.\n";

int dispatch(const gilsim::Arguments& arguments) {
  using Command = int (*)(const gilsim::Arguments&);
  static const std::pair<std::string_view, Command> kCommands[] = {
      {"run", gilsim::run_command},   {"compare", gilsim::compare_command},
      {"list", gilsim::list_command}, {"dis", gilsim::dis_command},
      {"asm", gilsim::asm_command},
  };
  if (arguments.empty()) {
    std::fputs(kUsage, stderr);
    return gilsim::kExitUsage;
  }
  if (arguments[0] == "--help" || arguments[0] == "help") {
    std::fputs(kUsage, stdout);
    return 0;
  }
  std::vector<std::string_view> known;
  for (const auto& [name, command] : kCommands) {
    if (name == arguments[0]) return command({arguments.begin() + 1, arguments.end()});
    known.push_back(name);
  }
  throw gilsim::UsageError(gilsim::unknown_name("command", arguments[0], known));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // writing to a closed pipe is an error of the write, as in Python
  try {
    int code = dispatch({argv + 1, argv + argc});
    std::fflush(nullptr);
    std::_Exit(code);  // daemon threads may still run: no destructors behind their backs
  } catch (const gilsim::UsageError& error) {
    std::fprintf(stderr, "gilsim: %s\n", error.what());
    return gilsim::kExitUsage;
  }
}
