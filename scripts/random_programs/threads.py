"""Templates of parts with threads, whose output is fixed however they are scheduled. See grammar.py.

A thread calls `<work>`: a name of a function that reads only what it is given.
"""

PARTS = ["""
results = {}
def run(k):
    value = attempt(<work>, k)
    with lines:
        results[k] = value
start_and_join(run, <threads>)
show(sorted(results.items()))""", """
counts = {'n': 0}
guard = threading.<lock>()
def run(k):
    for i in range(<rounds>):
        with guard:
            counts['n'] += k + i
start_and_join(run, <threads>)
show(counts)""", """
jobs, answers = queue.<queue>(), queue.Queue()
def run(k):
    while True:
        job = jobs.get()
        if job == 1000:
            jobs.task_done()
            break
        answers.put((job, attempt(<work>, job)))
        jobs.task_done()
for i in range(<rounds>):
    jobs.put(i)
threads = [threading.Thread(target=run, args=(k,)) for k in range(<threads>)]
for t in threads:
    t.start()
while answers.qsize() < <rounds_again>:
    time.sleep(0.0005)
for t in threads:
    jobs.put(1000)
for t in threads:
    t.join()
show(sorted(answers.get() for _ in range(answers.qsize())), jobs.empty())""", """
bounded = queue.Queue(maxsize=<size>)
got = []
def produce(k):
    for i in range(<rounds>):
        bounded.put((k, i))
def consume():
    for _ in range(2 * <rounds_again>):
        got.append(bounded.get(timeout=15))
ts = [threading.Thread(target=produce, args=(k,)) for k in range(2)] + [threading.Thread(target=consume)]
for t in ts:
    t.start()
for t in ts:
    t.join()
show(sorted(got), [x for k, x in got if k == 1])""", """
ready, done = threading.Event(), threading.Event()
log = []
def first():
    ready.wait()
    log.append(attempt(<work>, 1))
    done.set()
def second():
    log.append(attempt(<work>, 2))
    ready.set()
    show_done = done.wait(10)
    log.append(show_done)
ts = [threading.Thread(target=f, name=f.__name__) for f in (first, second)]
for t in ts: t.start()
for t in ts: t.join()
show(log, [t.name for t in ts], [t.is_alive() for t in ts])""", """
barrier = threading.Barrier(<threads>)
order = [[] for _ in range(3)]
def run(k):
    for phase in range(3):
        order[phase].append(k)
        barrier.wait()
        assert len(order[phase]) == barrier.parties, 'phase'
start_and_join(run, barrier.parties)
show([sorted(o) for o in order], barrier.n_waiting, barrier.broken)""", """
condition = threading.Condition()
items, taken = [], []
def producer():
    for i in range(<rounds>):
        with condition:
            items.append(attempt(<work>, i))
            condition.notify()
def consumer():
    for _ in range(<rounds_again>):
        with condition:
            condition.wait_for(lambda: items)
            taken.append(items.pop(0))
ts = [threading.Thread(target=f) for f in (consumer, producer)]
for t in ts: t.start()
for t in ts: t.join()
show(taken, items)""", """
with concurrent.futures.ThreadPoolExecutor(max_workers=<threads>) as pool:
    show(list(pool.map(lambda x: attempt(<work>, x), range(<rounds>))))
    futures = [pool.submit(<work>, i) for i in range(<threads>)]
for future in futures:
    try:
        show(future.result(), future.done(), future.exception())
    except Exception as e:
        show(type(e).__name__, e, future.cancelled())""", """
slots = threading.<semaphore>(<size>)
inside, most = [0], [0]
def run(k):
    for _ in range(<rounds>):
        with slots:
            with lines:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            with lines:
                inside[0] -= 1
limit = slots._value
start_and_join(run, <threads>)
show(inside, most[0] <= limit, slots._value == limit)""", """
own = threading.local()
own.value = 'main'
seen = {}
def run(k):
    had = hasattr(own, 'value')
    own.value = attempt(<work>, k)
    seen[k] = (had, own.value)
start_and_join(run, <threads>)
show(sorted(seen.items()), own.value)""", """
class Worker(threading.Thread):
    def __init__(self, k):
        super().__init__(name='worker-%d' % k, daemon=<bool>)
        self.k = k
    def run(self):
        self.result = attempt(<work>, self.k)
workers = [Worker(k) for k in range(<threads>)]
for w in workers: w.start()
for w in workers: w.join(20)
show([(w.name, w.result, w.is_alive()) for w in workers])
workers[0].<threadmethod>""", """
shared = <container>
def run(k):
    for i in range(<rounds>):
        shared.<sharedmethod>
start_and_join(run, <threads>)
show(len(shared), sorted(shared) if all(isinstance(x, int) for x in shared) else 'mixed')""", """
def failing(k):
    return [attempt(<work>, k)][k + 9]
hook, threading.excepthook = threading.excepthook, lambda args: failures.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
failures = []
start_and_join(failing, <threads>)
threading.excepthook = hook
show(sorted(failures)[:1], len(failures))""", """
def chained(k):
    if k:
        t = threading.Thread(target=chained, args=(k - 1,))
        t.start()
        t.join()
    nested.append(attempt(<work>, k))
nested = []
chained(<size>)
show(nested, threading.active_count(), threading.current_thread().name)""", """
timers = []
timer = threading.Timer(0.001, lambda *a, **k: timers.append((a, k)), [1], {'x': <int>})
timer.start(); timer.join()
late = threading.Timer(30, timers.append, ['never'])
late.start(); late.cancel(); late.join()
show(timers)""", """
lock = threading.<lock>()
show(lock.acquire(), lock.acquire(<blocking>), <lockstate>)
lock.release()
lock.release()
show('released twice')""",
]

TABLES = {
    "threads": (["2", "3", "4"], []), "size": (["1", "2", "3"], []), "lock": (["Lock", "RLock", "Lock", "Condition"], []),
    "queue": (["Queue", "LifoQueue", "PriorityQueue"], []), "semaphore": (["Semaphore", "BoundedSemaphore"], []),
    "threadmethod": (["start()", "join()", "is_alive()", "missing", "run()", "daemon = True", "name"], []),
    "container": (["[]", "{}", "set()", "collections.deque()", "collections.Counter()", "bytearray()", "collections.defaultdict(int)"], []),
    "sharedmethod": (["append(k * 10 + i)", "add(k * 10 + i)", "update({k * 10 + i: 1})", "setdefault(k * 10 + i, k)", "insert(0, i)", "extend([i, k])", "appendleft(k)", "__setitem__(k * 100 + i, i)", "missing()"], []),
    "blocking": (["False", "False, -1", "timeout=0.001", "blocking=False, timeout=1", "0"], []),
    "lockstate": (["lock", "hasattr(lock, 'locked')", "type_of(lock)"], []),
}
