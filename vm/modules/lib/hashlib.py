"""Message digests. Natively: _Digest, _pbkdf2 (libcrypto)."""

_NAMES = {"md5": "MD5", "sha1": "SHA1", "sha224": "SHA224", "sha256": "SHA256", "sha384": "SHA384",
          "sha512": "SHA512", "sha3_224": "SHA3-224", "sha3_256": "SHA3-256", "sha3_384": "SHA3-384",
          "sha3_512": "SHA3-512", "shake_128": "SHAKE128", "shake_256": "SHAKE256",
          "blake2b": "BLAKE2B-512", "blake2s": "BLAKE2S-256"}
algorithms_guaranteed = set(_NAMES)
algorithms_available = set(_NAMES)


class HASH:
    """A digest under way."""

    def __init__(self, name, native):
        self._native = native
        self.name = name
        self.digest_size, self.block_size = native.sizes()

    def update(self, obj, /):
        self._native.update(obj)

    def digest(self, *length):
        if self.digest_size == 0 and not length:
            raise TypeError("digest() missing required argument 'length' (pos 1)")
        return self._native.result(*length)

    def hexdigest(self, *length):
        if self.digest_size == 0 and not length:
            raise TypeError("hexdigest() missing required argument 'length' (pos 1)")
        return self._native.result(*length).hex()

    def copy(self):
        return HASH(self.name, self._native.copy())

    def __repr__(self):
        return "<%s _hashlib.HASH object @ %#x>" % (self.name, id(self))


def new(name, data=b"", *, usedforsecurity=True):
    """A digest by name, with data in it."""
    known = name.lower() if isinstance(name, str) else name
    made = HASH(known, _Digest(_NAMES.get(known, name)))
    if data != b"":
        made.update(data)
    return made


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return new(name, string)
    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5 = _maker("md5")
sha1 = _maker("sha1")
sha224 = _maker("sha224")
sha256 = _maker("sha256")
sha384 = _maker("sha384")
sha512 = _maker("sha512")
sha3_224 = _maker("sha3_224")
sha3_256 = _maker("sha3_256")
sha3_384 = _maker("sha3_384")
sha3_512 = _maker("sha3_512")
shake_128 = _maker("shake_128")
shake_256 = _maker("shake_256")
blake2b = _maker("blake2b")
blake2s = _maker("blake2s")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password (PKCS 5, version 2)."""
    return _pbkdf2(hash_name, password, salt, iterations, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The digest of what a binary file still holds."""
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        made.update(data)
