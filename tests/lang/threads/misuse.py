# Starting twice, joining too early, joining oneself.
import threading

t = threading.Thread(target=lambda: None)
for wrong in (t.join, threading.current_thread().join):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
        # expect: cannot join thread before it is started
        # expect: cannot join current thread
t.start()
try:
    t.start()
except RuntimeError as error:
    print(error)  # expect: threads can only be started once
t.join()
try:
    t.daemon = True
except RuntimeError as error:
    print(error)  # expect: cannot set daemon status of active thread
try:
    threading.Thread(target=print, args=(1,), group=5)
except AssertionError as error:
    print(error)  # expect: group argument must be None for now
