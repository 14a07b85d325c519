# count and index
t = (1, 2, 1)
print(t.count(1), t.index(2), t + (3,), t * 2, t[1:], t[::-1])
try:
    t.index(9)
except ValueError as e:
    print(e)
# expect: 2 1 (1, 2, 1, 3) (1, 2, 1, 1, 2, 1) (2, 1) (1, 2, 1)
# expect: tuple.index(x): x not in tuple
