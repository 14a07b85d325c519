# A signal handler runs on the first thread, with the number and a frame
import os
import signal
import threading


def on_signal(number, frame):
    print(signal.Signals(number).name, threading.current_thread() is threading.main_thread(),
          type(frame).__name__)


print(signal.signal(signal.SIGUSR1, on_signal))
# expect: 0
os.kill(os.getpid(), signal.SIGUSR1)
# expect: SIGUSR1 True frame
print(signal.getsignal(signal.SIGUSR1) is on_signal)
# expect: True
signal.raise_signal(signal.SIGUSR1)
# expect: SIGUSR1 True frame
