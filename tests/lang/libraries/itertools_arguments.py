# The iterators of itertools are types, check their arguments, and some show them.
import itertools as it
from itertools import chain, count, islice, repeat


def tried(make):
    try:
        return make()
    except Exception as error:
        return "%s: %s" % (type(error).__name__, str(error).replace("itertools.", ""))


for wrong in (
    lambda: it.cycle(),
    lambda: it.cycle(1),
    lambda: it.takewhile(len),
    lambda: it.starmap(),
    lambda: it.pairwise(),
    lambda: it.count("a"),
    lambda: it.repeat(),
    lambda: it.repeat(1, "a"),
    lambda: islice([1]),
    lambda: islice([1], -1),
    lambda: islice([1], "a"),
    lambda: islice([1], 0, 1, 0),
    lambda: islice([1], -1, 2),
    lambda: islice(1, 2),
    lambda: chain.from_iterable(1),
    lambda: list(chain(1)),
    lambda: it.combinations([1]),
    lambda: it.combinations([1], -1),
    lambda: it.permutations([1], "a"),
    lambda: it.permutations([1], -1),
    lambda: it.product([1], repeat=-1),
    lambda: it.product([1], other=1),
    lambda: it.product(1),
    lambda: it.groupby(),
    lambda: it.accumulate(),
    lambda: it.compress([1]),
    lambda: it.tee(),
    lambda: it.tee([1], -1),
    lambda: it.zip_longest([1], 2),
    lambda: list(it.starmap(pow, [1])),
    lambda: len(repeat(1, 2)),
    lambda: repeat(1).__length_hint__(),
    lambda: it.filterfalse(None),
    lambda: it.cycle(iterable=[]),
):
    print(tried(wrong))
print(count(), count(5), count(1, 2), count(2.5), count(1, 1.0), count(start=3, step=-1))
print(repeat("x"), repeat(1, 3), repeat(1, -3), repeat(object=1, times=2))
print(type(count()), type(chain()), isinstance(chain(), chain), iter(chain()).__class__.__name__)
print(list(repeat(0, times=3)), repeat(1, 7).__length_hint__(), sum(repeat(2, 5)))
big = count(2**62 - 2)
print([next(big) for _ in range(4)], next(count(-1, 2**70)))
print(list(islice(count(0.5, 0.25), 3)), list(islice(count(10, -3), 4)))
source = iter(range(20))
print(list(islice(source, 2, 9, 3)), next(source), list(islice(source, 3, 3)), next(source))
print(list(islice(range(5), None)), list(islice(range(9), 1, None, 3)), list(islice([1], 0)))
print(list(it.accumulate("abc")), list(it.accumulate([1, 2**62, 2**62])))
print(list(it.accumulate([], initial=3)), list(it.accumulate([1, 5, 2], max)))
print(list(it.product("ab", range(2), repeat=1)), len(list(it.product(range(3), repeat=4))))
kept = list(it.product([1, 2], repeat=2))
print(kept, [sum(row) for row in it.combinations(range(5), 3)])
print(list(it.permutations(range(3), 2)), list(it.permutations([1], 2)))
print(list(it.combinations_with_replacement([1, 2], 3)), list(it.combinations([1, 2], 3)))
print(list(it.zip_longest()), list(it.zip_longest([1, 2], [], "abc", fillvalue="-")))


def ending():
    yield 1
    raise KeyError("stop")


def stops(x):
    raise StopIteration


for broken in (
    it.chain(ending()),
    it.cycle(ending()),
    it.accumulate(ending()),
    it.zip_longest(ending(), [1]),
    it.pairwise(ending()),
    it.takewhile(lambda x: True, ending()),
    islice(ending(), 5),
):
    print(tried(lambda: list(broken)), tried(lambda: next(broken, "end")))
print(list(it.takewhile(stops, [1])), list(it.starmap(stops, [(1,)])))


class Loud(it.count):
    def __next__(self):
        return "loud %d" % super().__next__()


