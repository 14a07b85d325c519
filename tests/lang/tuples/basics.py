# Tuples are fixed; they compare and hash by content.
t = (1, "a", [2])
t[2].append(3)
print(t, len(t), t[1], t[-1], t[:2], t + (4,), (0,) * 3, t.index("a"), t.count(1), 1 in t)
# expect: (1, 'a', [2, 3]) 3 a [2, 3] (1, 'a') (1, 'a', [2, 3], 4) (0, 0, 0) 1 1 True
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1, 2))  # expect: True True True True
print((1, 2) == [1, 2], hash((1, "a")) == hash((1, "a")))  # expect: False True
print(tuple("ab"), tuple(), tuple([1]), {(1, 2): "v"}[(1, 2)])  # expect: ('a', 'b') () (1,) v
print(max((1, 9), (2, 0)), sorted([(2, 1), (1, 5)]))  # expect: (2, 0) [(1, 5), (2, 1)]
a, b = b, a = 1, 2
print(a, b)  # expect: 2 1
for wrong in (lambda: hash(t), lambda: t[9], lambda: t + [1]):
    try:
        wrong()
    except (TypeError, IndexError) as error:
        print(error)
        # expect: unhashable type: 'list'
        # expect: tuple index out of range
        # expect: can only concatenate tuple (not "list") to tuple
try:
    t[0] = 1
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
