// What: the opcode table as data.
#include "vm/bytecode/instruction.h"

namespace gilsim {

const OpInfo& op_info(Op op) {
  static constexpr OpInfo kInfos[] = {
#define OP(name, format, cost, effect, flags) {#name, Format::format, #cost, effect, flags},
#include "vm/bytecode/opcodes.def"
#undef OP
  };
  return kInfos[static_cast<int>(op)];
}

}  // namespace gilsim
