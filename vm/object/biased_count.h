// What: biased reference counts: plain for the thread that made an object, atomic for all others.
// Idea: Choi, Shull and Torrellas, "Biased reference counting: minimizing atomic operations in
//   garbage collection" (2018), with the queue of PEP 703. An object that only its maker can
//   reach (private) has a plain count and nothing else. Before others can reach it, it is
//   published: from then on the maker, now its owner, counts in `count` and everybody else in
//   ShareHead::shared. An owner that has let go of its references merges the two; others that
//   bring the shared part below zero ask the owner to. What very many threads count becomes
//   uncounted and is the collector's.
// State: Object::lock: bits 0-1 the object's lock · kShareShared published · kShareUncounted its
//   count means nothing (then kShareShared as well). ShareHead::shared: bit 0 merged · bit 1 in
//   the owner's queue · above: the count of all but the owner, or of all once merged.
// Invariants: I1 private: only its owner touches the object. I2 merged is set once, by the owner,
//   or by anybody once the owner is gone. I3 an object in a queue is not freed by others: whoever
//   takes it out sees to it. I4 count + shared part >= the references that exist.
// Threads: any that owns a reference, or holds a slot's reference back from reclamation.
//   Wait-free but for the loops of compare_exchange, which are lock-free.
// Not here: publishing (publish_impl.h), freeing (release_impl.h).
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "gil/base/check.h"
#include "gil/base/build.h"
#include "gil/platform/platform.h"
#include "vm/object/thread.h"

namespace gilsim {

template <class V>
void release(Object* object);  // release_impl.h: its count has reached zero

inline constexpr uint8_t kShareShared = 4;
inline constexpr uint8_t kShareUncounted = 8;
inline constexpr uint8_t kShareBits = kShareShared | kShareUncounted;

// In front of each object of a policy that counts so. Has a meaning once the object is published.
struct ShareHead {
  int32_t shared;
  uint32_t owner;  // bits 0-23 VmThread::ident, 0: nobody any more · 24-31 heat, see
                   // BiasedCount::warm. Hostile builds: its maker's ident from the start
};
template <class V>
inline ShareHead& share_head(const Object* object) {
  return *reinterpret_cast<ShareHead*>(reinterpret_cast<char*>(const_cast<Object*>(object)) -
                                       V::kHeadBytes);
}

inline uint8_t share_state(const Object* object) {
  // relaxed: whoever may meet a published object came by it through a release
  return __atomic_load_n(&object->lock, __ATOMIC_RELAXED) & kShareBits;
}

template <class V>
struct BiasedCount {
  using P = typename V::P;
  static constexpr int32_t kMerged = 1;
  static constexpr int32_t kQueued = 2;
  static constexpr int32_t kOne = 4;
  static constexpr uint32_t kOwner = 0xffffff;
  static constexpr uint32_t kNobody = kOwner + 1;  // VmThread::owner of threads beyond the limit
  static constexpr uint32_t kHeat = 1 << 24;
  // One in so many counts by others is looked at; so many of those: uncounted.
  static constexpr uint32_t kSampling = kHostile ? 4 : 64, kHot = kHostile ? 4 : 16;

  static auto word(const Object* o) { return V::atomic(o, share_head<V>(o).shared); }
  static uint32_t load_count(const Object* o) {
    // relaxed: only the owner writes it, and others only look
    return __atomic_load_n(&o->count, __ATOMIC_RELAXED);
  }
  static void store_count(Object* o, uint32_t n) {
    V::atomic(o, o->count).store(n, std::memory_order_relaxed);  // relaxed: as load_count
  }
  static auto owner_word(const Object* o) { return V::atomic(o, share_head<V>(o).owner); }
  static bool is_mine(const Object* o) {
    // relaxed: a thread reads its own ident only if it has not given the object up itself
    uint32_t owner = __atomic_load_n(&share_head<V>(o).owner, __ATOMIC_RELAXED) & kOwner;
    return owner == V::current().owner;
  }
  static void disown(Object* o) {
    owner_word(o).fetch_and(~kOwner, std::memory_order_relaxed);  // relaxed: as is_mine
  }

