# An uncaught exception ends its thread alone; the others and the exit code stay.
# expect-stderr: Exception in thread Thread-1 (fail):
# expect-stderr: Traceback (most recent call last):
# expect-stderr: uncaught.py", line 9, in fail
# expect-stderr: ValueError: in a thread
# expect-stderr: Exception in thread named:
import threading
def fail():
    raise ValueError("in a thread")


t = threading.Thread(target=fail)
t.start()
t.join()
print(t.is_alive())  # expect: False
t = threading.Thread(target=lambda: {}["k"], name="named")
t.start()
t.join()
# expect-stderr: KeyError: 'k'
print("main goes on")  # expect: main goes on
