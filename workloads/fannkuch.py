"""Pancake flips of all permutations (Anderson and Rettig, 1994).

Stresses: list indexing, slices that reverse, small integers.
Parameters: --threads N, --size N (first elements tried in all), --length L (of the permutations),
--each.
Checksum: the weighted sum of the flips and the most flips.
"""
import common


def flips_of(permutation):
    """How often the front has to be reversed until 0 is first."""
    flips = 0
    stack = permutation[:]
    while stack[0]:
        k = stack[0] + 1
        stack[:k] = stack[k - 1::-1] if k < len(stack) else stack[::-1]
        flips += 1
    return flips


def permutations_of(rest, prefix, out):
    """Calls out with every permutation that begins with prefix."""
    if not rest:
        out(prefix)
        return
    for k in range(len(rest)):
        permutations_of(rest[:k] + rest[k + 1:], prefix + [rest[k]], out)


def main():
    opts = common.options(size=7, length=7)
    length = opts["length"]

    def work(first, end):
        total, most = 0, 0
        for start in range(first, end):
            head = start % length
            found = []
            permutations_of([k for k in range(length) if k != head], [head], found.append)
            for count, permutation in enumerate(found):
                flips = flips_of(permutation)
                most = max(most, flips)
                total += flips if count % 2 == 0 else -flips
        return total, most

    results = common.run(opts, work)
    print("fannkuch %d %d" % (sum(r[0] for r in results), max(r[1] for r in results)))


main()
