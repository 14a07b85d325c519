// What: gilsim asm: reads what gilsim dis writes, verifies it, and runs it as gilsim run would.
// Not here: the text's form (vm/bytecode/disassembler.h).
#include <unistd.h>

#include <iostream>

#include "experiments/cli/cli.h"
#include "vm/bytecode/assembler.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

namespace gilsim {

namespace po = boost::program_options;

namespace {

// Text that is no code, or code that does not verify, is a file that cannot be read: exit code 2.
bool load_assembly(RunRequest& request, const po::variables_map&) {
  AssembleResult assembled = assemble(read_program(request.program_path));
  if (!assembled.ok()) throw UsageError(request.program_path + ": " + assembled.error);
  if (std::optional<VerifyProblem> problem = verify(*assembled.code))
    throw UsageError(request.program_path + ": " + problem->text());
  request.code = assembled.code;
  // Where the program itself stands: its sibling modules are there.
  if (::access(request.code->file_name.c_str(), R_OK) == 0)
    request.directory = directory_of(request.code->file_name);
  return true;
}

}  // namespace

int asm_command(const Arguments& arguments) {
  po::options_description options = run_options("asm");
  options.add_options()("print", "verify only, and print the code as dis would");
  SplitArguments split = split_arguments(arguments, options);
  if (!parse_options(split.options, options).count("print"))
    return run_loaded("asm", options, arguments, load_assembly);
  if (split.rest.size() != 1) throw UsageError("asm --print needs one file");
  RunRequest request;
  request.program_path = split.rest[0];
  load_assembly(request, {});
  std::cout << disassemble(*request.code);
  return 0;
}

}  // namespace gilsim
