# Built-in operations on shared objects lose nothing, whatever the mode.
import threading

items = []
table = {}
members = set()
counts = {"n": 0}


def work(k):
    for i in range(300):
        items.append((k, i))
        table[(k, i)] = i
        members.add(k * 1000 + i)
        table.setdefault("shared", 0)
        items[-1]


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items), len(table), len(members))  # expect: 1200 1201 1200
print(sorted(items) == [(k, i) for k in range(4) for i in range(300)])  # expect: True
popped = []


def drain():
    while True:
        try:
            popped.append(items.pop())
        except IndexError:
            return


threads = [threading.Thread(target=drain) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(popped), len(set(popped)), items)  # expect: 1200 1200 []
