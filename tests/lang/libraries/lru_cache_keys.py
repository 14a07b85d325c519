# lru_cache tells f(1) from f(True), and with no room it does not hash arguments.
import functools


@functools.lru_cache(maxsize=2)
def double(x):
    print("computing", x)
    return x, x


double(1), double(True), double(1)
# expect: computing 1
# expect: computing True
print(double.cache_info())  # expect: CacheInfo(hits=1, misses=2, maxsize=2, currsize=2)


@functools.lru_cache(maxsize=0)
def count(x):
    return len(x)


print(count([1, 2]), count.cache_info())  # expect: 2 CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)
