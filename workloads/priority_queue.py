"""Jobs of different urgency, some of which bring new ones.

Stresses: queue.PriorityQueue, task_done and join, tuples compared.
Parameters: --threads N (workers), --size N (jobs at the start), --each.
Checksum: the jobs done and the sum of their results.
"""
import queue

import common


def main():
    opts = common.options(size=300)
    jobs = queue.PriorityQueue()
    numbers = common.Random(11)
    for k in range(opts.size * opts.repeats()):
        jobs.put((numbers.below(10), k, 2))

    def work():
        done = total = 0
        while True:
            urgency, number, depth = jobs.get()
            if depth < 0:
                jobs.task_done()
                return done, total
            done += 1
            total += (number * 31 + depth) % 1009
            if depth and number % 3 == 0:
                jobs.put((urgency + 1, number + 1000000 * depth, depth - 1))
            jobs.task_done()

    def close():
        jobs.join()
        for k in range(opts.threads):
            jobs.put((99, k, -1))
        return 0, 0

    results, seconds = common.run_all([work] * opts.threads + [close])
    common.report_seconds(seconds)
    print("done %d sum %d" % (sum(r[0] for r in results), sum(r[1] for r in results)))


main()
