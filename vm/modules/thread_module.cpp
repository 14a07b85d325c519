// What: the module _thread: locks, re-entrant locks, starting threads. threading and queue are
// written over it in the language. Idea: as CPython's: the lock is not owned, any thread may
// release it; RLock counts for its owner. Threads: payloads are shared; the lock itself is
// Services', the RLock's owner and count are touched by its owner only. Not here: Thread,
// Condition, Event, ... (lib/threading.py).
#include <atomic>
#include <cmath>

#include "vm/modules/modules.h"

namespace gilsim {

namespace {

// The longest wait in seconds that fits nanoseconds, as threading.TIMEOUT_MAX of CPython on 64
// bits.
constexpr double kTimeoutMax = 9223372036.0;

struct LockPayload {
  Services* services;
  void* lock;
};
struct RLockPayload {
  Services* services;
  void* lock;
  std::atomic<uint64_t> owner{0};
  uint64_t count = 0;
};

void drop_lock(void* payload) {
  auto* p = static_cast<LockPayload*>(payload);
  p->services->lock_free(p->lock);
  delete p;
}
void drop_rlock(void* payload) {
  auto* p = static_cast<RLockPayload*>(payload);
  p->services->lock_free(p->lock);
  delete p;
}
constexpr NativeType kLockType{"_thread.lock", drop_lock, nullptr};
constexpr NativeType kRLockType{"_thread.RLock", drop_rlock, nullptr};

void* new_lock(Context& cx, const Handle*, uint32_t) {
  return new LockPayload{&cx.services(), cx.services().lock_new()};
}
void* new_rlock(Context& cx, const Handle*, uint32_t) {
  auto* p = new RLockPayload;
  p->services = &cx.services();
  p->lock = cx.services().lock_new();
  return p;
}

// Reads blocking and timeout as acquire() takes them. False: error pending.
bool read_wait(Context& cx, const Handle* args, bool& blocking, int64_t& deadline_ns) {
  blocking = true;
  deadline_ns = Services::kForever;
  if (args[0]) {
    int truth = cx.truth(args[0]);
    if (truth < 0) return false;
    blocking = truth != 0;
  }
  if (!args[1]) return true;
  double timeout;
  if (!cx.to_double(args[1], timeout)) return false;
  if (timeout == -1) return true;
  if (!blocking)
    return static_cast<bool>(
        cx.raise(Exc::ValueError, "can't specify a timeout for a non-blocking call"));
  if (std::isnan(timeout) || timeout < 0) {
    return static_cast<bool>(
        cx.raise(Exc::ValueError, "timeout value must be a non-negative number"));
  }
  if (timeout > kTimeoutMax)
    return static_cast<bool>(cx.raise(Exc::OverflowError, "timeout value is too large"));
  deadline_ns = cx.services().monotonic_ns() + static_cast<int64_t>(std::ceil(timeout * 1e9));
  return true;
}

Handle outcome(Context& cx, AcquireResult result) {
  if (result == AcquireResult::kInterrupted) return {};
  return cx.boolean(result == AcquireResult::kAcquired);
}

Handle lock_acquire(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LockPayload*>(cx.payload(args[0], &kLockType));
  bool blocking;
  int64_t deadline_ns;
  if (!p || !read_wait(cx, args + 1, blocking, deadline_ns)) return {};
  return outcome(cx, p->services->lock_acquire(p->lock, {deadline_ns, blocking}));
}
Handle lock_release(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LockPayload*>(cx.payload(args[0], &kLockType));
  if (!p) return {};
  if (!p->services->lock_release(p->lock))
    return cx.raise(Exc::RuntimeError, "release unlocked lock");
  return cx.none();
}
Handle lock_locked(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LockPayload*>(cx.payload(args[0], &kLockType));
  return p ? cx.boolean(p->services->lock_locked(p->lock)) : Handle{};
}
Handle lock_enter(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LockPayload*>(cx.payload(args[0], &kLockType));
  return p ? outcome(cx, p->services->lock_acquire(p->lock)) : Handle{};
}
Handle lock_exit(Context& cx, const Handle* args, uint32_t) { return lock_release(cx, args, 1); }
Handle lock_repr(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LockPayload*>(cx.payload(args[0], &kLockType));
  if (!p) return {};
  char address[32];
  snprintf(address, sizeof address, "0x%llx",
           static_cast<unsigned long long>(cx.identity(args[0])));
  return cx.str(std::string("<") + (p->services->lock_locked(p->lock) ? "locked" : "unlocked") +
                " _thread.lock object at " + address + ">");
}

// Only the owner ever sees its own ident in `owner`, so a relaxed reading decides.
bool owned_by_me(RLockPayload* p) { return p->owner.load() == p->services->thread_ident(); }

AcquireResult rlock_take(RLockPayload* p, int64_t deadline_ns, bool blocking) {
  if (owned_by_me(p)) {
    ++p->count;
    return AcquireResult::kAcquired;
  }
  AcquireResult result = p->services->lock_acquire(p->lock, {deadline_ns, blocking});
  if (result == AcquireResult::kAcquired) {
    p->owner.store(p->services->thread_ident());
    p->count = 1;
  }
  return result;
}
Handle rlock_acquire(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  bool blocking;
  int64_t deadline_ns;
  if (!p || !read_wait(cx, args + 1, blocking, deadline_ns)) return {};
  return outcome(cx, rlock_take(p, deadline_ns, blocking));
}
Handle rlock_enter(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  return p ? outcome(cx, rlock_take(p, Services::kForever, true)) : Handle{};
}
Handle rlock_release(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  if (!p) return {};
  if (!owned_by_me(p)) return cx.raise(Exc::RuntimeError, "cannot release un-acquired lock");
  if (--p->count == 0) {
    p->owner.store(0);
    p->services->lock_release(p->lock);
  }
  return cx.none();
}
Handle rlock_exit(Context& cx, const Handle* args, uint32_t) { return rlock_release(cx, args, 1); }
Handle rlock_is_owned(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  return p ? cx.boolean(owned_by_me(p)) : Handle{};
}
// For Condition.wait: gives all levels up at once and takes them again.
Handle rlock_release_save(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  if (!p) return {};
  if (!owned_by_me(p)) return cx.raise(Exc::RuntimeError, "cannot release un-acquired lock");
  auto count = static_cast<int64_t>(p->count);
  p->count = 0;
  p->owner.store(0);
  p->services->lock_release(p->lock);
  return cx.integer(count);
}
Handle rlock_acquire_restore(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  int64_t count;
  if (!p || !cx.to_int64(args[1], count)) return {};
  p->services->lock_acquire(p->lock, {.interruptible = false});
  p->owner.store(p->services->thread_ident());
  p->count = static_cast<uint64_t>(count);
  return cx.none();
}
Handle rlock_repr(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<RLockPayload*>(cx.payload(args[0], &kRLockType));
  if (!p) return {};
  char text[160];
  snprintf(text, sizeof text, "<%s _thread.RLock object owner=%llu count=%llu at 0x%llx>",
           p->owner.load() ? "locked" : "unlocked",
           static_cast<unsigned long long>(p->owner.load()),
           static_cast<unsigned long long>(p->count),
           static_cast<unsigned long long>(cx.identity(args[0])));
  return cx.str(text);
}

constexpr ModuleFunction kLockMethods[] = {
    {"acquire", lock_acquire, 0, 2, "blocking timeout"},
    {"acquire_lock", lock_acquire, 0, 2, "blocking timeout"},
    {"release", lock_release, 0, 0},
    {"release_lock", lock_release, 0, 0},
    {"locked", lock_locked, 0, 0},
    {"__enter__", lock_enter, 0, 0},
    {"__exit__", lock_exit, 0, -1},
    {"__repr__", lock_repr, 0, 0},
};
constexpr ModuleFunction kRLockMethods[] = {
    {"acquire", rlock_acquire, 0, 2, "blocking timeout"},
    {"release", rlock_release, 0, 0},
    {"__enter__", rlock_enter, 0, 0},
    {"__exit__", rlock_exit, 0, -1},
    {"_is_owned", rlock_is_owned, 0, 0},
    {"_release_save", rlock_release_save, 0, 0},
    {"_acquire_restore", rlock_acquire_restore, 1, 1},
    {"__repr__", rlock_repr, 0, 0},
};
constexpr ModuleClass kLockClass{
    "lock", "_thread", &kLockType, kLockMethods, std::size(kLockMethods), new_lock};
constexpr ModuleClass kRLockClass{
    "RLock", "_thread", &kRLockType, kRLockMethods, std::size(kRLockMethods), new_rlock};

Handle thread_allocate_lock(Context& cx, const Handle*, uint32_t) {
  Handle module = cx.builtin_module("_thread");
  Handle cls = cx.get_attr(module, "LockType");
  return cls ? cx.object(cls, new_lock(cx, nullptr, 0)) : Handle{};
}

Handle thread_start(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_callable(args[0])) return cx.raise(Exc::TypeError, "first arg must be callable");
  if (!cx.is_tuple(args[1])) return cx.raise(Exc::TypeError, "2nd arg must be a tuple");
  if (args[2] && !cx.is_dict(args[2]))
    return cx.raise(Exc::TypeError, "optional 3rd arg must be a dictionary");
  uint64_t ident = 0;
  if (!cx.services().start_thread(cx, args[0], args[1], args[2], ident)) return {};
  return cx.unsigned_integer(ident);
}
Handle thread_ident(Context& cx, const Handle*, uint32_t) {
  return cx.unsigned_integer(cx.services().thread_ident());
}
Handle thread_native_id(Context& cx, const Handle*, uint32_t) {
  return cx.unsigned_integer(cx.services().native_ident());
}
Handle thread_count(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().thread_count());
}
Handle thread_failed(Context& cx, const Handle*, uint32_t) {
  cx.services().thread_failed();
  return cx.none();
}
Handle thread_exit(Context& cx, const Handle*, uint32_t) { return cx.raise(Exc::SystemExit, ""); }
Handle thread_stack_size(Context& cx, const Handle*, uint32_t) { return cx.integer(0); }
Handle thread_set_daemon(Context& cx, const Handle* args, uint32_t) {
  int truth = cx.truth(args[0]);
  if (truth < 0) return {};
  cx.services().mark_daemon(truth != 0);
  return cx.none();
}
Handle thread_set_name(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_str(args[0])) return cx.raise(Exc::TypeError, "name must be a str");
  cx.services().set_thread_name(cx.text(args[0]));
  return cx.none();
}

