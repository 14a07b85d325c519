# Generators feed generators; nothing more is computed than is asked for.
def naturals():
    n = 0
    while True:
        yield n
        n += 1


def keep(test, items):
    for item in items:
        if test(item):
            yield item


def take(n, items):
    for item in items:
        if n == 0:
            return
        n -= 1
        yield item


def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(5, keep(lambda n: n % 3 == 1, naturals()))))  # expect: [1, 4, 7, 10, 13]
print(list(take(10, primes())))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
print(dict(zip("abc", naturals())), list(zip(take(2, naturals()), "xyz")))
# expect: {'a': 0, 'b': 1, 'c': 2} [(0, 'x'), (1, 'y')]
