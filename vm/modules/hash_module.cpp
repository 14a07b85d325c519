// What: message digests over libcrypto, for the module hashlib.
// Idea: as CPython's: updates of more than 2047 bytes run without the interpreter lock, so digests
//   are work that threads can share even under one.
// Threads: any; each object has a lock of its own.
// Not here: names, attributes and the hex form (lib/hashlib.py).
#include <memory>

#include "vm/modules/libcrypto.h"
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

constexpr size_t kSmall = 2047;  // bytes; not worth giving the interpreter lock up

struct Digest {
  Services* services;
  void* lock;
  EVP_MD_CTX* state;
};
void drop_digest(void* payload) {
  auto* digest = static_cast<Digest*>(payload);
  libcrypto().EVP_MD_CTX_free(digest->state);
  digest->services->lock_free(digest->lock);
  delete digest;
}
constexpr NativeType kDigestType{"_hashlib.Digest", drop_digest, nullptr};

Digest* new_digest(Context& cx) {
  return new Digest{&cx.services(), cx.services().lock_new(), libcrypto().EVP_MD_CTX_new()};
}
Digest* digest_of(Context& cx, Handle self) {
  return static_cast<Digest*>(cx.payload(self, &kDigestType));
}

class Held {
 public:
  explicit Held(Digest* digest) : digest_(digest) {
    digest_->services->lock_acquire(digest_->lock, {.interruptible = false});
  }
  ~Held() { digest_->services->lock_release(digest_->lock); }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

 private:
  Digest* digest_;
};

// bytes as they are; of a bytearray, which others may change meanwhile, a copy.
struct Input {
  Input(Context& cx, Handle h) : view(cx.text(h)) {
    if (cx.class_name(h) != "bytes") {
      copy = view;
      view = copy;
    }
  }
  std::string_view view;
  std::string copy;
};
bool check_bytes(Context& cx, Handle h) {
  if (cx.is_bytes(h)) return true;
  if (cx.is_str(h))
    cx.raise(Exc::TypeError, "Strings must be encoded before hashing");
  else
    cx.raise(Exc::TypeError, "object supporting the buffer API required");
  return false;
}

void* construct(Context& cx, const Handle* args, uint32_t count) {
  if (count < 1 || !cx.is_str(args[0])) {
    cx.raise(Exc::TypeError, "name must be a string");
    return nullptr;
  }
  std::string name(cx.text(args[0]));
  std::unique_ptr<EVP_MD, decltype(&::EVP_MD_free)> kind(
      libcrypto().EVP_MD_fetch(nullptr, name.c_str(), nullptr), libcrypto().EVP_MD_free);
  if (!kind) {
    cx.raise(Exc::ValueError, "unsupported hash type " + name);
    return nullptr;
  }
  Digest* digest = new_digest(cx);
  libcrypto().EVP_DigestInit_ex2(digest->state, kind.get(), nullptr);
  return digest;
}

