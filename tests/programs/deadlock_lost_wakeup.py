# A notification that comes before the wait is lost: the waiter sleeps for ever.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
# expect-stderr: deadlock_lost_wakeup.py
import threading

condition = threading.Condition()
with condition:
    condition.notify_all()
print("notified")
with condition:
    condition.wait()
print("never")
# expect: notified
