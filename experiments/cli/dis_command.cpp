// What: gilsim dis: the instructions that a program compiles to, as text that gilsim asm reads
// back.
#include <iostream>

#include "experiments/cli/cli.h"
#include "vm/bytecode/disassembler.h"

namespace gilsim {

namespace po = boost::program_options;

int dis_command(const Arguments& arguments) {
  po::options_description options("gilsim dis PROGRAM.py");
  options.add_options()("help", "show this");
  SplitArguments split = split_arguments(arguments, options);
  po::variables_map values = parse_options(split.options, options);
  if (values.count("help")) {
    std::cout << options;
    return 0;
  }
  if (split.rest.size() != 1) throw UsageError("dis needs one program: gilsim dis PROGRAM.py");
  const std::string& path = split.rest[0];
  std::string error;
  std::shared_ptr<const Code> code = compile_program(read_program(path), path, &error);
  if (!code) {
    std::cerr << error;
    return 1;
  }
  std::cout << disassemble(*code);
  return 0;
}

}  // namespace gilsim
