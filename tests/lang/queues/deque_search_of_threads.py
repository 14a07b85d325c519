# Searching a deque of plain objects is one step: no other thread comes in between.
import threading
from collections import deque

EACH, THREADS = 150, 4
shared = deque([object() for _ in range(20)])
stays = object()
shared.append(stays)
failures = []


def work():
    try:
        for _ in range(EACH):
            mine = object()
            shared.append(mine)
            if shared.count(mine) != 1 or mine not in shared or stays not in shared:
                failures.append("lost")
            if shared.index(stays) < 0:
                failures.append("index")
            shared.remove(mine)
            if mine in shared:
                failures.append("still there")
    except (IndexError, RuntimeError, ValueError) as error:
        failures.append(repr(error))


threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failures, len(shared))  # expect: [] 21


# A change by the comparison itself is noticed.
class Changes:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        d.append(0)
        return self.answer


for answer in (False, True):
    for name in ("index", "count", "remove", "__contains__"):
        d = deque([1, Changes(answer), 3])
        try:
            print(name, getattr(d, name)(9))
        except (RuntimeError, IndexError, ValueError) as error:
            print(name, type(error).__name__, error)
# expect: index RuntimeError deque mutated during iteration
# expect: count RuntimeError deque mutated during iteration
# expect: remove IndexError deque mutated during iteration
# expect: __contains__ RuntimeError deque mutated during iteration
# expect: index 1
# expect: count RuntimeError deque mutated during iteration
# expect: remove IndexError deque mutated during iteration
# expect: __contains__ True
