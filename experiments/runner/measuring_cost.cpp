// What: see measuring_cost.h.
#include "experiments/runner/measuring_cost.h"

#include <algorithm>
#include <vector>

#include "gil/os/os_platform.h"
#include "gil/platform/histogram.h"

namespace gilsim {
namespace {

using P = OsPlatform;

// Nanoseconds for each of n calls of step, on the first thread of a run.
template <class Step>
double one_sample(bool measure, bool trace, int n, const Step& step) {
  PlatformOptions options;
  options.measure = measure;
  options.trace = trace;
  double each_ns = 0;
  P::run(options, [&] {
    P::self().describe = [](const ThreadRecord&, std::string& out) {
      out += "\"program.py\", line 12, in function, called from \"program.py\", line 34";
    };
    Nanos start_ns = P::now();
    for (int k = 0; k < n; ++k) step();
    each_ns = static_cast<double>(P::now() - start_ns) / n;
  });
  return each_ns;
}

template <class Step>
double on_minus_off(bool trace, int n, const Step& step) {
  constexpr int kPairs = 7;
  std::vector<double> differences;
  for (int pair = 0; pair < kPairs; ++pair) {
    double off_ns = one_sample(false, false, n, step);
    differences.push_back(one_sample(true, trace, n, step) - off_ns);
  }
  std::nth_element(differences.begin(), differences.begin() + kPairs / 2, differences.end());
  return std::max(0.0, differences[kPairs / 2]);
}

}  // namespace

MeasuringCost measuring_cost(const RunRequest& request, const RunReport& report) {
  MeasuringCost cost;
  for (const ThreadFigures& thread : report.threads) {
    cost.state_changes += thread.counters.state_changes;
    if (!thread.times) continue;
    for (const auto& [key, sum] : thread.times->blocked.blocks()) cost.wait_notes += sum.count;
  }
  // Two changes a call.
  cost.state_change_ns = on_minus_off(request.trace, 1000,
                                      [] {
                                        P::set_state(ThreadState::Blocked);
                                        P::set_state(ThreadState::RunningFree);
                                      }) /
                         2;
  cost.wait_note_ns = on_minus_off(request.trace, 200, [] {
    BlockNote<P> note(P::self());
    note.end(ThreadState::WaitGil, 1);
  });
  return cost;
}

}  // namespace gilsim
