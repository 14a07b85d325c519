"""Two threads that pass a byte to and fro through pipes, beside threads that only compute.

Stresses: how soon a thread that comes back from I/O gets the interpreter lock while others compute.
Parameters: --threads N (pairs), --size N (round trips in all), --cpu K (computing threads), --each.
Checksum: the round trips and the sum of the bytes that came back. Standard error: round trips a
second, CPU work.
"""
import os
import sys
import time

import common


def echo(incoming, outgoing):
    """Answers each byte with its successor until the other end closes."""
    try:
        while True:
            data = os.read(incoming, 1)
            if not data:
                break
            os.write(outgoing, bytes([(data[0] + 1) % 256]))
    finally:
        os.close(incoming)
        os.close(outgoing)


def ask(incoming, outgoing, first, end):
    """Sends the numbers from first to end as bytes, one at a time, and adds up the answers."""
    total = 0
    for i in range(first, end):
        os.write(outgoing, bytes([i % 256]))
        total += os.read(incoming, 1)[0]
    os.close(outgoing)
    os.read(incoming, 1)
    os.close(incoming)
    return total


class Pairs:
    """The pairs' threads. The last pair to finish stops the load."""

    def __init__(self, load):
        self.load = load
        self.functions = []
        self.unfinished = []

    def add(self, first, end):
        there_in, there_out = os.pipe()
        back_in, back_out = os.pipe()
        self.unfinished.append(first)

        def asker():
            try:
                self.load.wait_until_running()
                start = time.perf_counter()
                total = ask(back_in, there_out, first, end)
                return total, time.perf_counter() - start
            finally:
                self.unfinished.pop()
                if not self.unfinished:
                    self.load.stop()

        self.functions.append(lambda: echo(there_in, back_out))
        self.functions.append(asker)


def main():
    opts = common.options(size=100, threads=1, cpu=1)
    load = common.Load(opts["cpu"])
    pairs = Pairs(load)
    for first, end in common.parts(opts):
        pairs.add(first, end)
    results, bursts = common.run_beside(load, pairs.functions)
    asked = results[1::2]
    seconds = max([spent for total, spent in asked])
    common.report_seconds(seconds)
    trips = opts.size * opts.repeats()
    rate = trips / seconds if seconds else 0
    print("%.0f round trips/s beside %d bursts of CPU work" % (rate, bursts), file=sys.stderr)
    print("pipe_echo %d round trips, sum %d" % (trips, sum([total for total, spent in asked])))


main()
