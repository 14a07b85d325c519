# Data nested some hundred deep is handled; without end it is a RecursionError, never a crash.
import collections
import copy
import functools
import itertools
import json
import operator


def tried(name, function):
    try:
        function()
        print(name, "done")
    except RecursionError:
        print(name, "RecursionError")


def nest(step, value, depth=400):
    for _ in range(depth):
        value = step(value)
    return value


lists = nest(lambda x: [x], [])
tried("repr", lambda: repr(lists))  # expect: repr done
tried("equal", lambda: lists == nest(lambda x: [x], []))  # expect: equal done
tried("hash", lambda: hash(nest(lambda x: (x,), ())))  # expect: hash done
tried("copy", lambda: copy.deepcopy(nest(lambda x: [x], [], 100)))  # expect: copy done
tried("json", lambda: json.dumps(nest(lambda x: [x], [], 200)))  # expect: json done
tried("slices", lambda: nest(slice, 1) == nest(slice, 1))  # expect: slices done
tried("deques", lambda: repr(nest(lambda x: collections.deque([x]), 1)))  # expect: deques done
tried("aliases", lambda: repr(nest(lambda x: list[x], int)))  # expect: aliases done
for name, step in (("map", lambda x: map(int, x)), ("zip", zip), ("enumerate", enumerate),
                   ("filter", lambda x: filter(None, x)), ("chain", itertools.chain),
                   ("islice", lambda x: itertools.islice(x, 1))):
    tried(name, lambda: list(nest(step, iter([1]))))
# expect: map done
# expect: zip done
# expect: enumerate done
# expect: filter done
# expect: chain done
# expect: islice done


# The sieve that puts a filter around a filter for each prime.
def primes(count):
    numbers = itertools.count(2)
    for _ in range(count):
        prime = next(numbers)
        yield prime
        numbers = filter(prime.__rmod__, numbers)


print(list(primes(300))[-1])  # expect: 1987


# What calls itself through special methods.
for name, operation in (("repr", repr), ("hash", hash), ("len", len), ("bool", bool),
                        ("iter", iter), ("neg", operator.neg), ("index", operator.index)):
    cls = type("Again", (), {"__%s__" % name: lambda self: operation(self)})
    tried(name, lambda: operation(cls()))
# expect: repr RecursionError
# expect: hash RecursionError
# expect: len RecursionError
# expect: bool RecursionError
# expect: iter RecursionError
# expect: neg RecursionError
# expect: index RecursionError
tried("partial", nest(functools.partial, lambda: 1, 2000))  # expect: partial done
