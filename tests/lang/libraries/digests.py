# hashlib.
import hashlib
import random
import threading

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"data")
    print(name, h.hexdigest()[:32], h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b"one")
other = h.copy()
h.update(b"two")
other.update(bytearray(b"two"))
print(h.hexdigest() == other.hexdigest() == hashlib.sha256(b"onetwo").hexdigest(), h.digest() == hashlib.sha256(b"onetwo").digest())
print(hashlib.shake_128(b"x").hexdigest(8), hashlib.sha256(b"a" * 100000).hexdigest()[:16])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex()[:32], len(hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 50)))
for bad in (lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: h.update("text"), lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 0)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error).split(" (")[0][:40])
data = b"0123456789" * 20000
results = [None] * 4


def work(k):
    results[k] = hashlib.sha256(data).hexdigest()


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(set(results)), results[0][:16])
random.seed("a text")
print(random.random())
random.seed(b"bytes")
print(random.random())
# expect: md5 8d777f385d3dfec8815d20f7496026dc 16 64 md5
# expect: sha1 a17c9aaa61e80a1bf71d0d850af4e5ba 20 64 sha1
# expect: sha224 f4739673acc03c424343b452787ee23d 28 64 sha224
# expect: sha256 3a6eb0790f39ac87c94f3856b2dd2c5d 32 64 sha256
# expect: sha384 2039e0f0b92728499fb88e23ebc3cfd0 48 128 sha384
# expect: sha512 77c7ce9a5d86bb386d443bb96390faa1 64 128 sha512
# expect: sha3_256 efda893aa850b0c0e61f33325615b9d9 32 136 sha3_256
# expect: blake2b 8e009c642a5e5ba8916a637ad745fb92 64 128 blake2b
# expect: blake2s fa971c9b225ba22a848a13539365d631 32 64 blake2s
# expect: True True
# expect: e472c5e394f30ff8 6d1cf22d7cc09b08
# expect: 632c2812e46d4604102ba7618e9d6d7d 50
# expect: ValueError unsupported hash type nope
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError Strings must be encoded before hashing
# expect: ValueError iteration value must be greater than 0.
# expect: 1 8ddf9b2317645923
# expect: 0.4720092723042699
# expect: 0.37075677971469856
