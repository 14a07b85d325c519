# Data so deep that CPython 3.11 crashes: here it is a RecursionError, or there is enough stack.
# oracle: skip
import itertools
import types


class Empty:
    pass


def tried(name, function):
    try:
        function()
    except (RecursionError, TypeError):
        pass
    print(name, "survived")


def nest(step, value):
    for _ in range(20000):
        value = step(value)
    return value


def caught():
    try:
        raise ValueError
    except nest(lambda x: (x,), ValueError):
        pass


for name, step in (("map", lambda x: map(int, x)), ("zip", zip), ("enumerate", enumerate),
                   ("filter", lambda x: filter(None, x)), ("chain", itertools.chain)):
    tried(name, lambda: list(nest(step, iter([1]))))
# expect: map survived
# expect: zip survived
# expect: enumerate survived
# expect: filter survived
# expect: chain survived
tried("repr", lambda: repr(nest(slice, 1)))  # expect: repr survived
tried("equal", lambda: nest(slice, 1) == nest(slice, 1))  # expect: equal survived
tried("hash", lambda: hash(nest(lambda x: (x,), ())))  # expect: hash survived
tried("isinstance", lambda: isinstance(1, nest(lambda x: (x,), str)))
# expect: isinstance survived
tried("except", caught)  # expect: except survived
tried("method", nest(lambda m: types.MethodType(m, 1), len))  # expect: method survived
tried("method", lambda: repr(nest(lambda m: types.MethodType(m, 1), len)))
# expect: method survived
asks = Empty()
Empty.__get__ = asks
Empty.x = asks
tried("get", lambda: Empty().x)  # expect: get survived
