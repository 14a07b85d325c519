// What: hashing and comparing keys of dicts and sets without leaving the VM where that is possible.
// Idea: exact built-in immutable types are compared on the spot, also under a lock; anything else
//   is a question to the language.
// Threads: any; same_key() touches immutable objects only.
// Not here: the general hash and == (Protocol).
#pragma once

#include "vm/object/inline_ops.h"

namespace gilsim {

template <class V>
struct Tuples;

template <class V>
struct Keys {
  static Class* builtin(const VmThread& t, Kind kind) {
    return t.isolate->classes[static_cast<int>(kind)];
  }

  // False: an exception is pending (unhashable, or a user's __hash__ failed).
  static bool hash(VmThread& t, Value key, int64_t& out) {
    if (quick_key_hash<V>(t, key, out)) [[likely]]
      return true;
    if (is_exactly<Kind::Tuple>(t, key)) return Tuples<V>::hash(t, key.as<Tuple>(), out);
    return Protocol<V>::hash(t, key, out);
  }

  static bool is_number(const VmThread& t, Value v) {
    if (!v.is_object()) return v.is_int() || v.is_real() || v.is_bool();
    return v.object()->cls == builtin(t, Kind::Int) || v.object()->cls == builtin(t, Kind::Float);
  }
  // None, Ellipsis and other constants that equal nothing but themselves.
  static bool is_constant(const VmThread& t, Value v) { return !v.is_object() && !is_number(t, v); }

  // REQUIRES: the hashes are equal.
  static SameKey same_key(VmThread& t, Value a, Value b, int depth = 0) {
    if (a == b) return SameKey::kYes;
    bool text = is_exactly<Kind::Str>(t, a), other_text = is_exactly<Kind::Str>(t, b);
    if (text && other_text)
      return same_text(a.as<Str>(), b.as<Str>()) ? SameKey::kYes : SameKey::kNo;
    if (a.is_int() && b.is_int()) return SameKey::kNo;
    bool number = is_number(t, a), other_number = is_number(t, b);
    if (number && other_number) {
      return Numbers<V>::compare(t, CompareOp::Eq, a, b).is_true() ? SameKey::kYes : SameKey::kNo;
    }
    bool tuple = is_exactly<Kind::Tuple>(t, a), other_tuple = is_exactly<Kind::Tuple>(t, b);
    if (tuple && other_tuple)
      return depth < 8 ? same_tuple(t, a.as<Tuple>(), b.as<Tuple>(), depth) : SameKey::kAsk;
    bool plain = text || number || tuple || is_constant(t, a);
    bool other_plain = other_text || other_number || other_tuple || is_constant(t, b);
    return plain && other_plain ? SameKey::kNo : SameKey::kAsk;
  }

 private:
  static SameKey same_tuple(VmThread& t, Tuple* a, Tuple* b, int depth) {
    if (a->size != b->size) return SameKey::kNo;
    for (uint64_t k = 0; k < a->size; ++k) {
      SameKey same = same_key(t, a->items[k], b->items[k], depth + 1);
      if (same != SameKey::kYes) return same;
    }
    return SameKey::kYes;
  }
};

template <class V>
SameKey same_key_of(VmThread& t, Value a, Value b) {
  return Keys<V>::same_key(t, a, b);
}

}  // namespace gilsim
