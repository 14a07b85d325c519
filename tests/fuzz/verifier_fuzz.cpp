// What: the verifier over code whose words are changed at random: it ends, and what it accepts
//   keeps its indices within the tables, looked at a second time and another way.
// Idea: the input is instruction words for a fixed frame with tables of a few entries each, so that
//   most words are nearly right.
#include <cstdlib>
#include <cstring>
#include <memory>

#include "vm/bytecode/operands.h"
#include "vm/bytecode/verifier.h"

namespace {

using namespace gilsim;

constexpr uint16_t kRegisters = 8, kLocals = 3;

Literal literal(Literal::Kind kind) {
  Literal made;
  made.kind = kind;
  return made;
}

std::shared_ptr<Code> frame() {
  auto code = std::make_shared<Code>();
  code->name = code->qualified_name = "f";
  code->flags = kCodeGenerator | kCodeNamespace;
  code->positional_count = 1;
  code->local_count = kLocals;
  code->register_count = kRegisters;
  code->local_names = {"a", "b", "c"};
  code->cell_registers = {1};
  code->names = {"n0", "n1"};
  auto inner = std::make_shared<Code>();
  inner->name = inner->qualified_name = "g";
  inner->register_count = 1;
  inner->instructions = {Instruction::abx(Op::LoadInt, 0, 0, 1),
                         Instruction::abc(Op::Return, 0, 0, 0, 0)};
  inner->lines = {1, 1};
  Literal names = literal(Literal::Kind::Tuple);
  names.items = {literal(Literal::Kind::Str)};
  names.items[0].text = "x";
  Literal inner_code = literal(Literal::Kind::Code);
  inner_code.code = inner;
  code->constants = {literal(Literal::Kind::None), literal(Literal::Kind::Int),
                     literal(Literal::Kind::Str), names, inner_code};
  return code;
}

void check_within(const Code& code) {
  for (size_t at = 0; at < code.instructions.size(); ++at) {
    Instruction i = code.instructions[at];
    const FormatShape& shape = format_shape(op_info(i.op()).format);
    for (int k = 0; k < shape.count; ++k) {
      OperandShape operand = shape.operands[static_cast<size_t>(k)];
      int64_t value = field_value(i, operand.field, operand.kind);
      bool good = true;
      if (operand.kind == OperandKind::kWrite) good = value < code.register_count;
      if (operand.kind == OperandKind::kConstant)
        good = value >= 0 && value < static_cast<int64_t>(code.constants.size());
      if (operand.kind == OperandKind::kName)
        good = value >= 0 && value < static_cast<int64_t>(code.names.size());
      if (operand.kind == OperandKind::kJump) {
        int64_t target = static_cast<int64_t>(at) + 1 + value;
        good = target >= 0 && target < static_cast<int64_t>(code.instructions.size());
      }
      if (!good) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::shared_ptr<Code> code = frame();
  if (size > 0) {
    uint8_t handlers = data[0] % 3;
    ++data, --size;
    for (; handlers > 0 && size >= 5; --handlers, data += 5, size -= 5)
      code->handlers.push_back({data[0], data[1], data[2], data[3], data[4]});
  }
  for (; size >= 8; data += 8, size -= 8) {
    uint64_t word;
    std::memcpy(&word, data, 8);
    word = (word & ~uint64_t{0xff}) | (word & 0xff) % kOpCount;
    code->instructions.push_back(Instruction(word));
  }
  code->instructions.push_back(Instruction::abx(Op::LoadInt, 0, 0, 1));
  code->instructions.push_back(Instruction::abc(Op::Return, 0, 0, 0, 0));
  code->lines.assign(code->instructions.size(), 1);
  if (!verify(*code)) check_within(*code);
  return 0;
}
