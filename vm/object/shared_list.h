// What: the contents of a published list in lock-free policies.
// Idea: the items stand in a block with its own size word, so one pointer leads to all of them. A
//   set is one CAS on its slot. Append and pop put a descriptor into the slot that they change
//   and commit by a CAS on the size word (the helping scheme of Dechev, Pirkelbauer and
//   Stroustrup, "Lock-free dynamically resizable arrays", 2006, with the descriptor in the slot).
//   Everything else freezes the block (after the frozen slots of Cliff Click's hash table, 2007),
//   makes a new one from what is frozen, and installs it by one CAS; who meets a frozen block
//   does the same.
// State: List::items: SharedList::pointer_to. Size word: bits 0-31 size · 32-62 version · 63
//   frozen. Slot: null (behind the end), a value, PendingSize* + 4, FrozenItem* + 12.
// Invariants: I1 the version grows with each change of the size word, so a pending change is
//   either the step to the next version or has failed. I2 the size word leaves a version only
//   when no descriptor that was committed by the step before stands in a slot (settle). I3 a
//   frozen block never changes again, and is replaced.
// Threads: any. set, append, pop: lock-free; get: lock-free (it helps); size: wait-free. Slots
//   are released by the CAS that fills them and acquired by readers.
// Not here: private lists, what methods mean (list_impl.h).
#pragma once

#include <algorithm>
#include <bit>
#include <vector>

#include "vm/object/frozen_slot.h"
#include "vm/object/memory.h"
#include "vm/object/shared_memory.h"

namespace gilsim {

struct SharedBlock {
  uint64_t capacity;
  uint64_t size_word;
  Value slots[];
};
struct alignas(16) PendingSize {
  uint64_t expected;  // the size word that it steps from
  Value value;        // appended, or popped
  bool appends;
  uint32_t status;  // 0 open, 1 committed, 2 failed; set before the slot is cleaned
};

inline SharedBlock* shared_block_of(uint64_t pointer) {
  return reinterpret_cast<SharedBlock*>(pointer & ((uint64_t{1} << 56) - 1));
}

// The items of a published list. REQUIRES: nobody changes it: its count is zero or the world is
// stopped.
template <class Visit>
void each_shared_item(const List* list, const Visit& visit) {
  SharedBlock* block = shared_block_of(reinterpret_cast<uint64_t>(list->items));
  if (!block) return;
  for (uint64_t k = block->size_word & 0xffffffff; k > 0; --k) {
    visit(thawed(block->slots[k - 1]));
  }
}

template <class V>
class SharedList {
 public:
  // ---- REQUIRES: private, about to be published.
  static void publish(List* list) {
    SharedBlock* block = make_block(list->size);
    std::copy_n(list->items, list->size, block->slots);
    block->size_word = list->size;
    if (list->items) memory_free(list->items - list->front);
    list->items = pointer_to(block);
    list->size = list->capacity = list->front = 0;
  }
  // ---- REQUIRES: nobody else uses the list any more.
  static void drop(List* list) {
    List content{};
    std::swap(content.items, list->items);
    each_shared_item(&content, [](Value v) { V::decref(v); });
    if (content.items) memory_free(shared_block_of(reinterpret_cast<uint64_t>(content.items)));
  }

  // ---- operations. Indices may be negative, from the end.
  static uint64_t size(List* list) { return size_of(load_size(list, current(list))); }

