# random: a class that brings its own random() or getrandbits() is asked for every number
from random import Random


class HalvedFloats(Random):
    def random(self):
        return super().random() / 2


class OddBits(Random):
    def getrandbits(self, bits):
        return super().getrandbits(bits) | 1


class Both(HalvedFloats, OddBits):
    pass


for kind in HalvedFloats, OddBits, Both:
    r = kind(7)
    items = list(range(6))
    r.shuffle(items)
    print(kind.__name__, items, r.randint(1, 100), r.randrange(0, 1000, 3), r.choice("abcdef"))
    print(r.sample(range(1000), 3), r.choices("abc", [1, 2, 3], k=4))
    print(round(r.uniform(0, 8), 6), round(r.gauss(), 6), round(r.normalvariate(), 6))
r = Random(1)
r.random = lambda: 0.25
print(r.uniform(0, 8), r.randint(1, 1000))
# expect: HalvedFloats [1, 2, 0, 5, 4, 3] 41 609 d
# expect: [334, 745, 462] ['a', 'b', 'b', 'a']
# expect: 0.892956 -0.441684 -0.452493
# expect: OddBits [0, 2, 4, 5, 1, 3] 70 147 d
# expect: [597, 59, 931] ['c', 'a', 'b', 'a']
# expect: 0.725704 -1.666063 -0.830858
# expect: Both [1, 2, 0, 5, 4, 3] 41 609 d
# expect: [334, 745, 462] ['a', 'b', 'b', 'a']
# expect: 0.892956 -0.441684 -0.452493
# expect: 2.0 138
