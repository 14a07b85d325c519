# heapq
import heapq
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 2)
print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, "hello"), list(heapq.merge([1, 4], [2, 3])), heapq.heappushpop([3], 1), heapq.heapreplace([3], 9))
# expect: [1, 2, 4, 5] [5, 3] ['e', 'h'] [1, 2, 3, 4] 1 3
