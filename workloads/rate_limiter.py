"""A token bucket that threads take from; it is refilled as time passes.

Stresses: short sleeps, clocks, a lock around a few lines.
Parameters: --threads N, --size N (requests in all), --us U (microseconds a token takes), --each.
Checksum: the requests let through, and that they were no faster than allowed.
"""
import threading
import time

import common


class Bucket:
    def __init__(self, seconds, room):
        self.seconds = seconds
        self.room = room
        self.tokens = float(room)
        self.last = time.monotonic()
        self.lock = threading.Lock()

    def take(self):
        """Takes a token; gives how long to wait first, 0.0 when there was one."""
        with self.lock:
            now = time.monotonic()
            self.tokens = min(float(self.room), self.tokens + (now - self.last) / self.seconds)
            self.last = now
            if self.tokens >= 1.0:
                self.tokens -= 1.0
                return 0.0
            return (1.0 - self.tokens) * self.seconds


def main():
    opts = common.options(size=60, us=200)
    seconds_each = max(opts["us"], 1) * 1e-6
    room = 5
    bucket = Bucket(seconds_each, room)
    start = time.monotonic()

    def work(first, end):
        passed = 0
        for _ in range(first, end):
            wait = bucket.take()
            while wait > 0.0:
                time.sleep(wait)
                wait = bucket.take()
            passed += 1
        return passed

    passed = sum(common.run(opts, work))
    least = (passed - room) * seconds_each
    print("passed %d in time %s" % (passed, time.monotonic() - start >= least * 0.999))


main()