loud = Loud(3)
loud.name = "n"
print(next(loud), [x for x, _ in zip(loud, "ab")], loud.name, repr(loud))
a, b = it.tee(chain("ab", "cd"))
print(next(a), next(a), list(b), list(a), it.tee([], 0))
c = a.__copy__()
x, y, z = it.tee(iter([1, 2, 3]), 3)
next(x)
p, q = it.tee(x)
print(list(y), list(p), list(q), list(z))
groups = it.groupby([1, 1, 2, 3, 3], key=lambda n: n // 2)
kept = [(key, group) for key, group in groups]
print([(key, list(group)) for key, group in kept])
groups = it.groupby("aab")
key, group = next(groups)
print(key, next(group), next(groups)[0], list(group))
# expect: TypeError: cycle expected 1 argument, got 0
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: takewhile expected 2 arguments, got 1
# expect: TypeError: starmap expected 2 arguments, got 0
# expect: TypeError: pairwise expected 1 argument, got 0
# expect: TypeError: a number is required
# expect: TypeError: repeat() missing required argument 'object' (pos 1)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: islice expected at least 2 arguments, got 1
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError: Step for islice() must be a positive integer or None.
# expect: ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: combinations() missing required argument 'r' (pos 2)
# expect: ValueError: r must be non-negative
# expect: TypeError: Expected int as r
# expect: ValueError: r must be non-negative
# expect: ValueError: repeat argument cannot be negative
# expect: TypeError: 'other' is an invalid keyword argument for product()
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: groupby() missing required argument 'iterable' (pos 1)
# expect: TypeError: accumulate() missing required argument 'iterable' (pos 1)
# expect: TypeError: compress() missing required argument 'selectors' (pos 2)
# expect: TypeError: tee expected at least 1 argument, got 0
# expect: ValueError: n must be >= 0
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: object of type 'repeat' has no len()
# expect: TypeError: len() of unsized object
# expect: TypeError: filterfalse expected 2 arguments, got 1
# expect: TypeError: cycle() takes no keyword arguments
# expect: count(0) count(5) count(1, 2) count(2.5) count(1, 1.0) count(3, -1)
# expect: repeat('x') repeat(1, 3) repeat(1, 0) repeat(1, 2)
# expect: <class 'itertools.count'> <class 'itertools.chain'> True chain
# expect: [0, 0, 0] 7 10
# expect: [4611686018427387902, 4611686018427387903, 4611686018427387904, 4611686018427387905] -1
# expect: [0.5, 0.75, 1.0] [10, 7, 4, 1]
# expect: [2, 5, 8] 9 [] 13
# expect: [0, 1, 2, 3, 4] [1, 4, 7] []
# expect: ['a', 'ab', 'abc'] [1, 4611686018427387905, 9223372036854775809]
# expect: [3] [1, 5, 5]
# expect: [('a', 0), ('a', 1), ('b', 0), ('b', 1)] 81
# expect: [(1, 1), (1, 2), (2, 1), (2, 2)] [3, 4, 5, 5, 6, 7, 6, 7, 8, 9]
# expect: [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)] []
# expect: [(1, 1, 1), (1, 1, 2), (1, 2, 2), (2, 2, 2)] []
# expect: [] [(1, '-', 'a'), (2, '-', 'b'), ('-', '-', 'c')]
# expect: KeyError: 'stop' end
# expect: KeyError: 'stop' 1
# expect: KeyError: 'stop' end
# expect: KeyError: 'stop' end
# expect: KeyError: 'stop' end
# expect: KeyError: 'stop' end
# expect: KeyError: 'stop' end
# expect: [] []
# expect: loud 3 ['loud 4', 'loud 5'] n Loud(7)
# expect: a b ['a', 'b', 'c', 'd'] ['c', 'd'] ()
# expect: [1, 2, 3] [2, 3] [2, 3] [1, 2, 3]
# expect: [(0, []), (1, [])]
# expect: a a b []
