// What: parser and compiler over any bytes: a syntax error that can be printed, or code that the
// verifier accepts and that its text form gives back.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/code_equal.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"
#include "vm/compile/compiler.h"
#include "vm/syntax/parser.h"

namespace {

void compile(const gilsim::SourceFile& source, bool expression) {
  using namespace gilsim;
  ParseResult parsed = expression ? parse_expression(source) : parse_module(source);
  if (!parsed.ok()) {
    if (format_problem(source, *parsed.problem).empty()) std::abort();
    return;
  }
  CompileOptions options;
  options.mode = expression ? CompileMode::kEval : CompileMode::kModule;
  CompileResult compiled = compile_module(source, *parsed.tree, options);
  if (!compiled.ok()) {
    if (format_problem(source, *compiled.problem).empty()) std::abort();
    return;
  }
  if (std::optional<VerifyProblem> problem = verify(*compiled.code)) {
    std::fprintf(stderr, "the verifier refuses what was compiled: %s\n", problem->text().c_str());
    std::abort();
  }
  AssembleResult again = assemble(disassemble(*compiled.code));
  if (!again.ok() || !code_equal(*again.code, *compiled.code)) {
    std::fprintf(stderr, "its text form differs: %s\n", again.error.c_str());
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  gilsim::SourceFile source{"f.py", std::string(reinterpret_cast<const char*>(data), size)};
  compile(source, false);
  compile(source, true);
  return 0;
}
