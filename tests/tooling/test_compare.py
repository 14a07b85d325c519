"""gilsim compare from end to end: rows, checksums, interpreters that fail, the result file. Sizes are
small and nothing depends on how long anything takes."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GILSIM = os.path.abspath(os.environ.get("GILSIM", "build/gilsim"))
COUNTDOWN = os.path.join(ROOT, "workloads", "countdown.py")
LIMIT_S = 240


class Compare(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.json = os.path.join(self.folder, "result.json")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def compare(self, *arguments, program=COUNTDOWN, size="3000"):
        done = subprocess.run(
            [GILSIM, "compare", "--repeats", "1", "--json", self.json, *arguments, program,
             "--size", size], capture_output=True, text=True, timeout=LIMIT_S)
        rows = []
        if os.path.exists(self.json):
            with open(self.json, encoding="utf-8") as file:
                rows = json.load(file)["rows"]
        return done, rows

    def test_rows_of_modes_and_threads(self):
        modes = "gil,fine,ext:%s" % sys.executable
        done, rows = self.compare("--modes", modes, "--threads", "1,2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([(row["mode"], row["threads"]) for row in rows],
                         [(mode, n) for mode in modes.split(",") for n in (1, 2)])
        for row in rows:
            self.assertEqual(row.get("problem", ""), "")
            self.assertEqual(len(row["seconds"]), 1)
            self.assertGreater(row["seconds"][0], 0)
        self.assertIn("achievable parallelism", done.stdout)
        self.assertIn("x own", done.stdout.splitlines()[1])

    def test_virtual_time_is_exact(self):
        arguments = ("--world", "sim", "--cores", "1,2,4", "--threads", "2")
        first, rows = self.compare(*arguments)
        second, again = self.compare(*arguments)
        self.assertEqual(first.stdout, second.stdout)
        self.assertEqual([row["seconds"] for row in rows], [row["seconds"] for row in again])
        self.assertEqual([row["cores"] for row in rows if row["mode"] == "gil"], [1, 2, 4])

    def test_interpreters_that_fail_are_rows(self):
        liar = self.write("liar.sh", "#!/bin/sh\necho 7\n")
        os.chmod(liar, 0o755)
        done, rows = self.compare("--modes", "gil,ext:/no/such,ext:false,ext:" + liar)
        self.assertEqual(done.returncode, 1)  # the rest is still shown
        problems = [row.get("problem", "") for row in rows]
        self.assertEqual(problems[0], "")
        self.assertIn("cannot be started", problems[1])
        self.assertIn("exit code 1", problems[2])
        self.assertIn("different checksum", problems[3])

    def test_nothing_but_failures_is_a_failure(self):
        done, rows = self.compare(program=self.write("bad.py", "raise ValueError('no')\n"))
        self.assertEqual(done.returncode, 1)
        for row in rows:
            self.assertIn("ValueError: no", row["problem"])

    def test_wrong_usage_leaves_no_file(self):
        done, _ = self.compare(program="/no/such.py")
        self.assertEqual(done.returncode, 2)
        self.assertFalse(os.path.exists(self.json))

    def test_machine_files(self):
        for text, words in (("[costs_ns]\nAtomc = 1\n", ':2: unknown cost "Atomc" (did you mean '
                             'Atomic?'),
                            ("[costs_ns]\nAtomic = -1\n", ":2: cost Atomic is not a number"),
                            ("[costs]\n", ':1: unknown key "costs"'),
                            ("[costs_ns\n", ":1: ")):
            path = self.write("machine.toml", text)
            done = subprocess.run([GILSIM, "run", "--world", "sim", "--set", "machine=" + path,
                                   COUNTDOWN], capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1), done.stderr)
            self.assertIn(path + words, done.stderr)

    def test_machine_of_the_project_is_the_default(self):
        times = []
        for setting in ([], ["--set", "machine=two-core-vm"]):
            path = os.path.join(self.folder, "stats.json")
            subprocess.run([GILSIM, "run", "--world", "sim", "--cores", "2", *setting,
                            "--stats-file", path, COUNTDOWN, "--threads", "2", "--size", "9000"],
                           check=True, capture_output=True, timeout=LIMIT_S)
            with open(path, encoding="utf-8") as file:
                times.append(json.load(file)["elapsed_ns"])
        self.assertEqual(times[0], times[1])


if __name__ == "__main__":
    unittest.main()
