// What: the native part of the module traceback: an exception as the interpreter itself prints it.
// Threads: any.
// Not here: what is made of that text (lib/traceback.py), how it is made (vm/interp).
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

Handle format_whole(Context& cx, const Handle* args, uint32_t) {
  return cx.str(cx.format_exception(args[0], false));
}
constexpr ModuleFunction kFunctions[] = {{"_format_whole", format_whole, 1, 1}};

}  // namespace

bool init_traceback_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
