# enumerate, zip, reversed, map, filter are lazy iterators.
print(list(enumerate("ab", 1)), list(zip([1, 2, 3], "ab")), list(zip()), list(reversed([1, 2, 3])))
# expect: [(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')] [] [3, 2, 1]
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, "", "x"])))
# expect: [4, 10] [1, 'x']
m = map(str, [1, 2])
print(next(m), list(m), list(m))  # expect: 1 ['2'] []
print(list(zip(*[(1, "a"), (2, "b")])), dict(enumerate("xy")))
# expect: [(1, 2), ('a', 'b')] {0: 'x', 1: 'y'}
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)  # expect: zip() argument 2 is longer than argument 1
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a + b)
    # expect: 0 3
    # expect: 1 7
