// What: heapq's functions on binary heaps in lists: heap[k] is not greater than heap[2k+1] and
//   heap[2k+2].
// Idea: what is moved down goes to a leaf along the smaller children and then up to its place,
//   which needs fewer comparisons than stopping where it fits (Knuth, The Art of Computer
//   Programming 3, 5.2.3, exercise 18; CPython does so too, so equal items come out in the same
//   order).
// Threads: any; under an interpreter lock each function is one step if comparing calls no Python
//   code. A list that another thread or a comparison changes meanwhile is an error, never a crash.
// Not here: merge, nlargest, nsmallest (lib/heapq.py).
#include "vm/interp/api.h"

namespace gilsim {

namespace {

// What the functions are called with, as their error names it.
bool is_heap(Context& cx, Handle heap, const char* argument) {
  if (cx.is_list(heap)) return true;
  cx.raise(Exc::TypeError, argument + (" must be list, not " + cx.class_name(heap)));
  return false;
}

bool same_size(Context& cx, Handle heap, int64_t size) {
  if (cx.length(heap) == size) return true;
  if (!cx.pending()) cx.raise(Exc::RuntimeError, "list changed size during iteration");
  return false;
}

// Puts item, which belongs into the hole at `at`, there or above it, but not above top.
bool rise(Context& cx, Handle heap, int64_t top, int64_t at, Handle item) {
  int64_t size = cx.length(heap);
  while (at > top) {
    uint32_t mark = cx.mark();
    int64_t above = (at - 1) >> 1;
    Handle parent = cx.item(heap, above);
    if (!parent) return false;
    int smaller = cx.compare(CompareOp::Lt, item, parent);
    if (smaller < 0 || !same_size(cx, heap, size)) return false;
    if (smaller == 0) break;
    if (!cx.set_item(heap, cx.integer(at), parent)) return false;
    at = above;
    cx.release_to(mark);
  }
  return cx.set_item(heap, cx.integer(at), item);
}

bool settle(Context& cx, Handle heap, int64_t top) {
  int64_t size = cx.length(heap), at = top;
  Handle item = cx.item(heap, top);
  if (!item) return false;
  for (int64_t child; (child = 2 * at + 1) < size; at = child) {
    uint32_t mark = cx.mark();
    Handle smallest = cx.item(heap, child);
    if (!smallest) return false;
    if (child + 1 < size) {
      Handle other = cx.item(heap, child + 1);
      if (!other) return false;
      int smaller = cx.compare(CompareOp::Lt, smallest, other);
      if (smaller < 0 || !same_size(cx, heap, size)) return false;
      if (smaller == 0) {
        ++child;
        smallest = other;
      }
    }
    if (!cx.set_item(heap, cx.integer(at), smallest)) return false;
    cx.release_to(mark);
  }
  return rise(cx, heap, top, at, item);
}

Handle heap_push(Context& cx, const Handle* args, uint32_t) {
  if (!is_heap(cx, args[0], "heappush() argument 1") || !cx.append(args[0], args[1])) return {};
  if (!rise(cx, args[0], 0, cx.length(args[0]) - 1, args[1])) return {};
  return cx.none();
}

Handle heap_pop(Context& cx, const Handle* args, uint32_t) {
  Handle heap = args[0];
  if (!is_heap(cx, heap, "heappop() argument")) return {};
  int64_t size = cx.length(heap);
  if (size == 0) return cx.raise(Exc::IndexError, "index out of range");
  Handle last = cx.take_last(heap);
  if (!last || size == 1) return last;
  Handle smallest = cx.item(heap, 0);
  if (!smallest || !cx.set_item(heap, cx.integer(0), last) || !settle(cx, heap, 0)) return {};
  return smallest;
}

Handle heap_replace(Context& cx, const Handle* args, uint32_t) {
  Handle heap = args[0];
  if (!is_heap(cx, heap, "heapreplace() argument 1")) return {};
  if (cx.length(heap) == 0) return cx.raise(Exc::IndexError, "index out of range");
  Handle smallest = cx.item(heap, 0);
  if (!smallest || !cx.set_item(heap, cx.integer(0), args[1]) || !settle(cx, heap, 0)) return {};
  return smallest;
}

Handle heap_push_pop(Context& cx, const Handle* args, uint32_t) {
  Handle heap = args[0];
  if (!is_heap(cx, heap, "heappushpop() argument 1")) return {};
  if (cx.length(heap) == 0) return cx.dup(args[1]);
  Handle smallest = cx.item(heap, 0);
  if (!smallest) return {};
  int smaller = cx.compare(CompareOp::Lt, smallest, args[1]);
  if (smaller < 0) return {};
  if (smaller == 0) return cx.dup(args[1]);
  return heap_replace(cx, args, 2);
}

Handle heap_make(Context& cx, const Handle* args, uint32_t) {
  if (!is_heap(cx, args[0], "heapify() argument")) return {};
  for (int64_t at = cx.length(args[0]) / 2; at-- > 0;) {
    uint32_t mark = cx.mark();
    if (!settle(cx, args[0], at)) return {};
    cx.release_to(mark);
  }
  return cx.none();
}

const ModuleFunction kFunctions[] = {
    {"heappush", heap_push, 2, 2},       {"heappop", heap_pop, 1, 1},
    {"heapreplace", heap_replace, 2, 2}, {"heappushpop", heap_push_pop, 2, 2},
    {"heapify", heap_make, 1, 1},
};

}  // namespace

bool init_heapq_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
