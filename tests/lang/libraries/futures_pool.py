# ThreadPoolExecutor, futures, wait, as_completed, map, errors and shutdown.
import concurrent.futures
import threading
import time
from concurrent.futures import (FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future,
                                InvalidStateError, ThreadPoolExecutor, as_completed, wait)


def square(n):
    return n * n


def fail(n):
    raise ValueError("no %d" % n)


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print([f.result() for f in futures], futures[0].done(), futures[0].exception())
    print(list(pool.map(square, [1, 2, 3])), list(pool.map(pow, [2, 3], [5, 2])))
    bad = pool.submit(fail, 7)
    try:
        bad.result()
    except ValueError as error:
        print("raised", error, repr(bad.exception()))
    done, rest = wait(futures)
    print(len(done), len(rest))
    print(sorted(f.result() for f in as_completed([pool.submit(square, n) for n in range(6)])))
    gate = threading.Event()
    slow = pool.submit(gate.wait)
    while not slow.running():
        time.sleep(0.001)
    quick = pool.submit(square, 9)
    result = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(result.done == {quick}, result.not_done == {slow}, slow.running())
    result = wait([slow, pool.submit(fail, 1)], return_when=FIRST_EXCEPTION)
    print(len(result.done), len(result.not_done))
    try:
        slow.result(timeout=0.01)
    except concurrent.futures.TimeoutError as error:
        print("timeout", type(error) is TimeoutError)
    print(wait([slow], timeout=0.01).not_done == {slow})
    try:
        for each in as_completed([slow], timeout=0.01):
            print("not here")
    except TimeoutError as error:
        print(error)
    gate.set()
    print(slow.result())
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

one = ThreadPoolExecutor(1, thread_name_prefix="worker")
gate = threading.Event()
first = one.submit(gate.wait)
while not first.running():
    time.sleep(0.001)
second = one.submit(square, 2)
third = one.submit(square, 3)
print(second.cancel(), second.cancelled(), second.done(), first.cancel())
try:
    second.result()
except CancelledError as error:
    print("cancelled", repr(error))
calls = []
third.add_done_callback(lambda f: calls.append(f.result()))
gate.set()
print(third.result(), one.submit(lambda: threading.current_thread().name).result())
one.shutdown()
print(calls)
third.add_done_callback(lambda f: calls.append("late"))
print(calls)

own = Future()
print(own.done(), own.running(), own.set_running_or_notify_cancel(), own.running())
own.set_result(3)
try:
    own.set_result(4)
except InvalidStateError as error:
    print(str(error)[:16])
print(own.result(), isinstance(CancelledError(), concurrent.futures._base.Error) if hasattr(concurrent.futures, "_base") else True)
for bad in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=3), lambda: wait([own], return_when="x")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
local = threading.local()


def start(value):
    local.value = value


with ThreadPoolExecutor(2, initializer=start, initargs=(5,)) as pool:
    print(set(pool.map(lambda n: local.value + n, range(4))) == {5, 6, 7, 8})
blocked = ThreadPoolExecutor(1)
gate = threading.Event()
first = blocked.submit(gate.wait)
waiting = [blocked.submit(square, n) for n in range(3)]
while not first.running():
    time.sleep(0.001)
blocked.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in waiting])
gate.set()
forgotten = ThreadPoolExecutor(1)
forgotten.submit(print, "still printed at the end")
# expect: [0, 1, 4, 9, 16] True None
# expect: [1, 4, 9] [32, 9]
# expect: raised no 7 ValueError('no 7')
# expect: 5 0
# expect: [0, 1, 4, 9, 16, 25]
# expect: True True True
# expect: 1 1
# expect: timeout True
# expect: True
# expect: 1 (of 1) futures unfinished
# expect: True
# expect: cannot schedule new futures after shutdown
# expect: True True True False
# expect: cancelled CancelledError()
# expect: 9 worker_0
# expect: [9]
# expect: [9, 'late']
# expect: False False True True
# expect: FINISHED: <Futur
# expect: 3 True
# expect: ValueError max_workers must be greater than 0
# expect: TypeError initializer must be a callable
# expect: True
# expect: [True, True, True]
# expect: still printed at the end
