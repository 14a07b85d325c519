// What: log-linear histograms of durations, mergeable: 8 buckets an octave, so a percentile is at
//   most an eighth too high. After HdrHistogram (Tene).
// Idea: one writer adds without a read-modify- write; others may read a recent state at any time.
// Threads: one writer, any readers.
// Not here: what is timed (ThreadTimes below is filled by the platforms).
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>

#include "gil/platform/block_table.h"
#include "gil/platform/thread_record.h"

namespace gilsim {

class Histogram {
 public:
  // REQUIRES: one writer.
  void add(Nanos ns) {
    if (ns < 0) ns = 0;
    ++buckets_[bucket_of(ns)];
    ++count_;
    sum_ns_ += ns;
    if (ns > max_ns_.get()) max_ns_ = ns;
  }
  void merge(const Histogram& other) {
    for (int k = 0; k < kBuckets; ++k) buckets_[k] += other.buckets_[k];
    count_ += other.count_;
    sum_ns_ += other.sum_ns_;
    max_ns_ = std::max(max_ns_.get(), other.max_ns_.get());
  }
  uint64_t count() const { return count_; }
  Nanos max_ns() const { return max_ns_; }
  Nanos sum_ns() const { return sum_ns_; }
  // The least bound that the given share of all durations does not exceed; 0: there are none.
  // REQUIRES: 0 < share <= 1.
  Nanos percentile(double share) const {
    auto wanted = static_cast<uint64_t>(share * static_cast<double>(count_) + 0.999999);
    uint64_t seen = 0;
    for (int k = 0; k < kBuckets; ++k) {
      seen += buckets_[k];
      if (seen < wanted || seen == 0) continue;
      return k == kBuckets - 1 ? max_ns() : std::min(upper_bound_of(k), max_ns());
    }
    return max_ns_;
  }

 private:
  static constexpr int kOctaves = 41;  // up to 73 minutes; longer ones count as that
  static constexpr int kPerOctave = 8;
  static constexpr int kBuckets = kOctaves * kPerOctave;
  // Values below 8 have a bucket each; above, the three bits behind the first one choose.
  static int bucket_of(Nanos ns) {
    auto value = static_cast<uint64_t>(ns);
    if (value < kPerOctave) return static_cast<int>(value);
    int octave = std::bit_width(value) - 4;
    int bucket = (octave + 1) * kPerOctave + static_cast<int>((value >> octave) & 7);
    return std::min(bucket, kBuckets - 1);
  }
  static Nanos upper_bound_of(int bucket) {
    if (bucket < kPerOctave) return bucket;
    int octave = bucket / kPerOctave - 1;
    return ((Nanos{8} + bucket % kPerOctave + 1) << octave) - 1;
  }

  RelaxedWord<uint32_t> buckets_[kBuckets] = {};
  RelaxedWord<uint64_t> count_ = 0;
  RelaxedWord<Nanos> sum_ns_ = 0;
  RelaxedWord<Nanos> max_ns_ = 0;
};

// Durations of a thread's waits, and of its holding the interpreter lock.
struct ThreadTimes {
  Histogram wait_gil, wait_object, wait_program, wait_world, hold_gil;
  BlockTable blocked;

  // A state has ended that took `spent`.
  void note(ThreadState state, Nanos spent) {
    if (state == ThreadState::WaitGil)
      wait_gil.add(spent);
    else if (state == ThreadState::WaitObject)
      wait_object.add(spent);
    else if (state == ThreadState::WaitProgram)
      wait_program.add(spent);
    else if (state == ThreadState::WaitWorld)
      wait_world.add(spent);
    else if (state == ThreadState::RunningLocked)
      hold_gil.add(spent);
  }
  // Histograms only.
  void merge(const ThreadTimes& other) {
    wait_gil.merge(other.wait_gil);
    wait_object.merge(other.wait_object);
    wait_program.merge(other.wait_program);
    wait_world.merge(other.wait_world);
    hold_gil.merge(other.hold_gil);
  }
};

// One wait of the calling thread. Costs a look at a pointer when nothing is measured.
template <class P>
class BlockNote {
 public:
  explicit BlockNote(ThreadRecord& self) : self_(self), since_ns_(wanted() ? P::now() : 0) {}
  bool wanted() const { return kMeasured && self_.times; }
  void end(ThreadState state, uint32_t by, std::string object = {}) {
    if (!wanted()) return;
    std::string place;
    if (self_.describe) self_.describe(self_, place);
    self_.times->blocked.add({state, by, std::move(object), std::move(place)},
                             P::now() - since_ns_);
  }

 private:
  ThreadRecord& self_;
  Nanos since_ns_;
};

}  // namespace gilsim
