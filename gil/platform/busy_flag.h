// What: a lock for a few instructions beside the run: what is measured, what is only named.
// Threads: any; the host's, in each world, so it costs no virtual time. Never held across a step
//   of a platform.
#pragma once

#include <atomic>

namespace gilsim {

class BusyFlag {
 public:
  class Guard {
   public:
    explicit Guard(BusyFlag& flag) : flag_(flag) {
      // (1) acquire: pairs with (2)
      while (flag_.busy_.exchange(true, std::memory_order_acquire)) {
      }
    }
    // (2) release: pairs with (1)
    ~Guard() { flag_.busy_.store(false, std::memory_order_release); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    BusyFlag& flag_;
  };

 private:
  std::atomic<bool> busy_{false};
};

}  // namespace gilsim
