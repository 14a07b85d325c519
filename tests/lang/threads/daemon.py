# The program does not wait for daemon threads, only for the others.
import threading
import time


def forever():
    while True:
        time.sleep(0.01)


def slow():
    time.sleep(0.05)
    print("slow one ended")


d = threading.Thread(target=forever, daemon=True)
d.start()
threading.Thread(target=slow).start()
print(d.daemon, d.is_alive())
inherited = []
e = threading.Thread(target=lambda: inherited.append(threading.Thread().daemon), daemon=True)
e.start()
e.join()
print(inherited)
print("main ended")
# expect: True True
# expect: [True]
# expect: main ended
# expect: slow one ended
