# abc and collections.abc.
import abc
from abc import ABC, abstractmethod
from collections.abc import (Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableMapping,
                             MutableSequence, Sequence, Set, Sized)


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass

    @property
    @abstractmethod
    def name(self):
        pass


class Half(Shape):
    def area(self):
        return 1


class Whole(Half):
    name = "whole"


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Whole().area(), isinstance(Whole(), Shape), issubclass(Half, Shape), sorted(Shape.__abstractmethods__))


class Other:
    pass


Shape.register(Other)
print(isinstance(Other(), Shape), issubclass(Other, Shape), issubclass(int, Shape))
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance("x", Iterable), isinstance(5, Hashable),
      isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance({1}, Set),
      isinstance(3, Sized), isinstance((), MutableSequence), isinstance({}, MutableMapping), isinstance((1,), Container))


class Squares(Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        if not 0 <= index < 4:
            raise IndexError(index)
        return index * index


s = Squares()
print(list(s), 9 in s, 5 in s, s.index(4), s.count(1), list(reversed(s)))


class Lower(MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


d = Lower()
d["A"] = 1
d.update({"B": 2}, C=3)
print(dict(d), d["a"], "b" in d, d.get("z", 0), d.pop("C"), list(d.items()), d.setdefault("Q", 9), d == {"a": 1, "b": 2, "q": 9})
print(list(d.keys()), list(d.values()), d.popitem(), len(d))
# expect: Can't instantiate abstract class Shape with abstract methods area, name
# expect: Can't instantiate abstract class Half with abstract method name
# expect: 1 True True ['area', 'name']
# expect: True True False
# expect: True True True True False True True True False False True True
# expect: [0, 1, 4, 9] True False 2 1 [9, 4, 1, 0]
# expect: {'a': 1, 'b': 2, 'c': 3} 1 True 0 3 [('a', 1), ('b', 2)] 9 True
# expect: ['a', 'b', 'q'] [1, 2, 9] ('a', 1) 2
