# bytes literals, items and repr
b = b"a\x00\xff\n'"
print(b, b[0], b[1:3], list(b), len(b), bytes([1, 2]), bytes(3), bytes("é", "utf-8"), rb"\n")
# expect: b"a\x00\xff\n'" 97 b'\x00\xff' [97, 0, 255, 10, 39] 5 b'\x01\x02' b'\x00\x00\x00' b'\xc3\xa9' b'\\n'
