// What: one run of a program for profile feedback: gilsim_train MODE PROGRAM.py [ARGS...].
// Idea: the same instantiations as the product's on real threads, built to count what they do; the
//   product is then built with those counts (train.cmake, CMakeLists.txt), as CPython's are.
// Threads: one.
// Not here: which programs (train.cmake).
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "experiments/modes/modes.h"

int main(int argc, char** argv) {
  if (argc < 3 || !gilsim::find_mode(argv[1])) {
    std::fprintf(stderr, "usage: gilsim_train MODE PROGRAM.py [ARGS...]\n");
    return 2;
  }
  gilsim::RunRequest request;
  request.mode = argv[1];
  request.program_path = argv[2];
  std::ostringstream text;
  text << std::ifstream(request.program_path).rdbuf();
  request.source = text.str();
  request.directory = std::filesystem::path(request.program_path).parent_path().string();
  request.arguments.assign(argv + 3, argv + argc);
  std::string error;
  request.code = gilsim::compile_program(request.source, request.program_path, &error);
  if (!request.code) {
    std::fputs(error.c_str(), stderr);
    return 1;
  }
  return gilsim::run_program(request).exit_code;  // counts are written at exit
}
