// What: what happens when a count reaches zero: finalizers, dropping what the object refers to,
//   giving its memory back.
// Idea: long chains are not followed on the C++ stack: beyond a depth objects wait in the thread's
//   list (CPython's "trashcan").
// Invariants: I1 contents are dropped with no lock held. I2 __del__ runs at most once for an object
//   (kFinalized), with count 1 and with everything the object refers to still there. I3 drop()
//   leaves an object empty and valid: dropping twice is harmless.
// Threads: the thread whose decrement reached zero; nobody else knows the object any more.
// Not here: cycles (collector_impl.h).
#pragma once

#include <cstdio>
#include <memory>

#include "vm/bytecode/code.h"
#include "vm/object/attribute_store.h"
#include "vm/object/heap_impl.h"
#include "vm/object/message.h"
#include "vm/object/shared_attributes.h"
#include "vm/object/shared_set.h"
#include "vm/object/weak_impl.h"

namespace gilsim {

template <class V>
struct Releaser {
  static constexpr uint32_t kMaxDepth = 40;

  [[gnu::always_inline]] static void drop_value(Value& slot) {
    Value v = slot;
    slot = Value();
    V::decref(v);
  }
  template <class T>
  static void drop_pointer(T*& slot) {
    T* p = slot;
    slot = nullptr;
    V::xdecref(p);
  }
  static void revive(Object* o) {
    if constexpr (V::kBiased)
      BiasedCount<V>::revive(o);
    else
      o->count = 1;
  }
  // A counter of references is brought down from 1 to 0 without a second release. True: it is zero.
  static bool give_up(Object* o) {
    if constexpr (V::kAtomicCounts) {
      // (1) acq_rel: pairs with (1) of policy.h: a finalizer may have let others at the object
      return V::atomic(o, o->count).fetch_sub(1, std::memory_order_acq_rel) == 1;
    } else if constexpr (V::kBiased) {
      return BiasedCount<V>::give_up(o);
    } else {
      return --o->count == 0;
    }
  }

  // ---- the end of an object. REQUIRES: count 0.
  [[gnu::always_inline]] static void destroy(VmThread& t, Object* o) {
    if (ends_visibly(o) && !finalize_at_zero(t, o)) return;
    // First out of the collector's list: what is dropped may run Python code and so a collection.
    if (o->flags & kLinked) unlink(t, static_cast<GcObject*>(o));
    drop(t, o);
    free_object(t, o);
  }

  [[gnu::always_inline]] static void free_object(VmThread& t, Object* o) {
    using P = typename V::P;
    P::work(Cost::Free);
    Class* cls = o->cls;
    t.blocks.free(o->shard >> 4, reinterpret_cast<char*>(o) - V::kHeadBytes);
    if (!(cls->class_flags & kClassBuiltin)) V::decref(cls);
  }

  [[gnu::always_inline]] static void unlink(VmThread& t, GcObject* o) {
    if constexpr (V::kBiased) {
      if (share_state(o) == 0) return unlink_private(t, o);
    }
    typename V::Guard guard(t.isolate->gc_guards[o->shard & kShardBits]);
    o->gc_previous->gc_next = o->gc_next;
    o->gc_next->gc_previous = o->gc_previous;
    o->flags &= static_cast<uint8_t>(~kLinked);
    --t.isolate->gc_allocated[o->shard & kShardBits];
  }

  // From its thread's list; or in a collection, from anybody's.
  static void unlink_private(VmThread& t, GcObject* o) {
    o->gc_previous->gc_next = o->gc_next;
    o->gc_next->gc_previous = o->gc_previous;
    o->flags &= static_cast<uint8_t>(~kLinked);
    --t.gc_allocated;
  }

