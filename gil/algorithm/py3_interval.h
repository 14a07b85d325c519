// What: CPython's interpreter lock since 3.2 (Pitrou, 2009; Python/ceval_gil.c).
// Idea: a flag under a mutex and a condition. A waiter sleeps for the interval; if nobody else got
// the lock meanwhile it asks the holder to
//   drop it. The holder notices at its next safe point, releases, and, being asked, waits until
//   another thread has taken the lock, so that it cannot win it back at once (forced switching). So
//   the interval is a waiter's patience, not a holder's quantum, and who wins is the operating
//   system's choice.
// State: locked_ 0 free, 1 held. switch_number_ grows whenever the holder changes. holder_ is the
// last thread that held it. Invariants: I1 locked_, holder_, switch_number_ change under mutex_. I2
// a drop request is set only by a waiter whose wait timed out while
//   the lock was held and the switch number had not changed.
// Threads: any; blocking, not fair.
// Not here: where safe points are (vm/interp).
#pragma once

#include "gil/algorithm/gil.h"
#include "gil/locks/futex_mutex.h"
#include "gil/platform/histogram.h"

namespace gilsim {

template <class P>
class Py3IntervalGil final : public Gil<P> {
 public:
  explicit Py3IntervalGil(const GilParameters& parameters) : Gil<P>(parameters) {}
  std::string_view name() const override { return "py3_interval"; }

  void attach(ThreadRecord& self) override {
    take(self);
    P::set_state(ThreadState::RunningLocked);
  }

  void detach(ThreadRecord& self) override {
    P::set_state(ThreadState::RunningFree);
    drop(self);
  }

  void poll(ThreadRecord& self) override {
    self.budget = INT32_MAX;
    if (!(self.breaker.load() & kBreakGilDrop)) return;
    detach(self);
    // Other threads may run now.
    attach(self);
  }

 private:
  void take(ThreadRecord& self) {
    mutex_.lock();
    bool waited = locked_;
    ThreadState before = waited ? P::set_state(ThreadState::WaitGil) : self.state.get();
    const char* reason = self.wait_reason;
    if (waited) self.wait_reason = "interpreter lock";
    BlockNote<P> note(self);
    uint32_t by = waited && holder_ ? holder_->serial : 0;
    while (locked_) {
      uint64_t seen = switch_number_;
      bool signalled = condition_.wait(mutex_, P::now() + this->parameters_.interval_ns);
      if (!signalled && locked_ && switch_number_ == seen) {
        ++self.counters.switch_requests;
        holder_->breaker.set_bits(kBreakGilDrop);  // keeps I2
      }
    }
    if (waited) {
      self.wait_reason = reason;
      P::set_state(before);
    }
    locked_ = true;
    if (holder_ != &self) {
      ++self.counters.hand_overs;
      if (self.times && holder_) self.times->blocked.took_from(holder_->serial);
      holder_ = &self;
      ++switch_number_;
    }
    self.breaker.clear_bits(kBreakGilDrop);
    switched_.broadcast_if_waited(mutex_);
    ++self.counters.gil_acquisitions;
    self.counters.gil_contended += waited;
    mutex_.unlock();
    if (waited) note.end(ThreadState::WaitGil, by);
  }

  void drop(ThreadRecord& self) {
    mutex_.lock();
    locked_ = false;
    ++self.counters.gil_releases;
    condition_.signal();
    if (this->parameters_.forced_switching && (self.breaker.load() & kBreakGilDrop) &&
        holder_ == &self) {
      self.breaker.clear_bits(kBreakGilDrop);
      ++self.counters.forced_switches;
      ThreadState before = P::set_state(ThreadState::WaitGil);
      const char* reason = self.wait_reason;
      self.wait_reason = "interpreter lock (forced switch)";
      while (holder_ == &self && !locked_) switched_.wait(mutex_);
      self.wait_reason = reason;
      P::set_state(before);
    }
    mutex_.unlock();
  }

  // The condition "another thread has taken the lock": signalled only when somebody waits for it.
  struct SwitchCondition {
    FutexCondition<P> condition;
    uint32_t waiting = 0;
    void wait(FutexMutex<P>& mutex) NEEDS(mutex) {
      ++waiting;
      condition.wait(mutex, kNoDeadline);
      --waiting;
    }
    void broadcast_if_waited([[maybe_unused]] FutexMutex<P>& mutex) NEEDS(mutex) {
      if (waiting) condition.broadcast();
    }
  };

  FutexMutex<P> mutex_;
  FutexCondition<P> condition_;  // the lock is free
  SwitchCondition switched_;
  bool locked_ GUARDED_BY(mutex_) = false;
  ThreadRecord* holder_ GUARDED_BY(mutex_) = nullptr;
  uint64_t switch_number_ GUARDED_BY(mutex_) = 0;
};

}  // namespace gilsim
