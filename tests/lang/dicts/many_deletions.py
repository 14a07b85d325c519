# a dict that grows and shrinks keeps order
d = {}
for k in range(200):
    d[k] = k
    if k % 3:
        del d[k - 1]
print(len(d), list(d)[:5], list(d)[-5:])
# expect: 67 [2, 5, 8, 11, 14] [188, 191, 194, 197, 199]
