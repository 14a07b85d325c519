// What: writes the text described in disassembler.h.
#include "vm/bytecode/disassembler.h"

#include <bit>
#include <cstdio>
#include <deque>

#include "vm/bytecode/operands.h"
#include "vm/bytecode/text_form.h"

namespace gilsim {

namespace {

constexpr size_t kCommentColumn = 44;
constexpr size_t kCommentLength = 60;

std::string hexadecimal(uint64_t bits) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%016llx", static_cast<unsigned long long>(bits));
  return text;
}

std::string shortened(std::string text) {
  if (text.size() <= kCommentLength) return text;
  return text.substr(0, kCommentLength) + "...";
}

class Disassembler {
 public:
  std::string run(const Code& root) {
    queue_.push_back(&root);
    for (size_t k = 0; k < queue_.size(); ++k) one(*queue_[k], k);
    return std::move(out_);
  }

 private:
  void line(const std::string& text, const std::string& comment = "") {
    std::string padded = "  " + text;
    if (!comment.empty()) {
      padded.resize(std::max(padded.size() + 2, kCommentColumn), ' ');
      padded += "; " + shortened(comment);
    }
    out_ += padded + "\n";
  }

  void one(const Code& code, size_t number) {
    if (number > 0) out_ += "\n";
    out_ += ".code " + std::to_string(number) + "\n";
    header(code);
    tables(code);
    instructions(code);
    out_ += ".end\n";
  }

  void header(const Code& code) {
    line(".name " + quote(code.name));
    line(".qualified " + quote(code.qualified_name));
    line(".file " + quote(code.file_name));
    if (code.has_doc) line(".doc " + quote(code.doc));
    line(".first_line " + std::to_string(code.first_line));
    if (code.flags != 0) {
      std::string text = ".flags";
      uint32_t rest = code.flags;
      for (const FlagName& flag : kFlagNames) {
        if ((code.flags & flag.bit) == 0) continue;
        text += " " + std::string(flag.name);
        rest &= ~flag.bit;
      }
      if (rest != 0) text += " " + std::to_string(rest);
      line(text);
    }
    if (code.positional_count || code.positional_only_count || code.keyword_only_count) {
      line(".parameters " + std::to_string(code.positional_count) + " " +
               std::to_string(code.positional_only_count) + " " +
               std::to_string(code.keyword_only_count),
           "positional, positional-only ones of them, keyword-only");
    }
    line(".registers " + std::to_string(code.local_count) + " " +
             std::to_string(code.register_count),
         "locals, all");
  }

  void table(const char* directive, char letter, const std::vector<std::string>& texts) {
    for (size_t k = 0; k < texts.size(); ++k)
      line(directive + quote(texts[k]), letter + std::to_string(k));
  }

  void tables(const Code& code) {
    table(".local ", 'r', code.local_names);
    if (!code.cell_registers.empty()) {
      std::string text = ".cells";
      for (uint16_t reg : code.cell_registers) text += " " + std::to_string(reg);
      line(text);
    }
    table(".free ", 'f', code.free_names);
    table(".global ", 'n', code.names);
    constants_.clear();
    for (size_t k = 0; k < code.constants.size(); ++k) {
      constants_.push_back(literal(code.constants[k]));
      std::string comment = "k" + std::to_string(k);
      if (code.constants[k].kind == Literal::Kind::Float)
        comment += " = " + float_text(code.constants[k].real);
      line(".const " + constants_.back(), comment);
    }
    for (const Handler& h : code.handlers) {
      line(".handler " + std::to_string(h.start) + " " + std::to_string(h.end) + " " +
               std::to_string(h.handler) + " " + std::to_string(h.depth) + " " +
               std::to_string(h.target),
           "start, end, handler, depth, target");
    }
  }

  static std::string float_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
  }

  std::string literal(const Literal& l) {
    switch (l.kind) {
      case Literal::Kind::None:
        return "none";
      case Literal::Kind::False:
        return "false";
      case Literal::Kind::True:
        return "true";
      case Literal::Kind::Ellipsis:
        return "ellipsis";
      case Literal::Kind::Int:
        return "int " + std::to_string(l.integer);
      case Literal::Kind::BigInt:
        return "bigint " + std::to_string(l.integer) + " " + quote(l.text);
      case Literal::Kind::Float:
        return "float " + hexadecimal(std::bit_cast<uint64_t>(l.real));
      case Literal::Kind::Str:
        return "str " + quote(l.text);
      case Literal::Kind::Bytes:
        return "bytes " + quote(l.text);
      case Literal::Kind::Tuple:
      case Literal::Kind::FrozenSet: {
        std::string text = l.kind == Literal::Kind::Tuple ? "tuple(" : "frozenset(";
        for (size_t k = 0; k < l.items.size(); ++k)
          text += (k > 0 ? ", " : "") + literal(l.items[k]);
        return text + ")";
      }
      case Literal::Kind::Code:
        queue_.push_back(l.code.get());
        return "code " + std::to_string(queue_.size() - 1);
    }
    return "none";
  }

