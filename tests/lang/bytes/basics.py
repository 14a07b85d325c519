# bytes are sequences of small ints with many methods of str.
b = b"hello \x00\xff"
print(b, len(b), b[0], b[1:4], b[::-1], list(b[-2:]))
# expect: b'hello \x00\xff' 8 104 b'ell' b'\xff\x00 olleh' [0, 255]
print(104 in b, b"ell" in b, b + b"!", b"ab" * 2)  # expect: True True b'hello \x00\xff!' b'abab'
print(b"a,b".split(b","), b"-".join([b"x", b"y"]), b" x ".strip())
# expect: [b'a', b'b'] b'x-y' b'x'
print(b"abc".replace(b"b", b"Z"), b"abc".find(b"c"), b"abc".upper(), b"ab".startswith(b"a"))
# expect: b'aZc' 2 b'ABC' True
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(range(3)))
# expect: b'\x00\x00\x00' b'AB' b'\xc3\xa9' b'\x00\x01\x02'
print(bytes(b"x"), b"\x41".hex(), bytes.fromhex("4a 4b"), b"abc".decode())
# expect: b'x' 41 b'JK' abc
print(b"a" < b"b", b"a" == "a", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"%d-%s" % (5, b"x"))
# expect: True False True 1 b'5-x'
for wrong in (lambda: bytes([256]), lambda: b"a" + "a", lambda: b"abc"[5], lambda: bytes("x")):
    try:
        wrong()
    except (ValueError, TypeError, IndexError) as error:
        print(error)
        # expect: bytes must be in range(0, 256)
        # expect: can't concat str to bytes
        # expect: index out of range
        # expect: string argument without an encoding
