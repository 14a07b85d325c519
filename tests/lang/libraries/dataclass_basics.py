# dataclasses.
from dataclasses import (FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass,
                         make_dataclass, replace)
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    kind: ClassVar[str] = "point"

    def moved(self, dx):
        return replace(self, x=self.x + dx)


p = Point(1)
print(p, p == Point(1, 0, []), p != Point(2), p.moved(5), Point(3, tags=["a"]))
print([f.name for f in fields(Point)], asdict(p), astuple(p), is_dataclass(p), is_dataclass(int))
Point(1).tags.append("own")
print(Point(1).tags, Point.kind, Point.__match_args__)
for bad in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(z=1), lambda: hash(p), lambda: p < p):
    try:
        bad()
    except TypeError as error:
        print(error)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)


a, b = Version(1, 2, "x"), Version(1, 3)
print(a < b, max(a, b), hash(a) == hash(Version(1, 2)), a == Version(1, 2, "y"), sorted([b, a]))
try:
    a.major = 5
except FrozenInstanceError as error:
    print(error)
try:
    del a.major
except AttributeError as error:
    print(error)


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Child(Base):
    c: Optional[float] = None
    total: int = field(init=False)

    def __post_init__(self):
        self.total = self.a * 2


print(Child(2), Child(1, "z", 1.5).total, Child(a=1) == Child(a=1))
try:
    @dataclass
    class Wrong:
        x: int = 1
        y: int
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        x: list = []
except ValueError as error:
    print(error)


@dataclass(slots=True)
class Small:
    a: int
    b: int = 2


s = Small(1)
print(s, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as error:
    print(error)


@dataclass(kw_only=True)
class Named:
    a: int
    b: int = 3


print(Named(a=1))
try:
    Named(1)
except TypeError as error:
    print(error)
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5))])
print(Made(1), asdict(Child(3, c=[Point(1)])))
# expect: Point(x=1, y=0, tags=[]) True True Point(x=6, y=0, tags=[]) Point(x=3, y=0, tags=['a'])
# expect: ['x', 'y', 'tags'] {'x': 1, 'y': 0, 'tags': []} (1, 0, []) True False
# expect: [] point ('x', 'y', 'tags')
# expect: Point.__init__() missing 1 required positional argument: 'x'
# expect: Point.__init__() takes from 2 to 4 positional arguments but 5 were given
# expect: Point.__init__() got an unexpected keyword argument 'z'
# expect: unhashable type: 'Point'
# expect: '<' not supported between instances of 'Point' and 'Point'
# expect: True Version(major=1, minor=3) True True [Version(major=1, minor=2), Version(major=1, minor=3)]
# expect: cannot assign to field 'major'
# expect: cannot delete field 'major'
# expect: Child(a=2, b='b', c=None, total=4) 2 True
# expect: non-default argument 'y' follows default argument
# expect: mutable default <class 'list'> for field x is not allowed: use default_factory
# expect: Small(a=1, b=2) False
# expect: 'Small' object has no attribute 'c'
# expect: Named(a=1, b=3)
# expect: Named.__init__() takes 1 positional argument but 2 were given
# expect: Made(x=1, y=5) {'a': 3, 'b': 'b', 'c': [{'x': 1, 'y': 0, 'tags': []}], 'total': 6}
