# The module string, warnings, typing names and __future__.
from __future__ import annotations, division, print_function

import string
import typing
import warnings
from typing import Any, Callable, Dict, Generic, List, NamedTuple, Optional, Tuple, TypeVar, Union

print(string.ascii_lowercase, string.digits, string.punctuation, len(string.printable), string.capwords("ab  cd ef"))
t = string.Template("$who owes ${what}s $$5")
print(t.substitute(who="Ann", what="apple"), t.safe_substitute(who="Bob"))
for bad in (lambda: t.substitute(who=1), lambda: string.Template("x $").substitute()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(string.Formatter().format("{0:>5}|{a}", 3, a="z"))
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


def f(a: List[int], b: Optional[Dict[str, Any]] = None) -> Union[int, str]:
    x: Tuple[int, ...] = (1, 2)
    return len(a) + len(x)


print(f([1]), Box(3).item, Box[int](4).item, T)
print(List[int], Dict[str, int], Optional[int], Union[int, None, str], Callable[[int], str], Any, Tuple[int, ...])


class Pair(NamedTuple):
    a: int
    b: str = "x"

    def both(self):
        return self.a, self.b


print(Pair(1), Pair(2, "y").both(), Pair._fields, typing.cast(int, "7"), typing.TYPE_CHECKING)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("careful")
    warnings.warn("old", DeprecationWarning)
print([(str(w.message), w.category.__name__) for w in caught])
warnings.filterwarnings("error")
try:
    warnings.warn("now an error")
except UserWarning as error:
    print("raised", error)
warnings.simplefilter("ignore")
warnings.warn("not seen")
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ 100 Ab Cd Ef
# expect: Ann owes apples $5 Bob owes ${what}s $5
# expect: KeyError 'what'
# expect: ValueError Invalid placeholder in string: line 1, col 3
# expect:     3|z
# expect: 3 3 4 ~T
# expect: typing.List[int] typing.Dict[str, int] typing.Optional[int] typing.Union[int, NoneType, str] typing.Callable[[int], str] typing.Any typing.Tuple[int, ...]
# expect: Pair(a=1, b='x') (2, 'y') ('a', 'b') 7 False
# expect: [('careful', 'UserWarning'), ('old', 'DeprecationWarning')]
# expect: raised now an error
