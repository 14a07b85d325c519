// What: the lexer.
#include <algorithm>
#include <array>
#include <string>

#include "vm/syntax/format_scan.h"
#include "vm/syntax/token.h"
#include "vm/syntax/unicode_names.h"

namespace gilsim {

bool is_keyword(std::string_view word) {
  static constexpr std::array<std::string_view, 35> kWords = {
      "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
      "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
      "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
      "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

namespace {

bool is_name_start(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) {
  return is_digit(static_cast<unsigned char>(c)) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}
bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }
bool is_binary_digit(char c) { return c == '0' || c == '1'; }
bool is_name_part(unsigned char c) { return is_name_start(c) || is_digit(c); }

constexpr size_t kMaxBrackets = 200;
constexpr size_t kMaxIndents = 100;

class Lexer {
 public:
  Lexer(const SourceFile& source, bool expression, std::vector<Token>& tokens,
        LexicalProblem& lexical)
      : text_(source.text),
        source_(source),
        expression_(expression),
        tokens_(tokens),
        lexical_(lexical),
        problem_(lexical.problem) {}

  bool run() {
    if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
    if (!check_encoding()) return false;
    line_begin_ = at_;
    bool at_line_start = !expression_;
    while (at_ < text_.size()) {
      if (at_line_start && brackets_.empty()) {
        at_line_start = false;
        bool blank = false;
        if (!indentation(blank)) return false;
        if (blank) {
          at_line_start = true;
          continue;
        }
      }
      if (!step(at_line_start)) return false;
    }
    return finish();
  }

  // [begin, end) of the text, as if it stood in parentheses.
  bool run_field(size_t begin, size_t end) {
    text_ = text_.substr(0, end);
    at_ = begin;
    line_ = static_cast<uint32_t>(
        std::upper_bound(source_.line_starts.begin(), source_.line_starts.end(), begin) -
        source_.line_starts.begin());
    line_begin_ = source_.line_starts[line_ - 1];
    tokens_.push_back({TokenKind::kOperator, "(", place(at_, at_), at_});
    bool at_line_start = false;
    while (at_ < text_.size()) {
      if (!step(at_line_start)) return false;
    }
    if (!brackets_.empty()) return finish();
    tokens_.push_back({TokenKind::kOperator, ")", place(at_, at_), at_});
    return finish();
  }

 private:
  struct Bracket {
    char open;
    Place place;
  };

  // A point is marked where CPython marks it: at the last character its tokenizer has read.
  bool fail(const std::string& message, size_t begin, size_t end) {
    return fail_as(SyntaxProblem::Kind::kSyntaxError, true, message, begin, end);
  }
  bool fail_when_reached(const std::string& message, size_t begin,
                         SyntaxProblem::Kind kind = SyntaxProblem::Kind::kSyntaxError) {
    return fail_as(kind, false, message, begin, begin);
  }
  bool fail_as(SyntaxProblem::Kind kind, bool prevails, const std::string& message, size_t begin,
               size_t end) {
    problem_.kind = kind;
    problem_.message = message;
    problem_.place = place(begin, end);
    lexical_.prevails = prevails;
    note_unclosed();
    return false;
  }
  void note_unclosed() {
    if (brackets_.empty()) return;
    Place open = brackets_.back().place;
    open.end_column = open.column;
    lexical_.unclosed =
        SyntaxProblem{SyntaxProblem::Kind::kSyntaxError,
                      std::string("'") + brackets_.back().open + "' was never closed", open};
  }

  Place place(size_t begin, size_t end) const {
    return {line_, static_cast<uint32_t>(begin - line_begin_), line_,
            static_cast<uint32_t>(end - line_begin_)};
  }

  bool check_encoding() {
    for (size_t k = at_; k < text_.size();) {
      auto c = static_cast<unsigned char>(text_[k]);
      if (c == 0) return fail_at("source code cannot contain null bytes", k);
      if (c < 0x80) {
        ++k;
        continue;
      }
      size_t length = c >= 0xf0 && c < 0xf5   ? 4
                      : c >= 0xe0 && c < 0xf0 ? 3
                      : c >= 0xc2 && c < 0xe0 ? 2
                                              : 0;
      auto next = static_cast<unsigned char>(k + 1 < text_.size() ? text_[k + 1] : 0);
      bool good = length && k + length <= text_.size();
      if ((c == 0xe0 && next < 0xa0) || (c == 0xed && next > 0x9f) || (c == 0xf0 && next < 0x90) ||
          (c == 0xf4 && next > 0x8f))
        good = false;
      for (size_t n = 1; good && n < length; ++n)
        good = (static_cast<unsigned char>(text_[k + n]) & 0xc0) == 0x80;
      if (!good) {
        char code[8];
        snprintf(code, sizeof code, "\\x%02x", c);
        auto line = std::upper_bound(source_.line_starts.begin(), source_.line_starts.end(), k) -
                    source_.line_starts.begin();
        return fail_at(
            std::string("Non-UTF-8 code starting with '") + code + "' in file " + source_.name +
                " on line " + std::to_string(line) +
                ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
            k);
      }
      k += length;
    }
    return true;
  }
  bool fail_at(const std::string& message, size_t offset) {
    auto it = std::upper_bound(source_.line_starts.begin(), source_.line_starts.end(), offset);
    line_ = static_cast<uint32_t>(it - source_.line_starts.begin());
    line_begin_ = source_.line_starts[line_ - 1];
    return fail(message, offset, offset);
  }

  void emit(TokenKind kind, size_t begin, size_t end) {
    tokens_.push_back({kind, text_.substr(begin, end - begin), place(begin, end), begin});
  }

  void next_line() {
    if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 < text_.size() &&
        text_[at_ + 1] == '\n')
      ++at_;
    ++at_;
    ++line_;
    line_begin_ = at_;
  }
  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }

  // Tabs go to the next multiple of 8, and in `alternative` count 1: an indentation that depends on
  // it is inconsistent.
  void measure(size_t& column, size_t& alternative) {
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == ' ') {
        ++column;
        ++alternative;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        ++alternative;
      } else if (c == '\f') {
        column = alternative = 0;
      } else {
        return;
      }
    }
  }

  // Measures the indentation of a logical line and emits Indent and Dedent.
  bool indentation(bool& blank) {
    size_t column = 0, alternative = 0;
    measure(column, alternative);
    if (at_ < text_.size() &&
        text_[at_] == '\\') {  // a line continued in its indentation is indented as its first part
      if (!continuation()) return false;
      size_t first = column, first_alternative = alternative;
      column = alternative = 0;
      measure(column, alternative);
      if (first > 0) {
        column = first;
        alternative = first_alternative;
      }
    }
    if (at_ < text_.size() && text_[at_] == '#') {
      while (!at_line_end()) ++at_;
    }
    if (at_line_end()) {
      blank = true;
      if (at_ < text_.size()) next_line();
      return true;
    }
    auto tab_error = [&] {
      return fail_when_reached("inconsistent use of tabs and spaces in indentation", line_begin_,
                               SyntaxProblem::Kind::kTabError);
    };
    if (column == indents_.back().first)
      return alternative == indents_.back().second || tab_error();
    if (column > indents_.back().first) {
      if (indents_.size() >= kMaxIndents)
        return fail_when_reached("too many levels of indentation", line_begin_,
                                 SyntaxProblem::Kind::kIndentationError);
      if (alternative <= indents_.back().second) return tab_error();
      indents_.push_back({column, alternative});
      emit(TokenKind::kIndent, at_ > line_begin_ ? at_ - 1 : at_,
           at_ > line_begin_ ? at_ - 1 : at_);
      return true;
    }
    while (column < indents_.back().first) {
      indents_.pop_back();
      emit(TokenKind::kDedent, at_ > line_begin_ ? at_ - 1 : at_,
           at_ > line_begin_ ? at_ - 1 : at_);
    }
    if (column != indents_.back().first) {
      size_t end = at_;
      while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
      tokens_.pop_back();
      return fail_when_reached("unindent does not match any outer indentation level", end,
                               SyntaxProblem::Kind::kIndentationError);
    }
    return alternative == indents_.back().second || tab_error();
  }

  bool step(bool& at_line_start) {
    char c = text_[at_];
    if (c == ' ' || c == '\t' || c == '\f') {
      ++at_;
      return true;
    }
    if (c == '#') {
      while (!at_line_end()) ++at_;
      return true;
    }
    if (c == '\n' || c == '\r') {
      if (brackets_.empty() && !expression_) {
        emit(TokenKind::kNewline, at_, at_);
        at_line_start = true;
      }
      next_line();
      return true;
    }
    if (c == '\\') return continuation();
    auto u = static_cast<unsigned char>(c);
    if (is_name_start(u)) return name_or_string();
    if (is_digit(u) || (c == '.' && at_ + 1 < text_.size() &&
                        is_digit(static_cast<unsigned char>(text_[at_ + 1]))))
      return number();
    if (c == '"' || c == '\'') return string(at_, at_);
    return punctuation();
  }

  bool continuation() {
    ++at_;
    if (at_ < text_.size() && !at_line_end())
      return fail_when_reached("unexpected character after line continuation character", at_);
    size_t line_end = at_;
    if (at_ < text_.size()) next_line();
    if (at_ < text_.size()) return true;
    if (line_begin_ > line_end) line_begin_ = source_.line_starts[--line_ - 1];
    return fail_when_reached("unexpected EOF while parsing", line_end);
  }

  bool name_or_string() {
    size_t begin = at_, quote = at_;
    while (quote < text_.size() && quote - begin < 3 &&
           std::string_view("rRbBfFuU").find(text_[quote]) != std::string_view::npos)
      ++quote;
    if (quote > begin && quote - begin <= 2 && quote < text_.size() &&
        (text_[quote] == '"' || text_[quote] == '\'')) {
      std::string prefix(text_.substr(begin, quote - begin));
      for (char& c : prefix) c = static_cast<char>(c | 0x20);
      if (prefix == "r" || prefix == "b" || prefix == "f" || prefix == "u" || prefix == "br" ||
          prefix == "rb" || prefix == "fr" || prefix == "rf") {
        return string(begin, quote);
      }
    }
    while (at_ < text_.size() && is_name_part(static_cast<unsigned char>(text_[at_]))) ++at_;
    if (!check_identifier(begin)) return false;
    emit(TokenKind::kName, begin, at_);
    return true;
  }

  bool check_identifier(size_t begin) {
    for (size_t k = begin; k < at_;) {
      auto c = static_cast<unsigned char>(text_[k]);
      if (c < 0x80) {
        ++k;
        continue;
      }
      size_t length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
      uint32_t code = c & (0x7f >> length);
      for (size_t n = 1; n < length; ++n)
        code = code << 6 | (static_cast<unsigned char>(text_[k + n]) & 0x3f);
      if (k == begin ? !is_name_start_code(code) : !is_name_part_code(code)) {
        char text[16];
        snprintf(text, sizeof text, "U+%04X", code);
        if (!is_printable_code(code))
          return fail(std::string("invalid non-printable character ") + text, k, k);
        return fail(
            "invalid character '" + std::string(text_.substr(k, length)) + "' (" + text + ")", k,
            k);
      }
      k += length;
    }
    return true;
  }

  char next(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  static bool is_digit_char(char c) { return is_digit(static_cast<unsigned char>(c)); }

  // Digits with single underscores between them, one of which may follow a base prefix.
  bool digits(bool (*accepts)(char), const char* what) {
    do {
      if (next() == '_') ++at_;
      if (!accepts(next())) {
        if (is_digit_char(next())) break;
        return fail(std::string("invalid ") + what + " literal", at_ - 1, at_ - 1);
      }
      while (accepts(next())) ++at_;
    } while (next() == '_');
    if (is_digit_char(next()))
      return fail(std::string("invalid digit '") + next() + "' in " + what + " literal", at_, at_);
    return end_of_number(what);
  }

  bool decimal_run() {
    while (is_digit_char(next())) {
      while (is_digit_char(next())) ++at_;
      if (next() != '_') return true;
      ++at_;
      if (!is_digit_char(next())) return fail("invalid decimal literal", at_ - 1, at_ - 1);
    }
    return true;
  }

  bool fraction_and_exponent() {
    if (next() == '.') {
      ++at_;
      if (!decimal_run()) return false;
    }
    if ((next() | 0x20) != 'e') return true;
    size_t sign = next(1) == '+' || next(1) == '-' ? 1 : 0;
    if (!is_digit_char(next(1 + sign)))
      return sign == 0 || fail("invalid decimal literal", at_ + 1, at_ + 1);
    at_ += 1 + sign;
    return decimal_run();
  }

  bool decimal(size_t begin) {
    if (!decimal_run()) return false;
    size_t whole_end = at_;
    if (!fraction_and_exponent()) return false;
    if ((next() | 0x20) == 'j') {
      problem_.place = place(begin, at_ + 1);
      return fail_as(SyntaxProblem::Kind::kSyntaxError, false,
                     "complex numbers are not supported by gilsim", begin, at_ + 1);
    }
    std::string_view whole = text_.substr(begin, whole_end - begin);
    if (at_ == whole_end && whole.size() > 1 && whole[0] == '0' &&
        whole.find_first_not_of("0_") != std::string_view::npos) {
      return fail(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
          "integers",
          begin, begin + whole.find_first_not_of("0_"));
    }
    return end_of_number("decimal");
  }

  bool number() {
    size_t begin = at_;
    auto base = static_cast<char>(next(1) | 0x20);
    bool good;
    if (next() == '0' && (base == 'x' || base == 'o' || base == 'b')) {
      at_ += 2;
      auto accepts = base == 'x' ? is_hex_digit : base == 'o' ? is_octal_digit : is_binary_digit;
      const char* what = base == 'x' ? "hexadecimal" : base == 'o' ? "octal" : "binary";
      good = digits(accepts, what);
    } else {
      good = decimal(begin);
    }
    if (good) emit(TokenKind::kNumber, begin, at_);
    return good;
  }

  // A number may touch a keyword, as in 1if x else y, but no other name.
  bool end_of_number(const char* what) {
    if (!is_name_start(static_cast<unsigned char>(next()))) return true;
    static constexpr std::string_view kMayFollow[] = {"and", "else", "for", "if",
                                                      "in",  "is",   "or",  "not"};
    for (std::string_view word : kMayFollow) {
      if (text_.substr(at_).starts_with(word)) return true;
    }
    return fail(std::string("invalid ") + what + " literal", at_ - 1, at_ - 1);
  }

  // begin: prefix; quote: first quote.
  bool string(size_t begin, size_t quote) {
    char q = text_[quote];
    bool triple = text_.substr(quote, 3) == std::string(3, q);
    Token token{TokenKind::kString, {}, place(begin, begin), begin};
    at_ = quote + (triple ? 3 : 1);
    // An f-string whose fields hold its own quote, as Python 3.12 has it, ends where its fields
    // allow it.
    size_t end = std::string_view::npos;
    if (text_.substr(begin, quote - begin).find_first_of("fF") != std::string_view::npos)
      end = format_string_end(text_, begin, quote);
    uint32_t first_line = line_;
    size_t first_line_begin = line_begin_;
    while (at_ != end) {
      if (end != std::string_view::npos) {
        if (text_[at_] == '\n' || text_[at_] == '\r')
          next_line();
        else
          ++at_;
        continue;
      }
      if (at_ >= text_.size() || (!triple && (text_[at_] == '\n' || text_[at_] == '\r'))) {
        uint32_t last_line = line_;
        if (triple && text_.back() == '\n') --last_line;
        if (!triple && at_ >= text_.size() && line_begin_ == text_.size() && last_line > first_line)
          --last_line;
        line_ = first_line;
        line_begin_ = first_line_begin;
        fail(std::string("unterminated ") + (triple ? "triple-quoted " : "") +
                 "string literal (detected at line " + std::to_string(last_line) + ")",
             begin, begin);
        return false;
      }
      char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        if (text_[at_] == '\n' || text_[at_] == '\r')
          next_line();
        else
          ++at_;
      } else if (c == q && (!triple || text_.substr(at_, 3) == std::string(3, q))) {
        at_ += triple ? 3 : 1;
        break;
      } else if (c == '\n' || c == '\r') {
        next_line();
      } else {
        ++at_;
      }
    }
    token.text = text_.substr(begin, at_ - begin);
    token.place.end_line = line_;
    token.place.end_column = static_cast<uint32_t>(at_ - line_begin_);
    tokens_.push_back(token);
    return true;
  }

  bool punctuation() {
    static constexpr std::string_view kOperators[] = {
        "**=", "//=", ">>=", "<<=", "...", "<>", "->", ":=", "**", "//", ">>", "<<",
        "<=",  ">=",  "==",  "!=",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "@=",  "+",   "-",   "*",   "/",   "%",  "&",  "|",  "^",  "~",  "<",  ">",
        "(",   ")",   "[",   "]",   "{",   "}",  ",",  ":",  ".",  ";",  "@",  "="};
    for (std::string_view op : kOperators) {
      if (text_.substr(at_, op.size()) != op) continue;
      if (!track_brackets(op[0], op.size())) return false;
      size_t begin = at_;
      at_ += op.size();
      emit(TokenKind::kOperator, begin, at_);
      return true;
    }
    if (std::string_view("!$?`").find(text_[at_]) !=
        std::string_view::npos) {  // the parser refuses it
      emit(TokenKind::kOperator, at_, at_ + 1);
      ++at_;
      return true;
    }
    char code[16];
    snprintf(code, sizeof code, "U+%04X", static_cast<unsigned char>(text_[at_]));
    return fail(std::string("invalid non-printable character ") + code, at_, at_);
  }

  bool track_brackets(char c, size_t length) {
    if (length != 1) return true;
    if (c == '(' || c == '[' || c == '{') {
      if (brackets_.size() >= kMaxBrackets) return fail("too many nested parentheses", at_, at_);
      brackets_.push_back({c, place(at_, at_ + 1)});
    } else if (c == ')' || c == ']' || c == '}') {
      char wanted = c == ')' ? '(' : c == ']' ? '[' : '{';
      if (brackets_.empty()) return fail(std::string("unmatched '") + c + "'", at_, at_);
      if (brackets_.back().open != wanted) {
        const Bracket& open = brackets_.back();
        std::string message = std::string("closing parenthesis '") + c +
                              "' does not match opening parenthesis '" + open.open + "'";
        if (open.place.line != line_) message += " on line " + std::to_string(open.place.line);
        return fail(message, at_, at_);
      }
      brackets_.pop_back();
    }
    return true;
  }

  // The tokens behind the last line stand behind its newline, where no caret can point.
  bool finish() {
    if (!brackets_.empty()) {
      note_unclosed();
      lexical_.problem = *lexical_.unclosed;
      return false;
    }
    if (!expression_ && !tokens_.empty() && tokens_.back().kind != TokenKind::kNewline &&
        tokens_.back().kind != TokenKind::kDedent) {
      emit(TokenKind::kNewline, at_, at_);
    }
    if (!expression_ && at_ == line_begin_ && line_ > 1) {
      line_begin_ = source_.line_starts[--line_ - 1];
      while (at_ > line_begin_ && (text_[at_ - 1] == '\n' || text_[at_ - 1] == '\r')) --at_;
    }
    Place behind = place(at_ + 1, at_ + 1);
    for (size_t k = indents_.size(); k > 1; --k)
      tokens_.push_back({TokenKind::kDedent, {}, behind, at_});
    tokens_.push_back({TokenKind::kEnd, {}, behind, at_});
    return true;
  }

  std::string_view text_;
  const SourceFile& source_;
  bool expression_;
  std::vector<Token>& tokens_;
  LexicalProblem& lexical_;
  SyntaxProblem& problem_;
  size_t at_ = 0;
  size_t line_begin_ = 0;
  uint32_t line_ = 1;
  std::vector<Bracket> brackets_;
  std::vector<std::pair<size_t, size_t>> indents_{{0, 0}};
};

}  // namespace

bool tokenize(const SourceFile& source, std::vector<Token>& tokens, LexicalProblem& lexical) {
  return Lexer(source, false, tokens, lexical).run();
}

bool tokenize_field(const SourceFile& source, size_t begin, size_t end, std::vector<Token>& tokens,
                    LexicalProblem& lexical) {
  return Lexer(source, true, tokens, lexical).run_field(begin, end);
}

}  // namespace gilsim
