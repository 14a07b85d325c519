// What: the loop of an in-process search.
#include "gil/explore/search.h"

#include <memory>
#include <vector>

#include "gil/explore/search_scheduler.h"

namespace gilsim {

namespace {

constexpr size_t kLogWords = 1 << 20;

}  // namespace

PlatformOptions options_for_atomic_steps() {
  PlatformOptions options;
  for (int64_t& ps : options.costs.ps) ps = 0;
  for (Cost cost : {Cost::Atomic, Cost::AtomicLoad, Cost::AtomicStore, Cost::Park, Cost::Unpark})
    options.costs.ps[static_cast<int>(cost)] = 1;
  return options;
}

SearchResult search(const SearchOptions& options, const std::function<void()>& body,
                    const std::function<std::string()>& check) {
  PlatformOptions platform = options_for_atomic_steps();
  std::vector<uint32_t> words(kLogWords);
  DecisionLog log(words.data(), words.size());
  Searcher searcher(options);
  for (Plan plan; searcher.next(plan);) {
    RunOutcome outcome = SimPlatform::run_under(
        std::make_unique<SearchScheduler>(plan, log, SearchRunOptions{}), platform, body);
    Verdict verdict;
    verdict.problem = outcome.given_up;
    verdict.what = outcome.deadlock.empty() ? check() : outcome.deadlock;
    verdict.failed = !verdict.what.empty();
    searcher.learn(log, verdict);
  }
  return searcher.result();
}

}  // namespace gilsim
