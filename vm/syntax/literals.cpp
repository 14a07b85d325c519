// What: decoding of literals.
#include "vm/syntax/literals.h"

#include <charconv>
#include <cstdlib>

#include "vm/unicode/character_names.h"
#include "vm/unicode/libicu.h"

namespace gilsim {

void append_code_point(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  }
}

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Reads up to `count` hexadecimal digits at body[at]; gives how many there were.
size_t read_hex(std::string_view body, size_t at, size_t count, uint32_t& value) {
  value = 0;
  size_t n = 0;
  while (n < count && at + n < body.size() && hex_digit(body[at + n]) >= 0)
    value = value * 16 + static_cast<uint32_t>(hex_digit(body[at + n++]));
  return n;
}

char simple_escape(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '\\':
      return '\\';
    case '\'':
      return '\'';
    case '"':
      return '"';
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'v':
      return '\v';
    default:
      return 0;
  }
}

// Where body[at] is in what CPython decodes, in which a line end is one byte and a character beyond
// ASCII is an escape, and so is a backslash in front of one.
size_t decoded_position(std::string_view body, size_t at) {
  constexpr size_t kWide = std::string_view("\\U00000000").size();
  constexpr size_t kBackslash = std::string_view("\\u005c").size();
  auto wide = [&](size_t k) {
    return k < body.size() && static_cast<unsigned char>(body[k]) >= 0x80;
  };
  size_t position = 0;
  for (size_t k = 0; k < at;) {
    if (body[k] == '\\' && wide(k + 1)) {
      position += kBackslash;
      ++k;
    } else if (wide(k)) {
      position += kWide;
      do ++k;
      while (wide(k) && (body[k] & 0xc0) == 0x80);
    } else if (body[k] == '\\') {
      size_t size = body.substr(k + 1, 2) == "\r\n" ? 3 : 2;
      position += 2;
      k += size;
    } else {
      k += body.substr(k, 2) == "\r\n" ? 2 : 1;
      ++position;
    }
  }
  return position;
}

// What is wrong with the escape [begin, end).
std::string escape_problem(std::string_view body, size_t begin, size_t end, std::string_view what) {
  return "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
         std::to_string(decoded_position(body, begin)) + "-" +
         std::to_string(decoded_position(body, end) - 1) + ": " + std::string(what);
}

bool decode_hex_escape(std::string_view body, size_t& at, bool bytes, std::string& out,
                       std::string& message) {
  char kind = body[at];
  size_t width = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
  uint32_t code;
  size_t n = read_hex(body, at + 1, width, code);
  size_t begin = at - 1;
  size_t end = at + 1 + n;
  if (n < width) {
    if (bytes)
      message = "(value error) invalid \\x escape at position " +
                std::to_string(decoded_position(body, begin));
    else
      message =
          escape_problem(body, begin, end,
                         std::string("truncated \\") + kind + std::string(width, 'X') + " escape");
    return false;
  }
  if (code > 0x10ffff) {
    message = escape_problem(body, begin, end, "illegal Unicode character");
    return false;
  }
  if (bytes)
    out += static_cast<char>(code);
  else
    append_code_point(out, code);
  at += 1 + width;
  return true;
}

// \N{name}; at is at the N.
bool decode_named_escape(std::string_view body, size_t& at, std::string& out,
                         std::string& message) {
  bool opened = at + 1 < body.size() && body[at + 1] == '{';
  size_t close = opened ? body.find('}', at) : at + 1;
  if (close == std::string_view::npos) close = body.size();
  if (!opened || close == body.size() || close == at + 2) {
    message = escape_problem(body, at - 1, close, "malformed \\N character escape");
    return false;
  }
  if (const char* missing = libicu().missing) {
    message = std::string("named Unicode escapes need ") + missing + ", which is not there";
    return false;
  }
  std::string text = named_text(body.substr(at + 2, close - at - 2), false);
  if (text.empty()) {
    message = escape_problem(body, at - 1, close + 1, "unknown Unicode character name");
    return false;
  }
  out += text;
  at = close + 1;
  return true;
}

}  // namespace

bool decode_string(std::string_view body, bool raw, bool bytes, std::string& out,
                   std::string& message) {
  for (size_t at = 0; at < body.size();) {
    char c = body[at];
    if (bytes && static_cast<unsigned char>(c) >= 0x80) {
      message = "bytes can only contain ASCII literal characters";
      return false;
    }
    if (c == '\r') {  // line ends are always \n
      out += '\n';
      at += at + 1 < body.size() && body[at + 1] == '\n' ? 2 : 1;
      continue;
    }
    if (c != '\\' || raw || at + 1 >= body.size()) {
      out += c;
      ++at;
      continue;
    }
    char e = body[++at];
    if (char simple = simple_escape(e)) {
      out += simple;
      ++at;
    } else if (e == '\n') {
      ++at;
    } else if (e == '\r') {
      at += at + 1 < body.size() && body[at + 1] == '\n' ? 2 : 1;
    } else if (e >= '0' && e <= '7') {
      uint32_t code = 0;
      for (int n = 0; n < 3 && at < body.size() && body[at] >= '0' && body[at] <= '7'; ++n)
        code = code * 8 + static_cast<uint32_t>(body[at++] - '0');
      if (bytes)
        out += static_cast<char>(code);
      else
        append_code_point(out, code);
    } else if (e == 'x' || (!bytes && (e == 'u' || e == 'U'))) {
      if (!decode_hex_escape(body, at, bytes, out, message)) return false;
    } else if (!bytes && e == 'N') {
      if (!decode_named_escape(body, at, out, message)) return false;
    } else {
      out += '\\';
      out += e;
      ++at;
    }
  }
  return true;
}

void decode_number(std::string_view token, Node* node) {
  std::string digits;
  for (char c : token) {
    if (c != '_') digits += c;
  }
  bool prefixed = digits.size() > 1 && digits[0] == '0' && (digits[1] | 0x20) >= 'a' &&
                  (digits[1] | 0x20) != 'e';
  int base = !prefixed ? 10 : (digits[1] | 0x20) == 'x' ? 16 : (digits[1] | 0x20) == 'o' ? 8 : 2;
  if (!prefixed && digits.find_first_of(".eE") != std::string::npos) {
    node->kind = NodeKind::kFloat;
    node->real = std::strtod(digits.c_str(), nullptr);
    return;
  }
  if (prefixed) digits.erase(0, 2);
  node->kind = NodeKind::kInt;
  auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), node->number, base);
  if (error == std::errc()) return;
  node->number = -1;  // too big: the compiler converts the text
  node->text = digits;
  node->text2 = std::to_string(base);
}

}  // namespace gilsim
