# An object with a finalizer whose last user is a thread that ends with it
import threading


class Held:
    def __init__(self, k):
        self.k = k

    def __del__(self):
        names = [self.k, self.k + 1]
        self.k, self.sum = names[0], sum(names)


shared = [(Held(k), [Held(k)]) for k in range(60)]


def last_user():
    item = shared.pop()
    assert item[0].k == item[1][0].k


for _ in range(20):
    threads = [threading.Thread(target=last_user) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("left", len(shared))  # expect: left 0
