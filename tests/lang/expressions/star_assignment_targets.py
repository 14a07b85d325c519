# starred targets in assignments
a, *b, c = range(5)
[x, *y] = "ab"
(p, (q, *r)), s = (1, "xyz"), 2
print(a, b, c, x, y, p, q, r, s)
# expect: 0 [1, 2, 3] 4 a ['b'] 1 x ['y', 'z'] 2
