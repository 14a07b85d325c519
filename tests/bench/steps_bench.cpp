// What: what single steps cost on real threads: every lock and interpreter-lock algorithm without
//   contention, counts, clock, system call, and operations of containers under each policy.
// Idea: the figures behind gil/platform/costs.def; compare rows of one run, not of two.
// Not here: contention, whole programs (scripts/bench).
#include <benchmark/benchmark.h>

#include "gil/algorithm/make_gil.h"
#include "gil/explore/search.h"
#include "gil/locks/every_lock.h"
#include "tests/unit/object_support.h"
#include "vm/object/inline_ops.h"

namespace gilsim {
namespace {

using P = OsPlatform;

// Everything runs on a thread of the platform.
template <class Body>
void on_platform(Body body) {
  P::run({}, body);
}

template <class Lock>
void lock_and_unlock(benchmark::State& state) {
  on_platform([&] {
    Lock lock;
    typename Lock::Node node;
    for (auto _ : state) {
      lock.lock(node);
      lock.unlock(node);
    }
  });
}
#define LOCK(type, name, what, header) \
  BENCHMARK(lock_and_unlock<type<P>>)->Name("lock+unlock " name);
#include "gil/locks/locks.def"
#undef LOCK

void attach_and_detach(benchmark::State& state, const std::string& name) {
  on_platform([&] {
    auto gil = make_gil<P>(name, {});
    ThreadRecord& self = P::self();
    for (auto _ : state) {
      gil->attach(self);
      gil->detach(self);
    }
  });
}
const int kRegistered = [] {
  for (const GilInfo& info : gil_infos()) {
    std::string name(info.name);
    benchmark::RegisterBenchmark(("attach+detach " + name).c_str(), attach_and_detach, name);
  }
  return 0;
}();

template <class V>
void count(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    Ref<V> object(Heap<V>::list(t));
    for (auto _ : state) {
      V::incref(object.get());
      V::decref(object.get());
    }
  });
}
BENCHMARK(count<GilOs>)->Name("incref+decref plain");
BENCHMARK(count<FineOs>)->Name("incref+decref atomic");
BENCHMARK(count<LockfreeOs>)->Name("incref+decref biased, private");

// What a count and an object's lock cost in the middle of other work, on objects that change: the
// figures that explain mode fine (scripts/bench, group explain). Back to back on one object, as
// above, each atomic operation waits for the one before.
template <class V>
std::vector<Ref<V>> many_lists(VmThread& t) {
  std::vector<Ref<V>> lists;
  for (int64_t k = 0; k < 64; ++k) {
    lists.emplace_back(Heap<V>::list(t));
    Lists<V>::append(t, lists.back().template as<List>(), Value::integer(k));
  }
  return lists;
}
template <class V>
void count_many(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    std::vector<Ref<V>> lists = many_lists<V>(t);
    size_t at = 1, held = 0;
    V::incref(lists[held].get());
    for (auto _ : state) {
      V::incref(lists[at].get());
      V::decref(lists[held].get());
      held = at;
      at = (at * 5 + 1) % lists.size();
    }
    V::decref(lists[held].get());
  });
}
BENCHMARK(count_many<GilOs>)->Name("step: count up and down, mode gil");
BENCHMARK(count_many<FineOs>)->Name("step: count up and down, mode fine");
template <class V>
void read_many(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    std::vector<Ref<V>> lists = many_lists<V>(t);
    size_t at = 0;
    for (auto _ : state) {
      // The item goes to memory, as into a register of the interpreter.
      Value item = list_get_inline<V>(lists[at].template as<List>(), 0);
      benchmark::DoNotOptimize(item);
      at = (at + 1) % lists.size();
    }
  });
}
BENCHMARK(read_many<GilOs>)->Name("step: read under the lock, mode gil");
BENCHMARK(read_many<FineOs>)->Name("step: read under the lock, mode fine");
// An item of a list in a list: mode fine locks both, and counts nothing.
template <class V>
void read_nested(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    std::vector<Ref<V>> lists = many_lists<V>(t);
    Ref<V> outer(Heap<V>::list(t));
    for (Ref<V>& list : lists) Lists<V>::append(t, outer.template as<List>(), list.get());
    int64_t at = 0;
    for (auto _ : state) {
      Value item = nested_get_inline<V>(t, outer.get(), Value::integer(at), Value::integer(0));
      if (!item) {
        Ref<V> inner(list_get_inline<V>(outer.template as<List>(), at));
        item = list_get_inline<V>(inner.template as<List>(), 0);
      }
      benchmark::DoNotOptimize(item);
      at = (at + 1) % static_cast<int64_t>(lists.size());
    }
  });
}
BENCHMARK(read_nested<GilOs>)->Name("step: read a list in a list, mode gil");
BENCHMARK(read_nested<FineOs>)->Name("step: read a list in a list, mode fine");

