# lru_cache, cache and cached_property compute once.
from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y


print(f(1), f(1), f(2), f(1), f(3))  # expect: 1 1 2 1 3
print(f(2), calls, f.cache_info())
# expect: 2 [(1, 0), (2, 0), (3, 0), (2, 0)] CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
f.cache_clear()
print(f.cache_info(), f(1, y=2), f(1, y=2), f.cache_info().hits, f.__name__)
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 3 3 1 f


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())
# expect: 1548008755920 CacheInfo(hits=58, misses=61, maxsize=None, currsize=61)


class C:
    @cached_property
    def value(self):
        print("computing")  # expect: computing
        return 42

    @lru_cache
    def method(self, x):
        calls.append(x)
        return x * 2


c = C()
print(c.value, c.value, c.__dict__)  # expect: 42 42 {'value': 42}
print(c.method(4), c.method(4), calls[-1], C.method.cache_info().hits)  # expect: 8 8 4 1
try:
    f([])
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