  // ---- finalizers
  [[gnu::always_inline]] static bool needs_finalizer(const Object* o) {
    if (o->flags & kFinalized) return false;
    if (o->cls->class_flags & kClassHasDel) [[unlikely]]
      return true;
    return o->kind == Kind::Generator && is_waiting(static_cast<const Generator*>(o)->state);
  }
  [[gnu::always_inline]] static bool ends_visibly(const Object* o) {
    return needs_finalizer(o) || Weak<V>::may_be_known(o);
  }

  // False: the object lives on. Keeps I2.
  [[gnu::noinline]] static bool finalize_at_zero(VmThread& t, Object* o) {
    if (needs_finalizer(o)) {
      revive(o);
      finalize(t, o);
      if (!give_up(o)) return false;
    }
    if (!Weak<V>::may_be_known(o)) return true;
    std::vector<Object*> holders;
    Weak<V>::detach(t, o, holders, [](Object*) { return false; });
    if (holders.empty()) return true;
    revive(o);  // for a collection that the callbacks bring about
    uint32_t depth = t.free_depth;
    t.free_depth = 0;
    Weak<V>::tell(t, holders, &report_ignored);
    t.free_depth = depth;
    return give_up(o);
  }

  // REQUIRES: the caller owns a reference.
  static void finalize(VmThread& t, Object* o) {
    o->flags |= kFinalized;
    Value pending = t.pending;
    t.pending = Value();
    uint32_t depth = t.free_depth;
    t.free_depth = 0;
    if (o->kind == Kind::Generator)
      close_generator(t, static_cast<Generator*>(o));
    else
      call_del(t, o);
    t.free_depth = depth;
    t.pending = pending;
  }

  static void call_del(VmThread& t, Object* o) {
    Value method = Classes<V>::special(t, o->cls, Special::del);
    if (method.is_null()) return;
    Ref<V> held = Ref<V>::share(method);
    bool found = false;
    Value result = Classes<V>::call_special(t, Value(o), Special::del, {}, found);
    V::decref(result);
    if (t.pending) report_ignored(t, held.get());
  }

  // A generator that waits inside try or with gets GeneratorExit at its yield; any other is just
  // dropped.
  static void close_generator(VmThread& t, Generator* g) {
    if (!inside_handler(g)) return;
    Errors<V>::raise(t, Exc::GeneratorExit, "");
    Value returned;
    Value yielded = t.isolate->hooks.throw_into_generator(t, g, &returned);
    V::decref(returned);
    if (yielded) {
      V::decref(yielded);
      Errors<V>::raise(t, Exc::RuntimeError, "generator ignored GeneratorExit");
    }
    if (!t.pending) return;
    if (Errors<V>::pending_is(t, Exc::GeneratorExit) ||
        Errors<V>::pending_is(t, Exc::StopIteration))
      Errors<V>::clear(t);
    else
      report_ignored(t, Value(g));
  }
  static bool inside_handler(const Generator* g) {
    const CodeObject* code = g->frame.code;
    // pc is behind the yield, or at a delegating instruction: both are looked at.
    auto pc = static_cast<uint32_t>(g->frame.pc - code->instructions);
    for (const Handler& h : code->code->handlers) {
      if (pc + 1 > h.start && pc <= h.end) return true;
    }
    return g->delegating;
  }

  // The pending exception goes to standard error, as CPython writes it.
  static void report_ignored(VmThread& t, Value where) {
    Ref<V> error = Errors<V>::take(t);
    Str* name = Protocol<V>::repr(t, where);
    if (!name) Errors<V>::clear(t);
    std::string text = message({"Exception ignored in: ", name ? name->view() : "<object>", "\n"});
    V::xdecref(name);
    text += Errors<V>::format(t, error.get());
    if (t.pending) Errors<V>::clear(t);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }

