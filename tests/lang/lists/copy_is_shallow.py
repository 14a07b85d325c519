# copy and [:] share the items
a = [[1], 2]
b, c = a.copy(), a[:]
b[0].append(9); c[1] = 5
print(a, b, c, a == c)
# expect: [[1, 9], 2] [[1, 9], 2] [[1, 9], 5] False
