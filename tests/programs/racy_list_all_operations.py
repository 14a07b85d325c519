# A list under all its operations at once: nothing that has returned is lost, nothing is half done.
import threading

items = []
N = 600


def append(k):
    for i in range(N):
        items.append((k, i))


def pop(k):
    done = 0
    while done < 200:
        try:
            items.pop()
            done += 1
        except IndexError:
            pass


def change_whole(k):
    for i in range(60):
        items.insert(0, (9, i))
        items.reverse()
        items.pop(0)
        items[len(items):] = [(7, i)]
        items.remove((7, i))


def store(k):
    for i in range(N):
        try:
            items[i % 7] = (8, i)
            items[-1]
        except IndexError:
            pass


items.append((0, 0))
threads = [threading.Thread(target=f, args=(k,)) for k, f in enumerate([append, append, pop, store, append])]
for t in threads:
    t.start()
for t in threads:
    t.join()
change_whole(0)
items.sort()
print(len(items), all(type(x) is tuple for x in items), items == sorted(items))
# expect: 1601 True True
