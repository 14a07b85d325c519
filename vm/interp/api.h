// What: the interface between the VM and library modules: handles and operations on them, as HPy's
// (Context), and what a module may ask
//   of the world: time, blocking, locks, threads, pipes (Services).
// Idea: modules never see an object layout or a reference count, so one compiled module serves
// every policy and every world. A handle lives
//   until the native function that got or made it returns; the collector finds its value.
// State: Handle 0 is "nothing": an error is pending, or an absent argument.
// Threads: a Context belongs to one native call on one thread. Services: any thread.
// Not here: how it is done for a policy (context_impl.h, services_impl.h), the modules
// (vm/modules).
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "gil/platform/socket_calls.h"
#include "vm/object/object.h"
#include "vm/object/thread.h"

namespace gilsim {

struct Handle {
  uint32_t index = 0;
  explicit operator bool() const { return index != 0; }
};

class Context;
using ModuleArgs = std::vector<Handle>;

struct ModuleFunction {
  const char* name;
  // args: by position, absent optional ones are null handles (args.size() == max when max >= 0).
  // Null result: an error is pending.
  Handle (*function)(Context& cx, const Handle* args, uint32_t count);
  int16_t min_args;
  int16_t max_args;  // -1: any number
  const char* parameters =
      "";  // space-separated names for keywords, "" = positional only; only with max_args >= 0
};

// A class of native objects: methods take self as their first argument (not counted in min and
// max).
struct ModuleClass {
  const char* name;
  const char* module;
  const NativeType* type;
  const ModuleFunction* methods;
  size_t method_count;
  // Called by Class(args...): makes the payload; null: error pending. Null pointer: cannot be made
  // from Python code.
  void* (*construct)(Context& cx, const Handle* args, uint32_t count);
};

// Modules of which vm/object has a part, since it is made of objects' layouts.
enum class LibraryPart { kItertools, kCollections };

enum class AcquireResult { kAcquired, kTimedOut, kInterrupted };

struct AcquireOptions {
  int64_t deadline_ns = INT64_MAX;
  bool blocking = true;
  bool interruptible = true;  // Ctrl-C ends the wait of the first thread
};

// What a module may ask of its world. Times are nanoseconds; deadlines are points of monotonic
// time, kForever = none.
class Services {
 public:
  static constexpr int64_t kForever = INT64_MAX;
  virtual ~Services() = default;
  virtual bool simulated() const = 0;
  virtual int64_t monotonic_ns() = 0;
  virtual int64_t wall_ns() = 0;  // time.time(): since 1970; a fixed epoch plus virtual time in sim
  virtual int64_t process_ns() = 0;  // CPU time of the whole program
  virtual int64_t thread_ns() = 0;
  virtual uint32_t cpu_count() = 0;
  virtual uint64_t random_bits() = 0;
  // Without the interpreter lock. False: interrupted, KeyboardInterrupt is pending.
  virtual bool sleep_until(int64_t deadline_ns) = 0;
  virtual void yield() = 0;
  // The program's own locks. kInterrupted: KeyboardInterrupt is pending.
  virtual void* lock_new() = 0;
  virtual void lock_free(void* lock) = 0;
  virtual AcquireResult lock_acquire(void* lock, const AcquireOptions& options = {}) = 0;
  virtual bool lock_release(void* lock) = 0;  // false: it was not locked
  virtual bool lock_locked(void* lock) = 0;
  // Threads: runs `callable(*args, **kwargs)` in a new one. False: error pending.
  virtual bool start_thread(Context& cx, Handle callable, Handle args, Handle kwargs,
                            uint64_t& ident) = 0;
  virtual uint64_t thread_ident() = 0;
  virtual uint64_t native_ident() = 0;
  virtual uint32_t thread_count() = 0;
  virtual void thread_failed() = 0;           // an exception ends the current thread
  virtual void mark_daemon(bool daemon) = 0;  // the current thread
  virtual void set_thread_name(std::string_view name) = 0;
  // Files and pipes; negative results are -errno. Reads and writes give the interpreter lock up.
  // -EINTR: interrupted, KeyboardInterrupt is pending; raise_os(EINTR) leaves it so.
  virtual int pipe(int fds[2]) = 0;
  virtual int64_t read(int fd, char* buffer, size_t n) = 0;
  virtual int64_t write(int fd, const char* data, size_t n) = 0;
  virtual int close(int fd) = 0;
  virtual SocketCalls& sockets() = 0;
  // Makes a call that may block, without the interpreter lock, and again after signals that are
  // none of the program's. -EINTR: interrupted, KeyboardInterrupt is pending.
  virtual int64_t blocking(const char* reason, const std::function<int64_t()>& call) = 0;
  // The interpreter lock.
  virtual int64_t switch_interval_ns() = 0;
  virtual void set_switch_interval_ns(int64_t ns) = 0;
  virtual void set_check_interval(int64_t ticks) = 0;
  virtual bool gil_enabled() = 0;
  // Runs work of `units` bytes or elements without the interpreter lock; in sim it is charged and
  // runs on a big stack.
  virtual void without_lock(int64_t units, const std::function<void()>& work) = 0;
  // Runs work of `units` bytes or elements with the interpreter lock, on a big stack.
  virtual void with_big_stack(int64_t units, const std::function<void()>& work) = 0;
  // Charges native work of `units` bytes or elements, in sim.
  virtual void native_work(int64_t units) = 0;
  // For long native loops: others may have the interpreter lock, and a collection may run, between
  // two of their steps. False: an error is pending.
  virtual bool safe_point() = 0;
  virtual int64_t collect_garbage() = 0;
  virtual void weak_free(void* link) = 0;  // see Context::weak_new
  // Handles the signals that have come, on the first thread. False: an error is pending.
  virtual bool check_signals() = 0;
};

class Context {
 public:
  virtual ~Context() = default;
  virtual Services& services() = 0;
  virtual VmThread& thread() = 0;

