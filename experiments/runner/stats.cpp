// What: a finished run's figures as text and JSON.
// Idea: a thread's time is divided over its states exactly. On real threads a state says what the
// program does, and the kernel's figures stand beside it: the time on a processor and in a run
// queue; the residual is the running time that neither explains. It is below zero where a thread
// waited for a processor after a wake-up, which its states call waiting.
#include "experiments/runner/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "gil/platform/histogram.h"

namespace gilsim {

namespace {

constexpr double kMillisecond = 1e6;

ThreadFigures total_of(const RunReport& report) {
  ThreadFigures total{"all threads", 0, {}, {}};
  for (const ThreadFigures& thread : report.threads) {
    for (int k = 0; k < kThreadStateCount; ++k) total.time_in_ns[k] += thread.time_in_ns[k];
    total.on_core_ns += thread.on_core_ns;
    total.run_delay_ns += thread.run_delay_ns;
#define COUNTER(name, what) total.counters.name += thread.counters.name;
#include "gil/platform/counters.def"
#undef COUNTER
  }
  return total;
}

// Nanoseconds in a unit that fits.
std::string duration_text(int64_t ns) {
  auto value = static_cast<double>(ns);
  if (value < 1e3) return fmt::format("{} ns", ns);
  if (value < 1e6) return fmt::format("{:.1f} us", value / 1e3);
  if (value < 1e9) return fmt::format("{:.1f} ms", value / 1e6);
  return fmt::format("{:.2f} s", value / 1e9);
}

// Names as in the JSON file.
std::vector<std::pair<std::string, const Histogram*>> named_times(const ThreadTimes& times,
                                                                  bool has_gil) {
  std::vector<std::pair<std::string, const Histogram*>> named = {
      {"wait_object", &times.wait_object}, {"wait_program", &times.wait_program}};
  if (!has_gil) named.emplace_back("wait_world", &times.wait_world);
  if (has_gil) {
    named.emplace_back("wait_gil", &times.wait_gil);
    named.emplace_back("hold_gil", &times.hold_gil);
  }
  return named;
}

std::string times_text(const ThreadTimes& times, bool has_gil) {
  std::string text;
  for (const auto& [name, times_of] : named_times(times, has_gil)) {
    if (times_of->count() == 0) continue;
    text +=
        fmt::format("    {:<16}{:>14} times, median {}, 90 % {}, 99 % {}, longest {}\n", name,
                    times_of->count(), duration_text(times_of->percentile(0.5)),
                    duration_text(times_of->percentile(0.9)),
                    duration_text(times_of->percentile(0.99)), duration_text(times_of->max_ns()));
  }
  return text;
}

nlohmann::json times_json(const ThreadTimes& times, bool has_gil) {
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [name, times_of] : named_times(times, has_gil)) {
    json[name] = {{"count", times_of->count()},           {"sum_ns", times_of->sum_ns()},
                  {"p50_ns", times_of->percentile(0.5)},  {"p90_ns", times_of->percentile(0.9)},
                  {"p99_ns", times_of->percentile(0.99)}, {"max_ns", times_of->max_ns()}};
  }
  return json;
}

void add_all_times(const RunReport& report, ThreadTimes& all) {
  for (const ThreadFigures& thread : report.threads) {
    if (thread.times) all.merge(*thread.times);
  }
}

// Jain's index (Jain, Chiu and Hawe, 1984) of the time that the threads other than the first ran
// (with the interpreter lock, where there is one): 1: all the same, 1/n: one had it all. Negative:
// fewer than two threads ran.
double fairness(const RunReport& report, bool has_gil) {
  ThreadState running = has_gil ? ThreadState::RunningLocked : ThreadState::RunningFree;
  double sum = 0, squares = 0;
  int count = 0;
  for (size_t k = 1; k < report.threads.size(); ++k) {
    auto ns = static_cast<double>(report.threads[k].time_in_ns[static_cast<int>(running)]);
    sum += ns;
    squares += ns * ns;
    ++count;
  }
  return count > 1 && squares > 0 ? sum * sum / (count * squares) : -1;
}

// ---- who kept whom waiting
std::string name_of(const RunReport& report, uint32_t serial) {
  for (const ThreadFigures& thread : report.threads) {
    if (thread.serial == serial) return thread.name.empty() ? "thread" : thread.name;
  }
  return "";
}
struct Blocked {
  const ThreadFigures* waiter;
  BlockKey key;
  BlockSum sum;
};
// The longest first.
std::vector<Blocked> all_blocked(const RunReport& report) {
  std::vector<Blocked> all;
  for (const ThreadFigures& thread : report.threads) {
    if (!thread.times) continue;
    for (const auto& [key, sum] : thread.times->blocked.blocks())
      all.push_back({&thread, key, sum});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Blocked& a, const Blocked& b) { return a.sum.ns > b.sum.ns; });
  return all;
}
std::string what_of(const BlockKey& key) {
  if (!key.object.empty()) return key.object;
  return key.state == ThreadState::WaitGil ? "the interpreter lock" : "an object's lock";
}
std::string blocked_text(const RunReport& report) {
  constexpr size_t kShownBlocks = 12;
  std::vector<Blocked> all = all_blocked(report);
  if (all.empty()) return "";
  std::string text = "  who waited for what, the longest first:\n";
  for (size_t k = 0; k < all.size() && k < kShownBlocks; ++k) {
    const auto& [waiter, key, sum] = all[k];
    // A thread that waits for what it took itself waits to be told something.
    std::string by = key.by == waiter->serial ? "" : name_of(report, key.by);
    text += fmt::format("    {} waited {} in {} for {}{}{}{}\n",
                        waiter->name.empty() ? "thread" : waiter->name, duration_text(sum.ns),
                        sum.count == 1 ? "1 wait" : fmt::format("{} waits", sum.count),
                        what_of(key), by.empty() ? "" : ", which " + by + " had",
                        key.place.empty() ? "" : ", at ", key.place);
  }
  if (all.size() > kShownBlocks)
    text += fmt::format("    ... and {} more\n", all.size() - kShownBlocks);
  return text;
}
std::string hand_overs_text(const RunReport& report) {
  std::string text;
  for (const ThreadFigures& thread : report.threads) {
    if (!thread.times) continue;
    for (const auto& [from, count] : thread.times->blocked.takes())
      text += fmt::format("{}{} to {} {}", text.empty() ? "" : ", ", name_of(report, from),
                          thread.name.empty() ? "thread" : thread.name, count);
  }
  return text.empty() ? "" : "  hand-overs: " + text + "\n";
}
void add_blocked(nlohmann::json& json, const RunReport& report) {
  json["blocked"] = nlohmann::json::array();
  for (const auto& [waiter, key, sum] : all_blocked(report))
    json["blocked"].push_back({{"waiter", waiter->name},
                               {"state", state_key(key.state)},
                               {"by", name_of(report, key.by)},
                               {"object", what_of(key)},
                               {"place", key.place},
                               {"count", sum.count},
                               {"sum_ns", sum.ns}});
  json["hand_overs"] = nlohmann::json::array();
  for (const ThreadFigures& thread : report.threads) {
    if (!thread.times) continue;
    for (const auto& [from, count] : thread.times->blocked.takes())
      json["hand_overs"].push_back(
          {{"from", name_of(report, from)}, {"to", thread.name}, {"count", count}});
  }
}