  // Owned; null: out of range.
  [[gnu::always_inline]] static Value get(List* list, int64_t index) {
    auto pointer = reinterpret_cast<uint64_t>(V::load(list, list->items));
    // A number or an object in a slot is an item: its index is in range. Keeps the size word, which
    // others may be writing, out of this. Specials may be marks of a change under way.
    if (static_cast<uint64_t>(index) >> (pointer >> kAddressBits) == 0) [[likely]] {
      Value v = load_slot(list, block_of(pointer), static_cast<uint64_t>(index));
      if (!v.is_pointer_or_null() && !v.is_special()) return v;
      if (v.is_object()) {
        V::incref(v.object());
        return v;
      }
    }
    return get_slow(list, index);
  }
  [[gnu::noinline]] static Value get_slow(List* list, int64_t index) {
    for (;;) {
      SharedBlock* block = current(list);
      uint64_t at;
      if (!place(index, load_size(list, block), at)) return Value();
      Value v = load_slot(list, block, at);
      v = thawed(v);
      if (is_pending(v))
        resolve(list, block, at, pending(v));
      else if (!v.is_null())
        return V::newref(v);
    }
  }
  // Shares item. False: out of range.
  [[gnu::noinline]] static bool set(List* list, int64_t index, Value item) {
    V::publish(item);
    V::incref(item);
    for (;;) {
      SharedBlock* block = current(list);
      uint64_t at;
      if (!place(index, load_size(list, block), at)) {
        V::decref(item);
        return false;
      }
      Value v = load_slot(list, block, at);
      if (is_frozen(v)) {
        renew(list, block, kNoChange, 0);
      } else if (is_pending(v)) {
        resolve(list, block, at, pending(v));
      } else if (!v.is_null() && swap_slot(list, block, at, v, item)) {
        SharedMemory<V>::retire(v);
        return true;
      }
    }
  }
  // Takes item over.
  [[gnu::noinline]] static void append(List* list, Value item) {
    V::publish(item);
    for (;;) {
      SharedBlock* block = current(list);
      uint64_t word = load_size(list, block), n = size_of(word);
      if (is_frozen_word(word) || n == block->capacity) {
        renew(list, block, kNoChange, 1);
        continue;
      }
      if (!settle(list, block, word)) continue;
      if (step(list, block, n, Value(), {word, item, true, 0})) return;
    }
  }
  // The last item, owned; null: there is none.
  static Value pop(List* list) {
    for (;;) {
      SharedBlock* block = current(list);
      uint64_t word = load_size(list, block), n = size_of(word);
      if (is_frozen_word(word)) {
        renew(list, block, kNoChange, 0);
        continue;
      }
      if (n == 0) return Value();
      if (!settle(list, block, word)) continue;
      Value v = load_slot(list, block, n - 1);
      if (v.is_null() || is_pending(v) || is_frozen(v)) continue;
      if (!step(list, block, n - 1, v, {word, v, false, 0})) continue;
      V::incref(v);
      SharedMemory<V>::retire(v);
      return v;
    }
  }
  // Any other change: body(List*) gets a private copy to change, perhaps more than once; its
  // references are the list's own.
  template <class Body>
  static void change(List* list, const Body& body) {
    while (!renew(list, current(list), body, 0)) {
    }
  }
  // The items one after the other, each as it is when it is read. Owned ones go to take(Value).
  template <class Take>
  static void read_all(List* list, const Take& take) {
    for (int64_t k = 0;; ++k) {
      Value v = get(list, k);
      if (v.is_null()) return;
      take(v);
    }
  }

 private:
  static constexpr uint64_t kFrozen = uint64_t{1} << 63;
  static constexpr uint64_t kVersion = uint64_t{1} << 32;
  static constexpr uint64_t kVersions = 0x7fffffff;
  static uint64_t size_of(uint64_t word) { return word & 0xffffffff; }
  static uint64_t version_of(uint64_t word) { return (word >> 32) & kVersions; }
  static bool is_frozen_word(uint64_t word) { return (word & kFrozen) != 0; }
  static uint64_t word_of(uint64_t size, uint64_t version) {
    return size | (version & kVersions) << 32;
  }
  static constexpr uint64_t kPendingTag = 4;
  static bool is_pending(Value v) {
    return (v.bits() & kTagMask) == kPendingTag && v.bits() >= kFirstAddress;
  }
  static PendingSize* pending(Value v) {
    return reinterpret_cast<PendingSize*>(v.bits() - kPendingTag);
  }
  static Value pending_slot(const PendingSize* p) {
    return Value(reinterpret_cast<uint64_t>(p) + kPendingTag);
  }
  // List::items: the block's address and, above it, the logarithm of its capacity.
  static constexpr int kAddressBits = 56;
  static Value* pointer_to(SharedBlock* block) {
    auto log = static_cast<uint64_t>(std::countr_zero(block->capacity));
    return reinterpret_cast<Value*>(reinterpret_cast<uint64_t>(block) | log << kAddressBits);
  }
  static SharedBlock* block_of(uint64_t pointer) { return shared_block_of(pointer); }
  static SharedBlock* make_block(uint64_t capacity) {
    capacity = std::bit_ceil(std::max<uint64_t>(capacity, 4));
    auto* block =
        static_cast<SharedBlock*>(memory_allocate(sizeof(SharedBlock) + capacity * sizeof(Value)));
    block->capacity = capacity;
    block->size_word = 0;
    std::fill_n(block->slots, capacity, Value());
    return block;
  }
  static SharedBlock* current(List* list) {
    return block_of(reinterpret_cast<uint64_t>(V::load(list, list->items)));
  }
  static uint64_t load_size(List* list, SharedBlock* block) {
    return V::load(list, block->size_word);
  }
  static Value load_slot(List* list, SharedBlock* block, uint64_t at) {
    return V::load(list, block->slots[at]);
  }
  static bool swap_slot(List* list, SharedBlock* block, uint64_t at, Value from, Value to) {
    // (2) acq_rel: what the slot refers to is complete; pairs with the acquire of load_slot
    return SharedMemory<V>::count_retry(
        V::atomic(list, block->slots[at])
            .compare_exchange_strong(from, to, std::memory_order_acq_rel));  // (2)
  }
  static bool swap_size(List* list, SharedBlock* block, uint64_t from, uint64_t to) {
    return SharedMemory<V>::count_retry(
        V::atomic(list, block->size_word).compare_exchange_strong(from, to));
  }
  static bool place(int64_t index, uint64_t word, uint64_t& at) {
    if (index < 0) index += static_cast<int64_t>(size_of(word));
    at = static_cast<uint64_t>(index);
    return at < size_of(word);
  }

