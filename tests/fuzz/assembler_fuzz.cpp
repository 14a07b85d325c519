// What: the assembler over any text: an error of one line, or code whose text form gives it back.
#include <cstdlib>
#include <string_view>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/code_equal.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace gilsim;
  AssembleResult result = assemble(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!result.ok()) {
    if (result.error.find('\n') != std::string::npos) std::abort();
    return 0;
  }
  if (verify(*result.code)) return 0;
  AssembleResult again = assemble(disassemble(*result.code));
  if (!again.ok() || !code_equal(*again.code, *result.code)) std::abort();
  return 0;
}
