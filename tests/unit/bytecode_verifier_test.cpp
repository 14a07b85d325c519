// What: each rule of the verifier turns a good code object that breaks it into a refused one.
// Idea: for every opcode, an instruction whose operands fit is accepted; with any one register,
// window, constant, name or jump moved
//   just outside, it is refused.
#include <gtest/gtest.h>

#include "vm/bytecode/operands.h"
#include "vm/bytecode/verifier.h"

namespace gilsim {
namespace {

constexpr uint16_t kRegisters = 12;
constexpr uint16_t kTables = 3;  // names, constants, closure cells

Literal names(size_t count) {
  Literal tuple;
  tuple.kind = Literal::Kind::Tuple;
  for (size_t k = 0; k < count; ++k) {
    Literal name;
    name.kind = Literal::Kind::Str;
    name.text = "k";
    tuple.items.push_back(name);
  }
  return tuple;
}

Code minimal() {
  Code code;
  code.name = code.qualified_name = "f";
  code.register_count = 1;
  code.instructions = {Instruction{static_cast<uint64_t>(Op::Return)}};
  code.lines = {1};
  return code;
}

// A body in which `instruction` fits: Nops before and behind, so that jumps of 1 and -1 are inside.
Code around(Instruction instruction, bool function) {
  Code code;
  code.name = code.qualified_name = "f";
  code.register_count = kRegisters;
  code.local_count = 2;
  code.local_names = {"a", "b"};
  code.cell_registers = {0, 1};
  code.names = {"n0", "n1", "n2"};
  code.flags = kCodeGenerator;
  if (!function) code.flags |= kCodeNamespace;
  Literal inner;
  inner.kind = Literal::Kind::Code;
  inner.code = std::make_shared<Code>(minimal());
  code.constants = {inner, names(1), names(0)};
  auto nop = Instruction{static_cast<uint64_t>(Op::Nop)};
  code.instructions = {nop, nop, instruction, nop, Instruction{static_cast<uint64_t>(Op::Return)}};
  code.lines.assign(code.instructions.size(), 1);
  return code;
}

// Wrapped in a module, since only inner code may have free names.
std::optional<VerifyProblem> verdict(Instruction instruction, bool function) {
  auto inner = std::make_shared<Code>(around(instruction, function));
  inner->free_names = {"x", "y", "z"};
  Literal constant;
  constant.kind = Literal::Kind::Code;
  constant.code = inner;
  Code module = minimal();
  module.constants = {constant};
  return verify_instructions(module);
}

uint64_t placed(Field field, int64_t value) {
  switch (field) {
    case Field::kA:
      return (static_cast<uint64_t>(value) & 0xffff) << 16;
    case Field::kB:
      return (static_cast<uint64_t>(value) & 0xffff) << 32;
    case Field::kC:
      return (static_cast<uint64_t>(value) & 0xffff) << 48;
    case Field::kBC:
      return (static_cast<uint64_t>(value) & 0xffffffff) << 32;
  }
  return 0;
}

int64_t fitting(Op op, OperandKind kind) {
  bool call_names = op == Op::CallKw || op == Op::CallMethodKw;
  switch (kind) {
    case OperandKind::kWrite:
    case OperandKind::kRead:
    case OperandKind::kWindow:
      return op == Op::MakeCell || op == Op::LoadCell || op == Op::StoreCell || op == Op::DelCell
                 ? 1
                 : 2;
    case OperandKind::kConstant:
      return call_names ? 1 : 0;
    case OperandKind::kCount:
    case OperandKind::kNumber:
    case OperandKind::kName:
      return 1;
    case OperandKind::kJump:
      return 1;
  }
  return 0;
}

Instruction good(Op op) {
  auto word = static_cast<uint64_t>(op);
  const FormatShape& shape = format_shape(op_info(op).format);
  for (int k = 0; k < shape.count; ++k)
    word |= placed(shape.operands[k].field, fitting(op, shape.operands[k].kind));
  if (op == Op::Raise) word |= uint64_t{2} << 12;  // both operands
  return Instruction{word};
}

Instruction with(Instruction instruction, Field field, int64_t value) {
  uint64_t mask = placed(field, -1);
  return Instruction{(instruction.word() & ~mask) | placed(field, value)};
}

class EveryOp : public ::testing::TestWithParam<int> {};

TEST_P(EveryOp, FittingOperandsAreAccepted) {
  auto op = static_cast<Op>(GetParam());
  std::optional<VerifyProblem> in_function = verdict(good(op), true);
  std::optional<VerifyProblem> in_class = verdict(good(op), false);
  EXPECT_TRUE(!in_function || !in_class) << in_class->text();
}

TEST_P(EveryOp, CountedIsRefused) {
  Instruction counted = good(static_cast<Op>(GetParam())).counted();
  EXPECT_EQ(counted.op(), static_cast<Op>(GetParam()));
  EXPECT_TRUE(verdict(counted, true));
  EXPECT_TRUE(verdict(counted, false));
}

TEST_P(EveryOp, OperandsOutsideAreRefused) {
  auto op = static_cast<Op>(GetParam());
  const FormatShape& shape = format_shape(op_info(op).format);
  bool function = !verdict(good(op), true);
  for (int k = 0; k < shape.count; ++k) {
    Field field = shape.operands[k].field;
    std::vector<int64_t> outside;
    switch (shape.operands[k].kind) {
      case OperandKind::kWrite:
      case OperandKind::kRead:
        outside = {kRegisters, 0xffff};
        break;
      case OperandKind::kWindow:
        outside = {kRegisters + 1, 0xffff};
        break;
      case OperandKind::kConstant:
      case OperandKind::kName:
        outside = {kTables, 0xffff};
        if (field == Field::kBC) outside.push_back(-1);
        break;
      case OperandKind::kJump:
        outside = {2, -4, 0x7fff, -0x8000};
        break;
      case OperandKind::kCount:
        outside = {kRegisters + 1, 0xffff};
        break;
      case OperandKind::kNumber:
        break;  // any number is a number; closure cells have a test of their own
    }
    for (int64_t value : outside) {
      EXPECT_TRUE(verdict(with(good(op), field, value), function))
          << op_info(op).name << " operand " << k << " = " << value;
    }
  }
}

TEST_P(EveryOp, FlagsThatItDoesNotReadAreRefused) {
  auto op = static_cast<Op>(GetParam());
  bool function = !verdict(good(op), true);
  for (int bit = 0; bit < 4; ++bit) {
    if (flags_read(op) & (1 << bit)) continue;
    Instruction flagged{good(op).word() | uint64_t{1} << (8 + bit)};
    EXPECT_TRUE(verdict(flagged, function)) << op_info(op).name << " flag " << bit;
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryOp, ::testing::Range(0, kOpCount), [](const auto& info) {
  return std::string(op_info(static_cast<Op>(info.param)).name);
});

TEST(Verifier, ClosureCellsExist) {
  for (Op op : {Op::LoadFree, Op::StoreFree, Op::DelFree, Op::LoadClosure}) {
    Field field = Field::kBC;
    EXPECT_FALSE(verdict(with(good(op), field, 2), true));
    EXPECT_TRUE(verdict(with(good(op), field, 3), true)) << op_info(op).name;
    EXPECT_TRUE(verdict(with(good(op), field, -1), true)) << op_info(op).name;
  }
}

TEST(Verifier, UnknownOpcode) { EXPECT_TRUE(verdict(Instruction{0xff}, true)); }

TEST(Verifier, ControlMayNotRunOff) {
  Code code = minimal();
  code.instructions = {Instruction{static_cast<uint64_t>(Op::Nop)}};
  EXPECT_TRUE(verify(code));
  code = minimal();
  code.instructions.clear();
  code.lines.clear();
  EXPECT_TRUE(verify(code));
}

TEST(Verifier, Headers) {
  auto refused = [](auto change) {
    Code code = around(Instruction{static_cast<uint64_t>(Op::Nop)}, true);
    EXPECT_FALSE(verify(code));
    change(code);
    return verify(code).has_value();
  };
  EXPECT_TRUE(refused([](Code& c) { c.flags |= 1u << 30; }));
  EXPECT_TRUE(refused([](Code& c) { c.local_count = 13; }));
  EXPECT_TRUE(refused([](Code& c) { c.positional_count = 3; }));
  EXPECT_TRUE(refused([](Code& c) { c.positional_only_count = 1; }));
  EXPECT_TRUE(refused([](Code& c) {
    c.flags |= kCodeVarArgs;
    c.positional_count = 2;
  }));
  EXPECT_TRUE(refused([](Code& c) { c.local_names.pop_back(); }));
  EXPECT_TRUE(refused([](Code& c) { c.lines.pop_back(); }));
  EXPECT_TRUE(refused([](Code& c) { c.cell_registers.push_back(2); }));
  EXPECT_TRUE(refused([](Code& c) { c.free_names.push_back("x"); }));
  EXPECT_TRUE(refused([](Code& c) { c.names.push_back("\xff"); }));
  EXPECT_TRUE(refused([](Code& c) { c.constants[0].code = nullptr; }));
  EXPECT_TRUE(refused([](Code& c) {
    c.constants[1].kind = Literal::Kind::Str;
    c.constants[1].text = "\xc0\x80";
  }));
}

TEST(Verifier, Handlers) {
  auto refused = [](Handler handler) {
    Code code = around(Instruction{static_cast<uint64_t>(Op::Nop)}, true);
    code.handlers = {handler};
    return verify(code).has_value();
  };
  EXPECT_FALSE(refused({0, 2, 3, 4, 4}));
  EXPECT_TRUE(refused({0, 2, 5, 4, 4}));   // handler behind the end
  EXPECT_TRUE(refused({0, 6, 3, 4, 4}));   // range behind the end
  EXPECT_TRUE(refused({2, 1, 3, 4, 4}));   // ends before it starts
  EXPECT_TRUE(refused({0, 2, 3, 13, 4}));  // depth
  EXPECT_TRUE(refused({0, 2, 3, 4, 12}));  // target
}

TEST(Verifier, CodeThatIsTooDeep) {
  auto code = std::make_shared<Code>(minimal());
  for (int k = 0; k < kMaxCodeDepth + 2; ++k) {
    auto outer = std::make_shared<Code>(minimal());
    Literal constant;
    constant.kind = Literal::Kind::Code;
    constant.code = code;
    outer->constants = {constant};
    code = outer;
  }
  EXPECT_TRUE(verify(*code));
}

}  // namespace
}  // namespace gilsim
