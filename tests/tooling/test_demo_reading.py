#!/usr/bin/env python3
"""The reading of the demo says what the figures say, and nothing that they do not."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
import demo_reading  # noqa: E402


def row(mode, threads, seconds, cores=0, **more):
    samples = seconds if isinstance(seconds, list) else [seconds]
    figures = {
        "mode": mode, "threads": threads, "cores": cores, "seconds": samples,
        "median_s": sorted(samples)[len(samples) // 2] if samples else 0, "problem": "",
        "noisy": False, "external": mode.startswith("ext:"), "output": "",
    }
    figures.update(more)
    return figures


class Reading(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, rows, **more):
        data = {"rows": rows, "parallelism_before": 0}
        data.update(more)
        with open(os.path.join(self.folder.name, name + ".json"), "w", encoding="utf-8") as stream:
            json.dump(data, stream)

    def text(self):
        sections = demo_reading.reading(demo_reading.read_folder(self.folder.name))
        return "\n".join(line for _, lines in sections for line in lines)

    def test_a_gil_that_does_not_scale(self):
        self.write("cpu.os.countdown", [row("gil", 1, 1.0), row("gil", 2, 1.02),
                                        row("fine", 1, 1.2), row("fine", 2, 0.6)])
        text = self.text()
        self.assertIn("did not help CPU-bound programs under the GIL", text)
        self.assertIn("2.00 x as fast in mode fine", text)
        self.assertIn("helped 1 of these 1", text)
        self.assertIn("+20 % for countdown", text)

    def test_figures_the_other_way_round_give_the_other_sentence(self):
        self.write("cpu.os.countdown", [row("gil", 1, 1.0), row("gil", 2, 0.5),
                                        row("fine", 1, 1.0), row("fine", 2, 1.0)])
        text = self.text()
        self.assertIn("helped some CPU-bound programs under the GIL", text)
        self.assertIn("helped 0 of these 1", text)

    def test_wait_share_and_python(self):
        self.write("cpu.os.fib", [row("gil", 1, 0.5), row("ext:python3", 1, 1.0),
                                  row("gil", 2, 0.5, lock_wait_share=0.48, hand_overs=17)])
        text = self.text()
        self.assertIn("48 % of their time; it changes hands 17 times", text)
        self.assertIn("2.00 x for fib", text)

    def test_overlapping_waits(self):
        rows = [row(mode, threads, 1.0 / threads) for mode in ("gil", "fine") for threads in (1, 4)]
        self.write("io.os.sleepers", rows)
        self.assertIn("the waits of sleepers overlap in every mode", self.text())

    def test_waits_that_do_not_overlap(self):
        rows = [row(mode, threads, 1.0) for mode in ("gil", "fine") for threads in (1, 4)]
        self.write("io.os.sleepers", rows)
        self.assertNotIn("overlap", self.text())

    def test_shared_data_that_slows_down(self):
        self.write("shared.os.list_append", [row("fine", 1, 1.0), row("fine", 2, 2.0)])
        self.assertIn("a second thread slowed down 1 in mode fine", self.text())

    def test_no_conclusion_from_disturbed_samples(self):
        self.write("cpu.os.fib", [row("gil", 1, 1.0), row("gil", 2, 0.5, noisy=True)])
        text = self.text()
        self.assertNotIn("helped", text)
        self.assertIn("No more is concluded", text)

    def test_virtual_cores(self):
        rows = [row("gil", 16, 1.0, cores=c) for c in (1, 16)]
        rows += [row("fine", 16, 1.0 / c, cores=c) for c in (1, 16)]
        self.write("cpu.sim.countdown", rows)
        text = self.text()
        self.assertIn("countdown on 16 cores instead of 1 is as fast (1.00 x) in mode gil", text)
        self.assertIn("16.00 x as fast in mode fine", text)
        self.assertIn("predictions of the cost model", text)

    def test_unstable_rows_are_named(self):
        self.write("cpu.os.fib", [row("gil", 1, [1.0, 1.4]), row("gil", 2, 1.0, noisy=True),
                                  row("fine", 1, [1.0, 1.01])])
        self.assertIn("2 of 3 rows on real threads", self.text())

    def test_a_failed_row_has_no_figure(self):
        self.write("cpu.os.fib", [row("gil", 1, [], problem="exit code 1: boom")])
        self.assertIn("No figure for fib, mode gil, 1 threads, world os: exit code 1: boom.",
                      self.text())

    def test_nothing_to_read(self):
        script = os.path.join(ROOT, "scripts", "demo_reading.py")
        done = subprocess.run([sys.executable, script, self.folder.name], capture_output=True,
                              text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("no figures", done.stderr)


if __name__ == "__main__":
    unittest.main()
