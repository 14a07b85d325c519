// What: fibers over Boost.Context's fcontext.
#include "gil/sim/fiber.h"

#include <sys/mman.h>

#include <boost/context/detail/fcontext.hpp>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#include <sanitizer/lsan_interface.h>
#endif

namespace gilsim {

namespace bc = boost::context::detail;

namespace {

constexpr size_t kGuardBytes = 4096;
constexpr size_t kPooled = 256;
std::vector<char*>& pool() {
  static std::vector<char*> stacks;
  return stacks;
}

char* new_stack() {
  if (!pool().empty()) {
    char* stack = pool().back();
    pool().pop_back();
    return stack;
  }
  void* block = mmap(nullptr, Fiber::kStackBytes + kGuardBytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (block == MAP_FAILED) return nullptr;
  mprotect(block, kGuardBytes, PROT_NONE);
  char* stack = static_cast<char*>(block) + kGuardBytes;
#if defined(__SANITIZE_ADDRESS__)
  // What an abandoned fiber's stack refers to is kept on purpose and is no leak.
  __lsan_register_root_region(stack, Fiber::kStackBytes);
#endif
  return stack;
}

Fiber* g_previous = nullptr;  // who switched away last
Fiber* g_running = nullptr;

}  // namespace

struct FiberEntry {
  // First frame of every fiber.
  static void run(bc::transfer_t transfer) {
    Fiber* self = g_running;
    g_previous->context_ = transfer.fctx;
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(nullptr, &g_previous->host_bottom_, &g_previous->host_size_);
#endif
    self->entry_(self->argument_);
    __builtin_unreachable();
  }
};

Fiber::~Fiber() { destroy(); }

bool Fiber::create(void (*entry)(void*), void* argument) {
  stack_ = new_stack();
  if (!stack_) return false;
#if defined(__SANITIZE_ADDRESS__)
  // The frames of the fiber that had this stack before never returned, so their red zones are still
  // marked.
  ASAN_UNPOISON_MEMORY_REGION(stack_, kStackBytes);
#endif
  entry_ = entry;
  argument_ = argument;
  context_ = bc::make_fcontext(stack_ + kStackBytes, kStackBytes, &FiberEntry::run);
  return true;
}

void Fiber::destroy() {
  if (!stack_) return;
  if (pool().size() < kPooled) {
    pool().push_back(stack_);
  } else {
#if defined(__SANITIZE_ADDRESS__)
    __lsan_unregister_root_region(stack_, kStackBytes);
#endif
    munmap(stack_ - kGuardBytes, kStackBytes + kGuardBytes);
  }
  stack_ = nullptr;
}

void Fiber::switch_to(Fiber& from, Fiber& to, bool last) {
  g_previous = &from;
  g_running = &to;
#if defined(__SANITIZE_ADDRESS__)
  const void* bottom = to.stack_ ? to.stack_ : to.host_bottom_;
  size_t size = to.stack_ ? kStackBytes : to.host_size_;
  __sanitizer_start_switch_fiber(last ? nullptr : &from.fake_stack_, bottom, size);
#else
  (void)last;
#endif
  bc::transfer_t transfer = bc::jump_fcontext(to.context_, nullptr);
  g_previous->context_ = transfer.fctx;
#if defined(__SANITIZE_ADDRESS__)
  __sanitizer_finish_switch_fiber(from.fake_stack_, &g_previous->host_bottom_,
                                  &g_previous->host_size_);
#endif
}

}  // namespace gilsim
