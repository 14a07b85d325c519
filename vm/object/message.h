// What: putting the texts of error messages together.
// Threads: pure functions.
// Not here: raising them (ops.h: Errors).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace gilsim {

inline std::string message(std::initializer_list<std::string_view> parts) {
  size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size);
  for (std::string_view part : parts) text += part;
  return text;
}
inline std::string_view plural(int64_t n) { return n == 1 ? "" : "s"; }

}  // namespace gilsim
