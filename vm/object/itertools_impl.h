// What: itertools' iterators over one item at a time: count, cycle, repeat, chain, islice,
//   accumulate, starmap, takewhile, dropwhile, filterfalse, compress, pairwise.
// Threads: any, as tools_impl.h says. count() of ints gives each number once.
// Not here: what holds several items (itertools_groups_impl.h), combinatorics_impl.h, batched
//   (lib/itertools.py).
#pragma once

#include "vm/object/tools_impl.h"

namespace gilsim {

template <class V>
struct Itertools {
  using A = const NativeArgs&;
  using T = Tools<V>;
  using Guard = typename V::Guard;
  using Support = NativeSupport<V>;

  static Ref<V> call(VmThread& t, Value function, Value a) {
    return Ref<V>(Protocol<V>::call(t, function, {a}));
  }
  static Value iterator_of(VmThread& t, Value v) { return Protocol<V>::iterate(t, v); }

  // ---- count: the next number, the step
  static Value step_count(VmThread& t, ToolIterator* it) {
    for (;;) {
      Ref<V> now, by;
      {
        Guard guard(it);
        Value a = it->parts[0], b = it->parts[1];
        if (both_int(a, b) && Value::fits_int(a.as_int() + b.as_int())) [[likely]] {
          it->parts[0] = Value::integer(a.as_int() + b.as_int());
          return a;
        }
        now = Ref<V>::share(a);
        by = Ref<V>::share(b);
      }
      if (!now) return Value();
      Ref<V> sum(Protocol<V>::binary(t, BinaryOp::Add, now.get(), by.get(), false));
      if (!sum) return Value();
      V::publish_for(it, sum.get());
      {
        Guard guard(it);
        // Another thread has taken this number.
        if (V::kParallel && it->parts[0] != now.get()) continue;
        Value old = it->parts[0];
        it->parts[0] = sum.take();
        sum = Ref<V>(old);
      }
      return now.take();
    }
  }
  static bool is_number(VmThread& t, Value v) {
    if (Numbers<V>::is_int(v) || Numbers<V>::is_real(v)) return true;
    for (Special s : {Special::index, Special::float_}) {
      if (Classes<V>::has_special(t, v, s)) return true;
    }
    Ref<V> name(Heap<V>::intern(t, "__complex__"));
    Ref<V> method(Classes<V>::get_attr_optional(t, v, name.template as<Str>()));
    if (method) return true;
    if (!t.pending) Errors<V>::type_error(t, "a number is required");
    return false;
  }
  static Value count_new(VmThread& t, A args) {
    Value out[2];
    if (!bind_arguments<V>(t, "count", Support::rest(args), {"start", "step"}, 0, out))
      return Value();
    Ref<V> start(out[0] ? V::newref(out[0]) : Heap<V>::integer(t, int64_t{0}));
    Ref<V> step(out[1] ? V::newref(out[1]) : Heap<V>::integer(t, int64_t{1}));
    if (!is_number(t, start.get()) || !is_number(t, step.get())) return Value();
    return Value(T::make(t, T::class_of(args), step_count, {start.take(), step.take()}));
  }
  // Whether what count() counts by is the int 1, which it does not show.
  static bool counts_by_one(VmThread& t, Value step) {
    return Numbers<V>::is_int(step) && Protocol<V>::equal(t, step, Value::integer(1)) == 1;
  }
  static Value count_repr(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    Ref<V> now = T::part(it, 0), step = T::part(it, 1);
    Ref<V> first(Protocol<V>::repr(t, now.get()));
    if (!first) return Value();
    std::string_view name = it->cls->name->view();
    std::string text = message({name, "(", first.template as<Str>()->view()});
    if (!counts_by_one(t, step.get())) {
      Ref<V> second(Protocol<V>::repr(t, step.get()));
      if (!second) return Value();
      text += message({", ", second.template as<Str>()->view()});
    }
    return Value(Heap<V>::str(t, text + ")"));
  }
  static Value count_reduce(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    Ref<V> now = T::part(it, 0), step = T::part(it, 1);
    Ref<V> numbers(counts_by_one(t, step.get())
                       ? Value(Heap<V>::tuple(t, {now.get()}))
                       : Value(Heap<V>::tuple(t, {now.get(), step.get()})));
    return Value(Heap<V>::tuple(t, {Value(it->cls), numbers.get()}));
  }

