// What: a VM without an interpreter, for tests of objects: one thread, one isolate, the builtin
//   classes; no Python code can run.
// Idea: typed tests run everything once per policy; expectations are written as the repr of what
//   comes out.
// Threads: as_thread() makes the calling platform thread one of the isolate.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "experiments/modes/configurations.h"
#include "vm/object/ops.h"
#include "vm/object/shared_list.h"
#include "vm/object/shared_memory.h"

namespace gilsim::testing {

template <class V>
class TestVm {
 public:
  using P = typename V::P;

  static typename P::Options four_cores() {
    typename P::Options options;
    options.cores = 4;
    return options;
  }

  // Runs body on a thread of a new isolate.
  static void run(const std::function<void(VmThread&)>& body,
                  const typename P::Options& options = four_cores()) {
    P::run(options, [&] {
      TestVm vm;
      as_thread(vm.isolate_, [&](VmThread& t) {
        vm.create(t);
        body(t);
        EXPECT_FALSE(static_cast<bool>(t.pending)) << "an exception was left behind";
      });
    });
  }

  static void as_thread(Isolate& isolate, const std::function<void(VmThread&)>& body) {
    VmThread t;
    ThreadRecord& record = P::self();
    t.record = &record;
    t.isolate = &isolate;
    t.ident = record.serial;
    record.user = &t;
    enlist(isolate, &t, true);
    if (isolate.reclaimer) SharedMemory<V>::enter(t);
    body(t);
    if (isolate.reclaimer) SharedMemory<V>::leave(t);
    enlist(isolate, &t, false);
    record.user = nullptr;
  }

  // For operations of lists of immediates and of what is kept elsewhere, by one thread.
  static uint64_t size_of(List* list) {
    return V::is_published(list) ? SharedList<V>::size(list) : list->size;
  }
  static Value item(List* list, uint64_t k) {
    if (V::is_published(list)) return SharedList<V>::get(list, static_cast<int64_t>(k));
    return list->items[k];
  }
  // What tests hold in C++ may be used by all their threads.
  static void publish_all(VmThread& t) {
    publish_isolate<V>(t);
    while (t.gc_head.gc_next != &t.gc_head) V::publish(t.gc_head.gc_next);
  }
  // Runs body(t, number) on `count` new threads of t's isolate at once and waits for them.
  static void in_parallel(VmThread& t, int count, const std::function<void(VmThread&, int)>& body) {
    std::vector<ThreadRecord*> records;
    publish_all(t);
    for (int k = 0; k < count; ++k) {
      SpawnOptions options;
      options.name = "worker";
      records.push_back(P::spawn(options, [&t, &body, k] {
        as_thread(*t.isolate, [&](VmThread& own) { body(own, k); });
      }));
    }
    for (ThreadRecord* record : records) P::join(record);
  }

 private:
  static void enlist(Isolate& isolate, VmThread* t, bool add) {
    std::unique_ptr<typename V::Guard> guard;
    if (isolate.thread_guard) guard = std::make_unique<typename V::Guard>(isolate.thread_guard);
    // A policy without guards counts on an interpreter lock, which is not here. In sim nothing
    // below is a step of its own, so that no thread meets this mutex held.
    std::unique_lock<std::mutex> roster(roster_, std::defer_lock);
    if (!V::kParallel) roster.lock();
    if (add)
      isolate.threads.push_back(t);
    else
      std::erase(isolate.threads, t);
  }

  void create(VmThread& t) {
    Heap<V>::create_isolate(t);
    Classes<V>::create_core(t);
    Exceptions<V>::create(t);
    Numbers<V>::create(t);
    Strings<V>::create(t);
    Lists<V>::create(t);
    Dicts<V>::create(t);
    Sets<V>::create(t);
    Functions<V>::create(t);
    Iterators<V>::create(t);
    Classes<V>::created(t);
    isolate_.builtins = Heap<V>::dict(t);
    isolate_.modules = Heap<V>::dict(t);
  }

  static inline std::mutex roster_;
  Isolate isolate_;
};

// Short names for the operations that tests use all the time. Values given out are kept until the
// end of the test, as native code keeps its values: where the collector finds them.
template <class V>
class Script {
 public:
  explicit Script(VmThread& t) : t(t) {}
  ~Script() {
    while (t.handles.size() > start_) {
      Value v = t.handles.back();
      t.handles.pop_back();
      V::decref(v);
    }
  }

  VmThread& t;

