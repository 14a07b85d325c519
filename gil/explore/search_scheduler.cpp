// What: one run of a search.
#include "gil/explore/search_scheduler.h"

#include <algorithm>

#include "gil/base/check.h"

namespace gilsim {

SearchScheduler::SearchScheduler(const Plan& plan, DecisionLog& log, SearchRunOptions options)
    : plan_(plan), log_(log), options_(std::move(options)), random_(plan.seed) {
  log_.clear();
}

void SearchScheduler::add(SimThread* t, int64_t now_ps) {
  now_ps_ = std::max(now_ps_, now_ps);
  GILSIM_CHECK(t->record.serial == entries_.size() + 1);
  entries_.push_back({t});
  entries_.back().priority = draw_priority();
  onward_.push_back(t);
}

// Above those that fell behind.
uint64_t SearchScheduler::draw_priority() { return UINT64_MAX / 2 + random_.next() / 4; }

void SearchScheduler::leave(SimThread*, int64_t now_ps) {
  now_ps_ = std::max(now_ps_, now_ps);
}

void SearchScheduler::wake(SimThread* t, int64_t now_ps, uint32_t) {
  now_ps_ = std::max(now_ps_, now_ps);
  if (due_ == t || !options_.full_wakes) onward_.push_back(t);
}

void SearchScheduler::pass(SimThread* t, int64_t now_ps, Pass reason) {
  now_ps_ = std::max(now_ps_, now_ps);
  t->time_ps = now_ps_;
  bool at_step = true;
  switch (reason) {
    case Pass::kUsedUp:
      // What a library does is not told apart: it goes on.
      at_step = !(t->record.quiet && t->record.quiet(t->record));
      break;
    case Pass::kYields:
      entry_of(t).yielded = true;
      break;
    case Pass::kSpins:
      break;
    case Pass::kStarts:
      at_step = false;
      break;
    case Pass::kWakes:
      at_step = options_.full_wakes;
      break;
  }
  if (!at_step) onward_.insert(onward_.begin(), t);  // behind those that it started or woke
}

bool SearchScheduler::can_run(const SimThread* t) const {
  return (t->status == SimThread::Status::kReady || t->status == SimThread::Status::kRunning) &&
         (!t->spin_ends || t->spin_ends(t->spin_argument));
}

// Waits that may time out; with nobody who can run the earliest does in any case.
void SearchScheduler::add_timeouts(bool anyone_runs) {
  const SimThread* earliest = nullptr;
  for (const Entry& e : entries_) {
    const SimThread* t = e.thread;
    if (t->status != SimThread::Status::kWaiting || t->due_ps == kNever) continue;
    if (!earliest || t->due_ps < earliest->due_ps) earliest = t;
  }
  if (!anyone_runs && earliest)
    candidates_.push_back({static_cast<uint16_t>(earliest->record.serial), true, false});
  for (const Entry& e : entries_) {
    const SimThread* t = e.thread;
    if (t->status != SimThread::Status::kWaiting || t->due_ps == kNever) continue;
    if (e.timed_out || (!anyone_runs && t == earliest)) continue;
    candidates_.push_back({static_cast<uint16_t>(t->record.serial), true, true});
  }
}

void SearchScheduler::find_candidates() {
  candidates_.clear();
  bool goes_on = current_ && can_run(current_) && !entry_of(current_).yielded;
  auto add = [&](const SimThread* t, bool preempts) {
    candidates_.push_back({static_cast<uint16_t>(t->record.serial), false, preempts});
  };
  if (goes_on) add(current_, false);
  for (const Entry& e : entries_) {
    if (e.thread != current_ && !e.yielded && can_run(e.thread)) add(e.thread, goes_on);
  }
  if (candidates_.empty()) {  // only those are left that gave way to each other
    for (Entry& e : entries_) {
      if (!e.yielded || !can_run(e.thread)) continue;
      e.yielded = false;
      add(e.thread, false);
    }
  }
  add_timeouts(!candidates_.empty());
}

uint32_t SearchScheduler::choose_by_priority() {
  if (current_ && std::ranges::find(plan_.change_points, decision_) != plan_.change_points.end())
    entry_of(current_).priority = --lowest_;
  uint32_t best = 0;
  auto priority = [&](uint32_t k) { return entries_[candidates_[k].thread - 1].priority; };
  for (uint32_t k = 1; k < candidates_.size(); ++k) {
    if (priority(k) > priority(best)) best = k;
  }
  return best;
}

uint32_t SearchScheduler::choose() {
  if (decision_ < plan_.prefix.size()) {
    uint32_t chosen = plan_.prefix[decision_];
    if (chosen < candidates_.size()) return chosen;
    log_.mark_left_plan();
    problem_ = "the run does not follow its schedule: at decision " + std::to_string(decision_) +
               " there are " + std::to_string(candidates_.size()) + " ways to go on, and not " +
               std::to_string(chosen + 1);
    return 0;
  }
  switch (plan_.rule) {
    case Plan::Rule::kDefault:
      return 0;
    case Plan::Rule::kRandom:
      return static_cast<uint32_t>(random_.next() % candidates_.size());
    case Plan::Rule::kPriorities:
      return choose_by_priority();
    case Plan::Rule::kGuided:
      break;
  }
  const SimThread* at = current_ ? current_ : entries_[0].thread;
  auto turn = plan_.turns.find({at->record.serial, entry_of(at).decisions});
  if (turn == plan_.turns.end()) return 0;
  for (uint32_t k = 0; k < candidates_.size(); ++k) {
    if (candidates_[k].thread == turn->second.thread &&
        candidates_[k].timeout == turn->second.timeout)
      return k;
  }
  return 0;
}

// False: the run is given up.
bool SearchScheduler::count_step(SimThread* t, bool timeout) {
  if (++steps_ > options_.max_steps) {
    problem_ = "a run takes more than " + std::to_string(options_.max_steps) + " steps";
    return false;
  }
  for (Entry& e : entries_) {
    if (e.thread == t) continue;
    e.yielded = false;
    if (!timeout) e.timed_out = false;
  }
  entry_of(t).timed_out = timeout;
  current_ = t;
  if (options_.on_step) options_.on_step(*t, timeout, decision_);
  return true;
}

// Chooses and writes it down. False: the run is given up.
bool SearchScheduler::decide(uint32_t& chosen) {
  if (options_.at_first_choice) {
    std::exchange(options_.at_first_choice, nullptr)();
    // The plan may be another now.
    random_ = Prng(plan_.seed);
    for (Entry& e : entries_) e.priority = draw_priority();
  }
  chosen = choose();
  const SimThread* at = current_ ? current_ : entries_[0].thread;
  if (!log_.add(candidates_, chosen, at->record.serial, entry_of(at).decisions))
    problem_ = "a run takes more decisions than there is room for";
  ++entry_of(at).decisions;
  ++decision_;
  return problem_.empty();
}

SimThread* SearchScheduler::run(SimThread* t, int64_t& limit_ps) {
  t->time_ps = limit_ps = now_ps_;
  return t;
}

SimThread* SearchScheduler::next(int64_t, int64_t& limit_ps, bool& due) {
  due_ = nullptr;
  due = false;
  if (!onward_.empty()) {
    SimThread* t = onward_.back();
    onward_.pop_back();
    return run(t, limit_ps);
  }
  find_candidates();
  if (candidates_.empty()) return nullptr;
  uint32_t chosen = 0;
  if (candidates_.size() > 1 && !decide(chosen)) return nullptr;
  Candidate way = candidates_[chosen];
  SimThread* t = entries_[way.thread - 1].thread;
  if (!count_step(t, way.timeout)) return nullptr;
  if (!way.timeout) return run(t, limit_ps);
  due_ = t;
  due = true;
  return nullptr;
}

}  // namespace gilsim
