// What: length, items, membership, hash and truth by layout.
// Threads: any.
// Not here: dispatch and errors (protocol_items_impl.h).
#pragma once

#include "vm/object/by_kind_compare_impl.h"
#include "vm/object/class_natives_impl.h"

namespace gilsim {

template <class V>
struct Hashing {
  static uint64_t shuffle(uint64_t h) {
    return ((h ^ uint64_t{89869747}) ^ (h << 16)) * uint64_t{3644798167};
  }
  // As CPython's frozensets: independent of order.
  static int64_t frozen_set(Set* set) {
    // relaxed: every thread computes the same
    int64_t known = __atomic_load_n(&set->hash, __ATOMIC_RELAXED);
    if (known != -1) return known;
    uint64_t sum = 0;
    for (uint64_t k = 0; set->table && k <= set->mask; ++k) {
      Value key = set->table[k].key;
      if (!key.is_null() && key != kSetDummy) {
        sum ^= shuffle(static_cast<uint64_t>(set->table[k].hash));
      }
    }
    sum ^= (set->used + 1) * uint64_t{1927868237};
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum * 69069 + 907133923;
    known = sum == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(sum);
    __atomic_store_n(&set->hash, known, __ATOMIC_RELAXED);  // relaxed: as above
    return known;
  }

  static bool range(VmThread& t, Range* r, int64_t& out) {
    Value start = r->start, step = r->step;
    if (r->length == Value::integer(0))
      start = step = Value::none();
    else if (r->length == Value::integer(1))
      step = Value::none();
    Ref<V> key(Heap<V>::tuple(t, {r->length, start, step}));
    return Tuples<V>::hash(t, key.template as<Tuple>(), out);
  }