int64_t residual_ns(const ThreadFigures& thread) {
  auto in = [&](ThreadState state) { return thread.time_in_ns[static_cast<int>(state)]; };
  return in(ThreadState::RunningFree) + in(ThreadState::RunningLocked) +
         in(ThreadState::Collecting)-thread.on_core_ns - thread.run_delay_ns;
}

std::string thread_lines(const ThreadFigures& thread, bool has_gil) {
  int64_t sum_ns = 0;
  for (int64_t ns : thread.time_in_ns) sum_ns += ns;
  std::string text = fmt::format("  {}: {:.3f} ms\n", thread.name.empty() ? "thread" : thread.name,
                                 static_cast<double>(sum_ns) / kMillisecond);
  for (int k = 0; k < kThreadStateCount; ++k) {
    if (thread.time_in_ns[k] == 0) continue;
    text += fmt::format(
        "    {:<16}{:>14.3f} ms {:>6.1f} %\n", state_key(static_cast<ThreadState>(k)),
        static_cast<double>(thread.time_in_ns[k]) / kMillisecond,
        sum_ns ? 100.0 * static_cast<double>(thread.time_in_ns[k]) / static_cast<double>(sum_ns)
               : 0.0);
  }
  if (thread.on_core_ns > 0) {
    text +=
        fmt::format("    on a core {:.3f} ms, runnable off core {:.3f} ms, residual {:.3f} ms\n",
                    static_cast<double>(thread.on_core_ns) / kMillisecond,
                    static_cast<double>(thread.run_delay_ns) / kMillisecond,
                    static_cast<double>(residual_ns(thread)) / kMillisecond);
  }
  std::string counters;
  for (const auto& [name, value] : counter_values(thread.counters)) {
    if (value) counters += fmt::format("{}{} {}", counters.empty() ? "" : ", ", name, value);
  }
  if (!counters.empty()) text += "    " + counters + "\n";
  if (thread.times) text += times_text(*thread.times, has_gil);
  return text;
}

nlohmann::json thread_json(const ThreadFigures& thread, bool has_gil) {
  nlohmann::json json;
  json["name"] = thread.name;
  for (int k = 0; k < kThreadStateCount; ++k)
    json["time_ns"][std::string(state_key(static_cast<ThreadState>(k)))] = thread.time_in_ns[k];
  if (thread.on_core_ns > 0) {
    json["on_core_ns"] = thread.on_core_ns;
    json["run_delay_ns"] = thread.run_delay_ns;
    json["residual_ns"] = residual_ns(thread);
  }
  for (const auto& [name, value] : counter_values(thread.counters))
    json["counters"][std::string(name)] = value;
  if (thread.times) json["times"] = times_json(*thread.times, has_gil);
  return json;
}

}  // namespace

