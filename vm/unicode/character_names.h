// What: the text that the name of a character stands for.
// Idea: ICU knows names and corrections of names; the other aliases (of control characters, and
//   abbreviations) and the named sequences, which it does not, are in a table.
// Threads: any.
// Not here: the name of a character (vm/modules/unicodedata_module.cpp).
#pragma once

#include <string>
#include <string_view>

namespace gilsim {

// In UTF-8; empty: nothing has that name. As CPython: upper and lower case are the same, but in
// names that are made by a rule (CJK ideographs, Hangul). REQUIRES: libicu() misses nothing.
std::string named_text(std::string_view name, bool sequences);

}  // namespace gilsim
