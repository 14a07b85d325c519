# threads: a barrier's rounds: indices, action, reset, abort, time out, a failing action
import threading
from threading import Barrier, BrokenBarrierError, Thread


def together(count, function):
    results = [None] * count

    def run(k):
        try:
            results[k] = function(k)
        except Exception as error:
            results[k] = type(error).__name__

    threads = [Thread(target=run, args=(k,)) for k in range(count)]
    for t in threads:
        t.start()
    return threads, results


actions = []
barrier = Barrier(3, lambda: actions.append(barrier.n_waiting))
threads, results = together(3, lambda k: [barrier.wait() for _ in range(5)])
for t in threads:
    t.join()
print(sorted(sum(results, [])), len(actions), barrier.n_waiting, barrier.broken, barrier.parties)
# expect: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2] 5 0 False 3


def wait_for_two(barrier):
    while barrier.n_waiting < 2:
        pass


for end in "reset", "abort":
    barrier = Barrier(3)
    threads, results = together(2, lambda k: barrier.wait())
    wait_for_two(barrier)
    getattr(barrier, end)()
    for t in threads:
        t.join()
    print(end, results, barrier.broken, barrier.n_waiting)
# expect: reset ['BrokenBarrierError', 'BrokenBarrierError'] False 0
# expect: abort ['BrokenBarrierError', 'BrokenBarrierError'] True 0
try:
    barrier.wait()
except BrokenBarrierError as error:
    print("still broken", isinstance(error, RuntimeError), repr(barrier)[-8:])
# expect: still broken True  broken>
barrier.reset()
print(barrier.broken, repr(barrier)[-12:])
# expect: False waiters=0/3>
try:
    barrier.wait(0.01)
except BrokenBarrierError:
    print("late", barrier.broken)
# expect: late True


def fail():
    raise KeyError("action")


barrier = Barrier(2, fail, timeout=5)
threads, results = together(2, lambda k: barrier.wait())
for t in threads:
    t.join()
print(sorted(results), barrier.broken)
# expect: ['BrokenBarrierError', 'KeyError'] True
s = threading.BoundedSemaphore(2)
print(s.acquire(), s.acquire(timeout=0), s.acquire(False), s.acquire(timeout=0.01), repr(s)[-4:])
# expect: True True False False 0/2>
s.release(2)
try:
    s.release()
except ValueError as error:
    print(error, repr(s)[-4:])
# expect: Semaphore released too many times 2/2>
