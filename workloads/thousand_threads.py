"""Very many threads that add to one counter, each a few times.

Stresses: starting, scheduling and joining threads; one lock that all want.
Parameters: --threads N, --size N (increments in all), --each.
Checksum: the counter and the threads that ran.
"""
import threading

import common


def main():
    opts = common.options(size=3000, threads=1000)
    lock = threading.Lock()
    counter = 0

    def work(first, end):
        nonlocal counter
        for _ in range(first, end):
            with lock:
                counter += 1
        return 1

    ran = sum(common.run(opts, work))
    print("counter %d threads %d" % (counter, ran))


main()