Handle digest_update(Context& cx, const Handle* args, uint32_t) {
  Digest* digest = digest_of(cx, args[0]);
  if (!digest || !check_bytes(cx, args[1])) return {};
  Input input(cx, args[1]);
  Held held(digest);
  auto add = [&] {
    libcrypto().EVP_DigestUpdate(digest->state, input.view.data(), input.view.size());
  };
  if (input.view.size() > kSmall)
    cx.services().without_lock(static_cast<int64_t>(input.view.size()), add);
  else
    add();
  return cx.none();
}
// Of a copy, so that more can be added. length: of what has any (shake), else null.
Handle digest_result(Context& cx, const Handle* args, uint32_t) {
  Digest* digest = digest_of(cx, args[0]);
  if (!digest) return {};
  int64_t length = 0;
  if (args[1] && !cx.to_int64(args[1], length)) return {};
  if (length < 0) return cx.raise(Exc::ValueError, "value must be positive");
  std::unique_ptr<EVP_MD_CTX, decltype(&::EVP_MD_CTX_free)> copy(libcrypto().EVP_MD_CTX_new(),
                                                                 libcrypto().EVP_MD_CTX_free);
  {
    Held held(digest);
    libcrypto().EVP_MD_CTX_copy_ex(copy.get(), digest->state);
  }
  std::string result(args[1] ? static_cast<size_t>(length) : EVP_MAX_MD_SIZE, '\0');
  auto* out = reinterpret_cast<unsigned char*>(result.data());
  if (args[1]) {
    libcrypto().EVP_DigestFinalXOF(copy.get(), out, result.size());
  } else {
    unsigned size = 0;
    libcrypto().EVP_DigestFinal_ex(copy.get(), out, &size);
    result.resize(size);
  }
  return cx.bytes(result);
}
Handle digest_sizes(Context& cx, const Handle* args, uint32_t) {
  Digest* digest = digest_of(cx, args[0]);
  if (!digest) return {};
  Held held(digest);
  const EVP_MD* kind = libcrypto().EVP_MD_CTX_get0_md(digest->state);
  bool any_length = (libcrypto().EVP_MD_get_flags(kind) & EVP_MD_FLAG_XOF) != 0;
  return cx.tuple({cx.integer(any_length ? 0 : libcrypto().EVP_MD_get_size(kind)),
                   cx.integer(libcrypto().EVP_MD_get_block_size(kind))});
}
Handle digest_copy(Context& cx, const Handle* args, uint32_t) {
  Digest* digest = digest_of(cx, args[0]);
  if (!digest) return {};
  Digest* copy = new_digest(cx);
  {
    Held held(digest);
    libcrypto().EVP_MD_CTX_copy_ex(copy->state, digest->state);
  }
  return cx.object(cx.get_attr(args[0], "__class__"), copy);
}

// pbkdf2_hmac(name, password, salt, iterations, length): without the interpreter lock.
Handle pbkdf2(Context& cx, const Handle* args, uint32_t) {
  int64_t iterations, length;
  if (!check_bytes(cx, args[1]) || !check_bytes(cx, args[2])) return {};
  if (!cx.to_int64(args[3], iterations)) return {};
  if (iterations < 1) return cx.raise(Exc::ValueError, "iteration value must be greater than 0.");
  std::string name(cx.text(args[0]));
  const EVP_MD* kind = libcrypto().EVP_get_digestbyname(name.c_str());
  if (!kind) return cx.raise(Exc::ValueError, "unsupported hash type " + name);
  if (cx.is_none(args[4])) {
    length = libcrypto().EVP_MD_get_size(kind);
  } else if (!cx.to_int64(args[4], length)) {
    return {};
  }
  if (length < 1) return cx.raise(Exc::ValueError, "key length must be greater than 0.");
  if (iterations > INT32_MAX) return cx.raise(Exc::OverflowError, "iteration value is too great.");
  Input password(cx, args[1]), salt(cx, args[2]);
  std::string key(static_cast<size_t>(length), '\0');
  // Two compressions of a block an iteration.
  int64_t units = iterations * 2 * libcrypto().EVP_MD_get_block_size(kind);
  cx.services().without_lock(units, [&] {
    libcrypto().PKCS5_PBKDF2_HMAC(password.view.data(), static_cast<int>(password.view.size()),
                                  reinterpret_cast<const unsigned char*>(salt.view.data()),
                                  static_cast<int>(salt.view.size()), static_cast<int>(iterations),
                                  kind, static_cast<int>(length),
                                  reinterpret_cast<unsigned char*>(key.data()));
  });
  return cx.bytes(key);
}

constexpr ModuleFunction kMethods[] = {
    {"update", digest_update, 1, 1},
    {"result", digest_result, 0, 1},
    {"sizes", digest_sizes, 0, 0},
    {"copy", digest_copy, 0, 0},
};
constexpr ModuleClass kDigestClass{"_Digest", "hashlib",           &kDigestType,
                                   kMethods,  std::size(kMethods), construct};
constexpr ModuleFunction kFunctions[] = {{"_pbkdf2", pbkdf2, 5, 5}};

}  // namespace

bool init_hash_module(Context& cx, Handle module) {
  if (const char* missing = libcrypto().missing) {
    cx.raise(Exc::ImportError, std::string("hashlib needs ") + missing + ", which is not there");
    return false;
  }
  return cx.add_class(module, kDigestClass) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
