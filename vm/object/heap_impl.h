// What: making objects.
// Idea: an object is one block from the allocator, with the platform's tag in front; what tracks it
//   for the collector is a link in one of a few lists, so that threads rarely meet.
// Invariants: I1 a new object has count 1 and belongs to its maker alone until it is published. I2
//   immortal objects have a count that no program can bring to zero; should it get there, release()
//   restores it.
// Threads: any.
// Not here: freeing (release_impl.h), interning (intern_impl.h), collecting cycles
//   (collector_impl.h).
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include "gil/base/build.h"
#include "vm/object/inline_ops.h"
#include "vm/object/intern_impl.h"
#include "vm/object/memory.h"
#include "vm/object/ops.h"
#include "vm/object/shared_memory.h"

namespace gilsim {

template <class V>
[[gnu::always_inline]] inline Object* begin_object(VmThread& t, char* block, Kind kind, Class* cls,
                                                   uint32_t size_class) {
  using P = typename V::P;
  if constexpr (kTagBytes<P> != 0)
    (new (block + V::kHeadBytes - kTagBytes<P>) typename P::Tag())->init();
  auto* object = reinterpret_cast<Object*>(block + V::kHeadBytes);
  if constexpr (V::kBiased && kHostile)
    share_head<V>(object) = {0, static_cast<uint32_t>(t.ident & BiasedCount<V>::kOwner)};
  object->count = 1;
  object->kind = kind;
  object->flags = 0;
  object->lock = 0;
  object->shard = static_cast<uint8_t>(size_class << 4);
  object->cls = cls;
  if (cls && !(cls->class_flags & kClassBuiltin)) V::incref(cls);
  return object;
}
template <class V>
[[gnu::noinline]] Object* allocate_anew(VmThread& t, Kind kind, Class* cls, size_t bytes) {
  uint32_t size_class = BlockCache::class_of(bytes);
  auto* block = static_cast<char*>(t.blocks.allocate(size_class, bytes));
  return begin_object<V>(t, block, kind, cls, size_class);
}

template <class V>
inline Object* Heap<V>::allocate(VmThread& t, Kind kind, Class* cls, size_t bytes) {
  using P = typename V::P;
  P::work(Cost::Alloc);
  ++t.record->counters.allocations;
  uint32_t size_class = BlockCache::class_of(bytes + V::kHeadBytes);
  auto* block = static_cast<char*>(t.blocks.take(size_class));
  if (!block) [[unlikely]]
    return allocate_anew<V>(t, kind, cls, bytes + V::kHeadBytes);
  return begin_object<V>(t, block, kind, cls, size_class);
}

// Asks for a collection when enough containers were made since the last one; more are needed while
// many live, so that the work of collecting stays in proportion to the work of making.
template <class V>
[[gnu::cold]] void request_collection(VmThread& t, int64_t made) {
  Isolate& isolate = *t.isolate;
  if (!isolate.gc_enabled || isolate.gc_wanted || made < isolate.gc_live) return;
  isolate.gc_wanted = true;
  if (t.record) t.record->breaker.set_bits(kBreakCollect);
}

inline void link_before(GcObject* head, GcObject* object) {
  GcObject* last = head->gc_previous;
  object->flags |= kLinked;
  object->gc_previous = last;
  object->gc_next = head;
  last->gc_next = object;
  head->gc_previous = object;
}

template <class V>
inline void Heap<V>::track(VmThread& t, GcObject* object) {
  Isolate& isolate = *t.isolate;
  if constexpr (V::kBiased) {
    if (share_state(object) == 0) {
      link_before(&t.gc_head, object);
      if (++t.gc_allocated >= isolate.gc_threshold) [[unlikely]]
        request_collection<V>(t, t.gc_allocated);
      return;
    }
  }
  uint32_t shard = V::kParallel ? static_cast<uint32_t>(t.ident % Isolate::kShards) : 0;
  GcObject* head = isolate.gc_heads[shard];
  int64_t made;
  object->shard = static_cast<uint8_t>((object->shard & 0xf0) | shard);
  {
    typename V::Guard guard(isolate.gc_guards[shard]);
    link_before(head, object);
    made = ++isolate.gc_allocated[shard];
  }
  if (made >= isolate.gc_threshold) [[unlikely]]
    request_collection<V>(t, made);
}

template <class V>
void* Heap<V>::raw(size_t bytes) {
  V::P::work(Cost::Alloc);
  return memory_allocate(bytes ? bytes : 1);
}
template <class V>
void* Heap<V>::raw_resize(void* block, size_t bytes) {
  V::P::work(Cost::Alloc);
  return memory_resize(block, bytes ? bytes : 1);
}
template <class V>
void Heap<V>::raw_free(void* block) {
  if (block) memory_free(block);
}

// ---- an isolate's tables
template <class V>
void Heap<V>::create_isolate(VmThread& t) {
  Isolate& isolate = *t.isolate;
  auto guard = [&] {
    Object* o = allocate(t, Kind::Object, nullptr, sizeof(Object));
    V::make_immortal(o);
    return o;
  };
  isolate.intern_guard = guard();
  isolate.shape_guard = guard();
  isolate.class_guard = guard();
  isolate.weak_guard = guard();
  isolate.thread_guard = guard();
  for (int k = 0; k < Isolate::kShards; ++k) {
    isolate.gc_guards[k] = guard();
    auto* head = static_cast<GcObject*>(allocate(t, Kind::Object, nullptr, sizeof(GcObject)));
    V::make_immortal(head);
    head->gc_next = head->gc_previous = head;
    isolate.gc_heads[k] = head;
  }
  isolate.intern_table = InternTable::make();
  SharedMemory<V>::create(t);
}

// ---- text
inline size_t count_code_points(std::string_view utf8) {
  size_t n = utf8.size(), at = 0;
  // Eight bytes at once: a byte 10xxxxxx continues a character.
  for (; at + 8 <= utf8.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, utf8.data() + at, 8);
    if ((word & 0x8080808080808080) == 0) continue;
    n -= static_cast<size_t>(std::popcount(word & ~(word << 1) & 0x8080808080808080));
  }
  for (; at < utf8.size(); ++at) n -= (static_cast<unsigned char>(utf8[at]) & 0xc0) == 0x80;
  return n;
}

