# copy and deepcopy.
import copy


class Point:
    def __init__(self, x, items):
        self.x = x
        self.items = items


class Slotted:
    __slots__ = ("a", "b")


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", type(memo) is dict


class Many(list):
    pass


p = Point(1, [1, [2]])
q, r = copy.copy(p), copy.deepcopy(p)
p.items[1].append(3)
print(q.items is p.items, r.items, type(r) is Point, r is p)
nested = {"a": [1, (2, [3])], 5: {1, 2}}
deep = copy.deepcopy(nested)
nested["a"][1][1].append(4)
print(deep, copy.copy(nested) == nested)
loop = [1]
loop.append(loop)
other = copy.deepcopy(loop)
print(other[1] is other, other is loop)
fixed = (1, "two", (3, 4.5))
print(copy.deepcopy(fixed) is fixed, copy.copy(fixed) is fixed, copy.copy(5), copy.copy(print) is print)
s = Slotted()
s.a = [1]
t, u = copy.copy(s), copy.deepcopy(s)
print(t.a is s.a, u.a is s.a, u.a, hasattr(u, "b"))
print(copy.copy(Own()), copy.deepcopy(Own()))
many = Many([1, [2]])
many.extra = "kept"
more = copy.deepcopy(many)
print(more, type(more).__name__, more.extra, more[1] is many[1], copy.copy(many).extra)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
print(copy.copy(bytearray(b"xy")), copy.deepcopy(frozenset([1, 2])) == {1, 2}, copy.copy({1, 2}))
# expect: True [1, [2]] True False
# expect: {'a': [1, (2, [3])], 5: {1, 2}} True
# expect: True False
# expect: True True 5 True
# expect: True False [1] False
# expect: copied ('deep', True)
# expect: [1, [2]] Many kept False kept
# expect: True False
# expect: bytearray(b'xy') True {1, 2}
