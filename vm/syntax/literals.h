// What: the values that string and number tokens stand for.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "vm/syntax/ast.h"

namespace gilsim {

// Decodes the escapes of a string body. raw: none are decoded. False: *message says what is wrong.
bool decode_string(std::string_view body, bool raw, bool bytes, std::string& out,
                   std::string& message);
// Fills an int or float node's number, text or real from the token's text.
void decode_number(std::string_view token, Node* node);
void append_code_point(std::string& out, uint32_t code);

}  // namespace gilsim
