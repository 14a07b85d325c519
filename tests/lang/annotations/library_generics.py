# Classes of the library that annotations put in brackets.
import collections
import collections.abc
import concurrent.futures
import functools
import os
import queue
import re
import types
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

for name in collections.abc.__all__:
    cls = getattr(collections.abc, name)
    try:
        print(cls[int, str] if cls is Mapping else cls[int], end=" ")
    except TypeError as error:
        print(type(error).__name__, end=" ")
print()
for cls in (collections.deque, collections.OrderedDict, collections.Counter, collections.ChainMap,
            queue.Queue, queue.PriorityQueue, functools.partial, functools.cached_property,
            re.Pattern, re.Match, os.PathLike, enumerate, type, frozenset):
    print(cls[int], end=" ")
print()

print(Callable[[int, str], bool], Callable[..., int], Callable[[], None])
print(Callable[[int, str], bool].__args__, Callable[[], int].__args__)
print(Callable[[int], str] == Callable[[int], str], Callable[[int], str] == Callable[[str], str])
for wrong in (int, (int, str), (int, str, float)):
    try:
        Callable[wrong]
    except TypeError as error:
        print(error)


def walk(step: Callable[[int], Iterator[str]],
         seen: Mapping[str, int] | None = None) -> Iterable[int]:
    return []


print(walk.__annotations__)


class Two(Sequence[int]):
    def __len__(self):
        return 2

    def __getitem__(self, k):
        return range(2)[k]


print(list(Two()), Two.__mro__[1].__name__, Two.__orig_bases__)


class Box:
    __class_getitem__ = classmethod(types.GenericAlias)


print(Box[int], Box[int, str].__args__, type(Box[int]()).__name__)
print(types.GenericAlias(list, (int,)))
print(isinstance((x for x in ()), Generator), issubclass(list, collections.abc.Awaitable))
for check in (isinstance, issubclass):
    try:
        check(int if check is issubclass else 1, list[int])
    except TypeError as error:
        print(error)
# expect: collections.abc.Awaitable[int] collections.abc.Coroutine[int] collections.abc.AsyncIterable[int] collections.abc.AsyncIterator[int] collections.abc.AsyncGenerator[int] TypeError collections.abc.Iterable[int] collections.abc.Iterator[int] collections.abc.Generator[int] collections.abc.Reversible[int] TypeError collections.abc.Container[int] TypeError collections.abc.Collection[int] collections.abc.Set[int] collections.abc.MutableSet[int] collections.abc.Mapping[int, str] collections.abc.MutableMapping[int] collections.abc.MappingView[int] collections.abc.KeysView[int] collections.abc.ItemsView[int] collections.abc.ValuesView[int] collections.abc.Sequence[int] collections.abc.MutableSequence[int] collections.abc.ByteString[int] 
# expect: collections.deque[int] collections.OrderedDict[int] collections.Counter[int] collections.ChainMap[int] queue.Queue[int] queue.PriorityQueue[int] functools.partial[int] functools.cached_property[int] re.Pattern[int] re.Match[int] os.PathLike[int] enumerate[int] type[int] frozenset[int] 
# expect: collections.abc.Callable[[int, str], bool] collections.abc.Callable[..., int] collections.abc.Callable[[], None]
# expect: (<class 'int'>, <class 'str'>, <class 'bool'>) (<class 'int'>,)
# expect: True False
# expect: Callable must be used as Callable[[arg, ...], result].
# expect: Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
# expect: Callable must be used as Callable[[arg, ...], result].
# expect: {'step': collections.abc.Callable[[int], collections.abc.Iterator[str]], 'seen': collections.abc.Mapping[str, int] | None, 'return': collections.abc.Iterable[int]}
# expect: [0, 1] Sequence (collections.abc.Sequence[int],)
# expect: __main__.Box[int] (<class 'int'>, <class 'str'>) Box
# expect: list[int]
# expect: True False
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass() argument 2 cannot be a parameterized generic
