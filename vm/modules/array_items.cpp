// What: reading and writing the items of arrays.
#include "vm/modules/array_items.h"

#include <climits>
#include <cstring>
#include <string>

namespace gilsim {
namespace {

constexpr ItemType kTypes[] = {
    {'b', 1, SCHAR_MIN, SCHAR_MAX, "signed char", nullptr},
    {'B', 1, 0, UCHAR_MAX, "unsigned byte integer", nullptr},
    {'u', 4, 0, 0x10ffff, "character", nullptr},
    {'h', 2, SHRT_MIN, SHRT_MAX, "signed short integer", nullptr},
    {'H', 2, 0, USHRT_MAX, "unsigned short", nullptr},
    {'i', 4, INT_MIN, INT_MAX, "signed integer", nullptr},
    {'I', 4, 0, UINT_MAX, "unsigned int", nullptr},
    {'l', 8, LONG_MIN, LONG_MAX, "signed long", "Python int too large to convert to C long"},
    {'L', 8, 0, LONG_MAX, "unsigned long", "Python int too large to convert to C unsigned long"},
    {'q', 8, LONG_MIN, LONG_MAX, "signed long long", "int too big to convert"},
    {'Q', 8, 0, LONG_MAX, "unsigned long long", "int too big to convert"},
    {'f', 4, 0, 0, "float", nullptr},
    {'d', 8, 0, 0, "double", nullptr},
};

template <class T>
bool put(char* out, T value) {
  std::memcpy(out, &value, sizeof value);
  return true;
}
template <class T>
T get(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

bool out_of_range(Context& cx, const std::string& message) {
  cx.raise(Exc::OverflowError, message);
  return false;
}
bool negative(Context& cx, const ItemType& type) {
  return out_of_range(cx, type.code == 'Q' ? "can't convert negative int to unsigned"
                                           : "can't convert negative value to unsigned int");
}
// CPython reads a char as a short and an unsigned short as an int first, and says so.
bool misfit(Context& cx, const ItemType& type, int64_t number) {
  const ItemType* named = &type;
  const ItemType* wider = find_item_type(type.code == 'b' ? 'h' : 'i');
  if ((type.code == 'b' || type.code == 'H') &&
      (number < wider->minimum || number > wider->maximum))
    named = wider;
  return out_of_range(cx, std::string(named->name) +
                              (number < 0 ? " is less than minimum" : " is greater than maximum"));
}

// An int that needs all 64 bits, or does not fit them. An error is pending.
bool store_large(Context& cx, const ItemType& type, Handle value, char* out) {
  cx.clear();
  int is_negative = cx.compare(CompareOp::Lt, value, cx.integer(0));
  if (is_negative < 0) return false;
  bool is_unsigned = type.code == 'L' || type.code == 'Q';
  if (is_negative == 1 && (is_unsigned || type.code == 'I')) return negative(cx, type);
  if (is_unsigned) {
    Handle to_bytes = cx.get_attr(value, "to_bytes");
    Handle data = to_bytes ? cx.call(to_bytes, {cx.integer(8), cx.str("little")}) : Handle{};
    if (data) return put(out, get<uint64_t>(cx.text(data).data()));
    cx.clear();
  }
  if (type.too_large) return out_of_range(cx, type.too_large);
  if (type.code == 'I')
    return out_of_range(cx, "Python int too large to convert to C unsigned long");
  return out_of_range(cx, "Python int too large to convert to C long");
}

bool store_integer(Context& cx, const ItemType& type, Handle value, char* out) {
  int64_t number;
  if (!cx.to_int64(value, number)) return cx.is_int(value) && store_large(cx, type, value, out);
  bool is_unsigned = type.code == 'I' || type.code == 'L' || type.code == 'Q';
  if (is_unsigned && number < 0) return negative(cx, type);
  if (number < type.minimum || number > type.maximum) return misfit(cx, type, number);
  std::memcpy(out, &number, type.size);  // little-endian, as every machine that this runs on
  return true;
}

bool store_character(Context& cx, Handle value, char* out) {
  if (!cx.is_str(value) || cx.length(value) != 1) {
    cx.raise(Exc::TypeError, "array item must be unicode character");
    return false;
  }
  int64_t number;
  Handle ord = cx.dict_get(cx.builtins_dict(), "ord");
  return cx.to_int64(cx.call(ord, {value}), number) && put(out, static_cast<uint32_t>(number));
}

}  // namespace

const ItemType* find_item_type(char code) {
  for (const ItemType& type : kTypes) {
    if (type.code == code) return &type;
  }
  return nullptr;
}

bool store_item(Context& cx, const ItemType& type, Handle value, char* out) {
  if (type.code == 'u') return store_character(cx, value, out);
  if (type.code != 'f' && type.code != 'd') return store_integer(cx, type, value, out);
  double number;
  if (!cx.to_double(value, number)) return false;
  return type.code == 'd' ? put(out, number) : put(out, static_cast<float>(number));
}

Handle load_item(Context& cx, const ItemType& type, const char* from) {
  switch (type.code) {
    case 'b':
      return cx.integer(get<int8_t>(from));
    case 'B':
      return cx.integer(get<uint8_t>(from));
    case 'u':
      return cx.call(cx.dict_get(cx.builtins_dict(), "chr"), {cx.integer(get<uint32_t>(from))});
    case 'h':
      return cx.integer(get<int16_t>(from));
    case 'H':
      return cx.integer(get<uint16_t>(from));
    case 'i':
      return cx.integer(get<int32_t>(from));
    case 'I':
      return cx.integer(get<uint32_t>(from));
    case 'f':
      return cx.real(get<float>(from));
    case 'd':
      return cx.real(get<double>(from));
    case 'l':
    case 'q':
      return cx.integer(get<int64_t>(from));
    default:
      return cx.unsigned_integer(get<uint64_t>(from));
  }
}

}  // namespace gilsim
