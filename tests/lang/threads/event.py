# An event lets all waiters through once it is set.
import threading

event = threading.Event()
passed = []


def wait(n):
    event.wait()
    passed.append(n)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
print(event.is_set(), event.wait(0.02), passed)  # expect: False False []
event.set()
for t in threads:
    t.join()
print(event.is_set(), event.wait(), event.wait(0), sorted(passed))
# expect: True True True [0, 1, 2]
event.clear()
print(event.is_set(), event.wait(0))  # expect: False False
