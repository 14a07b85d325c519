# threading.local holds different attributes for each thread.
import threading

data = threading.local()
data.x = "main"
seen = []


def work(n):
    seen.append(hasattr(data, "x"))
    data.x = n
    data.y = n * 2
    seen.append((data.x, data.y))
    del data.y
    seen.append(hasattr(data, "y"))


for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(seen, data.x, hasattr(data, "y"))
# expect: [False, (0, 0), False, False, (1, 2), False] main False


class Counter(threading.local):
    step = 5

    def __init__(self, start):
        self.n = start

    def up(self):
        self.n += self.step
        return self.n


c = Counter(100)
out = [c.up(), c.up()]
t = threading.Thread(target=lambda: out.append(c.up()))
t.start()
t.join()
print(out, c.n)  # expect: [105, 110, 105] 110
try:
    data.missing
except AttributeError:
    print("no such attribute")  # expect: no such attribute
