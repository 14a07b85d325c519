# Threads that check and then act without a lock: the dict itself stays whole.
import threading

table = {}
made = []


class Entry:
    def __init__(self, key):
        self.key = key
        made.append(key)


def work():
    for key in range(200):
        if key not in table:
            table[key] = Entry(key)


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(table), all(table[k].key == k for k in table), 200 <= len(made) <= 800)
# expect: 200 True True
