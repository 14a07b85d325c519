// What: how deep native operations are nested in each other on the C++ stack.
// Threads: owner of the VmThread only. Not here: the depth of Python frames (vm/interp).
#pragma once

#include <cstdint>

#include "vm/object/thread.h"

namespace gilsim {

// Not by way of the frame's address: asking for that costs the function a register.
[[gnu::always_inline]] inline const char* stack_pointer() {
#if defined(__x86_64__)
  const char* pointer;
  __asm__("movq %%rsp, %0" : "=r"(pointer));
  return pointer;
#else
  return static_cast<const char*>(__builtin_frame_address(0));
#endif
}

// For what recurses without a step of the program in between, such as an iterator over an
// iterator.
[[gnu::always_inline]] inline bool low_on_stack(const VmThread& t) {
  return stack_pointer() < t.stack_floor;
}

// Depth of native operations on nested data, at most what CPython allows by default. A level takes
// about 640 bytes of C++ stack (measured on repr of lists at -O2, November 2026).
class Nesting {
 public:
  static constexpr uint32_t kLimit = 990;
  explicit Nesting(VmThread& t) : t_(t) { ++t_.nesting; }
  ~Nesting() { --t_.nesting; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep() const { return t_.nesting > kLimit || low_on_stack(t_); }

 private:
  VmThread& t_;
};

}  // namespace gilsim