// Of a published object, by its owner and by another thread.
void count_published(benchmark::State& state) {
  using V = LockfreeOs;
  testing::TestVm<V>::run([&](VmThread& t) {
    Ref<V> text(Heap<V>::str(t, "published text"));
    V::publish(text.get());
    auto measure = [&](VmThread&, int) {
      for (auto _ : state) {
        V::incref(text.get());
        V::decref(text.get());
      }
    };
    if (state.range(0) == 0)
      measure(t, 0);
    else
      testing::TestVm<V>::in_parallel(t, 1, measure);
  });
}
BENCHMARK(count_published)
    ->Name("incref+decref biased, published (1: not by its owner)")
    ->Arg(0)
    ->Arg(1);

template <class V>
void list_append(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    Ref<V> list(Heap<V>::list(t));
    auto* items = list.template as<List>();
    bool published = state.range(0) != 0;
    if (published) V::publish(items);
    for (auto _ : state) {
      Lists<V>::append(t, items, Value::integer(1));
      if (testing::TestVm<V>::size_of(items) > 1000) {
        Ref<V> fresh(Heap<V>::list(t));
        std::swap(list, fresh);
        items = list.template as<List>();
        if (published) V::publish(items);
        SharedMemory<V>::quiesce(t);
      }
    }
  });
}
BENCHMARK(list_append<GilOs>)->Name("list append, mode gil")->Arg(0);
BENCHMARK(list_append<FineOs>)->Name("list append, mode fine")->Arg(0);
BENCHMARK(list_append<LockfreeOs>)
    ->Name("list append, mode lockfree (1: published)")
    ->Arg(0)
    ->Arg(1);

template <class V>
void dict_get(benchmark::State& state) {
  testing::TestVm<V>::run([&](VmThread& t) {
    Ref<V> dict(Heap<V>::dict(t));
    auto* table = dict.template as<Dict>();
    for (int64_t k = 0; k < 100; ++k) Dicts<V>::set(t, table, Value::integer(k), Value::integer(k));
    if (state.range(0) != 0) V::publish(table);
    int64_t k = 0;
    for (auto _ : state) {
      bool error = false;
      Ref<V> found(Dicts<V>::get(t, table, Value::integer(k), error));
      benchmark::DoNotOptimize(found.get());
      k = k == 99 ? 0 : k + 1;
    }
  });
}
BENCHMARK(dict_get<GilOs>)->Name("dict get, mode gil")->Arg(0);
BENCHMARK(dict_get<FineOs>)->Name("dict get, mode fine")->Arg(0);
BENCHMARK(dict_get<LockfreeOs>)->Name("dict get, mode lockfree (1: published)")->Arg(0)->Arg(1);

// Two threads that take a lock three times each and count under it: over twenty decisions.
void explore_a_lock(benchmark::State& state) {
  int64_t schedules = 0;
  for (auto _ : state) {
    SearchOptions options;
    options.max_preemptions = 3;
    SearchResult result = search(
        options,
        [] {
          TtasLock<SimPlatform> lock;
          SimPlatform::atomic<int> counter{0};
          std::vector<ThreadRecord*> threads;
          for (int k = 0; k < 2; ++k) {
            threads.push_back(SimPlatform::spawn({"worker"}, [&] {
              for (int round = 0; round < 3; ++round) {
                TtasLock<SimPlatform>::Node node;
                lock.lock(node);
                counter.store(counter.load() + 1);
                lock.unlock(node);
              }
            }));
          }
          for (ThreadRecord* thread : threads) SimPlatform::join(thread);
        },
        [] { return std::string(); });
    schedules += static_cast<int64_t>(result.schedules);
    state.counters["decisions"] = static_cast<double>(result.longest);
  }
  state.SetItemsProcessed(schedules);
}
BENCHMARK(explore_a_lock)->Name("explore: schedules of two threads and a lock");

void read_clock(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(P::now());
}
BENCHMARK(read_clock)->Name("clock read");

void system_call(benchmark::State& state) {
  for (auto _ : state) P::yield();
}
BENCHMARK(system_call)->Name("system call (sched_yield)");

// Two fibers that yield to each other: two engine entries and two switches an iteration.
void fiber_switch(benchmark::State& state) {
  SimPlatform::Options options;
  options.slack_ns = 0;
  SimPlatform::run(options, [&] {
    bool stop = false;
    ThreadRecord* other = SimPlatform::spawn({"other"}, [&] {
      while (!stop) SimPlatform::yield();
    });
    for (auto _ : state) SimPlatform::yield();
    stop = true;
    SimPlatform::join(other);
  });
}
BENCHMARK(fiber_switch)->Name("two fiber switches through the engine");

}  // namespace
}  // namespace gilsim

BENCHMARK_MAIN();