// Prints the exception that is being handled as an uncaught one of thread NAME.
Handle thread_print_exception(Context& cx, const Handle* args, uint32_t) {
  Handle exception = cx.handled();
  Handle name = cx.to_str(args[0]);
  if (!name) return {};
  if (!exception) return cx.none();
  std::string text =
      "Exception in thread " + std::string(cx.text(name)) + ":\n" + cx.format_exception(exception);
  Handle stream = cx.get_attr_optional(cx.builtin_module("sys"), "stderr");
  if (!stream || cx.is_none(stream)) return cx.none();
  Handle write = cx.get_attr(stream, "write");
  return write ? cx.call(write, {cx.str(text)}) : Handle{};
}

constexpr ModuleFunction kFunctions[] = {
    {"allocate_lock", thread_allocate_lock, 0, 0},
    {"allocate", thread_allocate_lock, 0, 0},
    {"start_new_thread", thread_start, 2, 3},
    {"start_new", thread_start, 2, 3},
    {"get_ident", thread_ident, 0, 0},
    {"get_native_id", thread_native_id, 0, 0},
    {"_count", thread_count, 0, 0},
    {"exit", thread_exit, 0, 0},
    {"exit_thread", thread_exit, 0, 0},
    {"stack_size", thread_stack_size, 0, 1},
    {"_set_daemon", thread_set_daemon, 1, 1},
    {"_set_name", thread_set_name, 1, 1},
    {"_thread_failed", thread_failed, 0, 0},
    {"_excepthook_print", thread_print_exception, 1, 1},
};

}  // namespace

bool init_thread_module(Context& cx, Handle module) {
  Handle lock_class = cx.add_class(module, kLockClass);
  return lock_class && cx.set_attr(module, "LockType", lock_class) &&
         cx.add_class(module, kRLockClass) &&
         cx.set_attr(module, "error", cx.exception_class(Exc::RuntimeError)) &&
         cx.set_attr(module, "TIMEOUT_MAX", cx.real(kTimeoutMax)) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
