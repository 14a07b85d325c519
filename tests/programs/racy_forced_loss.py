# A lost update made certain: both threads read before either writes.
import threading

counter = 0
both_have_read = threading.Barrier(2)


def read():
    value = counter
    both_have_read.wait()
    return value


def work():
    global counter
    counter = read() + 1


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)  # expect: 1