  // ---- repeat: the object; numbers: how often still, -1 for ever
  static Value step_repeat(VmThread&, ToolIterator* it) {
    Guard guard(it);
    int64_t& left = it->numbers[0];
    if (left == 0) return Value();
    if (left > 0) --left;
    return V::newref(it->parts[0]);
  }
  static Value repeat_new(VmThread& t, A args) {
    Value out[2];
    if (!bind_arguments<V>(t, "repeat", Support::rest(args), {"object", "times"}, 1, out))
      return Value();
    int64_t times = -1;
    if (out[1] && !T::size_argument(t, out[1], times)) return Value();
    auto* it = T::make(t, T::class_of(args), step_repeat, {V::newref(out[0])});
    it->numbers[0] = out[1] ? std::max<int64_t>(times, 0) : -1;
    return Value(it);
  }
  static int64_t times_left(ToolIterator* it) {
    Guard guard(it);
    return it->numbers[0];
  }
  static Value repeat_repr(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    Ref<V> object = T::part(it, 0);
    Ref<V> text(Protocol<V>::repr(t, object.get()));
    if (!text) return Value();
    int64_t left = times_left(it);
    return Value(Heap<V>::str(
        t, message({it->cls->name->view(), "(", text.template as<Str>()->view(),
                    left < 0 ? std::string() : message({", ", std::to_string(left)}), ")"})));
  }
  static Value repeat_hint(VmThread& t, A args) {
    int64_t left = times_left(args.values[0].template as<ToolIterator>());
    return left < 0 ? Errors<V>::type_error(t, "len() of unsized object")
                    : Heap<V>::integer(t, left);
  }
  static Value repeat_reduce(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    Ref<V> object = T::part(it, 0);
    int64_t left = times_left(it);
    Ref<V> number(Heap<V>::integer(t, left));
    Ref<V> parts(left < 0 ? Value(Heap<V>::tuple(t, {object.get()}))
                          : Value(Heap<V>::tuple(t, {object.get(), number.get()})));
    return Value(Heap<V>::tuple(t, {Value(it->cls), parts.get()}));
  }

  // ---- cycle: the source until it has ended, a list of what it gave; numbers: the place in it
  static Value step_cycle(VmThread& t, ToolIterator* it) {
    if (!it->parts[1]) return Value();
    List* saved = it->parts[1].template as<List>();
    if (!V::kParallel && it->parts[0].is_null() && saved->size) {
      auto at = static_cast<uint64_t>(it->numbers[0]);
      if (at >= saved->size) at = 0;
      it->numbers[0] = static_cast<int64_t>(at + 1);
      return V::newref(saved->items[at]);
    }
    Ref<V> source;
    if (Ref<V> item = Ref<V>(T::next_of(t, it, 0, source)))
      return Lists<V>::append(t, saved, item.get()) ? item.take() : Value();
    if (t.pending) return Value();
    if (source) T::clear_ended(it, 0, source.get());
    auto size = static_cast<int64_t>(ListCore<V>::size(saved));
    int64_t at;
    {
      Guard guard(it);
      at = it->numbers[0] < size ? it->numbers[0] : 0;
      it->numbers[0] = at + 1;
    }
    return size ? ListCore<V>::at(saved, static_cast<uint64_t>(at)) : Value();
  }
  static Value cycle_new(VmThread& t, A args) {
    if (!T::by_position(t, args, "cycle", 1, 1)) return Value();
    Value source = iterator_of(t, args.values[1]);
    if (!source) return Value();
    return Value(T::make(t, T::class_of(args), step_cycle, {source, Value(Heap<V>::list(t))}));
  }

