// What: the strategies and shrinking.
#include "gil/explore/searcher.h"

#include <algorithm>

#include "gil/base/prng.h"

namespace gilsim {

namespace {

constexpr uint64_t kMaxShrinking = 2000;
constexpr uint64_t kMaxWithFewer = 3000;
constexpr size_t kMaxRoots = 2000000;  // kept for the next bound

uint32_t preemptions_of(const std::vector<Decision>& decisions) {
  return static_cast<uint32_t>(std::ranges::count_if(
      decisions, [](const Decision& d) { return d.candidates[d.chosen].preempts; }));
}

size_t turns_of(const std::vector<Decision>& decisions) {
  return static_cast<size_t>(
      std::ranges::count_if(decisions, [](const Decision& d) { return d.chosen != 0; }));
}

}  // namespace

Searcher::Searcher(const SearchOptions& options) : options_(options) {
  if (options_.strategy == Strategy::kDepthFirst)
    result_.bound = options_.bound_by_steps ? 0 : options_.max_preemptions;
}

void Searcher::stop(const std::string& problem) {
  result_.problem = problem;
  phase_ = Phase::kDone;
}

void Searcher::plan_search(Plan& plan) {
  if (options_.strategy == Strategy::kDepthFirst) {
    for (const Node& node : path_) plan.prefix.push_back(node.chosen);
    if (path_.empty() && !roots_.empty()) plan.prefix = roots_.back();
    return;
  }
  plan.seed = options_.seed * 0x9e3779b97f4a7c15ULL + random_runs_++;
  plan.rule = Plan::Rule::kRandom;
  if (options_.strategy != Strategy::kPriorities) return;
  plan.rule = Plan::Rule::kPriorities;
  Prng random(~plan.seed);
  for (uint32_t k = 1; k < options_.priority_depth; ++k)
    plan.change_points.push_back(
        static_cast<uint32_t>(random.below(std::max<uint64_t>(result_.longest, 1))));
}

bool Searcher::next(Plan& plan) {
  plan = Plan();
  switch (phase_) {
    case Phase::kFirst:
    case Phase::kAgain:
      plan.prefix = options_.replay;
      return true;
    case Phase::kSearch:
      if (result_.schedules < options_.max_schedules) {
        plan_search(plan);
        return true;
      }
      stop("the limit of " + std::to_string(options_.max_schedules) + " schedules was reached");
      return false;
    case Phase::kShrink:
      if (plan_shrinking(plan)) return true;
      [[fallthrough]];
    case Phase::kFewer:
      if (phase_ == Phase::kFewer && plan_with_fewer(plan)) return true;
      phase_ = Phase::kDone;
      return false;
    case Phase::kDone:
      break;
  }
  return false;
}

// Whether the run met what an earlier one met on the same way.
bool Searcher::follows_path(const std::vector<Decision>& decisions) {
  for (size_t k = 0; k < path_.size(); ++k) {
    if (k < decisions.size() && decisions[k].candidates == path_[k].candidates) continue;
    stop_at_difference(decisions, k);
    return false;
  }
  if (decisions.size() >= root_) return true;
  stop_at_difference(decisions, decisions.size());
  return false;
}

void Searcher::stop_at_difference(const std::vector<Decision>& decisions, size_t at) {
  stop("the program is not deterministic: at decision " + std::to_string(at) +
       " of a schedule that was followed before there are other ways to go on than there were");
  result_.not_deterministic = true;
  for (size_t k = 0; k < at; ++k) result_.schedule.push_back(decisions[k].chosen);
}

void Searcher::extend_path(const std::vector<Decision>& decisions) {
  uint32_t preemptions = 0;
  for (size_t k = 0; k < decisions.size(); ++k) {
    const Decision& d = decisions[k];
    if (k >= path_.size()) path_.push_back({d.candidates, d.chosen, preemptions});
    preemptions += d.candidates[d.chosen].preempts;
  }
}

// The path up to depth, with one preemption too many at its end.
void Searcher::leave_for_later(size_t depth) {
  result_.beyond_bound = true;
  if (result_.bound >= options_.max_preemptions || next_roots_.size() >= kMaxRoots) return;
  std::vector<uint32_t>& root = next_roots_.emplace_back();
  for (size_t k = 0; k < depth; ++k) root.push_back(path_[k].chosen);
}

// Goes to the next path within the bound, below the root. False: there is none.
bool Searcher::advance() {
  while (path_.size() > root_) {
    Node& node = path_.back();
    while (++node.chosen < node.candidates.size()) {
      if (node.preemptions + node.candidates[node.chosen].preempts <= result_.bound) return true;
      leave_for_later(path_.size());
    }
    path_.pop_back();
  }
  return false;
}

// Goes to the next root, of this bound or of the next one. False: there is none.
bool Searcher::take_root() {
  path_.clear();
  if (!roots_.empty()) roots_.pop_back();
  if (roots_.empty()) {
    if (next_roots_.empty()) return false;
    ++result_.bound;
    result_.beyond_bound = false;
    // With one preemption the earliest places first; with more, the latest of those first: a bug
    // that takes two switches needs both threads well on their way.
    if (result_.bound == 1) std::ranges::reverse(next_roots_);
    roots_ = std::exchange(next_roots_, {});
  }
  root_ = roots_.back().size();
  return true;
}

void Searcher::take_as_best(const std::vector<Decision>& decisions, const Verdict& verdict) {
  best_ = decisions;
  result_.found = true;
  result_.what = verdict.what;
  result_.preemptions = preemptions_of(decisions);
  result_.schedule.clear();
  for (const Decision& d : decisions) result_.schedule.push_back(d.chosen);
  while (!result_.schedule.empty() && result_.schedule.back() == 0) result_.schedule.pop_back();
}

void Searcher::after_search(const std::vector<Decision>& decisions, const Verdict& verdict) {
  ++result_.schedules;
  result_.longest = std::max<uint64_t>(result_.longest, decisions.size());
  if (verdict.failed) {
    take_as_best(decisions, verdict);
    bool shrinks = options_.shrink && options_.strategy != Strategy::kReplay;
    phase_ = shrinks ? Phase::kShrink : Phase::kDone;
    return;
  }
  if (options_.strategy != Strategy::kDepthFirst) return;
  extend_path(decisions);
  if (advance() || take_root()) return;
  result_.complete = next_roots_.size() < kMaxRoots;
  phase_ = Phase::kDone;
}

// The first run is done twice: a difference shows at once, and costs one run.
void Searcher::learn(const DecisionLog& log, const Verdict& verdict) {
  if (phase_ == Phase::kDone) return;
  if (phase_ == Phase::kShrink || phase_ == Phase::kFewer) ++result_.shrinking;
  if (log.left_plan() && options_.strategy != Strategy::kReplay) {
    std::vector<Decision> decisions = log.decisions();
    return stop_at_difference(decisions, decisions.size() - 1);
  }
  if (!verdict.problem.empty()) return stop(verdict.problem);
  if (phase_ == Phase::kFewer) {
    return fewer_->learn(log, verdict);
  }
  std::vector<Decision> decisions = log.decisions();
  if (phase_ == Phase::kShrink) {
    bool better = verdict.failed && std::pair(preemptions_of(decisions), turns_of(decisions)) <
                                        std::pair(preemptions_of(best_), turns_of(best_));
    if (better)
      take_as_best(decisions, verdict);
    else
      ++next_removal_;
    return;
  }
  if (!follows_path(decisions)) return;
  if (phase_ == Phase::kFirst) {
    phase_ = Phase::kAgain;
    extend_path(decisions);
    return;
  }
  if (phase_ == Phase::kAgain) {
    phase_ = options_.strategy == Strategy::kReplay ? Phase::kDone : Phase::kSearch;
    path_.clear();
  }
  after_search(decisions, verdict);
}

// Leaves one turn out after the other; what still fails is kept.
bool Searcher::plan_shrinking(Plan& plan) {
  std::vector<const Decision*> turns;
  for (const Decision& d : best_) {
    if (d.chosen != 0) turns.push_back(&d);
  }
  // Preemptions first.
  std::ranges::stable_sort(turns, [](const Decision* a, const Decision* b) {
    return a->candidates[a->chosen].preempts > b->candidates[b->chosen].preempts;
  });
  if (next_removal_ >= turns.size() || result_.shrinking >= kMaxShrinking) {
    // What depth-first search finds has the fewest already.
    if (options_.strategy != Strategy::kDepthFirst && result_.preemptions > 0)
      phase_ = Phase::kFewer;
    return false;
  }
  plan.rule = Plan::Rule::kGuided;
  for (size_t k = 0; k < turns.size(); ++k) {
    if (k != next_removal_)
      plan.turns[{turns[k]->current, turns[k]->step}] = turns[k]->candidates[turns[k]->chosen];
  }
  return true;
}

bool Searcher::plan_with_fewer(Plan& plan) {
  if (!fewer_) {
    SearchOptions options;
    options.max_preemptions = result_.preemptions - 1;
    options.max_schedules = kMaxWithFewer;
    fewer_ = std::make_unique<Searcher>(options);
  }
  if (fewer_->next(plan)) return true;
  const SearchResult& found = fewer_->result();
  if (!found.found) return false;
  result_.what = found.what;
  result_.schedule = found.schedule;
  result_.preemptions = found.preemptions;
  return false;
}

}  // namespace gilsim
