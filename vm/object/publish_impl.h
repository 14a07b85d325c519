// What: publishing: what is about to become reachable for other threads, with all it refers to,
//   stops being its maker's own.
// Idea: as the shared bit of lazy publication in concurrent collectors (Domani et al.,
//   "Thread-local heaps for Java", 2002): a store into a published object pays for what it makes
//   reachable, once for each object, and everything else stays plain.
// Invariants: I3 of policy.h. I1 an object is marked before what it refers to is looked at, so
//   cycles end.
// Threads: the owner of all that is private below the object; or the collector, for anybody's.
// Not here: counting (biased_count.h).
#pragma once

#include <vector>

#include "vm/object/heap_impl.h"
#include "vm/object/shared_attributes.h"
#include "vm/object/shared_set.h"
#include "vm/object/trace_impl.h"
#include "vm/object/weak_impl.h"

namespace gilsim {

template <class V>
class Publisher {
 public:
  // adopt: the world is stopped, and the objects become nobody's.
  Publisher(VmThread& t, bool adopt) : t_(t), adopt_(adopt) {}

  void publish(Object* first) {
    mark(first);
    drain();
  }
  // What a published object refers to.
  void publish_parts(Object* o) {
    stack_.push_back(o);
    drain();
  }

 private:
  void drain() {
    while (!stack_.empty()) {
      Object* o = stack_.back();
      stack_.pop_back();
      publish_weak(o);
      bool constants = o->kind == Kind::Code;
      each_reference(o, [&](Object* part) {
        mark(part);
        // The constants of code are read by all who run it: they are never freed.
        if (constants && is_leaf(part) && !(share_state(part) & kShareUncounted)) {
          // relaxed: those who still count do no harm, as in BiasedCount::warm
          V::atomic(part, part->lock).fetch_or(kShareUncounted, std::memory_order_relaxed);
        }
      });
    }
  }
  // The holders of weak references to o are published with it, and what it knows weakly.
  void publish_weak(Object* o) {
    if (!Weak<V>::may_be_known(o) && o->kind != Kind::Native) return;
    std::vector<Object*> more;
    Weak<V>::add_published_with(t_, o, more);
    for (Object* other : more) mark(other);
  }
  // What all threads count all the time is left to the collector from the start.
  static bool is_hot(const Object* o) {
    switch (o->kind) {
      case Kind::Function:
      case Kind::NativeFunction:
      case Kind::Code:
      case Kind::Class:
      case Kind::Module:
        return (o->flags & kLinked) || o->kind == Kind::Code;
      default:
        return false;
    }
  }
  void mark(Object* o) {
    if (share_state(o) != 0) return;
    BiasedCount<V>::start_sharing(t_, o, adopt_);
    if (o->flags & kLinked) move(static_cast<GcObject*>(o));
    if (o->kind == Kind::List) SharedList<V>::publish(static_cast<List*>(o));
    if (o->kind == Kind::Dict) SharedDict<V>::publish(t_, static_cast<Dict*>(o));
    if (o->kind == Kind::Set) SharedSet<V>::publish(static_cast<Set*>(o));
    if (AttrStore* store = attr_store_of(o)) SharedAttributes<V>::publish(*store);
    auto state = static_cast<uint8_t>(o->lock | kShareShared | (is_hot(o) ? kShareUncounted : 0));
    // relaxed: the store that publishes the object releases this one
    __atomic_store_n(&o->lock, state, __ATOMIC_RELAXED);
    stack_.push_back(o);
  }
  // From the thread's list to the isolate's.
  void move(GcObject* o) {
    uint32_t shard = static_cast<uint32_t>(t_.ident % Isolate::kShards);
    o->gc_previous->gc_next = o->gc_next;
    o->gc_next->gc_previous = o->gc_previous;
    o->shard = static_cast<uint8_t>((o->shard & 0xf0) | shard);
    typename V::Guard guard(t_.isolate->gc_guards[shard]);
    link_before(t_.isolate->gc_heads[shard], o);
    ++t_.isolate->gc_allocated[shard];
    --t_.gc_allocated;
  }

  VmThread& t_;
  bool adopt_;
  std::vector<Object*> stack_;
};

template <class V>
[[gnu::noinline]] void publish_slow(Object* object) {
  if constexpr (V::kBiased) Publisher<V>(V::current(), false).publish(object);
}

template <class V>
[[gnu::noinline]] void publish_parts_slow(Object* object) {
  if constexpr (V::kBiased) Publisher<V>(V::current(), false).publish_parts(object);
}

// Before the first other thread starts: all that every thread can reach.
template <class V>
void publish_isolate(VmThread& t) {
  if constexpr (V::kBiased) {
    Isolate& isolate = *t.isolate;
    if (isolate.published) return;
    for (Class* c : isolate.classes) V::publish(c);
    for (Class* c : isolate.exceptions) V::publish(c);
    for (Str* s : isolate.specials) V::publish(s);
    for (Str* s : isolate.ascii_chars) V::publish(s);
    V::publish(isolate.empty_str);
    V::publish(isolate.empty_tuple);
    V::publish(isolate.generic_alias);
    V::publish(isolate.union_type);
    V::publish(isolate.builtins);
    V::publish(isolate.modules);
    // Builtin classes were born published, and refer to what was not.
    Publisher<V> publisher(t, false);
    for (GcObject* head : isolate.gc_heads) {
      for (GcObject* o = head->gc_next; o != head; o = o->gc_next) publisher.publish_parts(o);
    }
    isolate.published = true;
  }
}

}  // namespace gilsim
