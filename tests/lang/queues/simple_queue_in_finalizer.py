# put() of a SimpleQueue may come from a finalizer, in the middle of another call on the queue.
import itertools
import queue
import threading

q = queue.SimpleQueue()
numbers = itertools.count()
seen = []


class Circle:
    def __init__(self):
        self.me = self

    def __del__(self):
        q.put(next(numbers))


while not seen or seen[-1] < 20000:
    circle = Circle()
    q.put(next(numbers))
    del circle
    seen.append(q.get())
print(seen == list(range(len(seen))))  # expect: True
print(len(seen))  # expect: 20001

# Many threads at both ends, some of which give up in between.
q = queue.SimpleQueue()
ENDS, EACH = 3, 200
got = []
lock = threading.Lock()


def produce(first):
    for k in range(first, first + EACH):
        q.put(k)


def consume():
    mine = []
    while True:
        try:
            item = q.get(timeout=0.001)
        except queue.Empty:
            continue
        if item is None:
            break
        mine.append(item)
    with lock:
        got.extend(mine)


consumers = [threading.Thread(target=consume) for _ in range(ENDS)]
producers = [threading.Thread(target=produce, args=(k * EACH,)) for k in range(ENDS)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    q.put(None)
for thread in consumers:
    thread.join()
print(sorted(got) == list(range(ENDS * EACH)), q.qsize(), q.empty())  # expect: True 0 True

waiting = threading.Thread(target=lambda: print(q.get()))
waiting.start()
q.put("woken")
waiting.join()  # expect: woken
for call in (q.get_nowait, lambda: q.get(timeout=0), lambda: q.get(timeout=0.01)):
    try:
        call()
    except queue.Empty as error:
        print(type(error).__name__, error.__context__)
# expect: Empty None
# expect: Empty None
# expect: Empty None
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)  # expect: 'timeout' must be a non-negative number
