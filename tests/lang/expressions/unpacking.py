# Targets of assignments: tuples, nested, starred, attributes and items, from left to right.
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d)  # expect: 1 2 3 [4, 5]
*head, last = "abc"
first, *middle, end = range(5)
print(head, last, first, middle, end)  # expect: ['a', 'b'] c 0 [1, 2, 3] 4
[p, q] = {"x": 1, "y": 2}
print(p, q)  # expect: x y
items = [0, 0, 0]
i = 0
i, items[i] = 1, "set"
print(i, items)  # expect: 1 [0, 'set', 0]
x = y = []
x.append(1)
print(y, x is y)  # expect: [1] True
x, y = y, x + [2]
print(x, y)  # expect: [1] [1, 2]
for k, (m, *n) in [(1, "abc")]:
    print(k, m, n)  # expect: 1 a ['b', 'c']
(z,) = [7]
print(z)  # expect: 7
