# hash agrees with equality; id tells objects apart.
print(hash(5), hash(-5), hash(2**100) == hash(float(2**100)))  # expect: 5 -5 True
print(hash("a") == hash("a"), hash(None) == hash(None))  # expect: True True
a, b = [], []
print(id(a) == id(a), id(a) == id(b), a is b, a == b)  # expect: True False False True


class K:
    pass


k = K()
print(hash(k) == hash(k), K() == K(), k == k, {k: 1}[k])  # expect: True False True 1
print(hash(()) == hash(()), hash((1, 2)) == hash((1.0, 2.0)))  # expect: True True
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])))  # expect: True
print(any([]), all([]), any([0, "x"]), all([1, ""]))  # expect: False True True False
