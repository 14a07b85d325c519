# Classes of metaclasses: abstract ones, calls, type() with three arguments.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    def __init__(self, size):
        self.size = size

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self):
        """A name."""


class Square(Shape):
    name = "square"

    def area(self):
        return self.size ** 2


print(Square(3).area(), Square(4).name)
for cls in (Shape, type("Half", (Shape,), {"name": "half"}), ABC.__class__("Made", (Shape,), {})):
    try:
        cls(1)
    except TypeError as error:
        print(error)
print(type(type("Half", (Shape,), {})).__name__, isinstance(Square(1), Shape))


class Tag(type):
    def __new__(meta, name, bases, names, **kwargs):
        print("made", name, sorted(kwargs))
        return super().__new__(meta, name, bases, names)

    def __init__(cls, name, bases, names, **kwargs):
        super().__init__(name, bases, names)


class Base(metaclass=Tag):
    def __init__(self, n):
        self.n = n


Derived = type("Derived", (Base,), {"x": 1})
print(type(Derived).__name__, Derived(2).n, Derived.x)
Derived = type("Derived", (Base,), {}, option=1)
made = [Derived(k).n for k in range(3)]
Tag.__call__ = lambda cls, *args: ("called", cls.__name__, args)
print(made, Derived(7), Base(8))
del Tag.__call__
print(Derived(7).n, Base(8).n)
Shape.__abstractmethods__ = frozenset()
print(Shape(5).size)
# expect: 9 square
# expect: Can't instantiate abstract class Shape with abstract methods area, name
# expect: Can't instantiate abstract class Half with abstract method area
# expect: Can't instantiate abstract class Made with abstract methods area, name
# expect: ABCMeta True
# expect: made Base []
# expect: made Derived []
# expect: Tag 2 1
# expect: made Derived ['option']
# expect: [0, 1, 2] ('called', 'Derived', (7,)) ('called', 'Base', (8,))
# expect: 7 8
# expect: 5
