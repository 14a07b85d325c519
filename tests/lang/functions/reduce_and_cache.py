# functools.reduce, lru_cache and cached calls
from functools import reduce, lru_cache
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "x"))
calls = []
@lru_cache(maxsize=2)
def f(n):
    calls.append(n)
    return n * n
print([f(k) for k in (1, 2, 1, 3, 1, 2)], calls, f.cache_info())
try:
    reduce(max, [])
except TypeError as e:
    print(e)
# expect: 24 x
# expect: [1, 4, 1, 9, 1, 4] [1, 2, 3, 2] CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
# expect: reduce() of empty iterable with no initial value
