"""The arithmetic and the errors of scripts/bench; nothing here depends on time."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BENCH = os.path.join(ROOT, "scripts", "bench")


def load():
    loader = importlib.machinery.SourceFileLoader("bench", BENCH)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("bench", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


bench = load()


def samples(*seconds, busy=0.0, code=0):
    return [bench.Sample(s, s, "out", busy, code) for s in seconds]


class Arithmetic(unittest.TestCase):
    def test_medians_and_means(self):
        self.assertEqual(bench.median(samples(3.0, 1.0, 2.0)), 2.0)
        self.assertAlmostEqual(bench.geometric_mean([0.5, 2.0, 8.0]), 2.0)

    def test_marks(self):
        self.assertEqual(bench.marks(samples(1.0, 1.1, 1.05)), "")
        self.assertIn("unstable", bench.marks(samples(1.0, 1.3, 1.1)))
        self.assertIn("not idle", bench.marks(samples(1.0, busy=0.5)))
        self.assertIn("FAILED", bench.marks(samples(1.0, code=1)))

    def test_interleaving(self):
        order = []
        bench.take, before = lambda command: order.append(command) or samples(1.0)[0], bench.take
        try:
            bench.interleaved({"a": "A", "b": "B"}, 2)
        finally:
            bench.take = before
        self.assertEqual(order, ["A", "B", "A", "B"])

    def test_a_sample_has_the_programs_own_seconds(self):
        text = "import sys; print('x'); print('seconds 2.5', file=sys.stderr)"
        sample = bench.take_once([sys.executable, "-c", text])
        self.assertEqual((sample.seconds, sample.stdout, sample.code), (2.5, "x\n", 0))

    def test_wrong_usage(self):
        for arguments in (["--only", "frogs"], ["--repeats", "0"], ["--gilsim", "/no/such"]):
            done = subprocess.run([sys.executable, BENCH, *arguments], capture_output=True,
                                  text=True)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)


if __name__ == "__main__":
    unittest.main()