  void instructions(const Code& code) {
    int64_t line_now = -1;
    for (size_t k = 0; k < code.instructions.size(); ++k) {
      uint32_t source_line = k < code.lines.size() ? code.lines[k] : 0;
      if (source_line != line_now) line(".line " + std::to_string(source_line));
      line_now = source_line;
      char number[32];
      std::snprintf(number, sizeof number, "%5zu  ", k);
      line(number + format_instruction(code.instructions[k], k),
           comment(code, code.instructions[k]));
    }
  }

  std::string comment(const Code& code, Instruction i) {
    if (static_cast<int>(i.op()) >= kOpCount) return "";
    std::string text;
    auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    const FormatShape& shape = format_shape(op_info(i.op()).format);
    for (int k = 0; k < shape.count; ++k) {
      OperandShape operand = shape.operands[static_cast<size_t>(k)];
      auto index = static_cast<uint64_t>(field_value(i, operand.field, operand.kind));
      bool is_register = operand.kind == OperandKind::kRead || operand.kind == OperandKind::kWrite;
      if (is_register && index < code.local_names.size()) add(quote_name(code.local_names[index]));
      if (operand.kind == OperandKind::kName && index < code.names.size())
        add(quote_name(code.names[index]));
      if (operand.kind == OperandKind::kConstant && index < constants_.size())
        add(constants_[index]);
    }
    return text;
  }

  // A name as it is, unless it would break the line.
  static std::string quote_name(const std::string& name) {
    std::string quoted = quote(name);
    return quoted.size() == name.size() + 2 ? name : quoted;
  }

  std::string out_;
  std::deque<const Code*> queue_;
  std::vector<std::string> constants_;
};

std::string operand_text(Instruction i, OperandShape operand, size_t position) {
  int64_t value = field_value(i, operand.field, operand.kind);
  std::string number = std::to_string(value);
  switch (operand.kind) {
    case OperandKind::kRead:
    case OperandKind::kWrite:
    case OperandKind::kWindow:
      return "r" + number + ((i.x() & release_flag(operand.field)) != 0 ? "!" : "");
    case OperandKind::kConstant:
      return "k" + number;
    case OperandKind::kName:
      return "n" + number;
    case OperandKind::kNumber:
    case OperandKind::kCount:
      return number;
    case OperandKind::kJump:
      return "@" + std::to_string(static_cast<int64_t>(position) + 1 + value);
  }
  return number;
}

}  // namespace

std::string disassemble(const Code& code) { return Disassembler().run(code); }

std::string format_instruction(Instruction i, size_t position) {
  std::string raw = ".word " + hexadecimal(i.word());
  if (static_cast<int>(i.op()) >= kOpCount) return raw;
  const OpInfo& info = op_info(i.op());
  std::string text(info.name);
  if ((i.x() & kNegate) != 0) text += kNegateSuffix;
  if (i.x() >> 4 != 0) text += "/" + std::to_string(i.x() >> 4);
  const FormatShape& shape = format_shape(info.format);
  for (int k = 0; k < shape.count; ++k) {
    text += k == 0 ? " " : ", ";
    text += operand_text(i, shape.operands[static_cast<size_t>(k)], position);
  }
  auto back = parse_instruction(text, position);
  return back && *back == i ? text : raw;
}

std::string opcode_page() {
  std::string page = "| opcode | format | cost class | effect | flags |\n|---|---|---|---|---|\n";
  auto cell = [&](std::string_view text) {
    for (char c : text) page += c == '|' ? std::string("\\|") : std::string(1, c);
    page += " | ";
  };
  static constexpr std::string_view kFormatNames[] = {
#define OP(name, format, cost, effect, flags) #format,
#include "vm/bytecode/opcodes.def"
#undef OP
  };
  for (int k = 0; k < kOpCount; ++k) {
    const OpInfo& info = op_info(static_cast<Op>(k));
    page += "| ";
    cell(info.name);
    cell(kFormatNames[k]);
    cell(info.cost);
    cell(info.effect);
    cell(info.flags);
    page.back() = '\n';
  }
  return page;
}

}  // namespace gilsim
