# deque: repr of one that holds itself, repetition in place with maxlen, what index() says
from collections import deque

ring = deque([1])
ring.append(ring)
print(ring)
last = deque([1, 2, 3], maxlen=4)
last *= 2
print(last)
try:
    last.index(9)
except ValueError as error:
    print(error)
# expect: deque([1, [...]])
# expect: deque([3, 1, 2, 3], maxlen=4)
# expect: 9 is not in deque
