// What: the attribute values of a published object in lock-free policies.
// Idea: one pointer leads to the shape and the values that it describes, so a reader never sees
//   one without the other. A value is replaced or deleted by one CAS on its slot; what changes
//   the shape freezes the values, makes a new block and installs it by one CAS, as shared_list.h.
// State: slot: null (unset), a value, FrozenItem* + 12. AttrStore of a published object: values
//   points to the block; shape is shape_of_published.
// Threads: any; get: wait-free; set, delete, moving to a dict: lock-free. Adding an attribute: so
//   once its shape is known; the first object of a class that adds it takes the shapes' lock.
// Not here: look-up order (attributes_impl.h), inline caches (attribute_cache.h).
#pragma once

#include <utility>
#include <vector>

#include "vm/object/attribute_store.h"
#include "vm/object/frozen_slot.h"
#include "vm/object/shared_dict.h"

namespace gilsim {

// What AttrStore::shape is once the object is published: no cache word can match it, so private
// objects pay nothing for the difference.
inline Shape shape_of_published{kNoCacheId, 0, nullptr, nullptr, nullptr, false, nullptr, 0, 0};

struct SharedSlots {
  Shape* shape;  // never changes
  uint64_t count;
  Value slots[];
};

// The values of a published object. REQUIRES: nobody changes it: its count is zero or the world is
// stopped.
template <class Visit>
void each_shared_slot(const AttrStore& store, const Visit& visit) {
  auto* block = reinterpret_cast<SharedSlots*>(store.values);
  for (uint64_t k = 0; block && k < block->count; ++k) {
    Value v = thawed(block->slots[k]);
    if (!v.is_null()) visit(v);
  }
}

template <class V>
class SharedAttributes {
 public:
  // ---- REQUIRES: private, about to be published.
  static void publish(AttrStore& store) {
    std::vector<Value> values(store.values, store.values + store.capacity);
    bool is_inline =
        store.inline_capacity != 0 && store.values == reinterpret_cast<const Value*>(&store + 1);
    if (store.values && !is_inline) memory_free(store.values);
    store.values = reinterpret_cast<Value*>(make_block(store.shape, values));
    store.shape = &shape_of_published;
    store.capacity = store.inline_capacity = 0;
  }
  // ---- REQUIRES: nobody else uses the object any more.
  static void drop(AttrStore& store) {
    AttrStore content{};
    std::swap(content.values, store.values);
    each_shared_slot(content, [](Value v) { V::decref(v); });
    if (content.values) memory_free(content.values);
  }

  static SharedSlots* current(Object* o, const AttrStore* store) {
    return reinterpret_cast<SharedSlots*>(V::load(o, store->values));
  }
  // As it is now; not counted.
  static Value peek(Object* o, SharedSlots* block, uint64_t index) {
    return index < block->count ? thawed(V::load(o, block->slots[index])) : Value();
  }
  static Value get(Object* o, SharedSlots* block, uint64_t index) {
    return V::newref(peek(o, block, index));
  }
  // Puts `to` (counted by the caller, or null) in the place of what peek() gave. False: it has
  // changed, or the block is being replaced.
  static bool swap(Object* o, AttrStore* store, SharedSlots* block, uint64_t index, Value from,
                   Value to) {
    if (index >= block->count) {
      renew(o, store, block, [&](Shape*&, std::vector<Value>& values) {
        values.resize(std::max<size_t>(values.size(), index + 1));
      });
      return false;
    }
    Value expected = from;
    // (1) acq_rel: what the slot refers to is complete; pairs with the acquire of peek()
    if (V::atomic(o, block->slots[index])
            .compare_exchange_strong(expected, to, std::memory_order_acq_rel)) {
      SharedMemory<V>::retire(from);
      return true;
    }
    if (thawed(expected) == from)  // frozen
      renew(o, store, block, [](Shape*&, std::vector<Value>&) {});
    return false;
  }
  // Puts another block in the place of this one: body(shape, values) changes copies of both, whose
  // references become the new block's. False: another thread has put another one there.
  template <class Body>
  static bool renew(Object* o, AttrStore* store, SharedSlots* block, const Body& body) {
    auto* items = new std::vector<FrozenItem>(block->count);
    std::vector<Value> values(block->count);
    for (uint64_t k = 0; k < block->count;) {
      Value v = V::load(o, block->slots[k]);
      (*items)[k].value = v;
      Value expected = v, box = frozen_slot(&(*items)[k]);
      if (!is_frozen(v) &&
          !V::atomic(o, block->slots[k])
               .compare_exchange_strong(expected, box, std::memory_order_acq_rel))  // (1)
        continue;
      values[k++] = thawed(v);
    }
    Shape* shape = block->shape;
    body(shape, values);
    SharedSlots* made = make_block(shape, values);
    auto* expected = reinterpret_cast<Value*>(block);
    // (2) acq_rel: pairs with the acquire of current()
    bool done = V::atomic(o, store->values)
                    .compare_exchange_strong(expected, reinterpret_cast<Value*>(made),
                                             std::memory_order_acq_rel);  // (2)
    SharedMemory<V>::retire_by(items,
                               [](void* p) { delete static_cast<std::vector<FrozenItem>*>(p); });
    if (done)
      SharedMemory<V>::retire_block(block);
    else
      memory_free(made);
    return done;
  }

 private:
  static SharedSlots* make_block(Shape* shape, const std::vector<Value>& values) {
    auto* block = static_cast<SharedSlots*>(
        memory_allocate(sizeof(SharedSlots) + values.size() * sizeof(Value)));
    block->shape = shape;
    block->count = values.size();
    std::copy(values.begin(), values.end(), block->slots);
    return block;
  }
};

}  // namespace gilsim
