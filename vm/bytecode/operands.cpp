// What: the table behind operands.h.
#include "vm/bytecode/operands.h"

namespace gilsim {

namespace {

using enum Field;
using enum OperandKind;

constexpr FormatShape shape() { return {{}, 0}; }
constexpr FormatShape shape(OperandShape a) { return {{a}, 1}; }
constexpr FormatShape shape(OperandShape a, OperandShape b) { return {{a, b}, 2}; }
constexpr FormatShape shape(OperandShape a, OperandShape b, OperandShape c) {
  return {{a, b, c}, 3};
}

constexpr OperandShape kWriteA{kA, kWrite}, kReadA{kA, kRead}, kWindowA{kA, kWindow};
constexpr OperandShape kWriteB{kB, kWrite}, kReadB{kB, kRead}, kWindowB{kB, kWindow};
constexpr OperandShape kReadC{kC, kRead}, kWindowC{kC, kWindow}, kCountC{kC, kCount};
constexpr OperandShape kNameB{kB, kName}, kNameC{kC, kName}, kJumpC{kC, kJump};
constexpr OperandShape kConstantB{kB, kConstant}, kConstantC{kC, kConstant};
constexpr OperandShape kNumberB{kB, kNumber}, kNumberC{kC, kNumber}, kCountB{kB, kCount};
constexpr OperandShape kConstantBC{kBC, kConstant}, kNameBC{kBC, kName}, kJumpBC{kBC, kJump};
constexpr OperandShape kNumberBC{kBC, kNumber};

FormatShape make_shape(Format format) {
  switch (format) {
    case Format::None:
      return shape();
    case Format::D:
      return shape(kWriteA);
    case Format::U:
      return shape(kReadA);
    case Format::DU:
      return shape(kWriteA, kReadB);
    case Format::UU:
      return shape(kReadA, kReadB);
    case Format::DUU:
      return shape(kWriteA, kReadB, kReadC);
    case Format::UUU:
      return shape(kReadA, kReadB, kReadC);
    case Format::DK:
      return shape(kWriteA, kConstantBC);
    case Format::DI:
      return shape(kWriteA, kNumberBC);
    case Format::UI:
      return shape(kReadA, kNumberBC);
    case Format::I:
      return shape(kNumberBC);
    case Format::N:
      return shape(kNameBC);
    case Format::DN:
      return shape(kWriteA, kNameBC);
    case Format::UN:
      return shape(kReadA, kNameBC);
    case Format::DNI:
      return shape(kWriteA, kNameB, kCountC);
    case Format::DUI:
      return shape(kWriteA, kReadB, kNumberC);
    case Format::DUN:
      return shape(kWriteA, kReadB, kNameC);
    case Format::UNU:
      return shape(kReadA, kNameB, kReadC);
    case Format::UN16:
      return shape(kReadA, kNameB);
    case Format::MUN:
      return shape(kWindowA, kReadB, kNameC);
    case Format::J:
      return shape(kJumpBC);
    case Format::UJ:
      return shape(kReadA, kJumpBC);
    case Format::UUJ:
      return shape(kReadA, kReadB, kJumpC);
    case Format::UIJ:
      return shape(kReadA, kNumberB, kJumpC);
    case Format::FJ:
      return shape(kReadA, kWriteB, kJumpC);
    case Format::DWC:
      return shape(kWriteA, kWindowB, kCountC);
    case Format::DWP:
      return shape(kWriteA, kWindowB, kCountC);
    case Format::DW3:
      return shape(kWriteA, kWindowB);
    case Format::WUC:
      return shape(kWindowA, kReadB, kCountC);
    case Format::WUX:
      return shape(kWindowA, kReadB, kCountC);
    case Format::W3U:
      return shape(kWindowA, kReadB);
    case Format::DKW4:
      return shape(kWriteA, kConstantB, kWindowC);
    case Format::DWN:
      return shape(kWriteA, kWindowB, kNameC);
    case Format::CN:
      return shape(kWindowA, kCountB);
    case Format::CNK:
      return shape(kWindowA, kCountB, kConstantC);
    case Format::MN:
      return shape(kWindowA, kCountB);
    case Format::MNK:
      return shape(kWindowA, kCountB, kConstantC);
    case Format::C3:
      return shape(kWindowA);
    case Format::RX:
      return shape(kReadA, kReadB);
  }
  return shape();
}

constexpr int kFormatCount = static_cast<int>(Format::RX) + 1;

}  // namespace

const FormatShape& format_shape(Format format) {
  static const auto kShapes = [] {
    std::array<FormatShape, kFormatCount> shapes{};
    for (int k = 0; k < kFormatCount; ++k) shapes[k] = make_shape(static_cast<Format>(k));
    return shapes;
  }();
  return kShapes[static_cast<size_t>(format)];
}

uint8_t flags_read(Op op) {
  std::string_view text = op_info(op).flags;
  auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  uint8_t flags = 0;
  if (has("relA")) flags |= kRelA;
  if (has("relB")) flags |= kRelB;
  if (has("relC")) flags |= kRelC;
  if (has("negate") || has("inplace")) flags |= kNegate;
  return flags;
}

bool has_small_number(Op op) { return op == Op::UnpackEx || op == Op::Raise; }

int64_t field_value(Instruction i, Field field, OperandKind kind) {
  bool is_signed = kind == OperandKind::kNumber || kind == OperandKind::kJump;
  switch (field) {
    case Field::kA:
      return i.a();
    case Field::kB:
      return is_signed ? int64_t{i.sb()} : int64_t{i.b()};
    case Field::kC:
      return is_signed ? int64_t{i.sc()} : int64_t{i.c()};
    case Field::kBC:
      return i.bc();
  }
  return 0;
}

}  // namespace gilsim
