// What: code objects as text that the assembler reads back to the same code objects; and the
// opcode table as a page of documentation.
// Idea: one directive or one instruction a line. What stands behind `;` is for the reader only.
//   .code 1                        number in the tree, from 0, outer code before inner
//   .name "f"  .qualified  .file  .doc  .first_line  .flags  .parameters  .registers
//   .local "x"  .cells 0 2  .free "y"  .global "print"  .const tuple(int 1, str "a")
//   .handler 3 9 12 4 5            start end handler depth target
//   .line 7                        for the instructions that follow
//       0  Add r2, r0, r1!         ; `!`: the operand is a dead temporary
//   .end
// Threads: reads immutable data; any thread.
// Not here: reading it (assembler.h).
#pragma once

#include <string>

#include "vm/bytecode/code.h"

namespace gilsim {

// The whole tree of code.
std::string disassemble(const Code& code);

// One instruction without its comment. position: its index, for jump targets. An instruction that
// has bits set which its format does not show is given as a number: `.word 0x...`.
std::string format_instruction(Instruction instruction, size_t position);

// The opcode table as a table in Markdown.
std::string opcode_page();

}  // namespace gilsim
