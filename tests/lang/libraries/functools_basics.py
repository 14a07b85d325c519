# wraps, partial, reduce, cmp_to_key, total_ordering, singledispatch.
from functools import cmp_to_key, partial, reduce, singledispatch, total_ordering, wraps


def loud(function):
    @wraps(function)
    def inner(*args):
        """Inner text."""
        return function(*args) + "!"

    return inner


@loud
def greet(name):
    """Says hello."""
    return "hello " + name


print(greet("you"), greet.__name__, greet.__doc__, greet.__wrapped__("raw"))
# expect: hello you! greet Says hello. hello raw
power = partial(pow, 2)
base = partial(int, base=2)
print(power(5), base("101"), partial(power, 3)(), power.args)  # expect: 32 5 8 (2,)
print(base.keywords, partial(print, 1).func is print)  # expect: {'base': 2} True
print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [], 5), reduce(max, [3, 9, 2], 0))
# expect: 123 5 9
try:
    reduce(max, [])
except TypeError as error:
    print(error)  # expect: reduce() of empty iterable with no initial value
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: [3, 2, 1]


@total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(1), V(1) > V(2), V(2) >= V(1), V(1) >= V(2), V(3) > V(2))
# expect: True False True False True


@singledispatch
def kind(x):
    return "thing"


@kind.register(int)
def _(x):
    return "number"


@kind.register
def _(x: list):
    return "list of " + ", ".join(map(kind, x))


print(kind("a"), kind(True), kind([1, "b"]))  # expect: thing number list of number, thing