  // ---- contents, by layout. Keeps I3.
  [[gnu::always_inline]] static void drop(VmThread& t, Object* o) {
    switch (o->kind) {
      case Kind::Int:
      case Kind::Float:
      case Kind::Str:
      case Kind::Bytes:
      case Kind::Bool:
      case Kind::NoneType:
      case Kind::NotImplementedType:
      case Kind::EllipsisType:
      case Kind::RangeIterator:
        break;
      case Kind::ByteArray:
        drop_block(static_cast<ByteArray*>(o)->data);
        break;
      case Kind::Object:
        drop_attrs(o, static_cast<Instance*>(o)->attrs);
        return;
      case Kind::List:
        drop_list(t, static_cast<List*>(o));
        break;
      case Kind::Tuple:
        drop_tuple(static_cast<Tuple*>(o));
        break;
      case Kind::Dict:
        drop_dict(static_cast<Dict*>(o));
        break;
      case Kind::Set:
      case Kind::FrozenSet:
        drop_set(static_cast<Set*>(o));
        break;
      default:
        drop_other(t, o);
        break;
    }
    if (o->flags & kHasAttrs) [[unlikely]]
      drop_attrs(o, *attr_store_of(o));
  }

  template <class T>
  static void drop_block(T*& block) {
    T* old = block;
    block = nullptr;
    Heap<V>::raw_free(old);
  }

  // From the end, as CPython, which programs can see by the order of __del__.
  [[gnu::always_inline]] static void drop_list(VmThread& t, List* list) {
    if (V::is_published(list)) return SharedList<V>::drop(list);
    Value* items = list->items;
    uint64_t size = list->size, capacity = list->capacity, front = list->front;
    list->items = nullptr;
    list->size = list->capacity = list->front = 0;
    while (size > 0) V::decref(items[--size]);
    Heap<V>::free_items(t, items - front, capacity + front);
  }
  static void drop_deque(Deque* d) {
    Deque old = *d;
    d->items = nullptr;
    d->size = d->capacity = d->head = 0;
    for (uint64_t k = 0; k < old.size; ++k)
      V::decref(old.items[(old.head + k) & (old.capacity - 1)]);
    Heap<V>::raw_free(old.items);
  }
  [[gnu::always_inline]] static void drop_tuple(Tuple* tuple) {
    for (uint64_t k = tuple->size; k > 0; --k) drop_value(tuple->items[k - 1]);
  }
  [[gnu::noinline]] static void drop_dict(Dict* dict) {
    if (V::is_published(dict)) return SharedDict<V>::drop(dict);
    DictEntry* entries = dict->entries;
    uint32_t count = dict->entry_count;
    dict->entries = nullptr;
    dict->indices = nullptr;
    dict->used = dict->entry_count = dict->entry_capacity = dict->index_mask = 0;
    for (uint32_t k = 0; k < count; ++k) {
      V::decref(entries[k].key);
      V::decref(entries[k].value);
    }
    Heap<V>::raw_free(entries);
  }
  [[gnu::noinline]] static void drop_set(Set* set) {
    if (SharedSet<V>::is_shared(set)) return SharedSet<V>::drop(set);
    SetEntry* table = set->table;
    uint64_t mask = set->mask, used = set->used;
    set->table = set->small;
    set->mask = std::size(set->small) - 1;
    set->fill = set->used = 0;
    // Entry by entry: nobody but the collector, whose releases wait, can see the set meanwhile.
    for (uint64_t k = 0; k <= mask && used; ++k) {
      Value key = table[k].key;
      if (key.is_null() || key == kSetDummy) continue;
      --used;
      if (!key.is_object()) continue;
      table[k].key = Value();
      V::decref(key.object());
    }
    if (table != set->small) return Heap<V>::raw_free(table);
    std::fill(std::begin(set->small), std::end(set->small), SetEntry{0, Value()});
  }

