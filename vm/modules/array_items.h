// What: the items of arrays: how a value of each type code is stored in bytes and read back.
// Idea: one table of codes; the bytes are the machine's own, as CPython's.
// Threads: any; the caller guards the bytes.
// Not here: the class array (array_module.cpp).
#pragma once

#include <cstdint>

#include "vm/interp/api.h"

namespace gilsim {

constexpr size_t kLargestItem = 8;  // bytes

struct ItemType {
  char code;
  uint8_t size;     // bytes
  int64_t minimum;  // of integers that fit int64
  int64_t maximum;
  const char* name;       // in "NAME is greater than maximum"
  const char* too_large;  // what is said of an int beyond 64 bits, if it is special
};

// Null: there is no such code.
const ItemType* find_item_type(char code);

// False: error pending.
bool store_item(Context& cx, const ItemType& type, Handle value, char* out);
Handle load_item(Context& cx, const ItemType& type, const char* from);

}  // namespace gilsim
