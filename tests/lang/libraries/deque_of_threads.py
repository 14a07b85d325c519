# Threads that add to and take from one deque at both ends lose nothing and see nothing twice.
import itertools
import threading
from collections import Counter, deque

EACH = 400
shared = deque()
taken = [[] for _ in range(4)]
numbers = itertools.count()
drawn = [[] for _ in range(4)]
bounded = deque(maxlen=5)


def work(k):
    for i in range(EACH):
        if k % 2:
            shared.append((k, i))
        else:
            shared.appendleft((k, i))
        drawn[k].append(next(numbers))
        bounded.append(i)
        bounded.rotate(1)
        try:
            taken[k].append(shared.popleft() if i % 2 else shared.pop())
        except IndexError:
            pass


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
all_taken = [item for part in taken for item in part] + list(shared)
print(len(all_taken), len(set(all_taken)), len(bounded), bounded.maxlen)
print(sorted(n for part in drawn for n in part) == list(range(4 * EACH)))

chained = itertools.chain.from_iterable([range(50)] * 8)
rows = itertools.product(range(10), repeat=2)
seen = [[] for _ in range(4)]
seen_rows = [[] for _ in range(4)]


def draw(k):
    for item in chained:
        seen[k].append(item)
    for row in rows:
        seen_rows[k].append(row)


threads = [threading.Thread(target=draw, args=(k,)) for k in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
every_row = sorted(row for part in seen_rows for row in part)
print(every_row == list(itertools.product(range(10), repeat=2)))
# expect: 1600 1600 5 5
# expect: True
# expect: True
