// What: what assembler and disassembler share of the text form: quoting, names of flags, the text
// of one instruction.
// Threads: pure functions and constant data.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vm/bytecode/code.h"

namespace gilsim {

struct FlagName {
  uint32_t bit;
  std::string_view name;
};
inline constexpr FlagName kFlagNames[] = {
    {kCodeVarArgs, "varargs"},     {kCodeVarKeywords, "varkeywords"}, {kCodeGenerator, "generator"},
    {kCodeNamespace, "namespace"}, {kCodeModule, "module"},           {kCodeLongJumps, "longjumps"},
};

// Behind an opcode's name: the bit that means inplace for arithmetic and negate for the rest.
inline constexpr std::string_view kNegateSuffix = ".x";

// In double quotes, with \" \\ \n \t \r and \xNN for all that is not printable ASCII, so that any
// bytes stay on one line.
std::string quote(std::string_view text);

// Reads a quoted text at the front of `text` and cuts it off. Nothing: it is none.
std::optional<std::string> unquote(std::string_view& text);

// Reads what format_instruction writes. Nothing: it is no instruction.
std::optional<Instruction> parse_instruction(std::string_view text, size_t position);

}  // namespace gilsim
