// What: the queues of biased counts by thread.
#include "vm/object/thread.h"

namespace gilsim {

MergeQueues::~MergeQueues() {
  for (std::atomic<MergeQueue*>& chunk : chunks_) delete[] chunk.load();
}

MergeQueue* MergeQueues::find(uint64_t ident) {
  if (ident >= kChunk * kChunks) return nullptr;
  // (1) acquire: pairs with (2)
  MergeQueue* chunk = chunks_[ident / kChunk].load(std::memory_order_acquire);
  return chunk ? &chunk[ident % kChunk] : nullptr;
}

MergeQueue* MergeQueues::make(uint64_t ident) {
  if (ident >= kChunk * kChunks) return nullptr;
  std::atomic<MergeQueue*>& chunk = chunks_[ident / kChunk];
  if (!chunk.load(std::memory_order_acquire)) {  // (1)
    auto* made = new MergeQueue[kChunk];
    MergeQueue* expected = nullptr;
    // (2) acq_rel: pairs with (1)
    if (!chunk.compare_exchange_strong(expected, made, std::memory_order_acq_rel)) delete[] made;
  }
  return find(ident);
}

}  // namespace gilsim