  // ---- making values
  virtual Handle none() = 0;
  virtual Handle boolean(bool b) = 0;
  virtual Handle integer(int64_t n) = 0;
  virtual Handle unsigned_integer(uint64_t n) = 0;
  virtual Handle integer_of_bytes(std::string_view data) = 0;  // not negative, lowest byte first
  virtual Handle real(double d) = 0;
  virtual Handle str(std::string_view utf8) = 0;  // invalid bytes become U+FFFD
  virtual Handle bytes(std::string_view data) = 0;
  virtual Handle list(std::initializer_list<Handle> items = {}) = 0;
  virtual Handle tuple(std::initializer_list<Handle> items) = 0;
  virtual Handle tuple(const std::vector<Handle>& items) = 0;
  virtual Handle dict() = 0;
  virtual Handle object(Handle cls, void* payload) = 0;  // of a class made by add_class
  virtual Handle dup(Handle h) = 0;

  // ---- reading values
  virtual bool is_none(Handle h) = 0;
  virtual bool is_true(Handle h) = 0;  // the object True itself
  virtual bool is_int(Handle h) = 0;   // bool included
  virtual bool is_real(Handle h) = 0;
  virtual bool is_str(Handle h) = 0;
  virtual bool is_bytes(Handle h) = 0;  // bytes or bytearray
  virtual bool is_tuple(Handle h) = 0;
  virtual bool is_list(Handle h) = 0;
  virtual bool is_dict(Handle h) = 0;
  virtual bool is_callable(Handle h) = 0;
  virtual bool same(Handle a, Handle b) = 0;          // a is b
  virtual bool to_int64(Handle h, int64_t& out) = 0;  // int or __index__; false: error pending
  virtual bool to_double(Handle h, double& out) = 0;
  virtual std::string_view text(
      Handle h) = 0;  // str or bytes; valid while h lives and, for bytearray, is not changed
  virtual std::string class_name(Handle h) = 0;
  virtual void* payload(Handle h,
                        const NativeType* type) = 0;  // null and a pending TypeError: another type
  virtual int64_t ref_count(Handle h) = 0;
  virtual uint64_t identity(Handle h) = 0;

