// What: the rules of FastTrack.
#include "vm/interp/race_detector.h"

#include <algorithm>

#include "vm/bytecode/code.h"

namespace gilsim {

namespace {

std::string text_of(const RaceDetector::Place& place) {
  return (place.code ? place.code->file_name : "?") + ":" + std::to_string(place.line);
}

}  // namespace

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

void RaceDetector::report(const Epoch& earlier, bool earlier_writes, const Access& later,
                          const std::function<std::string()>& describe) {
  auto side = [](uint32_t thread, bool writes, const Place& place) {
    return std::string(writes ? "written" : "read") + " at " + text_of(place) + " by thread " +
           std::to_string(thread);
  };
  // The same two lines in either order are one race.
  std::string a = side(earlier.thread, earlier_writes, earlier.place);
  std::string b = side(later.thread, later.writes, later.place);
  if (b < a) std::swap(a, b);
  races_.insert(describe() + ": " + a + ", " + b);
}

void RaceDetector::access(const Access& access, const std::function<std::string()>& describe) {
  Clock& clock = clock_of(access.thread);
  Epoch now{access.thread, clock[access.thread], access.place};
  Variable& v = variables_[{access.object, std::string(access.part)}];
  if (!before(v.write, clock)) report(v.write, true, access, describe);
  if (!access.writes) {
    // Reads that are ordered before this one need not be remembered.
    std::erase_if(v.reads, [&](const Epoch& read) { return before(read, clock); });
    v.reads.push_back(now);
    return;
  }
  for (const Epoch& read : v.reads) {
    if (!before(read, clock)) report(read, false, access, describe);
  }
  v.reads.clear();
  v.write = now;
}

}  // namespace gilsim
