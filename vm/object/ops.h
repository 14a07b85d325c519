// What: declarations of all operations on objects, by family. Definitions are in *_impl.h and are
// instantiated once per V by the roof. Rules of all of them: arguments are borrowed; a Value or
// object pointer that is returned is owned by the caller; a null result means
//   an exception is pending on t (t.pending); bool results: false = exception pending, unless said
//   otherwise. Int results: -1 = error.
// Threads: safe on shared objects: a built-in operation on a shared object never crashes, tears, or
// loses another's completed operation. Not here: layouts (object.h), counting and guards
// (policy.h).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "vm/object/policy.h"
#include "vm/object/text/bigint.h"

namespace gilsim {

// ---- publish_impl.h: biased counts only; nothing in other policies
// Before the first other thread starts: all that every thread can reach.
template <class V>
void publish_isolate(VmThread& t);

// ---- heap_impl.h: making and freeing objects
// ----
template <class V>
struct Heap {
  // Guards, collector lists and the intern table of a new isolate: before everything else.
  static void create_isolate(VmThread& t);
  // Raw object of `bytes` with count 1, header set, the rest NOT initialised; collector-tracked
  // kinds must be published with track() once complete. cls is not counted for builtin classes,
  // counted for user classes (heap types).
  static Object* allocate(VmThread& t, Kind kind, Class* cls, size_t bytes);
  template <class T>
  static T* make(VmThread& t, Kind kind, Class* cls = nullptr, size_t extra_bytes = 0) {
    return static_cast<T*>(allocate(t, kind, cls ? cls : t.isolate->classes[static_cast<int>(kind)],
                                    sizeof(T) + extra_bytes));
  }
  static void track(VmThread& t, GcObject* object);  // links into a collector list
  // For what never changes once it is made: a cycle through it has a link that does change, which
  // is tracked, and the collector finds the rest from there. Biased counts: only what is in a list
  // may be left to the collector when many threads count it (BiasedCount::warm).
  static void track_immutable(VmThread& t, GcObject* object) {
    if constexpr (V::kBiased) track(t, object);
  }
  static void* raw(size_t bytes);  // blocks inside objects (list items, tables)
  static void* raw_resize(void* block, size_t bytes);
  static void raw_free(void* block);
  // A block for values, at least `capacity` of them, which becomes what there is room for; to be
  // given back with the capacity it has then (which may have been changed by raw_resize()).
  static Value* items(VmThread& t, size_t& capacity);
  static void free_items(VmThread& t, Value* items, size_t capacity);

