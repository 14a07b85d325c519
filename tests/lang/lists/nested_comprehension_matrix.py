# matrices as lists of lists
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [[row[i] for row in m] for i in range(3)], sum(sum(r) for r in m), m[1][2], m[-1][-3])
try:
    m[0][3]
except IndexError as e:
    print(e)
# expect: [[1, 4], [2, 5], [3, 6]] [[1, 4], [2, 5], [3, 6]] 21 6 4
# expect: list index out of range
