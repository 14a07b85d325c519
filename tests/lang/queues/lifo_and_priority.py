# The other kinds of queue.
import queue

s = queue.LifoQueue()
p = queue.PriorityQueue()
for i in (3, 1, 4, 1, 5, 9, 2, 6):
    s.put(i)
    p.put((i, "item %d" % i))
print([s.get() for _ in range(8)], s.empty())  # expect: [6, 2, 9, 5, 1, 4, 1, 3] True
print([p.get()[0] for _ in range(8)], p.qsize())  # expect: [1, 1, 2, 3, 4, 5, 6, 9] 0
p = queue.PriorityQueue(2)
p.put("b")
p.put("a")
try:
    p.put_nowait("c")
except queue.Full:
    print("full", p.get(), p.get())  # expect: full a b
q = queue.SimpleQueue()
q.put(1)
q.put(2)
print(q.qsize(), q.get(), q.get_nowait(), q.empty())  # expect: 2 1 2 True
try:
    q.get(timeout=0.02)
except queue.Empty:
    print("empty")  # expect: empty
print(issubclass(queue.LifoQueue, queue.Queue), issubclass(queue.Empty, Exception))
# expect: True True
