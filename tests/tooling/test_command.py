"""The command: wrong usage and bad input give one clear line, the right exit code, and lose nothing;
what belongs to the program is the program's."""

import os
import re
import subprocess
import tempfile
import unittest

GILSIM = os.path.abspath(os.environ.get("GILSIM", "build/gilsim"))
WORLDS = [(mode, world) for mode in ("gil", "fine") for world in ("os", "sim")]
LIMIT_S = 60

# (arguments, what the line must hold). {ok} is a program that prints ok.
WRONG_USAGE = (
    ("frob", 'unknown command "frob"'),
    ("run", "run needs a file"),
    ("run --mode fin {ok}", 'unknown mode "fin" (did you mean fine? known: gil, fine, lockfree)'),
    ("run --gil py4 {ok}", 'unknown GIL algorithm "py4" (known: none, py2_ticks, py3_interval)'),
    ("run --mode fine --gil py2_ticks {ok}", "has no interpreter lock"),
    ("run --gil none {ok}", "needs an interpreter lock"),
    ("run --world mars {ok}", 'unknown world "mars" (known: os, sim, explore)'),
    ("run --mod gil {ok}", 'unknown option "--mod" (did you mean --mode?'),
    ("run --stats=1 {ok}", "takes no value"),
    ("run --mode", "needs a value"),
    ("run --mode= {ok}", "needs a value"),
    ("run --cores 0 {ok}", 'number of cores "0" is not a number from 1 to 1024'),
    ("run --world sim --cores 5000 {ok}", 'number of cores "5000" is not a number from 1 to 1024'),
    ("run --cores two {ok}", 'number of cores "two"'),
    ("run --seed -1 {ok}", 'seed "-1" is not a number'),
    ("run --set speed=1 {ok}", 'unknown setting "speed" (known: interval_us'),
    ("run --memory-limit 3X {ok}", 'memory limit "3X" is not a number of bytes from 1M'),
    ("run --memory-limit 12 {ok}", 'memory limit "12" is not a number of bytes from 1M'),
    ("run --set ticks {ok}", 'setting "ticks" is not KEY=VALUE'),
    ("run --set ticks=0 {ok}", "is not a number from 1"),
    ("run --set interval_us=soon {ok}", 'value "soon" of interval_us'),
    ("run --set cost.Nothing=1 {ok}", 'unknown cost "Nothing"'),
    ("run --set machine=/no/such {ok}", 'unknown machine "/no/such"'),
    ("run /no/such.py", 'cannot read program "/no/such.py": No such file'),
    ("run /tmp", "it is a directory"),
    ("run --stats-file /no/such/f {ok}", 'cannot write statistics file "/no/such/f"'),
    ("compare", "compare needs a program"),
    ("compare --modes gil,x {ok}", 'unknown mode "x"'),
    ("compare --modes ext: {ok}", "ext: needs a command"),
    ("compare --threads 0 {ok}", 'number of threads "0"'),
    ("compare --threads 1,a {ok}", 'number of threads "a"'),
    ("compare --repeats 0 {ok}", 'number of repeats "0"'),
    ("compare --world sim --cores 5000 {ok}", 'number of cores "5000"'),
    ("compare --json /no/such/f {ok}", 'cannot write result file "/no/such/f"'),
    ("list", "list needs one of"),
    ("list frogs", 'unknown list "frogs" (known: modes'),
    ("dis", "dis needs one program"),
    ("dis /no/such.py", "cannot read program"),
    ("asm {ok}", "line 1: an instruction outside .code"),
)

# (program, last line of standard error)
BAD_PROGRAMS = (
    ("print(1)\nif x\n", "SyntaxError: expected ':'"),
    ("print(1)\nx = (1,\n", "SyntaxError: '(' was never closed"),
    ("print(1)\nasync def f(): pass\n", "SyntaxError: async def is not supported by gilsim"),
    ("print(1)\nmatch x:\n    case 1: pass\n",
     "SyntaxError: the match statement is not supported by gilsim"),
    ("print(1)\n  x = 1\n", "IndentationError: unexpected indent"),
    ("x = 'a\0b'\n", "source code cannot contain null bytes"),
    ("return 1\n", "SyntaxError: 'return' outside function"),
)


