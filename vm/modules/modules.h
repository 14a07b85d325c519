// What: the table of library modules.
// Threads: immutable.
// Not here: importing (vm/interp/import_impl.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/interp/api.h"

namespace gilsim {

// Null: there is no such module.
const ModuleDef* find_library_module(std::string_view name);
std::vector<std::string_view> library_module_names();

bool init_thread_module(Context& cx, Handle module);
bool init_io_module(Context& cx, Handle module);
bool init_sys_module(Context& cx, Handle module);
bool init_time_module(Context& cx, Handle module);
bool init_os_module(Context& cx, Handle module);
bool init_math_module(Context& cx, Handle module);
bool init_gc_module(Context& cx, Handle module);
bool init_heapq_module(Context& cx, Handle module);
bool init_itertools_module(Context& cx, Handle module);
bool init_collections_module(Context& cx, Handle module);
bool init_hash_module(Context& cx, Handle module);
bool init_zlib_module(Context& cx, Handle module);
bool init_re_module(Context& cx, Handle module);
bool init_random_module(Context& cx, Handle module);
bool init_traceback_module(Context& cx, Handle module);
bool init_array_module(Context& cx, Handle module);
bool init_unicodedata_module(Context& cx, Handle module);
bool init_errno_module(Context& cx, Handle module);
bool init_binascii_module(Context& cx, Handle module);
bool init_weakref_module(Context& cx, Handle module);
bool init_signal_module(Context& cx, Handle module);
bool init_socket_module(Context& cx, Handle module);

// A path: str, bytes, or what has __fspath__. False: error pending.
bool path_argument(Context& cx, Handle h, std::string& path);

// What os has beside init_os_module's part.
bool add_os_system(Context& cx, Handle module);

// Writes what standard output and error still hold. Called by the runner at the end and before a
// thread's traceback.
void flush_standard_streams();
// The same without their locks, once no thread of the program can run any more.
void flush_abandoned_streams();

}  // namespace gilsim