  // ---- chain: the iterator of the iterables, or a tuple of them, that of the present one;
  // numbers: the place in the tuple
  static Value step_chain(VmThread& t, ToolIterator* it) {
    for (uint64_t rounds = 0;;) {
      Ref<V> active;
      Value item = T::next_of(t, it, 1, active);
      if (item || t.pending) return item;
      if (active) T::clear_ended(it, 1, active.get());
      Ref<V> source = T::part(it, 0);
      if (!source) return Value();
      Ref<V> iterable(next_iterable(t, it, source.get()));
      Value made = iterable ? iterator_of(t, iterable.get()) : Value();
      if (!made) {
        T::clear_ended(it, 0, source.get());
        return Value();
      }
      T::put(it, 1, made);
      if (!T::may_go_on(t, rounds)) return Value();
    }
  }
  static Value next_iterable(VmThread& t, ToolIterator* it, Value source) {
    if (source.object()->kind != Kind::Tuple) return Protocol<V>::next(t, source);
    auto* tuple = source.as<Tuple>();
    Guard guard(it);
    auto at = static_cast<uint64_t>(it->numbers[0]);
    if (at >= tuple->size) return Value();
    ++it->numbers[0];
    return V::newref(tuple->items[at]);
  }
  static Value chain_new(VmThread& t, A args) {
    if (!T::by_position(t, args, "chain", 0, UINT32_MAX - 1)) return Value();
    uint32_t n = args.positional_count() - 1;
    Tuple* iterables = Heap<V>::tuple(t, n);
    share_values<V>(args.values + 1, iterables->items, n);
    return Value(T::make(t, T::class_of(args), step_chain, {Value(iterables), Value()}));
  }
  static Value chain_from(VmThread& t, A args) {
    Value source = iterator_of(t, args.values[1]);
    if (!source) return Value();
    return Value(T::make(t, T::class_of(args), step_chain, {source, Value()}));
  }

  // ---- islice: the source; numbers: items taken, the number of the next to give, stop (-1: none),
  // step
  static Value step_slice(VmThread& t, ToolIterator* it) {
    Ref<V> source;
    int64_t at, wanted, stop;
    {
      Guard guard(it);
      at = it->numbers[0];
      wanted = it->numbers[1];
      stop = it->numbers[2];
      it->numbers[0] = wanted + 1;
      int64_t after;
      if (__builtin_add_overflow(wanted, it->numbers[3], &after) || (stop >= 0 && after > stop))
        after = stop < 0 ? INT64_MAX - 1 : std::max(stop, wanted);
      it->numbers[1] = after;
    }
    for (uint64_t rounds = 0; at < wanted; ++at) {
      Ref<V> skipped(T::next_of(t, it, 0, source));
      if (!skipped || !T::may_go_on(t, rounds)) return end_slice(it);
    }
    if (stop >= 0 && wanted >= stop) return end_slice(it);
    Value item = T::next_of(t, it, 0, source);
    return item ? item : end_slice(it);
  }
  static Value end_slice(ToolIterator* it) {
    T::clear(it, 0);
    return Value();
  }
  // A bound of a slice, None for absent. False: pending.
  static bool slice_bound(VmThread& t, Value v, int64_t least, const char* error, int64_t& out) {
    if (v.is_none()) return true;
    int64_t n = -1;
    bool able =
        v.is_int() || Numbers<V>::is_int(v) || Classes<V>::has_special(t, v, Special::index);
    if (able && !T::size_argument(t, v, n)) {
      Errors<V>::clear(t);
      n = -1;
    }
    out = n;
    if (able && n >= least) return true;
    Errors<V>::value_error(t, error);
    return false;
  }
  static Value slice_new(VmThread& t, A args) {
    static constexpr const char* kStop =
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static constexpr const char* kIndices =
        "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static constexpr const char* kStep = "Step for islice() must be a positive integer or None.";
    if (!T::by_position(t, args, "islice", 2, 4)) return Value();
    const Value* v = args.values + 2;
    bool one = args.positional_count() == 3;
    int64_t start = 0, stop = -1, step = 1;
    if (!slice_bound(t, v[one ? 0 : 1], 0, kStop, stop)) return Value();
    if (!one && !slice_bound(t, v[0], 0, kIndices, start)) return Value();
    if (args.positional_count() > 4 && !slice_bound(t, v[2], 1, kStep, step)) return Value();
    Value source = iterator_of(t, args.values[1]);
    if (!source) return Value();
    auto* it = T::make(t, T::class_of(args), step_slice, {source});
    it->numbers[1] = start;
    it->numbers[2] = stop;
    it->numbers[3] = step;
    return Value(it);
  }

