// What: the words of a search: what could run at a decision, what was chosen, and the plan that a
//   run follows.
// Idea: a run is told beforehand what to choose (a plan) and writes down what there was to choose
//   from (a log), in flat memory that can be shared with another process; so the search itself
//   need not know how its runs are carried out.
// Threads: plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gilsim {

// One way to go on: a thread does its next step, or the wait of a sleeping thread times out.
struct Candidate {
  uint16_t thread = 0;  // serial number: 1 is the first thread
  bool timeout = false;
  bool preempts = false;  // the running thread could have gone on
  bool operator==(const Candidate&) const = default;
  uint32_t packed() const {
    return uint32_t{thread} << 2 | uint32_t{timeout} << 1 | uint32_t{preempts};
  }
  static Candidate unpacked(uint32_t word) {
    return {static_cast<uint16_t>(word >> 2), (word & 2) != 0, (word & 1) != 0};
  }
};

// candidates[0] is the default: the running thread if it can go on, else the first that can.
struct Decision {
  std::vector<Candidate> candidates;
  uint32_t chosen = 0;
  uint32_t current = 0;  // who ran before, and how many decisions it had been through
  uint32_t step = 0;
};

// A run's decisions in a block of words, each [count, chosen, current, step, candidates...].
// Whoever made the block reads it after the run.
class DecisionLog {
 public:
  DecisionLog(uint32_t* words, size_t capacity) : words_(words), capacity_(capacity) { clear(); }
  void clear() { words_[0] = words_[1] = 0; }
  // False: no room.
  bool add(const std::vector<Candidate>& candidates, uint32_t chosen, uint32_t current,
           uint32_t step) {
    size_t at = kHead + words_[0];
    if (at + 4 + candidates.size() > capacity_) return false;
    uint32_t* out = words_ + at;
    *out++ = static_cast<uint32_t>(candidates.size());
    *out++ = chosen;
    *out++ = current;
    *out++ = step;
    for (const Candidate& c : candidates) *out++ = c.packed();
    words_[0] += static_cast<uint32_t>(4 + candidates.size());
    return true;
  }
  // The run could not follow its plan at the last decision written.
  void mark_left_plan() { words_[1] = 1; }
  bool left_plan() const { return words_[1] != 0; }
  // Calls f(Decision) for each, in order.
  template <class F>
  void for_each(const F& f) const {
    Decision decision;
    for (const uint32_t* in = words_ + kHead, *end = in + words_[0]; in < end;) {
      size_t count = *in++;
      decision.chosen = *in++;
      decision.current = *in++;
      decision.step = *in++;
      decision.candidates.clear();
      for (size_t k = 0; k < count; ++k) decision.candidates.push_back(Candidate::unpacked(*in++));
      f(decision);
    }
  }
  std::vector<Decision> decisions() const {
    std::vector<Decision> all;
    for_each([&](const Decision& d) { all.push_back(d); });
    return all;
  }

 private:
  static constexpr size_t kHead = 2;  // words used; whether it left its plan
  uint32_t* words_;
  size_t capacity_;
};

// What a run chooses: first the prefix, by index; behind it by the rule.
struct Plan {
  enum class Rule : uint8_t { kDefault, kRandom, kPriorities, kGuided };
  std::vector<uint32_t> prefix;
  Rule rule = Rule::kDefault;
  uint64_t seed = 0;  // kRandom, kPriorities
  // kPriorities (PCT): decisions before which the running thread falls behind all others.
  std::vector<uint32_t> change_points;
  // kGuided: what to choose when thread `first` stands at its step `second`; else the default.
  std::map<std::pair<uint32_t, uint32_t>, Candidate> turns;
};

// What came of a run.
struct Verdict {
  bool failed = false;
  std::string what;     // one line; empty: nothing was wrong
  std::string problem;  // why the search cannot go on: the run left its plan, or never ended
};

}  // namespace gilsim