  static Str* str(VmThread& t, std::string_view utf8);  // valid UTF-8/WTF-8; computes length
  static Str* str_sized(VmThread& t, size_t bytes,
                        size_t length);  // data to be filled by the caller before publication
  static Str* intern(VmThread& t, std::string_view utf8);  // the one object for this text; immortal
  static Str* intern(VmThread& t, Str* s);                 // likewise (owned result)
  static Bytes* bytes(VmThread& t, std::string_view data);
  static Value integer(VmThread& t, int64_t n);  // immediate, or Int
  static Value integer(VmThread& t, uint64_t n) = delete;
  static Value unsigned_integer(VmThread& t, uint64_t n);
  static Value integer(VmThread& t, const BigInt& n);  // normalises
  static Value real(VmThread& t, double d) {
    Value v = Value::try_real(d);
    return v ? v : boxed_real(t, d);
  }
  static Value boxed_real(VmThread& t, double d);
  static List* list(VmThread& t, size_t capacity = 0);
  static Tuple* tuple(VmThread& t, size_t size);  // items null, to be filled; tracked already
  static Tuple* tuple(VmThread& t, std::initializer_list<Value> items);  // shares them
  static Dict* dict(VmThread& t);
  static Set* set(VmThread& t, Kind kind = Kind::Set);
  static Cell* cell(VmThread& t, Value owned_content);
  static Value range(VmThread& t, int64_t start, int64_t stop, int64_t step);
  static BoundMethod* bound_method(VmThread& t, Value function, Value self);
  static NativeFunction* native(VmThread& t, const NativeDef* def, Value self,
                                void* data = nullptr);
  static Module* module(VmThread& t, Str* name);
  static NativeObject* native_object(VmThread& t, Class* cls, const NativeType* type,
                                     void* payload);
};

// ---- collector_impl.h
// ----
// ----
template <class V>
struct Collector {
  // Stop-the-world mark and sweep. REQUIRES: the world is stopped. Returns the number of objects
  // freed.
  static int64_t collect(VmThread& t);
  // Runs the finalizers that collect() has put off. True: there were some, so another collection
  // may free what they belong to. REQUIRES: the world runs again.
  static bool run_finalizers(VmThread& t);
  static void retire(VmThread& t, MethodCache* cache);
};

// ---- errors_impl.h
// ----
// ----
template <class V>
struct Errors {
  // All set t.pending and give null / false, so that `return raise(...)` reads well.
  static Value raise(VmThread& t, Exc kind, std::string_view message);
  static Value too_deep(VmThread& t) {
    return raise(t, Exc::RecursionError, "maximum recursion depth exceeded");
  }
  static Value raise_value(VmThread& t, Exc kind,
                           Value argument);            // e.g. KeyError(key); argument borrowed
  static Value raise_stop(VmThread& t, Value result);  // StopIteration(result)
  static Value raise_os(VmThread& t, int error_number,
                        std::string_view path = {});  // the subclass that fits
  static Value type_error(VmThread& t, std::string_view message) {
    return raise(t, Exc::TypeError, message);
  }
  static Value value_error(VmThread& t, std::string_view message) {
    return raise(t, Exc::ValueError, message);
  }
  static Value attribute_error(VmThread& t, Value object, Str* name);  // with CPython's wording
  // Makes value (class or instance) the pending exception; cause: null none. Normalises, sets
  // context from t.handled.
  static void raise_object(VmThread& t, Value value, Value cause);
  static bool matches(VmThread& t, Value exception, Value class_or_tuple, bool& error);
  static bool pending_is(VmThread& t, Exc kind);  // pending and an instance of it
  static void clear(VmThread& t);
  static Ref<V> take(VmThread& t);  // takes the pending exception over
  static void restore(VmThread& t, Value owned);
  static void add_traceback(VmThread& t, CodeObject* code, uint32_t line, uint32_t at);
  // "Traceback (most recent call last): ..." with causes and contexts, as CPython prints it, ends
  // with a newline.
  static std::string format(VmThread& t, Value exception, bool suggestions = true);
};

// A native attribute with a getter and perhaps a setter: get(self); set(self, value), value null to
// delete.
struct GetSetDef {
  NativeDef get;
  NativeDef set;  // function null: read-only
};

// ---- class_impl.h: classes, attributes, instances
// ----
template <class V>
struct Classes {
  static Class* class_of(VmThread& t, Value v);  // borrowed
  static std::string_view class_name(VmThread& t, Value v);
  static bool is_subclass(Class* c, Class* base);
  static bool isinstance(VmThread& t, Value v, Class* base) {
    return is_subclass(class_of(t, v), base);
  }
  static int isinstance_any(VmThread& t, Value v,
                            Value class_or_tuple);  // 1, 0, -1; honours __instancecheck__
  static int issubclass_any(VmThread& t, Value c, Value class_or_tuple);
  // Along the mro; owned, or null WITHOUT an exception.
  static Value lookup(VmThread& t, Class* c, Str* name);
  // Special method of a class by number; BORROWED (valid until the next safe point) or null without
  // an exception.
  static Value special(VmThread& t, Class* c, Special name);
  static bool has_special(VmThread& t, Value v, Special name) {
    return !special(t, class_of(t, v), name).is_null();
  }
  // Calls type(v).name(v, args...). Null and found=false: there is no such method (no exception).
  static Value call_special(VmThread& t, Value v, Special name, std::initializer_list<Value> args,
                            bool& found);

