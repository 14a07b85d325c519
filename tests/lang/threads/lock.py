# A lock is held by one thread; anyone may release it.
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
# expect: True True False False
print(lock.acquire(timeout=0.02), lock.acquire(True, 0.01))  # expect: False False
lock.release()
print(lock.locked())  # expect: False
with lock:
    print(lock.locked())  # expect: True
print(lock.locked())  # expect: False
for wrong in (lock.release, lambda: lock.acquire(False, 1)):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: RuntimeError release unlocked lock
        # expect: ValueError can't specify a timeout for a non-blocking call
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
t.join()
print(lock.locked())  # expect: False
count = 0


def add():
    global count
    for _ in range(500):
        with lock:
            old = count
            count = old + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)  # expect: 2000
