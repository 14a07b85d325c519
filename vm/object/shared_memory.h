// What: memory and references that other threads may still be reading.
// Idea: a thread that runs bytecode is always inside a guard, and safe points quiesce (QSBR, see
//   gil/reclaim/qsbr.h), so readers of published objects pay nothing. What a writer has unlinked
//   it retires: a reference is dropped, a block is freed, when every thread has been at a safe
//   point. That happens on request, by a breaker bit, so that safe points count nothing; a thread
//   asks some safe points after it has retired something, for more to come together.
// State: Isolate::reclaimer, VmThread::reclaim_member; null in policies that do not need them.
//   VmThread::quiesce_in: safe points until it asks, at most; 0: it does not count. kBreakRetired
//   is set from when it is set until it has run out.
// Invariants: I1 no pointer into a published object's memory, and no value read from it that is
//   not counted yet, is kept across a safe point.
// Threads: any; each for itself. Retiring and quiescing are lock-free.
// Not here: what is retired (the containers).
#pragma once

#include "gil/base/build.h"
#include "gil/reclaim/qsbr.h"
#include "vm/object/policy.h"

namespace gilsim {

// From when a thread has retired something on: so many safe points, or so many items more, until
// it asks for them to go.
inline constexpr uint32_t kQuiesceIn = kHostile ? 2 : 1024;

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
      if (t.merge_queue) t.merge_queue->owner = t.record;
      t.reclaim_member = new Member(*static_cast<Reclaimer*>(t.isolate->reclaimer), t.record);
    }
  }
  // The last the thread does with objects. What only it could reach and is still there, the
  // collector will find.
  static void leave(VmThread& t) {
    if constexpr (V::kBiased) {
      BiasedCount<V>::leave(t);
      quiesce(t);
      hand_over_private(t);
      bool left = member(t)->unreclaimed() != 0;
      delete member(t);
      t.reclaim_member = nullptr;
      if (left) static_cast<Reclaimer*>(t.isolate->reclaimer)->ask_all(ask);  // to take it over
    }
  }
  // A quiescent state. What this thread has retired is asked for.
  static void quiesce(VmThread& t) {
    if constexpr (V::kBiased) {
      disarm(t);
      BiasedCount<V>::serve_own(t);
      member(t)->want(ask);
      if (member(t)->is_wanting()) arm(t);
    }
  }
  // At a safe point whose breaker is set: whether only kBreakRetired is, and it is too early.
  [[gnu::always_inline]] static bool may_wait(VmThread& t) {
    if (t.record->breaker.load() != kBreakRetired || t.quiesce_in <= 1) return false;
    --t.quiesce_in;
    return true;
  }
  // What the breaker asks of a thread at a safe point.
  static void serve_breaker(VmThread& t) {
    if constexpr (V::kBiased) {
      uint32_t bits = t.record->breaker.load();
      t.record->breaker.clear_bits(kBreakQuiesce);
      if (bits & kBreakRetired) arm(t);  // another thread may have set it, to wait from now on
      if (t.quiesce_in == 1) return quiesce(t);
      if (!(bits & kBreakQuiesce)) return;
      BiasedCount<V>::serve_own(t);
      member(t)->answer(ask);
      if (member(t)->is_wanting()) arm(t);
    }
  }
  // Around waits outside the interpreter.
  static void offline(VmThread& t) {
    if constexpr (V::kBiased) member(t)->offline(ask);
  }
  static void online(VmThread& t) {
    if constexpr (V::kBiased) {
      member(t)->online(ask);
      if (member(t)->unreclaimed()) arm(t);  // nobody asks who is offline
    }
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
    Member& mine = *member(t);
    mine.retire(memory, drop);
    if (!t.record) return;
    arm(t);
    if (mine.unreclaimed() >= t.quiesce_at) t.quiesce_in = 1;
    Counters& counters = t.record->counters;
    ++counters.retired;
    if (mine.unreclaimed() > counters.unreclaimed_most)
      counters.unreclaimed_most = mine.unreclaimed();
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
  static Member* member(VmThread& t) { return static_cast<Member*>(t.reclaim_member); }
  static void ask(void* record) {
    static_cast<ThreadRecord*>(record)->breaker.set_bits(kBreakQuiesce);
  }
  static void arm(VmThread& t) {
    if (t.quiesce_in != 0 || !t.record) return;
    t.quiesce_in = kQuiesceIn;
    t.quiesce_at = member(t)->unreclaimed() + kQuiesceIn;
    t.record->breaker.set_bits(kBreakRetired);
  }
  static void disarm(VmThread& t) {
    t.quiesce_in = 0;
    if (t.record) t.record->breaker.clear_bits(kBreakRetired);
  }
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
