# doctest: examples that pass, silently or with a report of each; flags and directives
"""
>>> double(2)
4
"""
import contextlib
import doctest
import io


def double(n):
    """Twice the number.

    >>> double(3)
    6
    >>> double("a"); None; double([1])
    'aa'
    [1, 1]
    >>> if double(1):
    ...     'yes'
    ... else:
    ...     'no'
    'yes'
    >>> double({})
    Traceback (most recent call last):
      ...
    TypeError: unsupported operand type(s) for *: 'dict' and 'int'
    >>> value = double(4)
    >>> value  # doctest: +SKIP
    9
    >>> list(range(value))  # doctest: +ELLIPSIS
    [0, 1, ..., 7]
    >>> [value,    value + 1] # doctest: +NORMALIZE_WHITESPACE
    [8,
     9]
    >>> int("x")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    builtins.ValueError: whatever
    >>> "text"
    'text'
    >>> double(1) == 2
    1
    >>> _
    True
    """
    return n * 2


def plain():
    pass


class Empty:
    def method(self):
        "No example."


print(doctest.testmod())
doctest.testmod(verbose=True)
with contextlib.redirect_stdout(io.StringIO()) as shown:
    doctest.run_docstring_examples(double, {"double": double}, name="twice",
                                   optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
print("".join(line for line in shown.getvalue().splitlines(True) if "File" not in line), end="")
print(doctest.testmod(exclude_empty=True, globs={"double": lambda n: n * 2}))
# expect: TestResults(failed=0, attempted=12)
# expect: Trying:
# expect:     double(2)
# expect: Expecting:
# expect:     4
# expect: ok
# expect: Trying:
# expect:     double(3)
# expect: Expecting:
# expect:     6
# expect: ok
# expect: Trying:
# expect:     double("a"); None; double([1])
# expect: Expecting:
# expect:     'aa'
# expect:     [1, 1]
# expect: ok
# expect: Trying:
# expect:     if double(1):
# expect:         'yes'
# expect:     else:
# expect:         'no'
# expect: Expecting:
# expect:     'yes'
# expect: ok
# expect: Trying:
# expect:     double({})
# expect: Expecting:
# expect:     Traceback (most recent call last):
# expect:       ...
# expect:     TypeError: unsupported operand type(s) for *: 'dict' and 'int'
# expect: ok
# expect: Trying:
# expect:     value = double(4)
# expect: Expecting nothing
# expect: ok
# expect: Trying:
# expect:     list(range(value))  # doctest: +ELLIPSIS
# expect: Expecting:
# expect:     [0, 1, ..., 7]
# expect: ok
# expect: Trying:
# expect:     [value,    value + 1] # doctest: +NORMALIZE_WHITESPACE
# expect: Expecting:
# expect:     [8,
# expect:      9]
# expect: ok
# expect: Trying:
# expect:     int("x")  # doctest: +IGNORE_EXCEPTION_DETAIL
# expect: Expecting:
# expect:     Traceback (most recent call last):
# expect:     builtins.ValueError: whatever
# expect: ok
# expect: Trying:
# expect:     "text"
# expect: Expecting:
# expect:     'text'
# expect: ok
# expect: Trying:
# expect:     double(1) == 2
# expect: Expecting:
# expect:     1
# expect: ok
# expect: Trying:
# expect:     _
# expect: Expecting:
# expect:     True
# expect: ok
# expect: 3 items had no tests:
# expect:     __main__.Empty
# expect:     __main__.Empty.method
# expect:     __main__.plain
# expect: 2 items passed all tests:
# expect:    1 tests in __main__
# expect:   11 tests in __main__.double
# expect: 12 tests in 5 items.
# expect: 12 passed and 0 failed.
# expect: Test passed.
# expect: **********************************************************************
# expect: Failed example:
# expect:     double(1) == 2
# expect: Expected:
# expect:     1
# expect: Got:
# expect:     True
# expect: TestResults(failed=0, attempted=12)
