"""Ctrl-C: KeyboardInterrupt in the first thread, whatever it does, in every mode and world."""

import os
import signal
import subprocess
import tempfile
import time
import unittest

GILSIM = os.environ.get("GILSIM", "build/gilsim")
LIMIT_S = 60

COMPUTES = "print('ready', flush=True)\nwhile True:\n    pass\n"
SLEEPS = "import time\nprint('ready', flush=True)\ntime.sleep(1000)\n"
READS = "import os\nr, w = os.pipe()\nprint('ready', flush=True)\nos.read(r, 1)\n"
JOINS = """import threading
def body():
    while True:
        pass
thread = threading.Thread(target=body, daemon=True)
thread.start()
print('ready', flush=True)
thread.join()
"""
LOCKS = """import threading, time
lock = threading.Lock()
lock.acquire()
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
print('ready', flush=True)
with lock:
    pass
"""
NATIVE = """import random
from itertools import chain, compress, count, filterfalse, islice, repeat
print('ready', flush=True)
%s
"""
ENDLESS = ("next(chain.from_iterable(repeat(())))", "next(compress(repeat(1), repeat(0)))",
           "next(filterfalse(None, repeat(1)))", "next(islice(count(), 10**15, None))",
           "random.choices([1, 2], k=10**15)")
CATCHES = """import sys
print('ready', flush=True)
try:
    while True:
        pass
except KeyboardInterrupt:
    print('caught')
    sys.exit(5)
"""


class Interrupt(unittest.TestCase):
    def interrupted(self, source, *options):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write(source)
            file.flush()
            child = subprocess.Popen(
                [GILSIM, "run", *options, file.name], stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True)
            self.assertEqual(child.stdout.readline(), "ready\n")
            time.sleep(0.05)  # into the blocking call; sooner would be right as well
            child.send_signal(signal.SIGINT)
            out, error = child.communicate(timeout=LIMIT_S)
            return child.returncode, out, error

    def expect_interrupt(self, source, *options):
        code, out, error = self.interrupted(source, *options)
        self.assertEqual(code, 130, error)
        self.assertEqual(out, "")
        self.assertTrue(error.startswith("Traceback (most recent call last):\n"), error)
        self.assertTrue(error.endswith("KeyboardInterrupt\n"), error)

    def test_computing_and_joining_everywhere(self):
        for mode in ("gil", "fine"):
            for world in ("os", "sim"):
                for source in (COMPUTES, JOINS):
                    with self.subTest(mode=mode, world=world, source=source):
                        self.expect_interrupt(source, "--mode", mode, "--world", world)

    def test_blocking_calls_end(self):
        for mode in ("gil", "fine"):
            for source in (SLEEPS, READS, LOCKS):
                with self.subTest(mode=mode, source=source):
                    self.expect_interrupt(source, "--mode", mode)

    def test_native_loops_end(self):
        for mode in ("gil", "lockfree"):
            for line in ENDLESS:
                with self.subTest(mode=mode, line=line):
                    self.expect_interrupt(NATIVE % line, "--mode", mode)

    def test_program_may_catch_it(self):
        self.assertEqual(self.interrupted(CATCHES), (5, "caught\n", ""))

    def test_ignored_signal_stays_ignored(self):
        source = "import time\nprint('ready', flush=True)\ntime.sleep(0.3)\nprint('end')\n"
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self.assertEqual(self.interrupted(source), (0, "end\n", ""))
        finally:
            signal.signal(signal.SIGINT, before)


if __name__ == "__main__":
    unittest.main()
