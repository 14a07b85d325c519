// What: see numeric_text.h.
// Threads: pure functions.
#include "vm/object/text/numeric_text.h"

#include "vm/object/text/str_repr.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

std::string_view numeric_text(std::string_view text, bool is_bytes, std::string& buffer) {
  if (!is_bytes && !is_ascii_text(text)) {
    for (size_t at = 0; at < text.size();) {
      char32_t c = next_code_point(text, at);
      int digit = decimal_value(c);
      if (c < 0x80) {
        buffer.push_back(static_cast<char>(c));
      } else if (is_space(c)) {
        buffer.push_back(' ');
      } else {
        buffer.push_back(digit < 0 ? '?' : static_cast<char>('0' + digit));
      }
    }
    text = buffer;
  }
  while (!text.empty() && is_byte_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_byte_space(text.back())) text.remove_suffix(1);
  return text;
}

void append_quoted_number(std::string& out, std::string_view text, bool is_bytes) {
  std::string quoted;
  if (is_bytes) {
    append_bytes_repr(quoted, text);
  } else {
    append_str_repr(quoted, text);
  }
  out.append(quoted, 0, utf8_offset(quoted, 200));
}

}  // namespace gilsim
