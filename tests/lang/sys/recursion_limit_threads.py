# The limit is the interpreter's, not a thread's: raised while another thread waits, it holds there.
import sys
import threading


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def generated(n):
    if n:
        yield from generated(n - 1)
    yield n


def work():
    print(depth(100))
    ready.set()
    raised.wait()
    print(depth(3000), len(list(generated(1500))))
    lowered.set()
    again.wait()
    try:
        depth(3000)
    except RecursionError as error:
        print(error)


ready, raised, lowered, again = (threading.Event() for _ in range(4))
thread = threading.Thread(target=work)
thread.start()
ready.wait()
sys.setrecursionlimit(4000)
raised.set()
lowered.wait()
sys.setrecursionlimit(500)
again.set()
thread.join()
try:
    depth(3000)
except RecursionError as error:
    print(error)
print(depth(400), sys.getrecursionlimit())
# expect: 100
# expect: 3000 1501
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: 400 500