  [[gnu::always_inline]] static void drop_attrs(Object* o, AttrStore& attrs) {
    if (V::is_published(o)) return SharedAttributes<V>::drop(attrs);
    uint32_t count = attrs.capacity;
    Value* values = attrs.values;
    if (!values) return;
    bool is_inline = attrs.inline_capacity != 0 && values == reinterpret_cast<Value*>(&attrs + 1);
    for (uint32_t k = 0; k < count; ++k) drop_value(values[k]);
    if (is_inline) return;
    attrs.values = nullptr;
    attrs.capacity = 0;
    Heap<V>::raw_free(values);
  }

  [[gnu::noinline]] static void drop_other(VmThread& t, Object* o) {
    switch (o->kind) {
      case Kind::DictView:
      case Kind::DictValues:
      case Kind::DictItems:
        drop_pointer(static_cast<DictView*>(o)->dict);
        break;
      case Kind::Range: {
        auto* range = static_cast<Range*>(o);
        for (Value* v : {&range->start, &range->stop, &range->step, &range->length}) drop_value(*v);
        break;
      }
      case Kind::Slice: {
        auto* slice = static_cast<Slice*>(o);
        for (Value* v : {&slice->start, &slice->stop, &slice->step}) drop_value(*v);
        break;
      }
      case Kind::Cell:
        drop_value(static_cast<Cell*>(o)->value);
        break;
      case Kind::BoundMethod: {
        auto* method = static_cast<BoundMethod*>(o);
        drop_value(method->function);
        drop_value(method->self);
        break;
      }
      case Kind::Generator:
        drop_generator(static_cast<Generator*>(o));
        break;
      case Kind::Exception:
        drop_exception(static_cast<Exception*>(o));
        break;
      case Kind::Traceback: {
        auto* traceback = static_cast<Traceback*>(o);
        drop_pointer(traceback->next);
        drop_pointer(traceback->code);
        break;
      }
      default:
        drop_iterator(t, o);
        break;
    }
  }

  static void drop_iterator(VmThread& t, Object* o) {
    switch (o->kind) {
      case Kind::ListIterator:
      case Kind::TupleIterator:
      case Kind::ReverseIterator:
      case Kind::StrIterator:
      case Kind::BytesIterator:
      case Kind::SequenceIterator:
        drop_value(static_cast<IndexIterator*>(o)->object);
        break;
      case Kind::DictIterator:
        drop_pointer(static_cast<DictIterator*>(o)->dict);
        break;
      case Kind::SetIterator:
        drop_pointer(static_cast<SetIterator*>(o)->set);
        break;
      case Kind::CallIterator: {
        auto* iterator = static_cast<CallIterator*>(o);
        drop_value(iterator->function);
        drop_value(iterator->sentinel);
        break;
      }
      case Kind::Enumerate: {
        auto* e = static_cast<Enumerate*>(o);
        drop_value(e->iterator);
        drop_value(e->index);
        break;
      }
      case Kind::Zip:
        drop_pointer(static_cast<Zip*>(o)->iterators);
        break;
      case Kind::Map:
      case Kind::Filter: {
        auto* map = static_cast<MapIterator*>(o);
        drop_value(map->function);
        drop_pointer(map->iterators);
        break;
      }
      case Kind::Tool: {
        auto* tool = static_cast<ToolIterator*>(o);
        for (uint32_t k = 0; k < tool->part_count; ++k) drop_value(tool->parts[k]);
        break;
      }
      case Kind::Deque:
        drop_deque(static_cast<Deque*>(o));
        break;
      case Kind::TupleGetter:
        drop_value(static_cast<TupleGetter*>(o)->doc);
        break;
      default:
        drop_callable_or_class(t, o);
        break;
    }
  }

