# del of items and slices
a = list(range(10))
del a[0], a[-1], a[2:4], a[::3]
print(a)
try:
    del a[10]
except IndexError as e:
    print(e)
# expect: [2, 5, 7, 8]
# expect: list assignment index out of range
