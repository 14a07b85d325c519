"""The largest singular value of an infinite matrix, by the power method.

Stresses: float arithmetic in calls, sums over generator expressions.
Parameters: --threads N, --size N (matrices in all), --order O, --each.
Checksum: the sum of the norms, in nine digits.
"""
import common


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(element(i, j) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    return [sum(element(j, i) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def norm(order):
    u = [1.0] * order
    v = u
    for _ in range(3):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = sum(a * b for a, b in zip(u, v))
    below = sum(b * b for b in v)
    return (above / below) ** 0.5


def main():
    opts = common.options(size=4, order=40)
    order = opts["order"]

    def work(first, end):
        return [norm(order + k % 3) for k in range(first, end)]

    found = [n for part in common.run(opts, work) for n in part]
    print("spectral norm %.9f" % sum(sorted(found)))


main()
