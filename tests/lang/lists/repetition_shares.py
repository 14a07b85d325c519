# * repeats references, not copies
a = [[]] * 3
a[0].append(1)
print(a, [0] * 3, [1, 2] * 0, 2 * [1])
# expect: [[1], [1], [1]] [0, 0, 0] [] [1, 1]
