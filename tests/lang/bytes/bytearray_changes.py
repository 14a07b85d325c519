# bytearray in place
a = bytearray(b"abc")
a[0] = 90; a.append(33); a.extend(b"xy"); a += b"!"; del a[1]; a[1:2] = b"QQ"; a.insert(0, 65); a.reverse()
print(a, a.pop(), a.pop(0), len(a), bytes(a), a.find(b"Q"))
for f in (lambda: a.append(256), lambda: a.__setitem__(99, 1)):
    try:
        f()
    except (ValueError, IndexError) as e:
        print(e)
# expect: bytearray(b'yx!QQZ') 65 33 6 b'yx!QQZ' 3
# expect: byte must be in range(0, 256)
# expect: bytearray index out of range
