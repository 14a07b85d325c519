# The main thread takes a lock twice: nobody can ever release it.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
# expect-stderr: MainThread
# expect-stderr: deadlock_self.py", line 15, in again
import threading

lock = threading.Lock()
lock.acquire()
print("taken once")


def again():
    lock.acquire()


again()
print("never")
# expect: taken once
