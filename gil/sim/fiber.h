// What: fibers: stacks with guard pages and switches between them. The only file that switches,
// annotated for AddressSanitizer. Idea: Boost.Context's fcontext: a switch saves the callee-saved
// registers and exchanges stack pointers. Invariants: I1 a fiber's stack is unmapped or used again
// only after another fiber runs. Threads: all on one real thread.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "gil/platform/platform.h"

namespace gilsim {

class Fiber {
 public:
  static constexpr size_t kStackBytes = 1024 * 1024 * kStackScale;

  Fiber() = default;  // the host's own stack
  ~Fiber();
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;
  // Prepares a fiber that runs entry(argument) on its first switch; entry must never return. False:
  // out of memory.
  bool create(void (*entry)(void*), void* argument);
  bool created() const { return stack_ != nullptr; }
  // Gives the stack back to the pool. REQUIRES: not running.
  void destroy();
  // Saves the running fiber in `from` and runs `to`. last: `from` never runs again.
  static void switch_to(Fiber& from, Fiber& to, bool last = false);

 private:
  static void trampoline(void* transfer_from, Fiber* self);
  friend struct FiberEntry;
  void* context_ = nullptr;
  char* stack_ = nullptr;  // lowest usable byte
  void (*entry_)(void*) = nullptr;
  void* argument_ = nullptr;
  void* fake_stack_ = nullptr;  // AddressSanitizer's
  const void* host_bottom_ = nullptr;
  size_t host_size_ = 0;
};

}  // namespace gilsim
