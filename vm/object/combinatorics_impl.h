// What: itertools' product, permutations, combinations and combinations_with_replacement.
// Idea: an iterator holds its pools and, as small ints, the places in them that its next row is
// made of. Making a row calls no Python code, so it is one step under the guard. For permutations
// each place of a row counts down how many items may still come to it.
// State: 0: the row of the first places is next; 1: a later one; 2: ended.
// Threads: any; each row is given once.
// Not here: the other iterators (itertools_impl.h).
#pragma once

#include "vm/object/tools_impl.h"

namespace gilsim {

template <class V>
struct Combinatorics {
  using A = const NativeArgs&;
  using T = Tools<V>;
  using Guard = typename V::Guard;
  using Support = NativeSupport<V>;
  enum State : uint32_t { kFresh, kRunning, kEnded };

  static int64_t place(const Value* places, int64_t k) { return places[k].as_int(); }
  static Tuple* pool(ToolIterator* it, int64_t k) { return it->parts[k].template as<Tuple>(); }

  // A row of `size` items that fill(items) makes under the guard. advance() goes to the next places
  // and is false behind the last.
  template <class Advance, class Fill>
  static Value row(VmThread& t, ToolIterator* it, int64_t size, Advance&& advance, Fill&& fill) {
    // A row that nobody has kept becomes the next one, where no other thread can be stepping.
    Value& last = it->parts[it->part_count - 1];
    bool again = !V::kParallel && last.is_object() && V::is_only_reference(last.object());
    Ref<V> made(again ? V::newref(last) : Value(Heap<V>::tuple(t, static_cast<size_t>(size))));
    auto* tuple = made.template as<Tuple>();
    Guard guard(it);
    if (it->state == kEnded || it->parts[0].is_null()) return Value();
    if (it->state == kRunning && !advance()) {
      it->state = kEnded;
      return Value();
    }
    it->state = kRunning;
    // The pools keep its items alive.
    for (int64_t k = 0; again && k < size; ++k) V::decref(tuple->items[k]);
    tuple->hash = 0;
    fill(tuple->items);
    if (!V::kParallel && !again && size > 0) {
      V::decref(last);
      last = V::newref(made.get());
    }
    return made.take();
  }

  // The last part of each is the row before, if it may be used again.

  // ---- product: None, n pools, n places; numbers: n
  static Value step_product(VmThread& t, ToolIterator* it) {
    int64_t n = it->numbers[0];
    Value* places = it->parts + 1 + n;
    auto advance = [&] {
      for (int64_t k = n; k-- > 0;) {
        int64_t next = place(places, k) + 1;
        bool in_pool = next < static_cast<int64_t>(pool(it, 1 + k)->size);
        places[k] = Value::integer(in_pool ? next : 0);
        if (in_pool) return true;
      }
      return false;
    };
    return row(t, it, n, advance, [&](Value* items) {
      for (int64_t k = 0; k < n; ++k)
        items[k] = V::newref(pool(it, 1 + k)->items[place(places, k)]);
    });
  }
  // The argument repeat. False: pending.
  static bool read_repeat(VmThread& t, A args, int64_t& repeat) {
    uint32_t positional = args.positional_count();
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      std::string_view name = args.names->items[k].template as<Str>()->view();
      if (name != "repeat" && Support::is_exact_class(args.values[0])) {
        Errors<V>::type_error(
            t, message({"'", name, "' is an invalid keyword argument for product()"}));
        return false;
      }
      if (name == "repeat" && !T::size_argument(t, args.values[positional + k], repeat))
        return false;
    }
    if (repeat >= 0) return true;
    Errors<V>::value_error(t, "repeat argument cannot be negative");
    return false;
  }
  static Value product_new(VmThread& t, A args) {
    constexpr int64_t kMost = int64_t{1} << 28;
    int64_t repeat = 1;
    if (!read_repeat(t, args, repeat)) return Value();
    int64_t given = repeat ? args.positional_count() - 1 : 0;
    OwnedValues<V> pools;
    for (int64_t k = 0; k < given; ++k) {
      Tuple* one = Protocol<V>::to_tuple(t, args.values[1 + k]);
      if (!one) return Value();
      pools.add(Value(one));
    }
    if (given && repeat > kMost / given)
      return Errors<V>::raise(t, Exc::OverflowError, "repeat argument too large");
    int64_t n = given * repeat;
    auto* it = T::make(t, T::class_of(args), step_product, {Value::none()},
                       static_cast<size_t>(2 * n + 1));
    it->numbers[0] = n;
    for (int64_t k = 0; k < n; ++k) {
      Value one = pools[static_cast<size_t>(k % given)];
      it->parts[1 + k] = V::newref(one);
      it->parts[1 + n + k] = Value::integer(0);
      if (one.as<Tuple>()->size == 0) it->state = kEnded;
    }
    return Value(it);
  }

