# Threads that follow a weak reference while others end its object get the object or None
import threading
import weakref


class Node:
    pass


node = Node()
slot = [weakref.ref(node)]
stop = False
good = []


def read():
    mine = 0
    while not stop:
        found = slot[0]()
        if found is not None:
            found.seen = mine
            mine += 1
    good.append(True)


def write():
    global node, stop
    for _ in range(300):
        node = Node()
        slot[0] = weakref.ref(node, lambda reference: None)
        node = None
    stop = True


threads = [threading.Thread(target=read) for _ in range(3)] + [threading.Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(good)
# expect: [True, True, True]
