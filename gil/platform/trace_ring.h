// What: what happened to one thread, for a timeline: the last so many changes of its state, with
//   their times.
// Idea: memory is bounded and taken in pieces as it is needed; the oldest events give way, and
//   how many did is known.
// Threads: one writer, readers at any time; a reader that the writer laps meanwhile may see a few
//   events mixed up: it has to drop those that go back in time.
// Not here: writing files (experiments/runner).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include "gil/base/build.h"
#include "gil/platform/thread_record.h"

namespace gilsim {

struct TraceEvent {
  enum class Kind : uint8_t {
    kState,   // what: the new ThreadState
    kReady,   // sim: it could run, and waits for a core
    kOnCore,  // sim: it runs; what: the core
    kOffCore,
    kEnd,
  };
  Nanos at_ns;
  Kind kind;
  uint32_t what;
};

class TraceRing {
 public:
  static constexpr uint64_t kPiece = kHostile ? 4 : 1024, kPieces = kHostile ? 2 : 32;
  static constexpr uint64_t kCapacity = kPiece * kPieces;

  TraceRing() = default;
  TraceRing(const TraceRing&) = delete;
  TraceRing& operator=(const TraceRing&) = delete;
  ~TraceRing() {
    for (auto& piece : pieces_) delete[] piece.load();
  }

  void add(Nanos at_ns, TraceEvent::Kind kind, uint32_t what = 0) {
    uint64_t n = written_;
    uint64_t at = n % kCapacity;
    Slot* piece = pieces_[at / kPiece].load();
    if (!piece) pieces_[at / kPiece].store(piece = new Slot[kPiece]);
    piece[at % kPiece].at_ns = at_ns;
    piece[at % kPiece].rest = uint64_t{what} << 8 | static_cast<uint64_t>(kind);
    written_ = n + 1;
  }
  uint64_t dropped() const { return written_ > kCapacity ? written_ - kCapacity : 0; }
  // Calls f(TraceEvent) for what is there, oldest first.
  template <class F>
  void for_each(const F& f) const {
    uint64_t end = written_;
    for (uint64_t n = dropped(); n < end; ++n) {
      const Slot* piece = pieces_[n % kCapacity / kPiece].load();
      if (!piece) continue;
      const Slot& slot = piece[n % kPiece];
      uint64_t rest = slot.rest;
      f(TraceEvent{slot.at_ns, static_cast<TraceEvent::Kind>(rest & 0xff),
                   static_cast<uint32_t>(rest >> 8)});
    }
  }

 private:
  struct Slot {
    RelaxedWord<Nanos> at_ns = 0;
    RelaxedWord<uint64_t> rest = 0;
  };
  std::array<std::atomic<Slot*>, kPieces> pieces_{};
  RelaxedWord<uint64_t> written_ = 0;
};

}  // namespace gilsim
