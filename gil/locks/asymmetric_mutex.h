// What: a one-byte mutex over the parking lot whose unlock is a plain store; also as operations on
//   bytes in an object.
// Idea: the byte that says "taken" and the bit that says "somebody is parked" are different words.
//   An unlock stores the one and then looks at the other. That order would need a fence in every
//   unlock; instead the rare thread that is about to park makes every other processor pass one
//   (asymmetric Dekker synchronization, Dice, Huang and Yang, 2001; here the kernel's membarrier).
//   Waiting is as in byte_mutex.h: a few tries, then the parking lot; barging, eventually fair.
// State: lock 0 free · 1 taken. parked bit: somebody is parked, or was a moment ago.
// Invariants: I1 who parks has set the bit, made all processors pass a fence, and then seen the
//   lock taken, all under the bucket's mutex. I2 the bit is taken away under that mutex only, when
//   nobody is left.
// Threads: any; blocking; eventually fair. The lock must outlive unlock(), which looks at the bit
//   after it has let go: the caller owns a reference to what the lock is in.
#pragma once

#include <cstdint>

#include "gil/base/build.h"
#include "gil/locks/contention.h"
#include "gil/locks/parking_lot.h"

namespace gilsim {

// kParked: the bit of the parked word that is this lock's. kInObject: as take_noted()'s.
template <class P, uint8_t kParked = 1, bool kInObject = false>
class AsymmetricLock {
 public:
  // As WebKit and CPython: 40 tries with a yield each before parking.
  static constexpr int kSpins = kHostile ? 0 : 40;

  // Words: P::atomic<uint8_t>& or P::line_atomic<uint8_t>.
  template <class Word>
  [[gnu::always_inline]] static bool try_lock(Word&& word) {
    uint8_t seen = 0;
    // (1) acquire: pairs with (2)
    return word.compare_exchange_strong(seen, 1, std::memory_order_acquire);
  }
  template <class Word>
  [[gnu::always_inline]] static void lock(Word&& word, Word&& parked) {
    uint8_t seen = 0;
    // (1) acquire: pairs with (2)
    if (!word.compare_exchange_strong(seen, 1, std::memory_order_acquire)) [[unlikely]]
      lock_slow(word, parked);
    P::note_hold(address_of(word));
  }
  template <class Word>
  [[gnu::always_inline]] static void unlock(Word&& word, Word&& parked) {
    // relaxed: who parks later is found below
    if (parked.load(std::memory_order_relaxed) & kParked) [[unlikely]] {
      hand_on(word, parked);
    } else {
      word.store(0, std::memory_order_release);  // (2) release: pairs with (1)
      P::light_fence();                          // (3) pairs with (4)
      // relaxed: (3) orders
      if (parked.load(std::memory_order_relaxed) & kParked) [[unlikely]]
        wake(word, parked);
    }
    P::note_hold(nullptr);
  }

 private:
  template <class Word>
  [[gnu::noinline]] static void lock_slow(Word& word, Word& parked) {
    if (try_lock(word)) return;
    take_noted<P, kInObject>(address_of(word), [&] { return take(word, parked); });
  }
  // Serial of the thread that woke this one last; 0: it did not sleep.
  template <class Word>
  static uint32_t take(Word& word, Word& parked) {
    uint32_t by = 0;
    Nanos since_ns = 0;  // of the first park: a woken waiter that loses again keeps its age
    for (int spins = 0;;) {
      // relaxed: only a reading to decide what to try; (1) orders
      if (word.load(std::memory_order_relaxed) == 0) {
        if (try_lock(word)) return by;
        continue;
      }
      // relaxed: as above
      bool others = (parked.load(std::memory_order_relaxed) & kParked) != 0;
      if (!others && spins < P::spin_limit(kSpins)) {
        ++spins;
        P::yield();
        continue;
      }
      if (since_ns == 0) since_ns = P::now();
      auto outcome = ParkingLot<P>::park(
          address_of(word), [&] { return announce(word, parked); }, kNoDeadline, since_ns, &by);
      if (outcome == ParkingLot<P>::Outcome::kHandedOver)
        return by;  // the bucket's mutex and the signal order us behind the releaser
    }
  }
  // Keeps I1. False: the lock is free by now.
  template <class Word>
  static bool announce(Word& word, Word& parked) {
    parked.fetch_or(kParked, std::memory_order_relaxed);  // relaxed: (4) orders
    P::heavy_fence();                                     // (4) pairs with (3)
    return word.load(std::memory_order_relaxed) != 0;     // relaxed: (4) orders
  }

  // Lets go of a lock that somebody waits for, or gives it to him.
  template <class Word>
  [[gnu::noinline]] static void hand_on(Word& word, Word& parked) {
    ParkingLot<P>::unpark_one(address_of(word), [&](bool, bool more, bool fair) {
      if (!more) forget(parked);
      if (!fair) word.store(0, std::memory_order_release);  // (2) release: pairs with (1)
      return fair;
    });
  }
  // Wakes one who has parked while the lock was being let go.
  template <class Word>
  [[gnu::noinline]] static void wake(Word& word, Word& parked) {
    ParkingLot<P>::unpark_one(address_of(word), [&](bool, bool more, bool) {
      if (!more) forget(parked);
      return false;
    });
  }
  template <class Word>
  static void forget(Word& parked) {
    // relaxed: under the bucket's mutex (I2)
    parked.fetch_and(static_cast<uint8_t>(~kParked), std::memory_order_relaxed);
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
class CAPABILITY("lock") AsymmetricMutex {
 public:
  struct Node {};
  void lock(Node&) ACQUIRES() NOT_CHECKED { Lock::lock(word_, parked_); }
  bool try_lock(Node&) TRY_ACQUIRES(true) NOT_CHECKED { return Lock::try_lock(word_); }
  void unlock(Node&) RELEASES() NOT_CHECKED { Lock::unlock(word_, parked_); }
  const void* address() const { return &word_; }

 private:
  using Lock = AsymmetricLock<P>;
  typename P::template atomic<uint8_t> word_{0};
  typename P::template atomic<uint8_t> parked_{0};
};

}  // namespace gilsim
