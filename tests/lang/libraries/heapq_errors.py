# heapq refuses what is no list and gives equal items in CPython's order
import heapq


class Item:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def __lt__(self, other):
        return self.rank < other.rank


for call in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(3),
             lambda: heapq.heapreplace([], 1)):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
heap = []
for k, rank in enumerate([3, 1, 2, 1, 3, 2, 1]):
    heapq.heappush(heap, Item(rank, k))
print([heapq.heappop(heap).name for _ in range(7)])
print(heapq.heappushpop([], 4), heapq.heappushpop([2, 5], 3), heapq.heapreplace([2, 5], 9))
# expect: IndexError index out of range
# expect: TypeError heappush() argument 1 must be list, not tuple
# expect: TypeError heapify() argument must be list, not int
# expect: IndexError index out of range
# expect: [1, 6, 3, 5, 2, 0, 4]
# expect: 4 2 2
