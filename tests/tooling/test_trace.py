#!/usr/bin/env python3
"""gilsim run --trace: slices nest, add up to the ledger, are the same again in virtual time; what was dropped is said."""
import collections
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GILSIM = os.environ.get("GILSIM", str(ROOT / "build/gilsim"))
THREADS, LOCK, CORES = 1, 2, 3


class Trace(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.trace = os.path.join(self.folder.name, "trace.json")
        self.stats = os.path.join(self.folder.name, "stats.json")

    def run_traced(self, program, *options, arguments=()):
        done = subprocess.run([GILSIM, "run", *options, "--trace", self.trace, "--stats-file", self.stats, program, *arguments],
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done, json.loads(pathlib.Path(self.trace).read_text()), json.loads(pathlib.Path(self.stats).read_text())

    def workload(self, name):
        return str(ROOT / "workloads" / (name + ".py"))

    def write(self, text):
        path = os.path.join(self.folder.name, "p.py")
        pathlib.Path(path).write_text(text)
        return path

    # Seconds by group, track and name; slices of a track may not overlap.
    def totals(self, trace):
        totals = collections.defaultdict(collections.Counter)
        ends = collections.defaultdict(float)
        for event in trace["traceEvents"]:
            if event["ph"] != "X":
                continue
            track = (event["pid"], event["tid"])
            self.assertGreaterEqual(event["ts"], ends[track] - 0.0005)
            self.assertGreater(event["dur"], 0)
            ends[track] = event["ts"] + event["dur"]
            totals[track][event["name"]] += round(event["dur"] * 1000)
        return totals

    def test_virtual_time_adds_up_to_the_ledger(self):
        for mode in ("gil", "fine"):
            _, trace, stats = self.run_traced(self.workload("convoy"), "--world", "sim", "--cores", "2", "--mode", mode,
                                              arguments=("--threads", "2"))
            totals = self.totals(trace)
            self.assertEqual(len(stats["threads"]), 4)
            for number, thread in enumerate(stats["threads"], 1):
                for state, ns in thread["time_ns"].items():
                    # Each slice is rounded to nanoseconds at both ends.
                    self.assertAlmostEqual(totals[THREADS, number][state], ns, delta=max(50, ns * 0.001), msg=(mode, number, state))
            running = sum(ns for (group, _), track in totals.items() if group == CORES for ns in track.values())
            self.assertAlmostEqual(running, stats["cpu_ns"], delta=stats["cpu_ns"] * 0.01)
            self.assertEqual(any(group == LOCK for group, _ in totals), mode == "gil")

    def test_waits_are_timed(self):
        _, _, stats = self.run_traced(self.workload("convoy"), "--world", "sim", "--cores", "2", arguments=("--threads", "2"))
        for thread in stats["threads"] + [stats["total"]]:
            for name, state in [("wait_gil", "wait_gil"), ("hold_gil", "running_locked"), ("wait_program", "wait_program")]:
                times = thread["times"][name]
                self.assertLessEqual(times["p50_ns"], times["p90_ns"])
                self.assertLessEqual(times["p90_ns"], times["p99_ns"])
                self.assertLessEqual(times["p99_ns"], times["max_ns"])
                # What a thread is in at its end is not over, and so not counted.
                self.assertLessEqual(times["sum_ns"], thread["time_ns"][state] + 50 * times["count"])
        # A waiter's patience is 5 ms, so no burst is much shorter while others wait, and none longer.
        holds = stats["threads"][1]["times"]["hold_gil"]
        self.assertGreater(holds["p50_ns"], 5000000)
        self.assertLess(holds["max_ns"], 6000000)
        self.assertTrue(0 < stats["fairness"] <= 1)
        _, _, stats = self.run_traced(self.workload("convoy"), "--world", "sim", "--mode", "fine")
        self.assertNotIn("hold_gil", stats["total"]["times"])

    def test_virtual_time_is_the_same_again(self):
        first = self.run_traced(self.workload("counter_locked"), "--world", "sim", "--cores", "4", arguments=("--threads", "4"))[1]
        again = self.run_traced(self.workload("counter_locked"), "--world", "sim", "--cores", "4", arguments=("--threads", "4"))[1]
        self.assertEqual(first, again)

    def test_real_threads(self):
        _, trace, stats = self.run_traced(self.workload("convoy"), arguments=("--threads", "2"))
        totals = self.totals(trace)
        # One owner at a time: together never longer than the run.
        self.assertLessEqual(sum(totals[LOCK, 1].values()), stats["elapsed_ns"] * 1.01)
        self.assertFalse(any(group == CORES for group, _ in totals))
        for number, thread in enumerate(stats["threads"], 1):
            ns = thread["time_ns"]["wait_gil"]
            self.assertAlmostEqual(totals[THREADS, number]["wait_gil"], ns, delta=max(1000, ns * 0.01))

    def test_names(self):
        program = self.write("import threading\nt = threading.Thread(target=print, name='a \"b\" \\\\ \u00e9')\nt.start()\nt.join()\n")
        _, trace, _ = self.run_traced(program, "--world", "sim")
        names = [e["args"]["name"] for e in trace["traceEvents"] if e["name"] == "thread_name" and e["pid"] == THREADS]
        self.assertEqual(names, ["MainThread", 'a "b" \\ \u00e9'])

    def test_memory_is_bounded(self):
        program = self.write("import time\nfor _ in range(30000):\n    time.sleep(1e-6)\n")
        done, trace, _ = self.run_traced(program, "--world", "sim")
        self.assertRegex(done.stderr, r"the \d+ oldest events of 1 threads were dropped")
        self.assertGreater(int(trace["otherData"]["dropped_events"]), 0)
        self.totals(trace)

    def test_unwritable(self):
        program = self.write("print('ran')\n")
        for path in ("/no/such/folder/t.json", self.folder.name, program):
            done = subprocess.run([GILSIM, "run", "--trace", path, program], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (2, "", 1), path)
            self.assertIn("cannot write trace file", done.stderr)


if __name__ == "__main__":
    unittest.main()