  Value keep(Value owned) {
    if (owned) t.handles.push_back(owned);
    return owned;
  }
  Value integer(int64_t n) { return keep(Heap<V>::integer(t, n)); }
  Value real(double d) { return keep(Heap<V>::real(t, d)); }
  Value str(std::string_view text) { return keep(Value(Heap<V>::str(t, text))); }
  Value tuple(std::initializer_list<Value> items) { return keep(Value(Heap<V>::tuple(t, items))); }
  Value list(std::initializer_list<Value> items) {
    List* made = Heap<V>::list(t, items.size());
    for (Value v : items) EXPECT_TRUE(Lists<V>::append(t, made, v));
    return keep(Value(made));
  }
  Value ints(std::initializer_list<int64_t> items) {
    List* made = Heap<V>::list(t);
    for (int64_t n : items) EXPECT_TRUE(Lists<V>::append_owned(t, made, Heap<V>::integer(t, n)));
    return keep(Value(made));
  }
  Value builtin(Kind kind) { return Value(t.isolate->classes[static_cast<int>(kind)]); }
  Value set(std::initializer_list<int64_t> items) {
    return call(builtin(Kind::Set), {ints(items)});
  }
  Value dict() { return keep(Value(Heap<V>::dict(t))); }

  Value call(Value callable, std::initializer_list<Value> args) {
    return keep(Protocol<V>::call(t, callable, args));
  }
  Value call(Value object, std::string_view method, std::initializer_list<Value> args) {
    return keep(Protocol<V>::call_method(t, object, method, args));
  }
  // With keyword arguments behind the others.
  Value call_keywords(Value object, std::string_view method, std::initializer_list<Value> args,
                      std::initializer_list<Value> names) {
    Value function = keep(Classes<V>::get_attr(t, object, method));
    Value tuple = this->tuple(names);
    return keep(Protocol<V>::call(
        t, function,
        CallArgs{args.begin(), static_cast<uint32_t>(args.size()), tuple.as<Tuple>()}));
  }
  Value item(Value container, Value key) { return keep(Protocol<V>::get_item(t, container, key)); }
  Value slice(Value start, Value stop, Value step) {
    return call(builtin(Kind::Slice), {start, stop, step});
  }
  Value binary(BinaryOp op, Value a, Value b) {
    return keep(Protocol<V>::binary(t, op, a, b, false));
  }

  // The repr, or "ErrorType: message" of the pending exception, which is cleared.
  std::string show(Value v) {
    if (!v) return error();
    Str* text = Protocol<V>::repr(t, v);
    if (!text) return error();
    std::string result(text->view());
    V::decref(Value(text));
    return result;
  }
  std::string error() {
    if (!t.pending) return "no error";
    Ref<V> e = Errors<V>::take(t);
    Str* text = Protocol<V>::to_str(t, e.get());
    std::string result =
        std::string(Classes<V>::class_name(t, e.get())) + (text && text->size ? ": " : "");
    if (text) result += text->view();
    V::xdecref(text);
    return result;
  }
  std::string show(bool good) { return good ? "done" : error(); }
  // Everything an iterable gives, as a list.
  std::string all(Value iterable) {
    if (!iterable) return error();
    List* made = Protocol<V>::to_list(t, iterable);
    return show(made ? keep(Value(made)) : Value());
  }

 private:
  const size_t start_ = t.handles.size();
};

template <class V>
class ObjectTest : public ::testing::Test {
 public:
  static void run(const std::function<void(Script<V>&)>& body) {
    TestVm<V>::run([&](VmThread& t) {
      Script<V> script(t);
      body(script);
    });
  }
};

// Those of the types that this build instantiates.
template <class Kept, class... Rest>
struct Instantiated {
  using Types = Kept;
};
template <class... Kept, class First, class... Rest>
struct Instantiated<::testing::Types<Kept...>, First, Rest...>
    : std::conditional_t<kInstantiated<First>,
                         Instantiated<::testing::Types<Kept..., First>, Rest...>,
                         Instantiated<::testing::Types<Kept...>, Rest...>> {};

using AllPolicies = Instantiated<::testing::Types<>, GilOs, GilSim, FineOs, FineSim, LockfreeOs,
                                 LockfreeSim>::Types;
// Policies under which threads run bytecode at the same time.
using ParallelPolicies =
    Instantiated<::testing::Types<>, FineOs, FineSim, LockfreeOs, LockfreeSim>::Types;

}  // namespace gilsim::testing
