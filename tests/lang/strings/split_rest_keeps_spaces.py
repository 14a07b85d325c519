# What split and rsplit leave over keeps the white space at its far end.
print(" a b c ".split(None, 1), " pad ".split(None, 0))  # expect: ['a', 'b c '] ['pad ']
print(" a b c ".rsplit(None, 1), " pad ".rsplit(None, 0))  # expect: [' a b', 'c'] [' pad']
print(b" a b ".split(None, 1), b" a b ".rsplit(None, 1))  # expect: [b'a', b'b '] [b' a', b'b']
