# Iterators that start, stop, chain and pair.
from itertools import accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice
from itertools import pairwise, repeat, starmap, takewhile, zip_longest

print(list(islice(count(3), 4)), list(islice(count(1, 2), 3)), next(count()), count(5))
# expect: [3, 4, 5, 6] [1, 3, 5] 0 count(5)
print(list(islice(cycle("ab"), 5)), list(repeat("x", 3)))
# expect: ['a', 'b', 'a', 'b', 'a'] ['x', 'x', 'x']
print(list(islice(repeat(1), 2)), list(cycle("")))  # expect: [1, 1] []
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(chain()))
# expect: ['a', 'b', 1] ['a', 'b', 'c'] []
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, None)), list(islice("abcdef", 1, 6, 2)))
# expect: ['a', 'b'] ['c', 'd', 'e', 'f'] ['b', 'd', 'f']
it = iter(range(10))
print(list(islice(it, 1, 4, 2)), next(it), list(islice(it, 3, 1)), next(it))
# expect: [1, 3] 4 [] 8
print(list(accumulate([1, 2, 3])), list(accumulate([2, 3, 4], lambda a, b: a * b)))
# expect: [1, 3, 6] [2, 6, 24]
print(list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=1)))
# expect: [10, 11, 13] [] [1]
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))  # expect: [1, 2]
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))  # expect: [3, 1]
print(list(filterfalse(None, [0, 1, 2])), list(filterfalse(lambda x: x % 2, range(5))))
# expect: [0] [0, 2, 4]
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress("abcd", [1, 0, 1])))
# expect: [8, 9] ['a', 'c']
print(list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(pairwise("abc")))
# expect: [('a', 1), ('b', '-')] [] [('a', 'b'), ('b', 'c')]
try:
    islice("abc", -1)
except ValueError as error:
    print(error)
    # expect: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
