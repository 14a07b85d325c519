"""All threads store into one dictionary, again and again under the same keys.

Stresses: the guard of a shared dictionary. What is stored depends on the key alone, so the end is
the same always.
Parameters: --threads N, --size N (stores in all), --keys K (distinct keys), --each.
Checksum: the dictionary's length and a weighted sum of its entries.
"""
import common


def main():
    opts = common.options(size=4000000, keys=1024)
    keys = max(opts["keys"], 1)
    table = {}

    def work(first, end):
        for i in range(first, end):
            key = i % keys
            table[key] = key * 3

    common.run(opts, work)
    checksum = 0
    for key in sorted(table):
        checksum += (key + 1) * table[key]
    print("dict_store length %d, checksum %d" % (len(table), checksum))


main()
