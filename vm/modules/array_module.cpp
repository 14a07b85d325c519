// What: the module array: sequences of machine numbers.
// Idea: the bytes of the items, one after another. Values are converted first; then the bytes are
//   changed in one go under a flag, so that each operation on one item is atomic in every mode.
// Invariants: I1 data.size() is a multiple of type->size.
// Threads: any; the flag guards the bytes, and no Python code runs while it is held.
// Not here: the buffer protocol; how one item is stored (array_items.h).
#include <algorithm>
#include <memory>
#include <optional>

#include "gil/platform/busy_flag.h"
#include "vm/modules/array_items.h"
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

struct Array {
  const ItemType* type;
  std::string data;
  BusyFlag busy;

  // REQUIRES, as of the others here: busy is held.
  int64_t count() const { return static_cast<int64_t>(data.size() / type->size); }
  size_t at(int64_t index) const { return static_cast<size_t>(index) * type->size; }
};
using Shared = std::shared_ptr<Array>;
struct Iterator {
  Shared array;
  int64_t next = 0;
};

void drop_array(void* payload) { delete static_cast<Shared*>(payload); }
void drop_iterator(void* payload) { delete static_cast<Iterator*>(payload); }
constexpr NativeType kArrayType{"array.array", drop_array, nullptr};
constexpr NativeType kIteratorType{"array.arrayiterator", drop_iterator, nullptr};

const Shared* array_of(Context& cx, Handle h) {
  return static_cast<const Shared*>(cx.payload(h, &kArrayType));
}
bool is_array(Context& cx, Handle h) { return cx.class_name(h) == "array"; }
Handle make(Context& cx, const ItemType* type, std::string data) {
  auto made = std::make_shared<Array>();
  made->type = type;
  made->data = std::move(data);
  Handle cls = cx.get_attr(cx.builtin_module("array"), "array");
  return cls ? cx.object(cls, new Shared(std::move(made))) : Handle{};
}
std::string copy_of(Array& array) {
  BusyFlag::Guard guard(array.busy);
  return array.data;
}
int64_t count_of(Array& array) {
  BusyFlag::Guard guard(array.busy);
  return array.count();
}

// One item, if the index (which may count from the end) is inside.
Handle item_at(Context& cx, Array& array, int64_t index, const char* error) {
  char item[kLargestItem];
  bool inside;
  {
    BusyFlag::Guard guard(array.busy);
    if (index < 0) index += array.count();
    inside = index >= 0 && index < array.count();
    if (inside) std::copy_n(array.data.data() + array.at(index), array.type->size, item);
  }
  return inside ? load_item(cx, *array.type, item) : cx.raise(Exc::IndexError, error);
}

// ---- making
bool extend_from(Context& cx, const ItemType& type, Handle iterable, std::string& data) {
  Handle iterator = cx.iterate(iterable);
  if (!iterator) return false;
  char item[kLargestItem];
  uint32_t mark = cx.mark();
  while (Handle value = cx.next(iterator)) {
    if (!store_item(cx, type, value, item)) return false;
    data.append(item, type.size);
    cx.release_to(mark);
  }
  return !cx.pending();
}
bool append_bytes(Context& cx, const ItemType& type, std::string_view bytes, std::string& data) {
  if (bytes.size() % type.size != 0) {
    cx.raise(Exc::ValueError, "bytes length not a multiple of item size");
    return false;
  }
  data += bytes;
  return true;
}
bool initial_items(Context& cx, const ItemType& type, Handle from, std::string& data) {
  if (cx.is_str(from) && type.code != 'u') {
    cx.raise(
        Exc::TypeError,
        std::string("cannot use a str to initialize an array with typecode '") + type.code + "'");
    return false;
  }
  return cx.is_bytes(from) ? append_bytes(cx, type, cx.text(from), data)
                           : extend_from(cx, type, from, data);
}

