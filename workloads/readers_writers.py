"""Readers that share and writers that do not, with a lock of their own on a Condition.

Stresses: Condition.wait and notify_all, short critical sections, fairness towards writers.
Parameters: --threads N, --size N (operations in all), --every E (one in E is a write), --each.
Checksum: the writes, and that every read saw a whole state.
"""
import threading

import common


class SharedLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = self.waiting = 0
        self.writing = False

    def acquire_read(self):
        with self.condition:
            while self.writing or self.waiting:
                self.condition.wait()
            self.readers += 1

    def release_read(self):
        with self.condition:
            self.readers -= 1
            if self.readers == 0:
                self.condition.notify_all()

    def acquire_write(self):
        with self.condition:
            self.waiting += 1
            while self.writing or self.readers:
                self.condition.wait()
            self.waiting -= 1
            self.writing = True

    def release_write(self):
        with self.condition:
            self.writing = False
            self.condition.notify_all()


def main():
    opts = common.options(size=600, threads=3, every=5)
    lock = SharedLock()
    state = {"a": 0, "b": 0}

    def work(first, end):
        writes = torn = 0
        for k in range(first, end):
            if k % max(opts["every"], 1) == 0:
                lock.acquire_write()
                state["a"] += 1
                state["b"] += 1
                writes += 1
                lock.release_write()
            else:
                lock.acquire_read()
                torn += state["a"] != state["b"]
                lock.release_read()
        return writes, torn

    results = common.run(opts, work)
    print("writes %d torn %d end %d" % (sum(r[0] for r in results), sum(r[1] for r in results),
                                        state["a"] + state["b"]))


main()
