# Fields of named tuples are read natively, wherever the class or its bases change meanwhile.
from collections import namedtuple

P = namedtuple("P", "x y")


class Point(P):
    def __init__(self, *args):
        self.z = 3


def read(p):
    return p.x


p, q = P(1, 2), Point(4, 5)
for _ in range(3):
    print(read(p), read(q), q.y, q.z, end="; ")
print(P.x, P.x.__doc__)
P.y.__doc__ = "the other"
print(P.y.__doc__, P.x.__get__(p), P.x.__get__(None, P) is P.x)
for wrong in (
    lambda: setattr(p, "x", 1),
    lambda: delattr(p, "x"),
    lambda: setattr(p, "w", 1),
    lambda: P.y.__get__(3),
    lambda: read(tuple.__new__(Point, ())),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
P.x = 7
print(read(p), read(q))
P.x = property(lambda self: self[1])
print(read(p), read(q))
Point.x = "own"
print(read(p), read(q))
Q = namedtuple("Q", "y x")
print([read(v) for v in (p, q, Q(8, 9), Q(x=1, y=2))])


class Plain:
    x = "plain"


class Slot:
    def __init__(self):
        self.x = "slot"


print([read(v) for v in (Plain(), Q(8, 9), Slot(), p, Slot(), Q(1, 2))])
# expect: 1 4 5 3; 1 4 5 3; 1 4 5 3; _tuplegetter(0, 'Alias for field number 0') Alias for field number 0
# expect: the other 1 True
# expect: AttributeError can't set attribute
# expect: AttributeError can't delete attribute
# expect: AttributeError 'P' object has no attribute 'w'
# expect: TypeError descriptor for index '1' for tuple subclasses doesn't apply to 'int' object
# expect: IndexError tuple index out of range
# expect: 7 7
# expect: 2 5
# expect: 2 own
# expect: [2, 'own', 9, 1]
# expect: ['plain', 9, 'slot', 2, 'slot', 2]
