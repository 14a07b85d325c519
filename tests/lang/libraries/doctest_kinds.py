# doctest: what has tests in modules: dataclasses, enums, named tuples, decorated functions, slots
import contextlib
import doctest
import functools
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum
from math import sqrt
from typing import NamedTuple


@dataclass(order=True, frozen=True)
class Point:
    """
    >>> Point(2)
    Point(x=2)
    """
    x: int = 1


class Colour(Enum):
    """
    >>> Colour.RED
    <Colour.RED: 1>
    """
    RED = 1

    def shown(self):
        """
        >>> Colour.RED.shown()
        'RED'
        """
        return self.name


class Entry(NamedTuple):
    key: str

    def twice(self):
        """
        >>> Entry("a").twice()
        'aa'
        """
        return self.key * 2


Plain = namedtuple("Plain", "a b")


class Extended(namedtuple("Extended", "a b")):
    __slots__ = ()

    def __len__(self):
        "Not two."


class Stored:
    __slots__ = ("a", "b")

    @functools.cached_property
    def later(self):
        """
        >>> 1
        1
        """

    @staticmethod
    @functools.lru_cache
    def cached():
        """
        >>> Stored.cached()
        """

    shown = lambda self: 3


@contextlib.contextmanager
def context():
    """
    >>> with context() as c: c
    3
    """
    yield 3


def numbers():
    """
    >>> list(numbers())
    [1]
    """
    yield 1


@functools.singledispatch
def dispatched(x):
    """
    >>> dispatched(3)
    'int'
    """


@dispatched.register(int)
def _(x):
    return "int"


root = sqrt
alias = Plain
partial = functools.partial(print, 1)
doctest.testmod(verbose=True)
# expect: Trying:
# expect:     Colour.RED
# expect: Expecting:
# expect:     <Colour.RED: 1>
# expect: ok
# expect: Trying:
# expect:     Colour.RED.shown()
# expect: Expecting:
# expect:     'RED'
# expect: ok
# expect: Trying:
# expect:     Entry("a").twice()
# expect: Expecting:
# expect:     'aa'
# expect: ok
# expect: Trying:
# expect:     Point(2)
# expect: Expecting:
# expect:     Point(x=2)
# expect: ok
# expect: Trying:
# expect:     Stored.cached()
# expect: Expecting nothing
# expect: ok
# expect: Trying:
# expect:     with context() as c: c
# expect: Expecting:
# expect:     3
# expect: ok
# expect: Trying:
# expect:     dispatched(3)
# expect: Expecting:
# expect:     'int'
# expect: ok
# expect: Trying:
# expect:     list(numbers())
# expect: Expecting:
# expect:     [1]
# expect: ok
# expect: 18 items had no tests:
# expect:     __main__
# expect:     __main__.Entry
# expect:     __main__.Extended
# expect:     __main__.Extended.__len__
# expect:     __main__.Plain
# expect:     __main__.Point.__delattr__
# expect:     __main__.Point.__eq__
# expect:     __main__.Point.__ge__
# expect:     __main__.Point.__gt__
# expect:     __main__.Point.__hash__
# expect:     __main__.Point.__init__
# expect:     __main__.Point.__le__
# expect:     __main__.Point.__lt__
# expect:     __main__.Point.__repr__
# expect:     __main__.Point.__setattr__
# expect:     __main__.Stored
# expect:     __main__.Stored.shown
# expect:     __main__._
# expect: 8 items passed all tests:
# expect:    1 tests in __main__.Colour
# expect:    1 tests in __main__.Colour.shown
# expect:    1 tests in __main__.Entry.twice
# expect:    1 tests in __main__.Point
# expect:    1 tests in __main__.Stored.cached
# expect:    1 tests in __main__.context
# expect:    1 tests in __main__.dispatched
# expect:    1 tests in __main__.numbers
# expect: 8 tests in 26 items.
# expect: 8 passed and 0 failed.
# expect: Test passed.
