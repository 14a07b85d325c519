# An RLock may be taken again by its owner, and is free when given back as often.
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire())  # expect: True True
got = []
t = threading.Thread(target=lambda: got.append(lock.acquire(False)))
t.start()
t.join()
lock.release()
t = threading.Thread(target=lambda: got.append(lock.acquire(timeout=0.01)))
t.start()
t.join()
lock.release()


def try_it():
    with lock:
        with lock:
            got.append("twice")


t = threading.Thread(target=try_it)
t.start()
t.join()
print(got)  # expect: [False, False, 'twice']
try:
    lock.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock


def factorial(n):
    with lock:
        return 1 if n == 0 else n * factorial(n - 1)


print(factorial(10))  # expect: 3628800
