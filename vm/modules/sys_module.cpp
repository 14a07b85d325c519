// What: the module sys.
// Not here: the streams themselves (io_module.cpp).
#include <cmath>

#include "vm/modules/modules.h"
#include "vm/object/text/bigint.h"

namespace gilsim {

namespace {

Handle sys_exit(Context& cx, const Handle* args, uint32_t) {
  if (!args[0] || cx.is_none(args[0])) return cx.raise(Exc::SystemExit, "");
  return cx.raise_value(Exc::SystemExit, args[0]);
}

Handle sys_getrecursionlimit(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.thread().isolate->recursion_limit);
}
Handle sys_setrecursionlimit(Context& cx, const Handle* args, uint32_t) {
  int64_t limit;
  if (!cx.to_int64(args[0], limit)) return {};
  if (limit < 1)
    return cx.raise(Exc::ValueError, "recursion limit must be greater or equal than 1");
  if (limit <= cx.thread().depth) {
    return cx.raise(Exc::RecursionError, "cannot set the recursion limit to " +
                                             std::to_string(limit) + " at the recursion depth " +
                                             std::to_string(cx.thread().depth) +
                                             ": the limit is too low");
  }
  cx.thread().isolate->recursion_limit = static_cast<uint32_t>(std::min<int64_t>(limit, 100000000));
  cx.thread().recursion_limit = cx.thread().isolate->recursion_limit;
  return cx.none();
}

Handle sys_get_int_max_str_digits(Context& cx, const Handle*, uint32_t) {
  return cx.integer(max_str_digits());
}
Handle sys_set_int_max_str_digits(Context& cx, const Handle* args, uint32_t) {
  int64_t digits;
  if (!cx.to_int64(args[0], digits)) return {};
  if (digits != 0 && (digits < kLeastMaxStrDigits || digits > INT32_MAX)) {
    return cx.raise(Exc::ValueError,
                    "maxdigits must be 0 or larger than " + std::to_string(kLeastMaxStrDigits));
  }
  // relaxed: it orders nothing
  max_str_digits_setting.store(static_cast<uint32_t>(digits), std::memory_order_relaxed);
  return cx.none();
}

Handle sys_getswitchinterval(Context& cx, const Handle*, uint32_t) {
  return cx.real(static_cast<double>(cx.services().switch_interval_ns()) / 1e9);
}
Handle sys_setswitchinterval(Context& cx, const Handle* args, uint32_t) {
  double seconds;
  if (!cx.to_double(args[0], seconds)) return {};
  if (!(seconds > 0)) return cx.raise(Exc::ValueError, "switch interval must be strictly positive");
  cx.services().set_switch_interval_ns(static_cast<int64_t>(std::ceil(seconds * 1e9)));
  return cx.none();
}
Handle sys_setcheckinterval(Context& cx, const Handle* args, uint32_t) {
  int64_t ticks;
  if (!cx.to_int64(args[0], ticks)) return {};
  cx.services().set_check_interval(ticks);
  return cx.none();
}
Handle sys_is_gil_enabled(Context& cx, const Handle*, uint32_t) {
  return cx.boolean(cx.services().gil_enabled());
}
// The argument itself counts as one, as in CPython.
Handle sys_getrefcount(Context& cx, const Handle* args, uint32_t) {
  return cx.integer(cx.ref_count(args[0]));
}
Handle sys_intern(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_str(args[0]))
    return cx.raise(Exc::TypeError, "intern() argument must be str, not " + cx.class_name(args[0]));
  return cx.dup(args[0]);
}
Handle sys_exc_info(Context& cx, const Handle*, uint32_t) {
  Handle exception = cx.handled();
  if (!exception) return cx.tuple({cx.none(), cx.none(), cx.none()});
  return cx.tuple(
      {cx.get_attr(exception, "__class__"), exception, cx.get_attr(exception, "__traceback__")});
}
Handle sys_exception(Context& cx, const Handle*, uint32_t) {
  Handle exception = cx.handled();
  return exception ? exception : cx.none();
}
Handle sys_getsizeof(Context& cx, const Handle* args, uint32_t) {
  int64_t n =
      cx.is_str(args[0]) || cx.is_list(args[0]) || cx.is_tuple(args[0]) || cx.is_bytes(args[0])
          ? cx.length(args[0])
          : 0;
  return cx.integer(cx.is_str(args[0]) ? 49 + n : cx.is_int(args[0]) ? 28 : 56 + 8 * n);
}
Handle sys_getdefaultencoding(Context& cx, const Handle*, uint32_t) { return cx.str("utf-8"); }

