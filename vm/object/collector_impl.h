// What: the collector of cycles: stop-the-world mark and sweep.
// Idea: marks from precise roots: registers, isolate tables, handles. What is not reached but has a
//   count that nothing unreached explains is held by a local of native code somewhere and is kept
//   too (the subtraction of CPython's collector, on the unreached objects alone), so that a
//   collection may also happen while native code has called back.
// Invariants: I1 while the world is stopped no Python code runs: objects with finalizers, and all
//   they refer to, wait for run_finalizers() and the next collection. I2 counts are the same before
//   and after, but for what is freed. I3 at the end no object is marked or a candidate.
// Threads: one thread, the world is stopped; run_finalizers(): the world runs.
// Not here: stopping the world (vm/interp), what refers to what (trace_impl.h).
#pragma once

#include <unordered_set>
#include <vector>

#include "vm/object/publish_impl.h"
#include "vm/object/release_impl.h"
#include "vm/object/trace_impl.h"

namespace gilsim {

template <class V>
class Collection {
 public:
  explicit Collection(VmThread& t) : t_(t), isolate_(*t.isolate) {}

  int64_t run() {
    isolate_.collecting = true;
    for (VmThread* thread : isolate_.threads) nested_ = nested_ || thread->native_depth > 1;
    take_what_waits();
    free_retired_caches();
    mark_roots();
    std::vector<GcObject*> garbage = sort_out();
    keep_what_natives_hold(garbage);
    for (Object* o : unlisted_) o->flags &= static_cast<uint8_t>(~kMarked);
    keep_what_has_finalizers(garbage);
    end_weak_references(garbage);
    auto freed = static_cast<int64_t>(garbage.size());
    drop(garbage);
    publish_what_waits();
    isolate_.collecting = false;
    ++isolate_.gc_runs;
    return freed;
  }

 private:
  // ---- marking: from the roots, objects get kMarked
  void reach(Object* o) {
    if (o->flags & kMarked) return;
    if (!(o->flags & kLinked)) {
      if (is_leaf(o)) return;
      unlisted_.push_back(o);
    }
    o->flags |= kMarked;
    stack_.push_back(o);
  }
  void reach(Value v) {
    if (v.is_object()) reach(v.object());
  }
  template <class T>
  void reach_pointer(T* p) {
    if (p) reach(static_cast<Object*>(p));
  }
  void follow() {
    auto visit = [this](Object* o) { reach(o); };
    while (!stack_.empty()) {
      Object* o = stack_.back();
      stack_.pop_back();
      ++reached_;
      each_reference(o, visit);
    }
  }

  void mark_roots() {
    for (Class* c : isolate_.classes) reach_pointer(c);
    for (Class* c : isolate_.exceptions) reach_pointer(c);
    reach_pointer(isolate_.empty_tuple);
    reach_pointer(isolate_.generic_alias);
    reach_pointer(isolate_.union_type);
    reach_pointer(isolate_.builtins);
    reach_pointer(isolate_.modules);
    for (Object* o : isolate_.gc_finalizers) reach(o);
    for (Object* o : isolate_.gc_weak_holders) reach(o);
    for (Value v : isolate_.gc_dropped) reach(v);
    for (VmThread* thread : isolate_.threads) mark_thread(*thread);
    mark_thread(t_);
    follow();
    V::P::work(Cost::NativeByte, reached_ * kWorkPerObject);
  }
  void mark_thread(VmThread& thread) {
    for (Value v : {thread.pending, thread.handled, thread.native_result}) reach(v);
    for (Value v : thread.handles) reach(v);
    for (Object* o : thread.deferred)
      reach(o);  // their release is on its way, and must not happen twice
    for (Frame* f = thread.frame; f; f = f->previous) {
      for (uint32_t k = 0; k < f->code->register_count; ++k) reach(f->registers[k]);
      reach_pointer(f->code);
      reach_pointer(f->function);
      reach_pointer(f->globals);
      reach_pointer(f->names);
      if (f->flags & kFrameGenerator) reach_pointer(generator_of(f));
      reach(f->instance);
    }
  }

