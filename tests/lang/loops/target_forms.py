# all kinds of loop targets
d, l = {}, [0, 0]
for d["k"], l[1] in [(1, 2), (3, 4)]:
    pass
for a, (b, *c) in [(1, (2, 3, 4))]:
    pass
print(d, l, a, b, c)
# expect: {'k': 3} [0, 4] 1 2 [3, 4]