template <class V>
Str* Heap<V>::str_sized(VmThread& t, size_t bytes, size_t length) {
  Str* s = make<Str>(t, Kind::Str, nullptr, bytes + 1);
  s->size = static_cast<uint32_t>(bytes);
  s->length = static_cast<uint32_t>(length);
  s->hash = 0;
  s->data[bytes] = 0;
  return s;
}

template <class V>
Str* Heap<V>::str(VmThread& t, std::string_view utf8) {
  if (utf8.size() <= 1) {
    Str* known = utf8.empty() ? t.isolate->empty_str
                 : static_cast<unsigned char>(utf8[0]) < 128
                     ? t.isolate->ascii_chars[static_cast<unsigned char>(utf8[0])]
                     : nullptr;
    if (known) return V::newref(known);
  }
  Str* s = str_sized(t, utf8.size(), count_code_points(utf8));
  std::memcpy(s->data, utf8.data(), utf8.size());
  return s;
}

template <class V>
Bytes* Heap<V>::bytes(VmThread& t, std::string_view data) {
  Bytes* b = make<Bytes>(t, Kind::Bytes, nullptr, data.size() + 1);
  b->size = data.size();
  b->hash = 0;
  std::memcpy(b->data, data.data(), data.size());
  b->data[data.size()] = 0;
  return b;
}

// ---- numbers
template <class V>
Int* make_int(VmThread& t, bool negative, const uint64_t* limbs, size_t count) {
  Int* n = Heap<V>::template make<Int>(t, Kind::Int, nullptr, count * sizeof(uint64_t));
  n->size = static_cast<uint32_t>(count);
  n->negative = negative;
  std::memcpy(n->limbs, limbs, count * sizeof(uint64_t));
  return n;
}

template <class V>
Value Heap<V>::integer(VmThread& t, int64_t n) {
  if (Value::fits_int(n) && !t.isolate->boxed_numbers) [[likely]]
    return Value::integer(n);
  uint64_t magnitude = n < 0 ? uint64_t{0} - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  return Value(make_int<V>(t, n < 0, &magnitude, magnitude != 0));
}

template <class V>
Value Heap<V>::unsigned_integer(VmThread& t, uint64_t n) {
  if (n <= static_cast<uint64_t>(Value::kIntMax)) return integer(t, static_cast<int64_t>(n));
  return Value(make_int<V>(t, false, &n, 1));
}

template <class V>
Value Heap<V>::integer(VmThread& t, const BigInt& n) {
  if (!t.isolate->boxed_numbers) {
    int64_t small;
    if (n.to_int64(small) && Value::fits_int(small)) return Value::integer(small);
  }
  return Value(make_int<V>(t, n.negative(), n.limbs(), n.size()));
}

template <class V>
Value Heap<V>::boxed_real(VmThread& t, double d) {
  Float* f = make<Float>(t, Kind::Float);
  f->value = d;
  return Value(f);
}

// ---- containers
template <class V>
Value* Heap<V>::items(VmThread& t, size_t& capacity) {
  V::P::work(Cost::Alloc);
  capacity = (capacity + 1) & ~size_t{1};
  return static_cast<Value*>(t.blocks.allocate_sized(capacity * sizeof(Value)));
}
template <class V>
void Heap<V>::free_items(VmThread& t, Value* items, size_t capacity) {
  if (items) t.blocks.free_sized(items, capacity * sizeof(Value));
}

