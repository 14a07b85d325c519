// What: bytearray: reading and changing its bytes.
// Idea: what needs Python code (indices, the bytes to store) is worked out first; the change itself
// is one step under the guard, and is worked out again when the length has changed meanwhile.
// Threads: any. Each operation is atomic and none that is complete is lost.
// Not here: what bytearray shares with bytes and str (text_methods_impl.h).
#pragma once

#include <algorithm>
#include <cstring>
#include <string>

#include "vm/object/text_methods_impl.h"

namespace gilsim {

template <class V>
struct ByteArrayMethods {
  using A = const NativeArgs&;
  using M = TextMethods<V>;
  using Subject = typename M::Subject;
  static ByteArray* self(A a) { return a.values[0].template as<ByteArray>(); }

  // REQUIRES: the array's guard.
  static void resize(ByteArray* array, uint64_t size) {
    if (size + 1 > array->capacity || !array->data) {
      array->capacity = size + size / 4 + 16;
      array->data = static_cast<char*>(Heap<V>::raw_resize(array->data, array->capacity));
    }
    array->size = size;
  }
  static uint64_t length(ByteArray* array) {
    typename V::Guard guard(array);
    return array->size;
  }
  // The bytes that a value stands for: bytes-like, or an iterable of ints. False: pending.
  static bool source(VmThread& t, Value v, std::string& data) {
    Value from[3] = {v, Value(), Value()};
    return M::bytes_of(t, from, "bytearray", data);
  }
  static bool byte(VmThread& t, Value v, int64_t& n) { return M::byte_value(t, v, "bytearray", n); }
  static Value out_of_range(VmThread& t) {
    return Errors<V>::raise(t, Exc::IndexError, "bytearray index out of range");
  }
  static bool to_index(VmThread& t, Value key, int64_t& index) {
    if (!Numbers<V>::is_int(key) && !Classes<V>::has_special(t, key, Special::index)) {
      Errors<V>::type_error(t, message({"bytearray indices must be integers or slices, not ",
                                        Classes<V>::class_name(t, key)}));
      return false;
    }
    return Protocol<V>::index(t, key, index);
  }
  static bool is_slice(Value key) { return key.is_object() && key.object()->kind == Kind::Slice; }

  struct Bounds {
    uint64_t size;  // of the array that they are for
    int64_t start, stop, step, count;
    bool read(VmThread& t, ByteArray* array, Value key) {
      size = length(array);
      return Protocol<V>::slice_bounds(t, key.as<Slice>(), static_cast<int64_t>(size), start, stop,
                                       step, count);
    }
  };

  static Value init(VmThread& t, A a) {
    Value out[3];
    std::string data;
    if (!bind_arguments<V>(t, "bytearray", M::S::rest(a), {"source", "encoding", "errors"}, 0,
                           out) ||
        !M::bytes_of(t, out, "bytearray", data))
      return Value();
    typename V::Guard guard(self(a));
    resize(self(a), data.size());
    std::memcpy(self(a)->data, data.data(), data.size());
    return Value::none();
  }

  static Value item(VmThread& t, ByteArray* array, int64_t index) {
    int byte = -1;
    {
      typename V::Guard guard(array);
      auto size = static_cast<int64_t>(array->size);
      if (index < 0) index += size;
      if (index >= 0 && index < size) byte = static_cast<unsigned char>(array->data[index]);
    }
    return byte < 0 ? out_of_range(t) : Value::integer(byte);
  }
  static Value get_item(VmThread& t, A a) { return get(t, self(a), a.values[1]); }
  static Value get(VmThread& t, ByteArray* array, Value key) {
    int64_t index;
    if (!is_slice(key)) return to_index(t, key, index) ? item(t, array, index) : Value();
    std::string out;
    for (bool done = false; !done;) {
      Bounds b;
      if (!b.read(t, array, key)) return Value();
      typename V::Guard guard(array);
      done = array->size == b.size;
      if (!done) continue;
      out.resize(static_cast<size_t>(b.count));
      for (int64_t k = 0; k < b.count; ++k)
        out[static_cast<size_t>(k)] = array->data[b.start + k * b.step];
    }
    V::P::work(Cost::NativeByte, static_cast<int64_t>(out.size()));
    return Subject::make_bytearray(t, out);
  }

