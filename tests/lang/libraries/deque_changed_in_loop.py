# A deque that changes while it is iterated over is an error
from collections import deque

d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error, len(d))  # expect: deque mutated during iteration 4
print([x * 2 for x in d], list(d), sum(d), 3 in d)  # expect: [2, 4, 6, 2] [1, 2, 3, 1] 7 True
