// What: quoting, and reading one instruction.
#include "vm/bytecode/text_form.h"

#include <charconv>
#include <limits>
#include <unordered_map>

#include "vm/bytecode/operands.h"

namespace gilsim {

std::string quote(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (byte < 0x20 || byte >= 0x7f) {
      out += "\\x";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

namespace {

// The character behind a backslash; two more digits for x. Nothing: no such escape.
std::optional<char> unescape(std::string_view& text) {
  char c = text.front();
  text.remove_prefix(1);
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '"':
    case '\\':
      return c;
    case 'x':
      break;
    default:
      return std::nullopt;
  }
  unsigned value = 0;
  if (text.size() < 2) return std::nullopt;
  auto [end, error] = std::from_chars(text.data(), text.data() + 2, value, 16);
  if (error != std::errc() || end != text.data() + 2) return std::nullopt;
  text.remove_prefix(2);
  return static_cast<char>(value);
}

}  // namespace

std::optional<std::string> unquote(std::string_view& text) {
  if (text.empty() || text.front() != '"') return std::nullopt;
  text.remove_prefix(1);
  std::string out;
  while (!text.empty() && text.front() != '"') {
    char c = text.front();
    text.remove_prefix(1);
    if (c == '\\') {
      if (text.empty()) return std::nullopt;
      auto escaped = unescape(text);
      if (!escaped) return std::nullopt;
      c = *escaped;
    }
    out += c;
  }
  if (text.empty()) return std::nullopt;
  text.remove_prefix(1);
  return out;
}

namespace {

std::optional<Op> find_op(std::string_view name) {
  static const auto kByName = [] {
    std::unordered_map<std::string_view, Op> map;
    for (int k = 0; k < kOpCount; ++k)
      map.emplace(op_info(static_cast<Op>(k)).name, static_cast<Op>(k));
    return map;
  }();
  auto it = kByName.find(name);
  if (it == kByName.end()) return std::nullopt;
  return it->second;
}

std::optional<int64_t> parse_int(std::string_view text) {
  int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

char prefix_of(OperandKind kind) {
  switch (kind) {
    case OperandKind::kRead:
    case OperandKind::kWrite:
    case OperandKind::kWindow:
      return 'r';
    case OperandKind::kConstant:
      return 'k';
    case OperandKind::kName:
      return 'n';
    case OperandKind::kJump:
      return '@';
    case OperandKind::kNumber:
    case OperandKind::kCount:
      return 0;
  }
  return 0;
}

// Puts one operand's text into the word. False: it is not of its kind or does not fit.
bool put_operand(Instruction& i, OperandShape shape, std::string_view text, size_t position) {
  uint8_t x = i.x();
  if (!text.empty() && text.back() == '!') {
    uint8_t flag = release_flag(shape.field);
    if (flag == 0 || prefix_of(shape.kind) != 'r') return false;
    x |= flag;
    text.remove_suffix(1);
  }
  if (char prefix = prefix_of(shape.kind)) {
    if (text.empty() || text.front() != prefix) return false;
    text.remove_prefix(1);
  }
  auto value = parse_int(text);
  if (!value) return false;
  if (shape.kind == OperandKind::kJump) *value -= static_cast<int64_t>(position) + 1;
  bool is_signed = shape.kind == OperandKind::kNumber || shape.kind == OperandKind::kJump;
  bool wide = shape.field == Field::kBC;
  int64_t low = wide ? INT32_MIN : is_signed ? INT16_MIN : 0;
  int64_t high = wide ? INT32_MAX : is_signed ? INT16_MAX : UINT16_MAX;
  if (*value < low || *value > high) return false;
  auto field = static_cast<uint16_t>(*value);
  switch (shape.field) {
    case Field::kA:
      i = Instruction::abc(i.op(), x, field, i.b(), i.c());
      return true;
    case Field::kB:
      i = Instruction::abc(i.op(), x, i.a(), field, i.c());
      return true;
    case Field::kC:
      i = Instruction::abc(i.op(), x, i.a(), i.b(), field);
      return true;
    case Field::kBC:
      i = Instruction::abx(i.op(), x, i.a(), static_cast<int32_t>(*value));
      return true;
  }
  return false;
}

std::optional<Instruction> parse_word(std::string_view text) {
  if (!text.starts_with("0x")) return std::nullopt;
  text.remove_prefix(2);
  uint64_t word = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), word, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Instruction{word};
}

}  // namespace

std::optional<Instruction> parse_instruction(std::string_view text, size_t position) {
  text = trim(text);
  size_t space = std::min(text.find(' '), text.size());
  std::string_view name = text.substr(0, space);
  std::string_view rest = trim(text.substr(space));
  if (name == ".word") return parse_word(rest);
  unsigned x = 0;
  if (size_t slash = name.find('/'); slash != std::string_view::npos) {
    auto high = parse_int(name.substr(slash + 1));
    if (!high || *high < 0 || *high > 15) return std::nullopt;
    x |= static_cast<unsigned>(*high) << 4;
    name = name.substr(0, slash);
  }
  if (name.ends_with(kNegateSuffix)) {
    x |= kNegate;
    name.remove_suffix(kNegateSuffix.size());
  }
  auto op = find_op(name);
  if (!op) return std::nullopt;
  Instruction i = Instruction::abc(*op, static_cast<uint8_t>(x), 0, 0, 0);
  const FormatShape& shape = format_shape(op_info(*op).format);
  for (int k = 0; k < shape.count; ++k) {
    size_t comma = std::min(rest.find(','), rest.size());
    bool last = k + 1 == shape.count;
    if (last != (comma == rest.size())) return std::nullopt;
    if (!put_operand(i, shape.operands[static_cast<size_t>(k)], trim(rest.substr(0, comma)),
                     position))
      return std::nullopt;
    rest = comma < rest.size() ? rest.substr(comma + 1) : std::string_view();
  }
  if (!trim(rest).empty()) return std::nullopt;
  return i;
}

}  // namespace gilsim
