// What: what a thread may do, as a concept; cost names and tables. Locks, GIL algorithms and the VM
// are written against this alone. Idea: one source, several worlds. See DESIGN section 2.1 for the
// meaning of each operation. Threads: every operation acts for the calling thread. Not here: the
// platforms (gil/os, gil/sim).
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gil/platform/thread_record.h"

namespace gilsim {

struct CostInfo {
  std::string_view name;
  int64_t default_ps;
  std::string_view what;
  std::string_view source;
};
const std::array<CostInfo, kCostCount>& cost_infos();

// Picoseconds a step; starts with the defaults.
struct CostTable {
  CostTable();
  int64_t ps[kCostCount];
  int64_t operator[](Cost cost) const { return ps[static_cast<int>(cost)]; }
  // Gives false for an unknown name. REQUIRES: ns >= 0.
  bool set(std::string_view name, double ns);
};

std::string_view state_key(ThreadState state);
std::vector<std::pair<std::string_view, uint64_t>> counter_values(const Counters& counters);

enum class ParkResult { kWoken, kTimedOut, kChanged };

struct SpawnOptions {
  std::string name;
};

// Sanitizers make frames several times as large. ThreadSanitizer counts them as well: it has room
// for 65536 on each thread.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr size_t kStackScale = 16;
#elif defined(__SANITIZE_THREAD__)
inline constexpr size_t kStackScale = 2;
#else
inline constexpr size_t kStackScale = 1;
#endif

// How a run is set up. Fields that a platform has no use for are ignored.
struct PlatformOptions {
  uint32_t cores = 0;  // 0: the platform's own default
  uint64_t seed = 0;   // os: 0 stands for another seed in each run
  CostTable costs;
  int64_t slack_ns = 50;  // sim: how far a core may run ahead unseen
  int64_t time_slice_ns =
      3000000;  // sim: after which a runnable thread waiting for the core gets it
  uint32_t max_threads = 30000;
  bool trace = false;  // keep a timeline of each thread; needs measure
  bool measure =
      false;  // os: keep the time ledger (a clock read a change of state); sim always does
};

struct RunOutcome {
  std::string deadlock;  // empty: none
  std::string given_up;  // sim: why the scheduler gave the run up; empty: it did not
  Nanos end_ns = 0;
  uint64_t trace_hash = 0;  // sim: of all scheduling decisions
};

template <class P>
concept Platform = requires(typename P::template atomic<uint32_t>& word, ThreadRecord* record,
                            Nanos ns, std::function<void()> f) {
  { P::kSimulated } -> std::convertible_to<bool>;
  typename P::Tag;
  typename P::template line_atomic<uint8_t>;
  { P::self() } -> std::same_as<ThreadRecord&>;
  { P::now() } -> std::same_as<Nanos>;
  { P::park(word, 0u, ns) } -> std::same_as<ParkResult>;
  { P::unpark(word, 1) } -> std::convertible_to<int>;
  { P::spawn(SpawnOptions{}, f) } -> std::same_as<ThreadRecord*>;
  P::join(record);
  P::sleep_until(ns);
  P::relax();
  P::yield();
  P::spin_while(word, 0u);
  { P::spin_limit(1) } -> std::same_as<int>;
  P::work(Cost::OpMove, 1);
  P::tally(&Counters::counts_plain);
  P::note_hold(nullptr);
  { P::holder_of(nullptr) } -> std::same_as<uint32_t>;
  { P::set_state(ThreadState::Blocked) } -> std::same_as<ThreadState>;
  { P::random() } -> std::convertible_to<uint64_t>;
  { P::cores() } -> std::convertible_to<uint32_t>;
  P::on_big_stack(f);
  { P::kStackBytes } -> std::convertible_to<size_t>;  // of C++ stack, for each thread
};

}  // namespace gilsim
