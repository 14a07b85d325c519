# locks and what they refuse
import threading
l = threading.Lock()
print(l.acquire(), l.acquire(blocking=False), l.locked(), l.acquire(timeout=0.001))
l.release()
try:
    l.release()
except RuntimeError as e:
    print(e)
with l:
    print(l.locked())
print(l.locked())
# expect: True False True False
# expect: release unlocked lock
# expect: True
# expect: False