  // Keeps I2. False: the size word is another one by now.
  static bool settle(List* list, SharedBlock* block, uint64_t word) {
    uint64_t n = size_of(word);
    for (uint64_t at = n < 2 ? 0 : n - 2; at < n + 2 && at < block->capacity; ++at) {
      Value v = load_slot(list, block, at);
      if (is_pending(v)) resolve(list, block, at, pending(v));
    }
    return load_size(list, block) == word;
  }

  // One try at a change of the size by one. True: it was made.
  static bool step(List* list, SharedBlock* block, uint64_t at, Value from, PendingSize change) {
    auto* p = new PendingSize(change);
    if (!swap_slot(list, block, at, from, pending_slot(p))) {
      delete p;
      return false;
    }
    resolve(list, block, at, p);
    bool made = V::load(list, p->status) == 1;
    SharedMemory<V>::retire_by(p, [](void* d) { delete static_cast<PendingSize*>(d); });
    return made;
  }

  // Commits a pending change if it still can be, finds out what became of it, and cleans its slot.
  // The first to say so is right: the slot is cleaned only after that (I1, I2).
  static void resolve(List* list, SharedBlock* block, uint64_t at, PendingSize* p) {
    uint64_t next = word_of(size_of(p->expected) + (p->appends ? 1 : ~uint64_t{0}),
                            version_of(p->expected) + 1);
    uint64_t word = load_size(list, block);
    if (word == p->expected) {
      swap_size(list, block, word, next);
      word = load_size(list, block);
    }
    uint32_t open = 0;
    V::atomic(list, p->status).compare_exchange_strong(open, word == next ? 1u : 2u);
    bool made = V::load(list, p->status) == 1;
    swap_slot(list, block, at, pending_slot(p), made == p->appends ? p->value : Value());
  }

  static constexpr auto kNoChange = [](List*) {};
  // Puts a block with changed contents, and room for that many more, in the place of this one.
  // False: another thread has put another one there.
  template <class Body>
  static bool renew(List* list, SharedBlock* block, const Body& body, uint64_t room) {
    std::vector<FrozenItem>* items = freeze(list, block);
    List copy = private_copy(list, block);
    body(&copy);
    SharedBlock* made = make_block(copy.size + room);
    std::copy_n(copy.items, copy.size, made->slots);
    made->size_word = copy.size;
    if (copy.items) memory_free(copy.items - copy.front);
    Value* expected = pointer_to(block);
    // (1) acq_rel: pairs with the acquire of current()
    bool done = V::atomic(list, list->items)
                    .compare_exchange_strong(expected, pointer_to(made), std::memory_order_acq_rel);
    SharedMemory<V>::retire_by(items,
                               [](void* p) { delete static_cast<std::vector<FrozenItem>*>(p); });
    if (done)
      SharedMemory<V>::retire_block(block);
    else
      memory_free(made);
    return done;
  }

  // Afterwards the block is frozen. The items that this thread froze stand in the result.
  static std::vector<FrozenItem>* freeze(List* list, SharedBlock* block) {
    uint64_t word;
    do {
      word = load_size(list, block);
    } while (
        !is_frozen_word(word) &&
        (!settle(list, block, word) ||
         !swap_size(list, block, word, word_of(size_of(word), version_of(word) + 1) | kFrozen)));
    uint64_t n = size_of(word);
    auto* items = new std::vector<FrozenItem>(n);
    for (uint64_t at = 0; at < n;) {
      Value v = load_slot(list, block, at);
      if (is_pending(v)) {
        resolve(list, block, at, pending(v));
        continue;
      }
      (*items)[at].value = v;
      if (is_frozen(v) || swap_slot(list, block, at, v, frozen_slot(&(*items)[at]))) ++at;
    }
    return items;
  }
  static List private_copy(List* list, SharedBlock* block) {
    List copy{};
    uint64_t n = size_of(load_size(list, block));
    copy.items = n ? static_cast<Value*>(memory_allocate(n * sizeof(Value))) : nullptr;
    copy.size = copy.capacity = n;
    for (uint64_t k = 0; k < n; ++k) copy.items[k] = thawed(load_slot(list, block, k));
    V::P::work(Cost::NativeByte, static_cast<int64_t>(n));
    return copy;
  }
};

}  // namespace gilsim
