#!/usr/bin/env python3
"""The style check reports each kind of bad snippet, and nothing in a good one."""
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TIDY = os.path.join(ROOT, "scripts", "tidy.py")

GOOD = "// What: a file.\n#pragma once\n"
LAYERS = os.path.join(ROOT, "scripts", "layers.txt")


class Tidy(unittest.TestCase):
    """Each test writes a few files into a tree of its own that has the project's layer table."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        with open(LAYERS, encoding="utf-8") as stream:
            self.write("scripts/layers.txt", stream.read())

    def write(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as stream:
            stream.write(text)

    def findings(self, path=None, text=None):
        if path:
            self.write(path, text)
        done = subprocess.run([sys.executable, TIDY, self.folder.name], capture_output=True,
                              text=True)
        lines = done.stdout.splitlines()
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 0 if len(lines) == 1 else 1)
        return lines[:-1]

    def assert_reported(self, path, text, words):
        found = self.findings(path, text)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(path + ":"), found[0])
        self.assertIn(words, found[0])

    def test_a_good_header(self):
        text = GOOD + '#include "gil/platform/platform.h"\n'
        self.assertEqual(self.findings("gil/locks/a.h", text), [])

    def test_edge_that_the_table_does_not_have(self):
        text = GOOD + '#include "vm/object/value.h"\n'
        self.assert_reported("gil/locks/a.h", text, "gil/locks may not include vm/object")

    def test_algorithm_that_names_a_platform(self):
        text = GOOD + '#include "gil/os/os_platform.h"\n'
        self.assert_reported("gil/algorithm/a.h", text, "may not include gil/os")

    def test_edges_are_transitive(self):
        text = GOOD + '#include "gil/base/check.h"\n'
        self.assertEqual(self.findings("vm/modules/a.h", text), [])

    def test_tests_include_anything(self):
        text = "// What: a test.\n" + '#include "gil/os/os_platform.h"\n#include <thread>\n'
        self.assertEqual(self.findings("tests/unit/a_test.cpp", text), [])

    def test_confined_header(self):
        self.assert_reported("vm/object/a.h", GOOD + "#include <boost/context/fiber.hpp>\n",
                             "confined to gil/sim")

    def test_threads_outside_their_layer(self):
        self.assert_reported("vm/interp/a.h", GOOD + "std::mutex mutex;\n", "gil/os")
        self.write("vm/interp/a.h", GOOD)
        self.assertEqual(self.findings("gil/os/b.h", GOOD + "std::mutex mutex;\n"), [])

    def test_thread_local(self):
        self.assert_reported("gil/locks/a.h", GOOD + "thread_local int x;\n", "thread_local")

    def test_words_in_comments_are_free(self):
        self.assertEqual(self.findings("gil/locks/a.h", GOOD + "// No std::mutex here.\n"), [])

    def test_unseeded_randomness(self):
        self.assert_reported("vm/object/a.h", GOOD + "int x = rand();\n", "unseeded")
        self.assertEqual(self.findings("vm/object/a.h", GOOD + "int x = operand(1);\n"), [])

    def test_using_namespace_std(self):
        self.assert_reported("vm/object/a.h", GOOD + "using namespace std;\n", "namespace std")

    def test_todo_needs_an_issue(self):
        self.assert_reported("vm/object/a.h", GOOD + "// TODO: later.\n", "issue")
        self.assertEqual(self.findings("vm/object/a.h", GOOD + "// TODO(3): later.\n"), [])

    def test_memory_order_without_reason(self):
        self.assert_reported("gil/locks/a.h", GOOD + "x.load(std::memory_order_acquire);\n",
                             "memory order")

    def test_memory_order_with_number_or_reason(self):
        text = (GOOD + "// (1) acquire: pairs with (2)\nx.load(std::memory_order_acquire);\n"
                "x.store(1, std::memory_order_release);  // (2) release: pairs with (1)\n"
                "x.load(std::memory_order_relaxed);  // relaxed: a hint, checked again below\n")
        self.assertEqual(self.findings("gil/locks/a.h", text), [])

    def test_memory_order_without_partner(self):
        text = GOOD + "// (1) acquire: pairs with (2)\nx.load(std::memory_order_acquire);\n"
        self.assert_reported("gil/locks/a.h", text, "no partner (2)")

    def test_memory_order_with_partner(self):
        text = (GOOD + "// (1) acquire: pairs with (2)\nx.load(std::memory_order_acquire);\n"
                "// (2) release: pairs with (1)\nx.store(1, std::memory_order_release);\n")
        self.assertEqual(self.findings("gil/locks/a.h", text), [])
        other = GOOD + "// (3) acquire: pairs with (1) of a.h\n"
        self.assertEqual(self.findings("gil/locks/b.h", other), [])
        self.assert_reported("gil/locks/b.h", other.replace("a.h", "c.h"), "no file c.h")

    def test_long_function(self):
        body = "  int x;\n" * 80
        text = GOOD + "class A {\n  void f() const {\n%s  }\n};\n" % body
        self.assert_reported("gil/locks/a.h", text, "function f has 82 lines")
        table = GOOD + "namespace a {\nconstexpr int kTable[] = {\n%s};\n}\n" % ("  1,\n" * 80)
        self.assertEqual(self.findings("gil/locks/a.h", table), [])

    def test_long_python_function(self):
        text = "def f():\n" + "    x = 1\n" * 80
        self.assert_reported("scripts/a.py", text, "function f has 81 lines")

    def test_long_line(self):
        self.assert_reported("vm/object/a.h", GOOD + "int " + "x" * 100 + ";\n", "characters")

    def test_long_file(self):
        self.assert_reported("vm/object/a.h", GOOD + "int x;\n" * 800, "lines, at most 800")

    def test_header_comment(self):
        self.assert_reported("vm/object/a.h", "#pragma once\n", "no header comment")

    def test_pragma_once(self):
        self.assert_reported("vm/object/a.h", "// What: a file.\n", "pragma once")


if __name__ == "__main__":
    unittest.main()
