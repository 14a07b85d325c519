// What: moving an item of a binary heap in a list to its place; heap[k] is not greater than
//   heap[2k+1] and heap[2k+2].
// Idea: what is moved down goes to a leaf along the smaller children and then up to its place,
//   which needs fewer comparisons than stopping where it fits (Knuth, The Art of Computer
//   Programming 3, 5.2.3, exercise 18; CPython does so too, so equal items come out in the same
//   order).
// Threads: any; a list that another thread or a comparison changes meanwhile is an error, never a
//   crash. Not here: the functions of the module (vm/modules/heapq_module.cpp).
#pragma once

#include "vm/object/list_impl.h"

namespace gilsim {

template <class V>
struct HeapQueue {
  using Core = ListCore<V>;

  static bool changed(VmThread& t) {
    Errors<V>::raise(t, Exc::RuntimeError, "list changed size during iteration");
    return false;
  }
  // a < b: 1, 0, or -1: pending.
  static int less(VmThread& t, List* heap, uint64_t size, Value a, Value b) {
    int outcome = Protocol<V>::compare_bool(t, CompareOp::Lt, a, b);
    if (outcome >= 0 && Core::size(heap) != size) return changed(t) ? 0 : -1;
    return outcome;
  }
  static bool put(VmThread& t, List* heap, uint64_t at, Value item) {
    return list_set_inline<V>(heap, static_cast<int64_t>(at), item) || changed(t);
  }

  static bool rise(VmThread& t, List* heap, uint64_t top, uint64_t at, Value item) {
    uint64_t size = Core::size(heap);
    while (at > top) {
      uint64_t above = (at - 1) >> 1;
      Ref<V> parent(Core::at(heap, above));
      if (!parent) return changed(t);
      int smaller = less(t, heap, size, item, parent.get());
      if (smaller < 0) return false;
      if (smaller == 0) break;
      if (!put(t, heap, at, parent.get())) return false;
      at = above;
    }
    return put(t, heap, at, item);
  }

  static bool settle(VmThread& t, List* heap, uint64_t top) {
    uint64_t size = Core::size(heap), at = top;
    Ref<V> item(Core::at(heap, top));
    if (!item) return changed(t);
    for (uint64_t child; (child = 2 * at + 1) < size; at = child) {
      Ref<V> smallest(Core::at(heap, child));
      if (!smallest) return changed(t);
      if (child + 1 < size) {
        Ref<V> other(Core::at(heap, child + 1));
        if (!other) return changed(t);
        int smaller = less(t, heap, size, smallest.get(), other.get());
        if (smaller < 0) return false;
        if (smaller == 0) {
          ++child;
          smallest = std::move(other);
        }
      }
      if (!put(t, heap, at, smallest.get())) return false;
    }
    return rise(t, heap, top, at, item.get());
  }
};

template <class V>
bool Lists<V>::heap_rise(VmThread& t, List* heap, uint64_t top, uint64_t at, Value item) {
  return HeapQueue<V>::rise(t, heap, top, at, item);
}
template <class V>
bool Lists<V>::heap_settle(VmThread& t, List* heap, uint64_t top) {
  return HeapQueue<V>::settle(t, heap, top);
}

}  // namespace gilsim
