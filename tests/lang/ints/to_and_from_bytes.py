# to_bytes and from_bytes with both orders and signs
print((1000).to_bytes(4, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True))
try:
    (300).to_bytes(1, "big")
except OverflowError as e:
    print(e)
# expect: b'\x00\x00\x03\xe8' b'\xe8\x03\x00\x00' b'\xff\xfe'
# expect: 1000 -2
# expect: int too big to convert
