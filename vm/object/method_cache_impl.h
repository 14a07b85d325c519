// What: looking names up along the mro of a class, through a cache per class.
// Idea: a cache is filled as names are asked for and replaced as a whole when the class or a base
// changes; a version that no other cache
//   ever has lets an instruction trust an index into it. Plain values of a class that are set again
//   (counters) are replaced in place.
// Invariants: I1 an entry agrees with the mro, or its cache is retired. A reader that walked the
// mro before a change and would enter the
//   result after it sees class_updates changed, or enters it into a retired cache.
//   I2 what a retired cache holds lives until the world has stopped.
// Threads: any; entries are appended under the class's guard, caches are replaced under the
// isolate's class guard. Not here: descriptors (descriptors_impl.h), attributes of instances
// (attributes_impl.h).
#pragma once

#include <vector>

#include "vm/object/attribute_store.h"
#include "vm/object/ops.h"
#include "vm/object/shapes_impl.h"

namespace gilsim {

template <class V>
struct Descriptors;

template <class V>
struct MethodCaches {
  static constexpr uint32_t kEntries = sizeof(MethodCache::entries) / sizeof(MethodCacheEntry);
  static constexpr size_t kRetiredLimit =
      1000;  // then a collection is asked for, which frees them: about 5 MB

  static MethodCache* ensure(VmThread& t, Class* c) {
    MethodCache* cache = V::load(static_cast<Object*>(c), c->cache);
    if (cache) [[likely]]
      return cache;
    MethodCache* fresh = make();
    typename V::Guard guard(t.isolate->class_guard);
    if (c->cache) {
      Heap<V>::raw_free(fresh);
      return c->cache;
    }
    uint32_t& next = t.isolate->next_cache_version;
    fresh->version = next < kCacheVersionLimit ? next++ : 0;
    V::store(static_cast<Object*>(c), c->cache, fresh);
    return fresh;
  }

  // Index of the entry of a name (its value null: not found in the mro), entered if need be; -1: no
  // room, or a change came between.
  static int index_of(VmThread& t, Class* c, MethodCache* cache, Str* name) {
    uint32_t count = V::load(static_cast<Object*>(c), cache->entry_count);
    int index = scan(cache, name, 0, count);
    if (index >= 0 || count == kEntries) return index;
    uint32_t updates = V::load(static_cast<Object*>(c), t.isolate->class_updates);
    Ref<V> value(walk(t, c, name));
    typename V::Guard guard(c);
    uint32_t now = cache->entry_count;
    index = scan(cache, name, count, now);
    if (index >= 0 || now == kEntries) return index;
    if (V::load(static_cast<Object*>(c), t.isolate->class_updates) != updates)
      return -1;  // keeps I1
    cache->entries[now] = MethodCacheEntry{name, value.take()};
    V::store(static_cast<Object*>(c), cache->entry_count, now + 1);
    return static_cast<int>(now);
  }

  // Without the cache: owned or null.
  static Value walk(VmThread& t, Class* c, Str* name) {
    Tuple* mro = c->mro;
    for (uint64_t k = 0; k < mro->size; ++k) {
      Value value = Dicts<V>::get_str(t, mro->items[k].template as<Class>()->dict, name);
      if (value) return value;
    }
    return Value();
  }

  // The value of a name of c itself was replaced, old and new being no descriptors: corrects the
  // caches of c and its subclasses in place.
  static void update_in_place(VmThread& t, Class* c, Str* name) {
    std::vector<Value> dropped;
    {
      typename V::Guard guard(t.isolate->class_guard);
      V::store(static_cast<Object*>(c), t.isolate->class_updates, t.isolate->class_updates + 1);
      update_tree(t, c, name, dropped);
    }
    for (Value v : dropped) V::decref(v);
  }

  // REQUIRES: the class guard.
  static void retire_tree(VmThread& t, Class* c) {
    MethodCache* old = c->cache;
    if (old) {
      V::store(static_cast<Object*>(c), c->cache, nullptr);
      retire(t, old);
    }
    for (uint32_t k = 0; k < c->subclass_count; ++k) retire_tree(t, c->subclasses[k]);
  }

 private:
  static MethodCache* make() {
    auto* cache = static_cast<MethodCache*>(Heap<V>::raw(sizeof(MethodCache)));
    cache->version = 0;
    cache->entry_count = 0;
    cache->plain_init = nullptr;
    cache->plain_new = nullptr;
    for (Value& v : cache->specials) v = MethodCache::kUnresolved;
    return cache;
  }

