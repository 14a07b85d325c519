// What: where strings and the replacement fields of f-strings end, found without parsing them.
// Idea: an f-string's field is scanned with its brackets and nested strings, so that a field may
// hold the string's own quote
//   (PEP 701); what does not scan this way is an ordinary string, whose fields are then wrong in
//   CPython 3.11's terms.
// Threads: any.
#pragma once

#include <cstddef>
#include <string_view>

namespace gilsim {

// All functions give the offset behind what they scan, or npos if it does not end.

// text[quote] is the opening quote.
size_t quoted_end(std::string_view text, size_t quote);
// An f-string whose prefix is at `begin` and whose opening quote is at `quote`.
size_t format_string_end(std::string_view text, size_t begin, size_t quote);
// The string literal whose opening quote is at `quote`, an f-string if a prefix that says so stands
// before it (not before `begin`).
size_t nested_string_end(std::string_view text, size_t begin, size_t quote);

}  // namespace gilsim
