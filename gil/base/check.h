// What: assertions that stay on, each stating one fact.
// Threads: any.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace gilsim {

[[noreturn]] inline void check_failed(const char* fact, const char* file, int line) {
  std::fprintf(stderr, "gilsim: internal error: %s does not hold (%s:%d)\n", fact, file, line);
  std::abort();
}

}  // namespace gilsim

#define GILSIM_CHECK(fact)                               \
  do {                                                   \
    if (!(fact)) [[unlikely]]                            \
      ::gilsim::check_failed(#fact, __FILE__, __LINE__); \
  } while (0)
