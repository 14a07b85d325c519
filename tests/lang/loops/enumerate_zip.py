# enumerate with start, zip and its strict form
print(list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(zip()), dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
# expect: [(5, 'a'), (6, 'b')] [(1, 'a'), (2, 'b')] [] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
# expect: zip() argument 2 is longer than argument 1
