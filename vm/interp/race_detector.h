// What: a race detector over Python objects: FastTrack (Flanagan and Freund, "FastTrack:
//   efficient and precise dynamic race detection", 2009). Two accesses race if one of them writes
//   and nothing orders them: neither one thread, nor a lock released and then taken, nor the
//   start of a thread.
// Idea: a thread's time is a vector clock; a variable remembers its last write as one number and
//   its last reads as one number, or as a vector when threads read it side by side.
// State: variables are named by the serial number of the object, which is never used again, and
//   what of the object is meant.
// Threads: one real thread, as the simulator has.
// Not here: which instruction touches what (race_hooks.h).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gilsim {

class RaceDetector {
 public:
  struct Access {
    uint32_t thread;  // serial number, from 1
    uint32_t object;  // serial number
    std::string_view part;
    bool writes;
    std::string_view file;
    uint32_t line;
  };
  // describe: the variable's name for people; called when there is a race.
  void access(const Access& access, const std::function<std::string()>& describe);
  // Any address may stand for a lock; a thread's start is a lock that its parent releases.
  void acquired(uint32_t thread, const void* lock);
  void released(uint32_t thread, const void* lock);
  void forget_lock(const void* lock) { locks_.erase(lock); }
  // One line each: the variable, and both places with the threads' serial numbers.
  const std::set<std::string>& races() const { return races_; }

 private:
  using Clock = std::vector<uint32_t>;  // by serial number
  struct Epoch {
    uint32_t thread = 0, time = 0;
    const std::string* file = nullptr;  // in files_: code may be gone before its accesses are
    uint32_t line = 0;
  };
  struct Variable {
    Epoch write;
    std::vector<Epoch> reads;  // the last of each thread since the last write
  };
  Clock& clock_of(uint32_t thread);
  static bool before(const Epoch& epoch, const Clock& clock) {
    return epoch.thread == 0 || (epoch.thread < clock.size() && epoch.time <= clock[epoch.thread]);
  }
  static void join(Clock& into, const Clock& other);
  void report(const Epoch& earlier, bool earlier_writes, const Epoch& later, bool later_writes,
              const std::function<std::string()>& describe);

  std::vector<Clock> threads_;
  std::unordered_map<const void*, Clock> locks_;
  std::map<std::pair<uint32_t, std::string>, Variable, std::less<>> variables_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string> races_;
};

}  // namespace gilsim
