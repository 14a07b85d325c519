# A tuple whose items have names.
from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), Point._fields, p._replace(x=9), p._asdict(), Point._make([5, 6]))
# expect: Point(x=1, y=2) 1 2 True ('x', 'y') Point(x=9, y=2) {'x': 1, 'y': 2} Point(x=5, y=6)
x, y = p
print(x, y, len(p), hash(p) == hash((1, 2)), isinstance(p, tuple))  # expect: 1 2 2 True True
print(sorted([Point(2, 0), Point(1, 5)]))  # expect: [Point(x=1, y=5), Point(x=2, y=0)]
Q = namedtuple("Q", ["a", "b", "c"], defaults=[0, None])
print(Q(1), Q(1, c=3), Q._field_defaults, namedtuple("R", "a def a", rename=True)._fields)
# expect: Q(a=1, b=0, c=None) Q(a=1, b=0, c=3) {'b': 0, 'c': None} ('a', '_1', '_2')


class Rich(Point):
    def norm(self):
        return self.x * self.x + self.y * self.y


print(Rich(3, 4).norm(), Rich(3, 4))  # expect: 25 Rich(x=3, y=4)
for wrong in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=2),
    lambda: Q(),
    lambda: namedtuple("T", "a a"),
    lambda: namedtuple("T", "class"),
    lambda: namedtuple("T", "_x"),
    lambda: Point._make([1]),
):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: TypeError Point.__new__() missing 1 required positional argument: 'y'
        # expect: TypeError Point.__new__() takes 3 positional arguments but 4 were given
        # expect: TypeError Point.__new__() got an unexpected keyword argument 'z'
        # expect: TypeError Q.__new__() missing 1 required positional argument: 'a'
        # expect: ValueError Encountered duplicate field name: 'a'
        # expect: ValueError Type names and field names cannot be a keyword: 'class'
        # expect: ValueError Field names cannot start with an underscore: '_x'
        # expect: TypeError Expected 2 arguments, got 1
try:
    p.x = 5
except AttributeError:
    print("read-only")  # expect: read-only