// _call_stack(): as Context::call_stack(), without the caller's own frames being left out.
Handle sys_call_stack(Context& cx, const Handle*, uint32_t) { return cx.call_stack(); }
// excepthook(type, value, traceback): writes what the interpreter writes.
Handle sys_excepthook(Context& cx, const Handle* args, uint32_t) {
  std::string text = cx.format_exception(args[1]);
  flush_standard_streams();
  cx.services().write(2, text.data(), text.size());
  return cx.none();
}
Handle sys_is_finalizing(Context& cx, const Handle*, uint32_t) { return cx.boolean(false); }

constexpr ModuleFunction kFunctions[] = {
    {"_call_stack", sys_call_stack, 0, 0},
    {"excepthook", sys_excepthook, 3, 3},
    {"is_finalizing", sys_is_finalizing, 0, 0},
    {"exit", sys_exit, 0, 1},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, 0, 0},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, 1, 1},
    {"getswitchinterval", sys_getswitchinterval, 0, 0},
    {"setswitchinterval", sys_setswitchinterval, 1, 1},
    {"setcheckinterval", sys_setcheckinterval, 1, 1},
    {"_is_gil_enabled", sys_is_gil_enabled, 0, 0},
    {"getrefcount", sys_getrefcount, 1, 1},
    {"intern", sys_intern, 1, 1},
    {"exc_info", sys_exc_info, 0, 0},
    {"exception", sys_exception, 0, 0},
    {"getsizeof", sys_getsizeof, 1, 2},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0},
    {"getfilesystemencoding", sys_getdefaultencoding, 0, 0},
};

bool add_version(Context& cx, Handle module) {
  Handle implementation = cx.make_type("implementation");
  return implementation && cx.set_attr(implementation, "name", cx.str("gilsim")) &&
         cx.set_attr(implementation, "cache_tag", cx.none()) &&
         cx.set_attr(module, "implementation", implementation) &&
         cx.set_attr(module, "version", cx.str("3.11.0 (gilsim)")) &&
         cx.set_attr(module, "hexversion", cx.integer(0x030b00f0));
}

bool add_streams(Context& cx, Handle module) {
  Handle io = cx.import("_io");
  if (!io) return false;
  for (const char* name : {"stdin", "stdout", "stderr"}) {
    Handle file = cx.get_attr(io, name);
    if (!file || !cx.set_attr(module, name, file) ||
        !cx.set_attr(module, "__" + std::string(name) + "__", file))
      return false;
  }
  return true;
}

bool add_lists(Context& cx, Handle module) {
  Handle argv = cx.list();
  for (const std::string& arg : cx.thread().isolate->argv) {
    if (!cx.append(argv, cx.str(arg))) return false;
  }
  Handle path = cx.list();
  for (const std::string& directory : cx.thread().isolate->import_path) {
    if (!cx.append(path, cx.str(directory))) return false;
  }
  return cx.set_attr(module, "argv", argv) && cx.set_attr(module, "path", path) &&
         cx.set_attr(module, "modules", cx.modules_dict());
}

}  // namespace

bool init_sys_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions)) && add_version(cx, module) &&
         add_lists(cx, module) && cx.set_attr(module, "maxsize", cx.integer(INT64_MAX)) &&
         cx.set_attr(module, "maxunicode", cx.integer(0x10ffff)) &&
         cx.set_attr(module, "platform", cx.str("linux")) &&
         cx.set_attr(module, "byteorder", cx.str("little")) &&
         cx.set_attr(module, "executable", cx.str("gilsim")) &&
         cx.set_attr(module, "dont_write_bytecode", cx.boolean(true)) && add_streams(cx, module);
}

}  // namespace gilsim
