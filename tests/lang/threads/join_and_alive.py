# start, join, is_alive, name and ident
import threading
t = threading.Thread(target=lambda: None, name="worker")
print(t.is_alive(), t.ident, t.name, t.daemon)
t.start()
t.join()
print(t.is_alive(), t.ident is not None)
for f in (t.start, lambda: threading.Thread(target=None).join()):
    try:
        f()
    except RuntimeError as e:
        print(e)
# expect: False None worker False
# expect: False True
# expect: threads can only be started once
# expect: cannot join thread before it is started
