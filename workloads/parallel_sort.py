"""Merge sort whose halves are sorted by threads of their own, down to a depth.

Stresses: threads that start threads and join them; lists handed from one to another.
Parameters: --threads N (leaves, about), --size N (items), --each (does not change the work).
Checksum: whether all is in order, and a hash over the list.
"""
import threading
import time

import common


def merge(a, b):
    merged, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            merged.append(a[i])
            i += 1
        else:
            merged.append(b[j])
            j += 1
    return merged + a[i:] + b[j:]


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    return merge(merge_sort(items[:middle]), merge_sort(items[middle:]))


def parallel(items, leaves):
    if leaves <= 1 or len(items) < 2:
        return merge_sort(items)
    middle = len(items) // 2
    halves = [items[:middle], items[middle:]]

    def one(k):
        halves[k] = parallel(halves[k], leaves // 2)

    other = threading.Thread(target=one, args=(1,))
    other.start()
    one(0)
    other.join()
    return merge(*halves)


def main():
    opts = common.options(size=2000, threads=4)
    numbers = common.Random(3)
    items = [numbers.below(100000) for _ in range(opts.size)]
    start = time.perf_counter()
    found = parallel(items, opts.threads)
    common.report_seconds(time.perf_counter() - start)
    code = 0
    for k, n in enumerate(found):
        code = (code + (k + 1) * n) % 1000000007
    print("sorted %s %d" % (found == sorted(items), code))


main()
