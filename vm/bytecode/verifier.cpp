// What: the rules of verifier.h: those of a whole code object, then those of each instruction.
#include "vm/bytecode/verifier.h"

#include <algorithm>

#include "vm/bytecode/flow.h"
#include "vm/bytecode/operands.h"

namespace gilsim {

std::string VerifyProblem::text() const {
  std::string where = code.empty() ? "code" : code;
  if (position >= 0) where += ": instruction " + std::to_string(position);
  return where + ": " + message;
}

namespace {

constexpr uint32_t kKnownFlags = kCodeVarArgs | kCodeVarKeywords | kCodeGenerator | kCodeNamespace |
                                 kCodeModule | kCodeLongJumps;

// Length of the UTF-8 sequence at the front, lone surrogates allowed; 0 if there is none.
size_t sequence_length(std::string_view text) {
  auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
  unsigned char first = byte(0);
  if (first < 0x80) return 1;
  size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
  for (size_t k = 1; k < length; ++k) {
    if ((byte(k) & 0xc0) != 0x80) return 0;
  }
  if ((first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90) ||
      (first == 0xf4 && byte(1) > 0x8f))
    return 0;
  return length;
}

bool is_text(std::string_view text) {
  while (!text.empty()) {
    size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool is_number(const Literal& literal) {
  if (literal.integer < 2 || literal.integer > 16 || literal.text.empty()) return false;
  return std::ranges::all_of(literal.text, [&](char c) {
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : 99;
    return digit < literal.integer;
  });
}

// Whether the operation works on a namespace dict, which functions do not have.
bool needs_namespace(Op op) {
  return op == Op::LoadName || op == Op::StoreName || op == Op::DelName || op == Op::LoadNameFree ||
         op == Op::ImportStar || op == Op::SetupAnnotations;
}

bool ends_control(Op op) {
  return op == Op::Jump || op == Op::Return || op == Op::Raise || op == Op::Reraise;
}

class Verifier {
 public:
  Verifier(const Code& code, int depth, bool flow) : code_(code), depth_(depth), flow_(flow) {}

  std::optional<VerifyProblem> run() {
    check_header() && check_tables() && check_handlers() && check_constants() &&
        check_instructions();
    return problem_;
  }

 private:
  bool fail(std::string message) {
    if (!problem_) problem_ = VerifyProblem{code_.qualified_name, position_, std::move(message)};
    return false;
  }
  bool require(bool fact, const char* message) { return fact || fail(message); }

  // An index into one of the tables.
  bool within(const char* what, int64_t index, size_t size) {
    if (index >= 0 && static_cast<uint64_t>(index) < size) return true;
    return fail(std::string(what) + " " + std::to_string(index) + " of " + std::to_string(size));
  }
  bool window(uint32_t base, uint32_t length) {
    if (base + length <= code_.register_count) return true;
    return fail("registers " + std::to_string(base) + " to " + std::to_string(base + length - 1) +
                " of " + std::to_string(code_.register_count));
  }

  bool check_header() {
    uint32_t parameters = uint32_t{code_.positional_count} + code_.keyword_only_count +
                          ((code_.flags & kCodeVarArgs) != 0) +
                          ((code_.flags & kCodeVarKeywords) != 0);
    return require((code_.flags & ~kKnownFlags) == 0, "unknown flags") &&
           require(code_.register_count <= kMaxRegisterCount, "too many registers") &&
           require(code_.local_count <= code_.register_count, "more locals than registers") &&
           require(parameters <= code_.local_count, "more parameters than locals") &&
           require(code_.positional_only_count <= code_.positional_count,
                   "more positional-only parameters than positional ones") &&
           require(code_.local_names.size() == code_.local_count, "a local without a name") &&
           require(!code_.instructions.empty(), "no instructions") &&
           require(code_.instructions.size() <= INT32_MAX, "too many instructions") &&
           require(code_.lines.size() == code_.instructions.size(),
                   "not one line number an instruction") &&
           require(code_.columns.empty() || code_.columns.size() == code_.instructions.size(),
                   "not one pair of columns an instruction");
  }

  bool check_tables() {
    for (uint16_t reg : code_.cell_registers) {
      if (!within("cell register", reg, code_.local_count)) return false;
    }
    auto texts = [](const std::vector<std::string>& list) {
      return std::ranges::all_of(list, is_text);
    };
    return require(is_text(code_.name) && is_text(code_.qualified_name) && is_text(code_.doc) &&
                       texts(code_.names) && texts(code_.local_names) && texts(code_.free_names),
                   "text that is not UTF-8");
  }

  bool check_handlers() {
    size_t size = code_.instructions.size();
    for (const Handler& h : code_.handlers) {
      bool good = require(h.start < h.end && h.end <= size, "handler with a wrong range") &&
                  within("handler's target instruction", h.handler, size) &&
                  within("handler's register", h.target, code_.register_count) &&
                  require(h.depth >= code_.local_count, "handler that would release locals") &&
                  require(h.depth <= code_.register_count, "handler's depth beyond the registers");
      if (!good) return false;
    }
    return true;
  }

  bool check_constants() {
    for (const Literal& literal : code_.constants) {
      if (!check_literal(literal, 0)) return false;
    }
    return true;
  }

  bool check_literal(const Literal& literal, int nesting) {
    if (nesting > kMaxCodeDepth) return fail("constants nested too deep");
    switch (literal.kind) {
      case Literal::Kind::None:
      case Literal::Kind::False:
      case Literal::Kind::True:
      case Literal::Kind::Ellipsis:
      case Literal::Kind::Int:
      case Literal::Kind::Float:
      case Literal::Kind::Bytes:
        return true;
      case Literal::Kind::BigInt:
        return require(is_number(literal), "an int whose digits are none");
      case Literal::Kind::Str:
        return require(is_text(literal.text), "a str that is not UTF-8");
      case Literal::Kind::Tuple:
      case Literal::Kind::FrozenSet:
        return std::ranges::all_of(
            literal.items, [&](const Literal& item) { return check_literal(item, nesting + 1); });
      case Literal::Kind::Code:
        break;
    }
    if (literal.kind != Literal::Kind::Code) return fail("a constant of no known kind");
    if (!literal.code) return fail("a code constant without code");
    if (depth_ >= kMaxCodeDepth) return fail("code nested too deep");
    if (auto inner = Verifier(*literal.code, depth_ + 1, flow_).run()) problem_ = inner;
    return !problem_;
  }

  bool check_instructions() {
    for (size_t k = 0; k < code_.instructions.size(); ++k) {
      position_ = static_cast<int64_t>(k);
      if (!check_instruction(code_.instructions[k])) return false;
    }
    if (!require(ends_control(code_.instructions.back().op()), "control runs off the end"))
      return false;
    if (!flow_) return true;
    FlowProblem found = check_flow(code_);
    if (found.position < 0) return true;
    position_ = found.position;
    return fail(std::move(found.message));
  }

  bool check_instruction(Instruction i) {
    if (!within("opcode", i.code, kOpCount)) return false;
    uint8_t allowed = flags_read(i.op()) | (has_small_number(i.op()) ? 0xf0 : 0);
    if ((i.x() & ~allowed) != 0) return fail("flags that the instruction does not read");
    const FormatShape& shape = format_shape(op_info(i.op()).format);
    for (int k = 0; k < shape.count; ++k) {
      if (!check_operand(i, shape.operands[static_cast<size_t>(k)])) return false;
    }
    return check_windows(i) && check_meaning(i);
  }

  bool check_operand(Instruction i, OperandShape operand) {
    int64_t value = field_value(i, operand.field, operand.kind);
    switch (operand.kind) {
      case OperandKind::kRead:
        if (op_info(i.op()).format == Format::RX) return true;  // read or not, by x: check_windows
        [[fallthrough]];
      case OperandKind::kWrite:
        return within("register", value, code_.register_count);
      case OperandKind::kConstant:
        return within("constant", value, code_.constants.size());
      case OperandKind::kName:
        return within("name", value, code_.names.size());
      case OperandKind::kJump:
        return within("jump to instruction", position_ + 1 + value, code_.instructions.size());
      case OperandKind::kWindow:  // check_windows
      case OperandKind::kNumber:
      case OperandKind::kCount:
        return true;
    }
    return false;
  }

  bool check_windows(Instruction i) {
    uint32_t a = i.a(), b = i.b(), c = i.c(), high = i.x() >> 4;
    switch (op_info(i.op()).format) {
      case Format::MUN:
        return window(a, 2);
      case Format::DWC:
        return window(b, c);
      case Format::DWP:
        return window(b, 2 * c);
      case Format::DW3:
        return window(b, 3);
      case Format::WUC:
        return window(a, c);
      case Format::WUX:
        return window(a, c + 1 + high);
      case Format::W3U:
        return window(a, 3);
      case Format::DKW4:
        return window(c, 4);
      case Format::DWN:
        return window(b, 2);
      case Format::CN:
      case Format::CNK:
        return window(a, 1 + b);
      case Format::MN:
      case Format::MNK:
        return window(a, 2 + b);
      case Format::C3:
        return window(a, 3);
      case Format::RX:
        return require(high <= 2, "raise with more than two operands") &&
               (high < 1 || window(a, 1)) && (high < 2 || window(b, 1));
      default:
        return true;
    }
  }

  bool check_cell(uint16_t reg) {
    return require(std::ranges::find(code_.cell_registers, reg) != code_.cell_registers.end(),
                   "a register that holds no cell");
  }

  // The number of names in a call's tuple of names.
  bool check_call_names(Instruction i) {
    const Literal& names = code_.constants[i.c()];
    bool all_str = names.kind == Literal::Kind::Tuple &&
                   std::ranges::all_of(names.items, [](const Literal& item) {
                     return item.kind == Literal::Kind::Str;
                   });
    return require(all_str, "argument names that are no tuple of str") &&
           require(names.items.size() <= i.b(), "more argument names than arguments");
  }

  bool check_meaning(Instruction i) {
    bool has_namespace = (code_.flags & (kCodeNamespace | kCodeModule)) != 0;
    if (needs_namespace(i.op()) && !has_namespace) return fail("names without a namespace");
    switch (i.op()) {
      case Op::LoadFree:
      case Op::StoreFree:
      case Op::DelFree:
      case Op::LoadClosure:
        return within("closure cell", i.bc(), code_.free_names.size());
      case Op::LoadNameFree:
        return within("closure cell", i.c(), code_.free_names.size());
      case Op::MakeCell:
      case Op::StoreCell:
      case Op::DelCell:
        return check_cell(i.a());
      case Op::LoadCell:
        return check_cell(i.b());
      case Op::CallKw:
      case Op::CallMethodKw:
        return check_call_names(i);
      case Op::MakeFunction:
        return require(code_.constants[i.b()].kind == Literal::Kind::Code,
                       "a function of a constant that is no code");
      case Op::FormatValue:
        return require((i.c() & ~7) == 0, "an unknown conversion") &&
               ((i.c() & 4) == 0 || window(i.b(), 2));
      case Op::Yield:
      case Op::YieldFrom:
        return require((code_.flags & kCodeGenerator) != 0, "a yield outside a generator");
      default:
        return true;
    }
  }

  const Code& code_;
  int depth_;
  bool flow_;
  int64_t position_ = -1;
  std::optional<VerifyProblem> problem_;
};

std::optional<VerifyProblem> verify_all(const Code& code, bool flow) {
  if (!code.free_names.empty())
    return VerifyProblem{code.qualified_name, -1, "the outermost code has free names"};
  return Verifier(code, 0, flow).run();
}

}  // namespace

std::optional<VerifyProblem> verify(const Code& code) { return verify_all(code, true); }
std::optional<VerifyProblem> verify_instructions(const Code& code) {
  return verify_all(code, false);
}

}  // namespace gilsim
