# map with several iterables, filter with None
print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2])), list(map(str, range(3))))
m = map(int, ["1", "x"])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
# expect: [11, 22] [1, 'a'] [2] ['0', '1', '2']
# expect: 1
# expect: invalid literal for int() with base 10: 'x'
