// What: where lines of text end, by the argument newline of open().
// Threads: any; pure.
// Not here: reading and the translation of ends (io_module.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gilsim {

// None, "", "\n", "\r", "\r\n".
enum class Newline : uint8_t { kUniversal, kKept, kLf, kCr, kCrLf };

// One past the end of the line that goes on at `from`; npos: `in` does not tell, since more may
// come unless all_read.
inline size_t end_of_line(std::string_view in, size_t from, Newline newline, bool all_read) {
  constexpr size_t kNone = std::string_view::npos;
  if (newline >= Newline::kLf) {
    bool one = newline != Newline::kCrLf;
    std::string_view mark = !one ? "\r\n" : newline == Newline::kLf ? "\n" : "\r";
    size_t at = in.find(mark, from);
    return at == kNone ? kNone : at + mark.size();
  }
  size_t lf = in.find('\n', from);
  size_t cr = in.substr(0, lf).find('\r', from);
  if (cr == kNone) return lf == kNone ? kNone : lf + 1;
  if (cr + 1 < in.size()) return in[cr + 1] == '\n' ? cr + 2 : cr + 1;
  return all_read ? cr + 1 : kNone;
}

}  // namespace gilsim
