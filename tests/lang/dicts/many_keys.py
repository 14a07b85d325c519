# A dict grows, loses and gets back many keys, and keeps its order.
d = {}
for i in range(2000):
    d[i * 7919 % 10007] = i
for i in range(0, 2000, 3):
    del d[i * 7919 % 10007]
for i in range(100):
    d["s%d" % i] = i
print(len(d), list(d)[:3], list(d)[-2:], d["s99"])
# expect: 1433 [7919, 5831, 1655] ['s98', 's99'] 99
print(sum(v for k, v in d.items() if isinstance(k, int)))  # expect: 1332667
mixed = {None: 1, (1, 2): 2, "x": 3, 2.5: 4, False: 5, frozenset([1]): 6}
print(mixed[None], mixed[(1, 2)], mixed[2.5], mixed[0], mixed[frozenset([1])])  # expect: 1 2 4 5 6


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n


clash = {Same(i): i for i in range(50)}
print(clash[Same(30)], Same(50) in clash, len(clash), clash.pop(Same(0)), len(clash))
# expect: 30 False 50 0 49