# Beyond the limit by many small objects, by one large one, by a dict, by a set: each time a
# MemoryError that can be caught, and room for what comes after.
GREEDY = """
import random
from collections import Counter, deque
from itertools import count
def small():
    kept = []
    while True:
        kept.append([0] * 100)
def table():
    kept = {}
    while True:
        kept[len(kept)] = "%d" % len(kept)
def numbers():
    kept = set()
    while True:
        kept.add(len(kept) * 1.5)
def endless():
    return map(str, iter(int, 1))
def squares():
    n = 3
    while True:
        n *= n
fill = [lambda: list(endless()), lambda: [].extend(zip(endless())), lambda: tuple(endless()),
        lambda: [].__setitem__(slice(0, 0), endless()), lambda: set(zip(iter(object, 1))),
        lambda: set().update(iter(object, 1)), lambda: dict.fromkeys(iter(object, 1)),
        lambda: {}.update(zip(iter(object, 1), endless())), lambda: "".join(endless()),
        lambda: b"ab" * (1 << 30), lambda: ("a" * 10000).replace("a", "b" * 10000),
        lambda: 2 ** 10 ** 10, lambda: 1 << 10 ** 10, squares,
        lambda: Counter(count()), lambda: deque(count()), lambda: deque([1]) * (1 << 28),
        lambda: random.choices([1, 2], k=1 << 40), lambda: random.sample(range(1 << 40), 1 << 30),
        lambda: random.getrandbits((1 << 31) - 1)]
for greedy in [small, lambda: "a" * (1 << 30), lambda: [0] * (1 << 28), table, numbers] + fill:
    try:
        greedy()
    except MemoryError:
        print("caught")
print("ok", len([0] * 100000))
"""