  static void drop_callable_or_class(VmThread& t, Object* o) {
    switch (o->kind) {
      case Kind::Function:
        drop_function(static_cast<Function*>(o));
        break;
      case Kind::Code:
        drop_code(static_cast<CodeObject*>(o));
        break;
      case Kind::NativeFunction: {
        auto* f = static_cast<NativeFunction*>(o);
        drop_value(f->self);
        drop_pointer(f->qualified_name);
        break;
      }
      case Kind::Property: {
        auto* p = static_cast<Property*>(o);
        for (Value* v : {&p->getter, &p->setter, &p->deleter, &p->doc}) drop_value(*v);
        break;
      }
      case Kind::ClassMethod:
        drop_value(static_cast<ClassMethod*>(o)->function);
        break;
      case Kind::StaticMethod:
        drop_value(static_cast<StaticMethod*>(o)->function);
        break;
      case Kind::Super: {
        auto* super = static_cast<Super*>(o);
        drop_pointer(super->start);
        drop_pointer(super->object_class);
        drop_value(super->object);
        break;
      }
      case Kind::SlotDescriptor: {
        auto* slot = static_cast<SlotDescriptor*>(o);
        drop_pointer(slot->name);
        drop_pointer(slot->owner);
        break;
      }
      case Kind::Module: {
        auto* module = static_cast<Module*>(o);
        drop_pointer(module->dict);
        drop_pointer(module->name);
        break;
      }
      case Kind::Native: {
        auto* native = static_cast<NativeObject*>(o);
        void* payload = native->payload;
        native->payload = nullptr;
        if (payload && native->type->drop) native->type->drop(payload);
        break;
      }
      case Kind::Class:
        drop_class(t, static_cast<Class*>(o));
        break;
      default:
        break;
    }
  }

  static void drop_function(Function* f) {
    drop_pointer(f->defaults);
    drop_pointer(f->keyword_defaults);
    drop_pointer(f->closure);
    drop_pointer(f->attributes);
    drop_value(f->module);
    drop_value(f->doc);
    drop_value(f->annotations);
    drop_pointer(f->name);
    drop_pointer(f->qualified_name);
    drop_pointer(f->globals);
    drop_pointer(f->code);
  }

  static void drop_code(CodeObject* code) {
    for (uint32_t k = 0; code->constants && k < code->constant_count; ++k)
      V::decref(code->constants[k]);
    drop_block(code->constants);
    drop_block(code->names);  // names are interned and so immortal
    drop_block(code->caches);
    drop_block(code->counted);
    delete static_cast<std::shared_ptr<const Code>*>(code->keep_alive);
    code->keep_alive = nullptr;
  }

  static void drop_generator(Generator* g) {
    if (g->frame.registers && g->state != kGeneratorFinished && g->state != kGeneratorRunning) {
      g->state = kGeneratorFinished;
      for (uint32_t k = 0; k < g->frame.code->register_count; ++k) drop_value(g->registers[k]);
    }
    drop_value(g->frame.instance);
    drop_value(g->handled);
    drop_pointer(g->name);
    drop_pointer(g->qualified_name);
    drop_pointer(g->frame.function);
  }

  static void drop_exception(Exception* e) {
    drop_value(e->cause);
    drop_value(e->context);
    drop_value(e->extra);
    drop_pointer(e->traceback);
    drop_pointer(e->args);
    drop_attrs(e, e->attrs);
  }

