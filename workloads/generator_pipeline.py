"""Numbers that pass through a chain of generators.

Stresses: generators resumed by for, by next() and by yield from; itertools; closures.
Parameters: --threads N, --size N (batches in all), --numbers M (in each), --stages S, --each.
Checksum: the sum of what comes out.
"""
from itertools import chain, islice, takewhile

import common


def source(first, end):
    for k in range(first, end):
        yield k * 7 + 3


def pairs(numbers):
    numbers = iter(numbers)
    for a in numbers:
        b = next(numbers, 0)
        yield a ^ b
        yield a + b


def stage(numbers, number):
    if number % 3 == 0:
        yield from (n + number for n in numbers)
    elif number % 3 == 1:
        for n in numbers:
            yield n * 3 % 100003
    else:
        yield from pairs(numbers)


def averages(numbers):
    """A coroutine inside: what is sent in comes out averaged."""

    def running():
        total, count = 0, 0
        value = yield 0
        while True:
            total += value
            count += 1
            value = yield total // count

    average = running()
    next(average)
    for n in numbers:
        yield average.send(n)


def main():
    opts = common.options(size=20, numbers=200, stages=4)

    def batch(number):
        numbers = source(number, number + opts["numbers"])
        for k in range(opts["stages"]):
            numbers = stage(numbers, k)
        head = list(islice(numbers, 10))
        return sum(chain(head, takewhile(lambda n: n >= 0, averages(numbers))))

    def work(first, end):
        return sum(batch(k) for k in range(first, end))

    print("pipeline %d" % sum(common.run(opts, work)))


main()
