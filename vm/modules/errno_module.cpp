// What: the module errno: the system's error numbers by name, and names by number.
// Idea: the names are the C library's own.
// Threads: any; nothing is kept here.
#include <cerrno>
#include <cstring>

#include "vm/modules/modules.h"

namespace gilsim {

bool init_errno_module(Context& cx, Handle module) {
  constexpr int kMost = 133;  // the highest number that Linux gives
  Handle names = cx.dict();
  for (int number = 1; number <= kMost; ++number) {
    const char* name = ::strerrorname_np(number);
    if (!name) continue;
    if (!cx.set_attr(module, name, cx.integer(number)) ||
        !cx.set_item(names, cx.integer(number), cx.str(name)))
      return false;
  }
  return cx.set_attr(module, "EWOULDBLOCK", cx.integer(EWOULDBLOCK)) &&
         cx.set_attr(module, "EDEADLOCK", cx.integer(EDEADLOCK)) &&
         cx.set_attr(module, "ENOTSUP", cx.integer(ENOTSUP)) &&
         cx.set_attr(module, "errorcode", names);
}

}  // namespace gilsim
