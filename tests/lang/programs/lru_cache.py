# A cache that forgets what was used least recently: a dict and a doubly linked list.
class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self.after = self


class LruCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.nodes = {}
        self.ring = Node()
        self.hits = self.misses = 0

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes

    def __iter__(self):
        node = self.ring.after
        while node is not self.ring:
            yield node.key
            node = node.after

    def __getitem__(self, key):
        try:
            node = self.nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._link(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self.nodes:
            node = self.nodes[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self.nodes) == self.capacity:
                del self[self.ring.before.key]
            node = self.nodes[key] = Node(key, value)
        self._link(node)

    def __delitem__(self, key):
        self._unlink(self.nodes.pop(key))

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _link(self, node):
        node.before, node.after = self.ring, self.ring.after
        node.after.before = node
        self.ring.after = node

    def __repr__(self):
        items = ", ".join("%r: %r" % (k, self.nodes[k].value) for k in self)
        return f"{type(self).__name__}({items})"


def cached(capacity):
    def decorate(function):
        cache = LruCache(capacity)

        def wrapper(*args):
            try:
                return cache[args]
            except KeyError:
                cache[args] = result = function(*args)
                return result

        wrapper.cache = cache
        return wrapper

    return decorate


cache = LruCache(3)
for key, value in zip("abc", range(3)):
    cache[key] = value
print(cache, len(cache))  # expect: LruCache('c': 2, 'b': 1, 'a': 0) 3
print(cache["a"], cache, "b" in cache)  # expect: 0 LruCache('a': 0, 'c': 2, 'b': 1) True
cache["d"] = 3
print(cache, "b" in cache, cache.get("b"), cache.get("b", "gone"))
# expect: LruCache('d': 3, 'a': 0, 'c': 2) False None gone
cache["c"] = 22
del cache["a"]
print(list(cache), cache.hits, cache.misses)  # expect: ['c', 'd'] 1 2
try:
    cache["zz"]
except KeyError as error:
    print("missing", error)  # expect: missing 'zz'
try:
    LruCache(0)
except ValueError as error:
    print(error)  # expect: capacity must be positive


@cached(50)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache.hits, fib.cache.misses, len(fib.cache))
# expect: 23416728348467685 78 81 50


@cached(2)
def noisy(x):
    print("computing", x)
    # expect: computing 1
    # expect: computing 2
    # expect: computing 3
    # expect: computing 2
    # expect: computing 1
    return x * x


print([noisy(x) for x in (1, 2, 1, 3, 2, 1)], noisy.cache)
# expect: [1, 4, 1, 9, 4, 1] LruCache((1,): 1, (2,): 4)
