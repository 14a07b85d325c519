// What: str as the VM's own operations need it: making, joining, slicing, hashing.
// Threads: a str is immutable; append() grows one in place only when nobody else can see it.
// Not here: methods (text_methods_impl.h), format specs (number_format_impl.h, percent_impl.h),
// algorithms (text/).
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "vm/object/native_support.h"
#include "vm/object/text/hash.h"
#include "vm/object/text/str_view.h"
#include "vm/object/text/utf8.h"

namespace gilsim {

inline StrView view_of(const Str* s) { return {s->view(), s->length, false}; }

template <class V>
int64_t Strings<V>::hash(Str* s) {
  int64_t h = __atomic_load_n(&s->hash,
                              __ATOMIC_RELAXED);  // relaxed: every thread computes the same number
  if (h != 0) return h;
  h = str_hash(s->view(), s->length);
  __atomic_store_n(&s->hash, h, __ATOMIC_RELAXED);  // relaxed: as above
  return h;
}

template <class V>
Str* Strings<V>::concat(VmThread& t, Str* a, Str* b) {
  if (a->size == 0 && b->cls == t.isolate->classes[static_cast<int>(Kind::Str)])
    return V::newref(b);
  if (b->size == 0 && a->cls == t.isolate->classes[static_cast<int>(Kind::Str)])
    return V::newref(a);
  Str* s = Heap<V>::str_sized(t, size_t{a->size} + b->size, size_t{a->length} + b->length);
  std::memcpy(s->data, a->data, a->size);
  std::memcpy(s->data + a->size, b->data, b->size);
  V::P::work(Cost::NativeByte, b->size);
  return s;
}

// The block a growing str of `bytes` gets: an eighth to a quarter more, in steps, so that most
// appends find room.
inline size_t grown_capacity(size_t bytes) {
  size_t step = std::max<size_t>(64, std::bit_floor(bytes) / 4);
  return (bytes / step + 1) * step;
}

// Appends b to a str that only the caller can see. Its flag kGrownText says that the block has
// grown_capacity() of its size.
template <class V>
Str* grow_str(Str* s, const Str* b) {
  size_t old_bytes = sizeof(Str) + s->size + 1, new_bytes = old_bytes + b->size;
  constexpr size_t kTag = V::kHeadBytes;
  if (!(s->flags & kGrownText) || grown_capacity(new_bytes) != grown_capacity(old_bytes)) {
    char* block = reinterpret_cast<char*>(s) - kTag;
    block = static_cast<char*>(Heap<V>::raw_resize(block, kTag + grown_capacity(new_bytes)));
    s = reinterpret_cast<Str*>(block + kTag);
    s->flags |= kGrownText;
    s->shard = 0;  // its block is of no size class any more
  }
  std::memcpy(s->data + s->size, b->data, b->size);
  s->size += b->size;
  s->length += b->length;
  s->hash = 0;
  s->data[s->size] = 0;
  V::P::work(Cost::NativeByte, b->size);
  return s;
}

template <class V>
Str* Strings<V>::append(VmThread& t, Str* owned, Str* b) {
  bool alone = V::is_only_reference(owned) && !(owned->flags & (kInterned | kImmortal)) &&
               owned->cls == t.isolate->classes[static_cast<int>(Kind::Str)];
  if (alone && b != owned) {
    return grow_str<V>(owned, b);
  }
  Str* joined = concat(t, owned, b);
  V::decref(owned);
  return joined;
}

template <class V>
Str* Strings<V>::join(VmThread& t, Str* separator, const Value* items, size_t count) {
  size_t bytes = count > 1 ? separator->size * (count - 1) : 0,
         length = count > 1 ? separator->length * (count - 1) : 0;
  for (size_t k = 0; k < count; ++k) {
    if (!items[k].is_object() || items[k].object()->kind != Kind::Str) {
      Errors<V>::type_error(
          t, message({"sequence item ", std::to_string(k), ": expected str instance, ",
                      Classes<V>::class_name(t, items[k]), " found"}));
      return nullptr;
    }
    bytes += items[k].template as<Str>()->size;
    length += items[k].template as<Str>()->length;
  }
  if (count == 1 && items[0].object()->cls == t.isolate->classes[static_cast<int>(Kind::Str)])
    return V::newref(items[0].template as<Str>());
  Str* s = Heap<V>::str_sized(t, bytes, length);
  char* out = s->data;
  for (size_t k = 0; k < count; ++k) {
    if (k > 0 && separator->size) {
      std::memcpy(out, separator->data, separator->size);
      out += separator->size;
    }
    auto* item = items[k].template as<Str>();
    std::memcpy(out, item->data, item->size);
    out += item->size;
  }
  V::P::work(Cost::NativeByte, static_cast<int64_t>(bytes));
  return s;
}

template <class V>
Str* Strings<V>::repeat(VmThread& t, Str* s, int64_t n) {
  if (n > 0 && s->size && !memory_for(s->size * static_cast<uint64_t>(n))) {
    Errors<V>::raise(t, Exc::MemoryError, "");
    return nullptr;
  }
  if (n <= 0 || s->size == 0) return V::newref(t.isolate->empty_str);
  if (static_cast<uint64_t>(n) > (uint64_t{1} << 31) / s->size) {
    Errors<V>::raise(t, Exc::MemoryError, "");
    return nullptr;
  }
  auto times = static_cast<size_t>(n);
  Str* out = Heap<V>::str_sized(t, s->size * times, s->length * times);
  for (size_t k = 0; k < times; ++k) std::memcpy(out->data + k * s->size, s->data, s->size);
  V::P::work(Cost::NativeByte, static_cast<int64_t>(out->size));
  return out;
}

// The characters from start, count of them, every step-th.
template <class V>
Str* Strings<V>::slice(VmThread& t, Str* s, int64_t start, int64_t step, int64_t count) {
  if (count <= 0) return V::newref(t.isolate->empty_str);
  std::string_view text = s->view();
  if (step == 1) {
    StrView view = view_of(s);
    size_t from = view.offset_of(static_cast<size_t>(start)),
           to = view.offset_of(static_cast<size_t>(start + count));
    if (from == 0 && to == text.size() && s->cls == t.isolate->classes[static_cast<int>(Kind::Str)])
      return V::newref(s);
    if (to - from == 1)
      return V::newref(t.isolate->ascii_chars[static_cast<unsigned char>(text[from])]);
    Str* out = Heap<V>::str_sized(t, to - from, static_cast<size_t>(count));
    std::memcpy(out->data, text.data() + from, to - from);
    return out;
  }
  std::string out;
  if (s->is_ascii()) {
    for (int64_t k = 0, at = start; k < count; ++k, at += step)
      out += text[static_cast<size_t>(at)];
  } else {
    std::vector<size_t> offsets;
    for (size_t at = 0; at < text.size(); at += utf8_width(text[at])) offsets.push_back(at);
    for (int64_t k = 0, at = start; k < count; ++k, at += step) {
      size_t offset = offsets[static_cast<size_t>(at)];
      out += text.substr(offset, utf8_width(text[offset]));
    }
  }
  return Heap<V>::str(t, out);
}

template <class V>
Value Strings<V>::get_item(VmThread& t, Str* s, Value key) {
  if (key.is_object() && key.object()->kind == Kind::Slice) {
    int64_t start, stop, step, count;
    if (!Protocol<V>::slice_bounds(t, key.as<Slice>(), s->length, start, stop, step, count))
      return Value();
    Str* out = slice(t, s, start, step, count);
    return out ? Value(out) : Value();
  }
  int64_t index;
  if (key.is_int()) {
    index = key.as_int();
  } else if (!Numbers<V>::is_int(key) && !Classes<V>::has_special(t, key, Special::index)) {
    return Errors<V>::type_error(t, message({"string indices must be integers, not '",
                                             Classes<V>::class_name(t, key), "'"}));
  } else if (!Protocol<V>::index(t, key, index)) {
    return Value();
  }
  if (index < 0) index += s->length;
  if (index < 0 || index >= s->length)
    return Errors<V>::raise(t, Exc::IndexError, "string index out of range");
  if (s->is_ascii())
    return V::newref(Value(
        static_cast<Object*>(t.isolate->ascii_chars[static_cast<unsigned char>(s->data[index])])));
  return Value(slice(t, s, index, 1, 1));
}

}  // namespace gilsim

#include "vm/object/text_methods_impl.h"
