// What: loading libcrypto.
// Threads: any.
// Not here: digests (hash_module.cpp).
#include "vm/modules/libcrypto.h"

#include <dlfcn.h>
#include <openssl/opensslv.h>

namespace gilsim {

namespace {

#define GILSIM_TEXT(x) #x
#define GILSIM_VALUE_TEXT(x) GILSIM_TEXT(x)
constexpr const char* kName = "libcrypto.so." GILSIM_VALUE_TEXT(OPENSSL_SHLIB_VERSION);

Libcrypto load() {
  Libcrypto crypto;
  void* library = dlopen(kName, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    crypto.missing = kName;
    return crypto;
  }
#define GILSIM_LIBCRYPTO_LOAD(name)                                         \
  crypto.name = reinterpret_cast<decltype(&::name)>(dlsym(library, #name)); \
  if (!crypto.name) crypto.missing = #name;
  GILSIM_LIBCRYPTO(GILSIM_LIBCRYPTO_LOAD)
#undef GILSIM_LIBCRYPTO_LOAD
  return crypto;
}

}  // namespace

const Libcrypto& libcrypto() {
  static const Libcrypto crypto = load();
  return crypto;
}

}  // namespace gilsim
