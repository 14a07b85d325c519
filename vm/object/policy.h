// What: a VM configuration: a platform, how references are counted, and how containers are
//   guarded. Everything in vm/object and vm/interp that touches a count, a guard or a slot is a
//   template over one of these ("V").
// Idea: only what is in the hot path of every operation is chosen at compile time. Plain counts
//   and no guards are CPython's under its GIL; atomic counts and a one-byte lock in every object
//   are the Gilectomy's (Hastings, 2016), with a byte lock over a parking lot; biased counts with
//   objects that are private until they are published are the lock-free mode's.
// Invariants: I1 while an object lock is held: no Python code, no count reaching zero, no safe
//   point, no blocking. I2 two objects are locked in one fixed order (PairGuard). I3 biased
//   counts: what a published object refers to is published (publish_for before each store).
// Threads: counting is safe from any thread that owns a reference; guards as their names say.
// Not here: freeing (release_impl.h), publishing (publish_impl.h).
#pragma once

#include <cstdint>
#include <new>
#include <type_traits>

#include "gil/base/build.h"
#include "gil/locks/asymmetric_mutex.h"
#include "gil/locks/byte_mutex.h"
#include "gil/platform/platform.h"
#include "vm/object/biased_count.h"
#include "vm/object/thread.h"

namespace gilsim {

enum class Counting : uint8_t { kPlain, kAtomic, kBiased };
enum class Guarding : uint8_t {
  kNone,    // an interpreter lock keeps others out
  kLocks,   // every object has a lock
  kShared,  // only published objects are guarded
};

// publish_impl.h
template <class V>
void publish_slow(Object* object);
template <class V>
void publish_parts_slow(Object* object);

// The platform's tag stands in front of the object; an empty tag takes no room.
template <class P>
inline constexpr size_t kTagBytes = std::is_empty_v<typename P::Tag> ? 0 : 16;

template <class P>
typename P::Tag& tag_of(const Object* object) {
  if constexpr (kTagBytes<P> == 0) {
    static typename P::Tag none;
    return none;
  } else {
    static_assert(sizeof(typename P::Tag) <= kTagBytes<P>);
    return *reinterpret_cast<typename P::Tag*>(
        reinterpret_cast<char*>(const_cast<Object*>(object)) - kTagBytes<P>);
  }
}

template <class PlatformT, Counting kCountingT, Guarding kGuardingT>
struct VmConfig {
  using P = PlatformT;
  using V = VmConfig;
  static constexpr bool kAtomicCounts = kCountingT == Counting::kAtomic;
  static constexpr bool kBiased = kCountingT == Counting::kBiased;
  static constexpr bool kObjectLocks = kGuardingT == Guarding::kLocks;
  static constexpr bool kSharedGuards = kGuardingT == Guarding::kShared;
  static_assert(kBiased == kSharedGuards, "what is private is known by biased counts only");
  // True when two threads may run bytecode at the same time.
  static constexpr bool kParallel = kGuardingT != Guarding::kNone;
  // In front of an object: the biased count's part, the platform's tag.
  static constexpr size_t kHeadBytes = kTagBytes<P> + (kBiased ? sizeof(ShareHead) : 0);

  template <class T>
  static typename P::template line_atomic<T> atomic(const Object* line, T& word) {
    return typename P::template line_atomic<T>(word, tag_of<P>(line));
  }

