// What: weak references: a table from objects to the links that know them weakly.
// Idea: a class whose instances are known weakly is known_weakly(), so only the end of such
//   objects looks at the table. A link gives a reference by "count up unless it is zero", under
//   the table's guard; the end of an object takes its links out under the same guard, before
//   anything of it is freed.
// State: WeakLink::target: the object, or null once that has ended.
// Invariants: I1 a link is in its target's chain as long as target is not null, and neither target
//   nor holder is freed before the link has forgotten it. I2 in mode lockfree target and holder
//   are both published, or both one thread's own.
// Threads: any; links under Isolate::weak_guard.
// Not here: what programs see (vm/modules/lib/weakref.py).
#pragma once

#include <unordered_map>
#include <vector>

#include "vm/object/heap_impl.h"

namespace gilsim {

struct WeakLink {
  Object* target;  // borrowed
  Object* holder;  // borrowed; its end takes the link out
  bool calls;      // the holder wants to know when the target ends
  WeakLink* next;
};
struct WeakTable {
  // Looked up, never walked.
  std::unordered_map<const Object*, WeakLink*> chains;  // by target
  std::unordered_map<const Object*, WeakLink*> held;    // by holder: each has one link
};

template <class V>
struct Weak {
  using Guard = typename V::Guard;

  // Made by the first link; under the guard, as what is in it.
  static WeakTable& table(VmThread& t) {
    if (!t.isolate->weak_table) t.isolate->weak_table = new WeakTable;
    return *t.isolate->weak_table;
  }

  // Whether CPython has weak references to such objects.
  static bool is_possible(const Object* o) {
    bool own = !(o->cls->class_flags & kClassBuiltin);
    switch (o->kind) {
      case Kind::Int:
      case Kind::Bool:
      case Kind::Tuple:
      case Kind::Bytes:
      case Kind::NoneType:
        return false;
      case Kind::Object:
        return own;
      case Kind::Function:
      case Kind::NativeFunction:
      case Kind::BoundMethod:
      case Kind::Class:
      case Kind::Set:
      case Kind::FrozenSet:
      case Kind::Generator:
      case Kind::Module:
      case Kind::Code:
      case Kind::Native:
      case Kind::Deque:
        return true;
      default:
        return own;
    }
  }

  static void link(VmThread& t, WeakLink* link) {
    V::publish_for(link->target, link->holder);
    V::publish_for(link->holder, link->target);
    set_known_weakly(link->target->cls);
    set_known_weakly(link->holder->cls);
    Guard guard(t.isolate->weak_guard);
    table(t).held[link->holder] = link;
    WeakLink*& first = table(t).chains[link->target];
    link->next = first;
    first = link;
  }
  static void unlink(VmThread& t, WeakLink* link) {
    Guard guard(t.isolate->weak_guard);
    take_out(t, link);
  }
  // Owned; null: the target has ended.
  static Value get(VmThread& t, WeakLink* link) {
    Guard guard(t.isolate->weak_guard);
    return link->target && V::incref_alive(link->target) ? Value(link->target) : Value();
  }
  static int64_t count(VmThread& t, const Object* o) {
    Guard guard(t.isolate->weak_guard);
    auto found = table(t).chains.find(o);
    int64_t n = 0;
    for (WeakLink* at = found == table(t).chains.end() ? nullptr : found->second; at;
         at = at->next)
      ++n;
    return n;
  }

  // What is published with o. Keeps I2.
  static void add_published_with(VmThread& t, Object* o, std::vector<Object*>& more) {
    if (may_be_known(o)) {
      Guard guard(t.isolate->weak_guard);
      auto found = table(t).chains.find(o);
      WeakLink* first = found == table(t).chains.end() ? nullptr : found->second;
      for (WeakLink* at = first; at; at = at->next) more.push_back(at->holder);
    }
    if (o->kind != Kind::Native) return;
    auto* native = static_cast<NativeObject*>(o);
    if (!native->type->weak_link || !native->payload) return;
    Guard guard(t.isolate->weak_guard);
    Object* target = native->type->weak_link(native->payload)->target;
    if (target && share_state(target) == 0) more.push_back(target);
  }

  static bool may_be_known(const Object* o) { return known_weakly(o->cls); }

  // o ends: nobody comes by it through a link any more. Adds the holders that want to know, owned,
  // those made last first; but none that `skip` is true for.
  template <class Skip>
  static void detach(VmThread& t, Object* o, std::vector<Object*>& holders, Skip skip) {
    Guard guard(t.isolate->weak_guard);
    auto own = table(t).held.find(o);
    if (own != table(t).held.end()) take_out(t, own->second);
    auto found = table(t).chains.find(o);
    if (found == table(t).chains.end()) return;
    for (WeakLink* at = found->second; at; at = at->next) {
      at->target = nullptr;
      if (at->calls && !skip(at->holder) && V::incref_alive(at->holder))
        holders.push_back(at->holder);
    }
    table(t).chains.erase(found);
  }

  // Of what its target and its holder know. REQUIRES: the guard.
  static void take_out(VmThread& t, WeakLink* link) {
    if (link->holder) table(t).held.erase(link->holder);
    link->holder = nullptr;
    if (!link->target) return;
    auto found = table(t).chains.find(link->target);
    WeakLink** at = &found->second;
    while (*at != link) at = &(*at)->next;
    *at = link->next;
    link->target = nullptr;
    if (!found->second) table(t).chains.erase(found);
  }

  // Takes the holders over. Pending exceptions are kept.
  static void tell(VmThread& t, std::vector<Object*>& holders,
                   void (*report)(VmThread& t, Value where)) {
    if (holders.empty()) return;
    Value pending = t.pending;
    t.pending = Value();
    for (Object* holder : holders) {
      Ref<V> result(Protocol<V>::call_method(t, Value(holder), "_target_died", {}));
      if (!result) report(t, Value(holder));
      V::decref(holder);
    }
    t.pending = pending;
  }
};

}  // namespace gilsim
