// What: what a reclaimer promises, as a concept. Memory that other threads may still read is
//   retired instead of freed, and freed once nobody can hold it any more (Hart, McKenney, Brown
//   and Walpole, "Performance of memory reclamation for lockless synchronization", 2007, compare
//   all three).
// Idea: a thread is a Member; what it reads it reads inside a Guard, through protect; what it has
//   unlinked it retires. quiesce() says that the thread holds nothing: it is outside every guard.
// Threads: a Member and its guards belong to one thread; retire and quiesce act for it.
// Not here: counting how much is retired by whom (the ledger).
#pragma once

#include <concepts>
#include <cstdint>

#include "gil/platform/platform.h"

namespace gilsim {

// Sources that are protected must be changed by sequentially consistent operations, the default.
// protect(source, slot): the pointer that source holds; what it points to stays until the guard
// ends or the same slot protects something else. slot < kSlots.
template <class R>
concept Reclaimer = requires(R reclaimer, typename R::Member& member, typename R::Guard& guard,
                             const typename R::template Source<int>& source, void* memory,
                             void (*drop)(void*)) {
  requires std::constructible_from<typename R::Member, R&>;
  requires std::constructible_from<typename R::Guard, typename R::Member&>;
  { guard.protect(source, 0u) } -> std::same_as<int*>;
  { R::kSlots } -> std::convertible_to<uint32_t>;
  // At most how much one thread that stops inside a guard keeps from being freed: whether there is
  // such a bound.
  { R::kBounded } -> std::convertible_to<bool>;
  member.retire(memory, drop);
  member.quiesce();
  { member.unreclaimed() } -> std::convertible_to<size_t>;
};

}  // namespace gilsim
