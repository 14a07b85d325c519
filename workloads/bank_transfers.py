"""Money that moves between accounts, with a lock for each account and without any.

Stresses: two locks at a time in a fixed order; unprotected updates beside protected ones.
Parameters: --threads N, --size N (transfers in all), --accounts A, --each.
Checksum: the money under locks, which is all there; and whether what is left of the unprotected
money lies within what lost updates can do.
"""
import threading

import common


def main():
    opts = common.options(size=2000, accounts=8)
    count = max(opts["accounts"], 2)
    safe = [1000] * count
    careless = [1000] * count
    locks = [threading.Lock() for _ in range(count)]

    def work(first, end):
        moved = 0
        for k in range(first, end):
            a, b, amount = k % count, (k * 7 + 1) % count, k % 13
            if a == b:
                b = (b + 1) % count
            low, high = sorted((a, b))
            with locks[low], locks[high]:
                safe[a] -= amount
                safe[b] += amount
            careless[a] = careless[a] - amount
            careless[b] = careless[b] + amount
            moved += amount
        return moved

    moved = sum(common.run(opts, work))
    within = abs(sum(careless) - 1000 * count) <= 2 * moved
    print("safe %d moved %d within %s" % (sum(safe), moved, within))


main()