void* construct(Context& cx, const Handle* args, uint32_t count) {
  if (count < 1 || count > 2) {
    cx.raise(Exc::TypeError, std::string("array() takes at ") + (count < 1 ? "least 1" : "most 2") +
                                 " argument" + (count < 1 ? "" : "s") + " (" +
                                 std::to_string(count) + " given)");
    return nullptr;
  }
  if (!cx.is_str(args[0]) || cx.length(args[0]) != 1) {
    cx.raise(Exc::TypeError,
             "array() argument 1 must be a unicode character, not " + cx.class_name(args[0]));
    return nullptr;
  }
  const ItemType* type = find_item_type(cx.text(args[0])[0]);
  if (!type) {
    cx.raise(Exc::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    return nullptr;
  }
  auto made = std::make_shared<Array>();
  made->type = type;
  if (count == 2 && !initial_items(cx, *type, args[1], made->data)) return nullptr;
  return new Shared(std::move(made));
}

// ---- slices
struct Slice {
  int64_t start, stop, step, count;
};
bool read_slice(Context& cx, Handle key, int64_t length, Slice& slice) {
  Handle indices = cx.get_attr_optional(key, "indices");
  if (!indices) {
    if (!cx.pending()) cx.raise(Exc::TypeError, "array indices must be integers");
    return false;
  }
  Handle three = cx.call(indices, {cx.integer(length)});
  if (!three || !cx.to_int64(cx.item(three, 0), slice.start) ||
      !cx.to_int64(cx.item(three, 1), slice.stop) || !cx.to_int64(cx.item(three, 2), slice.step))
    return false;
  int64_t distance = slice.step > 0 ? slice.stop - slice.start : slice.start - slice.stop;
  int64_t stride = slice.step > 0 ? slice.step : -slice.step;
  slice.count = distance > 0 ? (distance + stride - 1) / stride : 0;
  return true;
}

// An index: true; a slice: false, and `slice` is set if nothing is pending.
bool is_index(Context& cx, Array& array, Handle key, int64_t& index, Slice& slice) {
  if (cx.is_int(key) || cx.get_attr_optional(key, "__index__")) {
    return cx.to_int64(key, index);
  }
  if (!cx.pending()) read_slice(cx, key, count_of(array), slice);
  return false;
}

Handle get_item(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  Array& array = **self;
  int64_t index;
  Slice slice{};
  if (is_index(cx, array, args[1], index, slice))
    return item_at(cx, array, index, "array index out of range");
  if (cx.pending()) return {};
  std::string picked;
  {
    BusyFlag::Guard guard(array.busy);
    for (int64_t k = 0, at = slice.start; k < slice.count; ++k, at += slice.step) {
      if (at < array.count()) picked.append(array.data, array.at(at), array.type->size);
    }
  }
  return make(cx, array.type, std::move(picked));
}

Handle wrong_size(Context& cx, int64_t given, int64_t wanted) {
  return cx.raise(Exc::ValueError, "attempt to assign array of size " + std::to_string(given) +
                                       " to extended slice of size " + std::to_string(wanted));
}
Handle set_slice(Context& cx, Array& array, const Slice& slice, Handle value) {
  if (!is_array(cx, value)) {
    return cx.raise(Exc::TypeError,
                    "can only assign array (not \"" + cx.class_name(value) + "\") to array slice");
  }
  const Shared* other = array_of(cx, value);
  if (!other) return {};
  if ((*other)->type != array.type)
    return cx.raise(Exc::TypeError, "bad argument type for built-in operation");
  std::string items = copy_of(**other);
  auto given = static_cast<int64_t>(items.size() / array.type->size);
  if (slice.step != 1 && given != slice.count) return wrong_size(cx, given, slice.count);
  BusyFlag::Guard guard(array.busy);
  if (slice.step == 1) {
    int64_t start = std::min(slice.start, array.count());
    array.data.replace(array.at(start), array.at(slice.count), items);
    return cx.none();
  }
  for (int64_t k = 0, at = slice.start; k < given; ++k, at += slice.step) {
    if (at < array.count())
      array.data.replace(array.at(at), array.type->size, items, array.at(k), array.type->size);
  }
  return cx.none();
}
Handle set_item(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  Array& array = **self;
  int64_t index;
  Slice slice{};
  if (!is_index(cx, array, args[1], index, slice))
    return cx.pending() ? Handle{} : set_slice(cx, array, slice, args[2]);
  char item[kLargestItem];
  if (!store_item(cx, *array.type, args[2], item)) return {};
  {
    BusyFlag::Guard guard(array.busy);
    if (index < 0) index += array.count();
    if (index >= 0 && index < array.count()) {
      std::copy_n(item, array.type->size, array.data.data() + array.at(index));
      return cx.none();
    }
  }
  return cx.raise(Exc::IndexError, "array assignment index out of range");
}

// Takes the items of a slice away.
void erase(Array& array, Slice slice) {
  BusyFlag::Guard guard(array.busy);
  if (slice.step < 0) {
    slice.start += (slice.count - 1) * slice.step;
    slice.step = -slice.step;
  }
  std::string rest;
  int64_t doomed = slice.start;
  for (int64_t k = 0, gone = 0; k < array.count(); ++k) {
    if (gone < slice.count && k == doomed) {
      ++gone;
      doomed += slice.step;
    } else {
      rest.append(array.data, array.at(k), array.type->size);
    }
  }
  array.data = std::move(rest);
}
Handle delete_item(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  Array& array = **self;
  int64_t index;
  Slice slice{};
  if (is_index(cx, array, args[1], index, slice)) {
    int64_t count = count_of(array);
    if (index < 0) index += count;
    if (index < 0 || index >= count)
      return cx.raise(Exc::IndexError, "array assignment index out of range");
    slice = {index, index + 1, 1, 1};
  } else if (cx.pending()) {
    return {};
  }
  if (slice.count > 0) erase(array, slice);
  return cx.none();
}

// ---- growing and shrinking
Handle append(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  char item[kLargestItem];
  if (!self || !store_item(cx, *(*self)->type, args[1], item)) return {};
  BusyFlag::Guard guard((*self)->busy);
  (*self)->data.append(item, (*self)->type->size);
  return cx.none();
}
Handle extend(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::string items;
  if (is_array(cx, args[1])) {
    const Shared* other = array_of(cx, args[1]);
    if (!other) return {};
    if ((*other)->type != (*self)->type)
      return cx.raise(Exc::TypeError, "can only extend with array of same kind");
    items = copy_of(**other);
  } else if (!extend_from(cx, *(*self)->type, args[1], items)) {
    return {};
  }
  BusyFlag::Guard guard((*self)->busy);
  (*self)->data += items;
  return cx.none();
}
Handle extend_in_place(Context& cx, const Handle* args, uint32_t count) {
  if (!is_array(cx, args[1])) {
    return cx.raise(Exc::TypeError,
                    "can only extend array with array (not \"" + cx.class_name(args[1]) + "\")");
  }
  return extend(cx, args, count) ? cx.dup(args[0]) : Handle{};
}
Handle from_list(Context& cx, const Handle* args, uint32_t count) {
  return cx.is_list(args[1]) ? extend(cx, args, count)
                             : cx.raise(Exc::TypeError, "arg must be list");
}
Handle from_bytes(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  if (!cx.is_bytes(args[1])) {
    return cx.raise(Exc::TypeError,
                    "a bytes-like object is required, not '" + cx.class_name(args[1]) + "'");
  }
  std::string items;
  if (!append_bytes(cx, *(*self)->type, cx.text(args[1]), items)) return {};
  BusyFlag::Guard guard((*self)->busy);
  (*self)->data += items;
  return cx.none();
}
Handle insert(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  int64_t index;
  char item[kLargestItem];
  if (!self || !cx.to_int64(args[1], index) || !store_item(cx, *(*self)->type, args[2], item))
    return {};
  Array& array = **self;
  BusyFlag::Guard guard(array.busy);
  if (index < 0) index += array.count();
  index = std::clamp<int64_t>(index, 0, array.count());
  array.data.insert(array.at(index), item, array.type->size);
  return cx.none();
}
Handle pop(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  int64_t index = -1;
  if (!self || (args[1] && !cx.to_int64(args[1], index))) return {};
  Array& array = **self;
  char item[kLargestItem];
  bool empty, inside;
  {
    BusyFlag::Guard guard(array.busy);
    empty = array.data.empty();
    if (index < 0) index += array.count();
    inside = index >= 0 && index < array.count();
    if (inside) {
      std::copy_n(array.data.data() + array.at(index), array.type->size, item);
      array.data.erase(array.at(index), array.type->size);
    }
  }
  if (inside) return load_item(cx, *array.type, item);
  return cx.raise(Exc::IndexError, empty ? "pop from empty array" : "pop index out of range");
}

// ---- searching. The first index from `start` on whose item equals the value; -1: none, -2: error.
int64_t find(Context& cx, Array& array, Handle value, int64_t start, int64_t stop) {
  std::string items = copy_of(array);
  auto count = static_cast<int64_t>(items.size() / array.type->size);
  for (int64_t k = start; k < std::min(stop, count); ++k) {
    uint32_t mark = cx.mark();
    Handle item = load_item(cx, *array.type, items.data() + array.at(k));
    int equal = item ? cx.compare(CompareOp::Eq, item, value) : -1;
    if (equal < 0) return -2;
    if (equal == 1) return k;
    cx.release_to(mark);
  }
  return -1;
}
Handle index_of(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  int64_t start = 0, stop = INT64_MAX;
  if (!self || (args[2] && !cx.to_int64(args[2], start)) ||
      (args[3] && !cx.to_int64(args[3], stop)))
    return {};
  int64_t count = count_of(**self);
  if (start < 0) start = std::max<int64_t>(start + count, 0);
  if (stop < 0) stop += count;
  int64_t found = find(cx, **self, args[1], start, stop);
  if (found == -1) return cx.raise(Exc::ValueError, "array.index(x): x not in array");
  return found < 0 ? Handle{} : cx.integer(found);
}
Handle contains(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  int64_t found = self ? find(cx, **self, args[1], 0, INT64_MAX) : -2;
  return found == -2 ? Handle{} : cx.boolean(found >= 0);
}
Handle count_equal(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  int64_t equal = 0;
  for (int64_t at = 0;; ++at, ++equal) {
    at = find(cx, **self, args[1], at, INT64_MAX);
    if (at < 0) return at == -1 ? cx.integer(equal) : Handle{};
  }
}
Handle remove(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  int64_t found = self ? find(cx, **self, args[1], 0, INT64_MAX) : -2;
  if (found == -1) return cx.raise(Exc::ValueError, "array.remove(x): x not in array");
  if (found < 0) return {};
  erase(**self, {found, found + 1, 1, 1});
  return cx.none();
}

// ---- as a whole
Handle to_list(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::string items = copy_of(**self);
  size_t size = (*self)->type->size;
  Handle list = cx.list();
  for (size_t at = 0; at < items.size(); at += size) {
    uint32_t mark = cx.mark();
    Handle item = load_item(cx, *(*self)->type, items.data() + at);
    if (!item || !cx.append(list, item)) return {};
    cx.release_to(mark);
  }
  return list;
}
Handle to_text(Context& cx, const Handle* args, uint32_t count) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  if ((*self)->type->code != 'u')
    return cx.raise(Exc::ValueError, "tounicode() may only be called on unicode type arrays");
  Handle list = to_list(cx, args, count);
  Handle join = cx.get_attr(cx.str(""), "join");
  return list && join ? cx.call(join, {list}) : Handle{};
}
Handle to_bytes(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  return self ? cx.bytes(copy_of(**self)) : Handle{};
}
Handle representation(Context& cx, const Handle* args, uint32_t count) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::string text = std::string("array('") + (*self)->type->code + "'";
  if (count_of(**self) > 0) {
    Handle items = (*self)->type->code == 'u' ? to_text(cx, args, count) : to_list(cx, args, count);
    Handle shown = items ? cx.repr(items) : Handle{};
    if (!shown) return {};
    text += ", " + std::string(cx.text(shown));
  }
  return cx.str(text + ")");
}
Handle length(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  return self ? cx.integer(count_of(**self)) : Handle{};
}
Handle copy(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  return self ? make(cx, (*self)->type, copy_of(**self)) : Handle{};
}
// Turns n items of `size` bytes around: their order, or the bytes in each.
Handle reverse(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  Array& array = **self;
  BusyFlag::Guard guard(array.busy);
  for (int64_t low = 0, high = array.count() - 1; low < high; ++low, --high) {
    auto first = array.data.begin() + static_cast<int64_t>(array.at(low));
    std::swap_ranges(first, first + array.type->size,
                     array.data.begin() + static_cast<int64_t>(array.at(high)));
  }
  return cx.none();
}
Handle swap_bytes(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  BusyFlag::Guard guard((*self)->busy);
  auto size = static_cast<int64_t>((*self)->type->size);
  auto& data = (*self)->data;
  for (auto at = data.begin(); at != data.end(); at += size) std::reverse(at, at + size);
  return cx.none();
}
Handle buffer_info(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  return self ? cx.tuple({cx.unsigned_integer(cx.identity(args[0])), cx.integer(count_of(**self))})
              : Handle{};
}

