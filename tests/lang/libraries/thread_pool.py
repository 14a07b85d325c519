# multiprocessing.dummy and multiprocessing.pool.ThreadPool.
import multiprocessing
import threading
import time
from multiprocessing.dummy import Pool, Process
from multiprocessing.pool import ThreadPool


def add(a, b=1):
    return a + b


def fail(n):
    if n == 3:
        raise KeyError(n)
    return n


with ThreadPool(3) as pool:
    print(pool.map(add, range(5)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, (5,), {"b": 6}))
    print(list(pool.imap(add, range(6))), sorted(pool.imap_unordered(add, range(6), chunksize=2)))
    result = pool.apply_async(add, (1,))
    print(result.get(timeout=5), result.ready(), result.successful())
    seen = []
    pool.map_async(add, [1, 2], callback=seen.append).wait()
    pool.apply_async(fail, (3,), error_callback=lambda e: seen.append(repr(e))).wait()
    print(seen)
    for way in (lambda: pool.map(fail, range(5)), lambda: pool.apply_async(fail, (3,)).get(),
                lambda: list(pool.imap(fail, range(5)))):
        try:
            way()
        except KeyError as error:
            print("KeyError", error)
    gate = threading.Event()
    slow = pool.apply_async(gate.wait)
    try:
        slow.get(0.01)
    except multiprocessing.TimeoutError:
        print("timeout")
    try:
        slow.successful()
    except ValueError as error:
        print(str(error).endswith("not ready"))
    gate.set()
    print(pool.map(add, []), list(pool.imap(add, [])))
pool = Pool(2)
print(pool.map(lambda n: n * n, range(10), chunksize=3))
try:
    pool.join()
except ValueError as error:
    print(error)
pool.close()
pool.join()
try:
    pool.map(add, [1])
except ValueError as error:
    print(error)
worker = Process(target=print, args=("in a process",))
worker.start()
worker.join()
print(worker.exitcode, multiprocessing.cpu_count() >= 1)
for bad in (lambda: ThreadPool(0), lambda: ThreadPool(1, 5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect: [1, 2, 3, 4, 5] [3, 7] 11
# expect: [1, 2, 3, 4, 5, 6] [1, 2, 3, 4, 5, 6]
# expect: 2 True True
# expect: [[2, 3], 'KeyError(3)']
# expect: KeyError 3
# expect: KeyError 3
# expect: KeyError 3
# expect: timeout
# expect: True
# expect: [] []
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
# expect: Pool is still running
# expect: Pool not running
# expect: in a process
# expect: 0 True
# expect: ValueError Number of processes must be at least 1
# expect: TypeError initializer must be a callable
