"""Threads that mostly sleep: each sleeps shortly, does a little arithmetic, sleeps again.

Stresses: giving the interpreter lock up around a blocking call, timers and wake-ups.
Parameters: --threads N, --size N (sleeps in all), --us U (microseconds of each sleep), --each.
Checksum: the sleeps done and the sum of the arithmetic.
"""
import time

import common


def main():
    opts = common.options(size=1000, threads=4, us=1000)
    pause = opts["us"] / 1000000.0

    def work(first, end):
        total = 0
        for i in range(first, end):
            time.sleep(pause)
            total += i % 7
        return total

    total = sum(common.run(opts, work))
    print("sleepers %d sleeps, sum %d" % (opts.size * opts.repeats(), total))


main()
