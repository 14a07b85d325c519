// What: attribute instructions through their inline cache words: the few instructions that the loop
// runs when the word matches. Idea: polymorphic code falls to the slow path, which fills the word
// anew (Deutsch and Schiffman, 1984). A value read from a method cache
//   needs no lock: a replaced cache is retired until the world has stopped.
// Invariants: I1 null or false means "take the slow path" and never leaves a pending exception or a
// changed object. Threads: any; slots are read and written under the instance's guard, method
// caches without one. Not here: the word's format (attribute_store.h), the slow path
// (attributes_impl.h).
#pragma once

#include "vm/object/attribute_store.h"
#include "vm/object/policy.h"
#include "vm/object/shared_attributes.h"

namespace gilsim {

// The value of a kClass word for this object, borrowed; null if the word does not fit.
template <class V>
[[gnu::always_inline]] inline Value class_value_by_cache(Object* object, uint64_t word) {
  uint32_t shape = cache_id_of(word, CacheKind::kClass);
  Class* holder = object->cls;
  if (shape == kShapeOfClass) {
    if (object->kind != Kind::Class) return Value();
    holder = static_cast<Class*>(object);
  } else if (shape != kNoShape) {
    if (object->kind != Kind::Object && !(object->flags & kHasAttrs)) return Value();
    AttrStore& attrs = object->kind == Kind::Object ? static_cast<Instance*>(object)->attrs
                                                    : *attr_store_of(object);
    if (shape_id(V::load(object, attrs.shape)) != shape) {
      if (!V::is_published(object)) return Value();
      if (shape_id(SharedAttributes<V>::current(object, &attrs)->shape) != shape) return Value();
    }
  }
  MethodCache* cache = V::load(holder, holder->cache);
  if (!cache || cache->version != cache_version(word)) return Value();
  return V::load(static_cast<Object*>(holder), cache->entries[cache_index(word)].value);
}

template <class V>
[[gnu::noinline]] Value published_slot_by_cache(Instance* instance, uint64_t word) {
  if (!V::is_published(instance)) return Value();
  SharedSlots* block = SharedAttributes<V>::current(instance, &instance->attrs);
  if (shape_id(block->shape) != cache_id_of(word, CacheKind::kSlot)) return Value();
  return SharedAttributes<V>::get(instance, block, cache_slot(word));
}
// Replaces the value of an existing slot of a published object. Shares value.
template <class V>
[[gnu::noinline]] bool store_published_slot(Instance* instance, uint64_t word, Value value) {
  if (!V::is_published(instance)) return false;
  AttrStore& attrs = instance->attrs;
  SharedSlots* block = SharedAttributes<V>::current(instance, &attrs);
  if (shape_id(block->shape) != cache_id_of(word, CacheKind::kSlot)) return false;
  Value old = SharedAttributes<V>::peek(instance, block, cache_slot(word));
  if (old.is_null()) return false;
  V::publish(value);
  V::incref(value);
  if (SharedAttributes<V>::swap(instance, &attrs, block, cache_slot(word), old, value)) return true;
  V::decref(value);
  return false;
}

// The field of a named tuple, whose TupleGetter was found in the class's method cache.
template <class V>
inline Value field_by_cache(Object* object, uint64_t word) {
  if (object->kind != Kind::Tuple) return Value();
  MethodCache* cache = V::load(object->cls, object->cls->cache);
  if (!cache || cache->version != cache_version(word)) return Value();
  auto* tuple = static_cast<Tuple*>(object);
  if (cache_index(word) >= tuple->size) return Value();
  return V::newref(tuple->items[cache_index(word)]);
}

template <class V>
[[gnu::always_inline]] inline void tally_attribute_lock() {
  if constexpr (V::kObjectLocks) V::P::tally(&Counters::attribute_locks);
}

template <class V>
[[gnu::always_inline]] inline Value slot_by_cache(Object* object, uint64_t word) {
  if (object->kind != Kind::Object) return Value();
  auto* instance = static_cast<Instance*>(object);
  typename V::OwnGuard guard(object);
  tally_attribute_lock<V>();
  if (shape_id(instance->attrs.shape) != cache_id_of(word, CacheKind::kSlot)) [[unlikely]]
    return published_slot_by_cache<V>(instance, word);
  Value value = instance->attrs.values[cache_slot(word)];
  V::incref(value);
  return value;
}

template <class V>
inline Value module_value_by_cache(Object* object, uint64_t word) {
  if (object->kind != Kind::Module) return Value();
  Dict* dict = static_cast<Module*>(object)->dict;
  if (V::is_published(dict))
    return SharedDict<V>::value_at(dict, cache_index(word), cache_id_of(word, CacheKind::kModule));
  typename V::OwnGuard guard(dict);
  if (dict->keys_version != cache_id_of(word, CacheKind::kModule)) return Value();
  Value value = dict->entries[cache_index(word)].value;
  V::incref(value);
  return value;
}

// LoadAttr. Owned, or null: take the slow path. object may be null (an unbound register).
template <class V>
[[gnu::always_inline]] inline Value load_attr_inline(VmThread&, Value object, uint64_t word) {
  if (!object.is_object()) return Value();
  if constexpr (!V::kParallel) {  // no lock to be taken first: the id tells the kind as well
    if (object.object()->kind == Kind::Object) [[likely]] {
      const AttrStore& attrs = object.as<Instance>()->attrs;
      if (shape_id(attrs.shape) == cache_id_of(word, CacheKind::kSlot)) [[likely]] {
        Value value = attrs.values[cache_slot(word)];
        V::incref(value);
        return value;
      }
    }
  }
  CacheKind kind = cache_kind(word);
  if (V::kParallel && kind == CacheKind::kSlot) [[likely]]
    return slot_by_cache<V>(object.object(), word);
  if (kind == CacheKind::kClass) {
    Value value = class_value_by_cache<V>(object.object(), word);
    V::incref(value);
    return value;
  }
  if (kind == CacheKind::kModule) return module_value_by_cache<V>(object.object(), word);
  if (kind == CacheKind::kField) return field_by_cache<V>(object.object(), word);
  return Value();
}

// LoadMethod. Owned function, or null: take the slow path. takes_self: the object is to be passed
// as first argument; else the value is complete (a module's function, a function found on the class
// itself, a callable in a slot).
template <class V>
[[gnu::always_inline]] inline Value load_method_inline(VmThread& t, Value object, uint64_t word,
                                                       bool& takes_self) {
  if (!object.is_object()) return Value();
  if (object.object()->kind == Kind::Object) [[likely]] {
    // The usual: the shape's id tells the kind of word as well.
    auto* instance = object.as<Instance>();
    if (shape_id(V::load(instance, instance->attrs.shape)) == cache_id_of(word, CacheKind::kClass))
        [[likely]] {
      Class* cls = instance->cls;
      MethodCache* cache = V::load(cls, cls->cache);
      if (cache && cache->version == cache_version(word)) [[likely]] {
        takes_self = true;
        Value value = V::load(static_cast<Object*>(cls), cache->entries[cache_index(word)].value);
        V::incref(value);
        return value;
      }
    }
  }
  if (cache_kind(word) == CacheKind::kClass) {
    takes_self = cache_id_of(word, CacheKind::kClass) != kShapeOfClass;
    Value value = class_value_by_cache<V>(object.object(), word);
    V::incref(value);
    return value;
  }
  takes_self = false;
  return load_attr_inline<V>(t, object, word);
}

// StoreAttr: replaces the value of an existing slot, or adds the attribute that the word foresees.
// Shares value.
template <class V>
[[gnu::always_inline]] inline bool store_attr_inline(VmThread&, Value object, uint64_t word,
                                                     Value value) {
  if (!object.is_object() || value.is_null() || object.object()->kind != Kind::Object) return false;
  auto* instance = object.as<Instance>();
  AttrStore& attrs = instance->attrs;
  if (V::kParallel ? cache_kind(word) == CacheKind::kSlot
                   : shape_id(attrs.shape) == cache_id_of(word, CacheKind::kSlot)) {
    Value old;
    {
      typename V::OwnGuard guard(instance);
      tally_attribute_lock<V>();
      if (shape_id(attrs.shape) != cache_id_of(word, CacheKind::kSlot)) [[unlikely]]
        return store_published_slot<V>(instance, word, value);
      Value& slot = attrs.values[cache_slot(word)];
      old = slot;
      if (old.is_null()) return false;
      V::incref(value);
      slot = value;
    }
    V::decref(old);
    return true;
  }
  if (cache_kind(word) != CacheKind::kTransition) return false;
  typename V::OwnGuard guard(instance);
  tally_attribute_lock<V>();
  Shape* shape = attrs.shape;
  uint32_t index = cache_index(word);
  if (shape_id(shape) != cache_id_of(word, CacheKind::kTransition) || index >= attrs.capacity)
    return false;
  Shape* grown = V::load(static_cast<Object*>(instance), shape->next)[cache_version(word)];
  V::incref(value);
  attrs.values[index] = value;
  V::store(static_cast<Object*>(instance), attrs.shape, grown);
  return true;
}

// Where the memo of the thread keeps the word for attributes of that name of objects of this class
// and shape. REQUIRES: t.memo.
template <class V>
[[gnu::always_inline]] inline AttributeMemo::Entry& memo_entry(VmThread& t, AttributeMemo::Use use,
                                                               Object* object, Str* name) {
  uint64_t mixed = (V::identity(object->cls) >> 4) * 31 + (V::identity(name) >> 4);
  if (object->kind == Kind::Object) {
    auto* instance = static_cast<Instance*>(object);
    mixed += (shape_id(V::load(object, instance->attrs.shape)) >> 8) * 5;
  }
  return t.memo->entries[use][(mixed ^ mixed >> 7) % AttributeMemo::kEntries];
}
// Its word, or 0, which fits nothing. An instruction that has no word yet takes it for its own, and
// one now and then whose word is another's: it may fit nothing any more.
template <class V>
[[gnu::always_inline]] inline uint64_t memo_word(VmThread& t, AttributeMemo::Use use, Value object,
                                                 Str* name, uint64_t* cache) {
  if (!object.is_object() || !t.memo) return 0;
  const AttributeMemo::Entry& entry = memo_entry<V>(t, use, object.object(), name);
  if (entry.name != name) return 0;
  if (V::load_cache(cache) == 0 || ++t.memo->hits % AttributeMemo::kRenewal == 0)
    V::store_cache(cache, entry.word);
  return entry.word;
}
template <class V>
inline void memo_fill(VmThread& t, AttributeMemo::Use use, Object* object, Str* name,
                      uint64_t before, const uint64_t* cache) {
  uint64_t word = V::load_cache(cache);
  if (word == before) return;
  if (!t.memo) t.memo = std::make_unique<AttributeMemo>();
  memo_entry<V>(t, use, object, name) = {name, word};
}

}  // namespace gilsim
