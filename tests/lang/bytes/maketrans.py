# bytes.maketrans makes a table for translate()
table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbcd".translate(table))
try:
    bytes.maketrans(b"a", b"xy")
except ValueError as error:
    print(error)
# expect: 256 b'xxyyzd'
# expect: maketrans arguments must have same length