  // ---- counting. REQUIRES: the caller owns a reference (incref: or the guard of a place that
  // does).
  [[gnu::always_inline]] static void incref(Object* object) {
    if constexpr (kAtomicCounts) {
      P::tally(&Counters::counts_atomic);
      // relaxed: a new reference is made from one that the caller already may use, so nothing has
      // to be ordered
      atomic(object, object->count).fetch_add(1, std::memory_order_relaxed);
    } else if constexpr (kBiased) {
      uint8_t state = share_state_checked(object);
      if (state == 0) [[likely]] {
        P::tally(&Counters::counts_plain);
        ++object->count;
      } else if (!(state & kShareUncounted)) {
        BiasedCount<V>::incref_shared(object);
      }
    } else {
      P::tally(&Counters::counts_plain);
      ++object->count;
    }
  }
  // For who holds no reference, but keeps the object from being freed. False: its count is zero.
  static bool incref_alive(Object* object) {
    if constexpr (kAtomicCounts) {
      auto count = atomic(object, object->count);
      uint32_t seen = count.load(std::memory_order_relaxed);  // relaxed: only what to try
      do {
        if (seen == 0) return false;
        // relaxed: as in incref
      } while (!count.compare_exchange_strong(seen, seen + 1, std::memory_order_relaxed));
      return true;
    } else if constexpr (kBiased) {
      return BiasedCount<V>::incref_alive(object);
    } else {
      return object->count != 0 && ++object->count != 0;
    }
  }
  [[gnu::always_inline]] static void decref(Object* object) {
    if constexpr (kAtomicCounts) {
      P::tally(&Counters::counts_atomic);
      // (1) acq_rel: pairs with (1), itself: all uses by other owners happen before the release
      if (atomic(object, object->count).fetch_sub(1, std::memory_order_acq_rel) == 1)
        release<V>(object);
    } else if constexpr (kBiased) {
      uint8_t state = share_state_checked(object);
      if (state == 0) [[likely]] {
        P::tally(&Counters::counts_plain);
        if (--object->count == 0) [[unlikely]]
          release<V>(object);
      } else if (!(state & kShareUncounted)) {
        BiasedCount<V>::decref_shared(object);
      }
    } else {
      P::tally(&Counters::counts_plain);
      if (--object->count == 0) release<V>(object);
    }
  }
  [[gnu::always_inline]] static void incref(Value v) {
    if (v.is_object()) incref(v.object());
  }
  [[gnu::always_inline]] static void decref(Value v) {
    if (v.is_object()) decref(v.object());
  }
  template <class T>
  static T* newref(T* object) {
    incref(static_cast<Object*>(object));
    return object;
  }
  [[gnu::always_inline]] static Value newref(Value v) {
    incref(v);
    return v;
  }
  template <class T>
  static void xdecref(T* object) {
    if (object) decref(static_cast<Object*>(object));
  }
  // Whether the caller's reference is the only one, and nobody else can come by another.
  static bool is_only_reference(const Object* object) {
    if constexpr (kAtomicCounts) {
      // relaxed: if it is one, and mine, nobody else can change it
      return atomic(object, const_cast<Object*>(object)->count).load(std::memory_order_relaxed) ==
             1;
    } else {
      // In this order: only its owner may read a plain count.
      return is_private(object) && object->count == 1;
    }
  }
  // For sys.getrefcount and the collector. Uncounted: as CPython shows immortal objects.
  static uint32_t count_of(const Object* object) {
    if constexpr (kAtomicCounts) {
      // relaxed: a figure to look at
      return atomic(object, const_cast<Object*>(object)->count).load(std::memory_order_relaxed);
    } else if constexpr (kBiased) {
      return BiasedCount<V>::total(object);
    } else {
      return object->count;
    }
  }

  // ---- private and published objects
  // Hostile builds: nobody but its maker touches a private object.
  [[gnu::always_inline]] static uint8_t share_state_checked(const Object* object) {
    uint8_t state = share_state(object);
    if constexpr (kHostile) {
      if (state == 0) BiasedCount<V>::check_owner(object);
    }
    return state;
  }
  [[gnu::always_inline]] static bool is_private(const Object* object) {
    if constexpr (kBiased) {
      return share_state_checked(object) == 0;
    } else {
      (void)object;
      return true;
    }
  }
  [[gnu::always_inline]] static bool is_published(const Object* object) {
    return !is_private(object);
  }
  // What is immortal is no thread's own, and not worth counting. REQUIRES: nobody else knows it.
  static void make_immortal(Object* object) {
    object->flags |= kImmortal;
    if constexpr (kBiased) object->lock |= kShareBits;
  }
  // Before v becomes reachable for other threads, with all it refers to.
  static void publish(Value v) {
    if constexpr (kBiased) {
      if (v.is_object() && share_state(v.object()) == 0) publish_slow<V>(v.object());
    }
  }
  static void publish(Object* object) {
    if (object) publish(Value(object));
  }
  // What a published object refers to already.
  static void publish_parts(Object* object) {
    if constexpr (kBiased) {
      if (share_state(object) != 0 && current().isolate->published) publish_parts_slow<V>(object);
    }
  }
  // Before v is stored into holder. Keeps I3.
  static void publish_for(const Object* holder, Value v) {
    if constexpr (kBiased) {
      if (share_state(holder) != 0) [[unlikely]]
        publish(v);
    } else {
      (void)holder, (void)v;
    }
  }
  template <class T>
  static void publish_for(const Object* holder, T* object) {
    if (object) publish_for(holder, Value(static_cast<Object*>(object)));
  }

