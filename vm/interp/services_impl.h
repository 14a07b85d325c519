// What: Services and program locks over a platform.
// Idea: whatever may wait gives the interpreter lock up first, as CPython does around blocking
// calls; an uncontended program lock is one CAS
//   and keeps it.
// Threads: any.
// Not here: modelled time and pipes themselves (gil/sim).
#pragma once

#include <cerrno>
#include <ctime>
#include <string>

#include "gil/platform/histogram.h"
#include "gil/platform/interrupt.h"
#include "vm/interp/context_impl.h"
#include "vm/interp/runtime.h"
#include "vm/interp/safepoint_impl.h"

namespace gilsim {

// 2024-01-01 00:00:00 UTC: what time.time() starts at in sim.
inline constexpr int64_t kSimEpochNs = 1704067200LL * 1000000000LL;

template <class V>
void Runtime<V>::raw_lock(ProgramLock<P>& lock) {
  uint32_t expected = 0;
  if (lock.word.compare_exchange_strong(expected, 1)) return;
  while (lock.word.exchange(2) != 0) P::park(lock.word, 2, kNoDeadline);
}

template <class V>
bool Runtime<V>::release(ProgramLock<P>& lock) {
  uint32_t old = lock.word.exchange(0);
  if (old == 0) return false;
  if (old == 2) P::unpark(lock.word, 1);
  return true;
}

// Every thread waits for ever, and each for a lock that is taken: nobody is left to release one. A
// thread that was woken but has not run yet finds its lock free, and then this is false, or taken
// by a thread that waits too.
// A handler of the program's may release one when a signal comes.
template <class V>
bool Runtime<V>::all_wait_for_ever() {
  if (waiting.size() < alive || Interrupt::has_own()) return false;
  for (const Waiting& w : waiting) {
    if (w.lock->word.load() == 0) return false;
  }
  return true;
}

// Waits for ever. The lock is taken, and the waiter leaves the list, in one step under the
// detector: in between, its lock would look taken and it would look as if it still waited.
template <class V>
AcquireResult Runtime<V>::wait_and_judge(VmThread& t, ProgramLock<P>& lock, bool interruptible) {
  AcquireResult result = AcquireResult::kAcquired;
  raw_lock(detector);
  waiting.push_back({&t, &lock});
  for (bool judged = false;; judged = true) {
    // Announce the waiter before judging, so that a later release wakes it.
    if (lock.word.exchange(2) == 0) break;
    if (interruptible && Interrupt::pending_for(*t.record)) {
      result = AcquireResult::kInterrupted;
      break;
    }
    if (!judged && all_wait_for_ever()) report_deadlock();
    release(detector);
    P::park(lock.word, 2, kNoDeadline);
    raw_lock(detector);
  }
  std::erase_if(waiting, [&](const Waiting& w) { return w.thread == &t; });
  release(detector);
  return result;
}

template <class V>
AcquireResult Runtime<V>::wait_for_lock(VmThread& t, ProgramLock<P>& lock,
                                        const AcquireOptions& options) {
  // In sim the engine itself sees deadlocks.
  if (options.deadline_ns == Services::kForever && !P::kSimulated)
    return wait_and_judge(t, lock, options.interruptible);
  while (lock.word.exchange(2) != 0) {
    if (options.interruptible && Interrupt::pending_for(*t.record))
      return AcquireResult::kInterrupted;
    if (P::park(lock.word, 2, options.deadline_ns) == ParkResult::kTimedOut)
      return AcquireResult::kTimedOut;
  }
  return AcquireResult::kAcquired;
}

template <class V>
AcquireResult Runtime<V>::acquire(VmThread& t, ProgramLock<P>& lock, const AcquireOptions& options,
                                  const char* reason) {
  uint32_t expected = 0;
  if (lock.word.compare_exchange_strong(expected, 1)) return AcquireResult::kAcquired;
  if (!options.blocking) return AcquireResult::kTimedOut;
  BlockNote<P> note(*t.record);
  uint32_t by = lock.holder.load();
  AcquireResult result = without_lock(t, ThreadState::WaitProgram, reason,
                                      [&] { return wait_for_lock(t, lock, options); });
  if (t.record->times)
    note.end(ThreadState::WaitProgram, by, "lock " + std::to_string(lock.number));
  if (result == AcquireResult::kInterrupted && !Interp<V>::raise_interrupt(t))
    return acquire(t, lock, options, reason);
  return result;
}

template <class V>
class ServicesImpl final : public Services {
 public:
  using P = typename V::P;
  explicit ServicesImpl(Runtime<V>& runtime) : runtime_(runtime) {}

  bool simulated() const override { return P::kSimulated; }
  int64_t monotonic_ns() override {
    P::work(Cost::ClockRead);
    return P::now();
  }
  int64_t wall_ns() override {
    if constexpr (P::kSimulated) {
      return kSimEpochNs + monotonic_ns();
    } else {
      std::timespec now{};
      std::timespec_get(&now, TIME_UTC);
      return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
    }
  }
  int64_t process_ns() override { return P::process_time(); }
  int64_t thread_ns() override { return P::thread_time(); }
  uint32_t cpu_count() override { return P::cores(); }
  uint64_t random_bits() override { return P::random(); }
  bool sleep_until(int64_t deadline_ns) override {
    VmThread& t = current();
    for (;;) {
      runtime_.without_lock(t, ThreadState::Blocked, "sleep", [&] {
        P::sleep_until(deadline_ns);
        return 0;
      });
      if (Interp<V>::raise_interrupt(t)) return false;
      if (P::now() >= deadline_ns) return true;
    }
  }
  void yield() override {
    runtime_.without_lock(current(), ThreadState::Blocked, "sleep(0)", [&] {
      P::yield();
      return 0;
    });
  }

