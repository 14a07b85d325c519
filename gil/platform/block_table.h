// What: who kept a thread waiting, where the waiter stood, and whom it took the interpreter lock
//   from.
// Idea: only waits that are long anyway are noted, and only when a run is measured.
// Threads: the thread itself adds; any may take a copy.
// Not here: how long single waits were (histogram.h).
#pragma once

#include <compare>
#include <map>
#include <string>

#include "gil/platform/busy_flag.h"
#include "gil/platform/thread_record.h"

namespace gilsim {

struct BlockKey {
  ThreadState state;   // what it waited for
  uint32_t by;         // serial of the thread that had it then; 0: not known
  std::string object;  // "lock 3"; empty: the state says it all
  std::string place;   // of the waiter, as ThreadRecord::describe tells it
  auto operator<=>(const BlockKey&) const = default;
};
struct BlockSum {
  uint64_t count = 0;
  Nanos ns = 0;
};

class BlockTable {
 public:
  using Blocks = std::map<BlockKey, BlockSum>;
  using Takes = std::map<uint32_t, uint64_t>;  // by serial of the previous holder

  void add(const BlockKey& key, Nanos ns) {
    BusyFlag::Guard held(busy_);
    BlockSum& sum = blocks_[key];
    ++sum.count;
    sum.ns += ns;
  }
  void took_from(uint32_t serial) {
    BusyFlag::Guard held(busy_);
    ++takes_[serial];
  }
  Blocks blocks() const {
    BusyFlag::Guard held(busy_);
    return blocks_;
  }
  Takes takes() const {
    BusyFlag::Guard held(busy_);
    return takes_;
  }

 private:
  mutable BusyFlag busy_;
  Blocks blocks_;
  Takes takes_;
};

}  // namespace gilsim
