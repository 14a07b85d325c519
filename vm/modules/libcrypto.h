// What: what the module hashlib uses of libcrypto, loaded on first use.
// Idea: a run that needs no digest does not pay for the library: two milliseconds and 1.5 MiB.
// Threads: any.
// Not here: digests (hash_module.cpp).
#pragma once

#include <openssl/evp.h>

namespace gilsim {

struct Libcrypto {
#define GILSIM_LIBCRYPTO(X)                                                                \
  X(EVP_MD_fetch)                                                                          \
  X(EVP_MD_free)                                                                           \
  X(EVP_MD_get_flags)                                                                      \
  X(EVP_MD_get_size) X(EVP_MD_get_block_size) X(EVP_get_digestbyname) X(EVP_MD_CTX_new)    \
      X(EVP_MD_CTX_free) X(EVP_MD_CTX_copy_ex) X(EVP_MD_CTX_get0_md) X(EVP_DigestInit_ex2) \
          X(EVP_DigestUpdate) X(EVP_DigestFinal_ex) X(EVP_DigestFinalXOF) X(PKCS5_PBKDF2_HMAC)
#define GILSIM_LIBCRYPTO_POINTER(name) decltype(&::name) name = nullptr;
  GILSIM_LIBCRYPTO(GILSIM_LIBCRYPTO_POINTER)
#undef GILSIM_LIBCRYPTO_POINTER
  const char* missing = nullptr;  // what could not be loaded; null: all is there
};

const Libcrypto& libcrypto();

}  // namespace gilsim
