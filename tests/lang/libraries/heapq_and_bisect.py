# Heaps in lists, and insertion into sorted lists.
import heapq
from bisect import bisect, bisect_left, bisect_right, insort

heap = [5, 3, 8, 1, 9, 2]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heap)  # expect: [2, 3, 8, 5, 9] 1 [2, 3, 8, 5, 9]
heapq.heappush(heap, 0)
print(heap, heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 7), heap)
# expect: [3, 5, 4, 7, 9, 8] 0 2 [3, 5, 4, 7, 9, 8]
print([heapq.heappop(heap) for _ in range(len(heap))])  # expect: [3, 4, 5, 7, 8, 9]
print(heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, "cab"))  # expect: [3, 2] ['a', 'b']
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("b", "aA", key=str.lower)))
# expect: [1, 2, 3, 4] ['a', 'A', 'b']
print(list(heapq.merge([5, 1], [4], reverse=True)))  # expect: [5, 4, 1]


class Task:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank


tasks = []
for i, rank in enumerate([2, 1, 2, 1, 1, 2, 1]):
    heapq.heappush(tasks, Task(rank, "t%d" % i))
print([heapq.heappop(tasks).name for _ in range(7)])
# expect: ['t1', 't6', 't3', 't4', 't5', 't0', 't2']
a = [1, 3, 3, 5]
print(bisect_left(a, 3), bisect_right(a, 3), bisect(a, 9), bisect(a, 0), bisect_left(a, 4, 1, 3))
# expect: 1 3 4 0 3
insort(a, 4)
print(a, bisect([(1, "a"), (3, "b")], 2, key=lambda t: t[0]))  # expect: [1, 3, 3, 4, 5] 1
