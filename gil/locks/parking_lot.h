// What: a parking lot: queues of waiting threads for any address, kept outside the locks (Pizlo,
// "Locking in WebKit", 2016). Idea: a fixed table of buckets, each a mutex and a
// first-come-first-served list; so a lock needs no queue of its own, only two bits.
//   Every so often (1 ms here, as WebKit and CPython's PyMutex) an unlock hands the lock over
//   directly: eventual fairness.
// State: Waiter.signal 0 waiting · 1 woken · 2 woken and the lock was handed over.
// Invariants: I1 a waiter is in the bucket of its address exactly while nobody has taken it out
// under the bucket's mutex. Threads: any. Waiters of one address leave in the order of their
// arrival; the order never depends on addresses.
#pragma once

#include <cstdint>
#include <memory>

#include "gil/base/build.h"
#include "gil/locks/futex_mutex.h"
#include "gil/platform/platform.h"

namespace gilsim {

template <class P>
class ParkingLot {
 public:
  static constexpr uint32_t kBuckets = kHostile ? 1 : 257;  // as CPython's: prime
  static constexpr Nanos kFairnessNs = 1000000;

  enum class Outcome { kWoken, kHandedOver, kInvalid, kTimedOut };

  // Sleeps on address if validate() holds under the bucket's mutex. since_ns: when the caller began
  // to wait, for one that parks again and again: fairness counts the whole wait. 0: now. *by: gets
  // the serial of the thread that woke it.
  template <class Validate>
  static Outcome park(const void* address, Validate validate, Nanos deadline_ns, Nanos since_ns = 0,
                      uint32_t* by = nullptr) {
    Waiter self{address};
    Bucket& bucket = bucket_of(address);
    bucket.mutex.lock();
    if (!validate()) {
      bucket.mutex.unlock();
      return Outcome::kInvalid;
    }
    self.since_ns = since_ns ? since_ns : P::now();
    append(bucket, &self);
    bucket.mutex.unlock();
    while (self.signal.load() == 0) {
      if (P::park(self.signal, 0, deadline_ns) == ParkResult::kTimedOut &&
          remove_late(bucket, self))
        return Outcome::kTimedOut;
    }
    if (by) *by = self.by;
    return self.signal.load() == 2 ? Outcome::kHandedOver : Outcome::kWoken;
  }

  // Takes the first waiter of address out and calls decide(found, more, fair) under the bucket's
  // mutex; decide changes the lock's word and says whether the lock is handed over. fair: the
  // waiter has waited longer than the fairness bound.
  template <class Decide>
  static void unpark_one(const void* address, Decide decide) {
    Bucket& bucket = bucket_of(address);
    bucket.mutex.lock();
    Waiter* waiter = take(bucket, address);
    bool more = waiter && contains(bucket, address);
    bool fair = waiter && P::now() - waiter->since_ns > kFairnessNs;
    bool handed = decide(waiter != nullptr, more, fair);
    if (waiter) {
      // The waiter's frame may be gone as soon as the signal is set, so unpark comes under the
      // mutex that remove_late needs too.
      waiter->by = P::self().serial;
      auto& signal = waiter->signal;
      signal.store(handed ? 2 : 1);
      P::unpark(signal, 1);
    }
    bucket.mutex.unlock();
  }

  // For tests: how many wait for address.
  static uint32_t waiting(const void* address) {
    Bucket& bucket = bucket_of(address);
    bucket.mutex.lock();
    uint32_t count = 0;
    for (Waiter* w = bucket.first; w; w = w->next) count += w->address == address;
    bucket.mutex.unlock();
    return count;
  }

 private:
  struct Waiter {
    explicit Waiter(const void* a) : address(a) {}
    const void* address;
    Nanos since_ns = 0;
    uint32_t by = 0;  // who woke it; written before signal is
    Waiter* next = nullptr;
    typename P::template atomic<uint32_t> signal{0};
  };
  struct Bucket {
    FutexMutex<P> mutex;
    Waiter* first GUARDED_BY(mutex) = nullptr;
    Waiter* last GUARDED_BY(mutex) = nullptr;
  };

  static Bucket& bucket_of(const void* address) {
    static Bucket buckets[kBuckets];
    if constexpr (P::kSimulated) {
      // A run must not see what an earlier one left: lines' times, waiters and mutexes of abandoned
      // fibers.
      static uint64_t run = 0;
      if (run != P::run_number()) {
        run = P::run_number();
        for (Bucket& bucket : buckets) {
          std::destroy_at(&bucket);
          std::construct_at(&bucket);
        }
      }
      // Which addresses share a bucket changes times, so in virtual time it depends on their order
      // of appearance, not on their values.
      return buckets[P::address_number(address) % kBuckets];
    } else {
      return buckets[(reinterpret_cast<uintptr_t>(address) >> 3) % kBuckets];
    }
  }
  static void append(Bucket& bucket, Waiter* waiter) NEEDS(bucket.mutex) {
    (bucket.last ? bucket.last->next : bucket.first) = waiter;
    bucket.last = waiter;
  }
  static void unlink(Bucket& bucket, Waiter* before, Waiter* waiter) NEEDS(bucket.mutex) {
    (before ? before->next : bucket.first) = waiter->next;
    if (bucket.last == waiter) bucket.last = before;
  }
  static Waiter* take(Bucket& bucket, const void* address) NEEDS(bucket.mutex) {
    Waiter* before = nullptr;
    for (Waiter* w = bucket.first; w; before = w, w = w->next) {
      if (w->address != address) continue;
      unlink(bucket, before, w);
      return w;
    }
    return nullptr;
  }
  static bool contains(Bucket& bucket, const void* address) NEEDS(bucket.mutex) {
    for (Waiter* w = bucket.first; w; w = w->next) {
      if (w->address == address) return true;
    }
    return false;
  }
  // After a time-out: true if the waiter was still queued and is out now; false: it is being woken.
  static bool remove_late(Bucket& bucket, Waiter& self) {
    bucket.mutex.lock();
    Waiter* before = nullptr;
    Waiter* w = bucket.first;
    while (w && w != &self) {
      before = w;
      w = w->next;
    }
    if (w) unlink(bucket, before, w);
    bucket.mutex.unlock();
    return w != nullptr;
  }
};

}  // namespace gilsim
