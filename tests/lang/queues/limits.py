# full and empty queues
import queue
q = queue.Queue(maxsize=1)
q.put(1)
print(q.full())
for f in (lambda: q.put(2, block=False), lambda: q.put(2, timeout=0.001), lambda: (q.get(), q.get_nowait()), lambda: q.get(timeout=0.001)):
    try:
        f()
    except (queue.Full, queue.Empty) as e:
        print(type(e).__name__)
# expect: True
# expect: Full
# expect: Full
# expect: Empty
# expect: Empty
