// What: CPython 2's interpreter lock (Python/ceval.c and thread_pthread.h of 2.7).
// Idea: every 100 ticks the holder releases the lock and takes it again at once. The lock is a
// POSIX semaphore: a release wakes a waiter, but
//   the releaser, which is running, usually wins again before the waiter has woken up; with several
//   cores the waiter wakes, fails, and sleeps again, over and over.
// State: the semaphore: 1 free, 0 held. Waiters are counted so that a post without waiters needs no
// system call, as glibc does. Invariants: I1 at most one thread is between a successful take and
// the next post. Threads: any; blocking, barging, no hand-over, no time-out. Not here: where ticks
// are counted: the loop counts down before every instruction.
#pragma once

#include "gil/algorithm/gil.h"
#include "gil/platform/histogram.h"

namespace gilsim {

template <class P>
class Py2TickGil final : public Gil<P> {
 public:
  explicit Py2TickGil(const GilParameters& parameters) : Gil<P>(parameters) {}
  std::string_view name() const override { return "py2_ticks"; }

  void attach(ThreadRecord& self) override {
    take(self);
    self.budget = static_cast<int32_t>(std::min<int64_t>(this->parameters_.ticks, INT32_MAX));
    P::set_state(ThreadState::RunningLocked);
  }
  void detach(ThreadRecord& self) override {
    P::set_state(ThreadState::RunningFree);
    post(self);
  }
  void poll(ThreadRecord& self) override {
    if (self.budget >= 0) return;
    self.budget = static_cast<int32_t>(std::min<int64_t>(this->parameters_.ticks, INT32_MAX));
    // relaxed: with one thread there is nothing to release, as in CPython, which makes the lock
    // with the first thread
    if (threads_.load(std::memory_order_relaxed) < 2) return;
    detach(self);
    attach(self);
  }
  void thread_started() override { threads_.fetch_add(1); }
  void thread_finished() override { threads_.fetch_sub(1); }

 private:
  bool try_take() {
    uint32_t free = 1;
    // (1) acquire: pairs with (2)
    return free_.compare_exchange_strong(free, 0, std::memory_order_acquire);
  }
  void take(ThreadRecord& self) {
    ++self.counters.gil_acquisitions;
    if (!try_take()) {
      ++self.counters.gil_contended;
      ThreadState before = P::set_state(ThreadState::WaitGil);
      const char* reason = self.wait_reason;
      self.wait_reason = "interpreter lock";
      BlockNote<P> note(self);
      ThreadRecord* by = holder_.load();
      waiters_.fetch_add(1);
      while (!try_take()) P::park(free_, 0, kNoDeadline);
      waiters_.fetch_sub(1);
      note.end(ThreadState::WaitGil, by ? by->serial : 0);
      self.wait_reason = reason;
      P::set_state(before);
    }
    ThreadRecord* before = holder_.load();
    if (before != &self) {
      ++self.counters.hand_overs;
      if (self.times && before) self.times->blocked.took_from(before->serial);
      holder_.store(&self);
    }
  }
  void post(ThreadRecord& self) {
    ++self.counters.gil_releases;
    free_.store(1);  // (2) before the look at waiters_, so that one of the two sees the other
    if (waiters_.load() > 0) P::unpark(free_, 1);
  }

  typename P::template atomic<uint32_t> free_{1};
  typename P::template atomic<uint32_t> waiters_{0};
  typename P::template atomic<uint32_t> threads_{0};
  typename P::template hint<ThreadRecord*> holder_{};  // written by the holder only
};

}  // namespace gilsim
