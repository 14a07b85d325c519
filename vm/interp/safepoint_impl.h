// What: the slow path of a safe point: the interpreter lock, the collector, exceptions from
//   outside. Idea: the order follows CPython's _Py_HandlePending: stop the world and collect, then
//   the lock, then asynchronous exceptions. Invariants: I1 a collection starts at a safe point
//   only; what C++ locals own then, the collector finds by the counts. Threads: owner of the
//   VmThread only.
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
  if constexpr (V::kBiased) {
    if (SharedMemory<V>::may_wait(t)) return true;
  }
  return poll_in_full(t);
}

template <class V>
[[gnu::noinline]] bool Interp<V>::poll_in_full(VmThread& t) {
  // Else each safe point from the first collection on would come here.
  if (t.record->breaker.load() & kBreakCollect) t.record->breaker.clear_bits(kBreakCollect);
  if (t.isolate->gc_wanted) collect_if_wanted(t);
  t.recursion_limit = t.isolate->recursion_limit;
  gil_of<V>(t).poll(*t.record);
  if constexpr (V::kBiased) {
    SharedMemory<V>::serve_breaker(t);
    if (t.pending) return false;
  }
  if (MemoryLimit::is_set() && raise_memory_error(t)) return false;
  return !Interrupt::pending() || !raise_interrupt(t);
}

template <class V>
void Interp<V>::ask_for_memory_error() {
  P::self().breaker.set_bits(kBreakMemory);
}

// MemoryError, if this thread went beyond the limit and a collection does not help.
template <class V>
bool Interp<V>::raise_memory_error(VmThread& t) {
  if (!(t.record->breaker.load() & kBreakMemory)) return false;
  t.record->breaker.clear_bits(kBreakMemory);
  if (MemoryLimit::is_passed() && t.isolate->gc_enabled) collect_now(t);
  if (!MemoryLimit::is_passed()) return false;
  MemoryLimit::give_room();
  Errors<V>::raise(t, Exc::MemoryError, "");
  return true;
}

// On the first thread: what signals that came ask for. True: an exception is pending.
template <class V>
bool Interp<V>::raise_interrupt(VmThread& t) {
  while (int signal = Interrupt::take(*t.record)) {
    if (Interrupt::is_own(signal)) {
      if (!call_signal_handler(t, signal)) return true;
    } else {
      Class* kind = t.isolate->exceptions[static_cast<int>(Exc::KeyboardInterrupt)];
      Errors<V>::raise_object(t, Value(static_cast<Object*>(kind)), Value());
      return true;
    }
  }
  return false;
}

// The program's own handler, by the module that knows it.
template <class V>
bool Interp<V>::call_signal_handler(VmThread& t, int signal) {
  Ref<V> module(Dicts<V>::get_str(t, t.isolate->modules, "_signal"));
  if (!module) return true;
  ++t.native_depth;
  Ref<V> result(Protocol<V>::call_method(t, module.get(), "_deliver", {Value::integer(signal)}));
  --t.native_depth;
  return static_cast<bool>(result);
}

// For long native loops: the thread counts as nested meanwhile.
template <class V>
bool Interp<V>::native_safe_point(VmThread& t) {
  ++t.native_depth;
  bool good = poll(t);
  --t.native_depth;
  return good;
}

template <class V>
void Interp<V>::collect_if_wanted(VmThread& t) {
  if (t.isolate->gc_enabled) collect_now(t);
}

// Gives the number of objects freed.
template <class V>
int64_t Interp<V>::collect_now(VmThread& t) {
  ThreadState before = P::set_state(ThreadState::Collecting);
  gil_of<V>(t).stop_world(*t.record);
  t.isolate->gc_wanted = false;
  int64_t freed = Collector<V>::collect(t);
  gil_of<V>(t).start_world(*t.record);
  P::set_state(before);
  // Finalizers run Python code, so they wait until here; what they belonged to goes with the next
  // collection.
  Collector<V>::run_finalizers(t);
  return freed;
}

}  // namespace gilsim