  // Takes the class out of its bases' lists; what its cache holds goes with it.
  static void drop_class(VmThread& t, Class* c) {
    MethodCache* cache = nullptr;
    Class** subclasses = nullptr;
    {
      typename V::Guard guard(t.isolate->class_guard);
      for (uint64_t k = 0; c->bases && k < c->bases->size; ++k)
        forget_subclass(c->bases->items[k].template as<Class>(), c);
      std::swap(cache, c->cache);
      std::swap(subclasses, c->subclasses);
      c->subclass_count = 0;
    }
    Heap<V>::raw_free(subclasses);
    if (cache) free_cache(cache);
    if (c->mro && c->mro->size > 0 && c->mro->items[0] == Value(c)) c->mro->items[0] = Value();
    drop_pointer(c->dict);
    drop_pointer(c->mro);
    drop_pointer(c->bases);
    drop_pointer(c->name);
    drop_pointer(c->qualified_name);
  }
  static void forget_subclass(Class* base, const Class* c) {
    uint32_t kept = 0;
    for (uint32_t k = 0; k < base->subclass_count; ++k) {
      if (base->subclasses[k] != c) base->subclasses[kept++] = base->subclasses[k];
    }
    base->subclass_count = kept;
  }
  static void free_cache(MethodCache* cache) {
    for (uint32_t k = 0; k < cache->entry_count; ++k) V::decref(cache->entries[k].value);
    for (Value v : cache->specials) {
      if (v != MethodCache::kUnresolved) V::decref(v);
    }
    Heap<V>::raw_free(cache);
  }
};

// Kinds whose exact instances refer to nothing that is counted.
constexpr bool is_flat(Kind kind) {
  constexpr uint64_t kFlat =
      uint64_t{1} << static_cast<int>(Kind::Int) | uint64_t{1} << static_cast<int>(Kind::Float) |
      uint64_t{1} << static_cast<int>(Kind::Str) | uint64_t{1} << static_cast<int>(Kind::Bytes) |
      uint64_t{1} << static_cast<int>(Kind::RangeIterator);
  static_assert(kKindCount <= 64);
  return (kFlat >> static_cast<int>(kind)) & 1;
}

template <class V>
[[gnu::noinline]] void release_deferred(VmThread& t) {
  while (!t.deferred.empty()) {
    Object* next = t.deferred.back();
    t.deferred.pop_back();
    ++t.free_depth;
    Releaser<V>::destroy(t, next);
    --t.free_depth;
  }
}

// What refers to other objects: drops them, on a bounded C++ stack.
template <class V>
[[gnu::noinline]] void release_deep(VmThread& t, Object* object) {
  using R = Releaser<V>;
  if (t.free_depth >= R::kMaxDepth) [[unlikely]] {
    t.deferred.push_back(object);
    return;
  }
  ++t.free_depth;
  R::destroy(t, object);
  if (--t.free_depth == 0 && !t.deferred.empty()) [[unlikely]]
    release_deferred<V>(t);
}

// A tuple or a plain instance that ends unseen: as release_deep, of which it is the most frequent
// part.
template <class V>
[[gnu::noinline]] void release_common(VmThread& t, Object* object) {
  using R = Releaser<V>;
  if (t.free_depth >= R::kMaxDepth) [[unlikely]] {
    t.deferred.push_back(object);
    return;
  }
  ++t.free_depth;
  if (object->flags & kLinked) R::unlink(t, static_cast<GcObject*>(object));
  if (object->kind == Kind::Tuple) {
    auto* tuple = static_cast<Tuple*>(object);
    for (uint64_t k = tuple->size; k > 0; --k) V::decref(tuple->items[k - 1]);
  } else {
    R::drop_attrs(object, static_cast<Instance*>(object)->attrs);
  }
  R::free_object(t, object);
  if (--t.free_depth == 0 && !t.deferred.empty()) [[unlikely]]
    release_deferred<V>(t);
}

template <class V>
[[gnu::noinline]] void release(Object* object) {
  if (object->flags & kImmortal) [[unlikely]] {
    object->count = 1u << 30;  // keeps I2 of heap_impl.h
    return;
  }
  VmThread& t = V::current();
  if (is_flat(object->kind) && !(object->flags & kHasAttrs) &&
      (object->cls->class_flags & kClassBuiltin)) {
    V::P::work(Cost::Free);
    t.blocks.free(object->shard >> 4, reinterpret_cast<char*>(object) - V::kHeadBytes);
    return;
  }
  bool common = object->kind == Kind::Tuple || object->kind == Kind::Object;
  if (common && !(object->flags & kHasAttrs) && !(object->cls->class_flags & kClassHasDel) &&
      !known_weakly(object->cls))
    return release_common<V>(t, object);
  release_deep<V>(t, object);
}

}  // namespace gilsim
