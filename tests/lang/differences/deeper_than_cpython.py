# Data so deep that CPython 3.11 crashes, or would need a bigger stack: a RecursionError here.
# oracle: skip
import itertools
import types


class Empty:
    pass


def tried(name, function):
    try:
        function()
        print(name, "done")
    except RecursionError:
        print(name, "RecursionError")


def nest(step, value):
    for _ in range(50000):
        value = step(value)
    return value


def caught():
    try:
        raise ValueError
    except nest(lambda x: (x,), KeyError):
        pass


for name, step in (("map", lambda x: map(int, x)), ("zip", zip), ("enumerate", enumerate),
                   ("filter", lambda x: filter(None, x)), ("chain", itertools.chain)):
    tried(name, lambda: list(nest(step, iter([1]))))
# expect: map RecursionError
# expect: zip RecursionError
# expect: enumerate RecursionError
# expect: filter RecursionError
# expect: chain RecursionError
tried("repr", lambda: repr(nest(slice, 1)))  # expect: repr RecursionError
tried("equal", lambda: nest(slice, 1) == nest(slice, 1))  # expect: equal RecursionError
tried("hash", lambda: hash(nest(lambda x: (x,), ())))  # expect: hash RecursionError
tried("isinstance", lambda: isinstance(1, nest(lambda x: (x,), str)))
# expect: isinstance RecursionError
tried("except", caught)  # expect: except RecursionError
tried("method", nest(lambda m: types.MethodType(m, 1), print))  # expect: method RecursionError
tried("method", lambda: repr(nest(lambda m: types.MethodType(m, 1), print)))
# expect: method RecursionError
asks = Empty()
Empty.__get__ = asks
Empty.x = asks
tried("get", lambda: Empty().x)  # expect: get RecursionError
