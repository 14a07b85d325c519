# What a generator calls runs beside its own registers: functions, methods, classes, other
# generators, defaults, deep recursion, and exceptions on the way out.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def sum(self, more=0):
        return self.x + self.y + more


def twice(n):
    return [n, n]


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def fails(n):
    kept = [n]
    raise ValueError(kept)


def inner(n):
    for k in range(n):
        point = Point(k, twice(k)[1])
        yield point.sum(), point.sum(more=1)


def outer(n):
    for pair in inner(n):
        try:
            fails(pair)
        except ValueError as error:
            yield depth(pair[0] * 50), error.args[0]
    yield from inner(2)


print(list(outer(4)))
print(list(outer(4)))
print(sum(Point(k, depth(k)).sum() for k in range(40)))
print([list(twice(p) for p in twice(k)) for k in range(2)])


def tree(n):
    if n:
        yield from tree(n - 1)
        yield depth(n)
        yield from tree(n - 1)


print(list(tree(4)))
# expect: [(0, [(0, 1)]), (100, [(2, 3)]), (200, [(4, 5)]), (300, [(6, 7)]), (0, 1), (2, 3)]
# expect: [(0, [(0, 1)]), (100, [(2, 3)]), (200, [(4, 5)]), (300, [(6, 7)]), (0, 1), (2, 3)]
# expect: 1560
# expect: [[[0, 0], [0, 0]], [[1, 1], [1, 1]]]
# expect: [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
