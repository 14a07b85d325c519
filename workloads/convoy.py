"""One thread that does short I/O beside threads that only compute.

Stresses: the convoy effect. Each I/O call gives the interpreter lock up, even if it need not wait,
and must then win it back from threads that would never give it up by themselves.
Parameters: --threads K (computing threads), --size N (I/O operations), --io sleep|pipe (a sleep of
0.1 ms, or a byte through a pipe to itself), --each (as many operations for each computing thread).
Checksum: the I/O operations. Standard error: operations a second, CPU work done beside them.
"""
import os
import sys
import time

import common


def pipe_operations(count):
    """Sends each byte to itself: neither the write nor the read ever has to wait."""
    incoming, outgoing = os.pipe()
    done = 0
    for _ in range(count):
        os.write(outgoing, b"x")
        done += len(os.read(incoming, 1))
    os.close(outgoing)
    os.close(incoming)
    return done


def sleep_operations(count):
    for _ in range(count):
        time.sleep(0.0001)
    return count


def main():
    opts = common.options(size=40, io=("sleep", "pipe"))
    operations = pipe_operations if opts["io"] == "pipe" else sleep_operations
    load = common.Load(opts.threads)

    def perform():
        # The load stops even if an operation fails.
        try:
            load.wait_until_running()
            start = time.perf_counter()
            done = operations(opts.size * opts.repeats())
            return done, time.perf_counter() - start
        finally:
            load.stop()

    results, bursts = common.run_beside(load, [perform])
    done, seconds = results[0]
    common.report_seconds(seconds)
    rate = done / seconds if seconds else 0
    print("%.0f I/O operations/s beside %d bursts of CPU work" % (rate, bursts), file=sys.stderr)
    print("convoy %d I/O operations" % done)


main()
