# A thread runs its target with its arguments; join waits for its end.
import threading

results = []


def work(a, b=0, *, c=0):
    results.append((a, b, c))


t = threading.Thread(target=work, args=(1,), kwargs={"b": 2, "c": 3})
print(t.is_alive(), t.ident, t.daemon)  # expect: False None False
t.start()
t.join()
print(results, t.is_alive(), t.ident is not None)  # expect: [(1, 2, 3)] False True
threads = [threading.Thread(target=work, args=(i,)) for i in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))  # expect: [(0, 0, 0), (1, 0, 0), (1, 2, 3), (2, 0, 0), (3, 0, 0), (4, 0, 0)]
t.join()
print("joined again")  # expect: joined again
