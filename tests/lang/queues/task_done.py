# join waits for task_done
import queue, threading
q = queue.Queue()
out = []
def work():
    while True:
        x = q.get()
        if x is None:
            break
        out.append(x * 2)
        q.task_done()
t = threading.Thread(target=work)
t.start()
for k in range(4):
    q.put(k)
q.join()
q.put(None)
t.join()
print(out)
try:
    for _ in range(5):
        q.task_done()
except ValueError as e:
    print(e)
# expect: [0, 2, 4, 6]
# expect: task_done() called too many times
