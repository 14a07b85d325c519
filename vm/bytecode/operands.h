// What: which field of the instruction word holds which operand, for each format.
// Idea: assembler, disassembler and verifier read this one table, so they cannot disagree.
// Invariants: operands stand in the order in which text shows them; a format has at most three.
// Threads: constant data.
// Not here: how long a window is, which depends on the values of other fields (verifier.cpp).
#pragma once

#include <array>
#include <cstdint>

#include "vm/bytecode/instruction.h"

namespace gilsim {

enum class Field : uint8_t { kA, kB, kC, kBC };

enum class OperandKind : uint8_t {
  kWrite,   // register that is written
  kRead,    // register that is read
  kWindow,  // first register of a window
  kConstant,
  kName,
  kNumber,  // signed
  kCount,   // unsigned
  kJump,    // relative to the next instruction
};

struct OperandShape {
  Field field;
  OperandKind kind;
};

struct FormatShape {
  std::array<OperandShape, 3> operands;
  int count;
};

const FormatShape& format_shape(Format format);

// The flag in x that says that the register in this field is a dead temporary; 0 for kBC.
inline uint8_t release_flag(Field field) {
  switch (field) {
    case Field::kA:
      return kRelA;
    case Field::kB:
      return kRelB;
    case Field::kC:
      return kRelC;
    case Field::kBC:
      return 0;
  }
  return 0;
}

// The bits of x below bit 4 that an opcode reads, from the table's column of flags.
uint8_t flags_read(Op op);
// Whether the upper four bits of x are a number for this opcode.
bool has_small_number(Op op);

int64_t field_value(Instruction instruction, Field field, OperandKind kind);

}  // namespace gilsim
