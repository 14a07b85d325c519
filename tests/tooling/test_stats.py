#!/usr/bin/env python3
"""gilsim run --stats: who waited for what, whom and where; who handed the interpreter lock to whom; lock-free counters."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

GILSIM = os.environ.get("GILSIM", str(pathlib.Path(__file__).resolve().parents[2] / "build/gilsim"))

LOCKED = """import threading, time
lock = threading.Lock()
def holder():
    with lock:
        time.sleep(0.01)
def waiter():
    time.sleep(0.002)
    with lock:
        pass
threads = [threading.Thread(target=f, name=f.__name__) for f in (holder, waiter)]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""
BUSY = """import threading
def work():
    for _ in range(12000000):
        pass
threads = [threading.Thread(target=work, name="worker %d" % k) for k in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""
APPENDS_TO_A_PARAMETER = """import threading
def work(items, steps):
    for k in range(20000):
        left = steps
        while left:  # so that the threads do not go in step, and meet
            left -= 1
        items.append(k)
        items.pop()
items = []
threads = [threading.Thread(target=work, args=(items, n)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items))
"""
APPENDS = """import threading
items = []
def work():
    for k in range(2000):
        items.append(k)
        items.pop()
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items))
"""


class Stats(unittest.TestCase):
    def stats(self, source, *options, world="sim"):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "p.py")
            path.write_text(source)
            out = pathlib.Path(folder, "stats.json")
            done = subprocess.run([GILSIM, "run", "--world", world, *options, "--stats", "--stats-file", str(out), "p.py"],
                                  cwd=folder, capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            return json.loads(out.read_text()), done.stderr

    def test_a_program_s_lock(self):
        for mode in ("gil", "fine", "lockfree"):
            stats, text = self.stats(LOCKED, "--mode", mode, "--cores", "2")
            blocked = [b for b in stats["blocked"] if b["waiter"] == "waiter" and b["state"] == "wait_program"]
            self.assertEqual(len(blocked), 1, stats["blocked"])
            self.assertEqual((blocked[0]["by"], blocked[0]["count"]), ("holder", 1))
            self.assertTrue(blocked[0]["place"].startswith('"p.py", line 8, in waiter'), blocked[0]["place"])
            self.assertTrue(7e6 < blocked[0]["sum_ns"] < 9e6, blocked[0]["sum_ns"])
            self.assertRegex(text, r"waiter waited 8\.\d ms in 1 wait for lock \d+, which holder had, at \"p.py\", line 8, in waiter")

    def test_the_interpreter_lock(self):
        stats, text = self.stats(BUSY, "--cores", "2")
        pairs = {(h["from"], h["to"]): h["count"] for h in stats["hand_overs"]}
        self.assertGreater(pairs["worker 0", "worker 1"], 0)
        self.assertEqual(sum(pairs.values()) + 1, stats["total"]["counters"]["hand_overs"])
        waits = [b for b in stats["blocked"] if (b["waiter"], b["by"], b["state"]) == ("worker 1", "worker 0", "wait_gil")]
        self.assertTrue(waits)
        self.assertTrue(any('"p.py", line 3, in work' in b["place"] for b in waits), waits)
        self.assertIn("hand-overs: ", text)

    def test_lock_free_counters(self):
        stats, _ = self.stats(APPENDS, "--mode", "lockfree", "--cores", "4")
        counters = stats["total"]["counters"]
        self.assertGreater(counters["cas_retries"], 0)
        self.assertGreater(counters["retired"], 4 * 2000)
        self.assertTrue(0 < counters["unreclaimed_most"] <= counters["retired"])
        self.assertEqual(counters["object_lock_contended"], 0)

    def test_object_locks_are_named(self):
        stats, text = self.stats(APPENDS_TO_A_PARAMETER, "--mode", "fine", "--cores", "4")
        waits = [b for b in stats["blocked"] if b["state"] == "wait_object"]
        lists = [b for b in waits if re.fullmatch(r"list \d+", b["object"])]
        self.assertTrue(lists, waits)
        self.assertEqual(len({b["object"] for b in lists}), 1)
        known = [b for b in lists if re.fullmatch(r"Thread-\d \(work\)", b["by"])]
        self.assertGreater(sum(b["sum_ns"] for b in known), 0.5 * sum(b["sum_ns"] for b in lists))
        self.assertFalse([b for b in waits if b["by"] == b["waiter"]], waits)
        self.assertRegex(text, r"Thread-\d \(work\) waited .* for list \d+, which Thread-\d \(work\) had, at \"p.py\", line \d, in work")
        self.assertEqual(stats["total"]["time_ns"]["running_locked"], 0)
        self.assertEqual(stats["total"]["counters"]["gil_acquisitions"], 0)

    def test_counts_by_kind(self):
        kinds = {}
        for mode in ("gil", "fine", "lockfree"):
            stats, _ = self.stats(APPENDS, "--mode", mode, "--cores", "1")
            kinds[mode] = stats["total"]["counters"]
        self.assertGreater(kinds["gil"]["counts_plain"], 1000)
        self.assertEqual(kinds["gil"]["counts_atomic"], 0)
        self.assertEqual(kinds["fine"]["counts_plain"], 0)
        self.assertGreater(kinds["fine"]["counts_atomic"], 1000)
        self.assertGreater(kinds["lockfree"]["counts_plain"], 1000)
        self.assertLess(kinds["lockfree"]["counts_atomic"], kinds["fine"]["counts_atomic"] / 2)
        for counters in kinds.values():
            self.assertLessEqual(counters["counts_atomic"], counters["atomic_operations"])
            self.assertGreater(counters["allocations"], 1000)

    def test_what_measuring_costs(self):
        stats, text = self.stats(BUSY, world="os")
        cost = stats["measuring"]
        self.assertGreater(cost["state_changes"], 4)
        self.assertGreater(cost["state_change_ns"], 0)
        self.assertAlmostEqual(cost["sum_ns"], cost["state_changes"] * cost["state_change_ns"] + cost["wait_notes"] * cost["wait_note_ns"], delta=1)
        self.assertRegex(text, r"measuring cost about \d+\.\d+ ms, ")
        stats, text = self.stats(BUSY, "--cores", "2")
        self.assertNotIn("measuring", stats)
        self.assertNotIn("measuring cost", text)

    def test_measuring_changes_nothing_in_virtual_time(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "p.py").write_text(BUSY)
            files = []
            for extra in ([], ["--stats"]):
                out = pathlib.Path(folder, "%d.json" % len(extra))
                subprocess.run([GILSIM, "run", "--world", "sim", "--cores", "2", *extra, "--stats-file", str(out), "p.py"],
                               cwd=folder, capture_output=True, timeout=60, check=True)
                files.append(json.loads(out.read_text()))
            self.assertEqual(files[0]["elapsed_ns"], files[1]["elapsed_ns"])
            self.assertEqual(files[0]["trace_hash"], files[1]["trace_hash"])


if __name__ == "__main__":
    unittest.main()