  static bool unhashable(VmThread& t, Value v) {
    Errors<V>::type_error(t, message({"unhashable type: '", Classes<V>::class_name(t, v), "'"}));
    return false;
  }
};

template <class V>
bool ByKind<V>::hash(VmThread& t, Value v, int64_t& out, bool& handled) {
  handled = true;
  Kind kind = layout_of(v);
  switch (kind) {
    case Kind::Int:
    case Kind::Bool:
    case Kind::Float:
      out = Numbers<V>::hash(v);
      return true;
    case Kind::Str:
      out = Strings<V>::hash(v.as<Str>());
      return true;
    case Kind::NoneType:
      out = 0xfca86420;
      return true;
    case Kind::Tuple: {
      Nesting nesting(t);
      if (nesting.too_deep()) {
        Errors<V>::raise(t, Exc::RecursionError,
                         "maximum recursion depth exceeded while hashing an object");
        return false;
      }
      return Tuples<V>::hash(t, v.as<Tuple>(), out);
    }
    case Kind::FrozenSet:
      out = Hashing<V>::frozen_set(v.as<Set>());
      return true;
    case Kind::Range:
      return Hashing<V>::range(t, v.as<Range>(), out);
    case Kind::BoundMethod: {
      int64_t function = 0;
      if (!Protocol<V>::hash(t, v.as<BoundMethod>()->function, function)) return false;
      out = function ^ ClassNatives<V>::identity_hash(v.as<BoundMethod>()->self);
      return true;
    }
    case Kind::NativeFunction: {
      auto* f = v.as<NativeFunction>();
      out = f->self ? static_cast<int64_t>(reinterpret_cast<uintptr_t>(f->def) >> 4) ^
                          ClassNatives<V>::identity_hash(f->self)
                    : ClassNatives<V>::identity_hash(v);
      return true;
    }
    case Kind::List:
    case Kind::Deque:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice:
    case Kind::DictView:
    case Kind::DictItems:
      return Hashing<V>::unhashable(t, v);
    case Kind::Bytes:
    case Kind::Object:
    case Kind::Native:
      handled = false;
      return false;
    default:
      out = ClassNatives<V>::identity_hash(v);
      return true;
  }
}

template <class V>
int64_t ByKind<V>::length(VmThread& t, Value v, bool& handled) {
  handled = true;
  switch (layout_of(v)) {
    case Kind::Str:
      return v.as<Str>()->length;
    case Kind::Bytes:
      return static_cast<int64_t>(v.as<Bytes>()->size);
    case Kind::ByteArray:
      return static_cast<int64_t>(v.as<ByteArray>()->size);
    case Kind::Tuple:
      return static_cast<int64_t>(v.as<Tuple>()->size);
    case Kind::List: {
      return static_cast<int64_t>(ListCore<V>::size(v.as<List>()));
    }
    case Kind::Deque:
      return static_cast<int64_t>(Deques<V>::size(v.as<Deque>()));
    case Kind::Dict: {
      return static_cast<int64_t>(DictCore<V>::size(v.as<Dict>()));
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      return static_cast<int64_t>(SetAlgebra<V>::size(v.as<Set>()));
    }
    case Kind::DictView:
    case Kind::DictValues:
    case Kind::DictItems: {
      return static_cast<int64_t>(DictCore<V>::size(v.as<DictView>()->dict));
    }
    case Kind::Range: {
      int64_t n = 0;
      if (Numbers<V>::int64_of(v.as<Range>()->length, n)) return n;
      Errors<V>::raise(t, Exc::OverflowError, "Python int too large to convert to C ssize_t");
      return -1;
    }
    default:
      handled = false;
      return -1;
  }
}

template <class V>
struct RangeItems {
  // start + index * step, for any size of ints.
  static Value at(VmThread& t, Range* r, Value index) {
    Ref<V> offset(Numbers<V>::binary(t, BinaryOp::Mul, index, r->step));
    return offset ? Numbers<V>::binary(t, BinaryOp::Add, r->start, offset.get()) : Value();
  }
  static Value get(VmThread& t, Range* r, Value key) {
    if (key.is_object() && key.object()->kind == Kind::Slice) return slice(t, r, key.as<Slice>());
    Ref<V> index;
    if (is_integer(layout_of(key)) || Classes<V>::has_special(t, key, Special::index))
      index = Ref<V>(Protocol<V>::to_index(t, key));
    else
      Errors<V>::type_error(t, message({"range indices must be integers or slices, not ",
                                        Classes<V>::class_name(t, key)}));
    if (!index) return Value();
    int negative = Protocol<V>::compare_bool(t, CompareOp::Lt, index.get(), Value::integer(0));
    if (negative == 1) index = Ref<V>(Numbers<V>::binary(t, BinaryOp::Add, index.get(), r->length));
    bool low = Protocol<V>::compare_bool(t, CompareOp::Lt, index.get(), Value::integer(0)) == 1;
    if (low || Protocol<V>::compare_bool(t, CompareOp::Ge, index.get(), r->length) == 1) {
      return Errors<V>::raise(t, Exc::IndexError, "range object index out of range");
    }
    return at(t, r, index.get());
  }
  static Value slice(VmThread& t, Range* r, Slice* s) {
    int64_t n = 0, start = 0, stop = 0, step = 0, count = 0;
    if (!Numbers<V>::int64_of(r->length, n)) {
      return Errors<V>::raise(t, Exc::OverflowError,
                              "Python int too large to convert to C ssize_t");
    }
    if (!Protocol<V>::slice_bounds(t, s, n, start, stop, step, count)) return Value();
    Ref<V> first(at(t, r, Value::integer(start))), end(at(t, r, Value::integer(stop)));
    Ref<V> stride(Numbers<V>::binary(t, BinaryOp::Mul, r->step, Value::integer(step)));
    if (!first || !end || !stride) return Value();
    auto* made = Heap<V>::template make<Range>(t, Kind::Range);
    made->start = first.take();
    made->stop = end.take();
    made->step = stride.take();
    made->length = Value::integer(count);
    return Value(made);
  }
  static int contains(VmThread& t, Range* r, Value v) {
    if (!is_integer(layout_of(v))) return ByKind<V>::kUnhandled;
    bool down = Protocol<V>::compare_bool(t, CompareOp::Lt, r->step, Value::integer(0)) == 1;
    Value low = down ? r->stop : r->start, high = down ? r->start : r->stop;
    CompareOp below = down ? CompareOp::Le : CompareOp::Lt,
              above = down ? CompareOp::Gt : CompareOp::Ge;
    if (Protocol<V>::compare_bool(t, below, v, low) == 1 ||
        Protocol<V>::compare_bool(t, above, v, high) == 1)
      return 0;
    Ref<V> distance(Numbers<V>::binary(t, BinaryOp::Sub, v, r->start));
    Ref<V> rest(Numbers<V>::binary(t, BinaryOp::Mod, distance.get(), r->step));
    return rest ? Protocol<V>::equal(t, rest.get(), Value::integer(0)) : -1;
  }
};

template <class V>
Value ByKind<V>::get_item(VmThread& t, Value container, Value key, bool& handled) {
  handled = true;
  switch (layout_of(container)) {
    case Kind::List:
      return Lists<V>::get_item(t, container.as<List>(), key);
    case Kind::Tuple:
      return Lists<V>::tuple_get_item(t, container.as<Tuple>(), key);
    case Kind::Dict:
      return Dicts<V>::get_item(t, container.as<Dict>(), key);
    case Kind::Str:
      return Strings<V>::get_item(t, container.as<Str>(), key);
    case Kind::Range:
      return RangeItems<V>::get(t, container.as<Range>(), key);
    case Kind::Bytes:
      if (key.is_int()) {
        std::string_view bytes = container.as<Bytes>()->view();
        int64_t index = key.as_int() + (key.as_int() < 0 ? static_cast<int64_t>(bytes.size()) : 0);
        if (index >= 0 && static_cast<uint64_t>(index) < bytes.size())
          return Value::integer(static_cast<unsigned char>(bytes[static_cast<size_t>(index)]));
      }
      handled = false;
      return Value();
    case Kind::ByteArray:
      return Strings<V>::array_get(t, container.as<ByteArray>(), key);
    case Kind::Deque:
      return Deques<V>::get_item(t, container.as<Deque>(), key);
    default:
      handled = false;
      return Value();
  }
}

template <class V>
bool ByKind<V>::set_item(VmThread& t, Value container, Value key, Value value, bool& handled) {
  handled = true;
  Kind kind = layout_of(container);
  if (kind == Kind::List) return Lists<V>::set_item(t, container.as<List>(), key, value);
  if (kind == Kind::Dict) {
    if (value) return Dicts<V>::set(t, container.as<Dict>(), key, value);
    int done = Dicts<V>::del(t, container.as<Dict>(), key);
    if (done == 0) Errors<V>::raise_value(t, Exc::KeyError, key);
    return done == 1;
  }
  if (kind == Kind::ByteArray)
    return Strings<V>::array_set(t, container.as<ByteArray>(), key, value);
  if (kind == Kind::Deque) return Deques<V>::set_item(t, container.as<Deque>(), key, value);
  handled = false;
  return false;
}

template <class V>
struct Membership {
  static int in_sequence(VmThread& t, Value sequence, Value item) {
    for (uint64_t k = 0;; ++k) {
      Ref<V> candidate(Comparison<V>::item(sequence, k));
      if (!candidate) return 0;
      int equal = Protocol<V>::equal(t, candidate.get(), item);
      if (equal != 0) return equal;
    }
  }
  static int in_bytes(VmThread& t, Value bytes, Value item) {
    std::string_view part;
    char letter;
    if (is_integer(layout_of(item))) {
      int64_t n = 0;
      if (!Numbers<V>::int64_of(item, n) || n < 0 || n > 255) {
        Errors<V>::value_error(t, "byte must be in range(0, 256)");
        return -1;
      }
      letter = static_cast<char>(n);
      part = std::string_view(&letter, 1);
    } else if (item.is_object() && is_bytes(item.object()->kind)) {
      part = SequenceMath<V>::bytes_of(item);
    } else {
      Errors<V>::type_error(t, message({"a bytes-like object is required, not '",
                                        Classes<V>::class_name(t, item), "'"}));
      return -1;
    }
    typename V::Guard guard(bytes.object());
    return SequenceMath<V>::bytes_of(bytes).find(part) != std::string_view::npos;
  }
  static int in_values(VmThread& t, Dict* dict, Value item) {
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, dict, position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      int equal = Protocol<V>::equal(t, value, item);
      if (equal != 0) return equal;
    }
    return 0;
  }
  static int in_dict(VmThread& t, Dict* dict, Value key) {
    if (int quick = dict_contains_inline<V>(t, dict, key); quick >= 0) return quick;
    bool error = false;
    Ref<V> value(Dicts<V>::get(t, dict, key, error));
    return error ? -1 : static_cast<bool>(value);
  }
  static int in_items(VmThread& t, Dict* dict, Value pair) {
    if (!pair.is_object() || pair.object()->kind != Kind::Tuple || pair.as<Tuple>()->size != 2)
      return 0;
    bool error = false;
    Ref<V> value(Dicts<V>::get(t, dict, pair.as<Tuple>()->items[0], error));
    if (!value) return error ? -1 : 0;
    return Protocol<V>::equal(t, value.get(), pair.as<Tuple>()->items[1]);
  }
};

