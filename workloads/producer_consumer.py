"""Producers and consumers over one bounded queue.

Stresses: queue.Queue, that is Condition and Lock written in the language: blocking, waking, handing
on.
Parameters: --threads N (producers; as many consumers), --size N (items in all), --bound B (of the
queue), --each.
Checksum: the items consumed and their sum.
"""
import queue

import common


def main():
    opts = common.options(size=60000, bound=64)
    items = queue.Queue(opts["bound"])

    def producer(first, end):
        def produce():
            for i in range(first, end):
                items.put(i)
            items.put(None)
            return 0, 0

        return produce

    def consume():
        count = 0
        total = 0
        while True:
            item = items.get()
            if item is None:
                return count, total
            count += 1
            total += item

    functions = [producer(first, end) for first, end in common.parts(opts)]
    functions += [consume for _ in range(opts.threads)]
    results, seconds = common.run_all(functions)
    common.report_seconds(seconds)
    count = sum([count for count, total in results])
    total = sum([total for count, total in results])
    print("producer_consumer %d items, sum %d" % (count, total))


main()