  static Value set_item(VmThread& t, A a) { return set(t, self(a), a.values[1], a.values[2]); }
  static Value set(VmThread& t, ByteArray* array, Value key, Value value) {
    if (is_slice(key)) return set_slice(t, array, key, value);
    int64_t index, n;
    if (!to_index(t, key, index) || !byte(t, value, n)) return Value();
    bool good;
    {
      typename V::Guard guard(array);
      auto size = static_cast<int64_t>(array->size);
      if (index < 0) index += size;
      good = index >= 0 && index < size;
      if (good) array->data[index] = static_cast<char>(n);
    }
    return good ? Value::none() : out_of_range(t);
  }

  // Puts data in the place of `count` bytes at `start`. REQUIRES: the array's guard.
  static void splice(ByteArray* array, int64_t start, int64_t count, std::string_view data) {
    uint64_t tail = array->size - static_cast<uint64_t>(start + count);
    uint64_t size = array->size - static_cast<uint64_t>(count) + data.size();
    if (size > array->size) resize(array, size);
    if (tail > 0)
      std::memmove(array->data + start + data.size(), array->data + start + count, tail);
    if (!data.empty()) std::memcpy(array->data + start, data.data(), data.size());
    array->size = size;
  }
  static Value set_slice(VmThread& t, ByteArray* array, Value key, Value value) {
    std::string data;
    Kind kind = Classes<V>::class_of(t, value)->instance_kind;
    if (kind == Kind::Str || Numbers<V>::is_int(value) || Numbers<V>::is_real(value) ||
        value.is_bool() || Classes<V>::has_special(t, value, Special::index)) {
      return Errors<V>::type_error(
          t, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    if (!source(t, value, data)) return Value();
    V::P::work(Cost::NativeByte, static_cast<int64_t>(data.size()));
    for (;;) {
      Bounds b;
      if (!b.read(t, array, key)) return Value();
      if (b.step != 1 && static_cast<int64_t>(data.size()) != b.count) {
        return Errors<V>::value_error(
            t, message({"attempt to assign bytes of size ", std::to_string(data.size()),
                        " to extended slice of size ", std::to_string(b.count)}));
      }
      typename V::Guard guard(array);
      if (array->size != b.size) continue;
      if (b.step == 1) {
        splice(array, b.start, b.count, data);
      } else {
        for (int64_t k = 0; k < b.count; ++k)
          array->data[b.start + k * b.step] = data[static_cast<size_t>(k)];
      }
      return Value::none();
    }
  }

  static Value del_item(VmThread& t, A a) { return remove_key(t, self(a), a.values[1]); }
  static Value remove_key(VmThread& t, ByteArray* array, Value key) {
    int64_t index;
    if (!is_slice(key)) {
      if (!to_index(t, key, index)) return Value();
      return take(array, index) >= 0 ? Value::none() : out_of_range(t);
    }
    for (;;) {
      Bounds b;
      if (!b.read(t, array, key)) return Value();
      typename V::Guard guard(array);
      if (array->size == b.size) {
        delete_slice(array, b);
        return Value::none();
      }
    }
  }
  // REQUIRES: the array's guard.
  static void delete_slice(ByteArray* array, Bounds b) {
    if (b.count == 0) return;
    if (b.step < 0) {
      b.start += (b.count - 1) * b.step;
      b.step = -b.step;
    }
    int64_t to = b.start, next = b.start;
    for (auto from = b.start; from < static_cast<int64_t>(array->size); ++from) {
      bool gone = from == next && b.count > 0;
      if (gone) {
        --b.count;
        next += b.step;
      } else {
        array->data[to++] = array->data[from];
      }
    }
    array->size = static_cast<uint64_t>(to);
  }
  // Takes the byte at index out; -1: there is none.
  static int take(ByteArray* array, int64_t index) {
    typename V::Guard guard(array);
    auto size = static_cast<int64_t>(array->size);
    if (index < 0) index += size;
    if (index < 0 || index >= size) return -1;
    int taken = static_cast<unsigned char>(array->data[index]);
    splice(array, index, 1, {});
    return taken;
  }

  static Value append(VmThread& t, A a) {
    int64_t n;
    if (!byte(t, a.values[1], n)) return Value();
    typename V::Guard guard(self(a));
    resize(self(a), self(a)->size + 1);
    self(a)->data[self(a)->size - 1] = static_cast<char>(n);
    return Value::none();
  }
  static Value extend(VmThread& t, A a) {
    std::string data;
    Value v = a.values[1];
    bool iterable = Classes<V>::has_special(t, v, Special::iter) ||
                    Classes<V>::has_special(t, v, Special::getitem);
    if (!iterable)
      return Errors<V>::type_error(
          t, message({"can't extend bytearray with ", Classes<V>::class_name(t, v)}));
    if (M::is_text(t, v) && v.as<Str>()->length != 0)
      return Errors<V>::type_error(t, "'str' object cannot be interpreted as an integer");
    if (!M::is_text(t, v) && !source(t, v, data)) return Value();
    typename V::Guard guard(self(a));
    splice(self(a), static_cast<int64_t>(self(a)->size), 0, data);
    return Value::none();
  }
  static Value insert(VmThread& t, A a) {
    int64_t index, n;
    if (!Protocol<V>::size_of(t, a.values[1], index) || !byte(t, a.values[2], n)) return Value();
    char one = static_cast<char>(n);
    typename V::Guard guard(self(a));
    auto size = static_cast<int64_t>(self(a)->size);
    if (index < 0) index += size;
    splice(self(a), std::clamp<int64_t>(index, 0, size), 0, {&one, 1});
    return Value::none();
  }
  static Value pop(VmThread& t, A a) {
    int64_t index = -1;
    if (a.count > 1 && !Protocol<V>::size_of(t, a.values[1], index)) return Value();
    bool empty = length(self(a)) == 0;
    int taken = take(self(a), index);
    if (taken >= 0) return Value::integer(taken);
    return Errors<V>::raise(t, Exc::IndexError,
                            empty ? "pop from empty bytearray" : "pop index out of range");
  }
  static Value remove(VmThread& t, A a) {
    int64_t n;
    if (!byte(t, a.values[1], n)) return Value();
    {
      typename V::Guard guard(self(a));
      std::string_view bytes(self(a)->data, self(a)->size);
      size_t at = bytes.find(static_cast<char>(n));
      if (at != std::string_view::npos) {
        splice(self(a), static_cast<int64_t>(at), 1, {});
        return Value::none();
      }
    }
    return Errors<V>::value_error(t, "value not found in bytearray");
  }
  static Value reverse(VmThread&, A a) {
    typename V::Guard guard(self(a));
    std::reverse(self(a)->data, self(a)->data + self(a)->size);
    return Value::none();
  }
  static Value copy(VmThread& t, A a) {
    return Subject::make_bytearray(t, M::self_of(t, a).view.text);
  }
  static Value clear(VmThread&, A a) {
    typename V::Guard guard(self(a));
    self(a)->size = 0;
    return Value::none();
  }
};

template <class V>
Value Strings<V>::array_get(VmThread& t, ByteArray* array, Value key) {
  return ByteArrayMethods<V>::get(t, array, key);
}

template <class V>
bool Strings<V>::array_set(VmThread& t, ByteArray* array, Value key, Value value) {
  using B = ByteArrayMethods<V>;
  return static_cast<bool>(value ? B::set(t, array, key, value) : B::remove_key(t, array, key));
}

}  // namespace gilsim
