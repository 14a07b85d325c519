# yield from passes values, sent values and exceptions through to any iterable.
def inner():
    received = []
    try:
        while len(received) < 2:
            received.append((yield len(received)))
    except KeyError:
        received.append("key error")
    return received


def outer():
    yield from "ab"
    yield from [1, 2]
    first = yield from inner()
    second = yield from inner()
    return first, second


g = outer()
print([next(g) for _ in range(5)])  # expect: ['a', 'b', 1, 2, 0]
print(g.send("x"), g.send("y"))  # expect: 1 0
try:
    g.throw(KeyError)
except StopIteration as stop:
    print(stop.value)  # expect: (['x', 'y'], ['key error'])


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [], [4]]], 5])))  # expect: [1, 2, 3, 4, 5]
