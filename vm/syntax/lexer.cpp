// What: the lexer.
#include <algorithm>
#include <array>
#include <string>

#include "vm/syntax/token.h"

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
        SyntaxProblem& problem)
      : text_(source.text),
        source_(source),
        expression_(expression),
        tokens_(tokens),
        problem_(problem) {}

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

 private:
  struct Bracket {
    char open;
    Place place;
  };

  bool fail(const std::string& message, size_t begin, size_t end,
            SyntaxProblem::Kind kind = SyntaxProblem::Kind::kSyntaxError) {
    problem_.kind = kind;
    problem_.message = message;
    problem_.place = place(begin, end);
    return false;
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
      bool good = length && k + length <= text_.size();
      for (size_t n = 1; good && n < length; ++n)
        good = (static_cast<unsigned char>(text_[k + n]) & 0xc0) == 0x80;
      if (!good) {
        char code[8];
        snprintf(code, sizeof code, "\\x%02x", c);
        return fail_at(std::string("(unicode error) 'utf-8' codec can't decode byte 0x") +
                           (code + 2) + " in position " + std::to_string(k) +
                           ": invalid start byte",
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
    return fail(message, offset, offset + 1);
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

  // Measures the indentation of a logical line and emits Indent and Dedent.
  bool indentation(bool& blank) {
    size_t column = 0, alternative = 0;
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
        break;
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
    if (text_[at_] == '\\' && at_ + 1 < text_.size() &&
        (text_[at_ + 1] == '\n' || text_[at_ + 1] == '\r'))
      return true;
    auto tab_error = [&] {
      return fail("inconsistent use of tabs and spaces in indentation", at_, at_ + 1,
                  SyntaxProblem::Kind::kTabError);
    };
    if (column == indents_.back().first)
      return alternative == indents_.back().second || tab_error();
    if (column > indents_.back().first) {
      if (alternative <= indents_.back().second) return tab_error();
      if (indents_.size() >= kMaxIndents)
        return fail("too many levels of indentation", at_, at_ + 1,
                    SyntaxProblem::Kind::kIndentationError);
      indents_.push_back({column, alternative});
      emit(TokenKind::kIndent, line_begin_, at_);
      return true;
    }
    while (column < indents_.back().first) {
      indents_.pop_back();
      emit(TokenKind::kDedent, at_, at_);
    }
    if (column != indents_.back().first) {
      size_t end = at_;
      while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
      return fail("unindent does not match any outer indentation level", end, end + 1,
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
        emit(TokenKind::kNewline, at_, at_ + 1);
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
    size_t begin = at_++;
    if (at_ >= text_.size()) return fail("unexpected EOF while parsing", begin, begin + 1);
    if (!at_line_end())
      return fail("unexpected character after line continuation character", begin + 1, begin + 2);
    next_line();
    if (at_ >= text_.size()) return fail("unexpected EOF while parsing", at_, at_ + 1);
    return true;
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

  // Characters beyond ASCII that cannot stand in a name: punctuation, symbols and spaces of the
  // common blocks.
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
      bool bad = (code < 0xc0 && code != 0xaa && code != 0xb5 && code != 0xb7 && code != 0xba) ||
                 code == 0xd7 || code == 0xf7 || (code >= 0x2000 && code < 0x203f) ||
                 (code >= 0x2041 && code < 0x2070) || (code >= 0x20a0 && code < 0x20d0) ||
                 (code >= 0x2190 && code < 0x2c00) || (code >= 0x3000 && code < 0x3005) ||
                 (code >= 0x3008 && code < 0x3021) || (code >= 0xe000 && code < 0xf900) ||
                 (code >= 0xff00 && code < 0xff10) || (code >= 0x1f000 && code < 0x20000);
      if (bad) {
        char text[16];
        snprintf(text, sizeof text, "U+%04X", code);
        return fail(
            "invalid character '" + std::string(text_.substr(k, length)) + "' (" + text + ")", k,
            k + length);
      }
      k += length;
    }
    return true;
  }

  bool digits(size_t begin, bool (*accept)(char), const char* what) {
    bool any = false, underscore = true;  // after a prefix one underscore may stand
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '_') {
        if (underscore && any)
          return fail(std::string("invalid ") + what + " literal", begin, at_ + 1);
        underscore = true;
        any = true;
      } else if (accept(c)) {
        any = true;
        underscore = false;
      } else {
        break;
      }
      ++at_;
    }
    if (!any || underscore) return fail(std::string("invalid ") + what + " literal", begin, at_);
    return true;
  }
  bool decimal_run(size_t begin) {
    bool last_underscore = true;
    while (at_ < text_.size() &&
           (is_digit(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_')) {
      if (text_[at_] == '_') {
        if (last_underscore) return fail("invalid decimal literal", begin, at_ + 1);
        last_underscore = true;
      } else {
        last_underscore = false;
      }
      ++at_;
    }
    return !last_underscore || fail("invalid decimal literal", begin, at_);
  }

  bool number() {
    size_t begin = at_;
    if (text_[at_] == '0' && at_ + 1 < text_.size()) {
      char base = static_cast<char>(text_[at_ + 1] | 0x20);
      if (base == 'x' || base == 'o' || base == 'b') {
        at_ += 2;
        auto accept = base == 'x' ? is_hex_digit : base == 'o' ? is_octal_digit : is_binary_digit;
        const char* what = base == 'x' ? "hexadecimal" : base == 'o' ? "octal" : "binary";
        if (!digits(begin, accept, what)) return false;
        if (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) {
          return fail(std::string("invalid digit '") + text_[at_] + "' in " + what + " literal",
                      at_, at_ + 1);
        }
        return end_number(begin, what);
      }
    }
    bool real = false;
    if (text_[at_] != '.' && !decimal_run(begin)) return false;
    size_t whole_end = at_;
    if (at_ < text_.size() && text_[at_] == '.') {
      real = true;
      ++at_;
      if (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_])) &&
          !decimal_run(begin))
        return false;
    }
    if (at_ < text_.size() && (text_[at_] | 0x20) == 'e') {
      size_t exponent = at_ + 1;
      if (exponent < text_.size() && (text_[exponent] == '+' || text_[exponent] == '-')) ++exponent;
      if (exponent < text_.size() && is_digit(static_cast<unsigned char>(text_[exponent]))) {
        real = true;
        at_ = exponent;
        if (!decimal_run(begin)) return false;
      }
    }
    if (at_ < text_.size() && (text_[at_] | 0x20) == 'j')
      return fail("complex numbers are not supported by gilsim", begin, at_ + 1);
    if (!real && text_[begin] == '0' &&
        text_.substr(begin, whole_end - begin).find_first_not_of("0_") != std::string_view::npos) {
      return fail(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
          "integers",
          begin, at_);
    }
    return end_number(begin, "decimal");
  }

  bool end_number(size_t begin, const char* what) {
    if (at_ < text_.size() && is_name_start(static_cast<unsigned char>(text_[at_]))) {
      size_t end = at_;
      while (end < text_.size() && is_name_part(static_cast<unsigned char>(text_[end]))) ++end;
      std::string_view word = text_.substr(at_, end - at_);
      static constexpr std::string_view kMayFollow[] = {"and", "else", "for", "if",
                                                        "in",  "is",   "or",  "not"};
      if (std::find(std::begin(kMayFollow), std::end(kMayFollow), word) == std::end(kMayFollow)) {
        return fail(std::string("invalid ") + what + " literal", begin, at_);
      }
    }
    emit(TokenKind::kNumber, begin, at_);
    return true;
  }

  // begin: prefix; quote: first quote.
  bool string(size_t begin, size_t quote) {
    char q = text_[quote];
    bool triple = text_.substr(quote, 3) == std::string(3, q);
    Token token{TokenKind::kString, {}, place(begin, begin), begin};
    at_ = quote + (triple ? 3 : 1);
    uint32_t first_line = line_;
    for (;;) {
      if (at_ >= text_.size() || (!triple && (text_[at_] == '\n' || text_[at_] == '\r'))) {
        uint32_t last_line = line_;
        if (triple && at_ >= text_.size() && text_.back() == '\n') --last_line;
        problem_.kind = SyntaxProblem::Kind::kSyntaxError;
        problem_.message = std::string("unterminated ") + (triple ? "triple-quoted " : "") +
                           "string literal (detected at line " +
                           std::to_string(triple ? last_line : first_line) + ")";
        problem_.place = token.place;
        problem_.place.end_column = problem_.place.column + 1;
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
        "**=", "//=", ">>=", "<<=", "...", "->", ":=", "**", "//", ">>", "<<", "<=",
        ">=",  "==",  "!=",  "+=",  "-=",  "*=", "/=", "%=", "&=", "|=", "^=", "@=",
        "+",   "-",   "*",   "/",   "%",   "&",  "|",  "^",  "~",  "<",  ">",  "(",
        ")",   "[",   "]",   "{",   "}",   ",",  ":",  ".",  ";",  "@",  "="};
    for (std::string_view op : kOperators) {
      if (text_.substr(at_, op.size()) != op) continue;
      if (!track_brackets(op[0], op.size())) return false;
      size_t begin = at_;
      at_ += op.size();
      emit(TokenKind::kOperator, begin, at_);
      return true;
    }
    if (text_[at_] == '!') return fail("invalid syntax", at_, at_ + 1);
    if (text_[at_] == '$' || text_[at_] == '?' || text_[at_] == '`')
      return fail("invalid syntax", at_, at_ + 1);
    char code[16];
    snprintf(code, sizeof code, "U+%04X", static_cast<unsigned char>(text_[at_]));
    return fail(std::string("invalid non-printable character ") + code, at_, at_ + 1);
  }

  bool track_brackets(char c, size_t length) {
    if (length != 1) return true;
    if (c == '(' || c == '[' || c == '{') {
      if (brackets_.size() >= kMaxBrackets)
        return fail("too many nested parentheses", at_, at_ + 1);
      brackets_.push_back({c, place(at_, at_ + 1)});
    } else if (c == ')' || c == ']' || c == '}') {
      char wanted = c == ')' ? '(' : c == ']' ? '[' : '{';
      if (brackets_.empty()) return fail(std::string("unmatched '") + c + "'", at_, at_ + 1);
      if (brackets_.back().open != wanted) {
        const Bracket& open = brackets_.back();
        std::string message = std::string("closing parenthesis '") + c +
                              "' does not match opening parenthesis '" + open.open + "'";
        if (open.place.line != line_) message += " on line " + std::to_string(open.place.line);
        return fail(message, at_, at_ + 1);
      }
      brackets_.pop_back();
    }
    return true;
  }

  bool finish() {
    if (!brackets_.empty()) {
      problem_.kind = SyntaxProblem::Kind::kSyntaxError;
      problem_.message = std::string("'") + brackets_.back().open + "' was never closed";
      problem_.place = brackets_.back().place;
      unclosed_ = true;
    }
    if (!expression_ && !tokens_.empty() && tokens_.back().kind != TokenKind::kNewline &&
        tokens_.back().kind != TokenKind::kDedent) {
      emit(TokenKind::kNewline, at_, at_);
    }
    for (size_t k = indents_.size(); k > 1; --k) emit(TokenKind::kDedent, at_, at_);
    emit(TokenKind::kEnd, at_, at_);
    return !unclosed_;
  }

  std::string_view text_;
  const SourceFile& source_;
  bool expression_;
  std::vector<Token>& tokens_;
  SyntaxProblem& problem_;
  size_t at_ = 0;
  size_t line_begin_ = 0;
  uint32_t line_ = 1;
  bool unclosed_ = false;
  std::vector<Bracket> brackets_;
  std::vector<std::pair<size_t, size_t>> indents_{{0, 0}};
};

}  // namespace

bool tokenize(const SourceFile& source, bool expression, std::vector<Token>& tokens,
              SyntaxProblem& problem) {
  return Lexer(source, expression, tokens, problem).run();
}

}  // namespace gilsim
