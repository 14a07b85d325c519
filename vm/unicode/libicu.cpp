// What: loading ICU.
// Threads: any.
// Not here: names of characters (character_names.cpp).
#include "vm/unicode/libicu.h"

#include <dlfcn.h>
#include <unicode/uvernum.h>

namespace gilsim {

namespace {

#define GILSIM_TEXT(x) #x
#define GILSIM_VALUE_TEXT(x) GILSIM_TEXT(x)
constexpr const char* kName = "libicuuc.so." U_ICU_VERSION_SHORT;

Libicu load() {
  Libicu icu;
  void* library = dlopen(kName, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    icu.missing = kName;
    return icu;
  }
// The text of a name is that of what it is renamed to.
#define GILSIM_LIBICU_LOAD(name)                                                           \
  icu.name = reinterpret_cast<decltype(&::name)>(dlsym(library, GILSIM_VALUE_TEXT(name))); \
  if (!icu.name) icu.missing = GILSIM_VALUE_TEXT(name);
  GILSIM_LIBICU(GILSIM_LIBICU_LOAD)
#undef GILSIM_LIBICU_LOAD
  return icu;
}

}  // namespace

const Libicu& libicu() {
  static const Libicu icu = load();
  return icu;
}

}  // namespace gilsim
