"""A barber who sleeps while nobody waits, and customers who come back until there is a chair.

Stresses: Condition with several reasons to wait, polite retrying, hand-over between threads.
Parameters: --threads N (customers at a time), --size N (haircuts in all), --chairs C, --each.
Checksum: the haircuts, by barber and by customers.
"""
import threading
from collections import deque

import common


def main():
    opts = common.options(size=120, threads=3, chairs=2)
    shop = threading.Condition()
    waiting = deque()
    done = set()
    count = opts.size * opts.repeats()
    parts = common.parts(opts)

    def barber():
        cut = 0
        while cut < count:
            with shop:
                while not waiting:
                    shop.wait()
                customer = waiting.popleft()
                done.add(customer)
                shop.notify_all()
            cut += 1
        return cut

    def customers(number, first, end):
        served = 0
        for k in range(first, end):
            me = (number, k)
            with shop:
                while len(waiting) >= max(opts["chairs"], 1):
                    shop.wait()
                waiting.append(me)
                shop.notify_all()
                while me not in done:
                    shop.wait()
                served += 1
        return served

    bodies = [barber] + [lambda n=n, p=p: customers(n, *p) for n, p in enumerate(parts)]
    results, seconds = common.run_all(bodies)
    common.report_seconds(seconds)
    print("haircuts %d %d" % (results[0], sum(results[1:])))


main()
