# what unittest calls around tests, and in which order
import unittest
class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")
    @classmethod
    def tearDownClass(cls):
        print("class down")
    def setUp(self):
        print("up", self.id())
        self.addCleanup(print, "clean")
    def tearDown(self):
        print("down")
    def test_b(self):
        with self.subTest(k=1):
            self.assertTrue(False)
        print("on")
    def test_a(self):
        print("a")
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
print(result.testsRun, len(result.failures), result.failures[0][0])
# expect: class up
# expect: up __main__.Case.test_a
# expect: a
# expect: down
# expect: clean
# expect: up __main__.Case.test_b
# expect: on
# expect: down
# expect: clean
# expect: class down
# expect: 2 1 test_b (__main__.Case.test_b) (k=1)
