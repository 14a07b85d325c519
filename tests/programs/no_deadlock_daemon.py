# A daemon that waits for ever does not keep the program.
import threading

lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
print("main ends")  # expect: main ends
