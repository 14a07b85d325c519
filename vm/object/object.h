// What: the layouts of all objects, as plain structs. Operations on them are templates over the
// policy (policy.h, ops.h). Idea: one layout for every mode and world, so that text, number and
// module code compiles once; what a platform needs per object
//   (its Tag: serial number and cache line state in sim, nothing on real threads) stands in front
//   of the object.
// Invariants: I1 cls, kind never change after an object is published. I2 count, lock are touched
// through policy.h only.
//   I3 an object in a collector list has linked set, and only then. I4 immutable kinds (Str, Int,
//   Float, Bytes, Tuple, Range, Code) have no lock and are written only before they are published
//   (but for caches, which are benign).
// Threads: mutable state of an object may be read or written only under its guard (policy.h),
// unless a field says otherwise. Not here: how to make, count and free objects (heap.h, policy.h),
// what operations do (ops.h and *_impl.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/object/value.h"

namespace gilsim {

enum class Kind : uint8_t {
#define KIND(name, text, tracked) name,
#include "vm/object/kinds.def"
#undef KIND
  kCount
};
inline constexpr int kKindCount = static_cast<int>(Kind::kCount);

enum class Special : uint8_t {
#define SPECIAL(name, text) name,
#include "vm/object/specials.def"
#undef SPECIAL
  kCount
};
inline constexpr int kSpecialCount = static_cast<int>(Special::kCount);

// In the order of specials.def and of the opcodes, so that each is found by arithmetic.
enum class BinaryOp : uint8_t {
  Add,
  Sub,
  Mul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  BitAnd,
  BitOr,
  BitXor,
  MatMul
};
enum class CompareOp : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

struct Class;
struct Str;
struct Tuple;
struct Dict;
struct Shape;
struct Function;
struct VmThread;
struct Isolate;
struct Code;         // vm/bytecode/code.h
struct Instruction;  // vm/bytecode/instruction.h

enum ObjectFlags : uint8_t {
  kImmortal = 1,     // never freed; its count is kept but means nothing
  kLinked = 2,       // in a collector list
  kMarked = 4,       // reached in the current collection
  kFinalized = 8,    // __del__ has run
  kInterned = 16,    // Str: in the intern table; equal texts are one object
  kFrozenFlag = 32,  // Dict: the namespace of a builtin class or of the builtins module
  kGrownText = 128,  // Str: its block has room to grow, see str_impl.h
  kHasAttrs = 64,    // instance of a user's class derived from a builtin one: an AttrStore follows
                     // the payload
  kCandidate = 128,  // any object but an exact Str: not reached so far in the current collection
};

struct Object {
  uint32_t count;  // references; plain or atomic by policy
  Kind kind;       // layout
  uint8_t flags;   // ObjectFlags; changed only by the owner before publication, or under the
                   // collector or guard
  uint8_t lock;    // one-byte object lock, used by policies that guard by locks
  uint8_t shard;   // bits 0-2: which collector list it is linked into · bit 3 kLockParked · high
                   // half: size class of its block (memory.h), 0 none
  Class* cls;
};
inline constexpr uint8_t kShardBits = 7;
inline constexpr uint8_t kLockParked = 8;  // atomic: somebody is parked on the lock
static_assert(sizeof(Object) == 16);

struct GcObject : Object {
  GcObject* gc_next;
  GcObject* gc_previous;
};

// Attribute storage of one instance: values by index of its shape; null = deleted or not yet set.
// shape->is_dict: values[0] is a Dict that holds the attributes (after __dict__ was asked for).
struct AttrStore {
  Shape*
      shape;  // may be read without the guard: shapes are immutable and live as long as the isolate
  Value* values;  // inline_values or an own block
  uint32_t capacity;
  uint32_t inline_capacity;
};

struct Instance : GcObject {  // Kind::Object
  AttrStore attrs;
  Value inline_values[];
};

struct Str : Object {
  uint32_t size;         // bytes
  uint32_t length;       // code points; size == length: all ASCII
  mutable int64_t hash;  // 0: not computed yet (a benign race: every thread computes the same)
  char data[];           // UTF-8, lone surrogates as WTF-8, NUL behind the end
  std::string_view view() const { return {data, size}; }
  bool is_ascii() const { return size == length; }
};

struct Bytes : Object {
  uint64_t size;
  mutable int64_t hash;
  char data[];
  std::string_view view() const { return {data, size}; }
};

struct ByteArray : Object {
  uint64_t size;
  uint64_t capacity;
  char* data;
};

// Sign and magnitude; normalised: no leading zero limb, and never a value that has an immediate
// form unless numbers are boxed.
struct Int : Object {
  uint32_t size;  // limbs
  bool negative;
  uint64_t limbs[];
};

struct Float : Object {
  double value;
};

struct List : GcObject {
  Value* items;
  uint64_t size;
  uint64_t capacity;
  uint64_t front;  // free slots of the block before items, for taking and adding at the left end
};

struct Tuple : GcObject {
  uint64_t size;
  mutable int64_t hash;  // 0: not computed
  Value items[];
};

// Insertion-ordered hash table: indices into an append-only entry array that is compacted on
// growth.
struct DictEntry {
  int64_t hash;
  Value key;  // null: deleted
  Value value;
};
struct Dict : GcObject {
  uint32_t used;         // live entries
  uint32_t entry_count;  // entries in use, deleted ones included
  uint32_t entry_capacity;
  uint32_t index_mask;    // slots - 1; slots == 0 while empty: mask 0 and indices null
  uint32_t keys_version;  // changes with each insertion, deletion or growth, not when a value is
                          // replaced; kNoCacheId: not cacheable
  uint32_t modified;  // bumped with each insertion or deletion, for "changed size during iteration"
                      // and retries
  int32_t* indices;   // entry number, -1 empty, -2 deleted
  DictEntry* entries;
};

struct DictView : GcObject {  // DictView (keys), DictValues, DictItems by kind
  Dict* dict;
};

struct SetEntry {
  int64_t hash;
  Value key;  // null: never used; kSetDummy: deleted
};
inline constexpr Value kSetDummy = Value(uint64_t{0x2c});  // a special that no program can have
struct Set : GcObject {  // Set, FrozenSet; probes and grows as CPython's
  uint64_t fill;         // used + dummies
  uint64_t used;
  uint64_t mask;
  SetEntry* table;
  int64_t hash;       // FrozenSet only; -1: not computed
  uint32_t modified;  // bumped with each insertion or deletion
  uint32_t finger;    // where the next pop() starts to look
  SetEntry small[8];
};

struct Range : Object {  // start, stop, step and length are int values (immediate or Int)
  Value start, stop, step, length;
};

struct Slice : GcObject {
  Value start, stop, step;
};

struct Cell : GcObject {
  Value value;  // null: unbound
};

// Code as an isolate has loaded it: constants are values, names are interned, each instruction has
// a 64-bit cache word.
struct CodeObject : Object {
  const Code* code;
  void* keep_alive;  // std::shared_ptr<const Code>*
  const Instruction* instructions;
  Instruction* counted;  // null, or these: a copy for who wants a safe point before each
  Value* constants;
  Str** names;  // of the instructions; then the parameters'
  Str* const* parameter_names;
  uintptr_t cache_distance;  // in bytes from an instruction to its word in caches, modulo 2^64
  uint64_t* caches;          // one word an instruction, 0 = empty; written through policy.h
  uint32_t instruction_count;
  uint32_t constant_count;
  uint32_t name_count;
  uint16_t register_count;
  uint16_t positional_count;
  uint16_t local_count;   // the first registers: parameters and other locals
  uint16_t return_count;  // the first registers: those that may hold something at a Return
  uint32_t simple_arity;  // positional_count of a simple_call; else what no call has
  bool simple_call;  // positional parameters only, no cells of the caller needed, not a generator:
                     // the fast call path
  bool is_generator;
  bool plain_parameters;  // positional parameters only
  Str* name;
  Str* qualified_name;
  Str* file_name;
};

struct Function : GcObject {
  CodeObject* code;
  Dict* globals;
  Tuple* defaults;         // null: none
  Dict* keyword_defaults;  // null: none
  Tuple* closure;          // cells; null: none
  Str* name;
  Str* qualified_name;
  Value module;
  Value doc;
  Value annotations;  // dict or null
  Dict* attributes;   // null until one is set
};

// ---- native functions
// ----
// ----

struct NativeFunction;

// Arguments of a native call: values[0 .. count), of which the last names->size are by keyword. All
// borrowed: the caller's registers own them for the length of the call.
struct NativeArgs {
  const Value* values;
  uint32_t count;
  Tuple* names;  // null: no keywords
  NativeFunction* callee =
      nullptr;  // what is being called, where it is known: reaches its data; borrowed
  uint32_t keyword_count() const { return names ? static_cast<uint32_t>(names->size) : 0; }
  uint32_t positional_count() const { return count - keyword_count(); }
};
// Returns an owned value, or null with t.pending set.
using NativeFn = Value (*)(VmThread& t, const NativeArgs& args);

enum NativeFlags : uint8_t {
  kNativeMethod = 1,    // values[0] is self; found in a class it binds
  kNativeKeywords = 2,  // takes keywords; otherwise they are a TypeError before it is called
  kNativeStatic = 4,
  kNativeClassMethod = 8,  // values[0] is the class
  kNativeNext = 16,        // next(): generators are resumed in the loop
  kNativeAppend = 32,      // list.append(), which the loop does itself
  kNativeLen = 64,         // len(), likewise for lists, tuples and str
};
struct NativeDef {
  const char* name;
  NativeFn function;
  int16_t min_args;  // positional, self not counted
  int16_t max_args;  // -1: any number
  uint8_t flags;
};
struct NativeFunction : GcObject {
  const NativeDef* def;
  Value self;           // bound receiver or module; null: none
  Str* qualified_name;  // may be null
  Class* owner;  // the builtin class in whose namespace it stands: its receiver must be one; null:
                 // none. Borrowed: such classes are immortal
  void* data;    // for library modules: their function and context
};

struct BoundMethod : GcObject {
  Value function;
  Value self;
};
struct Property : GcObject {
  Value getter, setter, deleter, doc;
  Str* name;  // interned, so borrowed; null: not known
};
struct ClassMethod : GcObject {
  Value function;
};
struct StaticMethod : GcObject {
  Value function;
};
struct Super : GcObject {
  Class* start;  // look behind this class in the mro of object_class
  Class* object_class;
  Value object;
};
struct SlotDescriptor : GcObject {
  Str* name;
  Class* owner;
};

struct Module : GcObject {
  Str* name;
  Dict* dict;
  bool initializing;  // its body is being run
};

// ---- classes
// ----
// ----

// Resolved attributes of one class, over its mro. Replaced as a whole when the class or a base
// changes; a replaced one is retired until the world has stopped, so a reader that holds a pointer
// may use it until its next safe point.
struct MethodCacheEntry {
  Str* name;
  Value value;  // owned; null: "not found" is cached too
};
struct MethodCache {
  uint32_t version;      // unique, never 0, 22 bits
  uint32_t entry_count;  // entries[0 .. entry_count) are filled; grows under the class's guard
  // How a call of the class makes an instance, where it is known: the __init__ of plain instances
  // that object.__new__ makes, or the native __new__ that does all. Borrowed from specials.
  Function* plain_init;
  NativeFunction* plain_new;
  MethodCacheEntry entries[256];
  Value specials[kSpecialCount];  // owned; null: not found; kUnresolved until asked for
  static constexpr Value kUnresolved = Value(~uint64_t{7});
};

enum ClassFlags : uint32_t {
  kClassBuiltin = 1,     // of the VM or a native module: attributes cannot be set
  kClassNoDict = 2,      // instances have no attributes beyond __slots__
  kClassHasGetattr = 4,  // the mro has a user's __getattr__ or __getattribute__
  kClassHasSetattr = 8,  // a user's __setattr__ or __delattr__
  kClassHasDel = 16,     // a user's __del__
  kClassIsException = 32,
  kClassFinal = 64,    // cannot be a base (bool, NoneType, function, ...)
  kClassIsMeta = 128,  // derives from type
  kClassAbstract = 256,
  kClassHasSlots = 512,  // some class of the mro has SlotDescriptors
};
struct Class : GcObject {
  Str* name;
  Str* qualified_name;
  Tuple* bases;
  Tuple* mro;          // starts with this class; owns references except the one to itself
  Dict* dict;          // the class's own namespace
  Kind instance_kind;  // layout of its instances
  uint8_t has_weak;    // see known_weakly()
  uint32_t class_flags;
  MethodCache* cache;    // atomic pointer; null until first look-up
  Shape* root_shape;     // of instances that have attributes
  uint32_t inline_hint;  // inline attribute slots for new instances: the most seen, at most 16
  Class** subclasses;    // direct, borrowed; under the isolate's class lock
  uint32_t subclass_count;
  AttrStore attrs;  // when its metaclass is a user's; else unused (metaclass instances keep
                    // attributes in dict)
};

// Whether some instance of the class is or was known weakly (weak_impl.h). Any thread may say so
// while others look.
inline bool known_weakly(const Class* c) {
  // relaxed: whoever ends the object has its count after the count of who said so
  return __atomic_load_n(&c->has_weak, __ATOMIC_RELAXED) != 0;
}
inline void set_known_weakly(Class* c) {
  // relaxed: as known_weakly()
  __atomic_store_n(&c->has_weak, uint8_t{1}, __ATOMIC_RELAXED);
}

// One step of a tree of attribute layouts (hidden classes): immutable once made, lives as long as
// its isolate.
struct Shape {
  uint32_t id;     // unique in the isolate, 1 .. 2^24-1; 0: uncacheable
  uint32_t count;  // attributes
  Class* cls;
  Shape* parent;
  Str* name;     // the attribute added by this step, at index count-1
  bool is_dict;  // the attributes are in a Dict at values[0]
  Shape** next;  // transitions, under the isolate's shape lock
  uint32_t next_count;
  uint32_t next_capacity;
};

// ---- exceptions, iterators, others
// ----

struct Traceback : GcObject {
  Traceback* next;  // towards the place of the error
  CodeObject* code;
  uint32_t line;
  uint32_t at;  // the instruction that raised or called
};
struct Exception : GcObject {
  Tuple* args;           // never null
  Value cause, context;  // exception, None or null
  Traceback* traceback;  // null: none
  bool suppress_context;
  Value extra;  // StopIteration.value, SystemExit.code, ImportError.name, KeyError none, ...; null:
                // none
  AttrStore attrs;  // exceptions always have room for attributes
};

struct RangeIterator
    : Object {  // of small ints only; a range beyond 62 bits iterates through SequenceIterator
  int64_t next, step;
  uint64_t remaining;
};
struct IndexIterator : GcObject {  // ListIterator, TupleIterator, StrIterator, BytesIterator,
                                   // ReverseIterator, SequenceIterator
  Value object;                    // null: exhausted
  int64_t index;                   // StrIterator: byte offset
};
struct DictIterator : GcObject {
  Dict* dict;         // null: exhausted
  uint32_t position;  // entry
  uint32_t used_at_start;
  uint32_t remaining;  // entries not given out yet; more are "keys changed during iteration"
  Kind what;           // DictView keys, DictValues, DictItems
  bool reversed;
};
struct SetIterator : GcObject {
  Set* set;
  uint64_t position;
  uint64_t used_at_start;
};
struct CallIterator : GcObject {
  Value function, sentinel;
};
struct Enumerate : GcObject {
  Value iterator;
  Value index;  // int
};
struct Zip : GcObject {
  Tuple* iterators;
  bool strict;
};
struct MapIterator : GcObject {  // Map, Filter
  Value function;
  Tuple* iterators;
};

// Iterators of library modules, which step() tells apart. What parts hold, counted references and
// small ints, and what state and numbers mean is their steps' business (tools_impl.h).
struct ToolIterator : GcObject {
  using Step = Value (*)(VmThread& t, ToolIterator* tool);
  Step step;  // owned item, or null: the end, or an exception is pending
  uint32_t part_count;
  uint32_t state;
  int64_t numbers[4];
  Value parts[];
};

// collections.deque: a ring of which a part is in use.
struct Deque : GcObject {
  Value* items;       // null while capacity is 0
  uint64_t capacity;  // a power of two, or 0
  uint64_t head;      // place of the first item
  uint64_t size;
  uint64_t changes;  // bumped with each insertion or deletion, for "mutated during iteration"
  int64_t max_size;  // -1: no bound
};

// A field of a named tuple: the item at index of the instance.
struct TupleGetter : GcObject {
  int64_t index;
  Value doc;
};

// ---- frames
// ----
// ----

struct Generator;
enum FrameFlags : uint8_t {
  kFrameEntry = 1,        // returning from it leaves the C++ loop that runs it
  kFrameConstructor = 2,  // runs __init__: the result must be None and is replaced by instance
  kFrameGenerator = 4,    // it and its registers are part of a generator: generator_of
  kFrameOwnsFunction =
      8,  // function is counted for this frame; else a register of the caller keeps it alive
  kFrameNewChunk = 16,  // its registers were the first of a new stack chunk
  kFrameSpecial = 32,   // its result goes to the instruction that called: special_frames_impl.h
  kFrameHandling = 64,  // of a generator: what its resumer handles is in generator->handled
};
struct Frame {
  Frame* previous;   // caller
  CodeObject* code;  // kept alive by function, or by the native caller of module and eval code
  Value* registers;
  const Instruction* pc;  // the next instruction; valid whenever the loop may be left
  Function* function;     // null for module and eval code
  Dict* globals;          // kept alive like code
  Dict* names;  // namespace of class bodies, modules and eval; kept alive by the native caller;
                // null: none
  Value instance;        // kFrameConstructor: the new object, owned
  Value*
      return_register;  // where the caller wants the result; unused in entry and generator frames
  Value* saved_top;     // the thread's stack_top before this frame; unused in generator frames
  uint8_t flags;
};
enum GeneratorState : uint8_t {
  kGeneratorCreated,
  kGeneratorSuspended,
  kGeneratorIdle,  // suspended, handles no exception, and next() needs nothing but to go on; its
                   // frame's flags are kFrameGenerator
  kGeneratorRunning,
  kGeneratorFinished
};
inline bool is_waiting(uint8_t generator_state) {
  return generator_state == kGeneratorSuspended || generator_state == kGeneratorIdle;
}
struct Generator : GcObject {
  Frame frame;
  Value handled;    // exception being handled inside, saved while suspended; null: none
  uint8_t state;    // GeneratorState
  bool delegating;  // suspended inside YieldFrom: the value sent goes to its iterator
  Str* name;
  Str* qualified_name;
  Value registers[];
};
// REQUIRES: f->flags & kFrameGenerator.
inline Generator* generator_of(const Frame* f) {
  return reinterpret_cast<Generator*>(reinterpret_cast<char*>(const_cast<Frame*>(f)) -
                                      sizeof(GcObject));
}

// Objects of native library modules (locks, ...): the module gives functions for tracing and
// dropping its payload.
struct WeakLink;
struct NativeType {
  const char* name;
  void (*drop)(void* payload);
  void (*trace)(void* payload, void (*visit)(Value, void*), void* context);
  WeakLink* (*weak_link)(void* payload) = nullptr;  // what it knows weakly, see weak_impl.h
};
struct NativeObject : GcObject {
  const NativeType* type;
  void* payload;
};

}  // namespace gilsim
