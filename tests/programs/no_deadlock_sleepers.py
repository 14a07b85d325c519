# Threads that only sleep, or wait with a time limit, are not in a deadlock.
import threading
import time

lock = threading.Lock()
lock.acquire()
event = threading.Event()
results = []


def patient():
    results.append(lock.acquire(timeout=0.2))


def watcher():
    results.append(event.wait(0.2))


def sleeper():
    time.sleep(0.1)
    lock.release()


threads = [threading.Thread(target=f) for f in (patient, watcher, sleeper)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))  # expect: [False, True]
