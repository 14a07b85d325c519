# Threads that start threads, hundreds in all.
import threading

count = 0
lock = threading.Lock()


def spawn(depth):
    global count
    with lock:
        count += 1
    if depth:
        children = [threading.Thread(target=spawn, args=(depth - 1,)) for _ in range(3)]
        for t in children:
            t.start()
        for t in children:
            t.join()


spawn(4)
print(count, threading.active_count())  # expect: 121 1