  // ---- accumulate: the source, the function or null, the total, what stands first
  static Value step_accumulate(VmThread& t, ToolIterator* it) {
    if (Ref<V> first = T::part(it, 3)) {
      T::clear(it, 3);
      T::put(it, 2, V::newref(first.get()));
      return first.take();
    }
    Ref<V> source;
    Ref<V> item(T::next_of(t, it, 0, source));
    if (!item) return Value();
    if (!it->parts[1]) {
      Guard guard(it);
      Value total = it->parts[2];
      if (both_int(total, item.get()) && Value::fits_int(total.as_int() + item.get().as_int()))
        return it->parts[2] = Value::integer(total.as_int() + item.get().as_int());
    }
    Ref<V> total = T::part(it, 2), sum;
    if (!total)
      sum = std::move(item);
    else if (it->parts[1])
      sum = Ref<V>(Protocol<V>::call(t, it->parts[1], {total.get(), item.get()}));
    else
      sum = Ref<V>(Protocol<V>::binary(t, BinaryOp::Add, total.get(), item.get(), false));
    if (!sum) return Value();
    T::put(it, 2, V::newref(sum.get()));
    return sum.take();
  }
  static Value accumulate_new(VmThread& t, A args) {
    Value out[3];
    if (!bind_arguments<V>(t, "accumulate", Support::rest(args), {"iterable", "func", "$initial"},
                           1, out))
      return Value();
    Value source = iterator_of(t, out[0]);
    if (!source) return Value();
    auto given = [](Value v) { return v && !v.is_none() ? V::newref(v) : Value(); };
    return Value(T::make(t, T::class_of(args), step_accumulate,
                         {source, given(out[1]), Value(), given(out[2])}));
  }

  // ---- a function and a source, as takewhile(function, iterable)
  static Value with_function(VmThread& t, A args, const char* name, ToolIterator::Step step) {
    if (!T::by_position(t, args, name, 2, 2)) return Value();
    Value source = iterator_of(t, args.values[2]);
    if (!source) return Value();
    return Value(T::make(t, T::class_of(args), step, {V::newref(args.values[1]), source}));
  }
  // 1, 0, or -1: pending.
  static int verdict(VmThread& t, Value function, Value item) {
    Ref<V> result = call(t, function, item);
    return result ? Protocol<V>::truth(t, result.get()) : -1;
  }
  static bool is_done(ToolIterator* it) {
    Guard guard(it);
    return it->state != 0 || it->parts[1].is_null();
  }
  static void set_done(ToolIterator* it) {
    Guard guard(it);
    it->state = 1;
  }

