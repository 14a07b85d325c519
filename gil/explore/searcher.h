// What: a search over interleavings as a sequence of plans: depth-first with a bound on
//   preemptions (Musuvathi and Qadeer, "Iterative context bounding", 2007), uniformly random, PCT
//   (Burckhardt, Kothari, Musuvathi and Nagarakatte, "A randomized scheduler with probabilistic
//   guarantees of finding bugs", 2010), one given schedule; then shrinking of what was found.
// Idea: next() gives a plan, the caller carries it out and says by learn() what came of it.
//   Depth-first search remembers only the path to the last run; that a run meets the same
//   candidates again is checked at each decision, so a program that is not deterministic is
//   noticed.
// Threads: one.
// Not here: carrying out (search_scheduler.h, search.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gil/explore/decisions.h"

namespace gilsim {

enum class Strategy : uint8_t { kDepthFirst, kRandom, kPriorities, kReplay };

struct SearchOptions {
  static constexpr uint32_t kNoBound = UINT32_MAX;
  Strategy strategy = Strategy::kDepthFirst;
  // kDepthFirst: bounds 0, 1, ... up to this one after the other, no schedule twice; or, without
  // steps, this at once.
  uint32_t max_preemptions = 2;
  bool bound_by_steps = true;
  uint64_t max_schedules = 100000;
  uint64_t seed = 0;  // kRandom, kPriorities
  uint32_t priority_depth =
      3;  // kPriorities: bugs of that depth are found with a known probability
  bool shrink = true;
  std::vector<uint32_t> replay;  // kReplay
};

struct SearchResult {
  uint64_t schedules = 0;  // carried out while searching
  uint64_t shrinking = 0;  // and after something was found
  bool found = false;
  std::string what;
  std::string problem;             // why the search ended early; empty: it did not
  bool not_deterministic = false;  // that is the problem; the schedule leads to the decision
  bool complete = false;           // depth-first: nothing within the bound is left out
  bool beyond_bound = false;       // there are schedules with more preemptions
  uint32_t bound = 0;              // the last one tried
  uint64_t longest = 0;            // decisions of the longest run
  // Chosen index at each decision; behind its end the default. Of what was found, or see
  // not_deterministic.
  std::vector<uint32_t> schedule;
  uint32_t preemptions = 0;        // of it
};

class Searcher {
 public:
  explicit Searcher(const SearchOptions& options);
  // False: the search is over.
  bool next(Plan& plan);
  // What came of the plan that next() gave last.
  void learn(const DecisionLog& log, const Verdict& verdict);
  // Ends it now, for a reason.
  void stop(const std::string& problem);
  const SearchResult& result() const { return result_; }

 private:
  enum class Phase : uint8_t { kFirst, kAgain, kSearch, kShrink, kFewer, kDone };
  struct Node {
    std::vector<Candidate> candidates;
    uint32_t chosen;
    uint32_t preemptions;  // before it
  };
  void plan_search(Plan& plan);
  void leave_for_later(size_t depth);
  bool follows_path(const std::vector<Decision>& decisions);
  void stop_at_difference(const std::vector<Decision>& decisions, size_t at);
  void extend_path(const std::vector<Decision>& decisions);
  bool advance();
  bool take_root();
  void after_search(const std::vector<Decision>& decisions, const Verdict& verdict);
  void take_as_best(const std::vector<Decision>& decisions, const Verdict& verdict);
  bool plan_shrinking(Plan& plan);
  bool plan_with_fewer(Plan& plan);

  SearchOptions options_;
  SearchResult result_;
  Phase phase_ = Phase::kFirst;
  std::vector<Node> path_;  // depth-first
  size_t root_ = 0;         // nodes of it that are not to be changed
  // Where one preemption more than the bound allows would have led: those of this bound, and of the
  // next.
  std::vector<std::vector<uint32_t>> roots_, next_roots_;
  std::vector<Decision> best_;
  size_t next_removal_ = 0;
  uint64_t random_runs_ = 0;
  // Depth-first below the number of preemptions that shrinking came to.
  std::unique_ptr<Searcher> fewer_;
};

}  // namespace gilsim
