"""Ways to place queens that do not attack each other, by backtracking over bit masks and over sets.

Stresses: recursion, bit operations, sets as arguments.
Parameters: --threads N, --size N (boards in all), --queens Q, --each.
Checksum: the placements found.
"""
import common


def by_masks(queens, row=0, columns=0, left=0, right=0):
    if row == queens:
        return 1
    count = 0
    free = ~(columns | left | right) & ((1 << queens) - 1)
    while free:
        bit = free & -free
        free ^= bit
        count += by_masks(queens, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def by_sets(queens, row, columns, sums, differences):
    if row == queens:
        return 1
    count = 0
    for column in range(queens):
        if column in columns or row + column in sums or row - column in differences:
            continue
        count += by_sets(queens, row + 1, columns | {column}, sums | {row + column},
                         differences | {row - column})
    return count


def main():
    opts = common.options(size=4, queens=7)
    queens = opts["queens"]

    def work(first, end):
        count = 0
        for k in range(first, end):
            if k % 2:
                count += by_masks(queens)
            else:
                count += by_sets(queens, 0, frozenset(), frozenset(), frozenset())
        return count

    print("queens %d" % sum(common.run(opts, work)))


main()
