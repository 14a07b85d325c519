// What: what a lock that sleeps notes about a wait: its state, its count, who held it, the object.
// Threads: any. Not here: waiting itself (the locks).
#pragma once

#include <string>

#include "gil/platform/histogram.h"
#include "gil/platform/platform.h"

namespace gilsim {

// Runs take(), which waits for the lock at address and gives the serial of the thread that woke it
// last (0: it did not sleep), as a wait in the ledger. kInObject: the address is one that
// ThreadRecord::describe_object knows.
template <class P, bool kInObject, class Take>
void take_noted(const void* address, const Take& take) {
  ThreadState before = P::set_state(ThreadState::WaitObject);
  ++P::self().counters.object_lock_contended;
  const char* reason = P::self().wait_reason;
  if (!reason) P::self().wait_reason = "an object's lock";
  BlockNote<P> note(P::self());
  uint32_t by = note.wanted() ? P::holder_of(address) : 0;
  uint32_t woken_by = take();
  if (by == 0) by = woken_by;
  std::string name;
  if (kInObject && note.wanted() && P::self().describe_object)
    P::self().describe_object(address, name);
  note.end(ThreadState::WaitObject, by, std::move(name));
  P::self().wait_reason = reason;
  P::set_state(before);
}

}  // namespace gilsim
