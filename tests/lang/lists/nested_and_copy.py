# Lists hold references: copies are shallow.
a = [[0] * 2 for _ in range(2)]
b = [[0] * 2] * 2
a[0][0] = b[0][0] = 1
print(a, b)  # expect: [[1, 0], [0, 0]] [[1, 0], [1, 0]]
c = a[:]
c[1].append(9)
c.append("own")
print(a, c, a[0] is c[0])  # expect: [[1, 0], [0, 0, 9]] [[1, 0], [0, 0, 9], 'own'] True
grid = [[x * y for x in range(3)] for y in range(3)]
print(grid, [list(r) for r in zip(*grid)])
# expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]] [[0, 0, 0], [0, 1, 2], [0, 2, 4]]
print(sum(grid, []), [row[1] for row in grid])  # expect: [0, 0, 0, 0, 1, 2, 0, 2, 4] [0, 1, 2]
del a[0]
print(a, len(c))  # expect: [[0, 0, 9]] 3