  // ---- guards
  static bool needs_guard(const Object* object) {
    if constexpr (kSharedGuards)
      return share_state(object) != 0;
    else
      return kObjectLocks;
  }
  using Asymmetric = AsymmetricLock<P, kLockParked, true>;
  using Byte = ByteLock<P, kShareBits, true>;  // its byte has others' bits, so no plain stores
  [[gnu::always_inline]] static void lock(Object* object) {
    if constexpr (kObjectLocks)
      Asymmetric::lock(atomic(object, object->lock), atomic(object, object->shard));
    else
      Byte::lock(atomic(object, object->lock));
  }
  static bool try_lock(Object* object) {
    static_assert(kObjectLocks);
    return Asymmetric::try_lock(atomic(object, object->lock));
  }
  [[gnu::always_inline]] static void unlock(Object* object) {
    if constexpr (kObjectLocks)
      Asymmetric::unlock(atomic(object, object->lock), atomic(object, object->shard));
    else
      Byte::unlock(atomic(object, object->lock));
  }
  class Guard {
   public:
    [[gnu::always_inline]] explicit Guard(Object* object)
        : object_(needs_guard(object) ? object : nullptr) {
      if constexpr (kParallel) {
        if (kObjectLocks || object_) lock(object_);
      }
    }
    [[gnu::always_inline]] ~Guard() { unlock(); }
    [[gnu::always_inline]] void unlock() {
      if constexpr (kParallel) {
        if (object_) VmConfig::unlock(object_);
        object_ = nullptr;
      }
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    Object* object_;
  };
  // For objects whose published form has operations of its own: what comes to a guard is private.
  struct NoGuard {
    explicit NoGuard(Object*) {}
    void unlock() {}
  };
  using OwnGuard = std::conditional_t<kSharedGuards, NoGuard, Guard>;
  // Locks two objects (maybe the same one) in the order of their serial numbers or addresses.
  class PairGuard {
   public:
    PairGuard(Object* a, Object* b) : first_(a), second_(b) {
      if constexpr (kParallel) {
        if (before(b, a)) std::swap(first_, second_);
        if (second_ == first_ || !needs_guard(second_)) second_ = nullptr;
        if (!needs_guard(first_)) first_ = nullptr;
        if (first_) lock(first_);
        if (second_) lock(second_);
      }
    }
    ~PairGuard() {
      if constexpr (kParallel) {
        if (second_) unlock(second_);
        if (first_) unlock(first_);
      }
    }
    PairGuard(const PairGuard&) = delete;
    PairGuard& operator=(const PairGuard&) = delete;

   private:
    Object* first_;
    Object* second_;
  };
  // The fixed order of locking, and the default hash and id(): a serial number in sim, the address
  // on real threads.
  static uint64_t identity(const Object* object) {
    if constexpr (kTagBytes<P> == 0)
      return reinterpret_cast<uint64_t>(object);
    else
      return tag_of<P>(object).serial();
  }
  static bool before(const Object* a, const Object* b) { return identity(a) < identity(b); }

  // ---- words that are read without a guard (shape and cache pointers, inline caches)
  template <class T>
  static T load(const Object* line, const T& word) {
    // (2) acquire: pairs with (3): what the word points to is complete
    if constexpr (kParallel) {
      return atomic(line, const_cast<T&>(word)).load(std::memory_order_acquire);
    } else {
      return word;
    }
  }
  template <class T>
  static void store(Object* line, T& word, std::type_identity_t<T> value) {
    if constexpr (kParallel) {
      // (3) release: pairs with (2)
      atomic(line, word).store(value, std::memory_order_release);
    } else {
      word = value;
    }
  }
  static uint64_t load_cache(const uint64_t* word) {
    // (4) acquire: pairs with (5): what the word points to was entered before the word
    if constexpr (kParallel)
      return __atomic_load_n(word, __ATOMIC_ACQUIRE);
    else
      return *word;
  }
  static void store_cache(uint64_t* word, uint64_t value) {
    // (5) release: pairs with (4)
    if constexpr (kParallel)
      __atomic_store_n(word, value, __ATOMIC_RELEASE);
    else
      *word = value;
  }

  static VmThread& current() { return *static_cast<VmThread*>(P::self().user); }
};

// An owned value in a C++ local. REQUIRES: used on the thread that may count.
template <class V>
class Ref {
 public:
  Ref() = default;
  explicit Ref(Value owned) : value_(owned) {}
  template <class T, class = std::enable_if_t<std::is_base_of_v<Object, T>>>
  explicit Ref(T* owned) : value_(owned ? Value(static_cast<Object*>(owned)) : Value()) {}
  static Ref share(Value borrowed) {
    V::incref(borrowed);
    return Ref(borrowed);
  }
  Ref(Ref&& other) noexcept : value_(other.take()) {}
  Ref& operator=(Ref&& other) noexcept {
    Value old = value_;
    value_ = other.take();
    V::decref(old);
    return *this;
  }
  Ref(const Ref&) = delete;
  Ref& operator=(const Ref&) = delete;
  ~Ref() { V::decref(value_); }
  Value get() const { return value_; }
  Value take() {
    Value v = value_;
    value_ = Value();
    return v;
  }
  template <class T>
  T* as() const {
    return value_.as<T>();
  }
  explicit operator bool() const { return !value_.is_null(); }

 private:
  Value value_;
};

}  // namespace gilsim
