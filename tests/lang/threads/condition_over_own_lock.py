# a Condition over a lock of the program's own that can only be acquired and released
import threading


class Gate:
    def __init__(self):
        self.lock = threading.Lock()

    def acquire(self, *args):
        return self.lock.acquire(*args)

    def release(self):
        self.lock.release()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *failure):
        self.release()


condition = threading.Condition(Gate())
try:
    condition.notify()
except RuntimeError as error:
    print(error)  # expect: cannot notify on un-acquired lock
ready = []


def waiter():
    with condition:
        condition.wait_for(lambda: ready)
        print("ready", ready)  # expect: ready [1]


thread = threading.Thread(target=waiter)
thread.start()
with condition:
    ready.append(1)
    condition.notify_all()
thread.join()
