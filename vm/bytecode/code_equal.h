// What: whether two code objects are the same program, field by field.
// Threads: reads immutable data; any thread.
#pragma once

#include "vm/bytecode/code.h"

namespace gilsim {

// Floats are compared by their bits, so nan equals itself and 0.0 differs from -0.0.
bool literal_equal(const Literal& a, const Literal& b);
// All fields, constants and nested code included.
bool code_equal(const Code& a, const Code& b);

}  // namespace gilsim
