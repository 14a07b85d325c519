"""All threads append to one list.

Stresses: the guard of a shared list and its growth; no append may be lost or torn.
Parameters: --threads N, --size N (appends in all), --each.
Checksum: the list's length and sum.
"""
import common


def main():
    opts = common.options(size=5000000)
    items = []

    def work(first, end):
        append = items.append
        for i in range(first, end):
            append(i & 255)

    common.run(opts, work)
    print("list_append length %d, sum %d" % (len(items), sum(items)))


main()