  // ---- operations; null or false: error pending
  virtual Handle get_attr(Handle object, std::string_view name) = 0;
  virtual Handle get_attr_optional(
      Handle object, std::string_view name) = 0;  // null without an error: there is none
  virtual bool set_attr(Handle object, std::string_view name, Handle value) = 0;
  virtual Handle get_item(Handle object, Handle key) = 0;
  virtual bool set_item(Handle object, Handle key, Handle value) = 0;
  virtual Handle dict_get(Handle dict, std::string_view key) = 0;  // null without an error: absent
  virtual bool dict_set(Handle dict, std::string_view key, Handle value) = 0;
  virtual bool append(Handle list, Handle item) = 0;
  virtual Handle take_last(Handle list) = 0;  // removes the item; of a list
  // Binary heaps in lists, as Lists of vm/object/ops.h has them. False: pending.
  virtual bool heap_rise(Handle list, int64_t top, int64_t at, Handle item) = 0;
  virtual bool heap_settle(Handle list, int64_t top) = 0;
  virtual int64_t length(Handle h) = 0;
  virtual Handle item(Handle sequence, int64_t index) = 0;  // of a tuple or list
  // For whoever takes all: a container is read as it is at one moment.
  virtual Handle iterate(Handle iterable) = 0;
  virtual Handle next(Handle iterator) = 0;  // null without an error: the end
  virtual int truth(Handle h) = 0;           // 1, 0, -1
  virtual Handle to_str(Handle h) = 0;
  virtual Handle repr(Handle h) = 0;
  virtual Handle call(Handle callable, std::initializer_list<Handle> args) = 0;
  virtual Handle call_spread(Handle callable, Handle args_tuple,
                             Handle kwargs_dict) = 0;  // kwargs may be null
  virtual Handle binary(BinaryOp op, Handle a, Handle b) = 0;
  virtual int compare(CompareOp op, Handle a, Handle b) = 0;  // 1, 0, -1
  // Frees what handles made since `mark` hold, in loops that make many. mark(): how many there are.
  virtual uint32_t mark() = 0;
  virtual void release_to(uint32_t mark) = 0;
  virtual Handle keep(Handle h, uint32_t mark) = 0;  // release_to(mark), but h lives on

  // ---- weak references: a link knows its target until that ends, and tells the holder then by
  // its method _target_died if `calls`. A holder has one link, which Services::weak_free frees.
  virtual void* weak_new(Handle target, Handle holder, bool calls) = 0;  // null: error pending
  virtual Handle weak_get(void* link) = 0;  // null without an error: the target has ended
  virtual int64_t weak_count(Handle target) = 0;

  // ---- errors
  virtual Handle raise(Exc kind, std::string_view message) = 0;  // gives null
  virtual Handle raise_value(Exc kind, Handle argument) = 0;
  virtual Handle raise_os(int error_number, std::string_view path = {}) = 0;
  virtual Handle raise_instance(Handle exception) = 0;
  virtual bool pending() = 0;
  virtual bool pending_is(Exc kind) = 0;
  virtual void clear() = 0;
  virtual Handle handled() = 0;                                // sys.exc_info()[1]; null: none
  // As CPython prints it; the suggestions (did you mean) are not part of module traceback's.
  virtual std::string format_exception(Handle exception, bool suggestions = true) = 0;
  virtual Handle exception_class(Exc kind) = 0;
  // The calls under way on this thread, innermost first: (code, line, globals) each.
  virtual Handle call_stack() = 0;

  // ---- modules
  virtual Handle builtin_module(std::string_view name) = 0;  // an already imported module, null
                                                             // without an error: not imported
  virtual Handle import(std::string_view name) = 0;
  virtual bool add_functions(Handle module, const ModuleFunction* functions, size_t count) = 0;
  virtual Handle add_class(Handle module, const ModuleClass& cls) = 0;
  // What vm/object has of the module.
  virtual bool add_library_part(Handle module, LibraryPart part) = 0;
  virtual Handle modules_dict() = 0;
  virtual Handle builtins_dict() = 0;
  virtual Handle make_type(
      std::string_view name) = 0;  // an empty class for records such as sys.flags
};

// ---- the table of library modules, filled by vm/modules/modules.def
// --------------------------------------------------------------------
struct ModuleDef {
  const char* name;
  bool (*init)(Context& cx, Handle module);  // native part, or null
  const char* source;                        // part in the language, or null; runs after init
};
// Given by vm/modules, looked up by the import system through the isolate's table.
using FindModule = const ModuleDef* (*)(std::string_view name);

}  // namespace gilsim
