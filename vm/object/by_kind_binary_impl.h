// What: binary operators by layout.
// Threads: any.
// Not here: reflected methods and errors (protocol_binary_impl.h), sets and views
// (by_kind_sets_impl.h).
#pragma once

#include <cstring>

#include "vm/object/by_kind.h"
#include "vm/object/generic_alias_impl.h"
#include "vm/object/tuple_impl.h"

namespace gilsim {

template <class V>
struct SequenceMath {
  static std::string_view bytes_of(Value v) {
    if (v.object()->kind == Kind::Bytes) return v.as<Bytes>()->view();
    return {v.as<ByteArray>()->data, v.as<ByteArray>()->size};
  }
  // bytes + bytes: of the type of the first operand.
  static Value concat_bytes(VmThread& t, Value a, Value b) {
    std::string joined;
    for (Value v : {a, b}) {
      typename V::Guard guard(v.object());
      joined += bytes_of(v);
    }
    return make_bytes(t, a.object()->kind, joined);
  }
  static Value make_bytes(VmThread& t, Kind kind, std::string_view data) {
    if (kind == Kind::Bytes) return Value(Heap<V>::bytes(t, data));
    Value made =
        Classes<V>::allocate_instance(t, t.isolate->classes[static_cast<int>(Kind::ByteArray)]);
    auto* array = made.as<ByteArray>();
    array->data = static_cast<char*>(Heap<V>::raw(data.size() + 1));
    std::memcpy(array->data, data.data(), data.size());
    array->data[data.size()] = 0;
    array->size = data.size();
    array->capacity = data.size() + 1;
    return made;
  }
  static Value repeat_bytes(VmThread& t, Value v, int64_t n) {
    std::string one;
    {
      typename V::Guard guard(v.object());
      one = bytes_of(v);
    }
    if (n < 0) n = 0;
    if (n != 0 && (one.size() > kMaxBlockBytes / static_cast<size_t>(n) ||
                   !memory_for(one.size() * static_cast<size_t>(n))))
      return Errors<V>::raise(t, Exc::MemoryError, "");
    std::string all;
    all.reserve(one.size() * static_cast<size_t>(n));
    for (int64_t k = 0; k < n; ++k) all += one;
    return make_bytes(t, v.object()->kind, all);
  }
  static Value concat(VmThread& t, Value a, Value b) {
    Kind ka = layout_of(a), kb = layout_of(b);
    if (ka == Kind::Str && kb == Kind::Str)
      return Value(Strings<V>::concat(t, a.as<Str>(), b.as<Str>()));
    if (ka == Kind::List && kb == Kind::List)
      return Lists<V>::concat(t, a.as<List>(), b.as<List>());
    if (ka == Kind::Tuple && kb == Kind::Tuple)
      return Tuples<V>::concat(t, a.as<Tuple>(), b.as<Tuple>());
    if (is_bytes(ka) && is_bytes(kb)) return concat_bytes(t, a, b);
    if (ka == Kind::Deque && kb == Kind::Deque)
      return Deques<V>::concat(t, a.as<Deque>(), b.as<Deque>());
    return Value::not_implemented();
  }

  // list[:] = items
  static bool replace_items(VmThread& t, List* list, List* items) {
    auto* whole = Heap<V>::template make<Slice>(t, Kind::Slice);
    whole->start = whole->stop = whole->step = Value::none();
    Heap<V>::track_immutable(t, whole);
    Ref<V> slice(whole);
    return Lists<V>::set_item(t, list, slice.get(), Value(items));
  }

