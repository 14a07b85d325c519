# wait gives the lock up until notify; wait_for waits for a predicate.
import threading

condition = threading.Condition()
items = []
seen = []


def consume(n):
    with condition:
        condition.wait_for(lambda: items)
        seen.append((n, items.pop(0)))


threads = [threading.Thread(target=consume, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for i in range(3):
    with condition:
        items.append(i)
        condition.notify()
for t in threads:
    t.join()
print(sorted(n for n, i in seen), sorted(i for n, i in seen))  # expect: [0, 1, 2] [0, 1, 2]
with condition:
    print(condition.wait(0.02), condition.wait_for(lambda: False, timeout=0.02))
    # expect: False False
    print(condition.wait_for(lambda: "ready"))  # expect: ready
for wrong in (condition.wait, condition.notify, condition.notify_all):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
        # expect: cannot wait on un-acquired lock
        # expect: cannot notify on un-acquired lock
        # expect: cannot notify on un-acquired lock
