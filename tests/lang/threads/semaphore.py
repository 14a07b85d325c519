# A semaphore counts; a bounded one refuses to be released too often.
import threading

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.02))
# expect: True True False False
s.release()
print(s.acquire(blocking=False))  # expect: True
s.release(2)
inside = 0
most = 0
lock = threading.Lock()


def visit():
    global inside, most
    with s:
        with lock:
            inside += 1
            most = max(most, inside)
        with lock:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(inside, 1 <= most <= 2)  # expect: 0 True
b = threading.BoundedSemaphore(1)
with b:
    pass
for wrong in (b.release, lambda: threading.Semaphore(-1), lambda: s.release(0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
        # expect: Semaphore released too many times
        # expect: semaphore initial value must be >= 0
        # expect: n must be one or more
