// What: what the VM keeps for each thread (VmThread) and for each interpreter (Isolate).
// Idea: both are plain structs without template parameters, so that native code compiles once; what
// depends on policy or platform is
//   reached through the templates over V, and what vm/object needs from layers above it through the
//   hooks.
// Invariants: I1 pending is null unless an error is on its way up; whoever gets a null result finds
// it set.
//   I2 only the thread itself touches its VmThread, but for the collector while the world is
//   stopped.
// Threads: VmThread: owner only. Isolate: tables under the guard object that its comment names.
// Not here: frames' execution (vm/interp), the platform's thread record
// (gil/platform/thread_record.h).
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gil/platform/thread_record.h"
#include "vm/object/memory.h"
#include "vm/object/object.h"

namespace gilsim {

enum class Exc : uint8_t {
#define EXC(name, base) name,
#include "vm/object/exceptions.def"
#undef EXC
  kCount
};

struct StackChunk;  // registers of a thread, in blocks (vm/interp)

class RaceDetector;  // vm/interp/race_detector.h

// ---- biased counts (biased_count.h)
// Objects whose counts others want merged, a stack for each thread.
struct MergeRequest {
  Object* object;
  MergeRequest* next;
};
struct MergeQueue {
  MergeRequest* head = nullptr;   // atomic
  ThreadRecord* owner = nullptr;  // set before the owner publishes anything
};
// The queues by VmThread::ident; they live as long as the isolate. Threads: any.
class MergeQueues {
 public:
  MergeQueues() = default;
  ~MergeQueues();
  MergeQueues(const MergeQueues&) = delete;
  MergeQueues& operator=(const MergeQueues&) = delete;
  // Null: nobody of that ident has ever had one, or it is beyond the limit.
  MergeQueue* find(uint64_t ident);
  MergeQueue* make(uint64_t ident);

 private:
  static constexpr uint64_t kChunk = 1024, kChunks = 1024;
  std::atomic<MergeQueue*> chunks_[kChunks] = {};
};

// What polymorphic attribute instructions fall back on when their own word is about another class:
// the words of the last look-ups, by class and name. A word is checked against the object as ever,
// so an old one does no harm. Each kind of instruction has its own: the same word means other
// things to it.
struct AttributeMemo {
  enum Use : uint8_t { kLoad, kMethod, kStore, kUses };
  static constexpr uint32_t kEntries = 128;
  struct Entry {
    Str* name = nullptr;
    uint64_t word = 0;
  };
  static constexpr uint32_t kRenewal = 64;
  uint32_t hits = 0;
  Entry entries[kUses][kEntries];
};

struct VmThread {
  VmThread() { gc_head.gc_next = gc_head.gc_previous = &gc_head; }
  VmThread(const VmThread&) = delete;
  VmThread& operator=(const VmThread&) = delete;

