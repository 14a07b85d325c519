// What: list.sort.
// Idea: lists of ints, floats or strs alone are sorted in place without a call. Any other is taken
//   out of the list, keyed, and sorted by a merge sort of natural runs after Peters' timsort
//   (without galloping), whose comparisons may run Python code and fail.
// Invariants: I1 whatever a comparison does, the entries stay a permutation of what they were. I2
//   while Python code may run the list is empty; what others put in meanwhile is a ValueError and,
//   where threads run in parallel, is kept behind the sorted items.
// Threads: any; in-place sorting is one critical section.
// Not here: sorted() (vm/interp), comparing (Protocol).
#pragma once

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "vm/object/list_impl.h"

namespace gilsim {

struct SortEntry {
  Value key;
  Value item;
};

template <class V>
class Sorter {
 public:
  explicit Sorter(VmThread& t) : t_(t) {}

  // Stable, ascending by key. False: a comparison failed (an exception is pending). Keeps I1.
  bool sort(SortEntry* entries, size_t n) {
    V::P::work(Cost::NativeByte, static_cast<int64_t>(n) * std::bit_width(n));
    size_t least = least_run(n);
    runs_.clear();
    for (size_t at = 0; at < n;) {
      size_t length = natural_run(entries + at, n - at);
      size_t wanted = std::min(least, n - at);
      if (length < wanted) {
        insert_sorted(entries + at, length, wanted);
        length = wanted;
      }
      if (failed_) return false;
      runs_.push_back({at, length});
      at += length;
      if (!collapse(entries, false)) return false;
    }
    return collapse(entries, true);
  }

 private:
  struct Run {
    size_t at, length;
  };

  bool less(Value a, Value b) {
    if (both_int(a, b)) return a.as_int() < b.as_int();
    if (both_real(a, b)) return a.as_real() < b.as_real();
    if (is_exactly<Kind::Str>(t_, a) && is_exactly<Kind::Str>(t_, b))
      return a.as<Str>()->view() < b.as<Str>()->view();
    if (is_exactly<Kind::Tuple>(t_, a) && is_exactly<Kind::Tuple>(t_, b)) {
      // Most tuples differ in their first items.
      Tuple *x = a.as<Tuple>(), *y = b.as<Tuple>();
      if (x->size && y->size && both_int(x->items[0], y->items[0]) && x->items[0] != y->items[0]) {
        return x->items[0].as_int() < y->items[0].as_int();
      }
    }
    int result = Protocol<V>::compare_bool(t_, CompareOp::Lt, a, b);
    failed_ = failed_ || result < 0;
    return result == 1;
  }

  static size_t least_run(size_t n) {
    size_t odd = 0;
    while (n >= 64) {
      odd |= n & 1;
      n >>= 1;
    }
    return n + odd;
  }

  // The length of the ascending run at the start; a strictly descending one is turned around.
  size_t natural_run(SortEntry* e, size_t n) {
    if (n < 2) return n;
    size_t length = 2;
    if (less(e[1].key, e[0].key)) {
      while (!failed_ && length < n && less(e[length].key, e[length - 1].key)) ++length;
      if (!failed_) std::reverse(e, e + length);
    } else {
      while (!failed_ && length < n && !less(e[length].key, e[length - 1].key)) ++length;
    }
    return length;
  }

  // Binary insertion of e[sorted .. n) into e[0 .. sorted).
  void insert_sorted(SortEntry* e, size_t sorted, size_t n) {
    for (size_t k = std::max<size_t>(sorted, 1); k < n && !failed_; ++k) {
      SortEntry pivot = e[k];
      size_t low = 0, high = k;
      while (low < high && !failed_) {
        size_t middle = low + (high - low) / 2;
        if (less(pivot.key, e[middle].key))
          high = middle;
        else
          low = middle + 1;
      }
      if (failed_) return;
      std::move_backward(e + low, e + k, e + k + 1);
      e[low] = pivot;
    }
  }

  // Merges runs until their lengths fall faster than Fibonacci's numbers, or, at the end, until one
  // is left.
  bool collapse(SortEntry* e, bool all) {
    while (runs_.size() > 1) {
      size_t k = runs_.size() - 2;
      auto length = [&](size_t i) { return runs_[i].length; };
      bool three = k > 0 && length(k - 1) <= length(k) + length(k + 1);
      bool four = k > 1 && length(k - 2) <= length(k - 1) + length(k);
      if (three || four || (all && k > 0)) {
        if (k > 0 && length(k - 1) < length(k + 1)) --k;
      } else if (!all && length(k) > length(k + 1)) {
        break;
      }
      if (!merge(e, k)) return false;
    }
    return true;
  }

  // Merges run k with the next. Equal entries keep their order.
  bool merge(SortEntry* e, size_t k) {
    Run left = runs_[k], right = runs_[k + 1];
    runs_[k].length += right.length;
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    spare_.assign(e + left.at, e + left.at + left.length);
    SortEntry *to = e + left.at, *b = e + right.at, *end = b + right.length;
    size_t a = 0;
    while (a < spare_.size() && b < end) {
      bool take_right = less(b->key, spare_[a].key);
      if (failed_) break;
      *to++ = take_right ? *b++ : spare_[a++];
    }
    std::copy(spare_.begin() + static_cast<std::ptrdiff_t>(a), spare_.end(),
              to);  // keeps I1, also after a failure
    return !failed_;
  }

