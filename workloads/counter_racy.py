"""One counter that all threads increment without a lock, with a call between read and write.

Stresses: lost updates. With a safe point at each call, two threads can both read the counter before
one writes it; without an interpreter lock they can at any time.
Parameters: --threads N, --size N (increments in all), --each.
Checksum: that the counter is in its bounds, since its value depends on the schedule. Standard
error: the loss.
"""
import sys

import common

counter = 0


def one():
    return 1


def work(first, end):
    global counter
    for _ in range(first, end):
        counter += one()


def main():
    opts = common.options(size=6000000)
    common.run(opts, work)
    total = opts.size * opts.repeats()
    lost = total - counter
    percent = 100.0 * lost / total if total else 0.0
    print("lost %d of %d updates (%.1f %%)" % (lost, total, percent), file=sys.stderr)
    lowest = 1 if total else 0
    print("counter_racy 0 < count <= %d: %s" % (total, lowest <= counter <= total))


main()
