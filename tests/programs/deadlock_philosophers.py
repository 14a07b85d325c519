# Philosophers that each hold the left fork and wait for the right one.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
# expect-stderr: deadlock_philosophers.py", line 16, in philosopher
import threading

COUNT = 5
forks = [threading.Lock() for _ in range(COUNT)]
seated = threading.Barrier(COUNT)


def philosopher(n):
    with forks[n]:
        seated.wait()
        with forks[(n + 1) % COUNT]:
            print("never")


threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(COUNT)]
for t in threads:
    t.start()
for t in threads:
    t.join()
