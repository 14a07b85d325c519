// What: range and slice: construction, attributes, methods.
// Idea: a range holds ints of any size; where they fit machine words no int operation is called.
// Threads: any; ranges never change, slices neither after construction.
// Not here: items of a range (by_kind_items_impl.h), slices of sequences (list_impl.h,
//   tuple_impl.h).
#pragma once

#include "vm/object/by_kind_iteration_impl.h"
#include "vm/object/native_support.h"

namespace gilsim {

template <class V>
struct RangeMethods {
  using A = const NativeArgs&;
  using Support = NativeSupport<V>;
  static Range* self(A args) { return args.values[0].as<Range>(); }

  static Value binary(VmThread& t, BinaryOp op, Value a, Value b) {
    return Numbers<V>::binary(t, op, a, b);
  }
  static bool is_below(VmThread& t, Value a, Value b) {
    return Numbers<V>::compare(t, CompareOp::Lt, a, b).is_true();
  }

  // How many items, for ints of any size. Owned, or null.
  static Value count_items(VmThread& t, Value start, Value stop, Value step) {
    int64_t a, b, c;
    if (Numbers<V>::int64_of(start, a) && Numbers<V>::int64_of(stop, b) &&
        Numbers<V>::int64_of(step, c)) {
      return Heap<V>::unsigned_integer(t, range_count(a, b, c));
    }
    bool down = is_below(t, step, Value::integer(0));
    Value low = down ? stop : start, high = down ? start : stop;
    if (!is_below(t, low, high)) return Heap<V>::integer(t, int64_t{0});
    Ref<V> distance(binary(t, BinaryOp::Sub, high, low));
    if (!distance) return Value();
    Ref<V> stride(down ? binary(t, BinaryOp::Mul, step, Value::integer(-1)) : V::newref(step));
    if (!stride) return Value();
    Ref<V> last(binary(t, BinaryOp::Sub, distance.get(), Value::integer(1)));
    if (!last) return Value();
    Ref<V> whole(binary(t, BinaryOp::FloorDiv, last.get(), stride.get()));
    return whole ? binary(t, BinaryOp::Add, whole.get(), Value::integer(1)) : Value();
  }

  static Value make(VmThread& t, Value start, Value stop, Value step) {
    Ref<V> length(count_items(t, start, stop, step));
    if (!length) return Value();
    auto* range = Heap<V>::template make<Range>(t, Kind::Range);
    range->start = V::newref(start);
    range->stop = V::newref(stop);
    range->step = V::newref(step);
    range->length = length.take();
    return Value(range);
  }

  static Value construct(VmThread& t, A args) {
    const Value* v = args.values;
    if (!t.isolate->boxed_numbers && v[1].is_int() && (args.count == 2 || v[2].is_int()) &&
        args.count < 4) {
      bool one = args.count == 2;
      return Heap<V>::range(t, one ? 0 : v[1].as_int(), v[one ? 1 : 2].as_int(), 1);
    }
    Ref<V> parts[3];
    uint32_t given = args.count - 1;
    for (uint32_t k = 0; k < given; ++k) {
      Value v = args.values[k + 1];
      parts[k] = Ref<V>(v.is_int() ? v : Protocol<V>::to_index(t, v));
      if (!parts[k]) return Value();
    }
    if (given == 1) {
      Ref<V> zero(Heap<V>::integer(t, int64_t{0})), one(Heap<V>::integer(t, int64_t{1}));
      return make(t, zero.get(), parts[0].get(), one.get());
    }
    if (given == 2) parts[2] = Ref<V>(Heap<V>::integer(t, int64_t{1}));
    if (Protocol<V>::truth(t, parts[2].get()) == 0)
      return Errors<V>::value_error(t, "range() arg 3 must not be zero");
    return make(t, parts[0].get(), parts[1].get(), parts[2].get());
  }

  static Value start(VmThread&, A args) { return V::newref(self(args)->start); }
  static Value stop(VmThread&, A args) { return V::newref(self(args)->stop); }
  static Value step(VmThread&, A args) { return V::newref(self(args)->step); }

  // The same items from the end: an iterator.
  static Value reversed(VmThread& t, A args) {
    Range* r = self(args);
    Ref<V> last_index(binary(t, BinaryOp::Sub, r->length, Value::integer(1)));
    if (!last_index) return Value();
    Ref<V> offset(binary(t, BinaryOp::Mul, last_index.get(), r->step));
    if (!offset) return Value();
    Ref<V> first(binary(t, BinaryOp::Add, r->start, offset.get()));
    Ref<V> end(binary(t, BinaryOp::Sub, r->start, r->step));
    Ref<V> stride(binary(t, BinaryOp::Mul, r->step, Value::integer(-1)));
    if (!first || !end || !stride) return Value();
    Ref<V> turned(make(t, first.get(), end.get(), stride.get()));
    return turned ? Protocol<V>::iterate(t, turned.get()) : Value();
  }

