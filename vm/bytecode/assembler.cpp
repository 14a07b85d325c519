// What: one pass over the lines; code constants are numbers until the end, when the objects are
// joined from the innermost out.
#include "vm/bytecode/assembler.h"

#include <bit>
#include <charconv>
#include <unordered_map>

#include "vm/bytecode/text_form.h"
#include "vm/bytecode/verifier.h"

namespace gilsim {

namespace {

// What is left of a line, and what may be taken from its front.
class Line {
 public:
  explicit Line(std::string_view text) : rest_(text) { skip(); }

  bool at_end() const { return rest_.empty() || rest_.front() == ';'; }
  std::string_view rest() const { return rest_; }

  // The characters up to a blank or one of ( ) , ;
  std::string_view word() {
    size_t length = std::min(rest_.find_first_of(" \t(),;"), rest_.size());
    std::string_view result = rest_.substr(0, length);
    rest_.remove_prefix(length);
    skip();
    return result;
  }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    skip();
    return true;
  }
  std::optional<std::string> quoted() {
    auto result = unquote(rest_);
    skip();
    return result;
  }
  template <class T>
  bool number(T& out) {
    std::string_view text = word();
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && !text.empty() && end == text.data() + text.size();
  }

 private:
  void skip() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
      rest_.remove_prefix(1);
  }
  std::string_view rest_;
};

