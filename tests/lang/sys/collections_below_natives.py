# A collection may start while native code has called back: in a sort's key, in sum's generator, in
# __del__ while a tuple is being released.
import gc


class Node:
    def __init__(self):
        self.me = self


def key(n):
    Node()
    if n % 50 == 0:
        gc.collect()
    return -n


print(sorted(range(200), key=key)[:3])  # expect: [199, 198, 197]


def numbers():
    for n in range(100):
        held = [Node(), Node()]
        gc.collect()
        yield len(held) + n


print(sum(numbers()))  # expect: 5150


class Last:
    seen = []

    def __init__(self, n):
        self.n = n

    def __del__(self):
        gc.collect()
        Last.seen.append(self.n)


pair = (Last(1), [Last(2), Node()], {"k": Last(3)})
del pair
gc.collect()
print(sorted(Last.seen))  # expect: [1, 2, 3]


class Ordered:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __lt__(self, other):
        gc.collect()
        return self.n < other.n


print([o.n for o in sorted([Ordered(3), Ordered(1), Ordered(2)])])  # expect: [1, 2, 3]
print(max(map(lambda n: (gc.collect(), n)[1], range(5))))  # expect: 4