  ThreadRecord* record = nullptr;  // breaker and budget: the loop's two words
  Isolate* isolate = nullptr;
  Frame* frame = nullptr;  // innermost running frame; null outside Python code
  Value pending;           // the exception on its way up (owned), or null
  Value handled;           // the exception being handled (owned), or null; sys.exc_info()
  uint32_t depth = 0;      // Python frames and native re-entries; limit: isolate->recursion_limit
  // The isolate's, as last seen: may be lower or, for a while, higher.
  uint32_t recursion_limit = 0;
  uint32_t native_depth = 0;  // loops of vm/interp on the C++ stack
  uint64_t loops_entered = 0;  // ever: tells native code whether Python code has run in between
  uint32_t free_depth = 0;    // nesting of releases, see heap.h
  const char* stack_floor = nullptr;  // below it, the C++ stack is nearly used up
  uint32_t nesting = 0;  // native operations on nested data on the C++ stack, see nesting.h
  BlockCache blocks;  // freed objects' memory, to be used again
  std::vector<Object*> deferred;    // objects whose release was put off to keep the C++ stack flat
  std::vector<Value> handles;       // owned values that native code keeps: roots of the collector
  std::vector<Object*> repr_stack;  // objects being printed, to show [...] for cycles
  StackChunk* chunk = nullptr;
  Value* stack_top = nullptr;  // first free register of the chunk
  Value* stack_end = nullptr;
  Value* clean_end = nullptr;   // the chunk's registers from here on have never been written
  Frame* free_frame = nullptr;  // frames to use again, linked by previous
  uint64_t ident = 0;           // threading.get_ident()
  bool skip_traceback =
      false;  // the next unwinding step adds no traceback entry: the exception is raised again
  bool finishing = false;
  bool daemon = false;
  bool waited_for = false;  // the end of the program is behind the end of what this thread runs
  bool generator_returned = false;      // the frame of a generator left last returned, not yielded
  std::unique_ptr<AttributeMemo> memo;  // made by the first miss
  Value native_result;                  // hands a generator object out of Interp::enter_copy
  // Biased counts only.
  GcObject gc_head = {};       // containers that only this thread can reach: a circular list
  int64_t gc_allocated = 0;    // as Isolate's, of this list
  uint32_t owner = 0;          // ident, as it stands in objects' heads
  uint32_t shared_counts = 0;  // of objects that others own
  MergeQueue* merge_queue = nullptr;
  void* reclaim_member = nullptr;  // shared_memory.h
  uint32_t quiesce_in = 0;         // shared_memory.h
  size_t quiesce_at = 0;           // shared_memory.h
};

// A keyword call from native code: values are borrowed.
struct CallArgs {
  const Value* values;
  uint32_t count;
  Tuple* names = nullptr;  // the last names->size values are by keyword
};

// What vm/object needs of the layers above it. Set once by vm/interp before any code runs.
struct Hooks {
  // Calls a Python function or generator function; re-enters the loop on the C++ stack. Owned
  // result or null.
  Value (*call_function)(VmThread& t, Function* f, const CallArgs& args) = nullptr;
  // Resumes a generator with sent (owned; null: next). Null without pending: it returned; then
  // *returned has its value (owned).
  Value (*resume_generator)(VmThread& t, Generator* g, Value sent, Value* returned) = nullptr;
  // Raises t.pending inside the generator at its suspension point; result as resume_generator.
  Value (*throw_into_generator)(VmThread& t, Generator* g, Value* returned) = nullptr;
  // Imports module `name` (absolute, dotted): the module itself, owned, or null.
  Value (*import_module)(VmThread& t, Str* name) = nullptr;
  // Runs the body of a class: the function's code with `names` as its namespace. Result: the
  // __class__ cell or None.
  Value (*run_class_body)(VmThread& t, Function* body, Dict* names) = nullptr;
  // Runs a code object with globals and a namespace (may be the same dict).
  Value (*run_code)(VmThread& t, CodeObject* code, Dict* globals, Dict* names) = nullptr;
  // A safe point for native loops: may switch threads or collect. False: an exception is pending.
  bool (*safe_point)(VmThread& t) = nullptr;
  // The text of a line of source (from 1) without its newline, for tracebacks; empty when there is
  // none.
  std::string (*source_line)(VmThread& t, std::string_view file_name, uint32_t line) = nullptr;
};

struct WeakTable;
struct Isolate {
  Class* classes[kKindCount] = {};  // by layout; classes of the VM
  Class* exceptions[static_cast<int>(Exc::kCount)] = {};
  Str* specials[kSpecialCount] = {};  // interned names
  Str* empty_str = nullptr;
  Str* ascii_chars[128] = {};  // one-character strings
  Tuple* empty_tuple = nullptr;
  Class* generic_alias = nullptr;  // class of list[int]: instances have __origin__ and __args__
  Class* union_type = nullptr;     // class of int | str: instances have __args__
  Dict* builtins = nullptr;
  Dict* modules = nullptr;  // sys.modules
  Hooks hooks;
  void* gil = nullptr;      // Gil<P>*
  void* runtime = nullptr;  // Runtime<V>*
  RelaxedWord<uint32_t> recursion_limit = 1000;
  bool boxed_numbers = false;
  RaceDetector* races = nullptr;  // sim: looks for races; null: nobody does
  bool safe_point_everywhere =
      false;  // a safe point before every instruction, as CPython up to 3.9
  // Guards: objects whose locks protect tables of the isolate.
  Object* intern_guard = nullptr;   // intern table
  Object* shape_guard = nullptr;    // shapes and their transitions
  Object* class_guard = nullptr;    // subclass lists, method caches' replacement, retired list
  Object* thread_guard = nullptr;   // threads
  Class* deque_iterators[2] = {};   // forwards, backwards; null until collections is imported
  Object* weak_guard = nullptr;     // weak_table
  WeakTable* weak_table = nullptr;  // weak_impl.h
  void* intern_table = nullptr;     // heap.h
  uint32_t next_shape_number = 1;
  uint32_t next_cache_version = 1;
  uint32_t next_keys_number = 1;
  uint32_t class_updates = 0;  // changes of class attributes, see method_cache_impl.h
  std::vector<VmThread*> threads;
  std::vector<MethodCache*> retired_caches;  // freed when the world is stopped
  bool creating = true;  // the built-in classes are not complete, and no second thread exists
  // Collector lists, one a shard: circular lists with a head; linked under the shard's guard
  // object.
  static constexpr int kShards = kShardBits + 1;
  GcObject* gc_heads[kShards] = {};
  Object* gc_guards[kShards] = {};
  int64_t gc_allocated[kShards] =
      {};  // container objects made minus freed, since the last collection
  RelaxedWord<int64_t> gc_threshold = 10000;  // containers a shard before a collection is asked for
  RelaxedWord<bool> gc_enabled = true;
  RelaxedWord<bool> gc_wanted = false;
  uint64_t gc_runs = 0;
  int64_t gc_live = 0;                   // container objects that survived the last collection
  std::vector<Object*> gc_weak_holders;  // owned: weak references to tell that their target ended
  std::vector<Object*>
      gc_finalizers;  // owned: unreachable objects whose __del__ waits for the world to run again
  std::vector<Value>
      gc_dropped;  // owned: what retired caches held, to be released when the world runs again
  // The program.
  std::vector<std::string> argv;
  std::vector<std::string> import_path;  // directories searched for sibling modules
  std::string program_directory;
  std::string
      working_directory;      // where relative file names begin; empty: they are shown as they are
  uint64_t str_hash_key = 0;  // fixed: str hashes are the same everywhere
  // Biased counts and lock-free containers only.
  MergeQueues merge_queues;
  void* reclaimer = nullptr;  // shared_memory.h
  bool collecting = false;    // the world is stopped, and all private objects are the collector's
  bool published = false;  // what the isolate's tables reach has been: a second thread was started
};

}  // namespace gilsim