class Assembler {
 public:
  AssembleResult run(std::string_view text) {
    while (!text.empty() && error_.empty()) {
      ++line_number_;
      size_t end = std::min(text.find('\n'), text.size());
      std::string_view one = text.substr(0, end);
      if (!one.empty() && one.back() == '\r') one.remove_suffix(1);
      Line line(one);
      if (!line.at_end()) read(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (error_.empty() && open_) fail("no .end of the code");
    if (error_.empty() && codes_.empty()) fail("no .code");
    AssembleResult result;
    if (error_.empty()) result.code = join();
    result.error = error_;
    result.count = codes_.size();
    return result;
  }

 private:
  bool fail(const std::string& message) {
    if (error_.empty())
      error_ = "line " + std::to_string(std::max<size_t>(line_number_, 1)) + ": " + message;
    return false;
  }

  void read(Line line) {
    if (line.rest().front() != '.') return instruction(line);
    std::string_view name = line.word();
    if (name == ".code") return begin(line);
    if (!open_) {
      fail(std::string(name) + " outside .code");
      return;
    }
    if (name == ".end") {
      open_ = false;
    } else if (name == ".word") {
      fail(".word without its number in front");
      return;
    } else {
      Directive directive = find(name);
      if (!directive) {
        fail("unknown directive " + std::string(name));
        return;
      }
      if (!(this->*directive)(line)) {
        fail("wrong operands of " + std::string(name));
        return;
      }
    }
    if (!line.at_end()) fail("more than " + std::string(name) + " takes");
  }

  using Directive = bool (Assembler::*)(Line&);
  static Directive find(std::string_view name) {
    static const std::unordered_map<std::string_view, Directive> kDirectives = {
        {".name", &Assembler::read_name},
        {".qualified", &Assembler::read_qualified},
        {".file", &Assembler::read_file},
        {".doc", &Assembler::read_doc},
        {".first_line", &Assembler::read_first_line},
        {".flags", &Assembler::read_flags},
        {".parameters", &Assembler::read_parameters},
        {".registers", &Assembler::read_registers},
        {".local", &Assembler::read_local},
        {".cells", &Assembler::read_cells},
        {".free", &Assembler::read_free},
        {".global", &Assembler::read_global},
        {".const", &Assembler::read_const},
        {".handler", &Assembler::read_handler},
        {".line", &Assembler::read_line},
    };
    auto it = kDirectives.find(name);
    return it == kDirectives.end() ? nullptr : it->second;
  }

  Code& code() { return *codes_.back(); }

  void begin(Line& line) {
    size_t number = 0;
    if (open_) {
      fail(".code inside .code");
    } else if (!line.number(number) || number != codes_.size()) {
      fail("the code's number is not " + std::to_string(codes_.size()));
    } else if (!line.at_end()) {
      fail("more than .code takes");
    } else if (number > 0 && (number >= parents_.size() || !parents_[number].known)) {
      fail("code " + std::to_string(number) + " is no constant of an earlier one");
    }
    codes_.push_back(std::make_shared<Code>());
    if (parents_.size() < codes_.size()) parents_.resize(codes_.size());
    open_ = true;
    source_line_ = 0;
  }

  bool text_into(Line& line, std::string& out) {
    auto text = line.quoted();
    if (text) out = std::move(*text);
    return text.has_value();
  }
  bool append_text(Line& line, std::vector<std::string>& out) {
    out.emplace_back();
    return text_into(line, out.back());
  }
  bool read_name(Line& line) { return text_into(line, code().name); }
  bool read_qualified(Line& line) { return text_into(line, code().qualified_name); }
  bool read_file(Line& line) { return text_into(line, code().file_name); }
  bool read_doc(Line& line) {
    code().has_doc = true;
    return text_into(line, code().doc);
  }
  bool read_local(Line& line) { return append_text(line, code().local_names); }
  bool read_free(Line& line) { return append_text(line, code().free_names); }
  bool read_global(Line& line) { return append_text(line, code().names); }
  bool read_first_line(Line& line) { return line.number(code().first_line); }
  bool read_line(Line& line) { return line.number(source_line_); }
  bool read_parameters(Line& line) {
    return line.number(code().positional_count) && line.number(code().positional_only_count) &&
           line.number(code().keyword_only_count);
  }
  bool read_registers(Line& line) {
    return line.number(code().local_count) && line.number(code().register_count);
  }
  bool read_cells(Line& line) {
    while (!line.at_end()) {
      if (!line.number(code().cell_registers.emplace_back())) return false;
    }
    return true;
  }
  bool read_handler(Line& line) {
    Handler& h = code().handlers.emplace_back();
    return line.number(h.start) && line.number(h.end) && line.number(h.handler) &&
           line.number(h.depth) && line.number(h.target);
  }
  bool read_flags(Line& line) {
    while (!line.at_end()) {
      std::string_view word = line.word();
      uint32_t bits = 0;
      for (const FlagName& flag : kFlagNames) {
        if (flag.name == word) bits = flag.bit;
      }
      if (bits == 0 && !Line(word).number(bits)) return false;
      code().flags |= bits;
    }
    return true;
  }
  bool read_const(Line& line) {
    Literal literal;
    if (!read_literal(line, literal, 0)) return false;
    code().constants.push_back(std::move(literal));
    return true;
  }

  bool read_literal(Line& line, Literal& out, int nesting) {
    using Kind = Literal::Kind;
    static const std::unordered_map<std::string_view, Kind> kKinds = {
        {"none", Kind::None},   {"false", Kind::False},   {"true", Kind::True},
        {"int", Kind::Int},     {"bigint", Kind::BigInt}, {"ellipsis", Kind::Ellipsis},
        {"float", Kind::Float}, {"str", Kind::Str},       {"bytes", Kind::Bytes},
        {"tuple", Kind::Tuple}, {"code", Kind::Code},     {"frozenset", Kind::FrozenSet},
    };
    if (nesting > kMaxCodeDepth) return fail("constants nested too deep");
    auto it = kKinds.find(line.word());
    if (it == kKinds.end()) return false;
    out.kind = it->second;
    switch (out.kind) {
      case Kind::None:
      case Kind::False:
      case Kind::True:
      case Kind::Ellipsis:
        return true;
      case Kind::Int:
        return line.number(out.integer);
      case Kind::BigInt:
        return line.number(out.integer) && text_into(line, out.text);
      case Kind::Float:
        return read_float(line.word(), out.real);
      case Kind::Str:
      case Kind::Bytes:
        return text_into(line, out.text);
      case Kind::Tuple:
      case Kind::FrozenSet:
        return read_items(line, out, nesting);
      case Kind::Code:
        return read_code_number(line, out);
    }
    return false;
  }

  static bool read_float(std::string_view text, double& out) {
    auto word = parse_instruction(".word " + std::string(text), 0);  // 64 bits in base 16
    if (word) out = std::bit_cast<double>(word->word());
    return word.has_value();
  }

  bool read_items(Line& line, Literal& out, int nesting) {
    if (!line.take('(')) return false;
    if (line.take(')')) return true;
    do {
      if (!read_literal(line, out.items.emplace_back(), nesting + 1)) return false;
    } while (line.take(','));
    return line.take(')');
  }

  // Keeps the number in `integer` until the objects are joined. Numbers rise in the order of
  // mention, as the disassembler gives them, so each object has one place and none holds itself.
  bool read_code_number(Line& line, Literal& out) {
    if (!line.number(out.integer)) return false;
    if (out.integer != mentioned_ + 1)
      return fail("the next inner code is not " + std::to_string(mentioned_ + 1));
    auto number = static_cast<size_t>(++mentioned_);
    if (parents_.size() <= number) parents_.resize(number + 1);
    int depth = parents_[codes_.size() - 1].depth + 1;
    if (depth > kMaxCodeDepth) return fail("code nested too deep");
    parents_[number] = {true, depth};
    return true;
  }

  void instruction(Line line) {
    size_t number = 0;
    if (!open_) {
      fail("an instruction outside .code");
    } else if (!line.number(number)) {
      fail("neither a directive nor the number of an instruction");
    } else if (number != code().instructions.size()) {
      fail("the instruction's number is not " + std::to_string(code().instructions.size()));
    } else {
      std::string_view text = line.rest();
      text = text.substr(0, std::min(text.find(';'), text.size()));
      auto parsed = parse_instruction(text, number);
      if (!parsed) {
        fail("no such instruction, or wrong operands");
        return;
      }
      code().instructions.push_back(*parsed);
      code().lines.push_back(source_line_);
    }
  }

  void join_literal(Literal& literal) {
    for (Literal& item : literal.items) join_literal(item);
    if (literal.kind != Literal::Kind::Code) return;
    literal.code = codes_[static_cast<size_t>(literal.integer)];
    literal.integer = 0;
  }

  std::shared_ptr<const Code> join() {
    if (static_cast<size_t>(mentioned_) + 1 != codes_.size()) {
      fail("code " + std::to_string(codes_.size()) + " is missing");
      return nullptr;
    }
    for (size_t k = codes_.size(); k-- > 0;) {
      for (Literal& literal : codes_[k]->constants) join_literal(literal);
    }
    return codes_[0];
  }

  struct Parent {
    bool known = false;
    int depth = 0;
  };

  std::vector<std::shared_ptr<Code>> codes_;
  std::vector<Parent> parents_{{true, 0}};  // by code number
  int64_t mentioned_ = 0;
  size_t line_number_ = 0;
  uint32_t source_line_ = 0;
  bool open_ = false;
  std::string error_;
};

}  // namespace

AssembleResult assemble(std::string_view text) { return Assembler().run(text); }

}  // namespace gilsim
