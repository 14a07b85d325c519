"""Producers and consumers around a ring of a few places, by two semaphores and a lock.

Stresses: threading.Semaphore, waiting for space and for items.
Parameters: --threads N (producers; as many consumers), --size N (items in all), --bound B, --each.
Checksum: the items taken and their sum.
"""
import threading

import common


class Ring:
    def __init__(self, bound):
        self.places = [None] * bound
        self.first = self.last = 0
        self.space = threading.Semaphore(bound)
        self.items = threading.Semaphore(0)
        self.lock = threading.Lock()

    def put(self, item):
        self.space.acquire()
        with self.lock:
            self.places[self.last % len(self.places)] = item
            self.last += 1
        self.items.release()

    def take(self):
        self.items.acquire()
        with self.lock:
            item = self.places[self.first % len(self.places)]
            self.first += 1
        self.space.release()
        return item


def main():
    opts = common.options(size=1000, bound=4)
    ring = Ring(max(opts["bound"], 1))

    def produce(first, end):
        for k in range(first, end):
            ring.put(k)
        return 0, 0

    def consume(count):
        total = 0
        for _ in range(count):
            total += ring.take()
        return count, total

    parts = common.parts(opts)
    bodies = [lambda p=p: produce(*p) for p in parts]
    bodies += [lambda n=end - first: consume(n) for first, end in parts]
    results, seconds = common.run_all(bodies)
    common.report_seconds(seconds)
    print("taken %d sum %d" % (sum(r[0] for r in results), sum(r[1] for r in results)))


main()