  // A count of repetitions: ints, and what has __index__. False: pending.
  static bool count_of(VmThread& t, Value v, int64_t& n) {
    if (is_integer(layout_of(v))) {
      if (Numbers<V>::int64_of(v, n)) return true;
      Errors<V>::raise(t, Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
      return false;
    }
    return Protocol<V>::index(t, v, n);
  }
  static Value repeat(VmThread& t, Value sequence, Value times) {
    Kind kind = layout_of(sequence);
    if (!is_integer(layout_of(times)) && !Classes<V>::has_special(t, times, Special::index))
      return Value::not_implemented();
    int64_t n = 0;
    if (!count_of(t, times, n)) return Value();
    if (kind == Kind::Str) return Value(Strings<V>::repeat(t, sequence.as<Str>(), n));
    if (is_bytes(kind)) return repeat_bytes(t, sequence, n);
    if (kind == Kind::Deque) return Deques<V>::repeat(t, sequence.as<Deque>(), n, false);
    return Lists<V>::repeat(t, sequence, n);
  }
};

template <class V>
Value ByKind<V>::binary(VmThread& t, BinaryOp op, Value a, Value b) {
  using Sequences = SequenceMath<V>;
  Kind ka = layout_of(a), kb = layout_of(b);
  if (is_number(ka) && is_number(kb)) {
    Value result = Numbers<V>::binary(t, op, a, b);
    return result || t.pending ? result : kNotImplemented;
  }
  switch (op) {
    case BinaryOp::Add:
      return Sequences::concat(t, a, b);
    case BinaryOp::Mul:
      if (is_repeatable(ka)) return Sequences::repeat(t, a, b);
      if (is_repeatable(kb)) return Sequences::repeat(t, b, a);
      return kNotImplemented;
    case BinaryOp::Mod:
      if (ka == Kind::Str) return Strings<V>::percent_format(t, a.as<Str>(), b);
      return kNotImplemented;
    case BinaryOp::BitOr:
      if (ka == Kind::Dict && kb == Kind::Dict) return dict_union(t, a.as<Dict>(), b, false);
      if (ka == Kind::Class || kb == Kind::Class) return GenericAliases<V>::unite(t, a, b);
      [[fallthrough]];
    case BinaryOp::BitAnd:
    case BinaryOp::BitXor:
    case BinaryOp::Sub:
      return set_binary(t, op, a, b);
    default:
      return kNotImplemented;
  }
}

template <class V>
Value ByKind<V>::inplace(VmThread& t, BinaryOp op, Value a, Value b) {
  Kind ka = layout_of(a);
  if (ka == Kind::List && op == BinaryOp::Add) {
    return Lists<V>::extend(t, a.as<List>(), b) ? V::newref(a) : Value();
  }
  if (ka == Kind::Deque && op == BinaryOp::Add)
    return Deques<V>::extend(t, a.as<Deque>(), b, false) ? V::newref(a) : Value();
  if (ka == Kind::Deque && op == BinaryOp::Mul && is_integer(layout_of(b))) {
    int64_t n = 0;
    return SequenceMath<V>::count_of(t, b, n) ? Deques<V>::repeat(t, a.as<Deque>(), n, true)
                                              : Value();
  }
  if (ka == Kind::Set) return set_inplace(t, op, a.as<Set>(), b);
  if (ka == Kind::Dict && op == BinaryOp::BitOr) return dict_union(t, a.as<Dict>(), b, true);
  if (ka == Kind::List && op == BinaryOp::Mul) {
    Ref<V> repeated(SequenceMath<V>::repeat(t, a, b));
    if (!repeated || repeated.get() == kNotImplemented) return repeated.take();
    return SequenceMath<V>::replace_items(t, a.as<List>(), repeated.template as<List>())
               ? V::newref(a)
               : Value();
  }
  if (ka == Kind::ByteArray && op == BinaryOp::Add && is_bytes(layout_of(b))) {
    std::string more;
    {
      typename V::Guard guard(b.object());
      more = SequenceMath<V>::bytes_of(b);
    }
    auto* array = a.as<ByteArray>();
    typename V::Guard guard(array);
    if (array->size + more.size() + 1 > array->capacity) {
      array->capacity = (array->size + more.size()) * 2 + 16;
      array->data = static_cast<char*>(Heap<V>::raw_resize(array->data, array->capacity));
    }
    std::memcpy(array->data + array->size, more.data(), more.size());
    array->size += more.size();
    array->data[array->size] = 0;
    return V::newref(a);
  }
  return kNotImplemented;
}

}  // namespace gilsim