  void* lock_new() override {
    auto* lock = new ProgramLock<P>;
    lock->number = runtime_.locks_made.load() + 1;
    runtime_.locks_made.store(lock->number);
    return lock;
  }
  void lock_free(void* lock) override {
    if (races()) races()->forget_lock(lock);
    delete static_cast<ProgramLock<P>*>(lock);
  }
  AcquireResult lock_acquire(void* lock, const AcquireOptions& options) override {
    auto& program_lock = *static_cast<ProgramLock<P>*>(lock);
    uint32_t expected = 0;
    AcquireResult result = AcquireResult::kAcquired;
    if (!program_lock.word.compare_exchange_strong(expected, 1))
      result = runtime_.acquire(current(), program_lock, options, "lock");
    if (races() && result == AcquireResult::kAcquired) races()->acquired(P::self().serial, lock);
    if (P::self().times && result == AcquireResult::kAcquired)
      program_lock.holder.store(P::self().serial);
    return result;
  }
  bool lock_release(void* lock) override {
    if (races()) races()->released(P::self().serial, lock);
    return runtime_.release(*static_cast<ProgramLock<P>*>(lock));
  }
  bool lock_locked(void* lock) override {
    return static_cast<ProgramLock<P>*>(lock)->word.load() != 0;
  }

  bool start_thread(Context& cx, Handle callable, Handle args, Handle kwargs,
                    uint64_t& ident) override;
  uint64_t thread_ident() override { return current().ident; }
  uint64_t native_ident() override { return current().record->serial; }
  uint32_t thread_count() override { return runtime_.alive > 0 ? runtime_.alive - 1 : 0; }
  void thread_failed() override { runtime_.thread_failures.fetch_add(1); }
  void mark_daemon(bool daemon) override {
    current().daemon = daemon;
    current().waited_for = !daemon;
  }
  void set_thread_name(std::string_view name) override { current().record->name.set(name); }

  int pipe(int fds[2]) override { return P::pipe(fds); }
  int64_t read(int fd, char* buffer, size_t n) override {
    return transfer("read", [&] { return static_cast<int64_t>(P::read(fd, buffer, n)); });
  }
  int64_t write(int fd, const char* data, size_t n) override {
    return transfer("write", [&] { return static_cast<int64_t>(P::write(fd, data, n)); });
  }
  int close(int fd) override { return static_cast<int>(P::close(fd)); }
  SocketCalls& sockets() override { return P::sockets(); }
  int64_t blocking(const char* reason, const std::function<int64_t()>& call) override {
    return transfer(reason, call);
  }

  int64_t switch_interval_ns() override { return runtime_.gil.interval(); }
  void set_switch_interval_ns(int64_t ns) override { runtime_.gil.set_interval(ns); }
  void set_check_interval(int64_t ticks) override { runtime_.gil.set_check_interval(ticks); }
  bool gil_enabled() override { return !V::kParallel; }
  void without_lock(int64_t units, const std::function<void()>& work) override {
    runtime_.without_lock(current(), ThreadState::RunningFree, "native work", [&] {
      P::work(Cost::NativeByte, units);
      P::on_big_stack(work);
      return 0;
    });
  }
  void with_big_stack(int64_t units, const std::function<void()>& work) override {
    P::work(Cost::NativeByte, units);
    P::on_big_stack(work);
  }
  void native_work(int64_t units) override { P::work(Cost::NativeByte, units); }
  bool safe_point() override { return Interp<V>::native_safe_point(current()); }
  int64_t collect_garbage() override { return Interp<V>::collect_now(current()); }
  void weak_free(void* link) override {
    Weak<V>::unlink(current(), static_cast<WeakLink*>(link));
    delete static_cast<WeakLink*>(link);
  }
  bool check_signals() override { return !Interp<V>::raise_interrupt(current()); }

 private:
  RaceDetector* races() const { return runtime_.isolate.races; }
  static VmThread& current() { return V::current(); }
  // Again after signals that are none of the program's.
  template <class Body>
  int64_t transfer(const char* reason, Body body) {
    for (;;) {
      int64_t n = runtime_.without_lock(current(), ThreadState::Blocked, reason, body);
      if (n != -EINTR || Interp<V>::raise_interrupt(current())) return n;
    }
  }
  Runtime<V>& runtime_;
};

template <class V>
bool ServicesImpl<V>::start_thread(Context& cx, Handle callable, Handle args, Handle kwargs,
                                   uint64_t& ident) {
  auto& context = static_cast<ContextImpl<V>&>(cx);
  VmThread& parent = cx.thread();
  Value owned_callable = context.owned(callable), owned_args = context.owned(args);
  Value owned_kwargs = kwargs ? context.owned(kwargs) : Value();
  publish_isolate<V>(parent);
  for (Value v : {owned_callable, owned_args, owned_kwargs}) V::publish(v);
  VmThread* t = runtime_.new_thread(nullptr);
  ident = t->ident;
  // Until the thread runs, the values are its roots.
  for (Value v : {owned_callable, owned_args, owned_kwargs}) t->handles.push_back(v);
  Runtime<V>* runtime = &runtime_;
  if (races()) races()->released(P::self().serial, t);
  runtime_.gil.thread_started();
  ThreadRecord* record = P::spawn(
      {"Thread-" + std::to_string(ident)}, [runtime, t, owned_callable, owned_args, owned_kwargs] {
        runtime->thread_main(t, owned_callable, owned_args, owned_kwargs);
      });
  if (record) return true;
  runtime_.leave_thread(t);
  Errors<V>::raise(parent, Exc::RuntimeError, "can't start new thread");
  return false;
}

}  // namespace gilsim
