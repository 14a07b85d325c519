// What: library modules in the language, embedded into the binary by cmake/embed_sources.cmake.
#pragma once

#include <string_view>

namespace gilsim {

// The text of vm/modules/lib/NAME.py, or null.
const char* embedded_source(std::string_view name);

}  // namespace gilsim
