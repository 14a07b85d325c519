# What a handler raises ends the first thread's loop, sleep or wait for a lock
import signal
import threading
import time


class Late(Exception):
    pass


def on_alarm(number, frame):
    raise Late("too late")


def loop():
    count = 0
    while True:
        count = len("x" * 3)


signal.signal(signal.SIGALRM, on_alarm)
lock = threading.Lock()
lock.acquire()
for wait in (loop, lambda: time.sleep(1000), lock.acquire):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        wait()
    except Late as error:
        print(error)
# expect: too late
# expect: too late
# expect: too late
