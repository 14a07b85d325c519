# Whatever is lost, the counter stays in its bounds and is never torn.
# expect-stderr: lost
import sys
import threading

PER_THREAD = 5000
counter = 0


def one():
    return 1


def work():
    global counter
    for _ in range(PER_THREAD):
        counter += one()


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("lost", 4 * PER_THREAD - counter, file=sys.stderr)
print(1 < counter <= 4 * PER_THREAD)  # expect: True
