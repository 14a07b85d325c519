# join waits until each item that was put has been marked as done.
import queue
import threading

q = queue.Queue()
done = []


def work():
    while True:
        item = q.get()
        try:
            if item is None:
                return
            done.append(item * 2)
        finally:
            q.task_done()


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for i in range(20):
    q.put(i)
q.join()
print(sorted(done) == [2 * i for i in range(20)], q.unfinished_tasks)  # expect: True 0
for _ in threads:
    q.put(None)
for t in threads:
    t.join()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)  # expect: task_done() called too many times
