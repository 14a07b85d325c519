# A queue gives items back in their order, between threads too.
import queue
import threading

q = queue.Queue()
for i in range(3):
    q.put(i)
print(q.qsize(), q.empty(), q.full(), [q.get() for _ in range(3)], q.empty())
# expect: 3 False False [0, 1, 2] True
got = []


def consume():
    while True:
        item = q.get()
        if item is None:
            return
        got.append(item)


t = threading.Thread(target=consume)
t.start()
for i in range(100):
    q.put(i)
q.put(None)
t.join()
print(got == list(range(100)))  # expect: True
