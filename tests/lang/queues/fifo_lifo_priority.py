# the three kinds of queues
import queue
for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for x in (3, 1, 2):
        q.put(x)
    print(kind.__name__, [q.get() for _ in range(3)], q.empty(), q.qsize())
# expect: Queue [3, 1, 2] True 0
# expect: LifoQueue [2, 1, 3] True 0
# expect: PriorityQueue [1, 2, 3] True 0
