// What: what int() and float() have in common before they look at digits: white space, digits of
//   other scripts, the error's quotation.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace gilsim {

// The text without surrounding white space, decimal digits of any script as ASCII; other characters
// as '?'. The result is a view of `text`, or of `buffer` when something had to be replaced.
std::string_view numeric_text(std::string_view text, bool is_bytes, std::string& buffer);
// Appends the repr of the text, cut after 200 characters as CPython's messages are.
void append_quoted_number(std::string& out, std::string_view text, bool is_bytes);

}  // namespace gilsim