  // As sys.getrefcount shows it; uncounted as CPython shows what is immortal.
  static uint32_t total(const Object* o) {
    uint8_t state = share_state(o);
    if (state & kShareUncounted) return UINT32_MAX;
    if (state == 0) return o->count;
    // relaxed: a figure to look at
    int32_t others = word(o).load(std::memory_order_relaxed) >> 2;
    return load_count(o) + static_cast<uint32_t>(others);
  }
  // The world is stopped: adds to the count.
  static void shift(Object* o, uint32_t by) {
    if (share_state(o) == 0)
      o->count += by;
    else
      share_head<V>(o).shared += static_cast<int32_t>(by) * kOne;
  }
  // An object at zero lives again: one reference, the caller's.
  static void revive(Object* o) {
    if (share_state(o) == 0)
      o->count = 1;
    else
      share_head<V>(o).shared = kOne | kMerged;
  }
  // Brings the count from 1 to 0 without a release. True: it is zero, and not in a queue.
  static bool give_up(Object* o) {
    if (share_state(o) == 0) return --o->count == 0;
    // (1) acq_rel: pairs with itself
    return word(o).fetch_sub(kOne, std::memory_order_acq_rel) == (kOne | kMerged);
  }
  // Hostile builds: share_head names the maker of a private object.
  static void check_owner(const Object* o) {
    VmThread& t = V::current();
    GILSIM_CHECK(t.isolate->collecting || (share_head<V>(o).owner & kOwner) == (t.ident & kOwner));
  }

  // ---- publishing. REQUIRES: private, the caller's own, or the world is stopped (adopt).
  static void start_sharing(VmThread& t, Object* o, bool adopt) {
    if (adopt || t.owner == kNobody) {
      share_head<V>(o) = {static_cast<int32_t>(o->count) * kOne | kMerged, 0};
      o->count = 0;
    } else {
      share_head<V>(o) = {0, t.owner};
    }
  }

  // ---- REQUIRES: the object is published.
  [[gnu::noinline]] static void incref_shared(Object* o) {
    if (share_state(o) & kShareUncounted) return;
    if (is_mine(o)) {
      V::P::tally(&Counters::counts_plain);
      return store_count(o, load_count(o) + 1);
    }
    V::P::tally(&Counters::counts_atomic);
    // relaxed: as any new reference, see policy.h
    word(o).fetch_add(kOne, std::memory_order_relaxed);
    if (++V::current().shared_counts % kSampling == 0) [[unlikely]]
      warm(o);
  }

  // False: nobody has a reference any more. An owner that has one cannot be in merge_empty, and
  // while it is there, a count by others keeps the object.
  static bool incref_alive(Object* o) {
    uint8_t state = share_state(o);
    if (state & kShareUncounted) return true;
    if (state == 0) return o->count != 0 && ++o->count != 0;
    if (is_mine(o)) {
      if (load_count(o) == 0) return false;
      store_count(o, load_count(o) + 1);
      return true;
    }
    // relaxed: only what to try
    int32_t seen = word(o).load(std::memory_order_relaxed);
    do {
      if ((seen & kMerged) && (seen >> 2) == 0) return false;
      // (1) acq_rel: pairs with itself
    } while (!word(o).compare_exchange_strong(seen, seen + kOne, std::memory_order_acq_rel));
    return true;
  }

  // What is counted often by threads that do not own it is not worth counting. Only what the
  // collector's lists know may be left to it.
  [[gnu::cold]] static void warm(Object* o) {
    if (!(o->flags & kLinked)) return;
    // relaxed: a count of its own
    uint32_t old = owner_word(o).fetch_add(kHeat, std::memory_order_relaxed);
    if (old / kHeat + 1 < kHot) return;
    // relaxed: those who still count do no harm: the caller's own reference keeps the count up
    V::atomic(o, o->lock).fetch_or(kShareUncounted, std::memory_order_relaxed);
  }

