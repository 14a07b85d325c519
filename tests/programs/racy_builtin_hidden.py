# A global that hides a builtin of the same name is what every thread finds once its store has returned.
import builtins
import threading

ROUNDS = 400
builtins.probe = lambda: 0
phase = 0  # odd: probe is hidden
wrong = 0
looks = 0


def look():
    global wrong, looks
    mine = seen = 0
    while True:
        before = phase
        found = probe()
        after = phase
        seen += 1
        if before == after > 0 and before % 2 == 1 and found != 1:
            mine += 1
        if before < 0:
            break
    with lock:
        wrong += mine
        looks += seen


lock = threading.Lock()
threads = [threading.Thread(target=look) for _ in range(3)]
for t in threads:
    t.start()
for number in range(ROUNDS):
    probe = lambda: 1
    phase += 1
    sum(range(50))
    phase += 1
    del probe
phase = -1
for t in threads:
    t.join()
print("wrong", wrong, "looked", looks >= 3)  # expect: wrong 0 looked True
