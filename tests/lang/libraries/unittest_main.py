# unittest.main reports on standard error and exits with 1 when a test fails
import unittest
class Numbers(unittest.TestCase):
    def test_good(self):
        self.assertEqual(2 + 2, 4)
    def test_wrong(self):
        self.assertEqual(2 + 2, 5, "sums")
    def test_broken(self):
        {}["key"]
    @unittest.skip("later")
    def test_skipped(self):
        pass
unittest.main()
# expect-exit: 1
# expect-stderr: E.sF
# expect-stderr: ERROR: test_broken (__main__.Numbers.test_broken)
# expect-stderr: KeyError: 'key'
# expect-stderr: AssertionError: 4 != 5 : sums
# expect-stderr: Ran 4 tests in
# expect-stderr: FAILED (failures=1, errors=1, skipped=1)
