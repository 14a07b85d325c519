"""Primes counted by the tasks of a pool of threads.

Stresses: concurrent.futures: many small tasks, their results in order; arithmetic.
Parameters: --threads N (workers), --size N (tasks in all), --span S (numbers of each), --each.
Checksum: the primes and their sum.
"""
import time
from concurrent.futures import ThreadPoolExecutor

import common


def primes_in(first, end):
    found = []
    for n in range(max(first, 2), end):
        k = 2
        while k * k <= n and n % k:
            k += 1
        if k * k > n:
            found.append(n)
    return len(found), sum(found)


def main():
    opts = common.options(size=30, threads=2, span=100)
    span = opts["span"]
    start = time.perf_counter()
    with ThreadPoolExecutor(max_workers=opts.threads) as pool:
        firsts = range(0, opts.size * opts.repeats() * span, span)
        results = list(pool.map(primes_in, firsts, [first + span for first in firsts]))
    common.report_seconds(time.perf_counter() - start)
    print("primes %d sum %d" % (sum(r[0] for r in results), sum(r[1] for r in results)))


main()
