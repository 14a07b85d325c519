// What: what an isolate needs beside objects to run a program: services, program locks, imports,
// start and end. Threads: one Runtime an isolate; its members say how they are guarded. Not here:
// which algorithm or platform (the roof: experiments/modes).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gil/algorithm/gil.h"
#include "vm/interp/api.h"
#include "vm/interp/interp.h"
#include "vm/object/shared_memory.h"

namespace gilsim {

// Why text did not compile, as CPython's SyntaxError carries it. Lines and columns count from 1, in
// characters; printed is the whole message without a traceback header.
struct CompileFailure {
  Exc kind = Exc::SyntaxError;
  std::string message, text, printed;
  int64_t line = 0, column = 0, end_line = 0, end_column = 0;
};

// A program as the runner gives it. The callbacks connect layers that the VM may not name.
struct ProgramSpec {
  std::string path;  // as given; names the file in tracebacks
  std::string source;
  std::shared_ptr<const Code> code;    // of the source, compiled
  std::vector<std::string> arguments;  // sys.argv[1:]
  std::string directory;               // searched for sibling modules
  std::string working_directory;       // tracebacks show files from here; empty: as given
  FindModule find_module = nullptr;
  // Null: see *failure.
  std::function<std::shared_ptr<const Code>(std::string_view text, std::string_view file_name,
                                            CompileMode mode, CompileFailure* failure)>
      compile;
  std::function<void()> flush_streams;  // standard output and error, at the end
  bool safe_point_everywhere = false;
  RaceDetector* races = nullptr;  // sim: is told of all accesses and locks; null: nobody is
  bool quiet_library = false;     // a search does not tell steps of embedded code apart
};

// The program's own lock (threading.Lock): 0 free, 1 locked, 2 locked and perhaps waited for.
// Drepper's third mutex, "Futexes are tricky".
template <class P>
struct ProgramLock {
  typename P::template atomic<uint32_t> word{0};
  typename P::template hint<uint32_t> holder{};  // serial; kept when a run is measured
  uint32_t number = 0;                           // of its making, from 1; 0: not the program's
};

template <class V>
struct Runtime {
  using P = typename V::P;

  explicit Runtime(const ProgramSpec& spec, Gil<P>& gil) : spec(spec), gil(gil) {}

  const ProgramSpec& spec;
  Gil<P>& gil;
  Isolate isolate;
  std::unique_ptr<Services> services;
  // Deadlock detection: who waits for ever for which lock. Under detector.
  ProgramLock<P> detector;
  struct Waiting {
    VmThread* thread;
    ProgramLock<P>* lock;
  };
  std::vector<Waiting> waiting;
  uint32_t alive = 0;  // threads that run or wait; under detector
  // Exceptions that ended threads other than the first.
  std::atomic<uint64_t> thread_failures{0};
  ProgramLock<P> import_lock;
  typename P::template hint<uint64_t> import_owner;  // thread ident; only the owner finds its own
  uint32_t import_depth = 0;
  uint64_t next_ident = 1;
  typename P::template hint<uint32_t> locks_made{};  // names them in what is measured
  // Source lines for tracebacks, by file; under sources_lock.
  ProgramLock<P> sources_lock;
  std::vector<std::pair<std::string, std::vector<std::string>>> sources;

  // Runs the program on the current platform thread to its end and gives the exit code.
  int run();

  // ---- threads
  VmThread* new_thread(ThreadRecord* record);
  void leave_thread(VmThread* t);
  void thread_main(VmThread* t, Value callable, Value args, Value kwargs);

  // ---- blocking: runs body without the interpreter lock.
  template <class Body>
  auto without_lock(VmThread& t, ThreadState state, const char* reason, Body body) {
    SharedMemory<V>::offline(t);
    gil.detach(*t.record);
    const char* old_reason = t.record->wait_reason;
    t.record->wait_reason = reason;
    ThreadState old = P::set_state(state);
    auto result = body();
    P::set_state(old);
    t.record->wait_reason = old_reason;
    gil.attach(*t.record);
    SharedMemory<V>::online(t);
    return result;
  }

  // ---- program locks
  AcquireResult acquire(VmThread& t, ProgramLock<P>& lock, const AcquireOptions& options,
                        const char* reason);
  bool release(ProgramLock<P>& lock);
  void raw_lock(ProgramLock<P>& lock);  // short, without giving the interpreter lock up
  bool all_wait_for_ever();             // REQUIRES: detector
  [[noreturn]] void report_deadlock();
  AcquireResult wait_and_judge(VmThread& t, ProgramLock<P>& lock, bool interruptible);
  AcquireResult wait_for_lock(VmThread& t, ProgramLock<P>& lock, const AcquireOptions& options);

  // ---- start
  void create_isolate(VmThread& t);
  void create_builtins(VmThread& t);
  int finish(VmThread& t, bool failed);
  int exit_code_of(VmThread& t, Value exception);
  bool call_exception_hook(VmThread& t, Value exception);
  // 0, or the exit code of what ended it.
  int call_at_end(VmThread& t, const char* name, const char* function);
  void await_leavers(VmThread& t);
  void drop_main_module(VmThread& t);
};

template <class V>
Runtime<V>& runtime_of(VmThread& t) {
  return *static_cast<Runtime<V>*>(t.isolate->runtime);
}
template <class V>
Services& services_of(VmThread& t) {
  return *runtime_of<V>(t).services;
}

}  // namespace gilsim
