# the texts of failed assertions
import unittest
case = unittest.TestCase()
def says(name, *values, **options):
    try:
        getattr(case, name)(*values, **options)
    except AssertionError as error:
        print(name, str(error).split("\n")[0])
    else:
        print(name, "holds")
says("assertEqual", 1, 1.0)
says("assertEqual", [1, 2], [1, 3])
says("assertEqual", {1}, {2})
says("assertTrue", 0)
says("assertIn", 1, [2])
says("assertAlmostEqual", 1.0, 1.5, places=1)
says("assertRaises", ValueError, int, "7")
says("assertRaises", ValueError, int, "x")
says("assertIsInstance", 1, str)
says("assertGreater", 1, 2)
says("assertIsNone", 3)
says("assertCountEqual", [1, 1, 2], [2, 1, 1])
says("assertRegex", "abc", "x+")
with case.assertRaisesRegex(KeyError, "k"):
    {}["k"]
# expect: assertEqual holds
# expect: assertEqual Lists differ: [1, 2] != [1, 3]
# expect: assertEqual Items in the first set but not the second:
# expect: assertTrue 0 is not true
# expect: assertIn 1 not found in [2]
# expect: assertAlmostEqual 1.0 != 1.5 within 1 places (0.5 difference)
# expect: assertRaises ValueError not raised by int
# expect: assertRaises holds
# expect: assertIsInstance 1 is not an instance of <class 'str'>
# expect: assertGreater 1 not greater than 2
# expect: assertIsNone 3 is not None
# expect: assertCountEqual holds
# expect: assertRegex Regex didn't match: 'x+' not found in 'abc'
