"""Counts down from a number: arithmetic on a local variable and a jump back, nothing shared.

Stresses: the interpreter loop itself, and how the interpreter lock is passed between threads that
never block.
Parameters: --threads N, --size N (steps in all), --each.
Checksum: the steps done.
"""
import common


def countdown(first, end):
    n = end - first
    while n > 0:
        n -= 1
    return end - first - n


def main():
    opts = common.options(size=10000000)
    print("countdown %d steps" % sum(common.run(opts, countdown)))


main()
