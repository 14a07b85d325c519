// What: published lists, dicts, sets and counts of mode lockfree through all interleavings of two
//   or three threads within a bound on preemptions. What each operation gave is checked against
//   the sequential object (linearizability, Herlihy and Wing, 1990); no thread ever waits for
//   another one; and twins that are broken on purpose are rejected.
// Idea: an isolate without classes and immediate values only, so that nearly every step is one of
//   the operation. A search with one preemption stops a thread at each of its steps while another
//   one runs to its end: if that one had to wait, it would say so (object_lock_contended) or
//   never end.
// Not here: long runs under seeds (tests/law/object_container_laws_test.cpp), the language.
#include <climits>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "experiments/modes/configurations.h"
#include "gil/explore/search.h"
#include "tests/law/gil_law_support.h"
#include "vm/object/attributes_impl.h"
#include "vm/object/containers_impl.h"

namespace gilsim::testing {
namespace {

using P = SimPlatform;

// ---- operations and histories
enum Kind_ : uint8_t {
  kAppend,
  kPop,
  kGet,
  kSet,
  kInsert,
  kRemoveFirst,
  kClear,
  kSize,  // of lists
  kStore,
  kLoad,
  kDelete,
  kPopItem,
  kSetDefault,
  kHas,
  kAdd,
  kDiscard,  // of dicts
};
constexpr int64_t kNone = -1;  // result: out of range, absent
struct Call {
  Kind_ kind;
  int64_t a = 0, b = 0;
};
struct Done {
  Call call;
  int64_t result;
  int start, end;  // the order of invocations and responses
};

struct ListModel {
  std::vector<int64_t> items;
  int64_t apply(const Call& c) {
    auto size = static_cast<int64_t>(items.size());
    auto at = items.begin();
    switch (c.kind) {
      case kAppend:
        return items.push_back(c.a), 0;
      case kInsert:
        return items.insert(at + std::min(c.a, size), c.b), 0;
      case kClear:
        return items.clear(), 0;
      case kSize:
        return size;
      case kGet:
        return c.a < size ? items[static_cast<size_t>(c.a)] : kNone;
      case kSet:
        return c.a < size ? (items[static_cast<size_t>(c.a)] = c.b, 0) : kNone;
      default:
        break;
    }
    if (items.empty()) return kNone;
    int64_t gone = c.kind == kPop ? items.back() : items.front();
    items.erase(c.kind == kPop ? items.end() - 1 : at);
    return gone;
  }
};
struct DictModel {
  std::vector<std::pair<int64_t, int64_t>> entries;  // in the order of insertion
  int64_t apply(const Call& c) {
    size_t at = 0;
    while (at < entries.size() && entries[at].first != c.a) ++at;
    bool found = at < entries.size();
    switch (c.kind) {
      case kStore:
        return found ? (entries[at].second = c.b, 0) : (entries.emplace_back(c.a, c.b), 0);
      case kSetDefault:
        return found ? entries[at].second : (entries.emplace_back(c.a, c.b), c.b);
      case kLoad:
        return found ? entries[at].second : kNone;
      case kHas:
        return found;
      case kClear:
        return entries.clear(), 0;
      case kDelete: {
        int64_t v = found ? entries[at].second : kNone;
        if (found) entries.erase(entries.begin() + static_cast<long>(at));
        return v;
      }
      default:
        break;
    }
    if (entries.empty()) return kNone;
    int64_t v = entries.back().second;
    return entries.pop_back(), v;
  }
};

struct SetModel {
  std::set<int64_t> keys;
  int64_t apply(const Call& c) {
    switch (c.kind) {
      case kAdd:
        keys.insert(c.a);
        return 0;
      case kDiscard:
        return static_cast<int64_t>(keys.erase(c.a));
      case kHas:
        return static_cast<int64_t>(keys.count(c.a));
      default:
        keys.clear();
        return 0;
    }
  }
};

// Whether some order of the calls that respects time gives these results.
template <class Model>
bool linearizable(const Model& model, std::vector<Done> left) {
  if (left.empty()) return true;
  int first_end = INT_MAX;
  for (const Done& d : left) first_end = std::min(first_end, d.end);
  for (size_t k = 0; k < left.size(); ++k) {
    if (left[k].start > first_end) continue;
    Model next = model;
    if (next.apply(left[k].call) != left[k].result) continue;
    std::vector<Done> rest = left;
    rest.erase(rest.begin() + static_cast<long>(k));
    if (linearizable(next, rest)) return true;
  }
  return false;
}

// ---- an isolate for one schedule
template <class V>
class World {
 public:
  World() {
    start(main_);
    Heap<V>::create_isolate(main_);
    class_ = Class{};
    class_.class_flags = kClassBuiltin;
    for (Class*& c : isolate_.classes) c = &class_;
    for (Str*& s : isolate_.specials) s = nullptr;
    isolate_.published = true;
  }
  VmThread& main() { return main_; }

