# What is one step under an interpreter lock sees a container as it is at one moment, whatever other
# threads do with it.
import collections
import copy
import threading

READERS, ROUNDS = 2, 60
KEPT = 30
d = {i: i for i in range(KEPT)}
ordered = collections.OrderedDict(d)
counted = collections.defaultdict(int, d)
s = set(range(KEPT))
items = list(range(KEPT))
ends = collections.deque(range(KEPT))
data = bytearray(b"x" * KEPT)


class Holder:
    pass


class Queue(collections.deque):
    pass


holder = Holder()
mine = Queue(range(KEPT))
readers_left = READERS
lock = threading.Lock()
failures = set()


def change(k):
    i = k
    while readers_left:
        i += 7
        key = 100 + i % 50
        for mapping in (d, ordered, counted):
            mapping[key] = i
            mapping.pop(key, None)
        s.add(key)
        s.discard(key)
        items.append(key)
        items.pop()
        for queue in (ends, mine):
            queue.append(key)
            queue.pop()
        data.append(1)
        data.pop()
        setattr(holder, "a%d" % (i % 9), i)
        if i % 3 == 0:
            holder.__dict__.pop("a%d" % (i % 9), None)


READS = {
    "list": lambda c: list(c),
    "tuple": lambda c: tuple(c),
    "set": lambda c: set(c),
    "sorted": lambda c: sorted(c),
    "sum": lambda c: sum(c),
    "max": lambda c: max(c),
    "copy": lambda c: copy.copy(c),
    "repr": lambda c: repr(c),
    "display": lambda c: [*c],
    "deque": lambda c: collections.deque(c),
    "fromkeys": lambda c: dict.fromkeys(c),
    "equal": lambda c: c == [],
    "in": lambda c: 200 in c,
}
CONTAINERS = {
    "dict": d,
    "OrderedDict": ordered,
    "defaultdict": counted,
    "keys": d.keys(),
    "values": d.values(),
    "set": s,
    "list": items,
    "deque": ends,
    "Queue": mine,
    "bytearray": data,
}


def read():
    global readers_left
    for _ in range(ROUNDS):
        for kind, container in CONTAINERS.items():
            for name, operation in READS.items():
                if name == "copy" and kind in ("keys", "values"):
                    continue
                try:
                    operation(container)
                except Exception as error:
                    failures.add("%s of a %s: %r" % (name, kind, error))
        try:
            dict(vars(holder)), list(ordered.items()), {**counted}, d | {1: 2}, d.keys() & {1, 2}
            s | {1}, s & {1}, s - {1}, s ^ {1}, s.union([1]), items + [1], items[::-1], data + b"1"
        except Exception as error:
            failures.add(repr(error))
    with lock:
        readers_left -= 1


threads = [threading.Thread(target=change, args=(k,)) for k in range(2)]
threads += [threading.Thread(target=read) for _ in range(READERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(failures), len(d), len(s), len(items), len(ends))
# expect: [] 30 30 30 30
