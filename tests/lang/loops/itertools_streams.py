# chain, cycle, repeat, takewhile, dropwhile, accumulate, groupby
from itertools import chain, cycle, repeat, takewhile, dropwhile, accumulate, groupby, islice, starmap, zip_longest, tee, compress, filterfalse, pairwise
print(list(chain("ab", [1])), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), [(k, list(g)) for k, g in groupby("aabbba")], list(starmap(pow, [(2, 3)])), list(zip_longest("ab", [1], fillvalue="-")))
a, b = tee([1, 2])
print(list(a), list(b), list(compress("abc", [1, 0, 1])), list(filterfalse(None, [0, 1, ""])), list(pairwise("abc")), list(chain.from_iterable(["ab", "c"])))
# expect: ['a', 'b', 1] ['a', 'b', 'a', 'b', 'a'] [1, 1, 1] [1, 2] [3, 1]
# expect: [1, 3, 6] [10, 10, 20, 60] [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('a', ['a'])] [8] [('a', 1), ('b', '-')]
# expect: [1, 2] [1, 2] ['a', 'c'] [0, ''] [('a', 'b'), ('b', 'c')] ['a', 'b', 'c']
