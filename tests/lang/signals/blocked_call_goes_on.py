# A sleep and a wait for a lock go on after a handler that raises nothing, until they are due
import os
import signal
import threading
import time

seen = []
signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
start = time.monotonic()
time.sleep(0.2)
print(time.monotonic() - start >= 0.2, seen == [signal.SIGUSR1])
# expect: True True
lock = threading.Lock()
lock.acquire()
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
print(lock.acquire(timeout=0.2), len(seen))
# expect: False 2
