// What: where all memory of the VM comes from.
// Idea: one allocator for every mode, fast on many threads: mimalloc (Leijen, Zorn and de Moura, 2019), or the C library's where tools
//   watch it (sanitizers).
// Threads: any; a block may be freed by another thread than the one that asked for it.
// Not here: objects (heap_impl.h).
#pragma once

#include <cstddef>

namespace gilsim {

// Never null: a program that is out of memory ends here with a message. REQUIRES: bytes > 0.
void* memory_allocate(size_t bytes);
void* memory_resize(void* block, size_t bytes);
void memory_free(void* block);

// More than a block may ever have: callers that take sizes from the program raise MemoryError above it.
inline constexpr size_t kMaxBlockBytes = size_t{1} << 40;

}  // namespace gilsim
