// What: memory from mimalloc or from the C library; the one file that knows which.
// Threads: any.
// Not here: objects (heap_impl.h).
#include "vm/object/memory.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>

#if GILSIM_MIMALLOC
#include <mimalloc.h>
#else
#include <malloc.h>
#endif

namespace gilsim {

namespace {

[[noreturn, gnu::cold]] void out_of_memory(size_t bytes) {
  std::fprintf(stderr, "gilsim: out of memory (%zu bytes asked for)\n", bytes);
  std::abort();
}

size_t block_bytes(void* block) {
#if GILSIM_MIMALLOC
  return mi_usable_size(block);
#else
  return ::malloc_usable_size(block);
#endif
}

// Set before the program's first thread, so that all may read them: 0 is no limit.
int64_t limit = 0, room = 0;
MemoryLimit::Beyond beyond_limit = nullptr;
std::atomic<int64_t> used{0};
std::atomic<int64_t> allowed{0};  // the limit, or more while a handler has room

[[gnu::noinline]] void count_more(int64_t bytes) {
  int64_t now = used.fetch_add(bytes) + bytes;
  if (now > allowed.load()) beyond_limit();
  if (bytes < 0 && now < limit - room) allowed.store(limit);
}

}  // namespace

void MemoryLimit::set(uint64_t bytes, Beyond beyond) {
  constexpr int64_t kMinRoom = 64 << 10;
  limit = bytes_ = static_cast<int64_t>(bytes);
  room = std::max(limit / 16, kMinRoom);
  beyond_limit = beyond;
  allowed.store(limit);
}
bool MemoryLimit::is_passed() { return limit != 0 && used.load() > allowed.load(); }
void MemoryLimit::give_room() { allowed.store(limit + room); }

void* memory_allocate(size_t bytes) {
#if GILSIM_MIMALLOC
  void* block = mi_malloc(bytes);
#else
  void* block = std::malloc(bytes);
#endif
  if (!block) [[unlikely]]
    out_of_memory(bytes);
  if (limit) [[unlikely]]
    count_more(static_cast<int64_t>(block_bytes(block)));
  return block;
}

void* memory_resize(void* block, size_t bytes) {
  if (limit && block) [[unlikely]]
    count_more(-static_cast<int64_t>(block_bytes(block)));
#if GILSIM_MIMALLOC
  void* grown = mi_realloc(block, bytes);
#else
  void* grown = std::realloc(block, bytes);
#endif
  if (!grown) [[unlikely]]
    out_of_memory(bytes);
  if (limit) [[unlikely]]
    count_more(static_cast<int64_t>(block_bytes(grown)));
  return grown;
}

void memory_free(void* block) {
  if (limit && block) [[unlikely]]
    count_more(-static_cast<int64_t>(block_bytes(block)));
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
  if (limit && bytes <= kMaxBlockBytes &&
      used.load() + static_cast<int64_t>(bytes) > allowed.load()) {
    MemoryLimit::give_room();  // for who handles the error that the caller raises now
    return false;
  }
  if (bytes < kWorthAsking) return true;
  if (bytes > kMaxBlockBytes) return false;
  void* block = std::malloc(bytes);
  std::free(block);
  return block != nullptr;
}

}  // namespace gilsim