// ---- operators
Handle concatenate(Context& cx, const Handle* args, uint32_t) {
  if (!is_array(cx, args[1])) {
    return cx.raise(Exc::TypeError,
                    "can only append array (not \"" + cx.class_name(args[1]) + "\") to array");
  }
  const Shared *self = array_of(cx, args[0]), *other = array_of(cx, args[1]);
  if (!self || !other) return {};
  if ((*self)->type != (*other)->type)
    return cx.raise(Exc::TypeError, "bad argument type for built-in operation");
  return make(cx, (*self)->type, copy_of(**self) + copy_of(**other));
}
// Null: error pending.
std::optional<std::string> repeated(Context& cx, Array& array, Handle times) {
  int64_t n;
  if (!cx.is_int(times) && !cx.get_attr_optional(times, "__index__")) {
    cx.raise(Exc::TypeError,
             "can't multiply sequence by non-int of type '" + cx.class_name(times) + "'");
    return {};
  }
  if (!cx.to_int64(times, n)) return {};
  std::string one = copy_of(array), all;
  if (n > 0 && one.size() > static_cast<size_t>(INT64_MAX / n) / 4) {
    cx.raise(Exc::MemoryError, "");
    return {};
  }
  for (; n > 0; --n) all += one;
  return all;
}
Handle repeat(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::optional<std::string> data = repeated(cx, **self, args[1]);
  return data ? make(cx, (*self)->type, std::move(*data)) : Handle{};
}
Handle repeat_in_place(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::optional<std::string> data = repeated(cx, **self, args[1]);
  if (!data) return {};
  BusyFlag::Guard guard((*self)->busy);
  (*self)->data = std::move(*data);
  return cx.dup(args[0]);
}

