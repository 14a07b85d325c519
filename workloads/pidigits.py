"""Digits of pi by a spigot (Gibbons, "Unbounded spigot algorithms", 2006).

Stresses: integers of many digits: multiplication, division.
Parameters: --threads N, --size N (runs in all), --digits D, --each.
Checksum: the last ten digits of each run, summed.
"""
import common


def digits_of_pi(count):
    digits = []
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, m = (q * k, (2 * q + r) * m, t * m, k + 1,
                                (q * (7 * k + 2) + r * m) // (t * m), m + 2)
    return digits


def main():
    opts = common.options(size=4, digits=200)

    def work(first, end):
        total = 0
        for k in range(first, end):
            last = digits_of_pi(opts["digits"] + k % 4)[-10:]
            total += int("".join(map(str, last)))
        return total

    print("pi %d" % sum(common.run(opts, work)))


main()