  // Takes all marks away and gives what had none; those get kCandidate. Immortal objects that
  // nothing refers to are roots as well.
  std::vector<GcObject*> sort_out() {
    std::vector<GcObject*> candidates;
    std::vector<Object*> immortal;
    isolate_.gc_live = 0;
    auto sort_list = [&](GcObject* head) {
      for (GcObject* o = head->gc_next; o != head; o = o->gc_next) {
        if (o->flags & kMarked) {
          o->flags &= static_cast<uint8_t>(~kMarked);
          ++isolate_.gc_live;
          continue;
        }
        o->flags |= kCandidate;
        candidates.push_back(o);
        if (o->flags & kImmortal) immortal.push_back(o);
      }
    };
    for (GcObject* head : isolate_.gc_heads) sort_list(head);
    if constexpr (V::kBiased) {
      for (VmThread* thread : isolate_.threads) sort_list(&thread->gc_head);
    }
    rescue(immortal);
    keep_candidates(candidates);
    return candidates;
  }

  // ---- candidates that are found to be needed
  void rescue(const std::vector<Object*>& found) {
    auto visit = [this](Object* o) {
      if (!(o->flags & kCandidate) || is_exact_text(o)) return;
      o->flags &= static_cast<uint8_t>(~kCandidate);
      isolate_.gc_live += (o->flags & kLinked) != 0;
      stack_.push_back(o);
    };
    for (Object* o : found) visit(o);
    while (!stack_.empty()) {
      Object* o = stack_.back();
      stack_.pop_back();
      each_reference(o, visit);
    }
  }
  static bool is_exact_text(const Object* o) { return o->kind == Kind::Str && is_leaf(o); }
  template <class T>
  static void keep_candidates(std::vector<T*>& objects) {
    std::erase_if(objects, [](T* o) { return (o->flags & kCandidate) == 0; });
  }

  // ---- references from C++ locals
  // Objects that are in no list but refer to others (code objects, instances of a user's int, ...)
  // and that only candidates refer to become candidates too. What is reached cannot refer to a
  // candidate, so whoever is found here and was not marked is one.
  void find_unlisted(const std::vector<GcObject*>& candidates, std::vector<Object*>& found) {
    auto visit = [&](Object* o) {
      if ((o->flags & (kLinked | kMarked | kCandidate)) || is_leaf(o)) return;
      o->flags |= kCandidate;
      found.push_back(o);
    };
    for (GcObject* o : candidates) each_reference(o, visit);
    for (size_t k = 0; k < found.size(); ++k) each_reference(found[k], visit);
  }
  static bool mro_refers_back(const Object* o) {
    if (o->kind != Kind::Class) return false;
    const auto* c = static_cast<const Class*>(o);
    return c->mro && (c->mro->flags & kCandidate) && c->mro->size > 0 &&
           c->mro->items[0] == Value(c);
  }
  // Adds `by` to the count of every candidate for each reference that one of the objects holds.
  template <class T>
  static void shift_counts(const std::vector<T*>& objects, uint32_t by) {
    auto visit = [by](Object* o) {
      if ((o->flags & kCandidate) && !is_exact_text(o)) shift_count(o, by);
    };
    for (T* o : objects) {
      if (mro_refers_back(o)) shift_count(o, uint32_t{0} - by);  // that reference is not counted
      each_reference(o, visit);
    }
  }
  // What is not counted is held by nobody unless native code is under way below Python code: what
  // waits in native code keeps its values where marking finds them.
  bool is_held(const Object* o) const {
    if constexpr (V::kBiased) {
      if (share_state(o) & kShareUncounted) return nested_;
    }
    return V::count_of(o) != 0;
  }
  static void shift_count(Object* o, uint32_t by) {
    if constexpr (V::kBiased)
      BiasedCount<V>::shift(o, by);
    else
      o->count += by;
  }
  void keep_what_natives_hold(std::vector<GcObject*>& candidates) {
    if (candidates.empty()) return;
    find_unlisted(candidates, unlisted_candidates_);
    shift_counts(candidates, ~uint32_t{0});
    shift_counts(unlisted_candidates_, ~uint32_t{0});
    std::vector<Object*> held;
    for (GcObject* o : candidates) {
      if (is_held(o)) held.push_back(o);
    }
    for (Object* o : unlisted_candidates_) {
      if (is_held(o)) held.push_back(o);
    }
    shift_counts(candidates, 1);  // keeps I2
    shift_counts(unlisted_candidates_, 1);
    rescue(held);
    keep_candidates(candidates);
  }

