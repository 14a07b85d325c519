// What: where all memory of the VM comes from.
// Idea: one allocator for every mode: the C library's, or mimalloc (Leijen, Zorn and de Moura,
//   2019) if it is built in; before it, a cache of small blocks in each thread.
// Threads: any; a block may be freed by another thread than the one that asked for it.
// Not here: objects (heap_impl.h).
#pragma once

#include <cstddef>
#include <cstdint>

namespace gilsim {

// Never null: a program that is out of memory ends here with a message. REQUIRES: bytes > 0.
void* memory_allocate(size_t bytes);
void* memory_resize(void* block, size_t bytes);
void memory_free(void* block);

// Freed blocks of a thread, by size class, to be used again by the same thread without asking the
// allocator. Small objects come and go fast, and this is a few instructions where the best
// allocators need some five nanoseconds.
class BlockCache {
 public:
  static constexpr uint32_t kStep = 16;         // bytes a size class
  static constexpr uint32_t kClasses = 16;      // class 0: too big, or none
  static constexpr uint32_t kMaxBlocks = 4096;  // of one class

  BlockCache() = default;
  BlockCache(const BlockCache&) = delete;
  BlockCache& operator=(const BlockCache&) = delete;
  ~BlockCache();

  static constexpr uint32_t class_of(size_t bytes) {
#if defined(__SANITIZE_ADDRESS__)
    (void)bytes;
    return 0;  // so that the tool sees every use of what was freed
#else
    size_t size_class = (bytes + kStep - 1) / kStep;
    return size_class < kClasses ? static_cast<uint32_t>(size_class) : 0;
#endif
  }
  // Blocks without a header that says their class: they must be given back with the same size, or
  // as memory of memory_allocate(). REQUIRES: bytes is a multiple of kStep.
  void* allocate_sized(size_t bytes) { return allocate(class_of(bytes), bytes); }
  // The block has at least so many bytes, and came from anywhere.
  void free_sized(void* block, size_t bytes) {
    free(class_of(bytes & ~(kStep - size_t{1})), block);
  }

  [[gnu::always_inline]] void* allocate(uint32_t size_class, size_t bytes) {
    void* block = take(size_class);
    if (!block) [[unlikely]]
      return memory_allocate(size_class ? size_t{size_class} * kStep : bytes);
    return block;
  }
  // Null: there is none.
  [[gnu::always_inline]] void* take(uint32_t size_class) {
    Block* block = lists_[size_class];
    if (block) [[likely]] {
      lists_[size_class] = block->next;
      --counts_[size_class];
    }
    return block;
  }
  [[gnu::always_inline]] void free(uint32_t size_class, void* block) {
    if (size_class == 0 || counts_[size_class] == kMaxBlocks) [[unlikely]]
      return memory_free(block);
    auto* freed = static_cast<Block*>(block);
    freed->next = lists_[size_class];
    lists_[size_class] = freed;
    ++counts_[size_class];
  }

 private:
  struct Block {
    Block* next;
  };
  Block* lists_[kClasses] = {};
  uint16_t counts_[kClasses] = {};
};

// More than a block may ever have: callers that take sizes from the program raise MemoryError above
// it.
inline constexpr size_t kMaxBlockBytes = size_t{1} << 40;

// Whether the system would give that many bytes now; asks only for sizes worth asking. For what is
// built in a std::string, which has no way to fail: the allocator ends the process.
bool memory_for(uint64_t bytes);

// ---- the limit that a user may set. What this file gives out counts, what else the process has
// does not. Going beyond is allowed until the next safe point, which raises MemoryError; what takes
// sizes from the program asks memory_for() first.
class MemoryLimit {
 public:
  // Called by the thread that goes beyond.
  using Beyond = void (*)();
  // Before anything is allocated. bytes > 0.
  static void set(uint64_t bytes, Beyond beyond);
  static bool is_set() { return bytes_ != 0; }
  static bool is_passed();
  // Leaves a handler of the MemoryError some room: the limit is as before once enough was freed.
  static void give_room();

 private:
  static inline int64_t bytes_ = 0;  // written before there are threads that could read it
};

}  // namespace gilsim
