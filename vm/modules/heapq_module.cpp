// What: heapq's functions on binary heaps in lists.
// Threads: any; under an interpreter lock each function is one step if comparing calls no Python
//   code. A list that another thread or a comparison changes meanwhile is an error, never a crash.
// Not here: moving items (vm/object/heap_queue_impl.h), merge, nlargest, nsmallest (lib/heapq.py).
#include "vm/interp/api.h"

namespace gilsim {

namespace {

// What the functions are called with, as their error names it.
bool is_heap(Context& cx, Handle heap, const char* argument) {
  if (cx.is_list(heap)) return true;
  cx.raise(Exc::TypeError, argument + (" must be list, not " + cx.class_name(heap)));
  return false;
}

Handle heap_push(Context& cx, const Handle* args, uint32_t) {
  if (!is_heap(cx, args[0], "heappush() argument 1") || !cx.append(args[0], args[1])) return {};
  if (!cx.heap_rise(args[0], 0, cx.length(args[0]) - 1, args[1])) return {};
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
  if (!smallest || !cx.set_item(heap, cx.integer(0), last) || !cx.heap_settle(heap, 0)) return {};
  return smallest;
}

Handle heap_replace(Context& cx, const Handle* args, uint32_t) {
  Handle heap = args[0];
  if (!is_heap(cx, heap, "heapreplace() argument 1")) return {};
  if (cx.length(heap) == 0) return cx.raise(Exc::IndexError, "index out of range");
  Handle smallest = cx.item(heap, 0);
  if (!smallest || !cx.set_item(heap, cx.integer(0), args[1])) return {};
  if (!cx.heap_settle(heap, 0)) return {};
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
    if (!cx.heap_settle(args[0], at)) return {};
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
