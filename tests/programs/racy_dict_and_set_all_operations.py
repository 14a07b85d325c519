# Dicts and sets under all their operations at once, with keys that only __eq__ can tell apart too.
import threading

table = {}
elements = set()
N = 400


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 13

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


def add(k):
    for i in range(N):
        table[k, i] = i
        elements.add((k, i))
        assert table[k, i] == i and (k, i) in elements


def remove(k):
    for i in range(N):
        table[k, i] = i
        elements.add((k, i))
        if i % 3:
            del table[k, i]
            elements.discard((k, i))


def take(k):
    for i in range(100):
        table["p%d" % i] = 1
        table.pop("p%d" % i)
        table.setdefault("all", []).append(i)


def by_key(k):
    for i in range(60):
        table[Key(i)] = i
        elements.add(Key(i))
        assert table[Key(i)] == i and Key(i) in elements


def walk(k):
    for i in range(10):
        try:
            for key in table:
                pass
            for element in elements:
                pass
        except RuntimeError:
            pass
        assert len(list(table.items())) >= 0 and len(elements | {1}) > 0


threads = [threading.Thread(target=f, args=(k,)) for k, f in enumerate([add, add, remove, take, by_key, by_key, walk])]
for t in threads:
    t.start()
for t in threads:
    t.join()
kept = 2 * N + (N + 2) // 3
print(len(table), len(table) == len(list(table)) == kept + 61, len(table["all"]))
print(len(elements), len(elements) == len(list(elements)) == kept + 60)
# expect: 995 True 100
# expect: 994 True
