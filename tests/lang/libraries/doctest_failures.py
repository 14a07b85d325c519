# doctest: a report of examples that fail: places, names, what was wanted, numbers
"""What the module says.

>>> total(1, 2)
4
"""
import contextlib
import doctest
import functools
import io


def total(a, b):
    """The sum.

    >>> total(1, 2)
    3
    >>> for k in range(2):
    ...     k, total(k, k)
    (0, 0)
    (1, 3)
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    c
    >>> total(1, "b")
    Traceback (most recent call last):
        ...
    TypeError: no
    >>> total(5, 5)
    >>> x = total(1, 1)
    2
    """
    return a + b


class Shape:
    """
    >>> Shape().area
    7
    """

    @property
    def area(self):
        """
        >>> 1
        2
        """
        return 6

    @staticmethod
    def sides():
        """>>> Shape.sides()
        3
        """
        return 4

    @classmethod
    def kind(cls):
        r"""
        >>> Shape.kind()
        'Form'
        """
        return cls.__name__

    class Part:
        def length(self):
            """
            >>> Shape.Part().length()
            2
            """
            return 1


@functools.lru_cache(None)
def remembered(n):
    """
    >>> remembered(3)
    1
    """
    return n


__test__ = {"extra": ">>> total(2, 2)\n5\n", "good": ">>> 1\n1\n"}


def report(**options):
    with contextlib.redirect_stdout(io.StringIO()) as held:
        result = doctest.testmod(**options)
    for line in held.getvalue().splitlines():
        place = line.startswith('File "')
        if not line.startswith(("      File ", "        exec(")):
            print(line[line.index('"', 6) + 3:] if place else line)
    print(result)


