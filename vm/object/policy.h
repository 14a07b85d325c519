// What: a VM configuration: a platform, how references are counted, and how containers are guarded.
// Everything in vm/object and
//   vm/interp that touches a count, a guard or a slot is a template over one of these ("V").
// Idea: only what is in the hot path of every operation is chosen at compile time. Plain counts and
// no guards are CPython's under its
//   GIL; atomic counts and a one-byte lock in every object are the Gilectomy's (Hastings, 2016),
//   with WebKit's parking-lot byte lock.
// Invariants: I1 while an object lock is held: no Python code, no count reaching zero, no safe
// point, no blocking.
//   I2 two objects are locked in one fixed order (PairGuard).
// Threads: counting is safe from any thread that owns a reference; guards as their names say.
// Not here: freeing (heap.h: V::decref calls release<V>), lock-free guarding (a later member).
#pragma once

#include <cstdint>
#include <new>
#include <type_traits>

#include "gil/locks/byte_mutex.h"
#include "gil/platform/platform.h"
#include "vm/object/thread.h"

namespace gilsim {

template <class V>
void release(Object* object);  // heap.h: its count has reached zero

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

template <class PlatformT, bool kAtomicCountsT, bool kObjectLocksT>
struct VmConfig {
  using P = PlatformT;
  using V = VmConfig;
  static constexpr bool kAtomicCounts = kAtomicCountsT;
  static constexpr bool kObjectLocks = kObjectLocksT;
  // True when two threads may run bytecode at the same time.
  static constexpr bool kParallel = kObjectLocksT;

  template <class T>
  static typename P::template line_atomic<T> atomic(const Object* line, T& word) {
    return typename P::template line_atomic<T>(word, tag_of<P>(line));
  }

  // ---- counting. REQUIRES: the caller owns a reference (incref: or the guard of a place that
  // does).
  static void incref(Object* object) {
    if constexpr (kAtomicCounts) {
      // relaxed: a new reference is made from one that the caller already may use, so nothing has
      // to be ordered
      atomic(object, object->count).fetch_add(1, std::memory_order_relaxed);
    } else {
      ++object->count;
    }
  }
  static void decref(Object* object) {
    if constexpr (kAtomicCounts) {
      // (1) acq_rel: pairs with (1), itself: all uses by other owners happen before the release
      if (atomic(object, object->count).fetch_sub(1, std::memory_order_acq_rel) == 1)
        release<V>(object);
    } else {
      if (--object->count == 0) release<V>(object);
    }
  }
  static void incref(Value v) {
    if (v.is_object()) incref(v.object());
  }
  static void decref(Value v) {
    if (v.is_object()) decref(v.object());
  }
  template <class T>
  static T* newref(T* object) {
    incref(static_cast<Object*>(object));
    return object;
  }
  static Value newref(Value v) {
    incref(v);
    return v;
  }
  template <class T>
  static void xdecref(T* object) {
    if (object) decref(static_cast<Object*>(object));
  }
  static uint32_t count_of(const Object* object) {
    if constexpr (kAtomicCounts) {
      // relaxed: only "is it one, and mine" is decided by it, and then nobody else can change it
      return atomic(object, const_cast<Object*>(object)->count).load(std::memory_order_relaxed);
    } else {
      return object->count;
    }
  }

  // ---- guards
  class Guard {
   public:
    explicit Guard(Object* object) : object_(object) {
      if constexpr (kObjectLocks) ByteLock<P>::lock(atomic(object_, object_->lock));
    }
    ~Guard() { unlock(); }
    void unlock() {
      if constexpr (kObjectLocks) {
        if (object_) ByteLock<P>::unlock(atomic(object_, object_->lock));
        object_ = nullptr;
      }
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    Object* object_;
  };
  // Locks two objects (maybe the same one) in the order of their serial numbers or addresses.
  class PairGuard {
   public:
    PairGuard(Object* a, Object* b) : first_(a), second_(b) {
      if constexpr (kObjectLocks) {
        if (before(b, a)) std::swap(first_, second_);
        ByteLock<P>::lock(atomic(first_, first_->lock));
        if (second_ != first_) ByteLock<P>::lock(atomic(second_, second_->lock));
      }
    }
    ~PairGuard() {
      if constexpr (kObjectLocks) {
        if (second_ != first_) ByteLock<P>::unlock(atomic(second_, second_->lock));
        ByteLock<P>::unlock(atomic(first_, first_->lock));
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
    if constexpr (kParallel) {
      // (2) acquire: pairs with (3): what the word points to is complete
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
