# A deque is a type of its own, no list, and says what it was given wrongly.
import copy
from collections import deque
from collections.abc import MutableSequence


def tried(make):
    try:
        return make()
    except Exception as error:
        return "%s: %s" % (type(error).__name__, str(error).replace("collections.", ""))


d = deque([1, 2, 3], maxlen=5)
print(isinstance(d, MutableSequence), isinstance(d, list), isinstance([], deque), type(d), deque.__module__, d.maxlen)
for wrong in (
    lambda: d.pop(1),
    lambda: d["a"],
    lambda: d[3],
    lambda: d + [1],
    lambda: [1] + d,
    lambda: d * "a",
    lambda: deque(1),
    lambda: deque([], -1),
    lambda: deque([], "a"),
    lambda: deque(1, 2, 3),
    lambda: d.rotate("a"),
    lambda: d.append(),
    lambda: d.index(9),
    lambda: d.index(1, 1),
    lambda: d.remove(9),
    lambda: d.insert("a", 1),
    lambda: d.extend(1),
    lambda: d.count(),
    lambda: d.__init__(foo=1),
    lambda: setattr(d, "maxlen", 3),
    lambda: setattr(d, "other", 3),
):
    print(tried(wrong))
print(d.__reduce__()[:3], d == [1, 2, 3], d.__eq__([1]), d != deque([1, 2]), d < deque([1, 3]))
print(iter(d).__length_hint__(), list(reversed(d)), next(iter(d)), bool(deque()), len(d))
print(tried(lambda: hash(d)).split(":")[0], deque("abc", 2), deque(maxlen=0), deque([None]))


class Counted(deque):
    def __init__(self, items=(), maxlen=None):
        super().__init__(items, maxlen)
        self.made = True


c = Counted("ab")
c.x = 1
for made in (c.copy(), copy.copy(c), c + deque("c"), c * 2):
    print(type(made).__name__, made, made.made)
nested = deque([[1], deque([2])], maxlen=3)
deep = copy.deepcopy(nested)
nested[0].append(9)
print(deep, nested, copy.copy(nested)[0] is nested[0], deep.maxlen)

d = deque(range(10))
for n in (3, -4, 25, 0, -1):
    d.rotate(n)
    print(list(d))
for at in (0, 3, 8, -1, 50, -50):
    d.insert(at, "i")
print(list(d))
for at in (0, -1, 3, 7):
    del d[at]
d.reverse()
print(list(d), d.count("i"), d.index("i", 2), 4 in d, "z" in d)
d *= 2
d += "xy"
d.extend(d)
d.extendleft(range(3))
print(len(d), list(d)[:5], list(d)[-3:])
b = deque(range(3), 4)
b *= 3
print(b, b * 0, 2 * deque([1], 1))
b.appendleft("l")
b.append("r")
print(b, b.pop(), b.popleft(), len(b))

big = deque()
for i in range(5000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
    if i % 7 == 0:
        big.appendleft(-i)
print(len(big), big[0], big[-1], big[len(big) // 2], sum(big))
while len(big) > 3:
    big.pop()
    if big:
        big.popleft()
print(big)


class Odd:
    def __eq__(self, other):
        watched.append(1)
        return False


watched = deque([Odd(), Odd()])
for search in (watched.count, watched.index, watched.remove, watched.__contains__):
    print(tried(lambda: search(3)))
it = iter(deque([1, 2]))
print(next(it), next(it), next(it, "end"), next(it, "end"))
d = deque([1, 2, 3])
it = iter(d)
next(it)
d.append(4)
print(tried(lambda: next(it)), tried(lambda: next(it)))
d = deque()
d.append(d)
print(d, deque([d]))
# expect: True False False <class 'collections.deque'> collections 5
# expect: TypeError: deque.pop() takes no arguments (1 given)
# expect: TypeError: sequence index must be integer, not 'str'
# expect: IndexError: deque index out of range
# expect: TypeError: can only concatenate deque (not "list") to deque
# expect: TypeError: can only concatenate list (not "deque") to list
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: maxlen must be non-negative
# expect: TypeError: an integer is required
# expect: TypeError: deque() takes at most 2 arguments (3 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: deque.append() takes exactly one argument (0 given)
# expect: ValueError: 9 is not in deque
# expect: ValueError: 1 is not in deque
# expect: ValueError: 9 is not in deque
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: deque.count() takes exactly one argument (0 given)
# expect: TypeError: 'foo' is an invalid keyword argument for deque()
# expect: AttributeError: attribute 'maxlen' of 'deque' objects is not writable
# expect: AttributeError: 'deque' object has no attribute 'other'
# expect: (<class 'collections.deque'>, ((), 5), None) False NotImplemented True True
# expect: 3 [3, 2, 1] 1 False 3
# expect: TypeError deque(['b', 'c'], maxlen=2) deque([], maxlen=0) deque([None])
# expect: Counted Counted(['a', 'b']) True
# expect: Counted Counted(['a', 'b']) True
# expect: Counted Counted(['a', 'b', 'c']) True
# expect: Counted Counted(['a', 'b', 'a', 'b']) True
# expect: deque([[1], deque([2])], maxlen=3) deque([[1, 9], deque([2])], maxlen=3) True 3
# expect: [7, 8, 9, 0, 1, 2, 3, 4, 5, 6]
# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
# expect: [6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
# expect: [6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
# expect: [7, 8, 9, 0, 1, 2, 3, 4, 5, 6]
# expect: ['i', 'i', 7, 8, 'i', 9, 0, 1, 2, 'i', 3, 4, 5, 'i', 6, 'i']
# expect: [6, 'i', 5, 4, 3, 2, 1, 0, 9, 8, 7, 'i'] 2 11 True False
# expect: 55 [2, 1, 0, 6, 'i'] ['i', 'x', 'y']
# expect: deque([2, 0, 1, 2], maxlen=4) deque([], maxlen=4) deque([1], maxlen=1)
# expect: deque([0, 1], maxlen=4) r 2 2
# expect: 4048 -4998 4999 2976 12038874
# expect: deque([2975, 2976])
# expect: RuntimeError: deque mutated during iteration
# expect: RuntimeError: deque mutated during iteration
# expect: IndexError: deque mutated during iteration
# expect: RuntimeError: deque mutated during iteration
# expect: 1 2 end end
# expect: RuntimeError: deque mutated during iteration RuntimeError: deque mutated during iteration
# expect: deque([[...]]) deque([deque([[...]])])
