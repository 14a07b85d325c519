// What: loading ICU.
// Threads: any.
// Not here: names of characters (character_names.cpp).
#include "vm/unicode/libicu.h"

#include <unicode/uvernum.h>

#include "gil/base/dynamic_library.h"

namespace gilsim {

namespace {

#define GILSIM_TEXT(x) #x
#define GILSIM_VALUE_TEXT(x) GILSIM_TEXT(x)
constexpr const char* kName = "libicuuc.so." U_ICU_VERSION_SHORT;

Libicu load() {
  Libicu icu;
  DynamicLibrary library(kName);
// The text of a name is that of what it is renamed to.
#define GILSIM_LIBICU_LOAD(name) library.find(GILSIM_VALUE_TEXT(name), icu.name);
  GILSIM_LIBICU(GILSIM_LIBICU_LOAD)
#undef GILSIM_LIBICU_LOAD
  icu.missing = library.missing();
  return icu;
}

}  // namespace

const Libicu& libicu() {
  static const Libicu icu = load();
  return icu;
}

}  // namespace gilsim