  // The place of a value, as an owned int; null without an exception: it is not in the range.
  static Value place(VmThread& t, Range* r, Value v) {
    int in = ByKind<V>::contains(t, Value(r), v);
    if (in == 1) {
      Ref<V> distance(binary(t, BinaryOp::Sub, v, r->start));
      return distance ? binary(t, BinaryOp::FloorDiv, distance.get(), r->step) : Value();
    }
    if (in != ByKind<V>::kUnhandled) return Value();
    Ref<V> iterator(Protocol<V>::iterate(t, Value(r)));
    if (!iterator) return Value();
    for (int64_t k = 0;; ++k) {
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) return Value();
      int equal = Protocol<V>::equal(t, item.get(), v);
      if (equal != 0) return equal < 0 ? Value() : Heap<V>::integer(t, k);
    }
  }
  static Value index(VmThread& t, A args) {
    Value at = place(t, self(args), args.values[1]);
    if (at || t.pending) return at;
    if (!Numbers<V>::is_int(args.values[1]))
      return Errors<V>::value_error(t, "sequence.index(x): x not in sequence");
    Str* text = Protocol<V>::repr(t, args.values[1]);
    if (!text) return Value();
    Ref<V> held(text);
    return Errors<V>::value_error(t, message({text->view(), " is not in range"}));
  }
  static Value count(VmThread& t, A args) {
    Ref<V> at(place(t, self(args), args.values[1]));
    return t.pending ? Value() : Heap<V>::integer(t, static_cast<int64_t>(static_cast<bool>(at)));
  }

  // ---- slice
  static Value slice_new(VmThread& t, A args) {
    auto* slice = Heap<V>::template make<Slice>(t, Kind::Slice);
    bool stop_only = args.count == 2;
    slice->start = stop_only ? Value::none() : V::newref(args.values[1]);
    slice->stop = V::newref(args.values[stop_only ? 1 : 2]);
    slice->step = args.count > 3 ? V::newref(args.values[3]) : Value::none();
    Heap<V>::track_immutable(t, slice);
    return Value(slice);
  }
  static Value slice_start(VmThread&, A args) {
    return V::newref(args.values[0].as<Slice>()->start);
  }
  static Value slice_stop(VmThread&, A args) { return V::newref(args.values[0].as<Slice>()->stop); }
  static Value slice_step(VmThread&, A args) { return V::newref(args.values[0].as<Slice>()->step); }
  static Value slice_indices(VmThread& t, A args) {
    int64_t size, start, stop, step, count;
    if (!Protocol<V>::index(t, args.values[1], size)) return Value();
    if (size < 0) return Errors<V>::value_error(t, "length should not be negative");
    if (!Protocol<V>::slice_bounds(t, args.values[0].as<Slice>(), size, start, stop, step, count))
      return Value();
    Ref<V> first(Heap<V>::integer(t, start)), end(Heap<V>::integer(t, stop)),
        stride(Heap<V>::integer(t, step));
    return Value(Heap<V>::tuple(t, {first.get(), end.get(), stride.get()}));
  }

  static void create(VmThread& t) {
    static const NativeDef kRange[] = {
        {"__new__", construct, 2, 4, kNativeStatic},
        {"__reversed__", reversed, 0, 0, kNativeMethod},
        {"index", index, 1, 1, kNativeMethod},
        {"count", count, 1, 1, kNativeMethod},
    };
    static const GetSetDef kRangeAttributes[] = {
        {{"start", start, 0, 0, kNativeMethod}, {}},
        {{"stop", stop, 0, 0, kNativeMethod}, {}},
        {{"step", step, 0, 0, kNativeMethod}, {}},
    };
    static const NativeDef kSlice[] = {
        {"__new__", slice_new, 2, 4, kNativeStatic},
        {"indices", slice_indices, 1, 1, kNativeMethod},
    };
    static const GetSetDef kSliceAttributes[] = {
        {{"start", slice_start, 0, 0, kNativeMethod}, {}},
        {{"stop", slice_stop, 0, 0, kNativeMethod}, {}},
        {{"step", slice_step, 0, 0, kNativeMethod}, {}},
    };
    Support::add(t, Kind::Range, kRange);
    Support::add_attributes(t, Kind::Range, kRangeAttributes);
    Support::add(t, Kind::Slice, kSlice);
    Support::add_attributes(t, Kind::Slice, kSliceAttributes);
  }
};

}  // namespace gilsim
