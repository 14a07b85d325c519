# repr chooses its quotes and escapes what cannot be printed.
print(repr("plain"), repr("it's"), repr('"'), repr("'\""))  # expect: 'plain' "it's" '"' '\'"'
print(repr("a\nb\tc\\d\r\0\x1b"), repr("é😀"), repr("\ud800"), repr(""))
# expect: 'a\nb\tc\\d\r\x00\x1b' 'é😀' '\ud800' ''
print([None, "a", 1.0, (1,), {"k": b"v"}, {1}, frozenset(), range(2), True], str(b"x\x80"))
# expect: [None, 'a', 1.0, (1,), {'k': b'v'}, {1}, frozenset(), range(0, 2), True] b'x\x80'
print(repr("a" * 3), "%r" % "q", f"{'x'!r}", str("x"), repr(str), repr([[]]))
# expect: 'aaa' 'q' 'x' x <class 'str'> [[]]
nested = [1]
nested.append(nested)
loop = {}
loop["self"] = loop
print(nested, loop)  # expect: [1, [...]] {'self': {...}}
