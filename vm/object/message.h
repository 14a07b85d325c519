// What: putting the texts of error messages together.
// Threads: pure functions.
// Not here: raising them (ops.h: Errors).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "vm/object/thread.h"

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

// A source file's name as CPython shows it: absolute, for files.
inline std::string shown_path(const Isolate& isolate, std::string_view file) {
  if (file.empty() || file[0] == '/' || file[0] == '<' || isolate.working_directory.empty())
    return std::string(file);
  if (file.starts_with("./")) file.remove_prefix(2);
  return message({isolate.working_directory, "/", file});
}

}  // namespace gilsim
