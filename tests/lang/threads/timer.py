# A timer calls its function later, unless it is cancelled first.
import threading
import time

called = []
t = threading.Timer(0.03, lambda *a, **k: called.append((a, k)), args=[1], kwargs={"x": 2})
start = time.monotonic()
t.start()
cancelled = threading.Timer(10, called.append, args=["never"])
cancelled.start()
cancelled.cancel()
t.join()
cancelled.join()
print(called, 0.03 <= time.monotonic() - start < 5)  # expect: [((1,), {'x': 2})] True
print(t.finished.is_set(), cancelled.is_alive())  # expect: True False