  static Value step_starmap(VmThread& t, ToolIterator* it) {
    if (!it->parts[1]) return Value();
    Ref<V> given(Protocol<V>::next(t, it->parts[1]));
    if (!given) return Value();
    Ref<V> tuple(Protocol<V>::to_tuple(t, given.get()));
    if (!tuple) return Value();
    auto* row = tuple.template as<Tuple>();
    return Protocol<V>::call(t, it->parts[0],
                             CallArgs{row->items, static_cast<uint32_t>(row->size)});
  }
  static Value step_takewhile(VmThread& t, ToolIterator* it) {
    if (is_done(it)) return Value();
    Ref<V> item(Protocol<V>::next(t, it->parts[1]));
    if (!item) return Value();
    int wanted = verdict(t, it->parts[0], item.get());
    if (wanted == 0) set_done(it);
    return wanted == 1 ? item.take() : Value();
  }
  static Value step_dropwhile(VmThread& t, ToolIterator* it) {
    if (!it->parts[1]) return Value();
    bool dropping = !is_done(it);
    for (uint64_t rounds = 0;;) {
      Ref<V> item(Protocol<V>::next(t, it->parts[1]));
      if (!item || !dropping) return item.take();
      int dropped = verdict(t, it->parts[0], item.get());
      if (dropped == 0) set_done(it);
      if (dropped <= 0) return dropped == 0 ? item.take() : Value();
      if (!T::may_go_on(t, rounds)) return Value();
    }
  }
  static Value step_filterfalse(VmThread& t, ToolIterator* it) {
    if (!it->parts[1]) return Value();
    Value function = it->parts[0];
    bool own_truth =
        function.is_none() || function == Value(t.isolate->classes[static_cast<int>(Kind::Bool)]);
    for (uint64_t rounds = 0;;) {
      Ref<V> item(Protocol<V>::next(t, it->parts[1]));
      if (!item) return Value();
      int truth = own_truth ? Protocol<V>::truth(t, item.get()) : verdict(t, function, item.get());
      if (truth <= 0) return truth == 0 ? item.take() : Value();
      if (!T::may_go_on(t, rounds)) return Value();
    }
  }
  static Value starmap_new(VmThread& t, A args) {
    return with_function(t, args, "starmap", step_starmap);
  }
  static Value takewhile_new(VmThread& t, A args) {
    return with_function(t, args, "takewhile", step_takewhile);
  }
  static Value dropwhile_new(VmThread& t, A args) {
    return with_function(t, args, "dropwhile", step_dropwhile);
  }
  static Value filterfalse_new(VmThread& t, A args) {
    return with_function(t, args, "filterfalse", step_filterfalse);
  }

  // ---- compress: data, selectors
  static Value step_compress(VmThread& t, ToolIterator* it) {
    if (!it->parts[0] || !it->parts[1]) return Value();
    for (uint64_t rounds = 0;;) {
      Ref<V> item(Protocol<V>::next(t, it->parts[0]));
      if (!item) return Value();
      Ref<V> selector(Protocol<V>::next(t, it->parts[1]));
      if (!selector) return Value();
      int truth = Protocol<V>::truth(t, selector.get());
      if (truth != 0) return truth == 1 ? item.take() : Value();
      if (!T::may_go_on(t, rounds)) return Value();
    }
  }
  static Value compress_new(VmThread& t, A args) {
    Value out[2];
    if (!bind_arguments<V>(t, "compress", Support::rest(args), {"data", "selectors"}, 2, out))
      return Value();
    Ref<V> data(iterator_of(t, out[0]));
    if (!data) return Value();
    Value selectors = iterator_of(t, out[1]);
    if (!selectors) return Value();
    return Value(T::make(t, T::class_of(args), step_compress, {data.take(), selectors}));
  }

  // ---- pairwise: the source, the item before
  static Value step_pairwise(VmThread& t, ToolIterator* it) {
    Ref<V> source;
    Ref<V> before = T::part(it, 1);
    if (!before) {
      before = Ref<V>(T::next_of(t, it, 0, source));
      if (!before) return end_pairwise(it);
    }
    Ref<V> item(T::next_of(t, it, 0, source));
    if (!item) return end_pairwise(it);
    T::put(it, 1, V::newref(item.get()));
    return Value(Heap<V>::tuple(t, {before.get(), item.get()}));
  }
  static Value end_pairwise(ToolIterator* it) {
    T::clear(it, 0);
    T::clear(it, 1);
    return Value();
  }
  static Value pairwise_new(VmThread& t, A args) {
    if (!T::by_position(t, args, "pairwise", 1, 1)) return Value();
    Value source = iterator_of(t, args.values[1]);
    if (!source) return Value();
    return Value(T::make(t, T::class_of(args), step_pairwise, {source, Value()}));
  }
};

}  // namespace gilsim
