// What: a mutex of one byte over the parking lot, as WebKit's WTF::Lock and CPython's PyMutex;
//   also as operations on a byte in an object.
// Idea: two bits; the queue is elsewhere. An uncontended lock is one CAS. A waiter spins for a
//   moment, then parks; barging is allowed, but a waiter older than 1 ms gets the lock handed over.
// State (of the bits below kKeep's): 0 free · 1 taken · 3 taken, somebody is parked · 2 free,
//   somebody is parked (between an unlock and the waiter's return).
// Invariants: I1 if a thread is parked on the byte, bit 2 is set or an unlock is under way.
// Threads: any; blocking; eventually fair.
#pragma once

#include <cstdint>

#include "gil/base/build.h"
#include "gil/locks/contention.h"
#include "gil/locks/parking_lot.h"

namespace gilsim {

// kKeep: bits of the byte that mean something else; they may change at any time. kInObject: the
// byte is one that ThreadRecord::describe_object knows.
template <class P, uint8_t kKeep = 0, bool kInObject = false>
class ByteLock {
 public:
  static constexpr uint8_t kLocked = 1;
  static constexpr uint8_t kParked = 2;
  // As WebKit and CPython: 40 tries with a yield each before parking.
  static constexpr int kSpins = kHostile ? 0 : 40;

  // Word: P::atomic<uint8_t>& or P::line_atomic<uint8_t>.
  template <class Word>
  static bool try_lock(Word&& word) {
    // relaxed: only a reading to decide what to try
    uint8_t seen =
        kKeep ? word.load(std::memory_order_relaxed) & static_cast<uint8_t>(~kLocked) : 0;
    // A free lock with somebody parked (2) can be taken too. (1) acquire: pairs with (2)
    while (!word.compare_exchange_strong(seen, static_cast<uint8_t>(seen | kLocked),
                                         std::memory_order_acquire)) {
      if (seen & kLocked) return false;
    }
    return true;
  }
  template <class Word>
  [[gnu::always_inline]] static void lock(Word&& word) {
    // relaxed: only a reading to decide what to try
    uint8_t seen = kKeep ? word.load(std::memory_order_relaxed) & kKeep : 0;
    // (1) acquire: pairs with (2)
    if (!word.compare_exchange_strong(seen, static_cast<uint8_t>(seen | kLocked),
                                      std::memory_order_acquire)) [[unlikely]]
      lock_slow(word);
    P::note_hold(address_of(word));
  }
  template <class Word>
  [[gnu::always_inline]] static void unlock(Word&& word) {
    // relaxed: only a reading to decide what to try
    uint8_t seen = kKeep ? (word.load(std::memory_order_relaxed) & kKeep) | kLocked : kLocked;
    // (2) release: pairs with (1)
    if (!word.compare_exchange_strong(seen, seen & kKeep, std::memory_order_release)) [[unlikely]]
      unlock_slow(word);
    P::note_hold(nullptr);
  }

 private:
  template <class Word>
  [[gnu::noinline]] static void lock_slow(Word& word) {
    if (try_lock(word)) return;
    take_noted<P, kInObject>(address_of(word), [&] { return take_contended(word); });
  }
  // Serial of the thread that woke this one last; 0: it did not sleep.
  template <class Word>
  static uint32_t take_contended(Word& word) {
    uint32_t by = 0;
    Nanos since_ns = 0;  // of the first park: a woken waiter that loses again keeps its age
    for (int spins = 0;;) {
      // relaxed: only a reading to decide what to try; (1) or (3) orders
      uint8_t seen = word.load(std::memory_order_relaxed);
      if (!(seen & kLocked)) {
        // (1) acquire: pairs with (2)
        if (word.compare_exchange_strong(seen, static_cast<uint8_t>(seen | kLocked),
                                         std::memory_order_acquire))
          return by;
        continue;
      }
      if (!(seen & kParked) && spins < P::spin_limit(kSpins)) {
        ++spins;
        P::yield();
        continue;
      }
      if (!(seen & kParked)) {
        // relaxed: announces a waiter; the bucket's mutex orders the rest
        if (!word.compare_exchange_strong(seen, static_cast<uint8_t>(seen | kParked),
                                          std::memory_order_relaxed))
          continue;
      }
      if (since_ns == 0) since_ns = P::now();
      auto outcome = ParkingLot<P>::park(
          address_of(word), [&] { return (word.load() & ~kKeep) == (kLocked | kParked); },
          kNoDeadline, since_ns, &by);
      if (outcome == ParkingLot<P>::Outcome::kHandedOver)
        return by;  // (3) the bucket's mutex and the signal order us behind the releaser
    }
  }
  template <class Word>
  [[gnu::noinline]] static void unlock_slow(Word& word) {
    // relaxed: only a reading to decide what to try
    uint8_t expected = word.load(std::memory_order_relaxed);
    while (!(expected & kParked)) {
      // (2) release: pairs with (1)
      if (word.compare_exchange_strong(expected, expected & kKeep, std::memory_order_release))
        return;
    }
    ParkingLot<P>::unpark_one(address_of(word), [&](bool, bool more, bool fair) {
      auto rest = static_cast<uint8_t>((more ? kParked : 0) | (fair ? kLocked : 0));
      // (2) release: pairs with (1); a handed-over lock stays taken
      if constexpr (kKeep == 0) {
        word.store(rest, std::memory_order_release);
      } else {
        // relaxed: only a reading to decide what to try
        uint8_t seen = word.load(std::memory_order_relaxed);
        while (!word.compare_exchange_strong(seen, static_cast<uint8_t>((seen & kKeep) | rest),
                                             std::memory_order_release)) {  // (2)
        }
      }
      return fair;
    });
  }
  template <class T>
  static const void* address_of(const T& word) {
    if constexpr (requires { word.address(); })
      return word.address();
    else
      return &word;
  }
};

template <class P>
class CAPABILITY("lock") ByteMutex {
 public:
  struct Node {};
  void lock(Node&) ACQUIRES() NOT_CHECKED { ByteLock<P>::lock(word_); }
  bool try_lock(Node&) TRY_ACQUIRES(true) NOT_CHECKED { return ByteLock<P>::try_lock(word_); }
  void unlock(Node&) RELEASES() NOT_CHECKED { ByteLock<P>::unlock(word_); }
  const void* address() const { return &word_; }

 private:
  typename P::template atomic<uint8_t> word_{0};
};

}  // namespace gilsim
