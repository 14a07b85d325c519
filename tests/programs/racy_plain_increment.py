# c += 1 on a global has no safe point between read and write: an interpreter lock loses nothing.
# modes: gil
import threading

PER_THREAD = 20000
counter = 0


def work():
    global counter
    for _ in range(PER_THREAD):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("lost", 4 * PER_THREAD - counter)  # expect: lost 0
