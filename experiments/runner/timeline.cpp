// What: slices from events, and their JSON.
#include "experiments/runner/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "experiments/runner/stats.h"
#include "gil/platform/trace_ring.h"

namespace gilsim {

namespace {

// Groups of tracks ("processes" of the format).
enum Group { kThreads = 1, kLock = 2, kCores = 3 };

struct Slice {
  int64_t from_ns, to_ns;
  std::string name;
};
using Tracks = std::map<std::pair<int, uint32_t>, std::vector<Slice>>;

// Follows one thread's events and gives slices of all kinds.
class Reader {
 public:
  Reader(Tracks& tracks, uint32_t number, const std::string& name, bool has_gil)
      : tracks_(tracks), number_(number), name_(name), has_gil_(has_gil) {}

  void event(const TraceEvent& e) {
    if (e.at_ns < at_ns_) return;  // written while it was read
    at_ns_ = e.at_ns;
    switch (e.kind) {
      case TraceEvent::Kind::kState:
        change_to(static_cast<ThreadState>(e.what));
        state_ = static_cast<ThreadState>(e.what);
        note_owner();
        break;
      case TraceEvent::Kind::kReady:
        change_to(ThreadState::Runnable);
        break;
      case TraceEvent::Kind::kOnCore:
        change_to(state_);
        core_ = e.what;
        core_since_ns_ = at_ns_;
        break;
      case TraceEvent::Kind::kOffCore:
        close_core();
        break;
      case TraceEvent::Kind::kEnd:
        finish(at_ns_);
        ended_ = true;
        break;
    }
  }
  // The run is over, and the thread is still there.
  void finish(int64_t end_ns) {
    if (ended_) return;
    at_ns_ = std::max(at_ns_, end_ns);
    if (shown_) add(kThreads, number_, shown_since_ns_, std::string(state_key(*shown_)));
    shown_.reset();
    if (owns_) add(kLock, 1, owner_since_ns_, name_);
    owns_ = false;
    close_core();
  }

 private:
  void add(Group group, uint32_t track, int64_t from_ns, const std::string& name) {
    if (at_ns_ > from_ns) tracks_[{group, track}].push_back({from_ns, at_ns_, name});
  }
  void change_to(ThreadState shown) {
    if (shown_ == shown) return;
    if (shown_) add(kThreads, number_, shown_since_ns_, std::string(state_key(*shown_)));
    shown_ = shown;
    shown_since_ns_ = at_ns_;
  }
  // From attach, which ends in this state, to detach, which begins with that one.
  void note_owner() {
    if (!has_gil_) return;
    if (state_ == ThreadState::RunningLocked && !owns_) {
      owns_ = true;
      owner_since_ns_ = at_ns_;
    } else if (state_ == ThreadState::RunningFree && owns_) {
      add(kLock, 1, owner_since_ns_, name_);
      owns_ = false;
    }
  }
  void close_core() {
    if (core_since_ns_ >= 0) add(kCores, core_ + 1, core_since_ns_, name_);
    core_since_ns_ = -1;
  }

  Tracks& tracks_;
  uint32_t number_;
  std::string name_;
  bool has_gil_;
  int64_t at_ns_ = INT64_MIN;
  ThreadState state_ = ThreadState::RunningFree;
  std::optional<ThreadState> shown_;
  int64_t shown_since_ns_ = 0, owner_since_ns_ = 0, core_since_ns_ = -1;
  uint32_t core_ = 0;
  bool owns_ = false, ended_ = false;
};

std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

std::string metadata(const char* what, int group, uint32_t track, const std::string& name) {
  return fmt::format(R"({{"ph":"M","name":"{}","pid":{},"tid":{},"args":{{"name":{}}}}},)"
                     "\n",
                     what, group, track, quoted(name));
}

// Microseconds with the nanoseconds behind the point, as the format wants them.
std::string micros(int64_t ns) { return fmt::format("{}.{:03}", ns / 1000, ns % 1000); }

// Slices in order of time, none longer than up to the next one.
std::string slices_text(Tracks& tracks, int64_t start_ns) {
  std::string text;
  for (auto& [key, slices] : tracks) {
    std::ranges::stable_sort(slices, {}, &Slice::from_ns);
    for (size_t k = 0; k < slices.size(); ++k) {
      const Slice& slice = slices[k];
      int64_t to_ns = slice.to_ns;
      if (k + 1 < slices.size()) to_ns = std::min(to_ns, slices[k + 1].from_ns);
      int64_t from_ns = std::max<int64_t>(slice.from_ns - start_ns, 0);
      if (to_ns - start_ns <= from_ns) continue;
      text += fmt::format(R"({{"ph":"X","name":{},"pid":{},"tid":{},"ts":{},"dur":{}}},)"
                          "\n",
                          quoted(slice.name), key.first, key.second, micros(from_ns),
                          micros(to_ns - start_ns - from_ns));
    }
  }
  return text;
}

std::string track_names(const std::vector<std::string>& names, const Tracks& tracks) {
  std::string text = metadata("process_name", kThreads, 0, "threads");
  for (size_t k = 0; k < names.size(); ++k)
    text += metadata("thread_name", kThreads, static_cast<uint32_t>(k + 1), names[k]);
  bool cores_named = false;
  for (const auto& [key, slices] : tracks) {
    if (key.first == kLock) {
      text += metadata("process_name", kLock, 0, "interpreter lock");
      text += metadata("thread_name", kLock, key.second, "owner");
    } else if (key.first == kCores) {
      if (!std::exchange(cores_named, true))
        text += metadata("process_name", kCores, 0, "virtual cores");
      text += metadata("thread_name", kCores, key.second, fmt::format("core {}", key.second - 1));
    }
  }
  return text;
}

}  // namespace

bool write_timeline(const std::string& path, const RunRequest& request, const RunReport& report) {
  Tracks tracks;
  std::vector<std::string> names;
  uint64_t dropped = 0, cut_threads = 0;
  for (size_t k = 0; k < report.threads.size(); ++k) {
    const ThreadFigures& thread = report.threads[k];
    names.push_back(thread.name.empty() ? fmt::format("thread {}", k + 1) : thread.name);
    if (!thread.trace) continue;
    Reader reader(tracks, static_cast<uint32_t>(k + 1), names.back(), request.has_gil());
    thread.trace->for_each([&](const TraceEvent& e) { reader.event(e); });
    reader.finish(report.end_ns);
    dropped += thread.trace->dropped();
    cut_threads += thread.trace->dropped() > 0;
  }
  std::string text = "{\"displayTimeUnit\":\"ns\",\n\"otherData\":{";
  text += fmt::format(R"("mode":{},"gil":{},"world":"{}","program":{},"dropped_events":"{}"}},)",
                      quoted(request.mode), quoted(report.gil),
                      request.world == World::kSim ? "sim" : "os", quoted(request.program_path),
                      dropped);
  text +=
      "\n\"traceEvents\":[\n" + track_names(names, tracks) + slices_text(tracks, report.start_ns);
  text.erase(text.size() - 2, 1);  // the last comma
  text += "]}\n";
  if (dropped > 0) {
    fmt::print(stderr,
               "gilsim: trace: the {} oldest events of {} threads were dropped: a thread keeps its "
               "last {}\n",
               dropped, cut_threads, TraceRing::kCapacity);
  }
  return write_text_file(path, text, "trace");
}

}  // namespace gilsim
