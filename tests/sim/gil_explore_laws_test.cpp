// What: every lock, interpreter lock and reclaimer through all interleavings of a few threads
//   within a bound on preemptions; and twins that are broken on purpose, with the number of
//   schedules that it took to reject them.
// Idea: a critical section holds one step of its own, so that another thread's may come between.
// Not here: long runs under seeds (tests/law).
#include <memory>

#include "gil/algorithm/make_gil.h"
#include "gil/explore/search.h"
#include "gil/locks/every_lock.h"
#include "gil/reclaim/every_reclaimer.h"
#include "tests/law/gil_law_support.h"

namespace gilsim::testing {
namespace {

using P = SimPlatform;

SearchOptions within(uint32_t preemptions) {
  SearchOptions options;
  options.max_preemptions = preemptions;
  options.max_schedules = 200000;
  return options;
}

void expect_complete(const SearchResult& result) {
  EXPECT_FALSE(result.found) << result.what;
  EXPECT_EQ(result.problem, "");
  EXPECT_TRUE(result.complete);
  ::testing::Test::RecordProperty("schedules", static_cast<int>(result.schedules));
}

// Twins: rejected, within a hundred schedules.
void expect_rejected(const SearchResult& result) {
  EXPECT_TRUE(result.found);
  EXPECT_LE(result.schedules, 100u);
  ::testing::Test::RecordProperty("schedules", static_cast<int>(result.schedules));
}

// Threads that go through a critical section, once or more.
struct Section {
  P::atomic<uint32_t> inside{0};
  uint32_t overlaps = 0, passes = 0;
  void pass() {
    overlaps += inside.peek() != 0;
    inside.store(1);
    inside.store(0);
    ++passes;
  }
};

template <class Lock>
SearchResult search_lock(int threads, int rounds, const SearchOptions& options) {
  std::unique_ptr<Section> section;
  return search(
      options,
      [&] {
        section = std::make_unique<Section>();
        Lock lock;
        in_threads<P>(threads, [&](int) {
          for (int k = 0; k < rounds; ++k) {
            typename Lock::Node node;
            lock.lock(node);
            section->pass();
            lock.unlock(node);
          }
        });
      },
      [&]() -> std::string {
        if (section->overlaps) return "two threads inside";
        return section->passes == static_cast<uint32_t>(threads * rounds) ? ""
                                                                          : "a pass is missing";
      });
}

// Broken on purpose: between the look and the store another thread may do the same.
template <class Platform>
class LoadThenStoreLock {
 public:
  struct Node {};
  void lock(Node&) {
    P::spin_while(word_, 1u);
    word_.store(1);
  }
  void unlock(Node&) { word_.store(0); }

 private:
  P::atomic<uint32_t> word_{0};
};
// Broken on purpose: forgets to wake whoever waits.
template <class Platform>
class ForgetfulMutex {
 public:
  struct Node {};
  void lock(Node&) {
    while (word_.exchange(1) != 0) P::park(word_, 1, kNoDeadline);
  }
  void unlock(Node&) { word_.store(0); }

 private:
  P::atomic<uint32_t> word_{0};
};

#define LOCK(type, name, what, header)                      \
  TEST(ExploredLocks, type) {                               \
    expect_complete(search_lock<type<P>>(2, 1, within(4))); \
    expect_complete(search_lock<type<P>>(2, 2, within(2))); \
    expect_complete(search_lock<type<P>>(3, 1, within(2))); \
  }
#include "gil/locks/locks.def"
#undef LOCK

TEST(ExploredLocks, BrokenOnesAreRejected) {
  expect_rejected(search_lock<LoadThenStoreLock<P>>(2, 1, within(2)));
  expect_rejected(search_lock<ForgetfulMutex<P>>(2, 1, within(2)));
}

// Threads that take turns under an interpreter lock and poll it.
SearchResult search_gil(const std::string& name, int threads, const SearchOptions& options) {
  std::unique_ptr<Section> section;
  return search(
      options,
      [&] {
        section = std::make_unique<Section>();
        auto gil = make_gil<P>(name, {});
        gil->thread_started();
        in_threads<P>(threads, [&](int) {
          ThreadRecord& self = P::self();
          gil->attach(self);
          section->pass();
          gil->poll(self);
          section->pass();
          gil->detach(self);
        });
      },
      [&] { return section->overlaps ? std::string("two threads inside") : std::string(); });
}

#define GIL(name, type, every_instruction, what)                      \
  TEST(ExploredGils, name) {                                          \
    if (std::string_view(#name) == "none") GTEST_SKIP() << "no lock"; \
    expect_complete(search_gil(#name, 2, within(2)));                 \
  }
#include "gil/algorithm/gils.def"
#undef GIL

// One thread reads through protect, another replaces and retires.
struct Cell {
  bool freed = false;
};
void mark_freed(void* memory) { static_cast<Cell*>(memory)->freed = true; }

template <class R>
SearchResult search_reclaimer(const SearchOptions& options) {
  bool late = false;
  return search(
      options,
      [&] {
        late = false;
        Cell cells[3];
        R reclaimer;
        typename R::template Source<Cell> source(&cells[0]);
        P::atomic<uint32_t> step(0);
        in_threads<P>(2, [&](int k) {
          typename R::Member member(reclaimer);
          if (k == 0) {
            typename R::Guard guard(member);
            Cell* seen = guard.protect(source);
            step.store(1);
            late = late || seen->freed;
          } else {
            for (int n = 1; n <= 2; ++n) {
              member.retire(source.exchange(&cells[n]), mark_freed);
              member.quiesce();
            }
          }
        });
      },
      [&] { return late ? std::string("read after it was freed") : std::string(); });
}

// Broken on purpose: looks at the source before it announces, and not again.
template <class Platform>
class HastyHazard : public HazardReclaimer<P> {
 public:
  using Member = typename HazardReclaimer<P>::Member;
  struct Guard : HazardReclaimer<P>::Guard {
    using HazardReclaimer<P>::Guard::Guard;
    template <class T>
    T* protect(const P::atomic<T*>& source, uint32_t slot = 0) {
      P::atomic<T*> copy(source.load());
      return HazardReclaimer<P>::Guard::protect(copy, slot);
    }
  };
};

#define RECLAIMER(type, name, what, header) \
  TEST(ExploredReclaimers, type) { expect_complete(search_reclaimer<type<P>>(within(3))); }
#include "gil/reclaim/reclaimers.def"
#undef RECLAIMER

TEST(ExploredReclaimers, ABrokenOneIsRejected) {
  expect_rejected(search_reclaimer<HastyHazard<P>>(within(3)));
}

}  // namespace
}  // namespace gilsim::testing
