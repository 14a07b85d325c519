// What: where the attributes of an object are, by layout, and the format of the inline cache word
// of attribute instructions. Idea: hidden classes after Chambers, Ungar and Lee, "An efficient
// implementation of SELF" (1989): a shape maps names to indices, an
//   instance holds only values, and an instruction remembers (shape, index) in one word that is
//   read and written as a whole.
// State: cache word: bits 0-7 kind (CacheKind) · 8-31 shape id or keys version · 32-41 index ·
// 42-63 method cache version or transition. Ids and keys versions have the kind kSlot in their low
// byte wherever they are kept, so that one comparison with the lower half of a word tells kind and
// id. Invariants: I1 an object with kHasAttrs has its
// AttrStore behind the payload, rounded up to 8 bytes.
//   I2 a word whose parts no longer match is harmless: it only sends its instruction to the slow
//   path.
// Threads: pure functions; the AttrStore itself is guarded by its object's lock.
// Not here: reading through the word (attribute_cache.h), filling it (attributes_impl.h).
#pragma once

#include <cstdint>

#include "vm/object/object.h"

namespace gilsim {

enum class CacheKind : uint8_t {
  kEmpty = 0,
  kSlot = 1,    // the value at index of an instance of this shape
  kClass = 2,   // the value at index of a method cache of this version; shape says whose, see below
  kModule = 3,  // load: entry at index of the dict of a module, of this keys version
  kTransition = 3,  // store: a new attribute at index: the child at number "version" of this shape
  kField = 4,       // load: the item at index of a named tuple whose class has this method cache
};

// The id with this number.
constexpr uint32_t cache_id(uint32_t number) {
  return number << 8 | static_cast<uint32_t>(CacheKind::kSlot);
}
// As the id in a kClass word: instances without attributes, and the class itself as the object.
inline constexpr uint32_t kNoShape = cache_id(0);
inline constexpr uint32_t kShapeOfClass = cache_id(0xffffff);
// Of what is not to be cached; no word, an empty one included, has it.
inline constexpr uint32_t kNoCacheId = 0x100;
inline constexpr uint32_t kShapeNumberLimit = 0xffffff;
inline constexpr uint32_t kCacheIndexLimit = 1u << 10;
inline constexpr uint32_t kCacheVersionLimit = 1u << 22;
inline constexpr uint32_t kMaxShapeAttributes = 128;  // more make a dict
inline constexpr uint32_t kMaxInlineAttributes = 16;

// REQUIRES: index < kCacheIndexLimit; version < kCacheVersionLimit.
constexpr uint64_t cache_word(CacheKind kind, uint32_t index, uint32_t id, uint32_t version) {
  return (id ^ static_cast<uint32_t>(CacheKind::kSlot) ^ static_cast<uint32_t>(kind)) |
         uint64_t{index} << 32 | uint64_t{version} << 42;
}
constexpr CacheKind cache_kind(uint64_t word) { return static_cast<CacheKind>(word & 0xff); }
constexpr uint32_t cache_index(uint64_t word) {
  return static_cast<uint32_t>(word >> 32) & (kCacheIndexLimit - 1);
}
// The id if the word is of this kind; else none that anything has.
constexpr uint32_t cache_id_of(uint64_t word, CacheKind kind) {
  return static_cast<uint32_t>(word) ^ static_cast<uint32_t>(kind) ^
         static_cast<uint32_t>(CacheKind::kSlot);
}
// REQUIRES: the kind is kSlot, whose version is 0.
constexpr uint64_t cache_slot(uint64_t word) { return word >> 32; }
constexpr uint32_t cache_version(uint64_t word) { return static_cast<uint32_t>(word >> 42); }

// A shape's id changes when a data descriptor appears on its class, which makes all words about it
// fail.
inline uint32_t shape_id(const Shape* shape) {
  // relaxed: a word that is checked against the older id was valid before the change, and the
  // change is not ordered with its reader
  return __atomic_load_n(&shape->id, __ATOMIC_RELAXED);
}

// Bytes of an object of a layout that can be a base of user classes, without the AttrStore behind
// it; 0 for all others.
inline size_t payload_bytes(const Object* object) {
  switch (object->kind) {
    case Kind::Str:
      return sizeof(Str) + static_cast<const Str*>(object)->size + 1;
    case Kind::Bytes:
      return sizeof(Bytes) + static_cast<const Bytes*>(object)->size + 1;
    case Kind::Int:
      return sizeof(Int) + static_cast<const Int*>(object)->size * sizeof(uint64_t);
    case Kind::Tuple:
      return sizeof(Tuple) + static_cast<const Tuple*>(object)->size * sizeof(Value);
    case Kind::Float:
      return sizeof(Float);
    case Kind::ByteArray:
      return sizeof(ByteArray);
    case Kind::List:
      return sizeof(List);
    case Kind::Dict:
      return sizeof(Dict);
    case Kind::Set:
    case Kind::FrozenSet:
      return sizeof(Set);
    case Kind::Property:
      return sizeof(Property);
    case Kind::ClassMethod:
      return sizeof(ClassMethod);
    case Kind::StaticMethod:
      return sizeof(StaticMethod);
    case Kind::Module:
      return sizeof(Module);
    case Kind::Native:
      return sizeof(NativeObject);
    case Kind::Super:
      return sizeof(Super);
    case Kind::Enumerate:
      return sizeof(Enumerate);
    case Kind::Zip:
      return sizeof(Zip);
    case Kind::Map:
    case Kind::Filter:
      return sizeof(MapIterator);
    case Kind::Tool:
      return sizeof(ToolIterator) +
             static_cast<const ToolIterator*>(object)->part_count * sizeof(Value);
    case Kind::Deque:
      return sizeof(Deque);
    default:
      return 0;
  }
}
constexpr size_t round_up_to_word(size_t bytes) { return (bytes + 7) & ~size_t{7}; }

// The attribute storage of an object, or null when it has none. Keeps I1.
inline AttrStore* attr_store_of(Object* object) {
  if (object->kind == Kind::Object) return &static_cast<Instance*>(object)->attrs;
  if (object->kind == Kind::Exception) return &static_cast<Exception*>(object)->attrs;
  if ((object->flags & kHasAttrs) == 0) return nullptr;
  return reinterpret_cast<AttrStore*>(reinterpret_cast<char*>(object) +
                                      round_up_to_word(payload_bytes(object)));
}

}  // namespace gilsim
