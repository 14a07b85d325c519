# Slices are read, replaced and deleted, with steps too.
a = list(range(10))
print(a[2:5], a[:3], a[-3:], a[::3], a[::-1])
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
print(a[8:2:-2], a[5:100], a[100:], a[-2:-5:-1])  # expect: [8, 6, 4] [5, 6, 7, 8, 9] [] [8, 7, 6]
a[2:4] = ["x", "y", "z"]
print(a)  # expect: [0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 8, 9]
a[5:5] = [0, 0]
print(a)  # expect: [0, 1, 'x', 'y', 'z', 0, 0, 4, 5, 6, 7, 8, 9]
a[:2] = []
print(a)  # expect: ['x', 'y', 'z', 0, 0, 4, 5, 6, 7, 8, 9]
a[::2] = [None] * len(a[::2])
print(a)  # expect: [None, 'y', None, 0, None, 4, None, 6, None, 8, None]
del a[1::2]
print(a)  # expect: [None, None, None, None, None, None]
del a[-2:]
a[len(a):] = [7, 8]
a[:] = a[::-1]
print(a)  # expect: [8, 7, None, None, None, None]
try:
    a[::2] = [1]
except ValueError as error:
    print(error)  # expect: attempt to assign sequence of size 1 to extended slice of size 3
try:
    a[0:1] = 5
except TypeError as error:
    print(error)  # expect: can only assign an iterable
print(slice(1, 5, 2), slice(3).indices(10), [1, 2, 3][slice(None, None, -1)])
# expect: slice(1, 5, 2) (0, 3, 1) [3, 2, 1]