template <CompareOp op>
Handle compare(Context& cx, const Handle* args, uint32_t) {
  if (!is_array(cx, args[1])) return cx.dict_get(cx.builtins_dict(), "NotImplemented");
  Handle left = to_list(cx, args, 1), right = to_list(cx, args + 1, 1);
  int result = left && right ? cx.compare(op, left, right) : -1;
  return result < 0 ? Handle{} : cx.boolean(result == 1);
}
Handle no_hash(Context& cx, const Handle*, uint32_t) {
  return cx.raise(Exc::TypeError, "unhashable type: 'array.array'");
}
Handle get_attribute(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  if (!self) return {};
  std::string name(cx.text(args[1]));
  if (name == "typecode") return cx.str(std::string_view(&(*self)->type->code, 1));
  if (name == "itemsize") return cx.integer((*self)->type->size);
  return cx.raise(Exc::AttributeError, "'array.array' object has no attribute '" + name + "'");
}

// ---- iterators
Handle iterate(Context& cx, const Handle* args, uint32_t) {
  const Shared* self = array_of(cx, args[0]);
  Handle cls = self ? cx.get_attr(cx.builtin_module("array"), "arrayiterator") : Handle{};
  return cls ? cx.object(cls, new Iterator{*self}) : Handle{};
}
Handle iterator_self(Context& cx, const Handle* args, uint32_t) { return cx.dup(args[0]); }
Handle iterator_next(Context& cx, const Handle* args, uint32_t) {
  auto* it = static_cast<Iterator*>(cx.payload(args[0], &kIteratorType));
  if (!it) return {};
  char item[kLargestItem];
  {
    BusyFlag::Guard guard(it->array->busy);
    if (it->next >= it->array->count())
      it->next = INT64_MAX;
    else
      std::copy_n(it->array->data.data() + it->array->at(it->next++), it->array->type->size, item);
  }
  return it->next == INT64_MAX ? cx.raise(Exc::StopIteration, "")
                               : load_item(cx, *it->array->type, item);
}

