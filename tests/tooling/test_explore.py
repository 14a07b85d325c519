#!/usr/bin/env python3
"""gilsim run --world explore: finds lost updates, deadlocks and failed assertions, shows and replays them; says what it covered."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

GILSIM = os.environ.get("GILSIM", str(pathlib.Path(__file__).resolve().parents[2] / "build/gilsim"))

START = """
threads = [threading.Thread(target=work) for work in (one, two)]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""
LOST_UPDATE = """import threading
counter = 0
def one():
    global counter
    seen = counter
    counter = seen + 1
two = one
""" + START + "assert counter == 2, counter\nprint('counter', counter)\n"
DEADLOCK = """import threading
a = threading.Lock()
b = threading.Lock()
def one():
    with a:
        with b:
            pass
def two():
    with b:
        with a:
            pass
""" + START + "print('done')\n"
LOCKED = """import threading
lock = threading.Lock()
counter = 0
def one():
    global counter
    with lock:
        counter += 1
two = one
""" + START + "assert counter == 2\nprint('counter', counter)\n"
IN_A_THREAD = """import threading
ready = False
def one():
    global ready
    ready = True
def two():
    assert ready, 'not ready'
""" + START + "print('done')\n"


class Explore(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_program(self, source, *options, name="p.py", arguments=()):
        pathlib.Path(self.folder.name, name).write_text(source)
        return subprocess.run([GILSIM, "run", "--world", "explore", *options, name, *arguments], cwd=self.folder.name,
                              capture_output=True, text=True, timeout=300)

    def replay(self, found, source):
        command = re.search(r"^replay: gilsim (.*)$", found.stderr, re.M).group(1)
        return subprocess.run([GILSIM, *shlex.split(command)], cwd=self.folder.name, capture_output=True, text=True, timeout=60)

    def schedules(self, done):
        return int(re.search(r"(\d+) schedules \(", done.stderr).group(1))

    def test_lost_update(self):
        found = self.run_program(LOST_UPDATE, "--mode", "fine")
        self.assertEqual(found.returncode, 1, found.stderr)
        self.assertIn("AssertionError: 1", found.stderr)
        self.assertIn("with 1 preemption", found.stderr)
        self.assertLessEqual(self.schedules(found), 100)
        # The table: both read before either writes.
        steps = [line.split() for line in found.stderr.splitlines() if re.match(r"\s+[56]  ", line)]
        self.assertEqual([step[0] for step in steps], ["5", "5", "6", "6"])
        again = self.replay(found, LOST_UPDATE)
        self.assertEqual(again.returncode, 1, again.stderr)
        self.assertIn("AssertionError: 1", again.stderr)

    def test_every_strategy_finds_it(self):
        for search in ("dfs", "random", "pct"):
            found = self.run_program(LOST_UPDATE, "--mode", "fine", "--search", search)
            self.assertEqual(found.returncode, 1, search + found.stderr)
            self.assertIn("with 1 preemption;", found.stderr)

    def test_nothing_is_lost_under_a_gil(self):
        # No safe point lies between the read and the write: CPython from 3.10 on.
        done = self.run_program(LOST_UPDATE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("all schedules within the bound are covered", done.stderr)
        self.assertEqual(done.stdout, "counter 2\n")

    def test_deadlock(self):
        for mode in ("gil", "fine", "lockfree"):
            found = self.run_program(DEADLOCK, "--mode", mode)
            self.assertEqual(found.returncode, 3, found.stderr)
            self.assertIn("waits for lock at \"p.py\", line 6", found.stderr)
            self.assertEqual(self.replay(found, DEADLOCK).returncode, 3)
            self.assertLessEqual(self.schedules(found), 100)

    def test_exception_in_a_thread(self):
        found = self.run_program(IN_A_THREAD, "--mode", "fine")
        self.assertEqual(found.returncode, 1, found.stderr)
        self.assertIn("AssertionError: not ready", found.stderr)

    def test_nothing_found(self):
        done = self.run_program(LOCKED, "--mode", "fine")
        self.assertEqual((done.returncode, done.stdout), (0, "counter 2\n"), done.stderr)
        self.assertIn("all schedules within the bound are covered", done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder.name, "p.schedule.json")))

    def test_one_thread_has_one_schedule(self):
        done = self.run_program("print(1 + 1)\n")
        self.assertEqual((done.returncode, done.stdout), (0, "2\n"))
        self.assertIn("one schedule", done.stderr)
        self.assertEqual(self.run_program("import sys\nsys.exit(7)\n").returncode, 7)

    def test_cut_short(self):
        done = self.run_program(LOCKED, "--mode", "fine", "--schedules", "20")
        self.assertEqual(done.returncode, 0)
        self.assertIn("cut short: the limit of 20 schedules", done.stderr)
        self.assertIn("covered: all schedules with fewer than", done.stderr)

    def test_output_that_differs_is_said(self):
        done = self.run_program("import threading\nout = []\ndef one():\n    out.append(1)\ndef two():\n    out.append(2)\n" + START +
                                "print(out)\n", "--mode", "fine")
        self.assertEqual(done.returncode, 0)
        self.assertIn("2 different outputs", done.stderr)

    def test_not_deterministic(self):
        # A file remembers what earlier schedules did.
        source = LOCKED.replace("import threading", "import threading\nwith open('state', 'a') as f:\n    pass").replace(
            "counter += 1", "counter += 1\n        with open('state', 'a') as f:\n            f.write('x')\n"
            "        for _ in range(len(open('state').read())):\n            lock.locked()")
        done = self.run_program(source, "--mode", "fine")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("not deterministic", done.stderr)
        self.assertRegex(done.stderr, r"comes at p\.py:\d+")

    def races(self, done):
        return re.findall(r"race on (.*)", done.stderr)

    def test_races(self):
        # In every mode: that an interpreter lock happens to order two accesses is not the program's doing.
        for mode in ("gil", "fine", "lockfree"):
            races = self.races(self.run_program(LOST_UPDATE, "--mode", mode))
            self.assertTrue(races)
            for race in races:
                self.assertRegex(race, r"^global counter: (read at p.py:5|written at p.py:6) by thread \d, (read at p.py:5|written at p.py:6) by thread \d$")
        self.assertEqual(self.races(self.run_program(LOCKED, "--mode", "fine")), [])

    def test_races_on_attributes_items_and_closures(self):
        source = """import threading
class Box:
    pass
box = Box()
table = {}
def make():
    inner = 0
    def one():
        nonlocal inner
        box.x = 1
        table['k'] = 1
        inner = 1
    def two():
        nonlocal inner
        box.x = 2
        table['k'] = 2
        inner = 2
    return one, two
one, two = make()
""" + START
        races = self.races(self.run_program(source, "--mode", "fine", "--schedules", "5"))
        self.assertEqual([race.split(":")[0] for race in races],
                         ["a closure's variable", "attribute x of a Box", "item ['k'] of a dict"])

    def test_what_is_ordered_is_no_race(self):
        # By the start and end of a thread, by an event, by a queue.
        source = """import threading, queue
data = {}
done = threading.Event()
q = queue.Queue()
def one():
    data['a'] = data['start']
    done.set()
    data['b'] = 1
    q.put('b')
def two():
    done.wait()
    data['a'] += 1
    data[q.get()] += 1
data['start'] = 1
""" + START + "data['a'] += data['b']\nprint(data['a'])\n"
        for mode in ("gil", "fine", "lockfree"):
            done = self.run_program(source, "--mode", mode, "--schedules", "300")
            self.assertEqual((done.returncode, done.stdout), (0, "4\n"), done.stderr)
            self.assertEqual(self.races(done), [])

    def test_schedules_of_something_else(self):
        found = self.run_program(LOST_UPDATE, "--mode", "fine")
        self.assertEqual(found.returncode, 1)
        for source, options, words in [(LOCKED, ["--mode", "fine"], "another program"), (LOST_UPDATE, ["--mode", "gil"], "belongs to mode fine")]:
            done = self.run_program(source, *options, "--schedule", "p.schedule.json")
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)
        pathlib.Path(self.folder.name, "bad.json").write_text("{}")
        for name in ("bad.json", "missing.json", "p.py"):
            done = self.run_program(LOST_UPDATE, "--mode", "fine", "--schedule", name)
            self.assertEqual(done.returncode, 2)
            self.assertIn("schedule file", done.stderr)

    def test_the_replay_line_holds_all_that_the_run_depends_on(self):
        found = self.run_program(LOST_UPDATE, "--mode", "fine", "--seed", "7", "--set", "interval_us=50", name="my p.py",
                                 arguments=["two words", "it's"])
        line = re.search(r"^replay: (.*)$", found.stderr, re.M).group(1)
        self.assertEqual(shlex.split(line)[1:], ["run", "--world", "explore", "--mode", "fine", "--seed", "7", "--set",
                                                 "interval_us=50", "--schedule", "my p.schedule.json", "my p.py", "two words", "it's"])
        self.assertEqual(self.replay(found, LOST_UPDATE).returncode, 1)
        done = self.run_program(LOST_UPDATE, "--mode", "fine", "--schedule", "my p.schedule.json", name="my p.py", arguments=["two words", "it's"])
        self.assertEqual(done.returncode, 2)
        self.assertIn("belongs to", done.stderr)

    def test_a_loop_without_a_step(self):
        # Only a thread's private objects: no step at which the search could count.
        done = self.run_program(LOST_UPDATE.replace("    seen = counter\n", "    seen = counter\n    while seen:\n        pass\n"), "--mode", "fine")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("gilsim: explore: ", done.stderr)

    def test_what_was_found_is_said_before_the_program_ends_itself(self):
        found = self.run_program(LOST_UPDATE.replace("assert counter == 2, counter", "import os\nos._exit(2 - counter)"), "--mode", "fine")
        self.assertEqual(found.returncode, 1, found.stderr)
        self.assertIn("replay: ", found.stderr)

    def test_wrong_usage(self):
        for options, words in [(["--search", "bfs"], "unknown search"), (["--preemptions", "-1"], "number of preemptions"),
                               (["--cores", "2"], "has no"), (["--schedule-out", "/no/such/file"], "cannot write schedule"),
                               (["--stats"], "has no"), (["--set", "slack_ns=5"], "has no setting slack_ns"),
                               (["--set", "cost.Atomic=5"], "has no setting cost.Atomic")]:
            done = self.run_program(LOCKED, *options)
            self.assertEqual(done.returncode, 2, options)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, "")
        done = subprocess.run([GILSIM, "run", "--search", "pct", "p.py"], cwd=self.folder.name, capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("needs --world explore", done.stderr)


if __name__ == "__main__":
    unittest.main()
