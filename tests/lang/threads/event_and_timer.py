# Event and Timer
import threading
e = threading.Event()
print(e.is_set(), e.wait(0.001))
t = threading.Timer(0.005, e.set)
t.start()
print(e.wait(5), e.is_set())
e.clear()
print(e.is_set())
c = threading.Timer(100, print)
c.start(); c.cancel(); c.join()
# expect: False False
# expect: True True
# expect: False
