# bytearray is the kind of bytes that can change.
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a += b"??"
a.extend([46])
print(a, len(a), a.decode(), bytes(a), a[1], a[1:3], a == b"Hello!??.")
# expect: bytearray(b'Hello!??.') 9 Hello!??. b'Hello!??.' 101 bytearray(b'el') True
del a[-1]
a[1:3] = b"EL"
a.insert(0, 62)
print(a.pop(), a, a.find(b"o"), a.upper(), bytearray(2), list(bytearray(b"ab")))
# expect: 63 bytearray(b'>HELlo!?') 5 bytearray(b'>HELLO!?') bytearray(b'\x00\x00') [97, 98]
a.reverse()
a.clear()
print(a, bool(a))  # expect: bytearray(b'') False
try:
    bytearray(b"a")[0] = 300
except ValueError as error:
    print(error)  # expect: byte must be in range(0, 256)
