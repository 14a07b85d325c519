# Runs of equal keys, and several readers of one iterator.
from itertools import groupby, tee

print([(k, "".join(g)) for k, g in groupby("aaabbca")])
# expect: [('a', 'aaa'), ('b', 'bb'), ('c', 'c'), ('a', 'a')]
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
# expect: [(1, [1, 3]), (0, [2, 4]), (1, [5])]
print([k for k, g in groupby("aabbb")], list(groupby([])))  # expect: ['a', 'b'] []
groups = groupby("aab")
k, first = next(groups)
print(k, next(first))  # expect: a a
k2, second = next(groups)
print(k2, list(first), list(second))  # expect: b [] ['b']
a, b = tee([1, 2, 3])
print(next(a), next(a), next(b), list(a), list(b), list(a))  # expect: 1 2 1 [3] [2, 3] []
c, d, e = tee(iter("xy"), 3)
print(list(c), list(d), list(e), tee("", 0))  # expect: ['x', 'y'] ['x', 'y'] ['x', 'y'] ()
