# split() with maxsplit keeps white space at the far end of the rest
print("a b    ".split(None, 1), " a  b ".split(None, 0), b"a b  ".split(None, 1))
print("    a b".rsplit(None, 1), "  a b ".rsplit(None, 0))
# expect: ['a', 'b    '] ['a  b '] [b'a', b'b  ']
# expect: ['    a', 'b'] ['  a b']
