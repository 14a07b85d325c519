"""One counter that all threads increment under a lock.

Stresses: the program's own lock with a very short critical section; the worst case for lock hand-
over.
Parameters: --threads N, --size N (increments in all), --each.
Checksum: the counter.
"""
import threading

import common

counter = 0
lock = threading.Lock()


def work(first, end):
    global counter
    for _ in range(first, end):
        with lock:
            counter += 1


def main():
    opts = common.options(size=1000000)
    common.run(opts, work)
    print("counter_locked %d" % counter)


main()
