#!/usr/bin/env python3
"""The script that measures instantiations finds them, compiles them and holds them to the budget."""
import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
import instantiation_cost  # noqa: E402


def entry(folder, name, extra=""):
    path = os.path.join(folder, name)
    return {"directory": folder, "file": path,
            "command": "/usr/bin/ccache c++ %s -O0 -o x/%s.o -c %s" % (extra, name, path)}


class Cost(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def units(self, entries, only=()):
        path = os.path.join(self.folder.name, "compile_commands.json")
        with open(path, "w", encoding="utf-8") as stream:
            json.dump(entries, stream)
        return instantiation_cost.read_units(self.folder.name, only)

    def test_finds_instances_only(self):
        names = ["objects_instance_GilOs.cpp", "interp_instance_FineSim.cpp", "modes.cpp"]
        units = self.units([entry(self.folder.name, name) for name in names])
        self.assertEqual([(u.configuration, u.part) for u in units],
                         [("FineSim", "interp"), ("GilOs", "objects")])
        self.assertEqual(len(self.units([entry(self.folder.name, n) for n in names], ["GilOs"])), 1)

    def test_command_has_no_launcher_and_another_output(self):
        unit = self.units([entry(self.folder.name, "a_instance_B.cpp")])[0]
        command = unit.command("out.o")
        self.assertEqual(command[0], "c++")
        self.assertEqual(command[command.index("-o") + 1], "out.o")

    def test_compiles_and_measures(self):
        with open(os.path.join(self.folder.name, "a_instance_B.cpp"), "w", encoding="utf-8") as f:
            f.write("int f() { return 1; }\n")
        unit = self.units([entry(self.folder.name, "a_instance_B.cpp")])[0]
        instantiation_cost.measure(unit)
        self.assertGreater(unit.cpu_s, 0)
        self.assertGreater(unit.size, 0)

    def test_budget_of_seconds(self):
        unit = self.units([entry(self.folder.name, "a_instance_B.cpp")])[0]
        unit.cpu_s = 61
        self.assertIn("61.0 CPU seconds", instantiation_cost.over_budget([unit])[0])
        unit.cpu_s = 59
        self.assertEqual(instantiation_cost.over_budget([unit]), [])

    def test_budget_of_configurations(self):
        plain = [entry(self.folder.name, "a_instance_C%d.cpp" % k) for k in range(4)]
        self.assertEqual(instantiation_cost.over_budget(self.units(plain)), [])
        slow = [entry(self.folder.name, "a_instance_C%d.cpp" % k, "-fsanitize=address")
                for k in range(4)]
        self.assertIn("at most 3 with a sanitizer",
                      instantiation_cost.over_budget(self.units(slow))[0])

    def test_missing_build(self):
        with self.assertRaises(SystemExit) as caught, contextlib.redirect_stderr(io.StringIO()):
            instantiation_cost.read_units(os.path.join(self.folder.name, "none"), [])
        self.assertIn("configure first", str(caught.exception.code))


if __name__ == "__main__":
    unittest.main()
