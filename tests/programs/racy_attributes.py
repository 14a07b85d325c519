# Attributes of shared objects, slots, __dict__ and closure variables, written by several threads.
import threading


class Plain:
    def __init__(self):
        self.x = 0
        self.y = (0, 0)


class Slotted:
    __slots__ = ("p", "q")

    def __init__(self):
        self.p = 1


plain = Plain()
slotted = Slotted()


def add(k):
    for i in range(120):
        setattr(plain, "n%d_%d" % (k, i % 40), i)


def store(k):
    for i in range(300):
        plain.x = [i]
        plain.y = (k, i)
        assert plain.x is not None and plain.y[0] == k


def delete(k):
    for i in range(100):
        plain.z = i
        del plain.z


def by_dict(k):
    for i in range(50):
        plain.__dict__["w"] = i
        slotted.q = [i]
        slotted.p = i
        assert "w" in vars(plain) and "x" in dir(plain)


def closure():
    n = 0

    def f(k):
        nonlocal n
        for i in range(200):
            n = [i]
        assert n is not None
    return f


f = closure()
threads = [threading.Thread(target=g, args=(k,)) for k, g in enumerate([add, add, store, delete, by_dict, f, f])]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len([name for name in vars(plain) if name[0] == "n"]), plain.y, slotted.p)
# expect: 80 (2, 299) 49
