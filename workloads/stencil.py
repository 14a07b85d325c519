"""Heat that spreads over a rod, in steps that all threads take together.

Stresses: threading.Barrier; each step reads what neighbours wrote in the one before.
Parameters: --threads N, --size N (cells), --steps S, --each (does not change the work).
Checksum: the temperatures at the end, summed with weights.
"""
import threading

import common


def main():
    opts = common.options(size=300, threads=3, steps=40)
    cells = max(opts.size, opts.threads)
    rods = [[(k * 37) % 1000 for k in range(cells)], [0] * cells]
    barrier = threading.Barrier(opts.threads)
    cuts = [cells * k // opts.threads for k in range(opts.threads + 1)]

    def work(number):
        for step in range(opts["steps"]):
            old, new = rods[step % 2], rods[(step + 1) % 2]
            for k in range(cuts[number], cuts[number + 1]):
                left = old[k - 1] if k > 0 else old[k]
                right = old[k + 1] if k + 1 < cells else old[k]
                new[k] = (left + 2 * old[k] + right) // 4
            barrier.wait()

    _, seconds = common.run_all([lambda number=number: work(number) for number in range(opts.threads)])
    common.report_seconds(seconds)
    end = rods[opts["steps"] % 2]
    print("heat %d" % (sum((k + 1) * cell for k, cell in enumerate(end)) % 1000000007))


main()