  // ---- finalizers. Keeps I1.
  static bool needs_finalizer(Object* o) {
    if (!Releaser<V>::needs_finalizer(o)) return false;
    return o->kind != Kind::Generator || Releaser<V>::inside_handler(static_cast<Generator*>(o));
  }
  void keep_what_has_finalizers(std::vector<GcObject*>& candidates) {
    std::vector<Object*> found;
    for (GcObject* o : candidates) {
      if (needs_finalizer(o)) found.push_back(V::newref(static_cast<Object*>(o)));
    }
    isolate_.gc_finalizers.insert(isolate_.gc_finalizers.end(), found.begin(), found.end());
    rescue(found);
    keep_candidates(candidates);
  }

  // What is not garbage itself and wants to know is told later (I1).
  void end_weak_references(const std::vector<GcObject*>& garbage) {
    auto is_garbage = [](Object* holder) { return (holder->flags & kCandidate) != 0; };
    for (GcObject* o : garbage) {
      if (Weak<V>::may_be_known(o)) Weak<V>::detach(t_, o, isolate_.gc_weak_holders, is_garbage);
    }
  }

  // ---- the end
  // Empties all garbage, then frees it. Releases are put off to the thread's list and done here, on
  // a flat stack.
  void drop(const std::vector<GcObject*>& garbage) {
    // Those that something rescued refers to are none any more, and are not to be counted anew.
    keep_candidates(unlisted_candidates_);
    for (Object* o : unlisted_candidates_) o->flags &= static_cast<uint8_t>(~kCandidate);
    for (GcObject* o : garbage) o->flags &= static_cast<uint8_t>(~kCandidate);  // keeps I3
    uint32_t depth = t_.free_depth;
    t_.free_depth = Releaser<V>::kMaxDepth;
    if constexpr (V::kBiased) count_again(garbage);
    for (GcObject* o : garbage) V::incref(static_cast<Object*>(o));
    // Classes first: they take themselves out of the lists of their bases, which a dropped tuple no
    // longer knows.
    for (GcObject* o : garbage) {
      if (o->kind == Kind::Class) Releaser<V>::drop(t_, o);
    }
    for (GcObject* o : garbage) Releaser<V>::drop(t_, o);
    for (GcObject* o : garbage) V::decref(static_cast<Object*>(o));
    while (!t_.deferred.empty()) {
      Object* o = t_.deferred.back();
      t_.deferred.pop_back();
      if (Releaser<V>::ends_visibly(o)) {
        Releaser<V>::revive(o);
        isolate_.gc_finalizers.push_back(o);
      } else {
        Releaser<V>::drop(t_, o);
        if (o->flags & kLinked) Releaser<V>::unlink(t_, static_cast<GcObject*>(o));
        Releaser<V>::free_object(t_, o);
      }
    }
    t_.free_depth = depth;
    for (VmThread* thread : isolate_.threads) thread->gc_allocated = 0;
    for (int64_t& made : isolate_.gc_allocated) made = 0;
  }