  static Value get_attr(VmThread& t, Value object, Str* name);  // name interned
  static Value get_attr(VmThread& t, Value object, std::string_view name);
  static Value get_attr_optional(
      VmThread& t, Value object,
      Str* name);  // null without exception when there is no such attribute
  static bool set_attr(VmThread& t, Value object, Str* name, Value value);  // value null: delete
  // The Python function that reading this attribute of an instance calls, because it is a property;
  // borrowed until the next safe point. Null: another kind of attribute, or not known.
  static Function* getter_of(VmThread& t, Object* instance, Str* name);
  // With inline cache words (see class_impl.h for their layout); the loop's slow path.
  static Value get_attr_cached(VmThread& t, Value object, Str* name, uint64_t* cache);
  static bool set_attr_cached(VmThread& t, Value object, Str* name, Value value, uint64_t* cache);
  // Fills function and self (owned; self null when the attribute is already bound). False:
  // exception.
  static bool get_method_cached(VmThread& t, Value object, Str* name, uint64_t* cache,
                                Value& function, Value& self);

  // A new class: C3 order, metaclass, __set_name__, __init_subclass__, __slots__. kwargs may be
  // null.
  static Value build_class(VmThread& t, Value metaclass, Str* name, Tuple* bases, Dict* names,
                           Dict* kwargs);
  static Value builtin_build_class(VmThread& t, const NativeArgs& args);  // __build_class__
  // object.__new__: an instance without running __init__ (any layout; builtin payload empty).
  static Value allocate_instance(VmThread& t, Class* c);
  static Value instantiate(VmThread& t, Class* c, const CallArgs& args);  // type.__call__
  static Class* make_builtin(VmThread& t, std::string_view name, Class* base, Kind kind,
                             const NativeDef* methods, size_t method_count, uint32_t flags = 0);
  // Add to (or replace in) the namespace of a class of the VM. The definitions must live as long as
  // the isolate. Class constants (kNativeStatic __new__): values[0] is the class asked for and
  // counts as an argument; without an own __new__ a class has object's, which makes an instance
  // with an empty payload of any layout, so that containers need an __init__ only.
  static void add_methods(VmThread& t, Class* c, const NativeDef* methods, size_t count);
  static void add_attributes(VmThread& t, Class* c, const GetSetDef* attributes, size_t count);
  // The instance of c, a subclass of a builtin int, float, str, bytes, tuple, ..., with the payload
  // of base, whose class is the builtin one; base itself if that is c. For the __new__ of immutable
  // types.
  static Value derive(VmThread& t, Class* c, Value base);
  // Object of c's layout with room for attributes behind the payload if instances of c have any;
  // the payload is not initialised.
  static Object* allocate_with_attrs(VmThread& t, Class* c, size_t payload_bytes);
  static AttrStore* attrs_of(Object* object);             // null: no attribute storage
  static Dict* instance_dict(VmThread& t, Value object);  // __dict__ made live; owned
  static void invalidate(VmThread& t, Class* c);  // after a change of its namespace or bases
  static void create_core(
      VmThread& t);  // object, type and all builtin classes; fills isolate.classes
  // All of them have their methods. REQUIRES: no second thread yet.
  static void created(VmThread& t);
};

// ---- protocol_impl.h: generic operations
// ----
template <class V>
struct Protocol {
  static Value call(VmThread& t, Value callable, const CallArgs& args);
  static Value call(VmThread& t, Value callable, std::initializer_list<Value> args);
  static Value call_method(VmThread& t, Value object, std::string_view name,
                           std::initializer_list<Value> args);
  // A native function with the number of arguments, keywords and the receiver's class checked
  // first; self is among args.
  static Value call_native(VmThread& t, NativeFunction* f, const CallArgs& args);
  static Value binary(VmThread& t, BinaryOp op, Value a, Value b, bool inplace);  // any operands
  static Value negate(VmThread& t, Value v);
  static Value positive(VmThread& t, Value v);
  static Value invert(VmThread& t, Value v);
  static Value absolute(VmThread& t, Value v);
  static Value power_mod(VmThread& t, Value base, Value exponent, Value modulus);
  static Value compare(VmThread& t, CompareOp op, Value a, Value b);  // rich comparison, any result
  static int compare_bool(VmThread& t, CompareOp op, Value a, Value b);  // 1, 0, -1
  static int equal(VmThread& t, Value a, Value b);  // identity first, then ==: 1, 0, -1
  static int truth(VmThread& t, Value v);           // 1, 0, -1
  static bool hash(VmThread& t, Value v, int64_t& out);
  static int contains(VmThread& t, Value container, Value item);  // 1, 0, -1
  static Value get_item(VmThread& t, Value container, Value key);
  static bool set_item(VmThread& t, Value container, Value key, Value value);
  static bool del_item(VmThread& t, Value container, Value key);
  static int64_t length(VmThread& t, Value v);  // -1: error
  static Value iterate(VmThread& t, Value v);   // iter(v)
  // For operations that are one step to the program, as list(v): without an interpreter lock what
  // Dicts::elements knows is read as it is at one moment.
  static Value iterate_at_once(VmThread& t, Value v);
  static bool iterates_as_built_in(VmThread& t, Object* o);  // its class has no __iter__ of its own
  static Value next(VmThread& t, Value iterator);  // null and no exception: exhausted
  // The same, but a StopIteration of the iterator's own stays pending.
  static Value next_or_stop(VmThread& t, Value iterator);
  static bool for_each(VmThread& t, Value iterable, bool (*body)(VmThread&, Value borrowed, void*),
                       void* context);
  // Asked after each of many items: false if MemoryError is pending, since the memory limit is
  // passed or there is no room for twice as many.
  static bool within_memory(VmThread& t, uint64_t items);
  static List* to_list(VmThread& t, Value iterable);
  static Tuple* to_tuple(VmThread& t, Value iterable);
  static Str* to_str(VmThread& t, Value v);  // str(v)
  static Str* repr(VmThread& t, Value v);
  static Str* ascii(VmThread& t, Value v);
  static Str* format(VmThread& t, Value v, std::string_view spec);  // format(v, spec)
  static bool index(VmThread& t, Value v, int64_t& out,
                    const char* what = nullptr);  // __index__, OverflowError/IndexError if too big
  // An argument that is a size or a place: index() with OverflowError.
  static bool size_of(VmThread& t, Value v, int64_t& out) {
    return index(t, v, out, "Python int too large to convert to C ssize_t");
  }
  static Value to_index(VmThread& t, Value v);    // __index__ as an int value
  static bool to_double(VmThread& t, Value v, double& out);  // float or __float__ or __index__
  static bool is_callable(VmThread& t, Value v);
  // Start, stop, step and count for a sequence of n items, as slice.indices.
  static bool slice_bounds(VmThread& t, Slice* s, int64_t n, int64_t& start, int64_t& stop,
                           int64_t& step, int64_t& count);
};

// ---- number_impl.h, str_impl.h, container impls: operations by type. The first operand has the
// layout (subclasses included). ----------
template <class V>
struct Numbers {
  static bool is_int(Value v);     // int or bool or subclass
  static bool is_real(Value v);    // float or subclass
  static double real_of(Value v);  // REQUIRES: is_real
  static BigInt big_of(Value v);   // REQUIRES: is_int
  static bool int64_of(Value v,
                       int64_t& out);  // false (no exception): out of range. REQUIRES: is_int
  // Null without exception: operand types are not both numbers.
  static Value binary(VmThread& t, BinaryOp op, Value a, Value b);
  static Value compare(VmThread& t, CompareOp op, Value a, Value b);
  static int64_t hash(Value v);     // REQUIRES: is_int or is_real
  static void create(VmThread& t);  // methods of int, bool, float
};
template <class V>
struct Strings {
  static Str* concat(VmThread& t, Str* a, Str* b);
  // s += b where the caller owns s, its only reference perhaps: may grow in place. Takes s over.
  static Str* append(VmThread& t, Str* owned, Str* b);
  static Str* join(VmThread& t, Str* separator, const Value* items,
                   size_t count);  // TypeError for a non-str
  static Str* repeat(VmThread& t, Str* s, int64_t n);
  static Value get_item(VmThread& t, Str* s, Value key);
  // bytearray[key]; and bytearray[key] = value, null: del. False: pending.
  static Value array_get(VmThread& t, ByteArray* array, Value key);
  static bool array_set(VmThread& t, ByteArray* array, Value key, Value value);
  static Str* slice(VmThread& t, Str* s, int64_t start, int64_t step, int64_t count);
  static int64_t hash(Str* s);
  static bool equal(const Str* a, const Str* b) {
    return a == b || (a->size == b->size && a->view() == b->view());
  }
  static Value percent_format(VmThread& t, Str* format, Value args);
  static void create(VmThread& t);  // methods of str, bytes, bytearray and their iterators
};
template <class V>
struct Lists {
  static bool append(VmThread& t, List* list, Value item);        // shares item
  static bool append_owned(VmThread& t, List* list, Value item);  // takes item over
  static Value pop_last(VmThread& t, List* list);                 // owned; null: empty
  static Value get(VmThread& t, List* list, int64_t index);  // negative from the end; IndexError
  static bool set(VmThread& t, List* list, int64_t index, Value item);
  static bool extend(VmThread& t, List* list, Value iterable);
  static Value get_item(VmThread& t, List* list, Value key);              // int or slice
  static bool set_item(VmThread& t, List* list, Value key, Value value);  // value null: delete
  // list[start:stop] with bounds that are immediate ints or None. Null: take the slow path.
  static Value quick_slice(VmThread& t, List* list, const Value* bounds);
  // list[bounds] = items, for lists that only this thread can reach and as many items as places.
  // False: something else; nothing was done.
  static bool quick_set_slice(List* list, const Value* bounds, List* items);
  static Value concat(VmThread& t, List* a, List* b);
  // Binary heaps, see heap_queue_impl.h. rise() puts item, which belongs into the hole at `at`,
  // there or above it, but not above top; settle() moves the item at top down to its place. False:
  // pending.
  static bool heap_rise(VmThread& t, List* heap, uint64_t top, uint64_t at, Value item);
  static bool heap_settle(VmThread& t, List* heap, uint64_t top);
  static Value repeat(VmThread& t, Value sequence, int64_t n);  // list or tuple
  static bool sort(VmThread& t, List* list, Value key,
                   bool reverse);  // stable (merge of runs), ValueError if modified meanwhile
  static Tuple* to_tuple(VmThread& t, List* list);
  static Value tuple_get_item(VmThread& t, Tuple* tuple, Value key);
  static void create(VmThread& t);  // list, tuple, their iterators, slice
};
template <class V>
struct Dicts {
  // Owned, or null WITHOUT exception when absent; error=true: exception. hash by the caller where
  // known.
  static Value get(VmThread& t, Dict* dict, Value key, bool& error);
  static Value get_str(VmThread& t, Dict* dict, Str* key);  // str keys never fail; null = absent
  static Value get_str(VmThread& t, Dict* dict, std::string_view key);
  static bool set(VmThread& t, Dict* dict, Value key, Value value);  // shares both
  static bool set_str(VmThread& t, Dict* dict, Str* key, Value value);
  static bool set_str(VmThread& t, Dict* dict, std::string_view key, Value value);
  static int del(VmThread& t, Dict* dict,
                 Value key);  // 1 deleted, 0 absent (no exception), -1 error
  static Value pop(VmThread& t, Dict* dict, Value key, bool& error);  // owned value or null
  static bool update(VmThread& t, Dict* dict, Value other);           // mapping or pairs
  static Dict* copy(VmThread& t, Dict* dict);
  static void clear(VmThread& t, Dict* dict);
  // Snapshot iteration for native code: the entry at or after position; shares key and value.
  // False: the end.
  static bool next_entry(VmThread& t, Dict* dict, uint32_t& position, Value& key, Value& value);
  static List* keys(VmThread& t, Dict* dict);
  // What iterating a dict, set, view or deque gives, at one moment. Null: v is something else, or
  // of a class with an __iter__ of its own.
  static List* elements(VmThread& t, Value v);
  // LoadGlobal: looks in globals, then builtins, fills the cache word. Null: NameError pending.
  static Value load_global(VmThread& t, Dict* globals, Str* name, uint64_t* cache);
  static Value get_item(VmThread& t, Dict* dict,
                        Value key);  // KeyError; honours __missing__ of subclasses
  static void create(VmThread& t);   // dict, its views and iterators
};
template <class V>
struct Sets {
  // 1, 0, or -1, pending. hash: the key's.
  static int contains_hashed(VmThread& t, Set* set, Value key, int64_t hash);
  static int contains(VmThread& t, Set* set, Value key);
  static bool add(VmThread& t, Set* set, Value key);
  static int discard(VmThread& t, Set* set, Value key);  // 1, 0, -1
  static bool update(VmThread& t, Set* set, Value iterable);
  static void create(VmThread& t);  // set, frozenset, iterator
};
template <class V>
struct Functions {
  static void create(VmThread& t);  // function, method, property, classmethod, staticmethod, super,
                                    // generator, module, cell, code
};
template <class V>
struct Exceptions {
  static void create(VmThread& t);  // the tree of exceptions.def, traceback
};
// collections.deque. add: at the end, or at the front; each is one step.
template <class V>
struct Deques {
  static uint64_t size(Deque* deque);
  static Value at(Deque* deque, uint64_t index);  // owned; null behind the end
  static void add(Deque* deque, Value item, bool front);  // shares item
  static Value iterate(VmThread& t, Deque* deque);
  static List* items(VmThread& t, Deque* deque);  // as they are at one moment
  static Value get_item(VmThread& t, Deque* deque, Value key);
  static bool set_item(VmThread& t, Deque* deque, Value key, Value value);  // value null: delete
  static int contains(VmThread& t, Deque* deque, Value item);               // 1, 0, -1
  static Value concat(VmThread& t, Deque* a, Deque* b);
  static Value repeat(VmThread& t, Deque* deque, int64_t n, bool inplace);
  static bool extend(VmThread& t, Deque* deque, Value iterable, bool front);
};
// What library modules have that needs the objects' layouts.
template <class V>
struct LibraryParts {
  static void itertools(VmThread& t, Module* module);
  static void collections(VmThread& t, Module* module);
};
template <class V>
struct Iterators {
  static void create(
      VmThread& t);  // range, enumerate, zip, map, filter, reversed, callable iterator
};
template <class V>
struct Builtins {
  static void create(VmThread& t);  // functions of the builtins module: print, len, sorted, ...
};

// ---- arguments of native functions
// ----
// ----
// Binds arguments by position and keyword to `count` parameters (names[i]; a leading '$' marks
// keyword-only, a leading '/' positional-only); out[i] is borrowed, null where absent. `required`
// leading parameters must be given. self is not among them: pass args behind self.
template <class V>
bool bind_arguments(VmThread& t, const char* function, const NativeArgs& args,
                    std::initializer_list<const char*> names, size_t required, Value* out);

}  // namespace gilsim
