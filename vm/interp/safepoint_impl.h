// What: the slow path of a safe point: the interpreter lock, the collector, exceptions from
// outside. Idea: the order follows CPython's _Py_HandlePending: stop the world and collect, then
// the lock, then asynchronous exceptions. Invariants: I1 a collection starts only when no thread is
// in a nested native re-entry, since C++ locals are no roots. Threads: owner of the VmThread only.
// Not here: the hand-over algorithms (gil/algorithm).
#pragma once

#include "gil/algorithm/gil.h"
#include "gil/platform/interrupt.h"
#include "vm/interp/interp.h"
#include "vm/object/shared_memory.h"

namespace gilsim {

template <class V>
Gil<typename V::P>& gil_of(VmThread& t) {
  return *static_cast<Gil<typename V::P>*>(t.isolate->gil);
}

template <class V>
bool Interp<V>::poll(VmThread& t) {
  if (t.isolate->gc_wanted) collect_if_wanted(t);
  gil_of<V>(t).poll(*t.record);
  if constexpr (V::kBiased) {
    if (t.record->budget > kQuiesceEvery) t.record->budget = kQuiesceEvery;
    SharedMemory<V>::quiesce(t);
    if (t.pending) return false;
  }
  return !Interrupt::pending() || !raise_interrupt(t);
}

// KeyboardInterrupt, if Ctrl-C was pressed and this is the first thread.
template <class V>
bool Interp<V>::raise_interrupt(VmThread& t) {
  if (!Interrupt::take(*t.record)) return false;
  Class* kind = t.isolate->exceptions[static_cast<int>(Exc::KeyboardInterrupt)];
  Errors<V>::raise_object(t, Value(static_cast<Object*>(kind)), Value());
  return true;
}

// For long native loops. C++ locals of the loop are no roots, so the thread counts as nested
// meanwhile.
template <class V>
bool Interp<V>::native_safe_point(VmThread& t) {
  ++t.native_depth;
  bool good = poll(t);
  --t.native_depth;
  return good;
}

template <class V>
void Interp<V>::collect_if_wanted(VmThread& t) {
  if (!t.isolate->gc_enabled || t.native_depth > 1) return;
  collect_now(t);
}

// Gives the number of objects freed, or -1: another thread is inside nested native code; tried
// again at a later safe point.
template <class V>
int64_t Interp<V>::collect_now(VmThread& t) {
  ThreadState before = P::set_state(ThreadState::Collecting);
  gil_of<V>(t).stop_world(*t.record);
  int64_t freed = -1;
  bool possible = true;
  for (VmThread* other : t.isolate->threads) possible = possible && other->native_depth <= 1;
  if (possible) {
    t.isolate->gc_wanted = false;
    freed = Collector<V>::collect(t);
  }
  gil_of<V>(t).start_world(*t.record);
  P::set_state(before);
  // Finalizers run Python code, so they wait until here; what they belonged to goes with the next
  // collection.
  if (freed >= 0) Collector<V>::run_finalizers(t);
  return freed;
}

}  // namespace gilsim
