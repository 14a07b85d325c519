// What: memory from mimalloc or from the C library; the one file that knows which.
// Threads: any.
// Not here: objects (heap_impl.h).
#include "vm/object/memory.h"

#include <cstdio>
#include <cstdlib>

#if GILSIM_MIMALLOC
#include <mimalloc.h>
#endif

namespace gilsim {

namespace {

[[noreturn, gnu::cold]] void out_of_memory(size_t bytes) {
  std::fprintf(stderr, "gilsim: out of memory (%zu bytes asked for)\n", bytes);
  std::abort();
}

}  // namespace

void* memory_allocate(size_t bytes) {
#if GILSIM_MIMALLOC
  void* block = mi_malloc(bytes);
#else
  void* block = std::malloc(bytes);
#endif
  if (!block) [[unlikely]]
    out_of_memory(bytes);
  return block;
}

void* memory_resize(void* block, size_t bytes) {
#if GILSIM_MIMALLOC
  void* grown = mi_realloc(block, bytes);
#else
  void* grown = std::realloc(block, bytes);
#endif
  if (!grown) [[unlikely]]
    out_of_memory(bytes);
  return grown;
}

void memory_free(void* block) {
#if GILSIM_MIMALLOC
  mi_free(block);
#else
  std::free(block);
#endif
}

BlockCache::~BlockCache() {
  for (Block* block : lists_) {
    while (block) {
      Block* next = block->next;
      memory_free(block);
      block = next;
    }
  }
}

bool memory_for(uint64_t bytes) {
  constexpr uint64_t kWorthAsking = uint64_t{1} << 24;
  if (bytes < kWorthAsking) return true;
  if (bytes > kMaxBlockBytes) return false;
  void* block = std::malloc(bytes);
  std::free(block);
  return block != nullptr;
}

}  // namespace gilsim