  VmThread& t_;
  bool failed_ = false;
  std::vector<Run> runs_;
  std::vector<SortEntry> spare_;
};

template <class V>
struct ListSort {
  enum class Form { kInts, kReals, kTexts, kOther };

  // REQUIRES: the list's guard.
  static Form form_of(VmThread& t, const Value* items, uint64_t n) {
    auto form = [&](Value v) {
      return v.is_int()                    ? Form::kInts
             : v.is_real()                 ? Form::kReals
             : is_exactly<Kind::Str>(t, v) ? Form::kTexts
                                           : Form::kOther;
    };
    Form first = form(items[0]);
    for (uint64_t k = 1; k < n && first != Form::kOther; ++k) {
      if (form(items[k]) != first) return Form::kOther;
    }
    return first;
  }

  template <class Less>
  static void sort_values(Value* items, uint64_t n, bool reverse, Less less) {
    if (reverse)
      std::stable_sort(items, items + n, [&](Value a, Value b) { return less(b, a); });
    else
      std::stable_sort(items, items + n, less);
  }

  // Sorts in place if that needs no call.
  static bool sort_in_place(VmThread& t, List* list, bool reverse) {
    bool done = false;
    ListCore<V>::change(list, [&](List* work) { done = sort_plain(t, work, reverse); });
    return done;
  }
  static bool sort_plain(VmThread& t, List* list, bool reverse) {
    uint64_t n = list->size;
    if (n < 2) return true;
    Value* items = list->items;
    switch (form_of(t, items, n)) {
      case Form::kInts:
        // Equal ints are one word, so stability does not show.
        std::sort(items, items + n, [](Value a, Value b) { return a.as_int() < b.as_int(); });
        if (reverse) std::reverse(items, items + n);
        break;
      case Form::kReals:
        sort_values(items, n, reverse, [](Value a, Value b) { return a.as_real() < b.as_real(); });
        break;
      case Form::kTexts:
        sort_values(items, n, reverse,
                    [](Value a, Value b) { return a.as<Str>()->view() < b.as<Str>()->view(); });
        break;
      default:
        return false;
    }
    V::P::work(Cost::NativeByte, static_cast<int64_t>(n) * std::bit_width(n));
    return true;
  }

  // Keys of all entries. False: pending; the keys made so far are owned.
  static bool make_keys(VmThread& t, Value function, std::vector<SortEntry>& entries) {
    for (SortEntry& entry : entries) {
      entry.key = Protocol<V>::call(t, function, {entry.item});
      if (entry.key.is_null()) return false;
    }
    return true;
  }

  // Takes all items out of the list.
  static std::vector<SortEntry> take(List* list, bool keyed) {
    std::vector<SortEntry> entries;
    ListCore<V>::change(list, [&](List* work) {
      entries.clear();
      entries.reserve(work->size);
      for (uint64_t k = 0; k < work->size; ++k)
        entries.push_back({keyed ? Value() : work->items[k], work->items[k]});
      work->size = 0;
      ListCore<V>::shrink(work);
    });
    return entries;
  }

  // Puts them back. False: the list is no longer empty. Keeps I2.
  static bool put_back(List* list, const std::vector<SortEntry>& entries) {
    OwnedValues<V> extra;
    bool touched;
    for (const SortEntry& entry : entries) V::publish_for(list, entry.item);
    ListCore<V>::change(list, [&](List* work) {
      touched = work->items != nullptr;
      extra.forget();
      for (uint64_t k = 0; k < work->size; ++k) extra.add(work->items[k]);
      work->size = 0;
      ListCore<V>::reserve(work, entries.size() + extra.size());
      for (const SortEntry& entry : entries) work->items[work->size++] = entry.item;
      if constexpr (V::kParallel) {
        std::copy_n(extra.data(), extra.size(), work->items + work->size);
        work->size += extra.size();
      }
    });
    if constexpr (V::kParallel) extra.forget();
    return !touched;
  }
};

template <class V>
bool Lists<V>::sort(VmThread& t, List* list, Value key, bool reverse) {
  using Sort = ListSort<V>;
  bool keyed = !key.is_null() && !key.is_none();
  if (!keyed && Sort::sort_in_place(t, list, reverse)) return true;
  std::vector<SortEntry> entries = Sort::take(list, keyed);
  bool good = !keyed || Sort::make_keys(t, key, entries);
  if (good) {
    // Turning around before and after keeps equal items in order.
    if (reverse) std::reverse(entries.begin(), entries.end());
    good = Sorter<V>(t).sort(entries.data(), entries.size());
    if (reverse) std::reverse(entries.begin(), entries.end());
  }
  if (keyed) {  // while the list is still empty: what their finalizers do to it is noticed
    for (SortEntry& entry : entries) V::decref(std::exchange(entry.key, Value()));
  }
  bool untouched = Sort::put_back(list, entries);
  if (good && !untouched) Errors<V>::value_error(t, "list modified during sort");
  return good && untouched;
}

}  // namespace gilsim
