# collections.deque
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.pop(), d.popleft(), list(d))
d.rotate(1); d.extend("ab"); d.extendleft("xy")
print(d, d[0], len(d), "a" in d, d.count("a"), d.maxlen, list(reversed(d)))
try:
    deque().pop()
except IndexError as e:
    print(e)
# expect: deque([2, 3], maxlen=4) 4 0 [2, 3]
# expect: deque(['y', 'x', 3, 2], maxlen=4) y 4 False 0 4 [2, 3, 'x', 'y']
# expect: pop from an empty deque
