# put waits while a bounded queue is full, get while it is empty; both can give up.
import queue
import threading

q = queue.Queue(maxsize=2)
q.put("a")
q.put("b")
print(q.full(), q.maxsize)  # expect: True 2
for wrong in (
    lambda: q.put("c", block=False),
    lambda: q.put_nowait("c"),
    lambda: q.put("c", timeout=0.02),
    lambda: queue.Queue().get(False),
    lambda: queue.Queue().get_nowait(),
    lambda: queue.Queue().get(timeout=0.02),
    lambda: queue.Queue().get(timeout=-1),
    lambda: q.put("c", timeout=-1),
):
    try:
        wrong()
    except (queue.Full, queue.Empty) as error:
        print(type(error).__name__, error.args)
        # expect: Full ()
        # expect: Full ()
        # expect: Full ()
        # expect: Empty ()
        # expect: Empty ()
        # expect: Empty ()
    except ValueError as error:
        print(error)
        # expect: 'timeout' must be a non-negative number
        # expect: 'timeout' must be a non-negative number
order = []


def produce():
    for i in range(5):
        q.put(i)
    order.append("produced")


t = threading.Thread(target=produce)
t.start()
print([q.get() for _ in range(7)])  # expect: ['a', 'b', 0, 1, 2, 3, 4]
t.join()
print(order, q.empty())  # expect: ['produced'] True
