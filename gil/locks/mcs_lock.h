// What: the MCS queue lock (Mellor-Crummey and Scott, "Algorithms for scalable synchronization on
// shared-memory multiprocessors", 1991). Idea: each waiter spins on a word of its own node; the
// releaser hands the lock to its successor. First come, first served, and one line
//   transfer a hand-over. Bad when there are more threads than cores: the next in line may not be
//   running.
// State: tail null: free; else the last node in line. Node.waiting 1: spin, 0: the lock is yours.
// Invariants: I1 the nodes from the holder's to tail are linked by next, but for links still being
// written. Threads: any; blocking, FIFO. A node belongs to one acquisition at a time.
#pragma once

#include <cstdint>

#include "gil/base/thread_annotations.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class CAPABILITY("lock") McsLock {
 public:
  struct Node {
    typename P::template atomic<Node*> next{nullptr};
    typename P::template atomic<uint32_t> waiting{0};
  };

  void lock(Node& node) ACQUIRES() NOT_CHECKED {
    // relaxed: the node is not in the queue yet
    node.next.store(nullptr, std::memory_order_relaxed);
    // relaxed: as above; (1) publishes it
    node.waiting.store(1, std::memory_order_relaxed);
    // (1) acq_rel: pairs with (1) of others and (4): the queue before us, our node to those behind
    Node* before = tail_.exchange(&node, std::memory_order_acq_rel);
    if (!before) return;
    // (2) release: pairs with (3)
    before->next.store(&node, std::memory_order_release);
    P::spin_while(node.waiting, 1u);  // acquires: pairs with (5)
  }
  bool try_lock(Node& node) TRY_ACQUIRES(true) NOT_CHECKED {
    // relaxed: the node is not in the queue yet
    node.next.store(nullptr, std::memory_order_relaxed);
    Node* expected = nullptr;
    // (1) acq_rel: as in lock
    return tail_.compare_exchange_strong(expected, &node, std::memory_order_acq_rel);
  }
  void unlock(Node& node) RELEASES() NOT_CHECKED {
    // (3) acquire: pairs with (2)
    Node* successor = node.next.load(std::memory_order_acquire);
    if (!successor) {
      Node* expected = &node;
      // (4) release: pairs with (1)
      if (tail_.compare_exchange_strong(expected, nullptr, std::memory_order_release)) return;
      P::spin_while(node.next, static_cast<Node*>(nullptr));
      // (3) acquire: pairs with (2)
      successor = node.next.load(std::memory_order_acquire);
    }
    // (5) release: pairs with the acquire in spin_while
    successor->waiting.store(0, std::memory_order_release);
  }

 private:
  typename P::template atomic<Node*> tail_{nullptr};
};

}  // namespace gilsim
