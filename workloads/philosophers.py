"""Dining philosophers: each needs the two forks beside it; forks are taken in a fixed order.

Stresses: many locks, two at a time, with neighbours that want them.
Parameters: --threads N (philosophers), --size N (meals in all), --each.
Checksum: the meals eaten and how often each fork was used.
"""
import threading

import common


def main():
    opts = common.options(size=200, threads=5)
    count = max(opts.threads, 2)
    forks = [threading.Lock() for _ in range(count)]
    used = [0] * count

    def dine(seat, meals):
        first, second = sorted((seat, (seat + 1) % count))
        eaten = 0
        for _ in range(meals):
            with forks[first]:
                with forks[second]:
                    used[first] += 1
                    used[second] += 1
                    eaten += 1
        return eaten

    shares = [end - first for first, end in common.parts(opts)]
    results, seconds = common.run_all(
        [lambda seat=seat, meals=meals: dine(seat, meals) for seat, meals in enumerate(shares)])
    common.report_seconds(seconds)
    print("meals %d, uses of forks %d" % (sum(results), sum(used)))


main()
