// What: the interface of interpreter-lock algorithms.
// Idea: the loop sees two words of its thread record, breaker and budget, and calls poll() only
// when they say so; so an algorithm is chosen
//   at run time and costs no instantiation of the VM.
// State: a thread is attached (may run bytecode) from attach() to detach().
// Threads: attach, detach and poll act for the calling thread; the setters from any attached
// thread. Not here: the algorithms, one a file.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "gil/platform/platform.h"

namespace gilsim {

struct GilParameters {
  Nanos interval_ns = 5000000;   // CPython's default switch interval
  int64_t ticks = 100;           // CPython 2's default check interval
  bool forced_switching = true;  // py3_interval: a releaser that was asked waits until another
                                 // thread has taken the lock
};

template <class P>
class Gil {
 public:
  virtual ~Gil() = default;
  virtual std::string_view name() const = 0;
  // Blocks until the thread may run bytecode.
  virtual void attach(ThreadRecord& self) = 0;
  // The thread will block or run without the lock. REQUIRES: attached.
  virtual void detach(ThreadRecord& self) = 0;
  // The slow path of a safe point: breaker is set or budget is used up. REQUIRES: attached. Refills
  // budget, clears the bits it served.
  virtual void poll(ThreadRecord& self) = 0;
  virtual void thread_started() {}  // counted by its starter, before it runs
  virtual void thread_finished() {}
  // The world is stopped when no other thread is attached and none can become so. REQUIRES:
  // attached. Under a real interpreter lock the holder excludes everybody already.
  virtual void stop_world(ThreadRecord&) {}
  virtual void start_world(ThreadRecord&) {}
  virtual Nanos interval() const { return parameters_.interval_ns; }
  virtual void set_interval(Nanos ns) { parameters_.interval_ns = ns < 1000 ? 1000 : ns; }
  virtual void set_check_interval(int64_t ticks) { parameters_.ticks = ticks < 1 ? 1 : ticks; }

 protected:
  explicit Gil(const GilParameters& parameters) : parameters_(parameters) {}
  GilParameters parameters_;
};

struct GilInfo {
  std::string_view name;
  std::string_view description;
  bool every_instruction;  // wants a safe point before every instruction
};
const std::vector<GilInfo>& gil_infos();
bool gil_wants_every_instruction(std::string_view name);

}  // namespace gilsim
