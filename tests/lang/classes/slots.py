# A class with __slots__ has no dictionary; other names are refused.
class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


class Q(P):
    __slots__ = ["z"]


p = P(1)
q = Q(2)
q.z = 3
print(p.x, q.x, q.z, hasattr(p, "__dict__"), hasattr(p, "y"))  # expect: 1 2 3 False False
try:
    p.other = 1
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'other'
try:
    p.y
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'y'
p.y = 7
del p.x
print(p.y, hasattr(p, "x"))  # expect: 7 False


class Open(P):
    pass


o = Open(1)
o.anything = 2
print(o.__dict__)  # expect: {'anything': 2}
