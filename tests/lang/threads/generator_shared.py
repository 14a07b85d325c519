# A generator that runs in one thread refuses the other.
import threading

entered = threading.Event()
leave = threading.Event()


def slow():
    entered.set()
    leave.wait()
    yield 1


g = slow()
results = []
t = threading.Thread(target=lambda: results.append(next(g)))
t.start()
entered.wait()
try:
    next(g)
except ValueError as error:
    print(error)  # expect: generator already executing
leave.set()
t.join()
print(results, list(g))  # expect: [1] []
