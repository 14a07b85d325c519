"""A table that all threads read without a lock and, once in a while, update under one.

Stresses: many readers of one dictionary beside few writers.
Parameters: --threads N, --size N (operations in all), --every E (one in E operations is an update),
--each.
Checksum: the updates done and a weighted sum of the table after them.
"""
import threading

import common

KEYS = 512


def main():
    opts = common.options(size=3000000, every=100)
    every = max(opts["every"], 1)
    table = {}
    for key in range(KEYS):
        table["key%d" % key] = key
    names = sorted(table)
    lock = threading.Lock()

    def work(first, end):
        updates = 0
        found = 0
        for i in range(first, end):
            name = names[i * 7 % KEYS]
            if i % every:
                if table[name] >= 0:
                    found += 1
            else:
                with lock:
                    table[name] += 1
                updates += 1
        return updates if found == end - first - updates else -1

    updates = sum(common.run(opts, work))
    checksum = 0
    for position, name in enumerate(names):
        checksum += (position + 1) * table[name]
    print("read_mostly %d updates, checksum %d" % (updates, checksum))


main()