report()
report(optionflags=doctest.REPORT_ONLY_FIRST_FAILURE, extraglobs={"total": max})
report(optionflags=doctest.FAIL_FAST, report=False)
# expect: **********************************************************************
# expect: line 4, in __main__
# expect: Failed example:
# expect:     total(1, 2)
# expect: Expected:
# expect:     4
# expect: Got:
# expect:     3
# expect: **********************************************************************
# expect: line 39, in __main__.Shape
# expect: Failed example:
# expect:     Shape().area
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect: **********************************************************************
# expect: line 69, in __main__.Shape.Part.length
# expect: Failed example:
# expect:     Shape.Part().length()
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line ?, in __main__.Shape.area
# expect: Failed example:
# expect:     1
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line 61, in __main__.Shape.kind
# expect: Failed example:
# expect:     Shape.kind()
# expect: Expected:
# expect:     'Form'
# expect: Got:
# expect:     'Shape'
# expect: **********************************************************************
# expect: line 53, in __main__.Shape.sides
# expect: Failed example:
# expect:     Shape.sides()
# expect: Expected:
# expect:             3
# expect: Got:
# expect:     4
# expect: **********************************************************************
# expect: line ?, in __main__.__test__.extra
# expect: Failed example:
# expect:     total(2, 2)
# expect: Expected:
# expect:     5
# expect: Got:
# expect:     4
# expect: **********************************************************************
# expect: line ?, in __main__.remembered
# expect: Failed example:
# expect:     remembered(3)
# expect: Expected:
# expect:     1
# expect: Got:
# expect:     3
# expect: **********************************************************************
# expect: line 18, in __main__.total
# expect: Failed example:
# expect:     for k in range(2):
# expect:         k, total(k, k)
# expect: Expected:
# expect:     (0, 0)
# expect:     (1, 3)
# expect: Got:
# expect:     (0, 0)
# expect:     (1, 2)
# expect: **********************************************************************
# expect: line 22, in __main__.total
# expect: Failed example:
# expect:     print("a\n\nb")
# expect: Expected:
# expect:     a
# expect:     <BLANKLINE>
# expect:     c
# expect: Got:
# expect:     a
# expect:     <BLANKLINE>
# expect:     b
# expect: **********************************************************************
# expect: line 26, in __main__.total
# expect: Failed example:
# expect:     total(1, "b")
# expect: Expected:
# expect:     Traceback (most recent call last):
# expect:         ...
# expect:     TypeError: no
# expect: Got:
# expect:     Traceback (most recent call last):
# expect:         total(1, "b")
# expect:         return a + b
# expect:                ~~^~~
# expect:     TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: **********************************************************************
# expect: line 30, in __main__.total
# expect: Failed example:
# expect:     total(5, 5)
# expect: Expected nothing
# expect: Got:
# expect:     10
# expect: **********************************************************************
# expect: line 31, in __main__.total
# expect: Failed example:
# expect:     x = total(1, 1)
# expect: Expected:
# expect:     2
# expect: Got nothing
# expect: **********************************************************************
# expect: 9 items had failures:
# expect:    1 of   1 in __main__
# expect:    1 of   1 in __main__.Shape
# expect:    1 of   1 in __main__.Shape.Part.length
# expect:    1 of   1 in __main__.Shape.area
# expect:    1 of   1 in __main__.Shape.kind
# expect:    1 of   1 in __main__.Shape.sides
# expect:    1 of   1 in __main__.__test__.extra
# expect:    1 of   1 in __main__.remembered
# expect:    5 of   6 in __main__.total
# expect: ***Test Failed*** 13 failures.
# expect: TestResults(failed=13, attempted=15)
# expect: **********************************************************************
# expect: line 4, in __main__
# expect: Failed example:
# expect:     total(1, 2)
# expect: Expected:
# expect:     4
# expect: Got:
# expect:     2
# expect: **********************************************************************
# expect: line 39, in __main__.Shape
# expect: Failed example:
# expect:     Shape().area
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect: **********************************************************************
# expect: line 69, in __main__.Shape.Part.length
# expect: Failed example:
# expect:     Shape.Part().length()
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line ?, in __main__.Shape.area
# expect: Failed example:
# expect:     1
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line 61, in __main__.Shape.kind
# expect: Failed example:
# expect:     Shape.kind()
# expect: Expected:
# expect:     'Form'
# expect: Got:
# expect:     'Shape'
# expect: **********************************************************************
# expect: line 53, in __main__.Shape.sides
# expect: Failed example:
# expect:     Shape.sides()
# expect: Expected:
# expect:             3
# expect: Got:
# expect:     4
# expect: **********************************************************************
# expect: line ?, in __main__.__test__.extra
# expect: Failed example:
# expect:     total(2, 2)
# expect: Expected:
# expect:     5
# expect: Got:
# expect:     2
# expect: **********************************************************************
# expect: line ?, in __main__.remembered
# expect: Failed example:
# expect:     remembered(3)
# expect: Expected:
# expect:     1
# expect: Got:
# expect:     3
# expect: **********************************************************************
# expect: line 16, in __main__.total
# expect: Failed example:
# expect:     total(1, 2)
# expect: Expected:
# expect:     3
# expect: Got:
# expect:     2
# expect: **********************************************************************
# expect: 9 items had failures:
# expect:    1 of   1 in __main__
# expect:    1 of   1 in __main__.Shape
# expect:    1 of   1 in __main__.Shape.Part.length
# expect:    1 of   1 in __main__.Shape.area
# expect:    1 of   1 in __main__.Shape.kind
# expect:    1 of   1 in __main__.Shape.sides
# expect:    1 of   1 in __main__.__test__.extra
# expect:    1 of   1 in __main__.remembered
# expect:    6 of   6 in __main__.total
# expect: ***Test Failed*** 14 failures.
# expect: TestResults(failed=14, attempted=15)
# expect: **********************************************************************
# expect: line 4, in __main__
# expect: Failed example:
# expect:     total(1, 2)
# expect: Expected:
# expect:     4
# expect: Got:
# expect:     3
# expect: **********************************************************************
# expect: line 39, in __main__.Shape
# expect: Failed example:
# expect:     Shape().area
# expect: Expected:
# expect:     7
# expect: Got:
# expect:     6
# expect: **********************************************************************
# expect: line 69, in __main__.Shape.Part.length
# expect: Failed example:
# expect:     Shape.Part().length()
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line ?, in __main__.Shape.area
# expect: Failed example:
# expect:     1
# expect: Expected:
# expect:     2
# expect: Got:
# expect:     1
# expect: **********************************************************************
# expect: line 61, in __main__.Shape.kind
# expect: Failed example:
# expect:     Shape.kind()
# expect: Expected:
# expect:     'Form'
# expect: Got:
# expect:     'Shape'
# expect: **********************************************************************
# expect: line 53, in __main__.Shape.sides
# expect: Failed example:
# expect:     Shape.sides()
# expect: Expected:
# expect:             3
# expect: Got:
# expect:     4
# expect: **********************************************************************
# expect: line ?, in __main__.__test__.extra
# expect: Failed example:
# expect:     total(2, 2)
# expect: Expected:
# expect:     5
# expect: Got:
# expect:     4
# expect: **********************************************************************
# expect: line ?, in __main__.remembered
# expect: Failed example:
# expect:     remembered(3)
# expect: Expected:
# expect:     1
# expect: Got:
# expect:     3
# expect: **********************************************************************
# expect: line 18, in __main__.total
# expect: Failed example:
# expect:     for k in range(2):
# expect:         k, total(k, k)
# expect: Expected:
# expect:     (0, 0)
# expect:     (1, 3)
# expect: Got:
# expect:     (0, 0)
# expect:     (1, 2)
# expect: TestResults(failed=9, attempted=11)
