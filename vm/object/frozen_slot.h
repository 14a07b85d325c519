// What: how a slot of a published container says that it will never change again.
// Idea: the frozen slots of Cliff Click's hash table (2007): the value that stood in the slot moves
//   into a box, and the slot refers to the box, so that no CAS which expects the value succeeds.
// State: slot: a value, or FrozenItem* + 12. Specials of the language are small numbers, boxes are
//   addresses.
// Threads: pure functions; a slot is frozen once.
// Not here: who freezes what, and when the boxes go (shared_list.h, shared_dict.h,
//   shared_attributes.h). Sets have a bit for it (shared_set.h).
#pragma once

#include "vm/object/object.h"

namespace gilsim {

struct alignas(16) FrozenItem {
  Value value;
};

inline constexpr uint64_t kTagMask = 15, kFrozenTag = 12, kFirstAddress = 4096;

inline bool is_frozen(Value slot) {
  return (slot.bits() & kTagMask) == kFrozenTag && slot.bits() >= kFirstAddress;
}
inline Value frozen_slot(const FrozenItem* box) {
  return Value(reinterpret_cast<uint64_t>(box) + kFrozenTag);
}
// The value, whether the slot is frozen or not.
inline Value thawed(Value slot) {
  return is_frozen(slot) ? reinterpret_cast<FrozenItem*>(slot.bits() - kFrozenTag)->value : slot;
}

}  // namespace gilsim
