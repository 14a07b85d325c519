# Threads that only compute do not keep another one from running, on however many cores.
import threading
import time

running = True
ready = []


def burn():
    ready.append(True)
    while running:
        pass


threads = [threading.Thread(target=burn) for _ in range(3)]
for t in threads:
    t.start()
for _ in range(3):
    time.sleep(0.0001)
running = False
for t in threads:
    t.join()
print(len(ready))  # expect: 3
