# values are read before any is assigned
a, b, c = 1, 2, 3
a, b, c = c, a, b
l = [0, 1]
i = 0
i, l[i] = 1, 9
print(a, b, c, l)
# expect: 3 1 2 [0, 9]
