// What: loading libcrypto.
// Threads: any.
// Not here: digests (hash_module.cpp).
#include "vm/modules/libcrypto.h"

#include <openssl/opensslv.h>

#include "gil/base/dynamic_library.h"

namespace gilsim {

namespace {

#define GILSIM_TEXT(x) #x
#define GILSIM_VALUE_TEXT(x) GILSIM_TEXT(x)
constexpr const char* kName = "libcrypto.so." GILSIM_VALUE_TEXT(OPENSSL_SHLIB_VERSION);

Libcrypto load() {
  Libcrypto crypto;
  DynamicLibrary library(kName);
#define GILSIM_LIBCRYPTO_LOAD(name) library.find(#name, crypto.name);
  GILSIM_LIBCRYPTO(GILSIM_LIBCRYPTO_LOAD)
#undef GILSIM_LIBCRYPTO_LOAD
  crypto.missing = library.missing();
  return crypto;
}

}  // namespace

const Libcrypto& libcrypto() {
  static const Libcrypto crypto = load();
  return crypto;
}

}  // namespace gilsim
