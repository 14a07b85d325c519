// What: what is used of ICU (libicuuc), loaded on first use.
// Idea: a run that asks for no names and no properties of characters does not pay for the library
//   and its data. Its headers give every function a name with the version at its end (urename.h),
//   so a copy of another version is not taken by mistake.
// Threads: any.
// Not here: names of characters (character_names.h), the module unicodedata (vm/modules).
#pragma once

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

namespace gilsim {

struct Libicu {
#define GILSIM_LIBICU(X)                                                                \
  X(u_charFromName)                                                                     \
  X(u_charName)                                                                         \
  X(u_charDigitValue)                                                                   \
  X(u_getCombiningClass)                                                                \
  X(u_getIntPropertyValue)                                                              \
  X(u_getNumericValue) X(u_getPropertyValueName) X(u_getUnicodeVersion) X(u_isMirrored) \
      X(unorm2_getInstance) X(unorm2_getRawDecomposition) X(unorm2_isNormalized)        \
          X(unorm2_normalize)
#define GILSIM_LIBICU_POINTER(name) decltype(&::name) name = nullptr;
  GILSIM_LIBICU(GILSIM_LIBICU_POINTER)
#undef GILSIM_LIBICU_POINTER
  const char* missing = nullptr;  // what could not be loaded; null: all is there
};

const Libicu& libicu();

}  // namespace gilsim