template <class V>
int ByKind<V>::contains(VmThread& t, Value container, Value item) {
  switch (layout_of(container)) {
    case Kind::List:
    case Kind::Tuple:
      return Membership<V>::in_sequence(t, container, item);
    case Kind::Deque:
      return Deques<V>::contains(t, container.as<Deque>(), item);
    case Kind::Dict:
      return Membership<V>::in_dict(t, container.as<Dict>(), item);
    case Kind::DictView:
      return Membership<V>::in_dict(t, container.as<DictView>()->dict, item);
    case Kind::DictValues:
      return Membership<V>::in_values(t, container.as<DictView>()->dict, item);
    case Kind::DictItems:
      return Membership<V>::in_items(t, container.as<DictView>()->dict, item);
    case Kind::Set:
    case Kind::FrozenSet:
      return Sets<V>::contains(t, container.as<Set>(), item);
    case Kind::Range:
      return RangeItems<V>::contains(t, container.as<Range>(), item);
    case Kind::Bytes:
    case Kind::ByteArray:
      return Membership<V>::in_bytes(t, container, item);
    case Kind::Str:
      if (layout_of(item) == Kind::Str)
        return container.as<Str>()->view().find(item.as<Str>()->view()) != std::string_view::npos;
      Errors<V>::type_error(t, message({"'in <string>' requires string as left operand, not ",
                                        Classes<V>::class_name(t, item)}));
      return -1;
    default:
      return kUnhandled;
  }
}

template <class V>
int ByKind<V>::truth(VmThread& t, Value v) {
  switch (layout_of(v)) {
    case Kind::Int:
      return v.is_int() ? v.as_int() != 0 : v.as<Int>()->size != 0;
    case Kind::Float:
      return v.is_real() ? v.as_real() != 0 : v.as<Float>()->value != 0;
    case Kind::Bool:
      return v.is_true();
    case Kind::NoneType:
      return 0;
    default:
      break;
  }
  bool handled = false;
  int64_t n = length(t, v, handled);
  if (!handled) return kUnhandled;
  if (n < 0) {  // a range whose length has no int64
    Errors<V>::clear(t);
    return 1;
  }
  return n != 0;
}

}  // namespace gilsim
