# with gives the lock back when its body raises.
import threading

lock = threading.Lock()
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())  # expect: inside False


def body():
    with lock:
        return "left by return"


print(body(), lock.locked())  # expect: left by return False
for i in range(3):
    with lock:
        if i == 1:
            break
print(lock.locked())  # expect: False