constexpr ModuleFunction kMethods[] = {
    {"__getitem__", get_item, 1, 1},
    {"__setitem__", set_item, 2, 2},
    {"__delitem__", delete_item, 1, 1},
    {"__len__", length, 0, 0},
    {"__iter__", iterate, 0, 0},
    {"__contains__", contains, 1, 1},
    {"__repr__", representation, 0, 0},
    {"__bytes__", to_bytes, 0, 0},
    {"__hash__", no_hash, 0, 0},
    {"__getattr__", get_attribute, 1, 1},
    {"__add__", concatenate, 1, 1},
    {"__iadd__", extend_in_place, 1, 1},
    {"__mul__", repeat, 1, 1},
    {"__rmul__", repeat, 1, 1},
    {"__imul__", repeat_in_place, 1, 1},
    {"__eq__", compare<CompareOp::Eq>, 1, 1},
    {"__ne__", compare<CompareOp::Ne>, 1, 1},
    {"__lt__", compare<CompareOp::Lt>, 1, 1},
    {"__le__", compare<CompareOp::Le>, 1, 1},
    {"__gt__", compare<CompareOp::Gt>, 1, 1},
    {"__ge__", compare<CompareOp::Ge>, 1, 1},
    {"__copy__", copy, 0, 0},
    {"__deepcopy__", copy, 1, 1},
    {"append", append, 1, 1},
    {"extend", extend, 1, 1},
    {"insert", insert, 2, 2},
    {"pop", pop, 0, 1},
    {"remove", remove, 1, 1},
    {"index", index_of, 1, 3},
    {"count", count_equal, 1, 1},
    {"reverse", reverse, 0, 0},
    {"byteswap", swap_bytes, 0, 0},
    {"buffer_info", buffer_info, 0, 0},
    {"tolist", to_list, 0, 0},
    {"tobytes", to_bytes, 0, 0},
    {"tounicode", to_text, 0, 0},
    {"fromlist", from_list, 1, 1},
    {"frombytes", from_bytes, 1, 1},
};
constexpr ModuleFunction kIteratorMethods[] = {
    {"__iter__", iterator_self, 0, 0},
    {"__next__", iterator_next, 0, 0},
};
constexpr ModuleClass kArrayClass{"array",  "array", &kArrayType, kMethods, std::size(kMethods),
                                  construct};
constexpr ModuleClass kIteratorClass{
    "arrayiterator", "array", &kIteratorType, kIteratorMethods, std::size(kIteratorMethods),
    nullptr};

}  // namespace

bool init_array_module(Context& cx, Handle module) {
  return cx.add_class(module, kArrayClass) && cx.add_class(module, kIteratorClass) &&
         cx.set_attr(module, "typecodes", cx.str("bBuhHiIlLqQfd")) &&
         cx.set_attr(module, "ArrayType", cx.get_attr(module, "array"));
}

}  // namespace gilsim
