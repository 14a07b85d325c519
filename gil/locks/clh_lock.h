// What: the CLH queue lock (Craig, "Building FIFO and priority-queueing spin locks from atomic
//   swap", 1993; Magnusson, Landin and Hagersten, "Queue locks on cache coherent
//   multiprocessors", 1994).
// Idea: each thread spins on its predecessor's cell, so enqueueing is one exchange and release
//   one store; in exchange for its own cell, which its successor still reads, a thread goes away
//   with its predecessor's. Like MCS first come, first served, with one line transfer a
//   hand-over, and bad when the next in line is not running.
// State: tail the last cell in line; a cell's word 1: its owner holds or waits, 0: it has
//   released.
// Invariants: I1 each cell has one owner (a node, or the lock for the tail of an idle queue) and
//   at most one reader, the successor. I2 the chain of predecessors ends at a cell whose word is
//   0 or whose owner holds the lock.
// Threads: any; blocking, FIFO. A node belongs to one acquisition at a time and may be used
//   again, or destroyed, once it has unlocked.
// Not here: try_lock: to look at the tail's cell is to read memory whose owner may free it.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "gil/base/thread_annotations.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class CAPABILITY("lock") ClhLock {
  struct Cell {
    explicit Cell(uint32_t taken) : taken(taken) {}
    typename P::template atomic<uint32_t> taken;
  };

 public:
  class Node {
   public:
    Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;
    ~Node() { delete mine_; }

   private:
    friend class ClhLock;
    Cell* mine_ = nullptr;  // made when it is first needed
    Cell* previous_ = nullptr;
  };

  ClhLock() : tail_(new Cell(0)) {}
  ClhLock(const ClhLock&) = delete;
  ClhLock& operator=(const ClhLock&) = delete;
  // REQUIRES: nobody holds it or waits.
  ~ClhLock() { delete tail_.load(); }

  void lock(Node& node) ACQUIRES() NOT_CHECKED {
    if (node.mine_)
      node.mine_->taken.store(1, std::memory_order_relaxed);  // relaxed: (1) publishes it
    else
      node.mine_ = new Cell(1);
    // (1) acq_rel: pairs with (1) of others: our cell to our successor, the predecessor's to us
    node.previous_ = tail_.exchange(node.mine_, std::memory_order_acq_rel);
    P::spin_while(node.previous_->taken, 1u);  // acquires: pairs with (2)
  }
  void unlock(Node& node) RELEASES() NOT_CHECKED {
    // The successor may go on, and away with the cell, as soon as the word is 0.
    Cell* released = std::exchange(node.mine_, node.previous_);  // keeps I1
    // (2) release: pairs with the acquire in spin_while
    released->taken.store(0, std::memory_order_release);
  }

 private:
  typename P::template atomic<Cell*> tail_;
};

}  // namespace gilsim