  static int scan(const MethodCache* cache, const Str* name, uint32_t from, uint32_t to) {
    for (uint32_t k = from; k < to; ++k) {
      if (cache->entries[k].name == name) return static_cast<int>(k);
    }
    return -1;
  }

  static void retire(VmThread& t, MethodCache* cache) {
    std::vector<MethodCache*>& retired = t.isolate->retired_caches;
    retired.push_back(cache);
    if (retired.size() >= kRetiredLimit) t.isolate->gc_wanted = true;
  }

  static void update_tree(VmThread& t, Class* c, Str* name, std::vector<Value>& dropped) {
    if (c->cache) {
      Value value = walk(t, c, name);
      Value old = value;
      {
        typename V::Guard guard(c);
        int index = scan(c->cache, name, 0, c->cache->entry_count);
        if (index >= 0) {
          old = c->cache->entries[index].value;
          V::store(static_cast<Object*>(c), c->cache->entries[index].value, value);
        }
      }
      if constexpr (V::kParallel)
        keep(t, name, old);
      else
        dropped.push_back(old);
    }
    for (uint32_t k = 0; k < c->subclass_count; ++k)
      update_tree(t, c->subclasses[k], name, dropped);
  }

  // A replaced value may be in the hands of a reader that has not counted it yet: it is kept in a
  // retired "cache" that serves as a bag. Keeps I2.
  static void keep(VmThread& t, Str* name, Value old) {
    std::vector<MethodCache*>& retired = t.isolate->retired_caches;
    MethodCache* bag = retired.empty() ? nullptr : retired.back();
    if (!bag || bag->version != 0 || bag->entry_count == kEntries) {
      bag = make();
      retire(t, bag);
    }
    bag->entries[bag->entry_count++] = MethodCacheEntry{name, old};
  }
};

template <class V>
Value Classes<V>::lookup(VmThread& t, Class* c, Str* name) {
  MethodCache* cache = MethodCaches<V>::ensure(t, c);
  int index = MethodCaches<V>::index_of(t, c, cache, name);
  if (index < 0) return MethodCaches<V>::walk(t, c, name);
  Value value = V::load(static_cast<Object*>(c), cache->entries[index].value);
  V::incref(value);
  return value;
}

template <class V>
Value Classes<V>::special(VmThread& t, Class* c, Special name) {
  MethodCache* cache = MethodCaches<V>::ensure(t, c);
  Value& slot = cache->specials[static_cast<int>(name)];
  Value value = V::load(static_cast<Object*>(c), slot);
  if (value != MethodCache::kUnresolved) [[likely]]
    return value;
  Ref<V> found(MethodCaches<V>::walk(t, c, t.isolate->specials[static_cast<int>(name)]));
  typename V::Guard guard(c);
  if (slot == MethodCache::kUnresolved) V::store(static_cast<Object*>(c), slot, found.take());
  return slot;
}

template <class V>
void Classes<V>::invalidate(VmThread& t, Class* c) {
  typename V::Guard guard(t.isolate->class_guard);
  MethodCaches<V>::retire_tree(t, c);
}

// Calls type(v).name(v, args...), bound as its descriptor says.
template <class V>
Value Classes<V>::call_special(VmThread& t, Value v, Special name,
                               std::initializer_list<Value> args, bool& found) {
  Class* c = class_of(t, v);
  Value method = special(t, c, name);
  found = !method.is_null();
  if (!found) return Value();
  Value buffer[8];
  uint32_t count = 0;
  buffer[count++] = v;
  for (Value arg : args) buffer[count++] = arg;
  if (method.is_object()) {
    Kind kind = method.object()->kind;
    if (kind == Kind::Function) {
      Ref<V> held = Ref<V>::share(method);
      return t.isolate->hooks.call_function(t, method.as<Function>(), CallArgs{buffer, count});
    }
    if (kind == Kind::NativeFunction && (method.as<NativeFunction>()->def->flags & kNativeMethod) &&
        !method.as<NativeFunction>()->self) {
      Ref<V> held = Ref<V>::share(method);
      return Protocol<V>::call_native(t, method.as<NativeFunction>(), CallArgs{buffer, count});
    }
  }
  Ref<V> bound(Descriptors<V>::bind(t, method, v, c));
  if (!bound) return Value();
  return Protocol<V>::call(t, bound.get(), CallArgs{buffer + 1, count - 1});
}

}  // namespace gilsim
