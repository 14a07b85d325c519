# A deque grows and shrinks at both ends and can be bounded.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 2 in d, list(d))
# expect: deque([1, 2, 3]) 4 0 3 1 3 True [1, 2, 3]
d.extend([7, 8])
d.extendleft([9, 10])
print(d, d.index(7), d.count(2))  # expect: deque([10, 9, 1, 2, 3, 7, 8]) 5 1
d.rotate(2)
print(d)  # expect: deque([7, 8, 10, 9, 1, 2, 3])
d.rotate(-3)
print(d, list(reversed(d)))  # expect: deque([9, 1, 2, 3, 7, 8, 10]) [10, 8, 7, 3, 2, 1, 9]
d.remove(9)
d[0] = "x"
del d[1]
d.insert(1, "i")
print(d, d == deque(["x"]), d == list(d), d.copy() == d)
# expect: deque(['x', 'i', 3, 7, 8, 10]) False False True
print(deque("ab") + deque("c"), deque("ab") * 2)
# expect: deque(['a', 'b', 'c']) deque(['a', 'b', 'a', 'b'])
b = deque(maxlen=3)
for i in range(5):
    b.append(i)
print(b, b.maxlen, deque(range(5), 2), bool(deque()))
# expect: deque([2, 3, 4], maxlen=3) 3 deque([3, 4], maxlen=2) False
b.appendleft(9)
print(b, deque([1]) < deque([2]))  # expect: deque([9, 2, 3], maxlen=3) True
d.clear()
for wrong in (
    d.pop,
    d.popleft,
    lambda: d[0],
    lambda: d.remove(5),
    lambda: b.insert(0, 1),
    lambda: b[0:1],
):
    try:
        wrong()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: IndexError pop from an empty deque
        # expect: IndexError pop from an empty deque
        # expect: IndexError deque index out of range
        # expect: ValueError 5 is not in deque
        # expect: IndexError deque already at its maximum size
        # expect: TypeError sequence index must be integer, not 'slice'
