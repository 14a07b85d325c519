# threading.local
import threading
d = threading.local()
d.x = "main"
seen = []
def f():
    seen.append(hasattr(d, "x"))
    d.x = "thread"
    seen.append(d.x)
t = threading.Thread(target=f)
t.start(); t.join()
print(seen, d.x)
# expect: [False, 'thread'] main
