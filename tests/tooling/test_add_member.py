#!/usr/bin/env python3
"""A lock or a reclaimer is added by its header and one line of its list: a sample patch does no more, and the law suites run it."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATCH = ROOT / "tests/tooling/samples/add_members.patch"
FOLDERS = ["gil", "vm", "experiments", "tests", "cmake", "scripts", "workloads"]


class AddMember(unittest.TestCase):
    def run_in(self, folder, *command):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, " ".join(map(str, command)) + "\n" + done.stdout[-3000:] + done.stderr[-3000:])
        return done.stdout

    def test_sample_patch(self):
        changed = [line.split(" b/")[1] for line in PATCH.read_text().splitlines() if line.startswith("diff --git")]
        self.assertEqual(sorted(changed), ["gil/locks/locks.def", "gil/locks/sample_lock.h", "gil/reclaim/reclaimers.def",
                                           "gil/reclaim/sample_reclaimer.h"])
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for part in FOLDERS:
                shutil.copytree(ROOT / part, folder / part)
            for part in ["CMakeLists.txt", "CMakePresets.json"]:
                shutil.copy(ROOT / part, folder / part)
            self.run_in(folder, "git", "apply", PATCH)
            self.run_in(folder, "cmake", "--preset", "debug", "-DGILSIM_CONFIGURATIONS=GilOs")
            suites = ["gil_lock_laws_test", "gil_reclaimer_laws_test"]
            self.run_in(folder, "cmake", "--build", "build-debug", "--target", *suites)
            for suite, members in zip(suites, ["SampleLock", "SampleReclaimer"]):
                self.assertIn(members, self.run_in(folder, "build-debug/tests/" + suite))


if __name__ == "__main__":
    unittest.main()
