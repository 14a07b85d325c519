# Two threads take two locks in opposite order, and meet in between.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
# expect-stderr: deadlock_two_locks.py", line 17, in take
# expect-stderr: MainThread
import threading

a = threading.Lock()
b = threading.Lock()
both_hold_one = threading.Barrier(2)


def take(first, second):
    with first:
        both_hold_one.wait()
        with second:
            print("never")


one = threading.Thread(target=take, args=(a, b), name="one")
two = threading.Thread(target=take, args=(b, a), name="two")
one.start()
two.start()
print("joining")
one.join()
# expect: joining
# expect-stderr: one
# expect-stderr: two
