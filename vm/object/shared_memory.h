// What: memory and references that other threads may still be reading.
// Idea: a thread that runs bytecode is always inside a guard, and safe points quiesce (QSBR, see
//   gil/reclaim/qsbr.h), so readers of published objects pay nothing. What a writer has unlinked
//   it retires: a reference is dropped, a block is freed, when every thread has been at a safe
//   point.
// State: Isolate::reclaimer, VmThread::reclaim_member; null in policies that do not need them.
// Invariants: I1 no pointer into a published object's memory, and no value read from it that is
//   not counted yet, is kept across a safe point.
// Threads: any; each for itself. Retiring and quiescing are lock-free.
// Not here: what is retired (the containers).
#pragma once

#include "gil/base/build.h"
#include "gil/reclaim/qsbr.h"
#include "vm/object/policy.h"

namespace gilsim {

// Safe points of a thread until it quiesces without being asked.
inline constexpr int32_t kQuiesceEvery = kHostile ? 3 : 1024;

template <class V>
struct SharedMemory {
  static_assert(V::kParallel || !V::kBiased);
  using Reclaimer = QsbrReclaimer<typename V::P>;
  using Member = typename Reclaimer::Member;

  static void create(VmThread& t) {
    if constexpr (V::kBiased) {
      t.isolate->reclaimer = new Reclaimer;  // lives as long as the process, as the isolate does
      enter(t);
    }
  }

  // ---- a thread's life. enter: once, before it touches an object.
  static void enter(VmThread& t) {
    if constexpr (V::kBiased) {
      if (t.reclaim_member) return;
      t.merge_queue = t.isolate->merge_queues.make(t.ident);
      t.owner = t.merge_queue ? static_cast<uint32_t>(t.ident) : BiasedCount<V>::kNobody;
      if (t.record && t.record->budget > kQuiesceEvery) t.record->budget = kQuiesceEvery;
      t.reclaim_member = new Member(*static_cast<Reclaimer*>(t.isolate->reclaimer));
    }
  }
  // The last the thread does with objects. What only it could reach and is still there, the
  // collector will find.
  static void leave(VmThread& t) {
    if constexpr (V::kBiased) {
      BiasedCount<V>::leave(t);
      quiesce(t);
      hand_over_private(t);
      delete static_cast<Member*>(t.reclaim_member);
      t.reclaim_member = nullptr;
    }
  }
  static void quiesce(VmThread& t) {
    if constexpr (V::kBiased) {
      BiasedCount<V>::serve_own(t);
      static_cast<Member*>(t.reclaim_member)->quiesce();
    }
  }
  // Around waits outside the interpreter.
  static void offline(VmThread& t) {
    if constexpr (V::kBiased) static_cast<Member*>(t.reclaim_member)->offline();
  }
  static void online(VmThread& t) {
    if constexpr (V::kBiased) static_cast<Member*>(t.reclaim_member)->online();
  }

  // ---- what a writer has unlinked from a published object
  static void retire(Value v) {
    if (!v.is_object()) return;
    if (share_state(v.object()) & kShareUncounted) return;
    retire_by(v.object(), drop_reference);
  }
  static void retire_block(void* block) {
    if (block) retire_by(block, memory_free);
  }
  static void retire_by(void* memory, void (*drop)(void*)) {
    VmThread& t = V::current();
    auto* member = static_cast<Member*>(t.reclaim_member);
    member->retire(memory, drop);
    if (!t.record) return;
    Counters& counters = t.record->counters;
    ++counters.retired;
    if (member->unreclaimed() > counters.unreclaimed_most)
      counters.unreclaimed_most = member->unreclaimed();
  }
  // A step of a lock-free operation: false is counted as a retry.
  static bool count_retry(bool done) {
    if (!done) [[unlikely]]
      ++V::P::self().counters.cas_retries;
    return done;
  }
  // The world is stopped: each retired reference goes to drop, blocks are freed.
  template <class Drop>
  static void take_retired(VmThread& t, const Drop& drop) {
    static_cast<Reclaimer*>(t.isolate->reclaimer)->take_all([&](const Retired& item) {
      if (item.drop == drop_reference)
        drop(Value(static_cast<Object*>(item.memory)));
      else
        item.drop(item.memory);
    });
  }

 private:
  static void drop_reference(void* object) { V::decref(static_cast<Object*>(object)); }
  static void hand_over_private(VmThread& t) {
    GcObject* first = t.gc_head.gc_next;
    if (first == &t.gc_head) return;
    GcObject* last = t.gc_head.gc_previous;
    uint32_t shard = static_cast<uint32_t>(t.ident % Isolate::kShards);
    GcObject* head = t.isolate->gc_heads[shard];
    typename V::Guard guard(t.isolate->gc_guards[shard]);
    first->gc_previous = head->gc_previous;
    last->gc_next = head;
    head->gc_previous->gc_next = first;
    head->gc_previous = last;
    t.gc_head.gc_next = t.gc_head.gc_previous = &t.gc_head;
  }
};

}  // namespace gilsim