template <class V>
List* Heap<V>::list(VmThread& t, size_t capacity) {
  List* list = make<List>(t, Kind::List);
  list->items = capacity ? items(t, capacity) : nullptr;
  list->size = 0;
  list->capacity = capacity;
  list->front = 0;
  track(t, list);
  return list;
}

template <class V>
Tuple* Heap<V>::tuple(VmThread& t, size_t size) {
  if (size == 0 && t.isolate->empty_tuple) return V::newref(t.isolate->empty_tuple);
  Tuple* tuple = make<Tuple>(t, Kind::Tuple, nullptr, size * sizeof(Value));
  tuple->size = size;
  tuple->hash = 0;
  for (size_t k = 0; k < size; ++k) tuple->items[k] = Value();
  track_immutable(t, tuple);
  return tuple;
}

template <class V>
Tuple* Heap<V>::tuple(VmThread& t, std::initializer_list<Value> items) {
  Tuple* result = tuple(t, items.size());
  Value* to = result->items;
  for (Value v : items) *to++ = V::newref(v);
  return result;
}

template <class V>
Dict* Heap<V>::dict(VmThread& t) {
  Dict* dict = make<Dict>(t, Kind::Dict);
  dict->used = dict->entry_count = dict->entry_capacity = 0;
  dict->index_mask = dict->modified = 0;
  dict->keys_version = kNoCacheId;
  dict->indices = nullptr;
  dict->entries = nullptr;
  track(t, dict);
  return dict;
}

template <class V>
Set* Heap<V>::set(VmThread& t, Kind kind) {
  Set* set = make<Set>(t, kind);
  set->fill = set->used = 0;
  set->modified = set->finger = 0;
  for (SetEntry& entry : set->small) entry = {0, Value()};
  set->mask = std::size(set->small) - 1;
  set->table = set->small;
  set->hash = -1;
  track(t, set);
  return set;
}

template <class V>
Cell* Heap<V>::cell(VmThread& t, Value owned_content) {
  Cell* cell = make<Cell>(t, Kind::Cell);
  cell->value = owned_content;
  track(t, cell);
  return cell;
}

// How many items a range has.
inline uint64_t range_count(int64_t start, int64_t stop, int64_t step) {
  if (step > 0) {
    if (start >= stop) return 0;
    return (static_cast<uint64_t>(stop) - static_cast<uint64_t>(start) - 1) /
               static_cast<uint64_t>(step) +
           1;
  }
  if (start <= stop) return 0;
  uint64_t stride = uint64_t{0} - static_cast<uint64_t>(step);
  return (static_cast<uint64_t>(start) - static_cast<uint64_t>(stop) - 1) / stride + 1;
}

template <class V>
Value Heap<V>::range(VmThread& t, int64_t start, int64_t stop, int64_t step) {
  Range* range = make<Range>(t, Kind::Range);
  range->start = integer(t, start);
  range->stop = integer(t, stop);
  range->step = integer(t, step);
  range->length = unsigned_integer(t, range_count(start, stop, step));
  return Value(range);
}

// ---- callables and others
template <class V>
BoundMethod* Heap<V>::bound_method(VmThread& t, Value function, Value self) {
  auto* method = make<BoundMethod>(t, Kind::BoundMethod);
  method->function = V::newref(function);
  method->self = V::newref(self);
  track_immutable(t, method);
  return method;
}

template <class V>
NativeFunction* Heap<V>::native(VmThread& t, const NativeDef* def, Value self, void* data) {
  auto* f = make<NativeFunction>(t, Kind::NativeFunction);
  f->def = def;
  f->self = V::newref(self);
  f->qualified_name = nullptr;
  f->owner = nullptr;
  f->data = data;
  track(t, f);
  return f;
}

template <class V>
Module* Heap<V>::module(VmThread& t, Str* name) {
  auto* m = make<Module>(t, Kind::Module);
  m->name = V::newref(name);
  m->dict = dict(t);
  m->initializing = false;
  track(t, m);
  m->dict->keys_version = cache_id(0);  // so that instructions may cache what they find in it
  dict_keys_changed<V>(t, m->dict);
  Dicts<V>::set_str(t, m->dict, t.isolate->specials[static_cast<int>(Special::name)], Value(name));
  Dicts<V>::set_str(t, m->dict, t.isolate->specials[static_cast<int>(Special::doc)], Value::none());
  return m;
}

template <class V>
NativeObject* Heap<V>::native_object(VmThread& t, Class* cls, const NativeType* type,
                                     void* payload) {
  auto* o =
      static_cast<NativeObject*>(Classes<V>::allocate_with_attrs(t, cls, sizeof(NativeObject)));
  o->type = type;
  o->payload = payload;
  track(t, o);
  return o;
}

}  // namespace gilsim
