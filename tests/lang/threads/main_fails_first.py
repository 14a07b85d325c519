# When the main thread fails, the other threads still run to their end.
# expect-exit: 1
# expect-stderr: RuntimeError: main failed
import threading
import time


def work():
    time.sleep(0.05)
    print("worker ended")  # expect: worker ended


threading.Thread(target=work).start()
raise RuntimeError("main failed")
