"""Stages that hand futures on: parse, work, format; results as they are completed.

Stresses: concurrent.futures: callbacks, as_completed, futures that wait for futures.
Parameters: --threads N (workers of each stage), --size N (items in all), --each.
Checksum: a sum over the formatted results.
"""
import time
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

import common


def parse(text):
    return [int(part) for part in text.split(",")]


def compute(values):
    total = 0
    for k, value in enumerate(values):
        total = (total * 31 + value * (k + 1)) % 1000003
    return total


def shown(value):
    return "{:06d}".format(value)


def then(future, pool, function):
    """A future of function(the result of future), run in pool."""
    following = Future()

    def finish(done):
        following.set_result(done.result())

    future.add_done_callback(
        lambda done: pool.submit(function, done.result()).add_done_callback(finish))
    return following


def main():
    opts = common.options(size=100)
    count = opts.size * opts.repeats()
    start = time.perf_counter()
    first = ThreadPoolExecutor(opts.threads)
    second = ThreadPoolExecutor(opts.threads)
    third = ThreadPoolExecutor(opts.threads)
    ends = []
    for k in range(count):
        future = first.submit(parse, ",".join(str(k * n % 101) for n in range(1, 12)))
        ends.append(then(then(future, second, compute), third, shown))
    total = sum(int(future.result()) for future in as_completed(ends))
    for pool in (first, second, third):
        pool.shutdown()
    common.report_seconds(time.perf_counter() - start)
    print("items %d sum %d" % (count, total))


main()