  // Runs bodies on threads of the isolate. What starts and ends a thread is no step.
  void in_parallel(int count, const std::function<void(VmThread&, int)>& body) {
    in_threads<P>(count, [&](int number) {
      VmThread t;
      t.finishing = true;
      start(t);
      SharedMemory<V>::enter(t);
      t.finishing = false;
      body(t, number);
      waited += P::self().counters.object_lock_contended > 0;
      t.finishing = true;
      SharedMemory<V>::leave(t);
      P::self().user = nullptr;
    });
  }
  static inline int waited = 0;  // threads that had to wait for an object's lock, in all schedules

 private:
  void start(VmThread& t) {
    ThreadRecord& record = P::self();
    t.record = &record;
    t.isolate = &isolate_;
    t.ident = record.serial;
    record.user = &t;
    record.quiet = [](const ThreadRecord& r) {
      return r.user && static_cast<VmThread*>(r.user)->finishing;
    };
  }
  Isolate isolate_;
  Class class_;
  VmThread main_;
};

template <class V>
struct RealList {
  using Model = ListModel;
  List* list;
  explicit RealList(VmThread& t) : list(Heap<V>::list(t)) { V::publish(list); }
  int64_t apply(VmThread& t, const Call& c) {
    using Core = ListCore<V>;
    Value v;
    switch (c.kind) {
      case kAppend:
        return Lists<V>::append(t, list, Value::integer(c.a)), 0;
      case kInsert:
        return Core::insert(list, c.a, Value::integer(c.b)), 0;
      case kClear:
        return Core::change(list, [](List* work) { work->size = 0; }), 0;
      case kSize:
        return static_cast<int64_t>(Core::size(list));
      case kGet:
        v = list_get_inline<V>(list, c.a);
        break;
      case kSet:
        return list_set_inline<V>(list, c.a, Value::integer(c.b)) ? 0 : kNone;
      case kPop:
        v = ListMethods<V>::take_at(list, -1);
        break;
      default:
        v = ListMethods<V>::take_at(list, 0);
        break;
    }
    return v ? v.as_int() : kNone;
  }
};
template <class V>
struct RealDict {
  using Model = DictModel;
  Dict* dict;
  explicit RealDict(VmThread& t) : dict(Heap<V>::dict(t)) { V::publish(dict); }
  int64_t apply(VmThread& t, const Call& c) {
    Value key = Value::integer(c.a), v, old_key;
    bool error = false;
    switch (c.kind) {
      case kStore:
        return Dicts<V>::set(t, dict, key, Value::integer(c.b)), 0;
      case kLoad:
        v = Dicts<V>::get(t, dict, key, error);
        break;
      case kDelete:
        v = Dicts<V>::pop(t, dict, key, error);
        break;
      case kHas:
        return DictCore<V>::contains(t, dict, key);
      case kClear:
        return Dicts<V>::clear(t, dict), 0;
      case kSetDefault:
        v = DictCore<V>::setdefault(t, dict, key, immediate_int_hash(c.a), Value::integer(c.b));
        break;
      default:
        DictCore<V>::remove_last(t, dict, old_key, v);
        break;
    }
    return v ? v.as_int() : kNone;
  }
};

template <class V>
struct RealSet {
  using Model = SetModel;
  Set* set;
  explicit RealSet(VmThread& t) : set(Heap<V>::set(t)) { V::publish(set); }
  int64_t apply(VmThread& t, const Call& c) {
    Value key = Value::integer(c.a);
    switch (c.kind) {
      case kAdd:
        return Sets<V>::add(t, set, key) ? 0 : kNone;
      case kDiscard:
        return Sets<V>::discard(t, set, key);
      case kHas:
        return Sets<V>::contains(t, set, key);
      default:
        SetCore<V>::clear(set);
        return 0;
    }
  }
};

// One variable, and one of two attributes; kSet, kGet, kDelete (attributes only).
struct VariableModel {
  int64_t value = kNone;
  int64_t apply(const Call& c) {
    if (c.kind == kGet) return value;
    if (c.kind == kSet) {
      value = c.a;
      return 0;
    }
    int64_t was = value == kNone ? 0 : 1;
    value = kNone;
    return was;
  }
};
template <class V>
struct RealCell {
  using Model = VariableModel;
  Cell* cell;
  explicit RealCell(VmThread& t) : cell(Heap<V>::cell(t, Value())) { V::publish(cell); }
  int64_t apply(VmThread&, const Call& c) {
    if (c.kind == kGet) {
      Value v = load_cell<V>(cell);
      return v ? v.as_int() : kNone;
    }
    store_cell<V>(cell, Value::integer(c.a));
    return 0;
  }
};
template <class V>
struct RealAttribute {
  using Model = VariableModel;
  Str* names[2];
  Shape root{1, 0, nullptr, nullptr, nullptr, false, nullptr, 0, 0}, first = root, second = root;
  Instance* object;
  explicit RealAttribute(VmThread& t) : names{Heap<V>::str(t, "one"), Heap<V>::str(t, "two")} {
    first = Shape{2, 1, t.isolate->classes[0], &root, names[0], false, nullptr, 0, 0};
    second = Shape{3, 2, t.isolate->classes[0], &first, names[1], false, nullptr, 0, 0};
    object = Heap<V>::template make<Instance>(t, Kind::Object, nullptr, 2 * sizeof(Value));
    object->attrs = AttrStore{&second, object->inline_values, 2, 2};
    object->inline_values[0] = Value::integer(77);
    object->inline_values[1] = Value();
    object->cls->class_flags |= kClassHasSlots;  // a deleted one may be set again in its place
    Heap<V>::track(t, object);
    V::publish(object);
  }
  int64_t apply(VmThread& t, const Call& c) {
    Value v = c.kind == kSet ? Value::integer(c.a) : Value();
    if (c.kind != kGet) {
      int done = Attributes<V>::store_set(t, object, &object->attrs, names[1], v, nullptr);
      return c.kind == kSet ? 0 : done;
    }
    v = Attributes<V>::store_get(t, object, &object->attrs, names[1]);
    return v ? v.as_int() : kNone;
  }
};

using Program = std::vector<std::vector<Call>>;  // the calls of each thread

template <class V, class Container>
SearchResult search_program(const std::vector<Call>& before, const Program& program,
                            uint32_t preemptions) {
  std::vector<Done> history;
  typename Container::Model model;
  SearchOptions options;
  options.max_preemptions = preemptions;
  options.max_schedules = 300000;
  return search(
      options,
      [&] {
        history.clear();
        World<V> world;
        Container container(world.main());
        model = {};
        for (const Call& c : before) {
          model.apply(c);
          container.apply(world.main(), c);
        }
        int clock = 0;
        world.in_parallel(static_cast<int>(program.size()), [&](VmThread& t, int number) {
          for (const Call& c : program[static_cast<size_t>(number)]) {
            int start = clock++;
            int64_t result = container.apply(t, c);
            history.push_back({c, result, start, clock++});
          }
        });
      },
      [&]() -> std::string {
        return linearizable(model, history) ? "" : "no order of the calls gives these results";
      });
}

uint64_t total_schedules = 0;
template <class V, class Container>
void expect_linearizable(const std::vector<Call>& before, const Program& program,
                         uint32_t preemptions = 3) {
  World<V>::waited = 0;
  SearchResult result = search_program<V, Container>(before, program, preemptions);
  EXPECT_FALSE(result.found) << result.what;
  EXPECT_EQ(result.problem, "");
  EXPECT_TRUE(result.complete) << result.schedules;
  if (V::kBiased) {
    EXPECT_EQ(World<V>::waited, 0);
  }
  total_schedules += result.schedules;
  ::testing::Test::RecordProperty("schedules", static_cast<int>(total_schedules));
}

template <class V>
class ExploredContainers : public ::testing::Test {};
using Policies = ::testing::Types<LockfreeSim, FineSim>;
TYPED_TEST_SUITE(ExploredContainers, Policies);

TYPED_TEST(ExploredContainers, ListAppendAndPop) {
  using List_ = RealList<TypeParam>;
  expect_linearizable<TypeParam, List_>({}, {{{kAppend, 1}, {kPop}}, {{kAppend, 2}, {kPop}}});
  expect_linearizable<TypeParam, List_>({{kAppend, 1}},
                                        {{{kPop}, {kSize}}, {{kAppend, 2}, {kGet, 0}}});
  expect_linearizable<TypeParam, List_>({{kAppend, 1}, {kAppend, 2}},
                                        {{{kPop}, {kAppend, 3}}, {{kPop}, {kPop}}});
  expect_linearizable<TypeParam, List_>({{kAppend, 1}}, {{{kPop}}, {{kAppend, 2}}, {{kPop}}}, 1);
}
TYPED_TEST(ExploredContainers, ListGetAndSet) {
  using List_ = RealList<TypeParam>;
  expect_linearizable<TypeParam, List_>({{kAppend, 1}, {kAppend, 2}},
                                        {{{kSet, 1, 7}, {kGet, 0}}, {{kPop}, {kAppend, 3}}});
  expect_linearizable<TypeParam, List_>({{kAppend, 1}},
                                        {{{kSet, 0, 7}, {kGet, 0}}, {{kSet, 0, 8}, {kGet, 0}}});
}
TYPED_TEST(ExploredContainers, ListGrows) {
  using List_ = RealList<TypeParam>;
  std::vector<Call> full = {{kAppend, 1}, {kAppend, 2}, {kAppend, 3}, {kAppend, 4}};
  expect_linearizable<TypeParam, List_>(full, {{{kAppend, 5}}, {{kAppend, 6}, {kGet, 4}}});
  expect_linearizable<TypeParam, List_>(full, {{{kAppend, 5}}, {{kSet, 3, 7}, {kPop}}});
}
TYPED_TEST(ExploredContainers, ListChangesAsAWhole) {
  using List_ = RealList<TypeParam>;
  std::vector<Call> two = {{kAppend, 1}, {kAppend, 2}};
  expect_linearizable<TypeParam, List_>(two, {{{kInsert, 0, 7}}, {{kSet, 0, 8}, {kPop}}});
  expect_linearizable<TypeParam, List_>(two, {{{kRemoveFirst}}, {{kAppend, 3}, {kGet, 1}}});
  expect_linearizable<TypeParam, List_>(two, {{{kClear}}, {{kPop}, {kSize}}});
  expect_linearizable<TypeParam, List_>(two, {{{kRemoveFirst}}, {{kInsert, 1, 9}}}, 3);
}
TYPED_TEST(ExploredContainers, DictStoresAndDeletes) {
  using Dict_ = RealDict<TypeParam>;
  expect_linearizable<TypeParam, Dict_>(
      {}, {{{kStore, 1, 10}, {kLoad, 1}}, {{kStore, 1, 20}, {kDelete, 1}}});
  expect_linearizable<TypeParam, Dict_>({{kStore, 1, 10}},
                                        {{{kDelete, 1}, {kHas, 1}}, {{kStore, 1, 20}, {kLoad, 1}}});
  expect_linearizable<TypeParam, Dict_>(
      {}, {{{kStore, 1, 10}, {kLoad, 9}}, {{kStore, 9, 20}, {kLoad, 1}}});
  expect_linearizable<TypeParam, Dict_>(
      {}, {{{kSetDefault, 1, 10}}, {{kSetDefault, 1, 20}, {kLoad, 1}}});
  expect_linearizable<TypeParam, Dict_>({}, {{{kStore, 1, 1}}, {{kStore, 1, 2}}, {{kDelete, 1}}},
                                        1);
}
TYPED_TEST(ExploredContainers, DictTakesTheLast) {
  using Dict_ = RealDict<TypeParam>;
  expect_linearizable<TypeParam, Dict_>({{kStore, 1, 10}, {kStore, 2, 20}},
                                        {{{kPopItem}}, {{kDelete, 2}, {kPopItem}}});
}
TYPED_TEST(ExploredContainers, DictGrowsAndIsCleared) {
  using Dict_ = RealDict<TypeParam>;
  std::vector<Call> full;
  for (int64_t k = 0; k < 5; ++k) full.push_back({kStore, k, k * 10});
  expect_linearizable<TypeParam, Dict_>(full, {{{kStore, 7, 70}}, {{kStore, 0, 1}, {kLoad, 7}}}, 1);
  expect_linearizable<TypeParam, Dict_>(full, {{{kStore, 7, 70}}, {{kStore, 7, 71}, {kDelete, 4}}},
                                        1);
  expect_linearizable<TypeParam, Dict_>({{kStore, 1, 10}},
                                        {{{kClear}}, {{kStore, 2, 20}, {kLoad, 1}}});
}

TYPED_TEST(ExploredContainers, SetAddsAndDiscards) {
  using Set_ = RealSet<TypeParam>;
  expect_linearizable<TypeParam, Set_>(
      {}, {{{kAdd, 1}, {kHas, 1}}, {{kAdd, 1}, {kDiscard, 1}, {kHas, 1}}});
  expect_linearizable<TypeParam, Set_>({{kAdd, 1}},
                                       {{{kDiscard, 1}, {kAdd, 1}}, {{kDiscard, 1}, {kHas, 1}}});
  expect_linearizable<TypeParam, Set_>({}, {{{kAdd, 1}, {kHas, 9}}, {{kAdd, 9}, {kHas, 1}}});
  expect_linearizable<TypeParam, Set_>({{kAdd, 1}}, {{{kClear}}, {{kAdd, 2}, {kHas, 1}}}, 2);
}
TYPED_TEST(ExploredContainers, SetGrows) {
  using Set_ = RealSet<TypeParam>;
  std::vector<Call> full = {{kAdd, 1}, {kAdd, 2}, {kAdd, 3}, {kAdd, 4}};
  expect_linearizable<TypeParam, Set_>(full, {{{kAdd, 5}}, {{kAdd, 6}, {kDiscard, 5}}}, 1);
  expect_linearizable<TypeParam, Set_>(full, {{{kAdd, 5}}, {{kDiscard, 1}, {kHas, 5}}}, 1);
}

TYPED_TEST(ExploredContainers, CellsAndAttributes) {
  using V = TypeParam;
  Program program = {{{kSet, 1}, {kGet}}, {{kSet, 2}, {kGet}}, {{kGet}, {kGet}}};
  expect_linearizable<V, RealCell<V>>({}, program);
  expect_linearizable<V, RealAttribute<V>>({}, program, 2);
  expect_linearizable<V, RealAttribute<V>>({{kSet, 5}},
                                           {{{kDelete}, {kGet}}, {{kSet, 2}, {kDelete}}});
}

// The check that nobody waits can see: under locks some thread does.
TEST(ExploredContainers, UnderLocksSomebodyWaits) {
  World<FineSim>::waited = 0;
  search_program<FineSim, RealList<FineSim>>({}, {{{kAppend, 1}}, {{kAppend, 2}}}, 1);
  EXPECT_GT(World<FineSim>::waited, 0);
}

// ---- broken on purpose
// Two threads may read the same size and write to the same place.
struct RacyList {
  using Model = ListModel;
  P::atomic<int64_t> slots[8];
  P::atomic<int64_t> size{0};
  explicit RacyList(VmThread&) {}
  int64_t apply(VmThread&, const Call& c) {
    int64_t n = size.load();
    if (c.kind == kAppend) {
      slots[n].store(c.a);
      size.store(n + 1);
      return 0;
    }
    if (n == 0) return kNone;
    int64_t v = slots[n - 1].load();
    size.store(n - 1);
    return v;
  }
};
// Looks for the key, then takes the next entry, without one step that does both.
struct RacyDict {
  using Model = DictModel;
  P::atomic<int64_t> keys[8], values[8];
  P::atomic<int> count{0};
  explicit RacyDict(VmThread&) {}
  int64_t apply(VmThread&, const Call& c) {
    int n = count.load(), at = 0;
    while (at < n && keys[at].load() != c.a) ++at;
    if (c.kind == kLoad) return at < n ? values[at].load() : kNone;
    if (at == n) {
      at = count.fetch_add(1);
      keys[at].store(c.a);
    }
    values[at].store(c.b);
    return 0;
  }
};
TEST(ExploredContainers, BrokenOnesAreRejected) {
  using V = LockfreeSim;
  auto list = search_program<V, RacyList>({}, {{{kAppend, 1}, {kPop}}, {{kAppend, 2}, {kPop}}}, 2);
  EXPECT_TRUE(list.found);
  EXPECT_LE(list.schedules, 100u);
  auto dict = search_program<V, RacyDict>(
      {}, {{{kStore, 1, 10}, {kLoad, 1}}, {{kStore, 1, 20}, {kLoad, 1}}}, 2);
  EXPECT_TRUE(dict.found);
  EXPECT_LE(dict.schedules, 100u);
  RecordProperty("list", static_cast<int>(list.schedules));
  RecordProperty("dict", static_cast<int>(dict.schedules));
}

// ---- counts: an object is freed once, by whoever drops the last reference, and never before.
struct Watched {
  int drops = 0;
  bool early = false;
};
void drop_watched(void* payload) { ++static_cast<Watched*>(payload)->drops; }
constexpr NativeType kWatched{"watched", drop_watched, nullptr};

template <class V>
struct RealCount {
  static void incref(Object* o) { V::incref(o); }
  static void decref(Object* o) { V::decref(o); }
};
// Broken on purpose: the part of the others is read and then written.
template <class V>
struct RacyCount {
  static void incref(Object* o) {
    auto word = BiasedCount<V>::word(o);
    int32_t seen = word.load();
    word.store(seen + BiasedCount<V>::kOne);
  }
  static void decref(Object* o) { V::decref(o); }
};

template <class V, class Count>
SearchResult search_count(int threads, uint32_t preemptions, bool owner_takes_part) {
  Watched watched;
  SearchOptions options;
  options.max_preemptions = preemptions;
  options.max_schedules = 300000;
  return search(
      options,
      [&, owner_takes_part] {
        watched = {};
        World<V> world;
        VmThread& t = world.main();
        auto* o = Heap<V>::template make<NativeObject>(t, Kind::Native);
        o->type = &kWatched;
        o->payload = &watched;
        for (int k = 0; k < threads; ++k) V::incref(o);
        V::publish(o);
        if (!owner_takes_part) V::decref(o);  // the threads' references are all that is left
        world.in_parallel(threads, [&](VmThread&, int) {
          Count::incref(o);
          watched.early = watched.early || watched.drops > 0;
          Count::decref(o);
          watched.early = watched.early || watched.drops > 0;
          Count::decref(o);
        });
        SharedMemory<V>::quiesce(t);
        if (owner_takes_part) {
          watched.early = watched.early || watched.drops > 0;
          V::decref(o);
        }
      },
      [&]() -> std::string {
        if (watched.early) return "freed while somebody held it";
        return watched.drops == 1 ? "" : "freed " + std::to_string(watched.drops) + " times";
      });
}
TEST(ExploredCounts, BiasedCountsComeOutEven) {
  for (bool owner : {false, true}) {
    for (int threads : {2, 3}) {
      SearchResult result = search_count<LockfreeSim, RealCount<LockfreeSim>>(threads, 2, owner);
      EXPECT_FALSE(result.found) << result.what;
      EXPECT_EQ(result.problem, "");
      EXPECT_TRUE(result.complete) << result.schedules;
    }
  }
}
// The owner ends while others drop theirs: one reference it lets go of before its queue is closed,
// one after, as what it had retired is.
TEST(ExploredCounts, AnOwnerEndsWhileOthersCount) {
  using V = LockfreeSim;
  for (int others : {1, 2}) {
    Watched watched;
    SearchOptions options;
    options.max_preemptions = 3;
    options.max_schedules = 300000;
    SearchResult result = search(
        options,
        [&, others] {
          watched = {};
          World<V> world;
          VmThread& owner = world.main();
          auto* o = Heap<V>::template make<NativeObject>(owner, Kind::Native);
          o->type = &kWatched;
          o->payload = &watched;
          V::incref(o);
          for (int k = 0; k < others; ++k) V::incref(o);
          V::publish(o);
          world.in_parallel(others + 1, [&](VmThread& t, int number) {
            if (number > 0) return V::decref(o);
            ThreadRecord& record = P::self();
            owner.record = &record;
            record.user = &owner;
            V::decref(o);
            BiasedCount<V>::leave(owner);
            V::decref(o);
            record.user = &t;
          });
        },
        [&]() -> std::string {
          return watched.drops == 1 ? "" : "freed " + std::to_string(watched.drops) + " times";
        });
    EXPECT_FALSE(result.found) << result.what;
    EXPECT_EQ(result.problem, "");
    EXPECT_TRUE(result.complete) << result.schedules;
  }
}
TEST(ExploredCounts, ABrokenCountIsRejected) {
  SearchResult result = search_count<LockfreeSim, RacyCount<LockfreeSim>>(2, 2, true);
  EXPECT_TRUE(result.found);
  EXPECT_LE(result.schedules, 100u);
  RecordProperty("schedules", static_cast<int>(result.schedules));
}

}  // namespace
}  // namespace gilsim::testing
