"""The page docs/conformance.md is what the tests say, and they are as many as promised."""
import os
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
import conformance  # noqa: E402


class Conformance(unittest.TestCase):
    def test_the_page_is_up_to_date(self):
        done = subprocess.run([sys.executable, "scripts/conformance.py", "--check"], cwd=ROOT,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_each_test_has_a_title_of_its_own_topic(self):
        titles = {}
        for topic, group in conformance.tests().items():
            for title, path, _ in group:
                other = titles.setdefault((topic, title), path)
                self.assertEqual(other, path, title)

    def test_at_least_five_hundred_agree_with_python3(self):
        kinds = [kind for group in conformance.tests().values() for _, _, kind in group]
        self.assertGreaterEqual(kinds.count("same"), 500)


if __name__ == "__main__":
    unittest.main()
