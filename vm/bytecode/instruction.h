// What: the instruction word and what its formats mean.
// Idea: a register machine with fixed-width instructions, after Ierusalimschy, de Figueiredo and
// Celes, "The implementation of
//   Lua 5.0" (2005); one 64-bit word so that no register, constant or jump needs an extension
//   prefix.
// State: op:8 | x:8 | a:16 | b:16 | c:16, little end first; bc = b | c << 16 as one signed number.
// Threads: immutable values; any thread may read.
// Not here: code objects (code.h), reading and writing text (assembler.h), what an instruction does
// (vm/interp).
#pragma once

#include <cstdint>
#include <string_view>

namespace gilsim {

enum class Op : uint8_t {
#define OP(name, format, cost, effect, flags) name,
#include "vm/bytecode/opcodes.def"
#undef OP
  kCount
};
inline constexpr int kOpCount = static_cast<int>(Op::kCount);
static_assert(2 * kOpCount <= 256, "an instruction's code has room for counted ones");

// Operand flags in x. The upper four bits are a small number where an effect says so.
inline constexpr uint8_t kRelA = 1;     // R[a] is a dead temporary: take it over
inline constexpr uint8_t kRelB = 2;     // R[b] likewise
inline constexpr uint8_t kRelC = 4;     // R[c] likewise
inline constexpr uint8_t kNegate = 8;   // jumps, Is, In: the opposite
inline constexpr uint8_t kInplace = 8;  // arithmetic: augmented assignment

// How operands are to be read. D: a is written. U: a register that is read. W: window base. K:
// constant. N: name. I: number. J: relative jump. C: count. Letters name a, b, c in order; a lone
// K, N, I or J after the first operand (and alone) is "bc".
enum class Format : uint8_t {
  None,
  D,     // a written
  U,     // a read
  DU,    // a written, b read
  UU,    // a, b read
  DUU,   // a written, b, c read
  UUU,   // a, b, c read
  DK,    // a written, bc constant
  DI,    // a written, bc number
  UI,    // a read, bc number
  I,     // bc number
  N,     // bc name
  DN,    // a written, bc name
  UN,    // a read, bc name
  DNI,   // a written, b name, c number
  DUI,   // a written, b read, c signed number
  DUN,   // a written, b read, c name
  UNU,   // a read, b name, c read
  UN16,  // a read, b name
  MUN,   // a, a+1 written, b read, c name
  J,     // bc jump
  UJ,    // a read, bc jump
  UUJ,   // a, b read, c jump
  UIJ,   // a read, b signed number, c jump
  FJ,    // a read and written (iterator), b written, c jump
  DWC,   // a written, window b of c
  DWP,   // a written, window b of 2c
  DW3,   // a written, window b of 3
  WUC,   // window a of c written, b read
  WUX,   // window a of c + 1 + (x >> 4) written, b read
  W3U,   // window a of 3 written, b read
  DKW4,  // a written, b constant (code), window c of 4
  DWN,   // a written, window b of 2, c name
  CN,    // window a of 1 + b: call
  CNK,   // window a of 1 + b, c constant (tuple of names)
  MN,    // window a of 2 + b: method call
  MNK,   // window a of 2 + b, c constant (tuple of names)
  C3,    // window a of 3
  RX,    // a read if x >> 4 >= 1, b read if x >> 4 == 2
};

struct alignas(8) Instruction {
  // The fields are of their own, so that the loop reads each with one load. code: the Op, plus
  // kOpCount if it is counted.
  uint8_t code = 0, flags = 0;
  uint16_t first = 0, second = 0, third = 0;

  constexpr Instruction() = default;
  constexpr explicit Instruction(uint64_t word)
      : code(static_cast<uint8_t>(word)),
        flags(static_cast<uint8_t>(word >> 8)),
        first(static_cast<uint16_t>(word >> 16)),
        second(static_cast<uint16_t>(word >> 32)),
        third(static_cast<uint16_t>(word >> 48)) {}

  Op op() const { return static_cast<Op>(code < kOpCount ? code : code - kOpCount); }
  // For what the loop does at once with a neighbour: false for a counted one.
  bool is(Op op) const { return code == static_cast<uint8_t>(op); }
  // The same instruction with a safe point before it. REQUIRES: it is not counted.
  Instruction counted() const {
    Instruction made = *this;
    made.code = static_cast<uint8_t>(made.code + kOpCount);
    return made;
  }
  uint8_t x() const { return flags; }
  uint16_t a() const { return first; }
  uint16_t b() const { return second; }
  uint16_t c() const { return third; }
  int16_t sb() const { return static_cast<int16_t>(second); }
  int16_t sc() const { return static_cast<int16_t>(third); }
  int32_t bc() const { return static_cast<int32_t>(second | uint32_t{third} << 16); }
  uint64_t word() const {
    return code | uint64_t{flags} << 8 | uint64_t{first} << 16 | uint64_t{second} << 32 |
           uint64_t{third} << 48;
  }
  bool operator==(const Instruction&) const = default;

  static Instruction abc(Op op, uint8_t x, uint16_t a, uint16_t b, uint16_t c) {
    Instruction made;
    made.code = static_cast<uint8_t>(op);
    made.flags = x;
    made.first = a;
    made.second = b;
    made.third = c;
    return made;
  }
  static Instruction abx(Op op, uint8_t x, uint16_t a, int32_t bc) {
    return abc(op, x, a, static_cast<uint16_t>(bc), static_cast<uint16_t>(bc >> 16));
  }
};
static_assert(sizeof(Instruction) == 8);

struct OpInfo {
  std::string_view name;
  Format format;
  std::string_view cost;  // name of the cost class in gil/platform/costs.def
  std::string_view effect;
  std::string_view flags;
};

// Gives the table's line of an opcode. REQUIRES: op < Op::kCount.
const OpInfo& op_info(Op op);

}  // namespace gilsim
