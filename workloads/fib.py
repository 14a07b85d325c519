"""Fibonacci numbers by plain recursion.

Stresses: calls and returns, small integers, frames; nothing shared but the function itself.
Parameters: --threads N, --size N (calls of fib(depth) in all), --depth D, --each.
Checksum: the sum of the results.
"""
import common


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    opts = common.options(size=200, depth=20)
    depth = opts["depth"]

    def work(first, end):
        total = 0
        for _ in range(first, end):
            total += fib(depth)
        return total

    print("fib sum %d" % sum(common.run(opts, work)))


main()
