# assignment to slices of all kinds
a = list(range(6))
a[1:3] = "xyz"
print(a)
a[::2] = [0, 0, 0, 0]
print(a)
a[2:2] = [7, 8]
a[5:] = []
print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
# expect: [0, 'x', 'y', 'z', 3, 4, 5]
# expect: [0, 'x', 0, 'z', 0, 4, 0]
# expect: [0, 'x', 7, 8, 0]
# expect: attempt to assign sequence of size 1 to extended slice of size 3