  // ---- biased counts
  // Garbage that was uncounted gets the count it would have: all its references are from garbage.
  void count_again(const std::vector<GcObject*>& garbage) {
    std::vector<Object*> uncounted;
    auto look = [&](Object* o) {
      if ((share_state(o) & kShareUncounted) && !(o->flags & kImmortal)) uncounted.push_back(o);
    };
    for (GcObject* o : garbage) look(o);
    for (Object* o : unlisted_candidates_) look(o);
    if (uncounted.empty()) return;
    std::unordered_set<Object*> known(uncounted.begin(), uncounted.end());
    for (Object* o : uncounted) {
      o->count = 0;
      share_head<V>(o) = {BiasedCount<V>::kMerged, 0};
      o->lock &= static_cast<uint8_t>(~kShareUncounted);
    }
    auto count = [&](Object* o) {
      if (known.count(o)) BiasedCount<V>::shift(o, 1);
    };
    auto count_all = [&](Object* o) {
      if (mro_refers_back(o) && known.count(o)) BiasedCount<V>::shift(o, ~uint32_t{0});
      each_reference(o, count);
    };
    for (GcObject* o : garbage) count_all(o);
    for (Object* o : unlisted_candidates_) count_all(o);
  }
  // All threads are at safe points, so nobody reads what was retired; and owners are not needed to
  // merge what is theirs. What falls to zero here waits in the thread's list.
  void take_what_waits() {
    if constexpr (V::kBiased) {
      uint32_t depth = t_.free_depth;
      t_.free_depth = Releaser<V>::kMaxDepth;
      SharedMemory<V>::take_retired(t_, [](Value v) { V::decref(v); });
      for (VmThread* thread : isolate_.threads) BiasedCount<V>::serve_own(*thread);
      t_.free_depth = depth;
    }
  }
  // What is given to whoever runs finalizers is no thread's own any more.
  void publish_what_waits() {
    if constexpr (V::kBiased) {
      for (Object* o : isolate_.gc_weak_holders) Publisher<V>(t_, true).publish(o);
      for (Object* o : isolate_.gc_finalizers) Publisher<V>(t_, true).publish(o);
      for (Value v : isolate_.gc_dropped) Publisher<V>(t_, true).publish(v.object());
    }
  }

  // No reader of a replaced method cache is left. What they hold is released later (I1).
  void free_retired_caches() {
    for (MethodCache* cache : isolate_.retired_caches) {
      for (uint32_t k = 0; k < cache->entry_count; ++k) put_off(cache->entries[k].value);
      for (Value v : cache->specials) {
        if (v != MethodCache::kUnresolved) put_off(v);
      }
      Heap<V>::raw_free(cache);
    }
    isolate_.retired_caches.clear();
  }
  void put_off(Value v) {
    if (v.is_object()) isolate_.gc_dropped.push_back(v);
  }

  static constexpr int64_t kWorkPerObject = 20;  // elements' worth of native work, an estimate
  VmThread& t_;
  Isolate& isolate_;
  std::vector<Object*> stack_;
  std::vector<Object*> unlisted_;  // marked, in no list
  std::vector<Object*> unlisted_candidates_;
  int64_t reached_ = 0;
  bool nested_ = false;  // a thread is in native code that has called back
};

template <class V>
int64_t Collector<V>::collect(VmThread& t) {
  return Collection<V>(t).run();
}

template <class V>
bool Collector<V>::run_finalizers(VmThread& t) {
  if constexpr (V::kBiased) BiasedCount<V>::serve_own(t);
  std::vector<Object*> finalizers, holders;
  std::vector<Value> dropped;
  {
    typename V::Guard guard(t.isolate->class_guard);
    finalizers.swap(t.isolate->gc_finalizers);
    dropped.swap(t.isolate->gc_dropped);
    holders.swap(t.isolate->gc_weak_holders);
  }
  Weak<V>::tell(t, holders, &Releaser<V>::report_ignored);
  for (Value v : dropped) V::decref(v);
  for (Object* o : finalizers) {
    if (Releaser<V>::needs_finalizer(o)) Releaser<V>::finalize(t, o);
    V::decref(o);
  }
  return !finalizers.empty();
}

template <class V>
void Collector<V>::retire(VmThread& t, MethodCache* cache) {
  typename V::Guard guard(t.isolate->class_guard);
  t.isolate->retired_caches.push_back(cache);
}

}  // namespace gilsim
