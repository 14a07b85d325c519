// What: the module gc over the collector: collect, enable, disable, isenabled, get_threshold,
// set_threshold.
#include "vm/modules/modules.h"

namespace gilsim {

namespace {

Handle gc_collect(Context& cx, const Handle*, uint32_t) {
  int64_t freed = cx.services().collect_garbage();
  return cx.integer(freed < 0 ? 0 : freed);
}
Handle gc_enable(Context& cx, const Handle*, uint32_t) {
  cx.thread().isolate->gc_enabled = true;
  return cx.none();
}
Handle gc_disable(Context& cx, const Handle*, uint32_t) {
  cx.thread().isolate->gc_enabled = false;
  return cx.none();
}
Handle gc_isenabled(Context& cx, const Handle*, uint32_t) {
  return cx.boolean(cx.thread().isolate->gc_enabled);
}
Handle gc_get_threshold(Context& cx, const Handle*, uint32_t) {
  return cx.tuple({cx.integer(cx.thread().isolate->gc_threshold), cx.integer(0), cx.integer(0)});
}
Handle gc_set_threshold(Context& cx, const Handle* args, uint32_t count) {
  int64_t threshold;
  if (count < 1 || !cx.to_int64(args[0], threshold))
    return cx.pending() ? Handle{} : cx.raise(Exc::TypeError, "set_threshold() needs a number");
  if (threshold == 0)
    cx.thread().isolate->gc_enabled = false;
  else
    cx.thread().isolate->gc_threshold = threshold;
  return cx.none();
}

constexpr ModuleFunction kFunctions[] = {
    {"collect", gc_collect, 0, 1},
    {"enable", gc_enable, 0, 0},
    {"disable", gc_disable, 0, 0},
    {"isenabled", gc_isenabled, 0, 0},
    {"get_threshold", gc_get_threshold, 0, 0},
    {"set_threshold", gc_set_threshold, 1, 3},
};

}  // namespace

bool init_gc_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
