# doctest: parser, finder, checker, runners, files and unittest
import doctest
import os
import tempfile
import unittest


def examples(text):
    try:
        for part in doctest.DocTestParser().parse(text, "name"):
            if isinstance(part, str):
                print("text", repr(part))
            else:
                print(repr(part.source), repr(part.want), repr(part.exc_msg), part.lineno,
                      part.indent, part.options)
    except ValueError as e:
        print(e)


examples("""
    Before
      >>> if a:
      ...     b
      1

    >>> c  # doctest: +ELLIPSIS -SKIP
    >>> # nothing
    >>> d
    Traceback (most recent call last):
      File "x"
    E: f
      g
    """)
for text in (">>>1", "a\n  >>> 1\n 2", "  >>> 1\n ... 2", ">>> 1 # doctest: +WHAT", ">>> # doctest: +SKIP",
             ">>> 1", "", "\t>>> 1\n\t1"):
    examples(text)

check = doctest.OutputChecker().check_output
print([check(want, got, doctest.ELLIPSIS) for want, got in (
    ("a...b", "ab"), ("a...a", "a"), ("...", ""), ("a...c...d", "abcd"), ("a...c...cd", "abcd"))])
print(check("1\n", "True\n", 0), check("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1))
print(check("<BLANKLINE>\n", "\n", 0), check("<BLANKLINE>\n", "\n", doctest.DONT_ACCEPT_BLANKLINE))


def broken():
    """
    >>> 1
    2
    """


def raising():
    """
    >>> {}["key"]
    """


test = doctest.DocTestFinder().find(broken, "broken", False, {})[0]
print(test.name, test.examples[0].source, test.globs, len(doctest.DocTestFinder().find(examples)))
try:
    doctest.DebugRunner(verbose=False).run(test)
except doctest.DocTestFailure as e:
    print(e.test is test, e.example.want, e.got)
try:
    doctest.testmod(raise_on_error=True, globs={"broken": 1}, name="tests")
except doctest.DocTestFailure as e:
    print(e.test.name)
runner = doctest.DocTestRunner(verbose=True)
lines = []
print(runner.run(test, out=lines.append), len("".join(lines).splitlines()))
print(runner.summarize(verbose=False), runner.tries, runner.failures)
print(doctest.register_optionflag("ELLIPSIS") == doctest.ELLIPSIS)
print(doctest.TestResults(1, attempted=2), doctest.DocTest([], {}, "n", "f", 3, ""))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "text.txt")
    with open(path, "w") as file:
        file.write("A text\n\n>>> one + 1\n2\n>>> __name__\n'__main__'\n")
    print(doctest.testfile(path, module_relative=False, globs={"one": 1}, verbose=True))
result = unittest.TestResult()
doctest.DocTestSuite().run(result)
print(result.testsRun, len(result.failures))
try:
    doctest.testmod(5)
except TypeError as e:
    print(e)
# expect: text '\nBefore\n'
# expect: 'if a:\n    b\n' '1\n' None 2 6 {}
# expect: text '\n'
# expect: 'c  # doctest: +ELLIPSIS -SKIP\n' '' None 6 4 {8: True, 16: False}
# expect: text ''
# expect: text ''
# expect: 'd\n' 'Traceback (most recent call last):\n  File "x"\nE: f\n  g\n' 'E: f\n  g\n' 8 4 {}
# expect: text ''
# expect: line 1 of the docstring for name lacks blank after >>>: '>>>1'
# expect: line 3 of the docstring for name has inconsistent leading whitespace: ' 2'
# expect: line 2 of the docstring for name lacks blank after .. : '... 2'
# expect: line 1 of the doctest for name has an invalid option: '+WHAT'
# expect: line 0 of the doctest for name has an option directive on a line with no example: '# doctest: +SKIP'
# expect: text ''
# expect: '1\n' '' None 0 0 {}
# expect: text ''
# expect: text ''
# expect: text ''
# expect: '1\n' '1\n' None 0 8 {}
# expect: text ''
# expect: [True, False, True, True, False]
# expect: True False
# expect: True False
# expect: broken 1
# expect:  {'__name__': '__main__'} 0
# expect: True 2
# expect:  1
# expect:
# expect: tests.broken
# expect: TestResults(failed=1, attempted=1) 12
# expect: **********************************************************************
# expect: 1 items had failures:
# expect:    1 of   1 in broken
# expect: ***Test Failed*** 1 failures.
# expect: TestResults(failed=1, attempted=1) 1 1
# expect: True
# expect: TestResults(failed=1, attempted=2) <DocTest n from f:3 (no examples)>
# expect: Trying:
# expect:     one + 1
# expect: Expecting:
# expect:     2
# expect: ok
# expect: Trying:
# expect:     __name__
# expect: Expecting:
# expect:     '__main__'
# expect: ok
# expect: 1 items passed all tests:
# expect:    2 tests in text.txt
# expect: 2 tests in 1 items.
# expect: 2 passed and 0 failed.
# expect: Test passed.
# expect: TestResults(failed=0, attempted=2)
# expect: 2 2
# expect: testmod: module required; 5
