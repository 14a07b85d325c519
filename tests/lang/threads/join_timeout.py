# join with a timeout gives up; is_alive tells whether it did.
import threading
import time

go = threading.Event()
t = threading.Thread(target=go.wait)
t.start()
start = time.monotonic()
print(t.join(0.05), t.is_alive(), time.monotonic() - start >= 0.05)  # expect: None True True
t.join(0)
print(t.is_alive())  # expect: True
go.set()
t.join(10)
print(t.is_alive())  # expect: False
