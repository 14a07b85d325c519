// What: see str_repr.h.
// Threads: pure functions.
#include "vm/object/text/str_repr.h"

#include "vm/object/text/unicode_classes.h"

namespace gilsim {

static void append_hex(std::string& out, char32_t c, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out.push_back("0123456789abcdef"[c >> shift & 15]);
  }
}

void append_escape(std::string& out, char32_t c) {
  out += c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U";
  append_hex(out, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

static char quote_for(std::string_view text) {
  bool has_single = text.find('\'') != std::string_view::npos;
  return has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// An ASCII character inside quotes.
static void append_quoted_char(std::string& out, char c, char quote) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
  }
  if (c == '\\' || c == quote) out.push_back('\\');
  if (c >= 0x20 && c < 0x7f) {
    out.push_back(c);
  } else {
    append_escape(out, static_cast<unsigned char>(c));
  }
}

static bool is_plain(char c, char quote) {
  return c >= 0x20 && c < 0x7f && c != '\\' && c != quote;
}

static void append_quoted_str(std::string& out, std::string_view text, bool ascii_only) {
  char quote = quote_for(text);
  out.reserve(out.size() + text.size() + 2);
  out.push_back(quote);
  for (size_t at = 0; at < text.size();) {
    size_t run = at;
    while (run < text.size() && is_plain(text[run], quote)) ++run;
    out.append(text.substr(at, run - at));
    if (run == text.size()) break;
    at = run;
    char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      append_quoted_char(out, static_cast<char>(c), quote);
    } else if (ascii_only || !is_printable(c)) {
      append_escape(out, c);
    } else {
      append_utf8(out, c);
    }
  }
  out.push_back(quote);
}

void append_str_repr(std::string& out, std::string_view text) {
  append_quoted_str(out, text, false);
}
void append_str_ascii(std::string& out, std::string_view text) {
  append_quoted_str(out, text, true);
}

void append_bytes_repr(std::string& out, std::string_view bytes, bool escapes_single) {
  char quote = quote_for(bytes);
  out.reserve(out.size() + bytes.size() + 3);
  out.push_back('b');
  out.push_back(quote);
  for (char c : bytes) append_quoted_char(out, c, escapes_single && c == '\'' ? c : quote);
  out.push_back(quote);
}

void append_ascii_escaped(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else {
      append_escape(out, c);
    }
  }
}

}  // namespace gilsim
