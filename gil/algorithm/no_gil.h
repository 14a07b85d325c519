// What: no interpreter lock: every attached thread runs; the world can be stopped (the scheme of
//   PEP 703's thread states).
// Idea: each thread has a state word. A stopper sets a bit in every breaker and waits until each
//   other thread is detached or has suspended itself at a safe point; whoever wants to attach
//   meanwhile waits.
// State: ThreadRecord::world_state 0 detached · 1 attached. stopping_ 0 running · 1 a stop is
//   wanted or holds.
// Invariants: I1 between stop_world and start_world no thread but the stopper has world_state 1.
// Threads: any. attach and detach are one atomic exchange each when nobody stops the world.
#pragma once

#include <vector>

#include "gil/algorithm/gil.h"
#include "gil/locks/futex_mutex.h"

namespace gilsim {

template <class P>
class NoGil final : public Gil<P> {
 public:
  explicit NoGil(const GilParameters& parameters) : Gil<P>(parameters) {}
  std::string_view name() const override { return "none"; }

  void attach(ThreadRecord& self) override {
    register_thread(self);
    for (;;) {
      self.world_state.store(
          1);  // (1) before the look at stopping_: the stopper sees this, or we see it
      if (stopping_.load() == 0) break;
      leave(self);
      ThreadState before = P::set_state(ThreadState::WaitWorld);
      const char* reason = self.wait_reason;
      self.wait_reason = "the world to start again";
      while (stopping_.load() != 0) P::park(stopping_, 1, kNoDeadline);
      self.wait_reason = reason;
      P::set_state(before);
    }
    P::set_state(ThreadState::RunningFree);
  }
  void detach(ThreadRecord& self) override { leave(self); }
  void poll(ThreadRecord& self) override {
    self.budget = INT32_MAX;
    if (!(self.breaker.load() & kBreakStopWorld)) return;
    self.breaker.clear_bits(kBreakStopWorld);
    detach(self);
    attach(self);
  }

  void stop_world(ThreadRecord& self) override NOT_CHECKED {
    // One stopper at a time; the next waits detached, so that the first can go on.
    while (!stopper_.try_lock()) {
      detach(self);
      stopper_.lock();
      stopper_.unlock();
      attach(self);
    }
    stopping_.store(1);
    threads_mutex_.lock();
    std::vector<ThreadRecord*> others = threads_;
    threads_mutex_.unlock();
    for (ThreadRecord* other : others) {
      if (other == &self) continue;
      other->breaker.set_bits(kBreakStopWorld);
      while (other->world_state.load() != 0) P::yield();
      other->breaker.clear_bits(kBreakStopWorld);
    }
  }
  void start_world(ThreadRecord&) override NOT_CHECKED {
    stopping_.store(0);
    P::unpark(stopping_, INT32_MAX);
    stopper_.unlock();
  }

 private:
  void leave(ThreadRecord& self) { self.world_state.store(0); }
  // Threads are remembered at their first attach; records live as long as the run.
  void register_thread(ThreadRecord& self) {
    if (self.algorithm_data == this) return;
    self.algorithm_data = this;
    threads_mutex_.lock();
    threads_.push_back(&self);
    threads_mutex_.unlock();
  }

  typename P::template atomic<uint32_t> stopping_{0};
  FutexMutex<P> stopper_;
  FutexMutex<P> threads_mutex_;
  std::vector<ThreadRecord*> threads_ GUARDED_BY(threads_mutex_);
};

}  // namespace gilsim
