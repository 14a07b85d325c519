# the methods bytes share with str
b = b"hello world"
print(b.find(b"o"), b.split(), b.replace(b"l", b"L"), b.upper(), b.startswith(b"he"), b.strip(b"hd"), b.join([b"1", b"2"]), b.count(b"o"), b.index(b"w"), b.hex(), bytes.fromhex("00 ff"))
# expect: 4 [b'hello', b'world'] b'heLLo worLd' b'HELLO WORLD' True b'ello worl' b'1hello world2' 2 6 68656c6c6f20776f726c64 b'\x00\xff'
