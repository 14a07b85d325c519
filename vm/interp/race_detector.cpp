// What: the rules of FastTrack.
#include "vm/interp/race_detector.h"

#include <algorithm>

namespace gilsim {

RaceDetector::Clock& RaceDetector::clock_of(uint32_t thread) {
  if (threads_.size() <= thread) threads_.resize(thread + 1);
  Clock& clock = threads_[thread];
  if (clock.size() <= thread) clock.resize(thread + 1);
  if (clock[thread] == 0) clock[thread] = 1;
  return clock;
}

void RaceDetector::join(Clock& into, const Clock& other) {
  if (into.size() < other.size()) into.resize(other.size());
  for (size_t k = 0; k < other.size(); ++k) into[k] = std::max(into[k], other[k]);
}

void RaceDetector::acquired(uint32_t thread, const void* lock) {
  auto found = locks_.find(lock);
  if (found != locks_.end()) join(clock_of(thread), found->second);
}

void RaceDetector::released(uint32_t thread, const void* lock) {
  Clock& clock = clock_of(thread);
  join(locks_[lock], clock);
  ++clock[thread];
}

void RaceDetector::report(const Epoch& earlier, bool earlier_writes, const Epoch& later,
                          bool later_writes, const std::function<std::string()>& describe) {
  auto side = [](const Epoch& epoch, bool writes) {
    return std::string(writes ? "written" : "read") + " at " + *epoch.file + ":" +
           std::to_string(epoch.line) + " by thread " + std::to_string(epoch.thread);
  };
  // The same two lines in either order are one race.
  std::string a = side(earlier, earlier_writes), b = side(later, later_writes);
  if (b < a) std::swap(a, b);
  races_.insert(describe() + ": " + a + ", " + b);
}

void RaceDetector::access(const Access& access, const std::function<std::string()>& describe) {
  Clock& clock = clock_of(access.thread);
  auto file = files_.find(access.file);
  if (file == files_.end()) file = files_.emplace(access.file).first;
  Epoch now{access.thread, clock[access.thread], &*file, access.line};
  Variable& v = variables_[{access.object, std::string(access.part)}];
  if (!before(v.write, clock)) report(v.write, true, now, access.writes, describe);
  if (!access.writes) {
    // Reads that are ordered before this one need not be remembered.
    std::erase_if(v.reads, [&](const Epoch& read) { return before(read, clock); });
    v.reads.push_back(now);
    return;
  }
  for (const Epoch& read : v.reads) {
    if (!before(read, clock)) report(read, false, now, true, describe);
  }
  v.reads.clear();
  v.write = now;
}

}  // namespace gilsim
