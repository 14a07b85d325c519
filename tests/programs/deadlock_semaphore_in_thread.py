# A thread waits for a semaphore that nobody releases; the main thread has ended.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
# expect-stderr: worker
import threading

semaphore = threading.Semaphore(0)


def work():
    semaphore.acquire()


threading.Thread(target=work, name="worker").start()
print("main ended")
# expect: main ended