class Command(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.ok = self.write("ok.py", "print('ok')\n")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run_command(self, *arguments, **options):
        return subprocess.run([GILSIM, *arguments], capture_output=True, text=True,
                              timeout=LIMIT_S, **options)

    def run_text(self, text, *options):
        return self.run_command("run", *options, self.write("program.py", text))

    def test_wrong_usage_is_one_line(self):
        for line, words in WRONG_USAGE:
            with self.subTest(line=line):
                done = self.run_command(*line.format(ok=self.ok).split())
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertEqual(done.stdout, "")
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn(words, done.stderr)

    def test_help(self):
        for line in ("--help", "run --help", "compare --help", "list --help", "dis --help",
                     "asm --help"):
            done = self.run_command(*line.split())
            self.assertEqual((done.returncode, done.stderr), (0, ""), line)
            self.assertIn("gilsim", done.stdout)

    def test_lists(self):
        for kind in ("modes", "gils", "locks", "costs", "opcodes", "modules", "workloads"):
            done = self.run_command("list", kind)
            self.assertEqual((done.returncode, done.stderr), (0, ""), kind)
            self.assertGreaterEqual(len(done.stdout.splitlines()), 2, kind)

    def test_bad_programs_do_not_start(self):
        for text, words in BAD_PROGRAMS:
            with self.subTest(text=text):
                done = self.run_text(text)
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertIn(words, done.stderr.splitlines()[-1])
                self.assertIn('File "%s/program.py", line' % self.folder, done.stderr)

    def test_exit_codes(self):
        for text, code, error in (("import sys\nsys.exit(5)\n", 5, ""),
                                  ("import sys\nsys.exit()\n", 0, ""),
                                  ("import sys\nsys.exit('bye')\n", 1, "bye\n"),
                                  ("raise SystemExit(300)\n", 300 & 255, "")):
            done = self.run_text(text)
            self.assertEqual((done.returncode, done.stderr), (code, error), text)

    def test_uncaught_exception(self):
        for mode, world in WORLDS:
            done = self.run_text("print('before')\n1 / 0\n", "--mode", mode, "--world", world)
            self.assertEqual((done.returncode, done.stdout), (1, "before\n"))
            self.assertEqual(done.stderr.splitlines()[:3], [
                "Traceback (most recent call last):",
                '  File "%s/program.py", line 2, in <module>' % self.folder, "    1 / 0"])
            self.assertTrue(done.stderr.endswith("ZeroDivisionError: division by zero\n"))

    def test_runaway_recursion(self):
        for mode, world in WORLDS:
            for text in ("def f():\n    return f()\nf()\n",
                         "class A:\n    def __repr__(s): return repr([s])\nprint(A())\n"):
                done = self.run_text(text, "--mode", mode, "--world", world)
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertIn("RecursionError: maximum recursion depth exceeded",
                              done.stderr.splitlines()[-1])

    def test_memory_limit(self):
        for mode, world in WORLDS + [("lockfree", "os"), ("lockfree", "sim")]:
            with self.subTest(mode=mode, world=world):
                done = self.run_text(GREEDY, "--mode", mode, "--world", world,
                                     "--memory-limit", "24M")
                self.assertEqual(done.stderr, "")
                self.assertEqual(done.stdout, "caught\n" * 25 + "ok 100000\n")
        done = self.run_text("kept = []\nwhile True:\n    kept.append([0] * 100)\n",
                             "--memory-limit", "24M")
        self.assertEqual(done.returncode, 1)
        self.assertIn("\nMemoryError\n", done.stderr)

    def test_deadlock(self):
        text = ("import threading\na, b = threading.Lock(), threading.Lock()\n"
                "barrier = threading.Barrier(2)\n"
                "def take(x, y):\n    with x:\n        barrier.wait()\n        with y:\n"
                "            pass\n"
                "t = threading.Thread(target=take, args=(a, b), name='left')\n"
                "u = threading.Thread(target=take, args=(b, a), name='right')\n"
                "t.start(); u.start(); t.join(); u.join()\n")
        for mode, world in WORLDS:
            with self.subTest(mode=mode, world=world):
                done = self.run_text(text, "--mode", mode, "--world", world)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("deadlock", done.stderr.splitlines()[0])
                self.assertEqual(done.stderr.count('program.py", line 7, in take'), 2, done.stderr)
                self.assertIn("left waits for", done.stderr)
                self.assertIn("right waits for", done.stderr)

    def test_arguments_and_input_are_the_programs(self):
        path = self.write("program.py", "import sys\nprint(sys.argv[1:], sys.stdin.read())\n")
        done = self.run_command("run", path, "--mode", "x", "--help", "--", "-q", input="text")
        self.assertEqual(done.stdout, "['--mode', 'x', '--help', '--', '-q'] text\n")

    def test_result_file(self):
        path = os.path.join(self.folder, "stats.json")
        self.assertEqual(self.run_command("run", "--stats-file", path, self.ok).returncode, 0)
        with open(path, encoding="utf-8") as file:
            before = file.read()
        self.assertIn('"counters"', before)
        self.run_command("run", "--stats-file", path, "--mode", "fin", self.ok)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), before)

    def test_closed_output(self):
        text = "for k in range(100000):\n    print(k)\n"
        done = subprocess.run("%s run %s | head -1" % (GILSIM, self.write("p.py", text)),
                              shell=True, capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.stdout, "0\n")

    def test_exception_of_a_thread(self):
        text = ("import threading\ndef f():\n    raise ValueError('x')\n"
                "t = threading.Thread(target=f)\nt.start()\nt.join()\nprint('end')\n")
        for mode, world in WORLDS:
            done = self.run_text(text, "--mode", mode, "--world", world)
            self.assertEqual((done.returncode, done.stdout), (0, "end\n"))
            self.assertTrue(done.stderr.startswith("Exception in thread Thread-1 (f):\n"))
            self.assertTrue(done.stderr.endswith("ValueError: x\n"), done.stderr)

    def test_asm_runs_what_dis_writes(self):
        listing = self.run_command("dis", self.ok).stdout
        path = self.write("ok.asm", listing)
        self.assertEqual(self.run_command("asm", path).stdout, "ok\n")
        self.assertEqual(self.run_command("asm", "--print", path).stdout, listing)
        bad = self.write("bad.asm", listing.replace(".registers 0", ".registers 9"))
        done = self.run_command("asm", bad)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))

    # The compiler checks what may be unbound; an assembled program need not, and then the
    # instruction itself says so.
    def test_asm_with_unbound_operands(self):
        for use in ("a[missing]", "missing[0]", "missing + 1", "a + missing", "a < missing", "missing.x",
                    "missing.x()", "not missing", "-missing"):
            self.check_unbound("    return " + use)
        for use in ("a[0] = missing", "a[missing] = 0", "missing[0] = 0", "missing.x = 0", "a.x = missing"):
            self.check_unbound("    " + use)

    def check_unbound(self, line):
        program = self.write("unbound.py", "def f(a):\n    if not a: missing = 0\n" + line +
                             "\ntry: f([1])\nexcept UnboundLocalError as e: print(e)\n")
        listing = self.run_command("dis", program).stdout
        self.assertIn("CheckBound", listing, line)
        path = self.write("unbound.asm", re.sub("CheckBound.*", "Nop", listing))
        self.assertEqual(self.run_command("asm", path).stdout,
                         "cannot access local variable 'missing' where it is not associated with a value\n",
                         line)


if __name__ == "__main__":
    unittest.main()
