// What: repr() and ascii() of str and bytes.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace gilsim {

// Single quotes, unless there are single quotes and no double ones inside; what cannot be printed
// is escaped.
void append_str_repr(std::string& out, std::string_view text);
void append_str_ascii(std::string& out, std::string_view text);  // escapes all but ASCII
// With the b. escapes_single: single quotes get a backslash even between double ones.
void append_bytes_repr(std::string& out, std::string_view bytes, bool escapes_single = false);
// ascii() of what repr() gave: escapes all but ASCII, adds no quotes.
void append_ascii_escaped(std::string& out, std::string_view text);
// Backslash and x, u or U with two, four or eight hexadecimal digits.
void append_escape(std::string& out, char32_t c);

}  // namespace gilsim
