# A barrier lets its parties go on together, and breaks for all of them.
import threading

log = []
barrier = threading.Barrier(3, action=lambda: log.append("action"))
indexes = []


def meet():
    indexes.append(barrier.wait())


def run(target, count):
    threads = [threading.Thread(target=target) for _ in range(count)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


run(meet, 3)
run(meet, 3)
print(sorted(indexes), log, barrier.parties, barrier.n_waiting, barrier.broken)
# expect: [0, 0, 1, 1, 2, 2] ['action', 'action'] 3 0 False
broken = []


def fail():
    try:
        barrier.wait(0.03)
    except threading.BrokenBarrierError:
        broken.append(True)


run(fail, 2)
print(broken, barrier.broken)  # expect: [True, True] True
barrier.reset()
print(barrier.broken)  # expect: False
run(meet, 3)
barrier.abort()
run(fail, 1)
print(len(indexes), len(broken), isinstance(threading.BrokenBarrierError(), RuntimeError))
# expect: 9 3 True
