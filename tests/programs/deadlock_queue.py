# Consumers that wait for items nobody puts, while the main thread waits for them at the end.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
import queue
import threading

items = queue.Queue()


def consume():
    while True:
        items.get()
        items.task_done()


for _ in range(3):
    threading.Thread(target=consume).start()
for i in range(10):
    items.put(i)
items.join()
print("all consumed")
# expect: all consumed