std::string stats_text(const RunRequest& request, const RunReport& report,
                       const MeasuringCost* cost) {
  bool sim = request.world == World::kSim;
  std::string text =
      fmt::format("-- gilsim: mode {}, gil {}, world {}, {} cores: {:.3f} ms {}, {:.3f} ms CPU\n",
                  request.mode, report.gil, sim ? "sim" : "os", report.cores,
                  static_cast<double>(report.elapsed_ns) / kMillisecond,
                  sim ? "virtual (predicted by the cost model)" : "wall",
                  static_cast<double>(report.process_ns) / kMillisecond);
  constexpr size_t kShown = 16;
  for (size_t k = 0; k < report.threads.size() && k < kShown; ++k)
    text += thread_lines(report.threads[k], request.has_gil());
  if (report.threads.size() > kShown)
    text += fmt::format("  ... and {} more threads\n", report.threads.size() - kShown);
  ThreadTimes all;
  add_all_times(report, all);
  if (report.threads.size() > 1)
    text += thread_lines(total_of(report), request.has_gil()) + times_text(all, request.has_gil());
  text += blocked_text(report) + hand_overs_text(report);
  if (fairness(report, request.has_gil()) >= 0)
    text += fmt::format("  fairness of running (Jain's index, without the first thread): {:.3f}\n",
                        fairness(report, request.has_gil()));
  if (cost) {
    text += fmt::format(
        "  measuring cost about {:.3f} ms, {:.2f} % of the CPU time: {} changes of state at {:.0f} "
        "ns, {} notes of waits at "
        "{:.0f} ns (on against off, measured after the run)\n",
        cost->sum_ns() / kMillisecond,
        report.process_ns > 0 ? 100 * cost->sum_ns() / static_cast<double>(report.process_ns) : 0.0,
        cost->state_changes, cost->state_change_ns, cost->wait_notes, cost->wait_note_ns);
  }
  return text;
}

void write_stats_file(const std::string& path, const RunRequest& request, const RunReport& report,
                      const MeasuringCost* cost) {
  nlohmann::json json;
  json["mode"] = request.mode;
  json["gil"] = report.gil;
  json["world"] = request.world == World::kSim ? "sim" : "os";
  json["cores"] = report.cores;
  json["seed"] = request.seed;
  json["program"] = request.program_path;
  json["exit_code"] = report.exit_code;
  json["elapsed_ns"] = report.elapsed_ns;
  json["cpu_ns"] = report.process_ns;
  json["trace_hash"] = report.trace_hash;
  json["deadlock"] = report.deadlock;
  json["threads"] = nlohmann::json::array();
  for (const ThreadFigures& thread : report.threads)
    json["threads"].push_back(thread_json(thread, request.has_gil()));
  json["total"] = thread_json(total_of(report), request.has_gil());
  ThreadTimes all;
  add_all_times(report, all);
  json["total"]["times"] = times_json(all, request.has_gil());
  if (fairness(report, request.has_gil()) >= 0)
    json["fairness"] = fairness(report, request.has_gil());
  add_blocked(json, report);
  if (cost) {
    json["measuring"] = {{"state_changes", cost->state_changes},
                         {"state_change_ns", cost->state_change_ns},
                         {"wait_notes", cost->wait_notes},
                         {"wait_note_ns", cost->wait_note_ns},
                         {"sum_ns", cost->sum_ns()}};
  }
  // Names and paths may hold bytes that are no text.
  write_text_file(path, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
                  "statistics");
}

bool read_stats_file(const std::string& path, StatsSummary& summary) {
  std::ifstream stream(path);
  nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
  if (!json.is_object() || !json.contains("total")) return false;
  const nlohmann::json& total = json["total"];
  double all = 0, waiting = 0;
  for (const auto& [key, value] : total["time_ns"].items()) {
    all += value.get<double>();
    if (key == state_key(ThreadState::WaitGil) || key == state_key(ThreadState::WaitObject))
      waiting += value.get<double>();
  }
  summary.elapsed_s = json["elapsed_ns"].get<double>() * 1e-9;
  summary.cpu_s = json["cpu_ns"].get<double>() * 1e-9;
  summary.wait_share = all > 0 ? waiting / all : 0;
  summary.hand_overs = total["counters"]["hand_overs"].get<double>();
  return true;
}

bool write_text_file(const std::string& path, const std::string& text, const std::string& what) {
  std::ofstream stream(path, std::ios::trunc);
  stream << text;
  stream.close();
  if (stream) return true;
  std::fprintf(stderr, "gilsim: cannot write %s file \"%s\": %s\n", what.c_str(), path.c_str(),
               std::strerror(errno));
  return false;
}

}  // namespace gilsim
