# iter(function, sentinel)
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), next(values))
# expect: [1, 2] 3