  // ---- the other three: the pool, then places; numbers: items in the pool, items of a row, and
  // how far the places of combinations have to be apart
  static void fill_row(ToolIterator* it, const Value* places, Value* items) {
    const Value* from = pool(it, 0)->items;
    for (int64_t k = 0; k < it->numbers[1]; ++k) items[k] = V::newref(from[place(places, k)]);
  }

  // Behind the pool an order of all its places, then what each place of a row counts down.
  static bool advance_permutation(ToolIterator* it) {
    int64_t n = it->numbers[0], r = it->numbers[1];
    Value* order = it->parts + 1;
    Value* turns = order + n;
    for (int64_t k = r; k-- > 0;) {
      int64_t left = place(turns, k) - 1;
      if (left > 0) {
        turns[k] = Value::integer(left);
        std::swap(order[k], order[n - left]);
        return true;
      }
      std::rotate(order + k, order + k + 1, order + n);
      turns[k] = Value::integer(n - k);
    }
    return false;
  }
  static Value step_permutations(VmThread& t, ToolIterator* it) {
    return row(
        t, it, it->numbers[1], [&] { return advance_permutation(it); },
        [&](Value* items) { fill_row(it, it->parts + 1, items); });
  }

  static bool advance_combination(ToolIterator* it) {
    int64_t n = it->numbers[0], r = it->numbers[1], gap = it->numbers[2];
    Value* places = it->parts + 1;
    int64_t k = r - 1;
    while (k >= 0 && place(places, k) == n - 1 - gap * (r - 1 - k)) --k;
    if (k < 0) return false;
    for (int64_t at = place(places, k) + 1; k < r; ++k, at += gap) places[k] = Value::integer(at);
    return true;
  }
  static Value step_combinations(VmThread& t, ToolIterator* it) {
    return row(
        t, it, it->numbers[1], [&] { return advance_combination(it); },
        [&](Value* items) { fill_row(it, it->parts + 1, items); });
  }

  static Value start(VmThread& t, A args, ToolIterator::Step step, Ref<V> items, int64_t r,
                     int64_t gap, int64_t places) {
    auto n = static_cast<int64_t>(items.template as<Tuple>()->size);
    auto* it = T::make(t, T::class_of(args), step, {items.take()}, static_cast<size_t>(places + 1));
    it->numbers[0] = n;
    it->numbers[1] = r;
    it->numbers[2] = gap;
    for (int64_t k = 0; k < places; ++k) it->parts[1 + k] = Value::integer(k * gap);
    return Value(it);
  }

  static Value permutations_new(VmThread& t, A args) {
    Value out[2];
    if (!bind_arguments<V>(t, "permutations", Support::rest(args), {"iterable", "r"}, 1, out))
      return Value();
    Ref<V> items(Protocol<V>::to_tuple(t, out[0]));
    if (!items) return Value();
    auto n = static_cast<int64_t>(items.template as<Tuple>()->size);
    int64_t r = n;
    if (out[1] && !out[1].is_none()) {
      if (!Numbers<V>::is_int(out[1])) return Errors<V>::type_error(t, "Expected int as r");
      if (!T::size_argument(t, out[1], r)) return Value();
      if (r < 0) return Errors<V>::value_error(t, "r must be non-negative");
    }
    bool none = r > n;
    if (none) r = 0;
    Value made = start(t, args, step_permutations, std::move(items), r, 1, n + r);
    auto* it = made.as<ToolIterator>();
    for (int64_t k = 0; k < r; ++k) it->parts[1 + n + k] = Value::integer(n - k);
    if (none) it->state = kEnded;
    return made;
  }

  static Value choose(VmThread& t, A args, const char* name, int64_t gap) {
    Value out[2];
    int64_t r;
    if (!bind_arguments<V>(t, name, Support::rest(args), {"iterable", "r"}, 2, out) ||
        !T::size_argument(t, out[1], r))
      return Value();
    Ref<V> items(Protocol<V>::to_tuple(t, out[0]));
    if (!items) return Value();
    if (r < 0) return Errors<V>::value_error(t, "r must be non-negative");
    auto n = static_cast<int64_t>(items.template as<Tuple>()->size);
    bool none = gap ? r > n : n == 0 && r > 0;
    if (none) r = 0;
    Value made = start(t, args, step_combinations, std::move(items), r, gap, r);
    if (none) made.as<ToolIterator>()->state = kEnded;
    return made;
  }
  static Value combinations_new(VmThread& t, A args) { return choose(t, args, "combinations", 1); }
  static Value repeated_new(VmThread& t, A args) {
    return choose(t, args, "combinations_with_replacement", 0);
  }
};

}  // namespace gilsim