  [[gnu::noinline]] static void decref_shared(Object* o) {
    if (share_state(o) & kShareUncounted) return;
    if (is_mine(o)) {
      V::P::tally(&Counters::counts_plain);
      uint32_t left = load_count(o) - 1;
      store_count(o, left);
      if (left == 0) merge_empty(o);
      return;
    }
    V::P::tally(&Counters::counts_atomic);
    // relaxed: only what to try
    int32_t seen = word(o).load(std::memory_order_relaxed), next;
    bool ask;
    auto plan = [&] {
      next = seen - kOne;
      ask = next < 0 && !(seen & (kMerged | kQueued));
      if (ask) next |= kQueued;
    };
    plan();
    // (1) acq_rel: pairs with itself and (2): all uses by others happen before the release
    while (!word(o).compare_exchange_strong(seen, next, std::memory_order_acq_rel)) {  // (1)
      ++V::P::self().counters.cas_retries;
      plan();
    }
    if (ask)
      ask_owner(V::current(), o);
    else if (next == kMerged)
      release<V>(o);
  }

  // The owner has no reference left. Keeps I2.
  static void merge_empty(Object* o) {
    disown(o);
    // (2) acq_rel: pairs with (1)
    int32_t old = word(o).fetch_or(kMerged, std::memory_order_acq_rel);
    if (old == 0) release<V>(o);
  }

  // For the owner, or anybody once it is gone: adds both parts up. Keeps I2, I3.
  static void merge(Object* o) {
    int32_t mine = static_cast<int32_t>(load_count(o)) * kOne;
    store_count(o, 0);
    disown(o);
    // relaxed: only what to try
    int32_t seen = word(o).load(std::memory_order_relaxed), next;
    do {
      next = ((seen & ~kQueued) | kMerged) + (seen & kMerged ? 0 : mine);
      // (2) acq_rel: pairs with (1)
    } while (!word(o).compare_exchange_strong(seen, next, std::memory_order_acq_rel));
    if (next == kMerged && !(share_state(o) & kShareUncounted)) release<V>(o);
  }

  // ---- the queue of each owner: a stack that is taken as a whole
  static auto head_of(VmThread& t, MergeQueue& queue) {
    return V::atomic(t.isolate->thread_guard, queue.head);
  }
  static MergeRequest* gone() { return reinterpret_cast<MergeRequest*>(uintptr_t{1}); }

  static void ask_owner(VmThread& t, Object* o) {
    // relaxed: whoever the owner was; if it has given the object up meanwhile, so much the better
    uint32_t owner = __atomic_load_n(&share_head<V>(o).owner, __ATOMIC_RELAXED) & kOwner;
    MergeQueue* queue = owner ? t.isolate->merge_queues.find(owner) : nullptr;
    if (!queue) return merge(o);
    auto head = head_of(t, *queue);
    auto* request = new MergeRequest{o, nullptr};
    MergeRequest* seen = head.load();
    do {
      if (seen == gone()) {
        delete request;
        return merge(o);
      }
      request->next = seen;
    } while (!head.compare_exchange_strong(seen, request));
    if (!seen && queue->owner) queue->owner->breaker.set_bits(kBreakRetired);
  }
  static void serve(MergeRequest* list) {
    while (list && list != gone()) {
      MergeRequest* next = list->next;
      Object* o = list->object;
      delete list;
      merge(o);
      list = next;
    }
  }
  // At a safe point of the owner.
  static void serve_own(VmThread& t) {
    if (!t.merge_queue) return;
    auto head = head_of(t, *t.merge_queue);
    // relaxed: what comes later is served later
    if (head.load(std::memory_order_relaxed)) serve(head.exchange(nullptr));
  }
  // The thread ends: from now on others merge what it owned, and it counts as they do.
  static void leave(VmThread& t) {
    if (!t.merge_queue) return;
    MergeQueue* queue = std::exchange(t.merge_queue, nullptr);
    MergeRequest* rest = head_of(t, *queue).exchange(gone());
    t.owner = kNobody;
    serve(rest);
  }
};

}  // namespace gilsim
