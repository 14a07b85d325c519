# Handlers can be set by the first thread alone, and have to be callable
import signal
import threading


def body():
    try:
        signal.signal(signal.SIGUSR1, print)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=body)
thread.start()
thread.join()
# expect: signal only works in main thread of the main interpreter
try:
    signal.signal(signal.SIGUSR1, "x")
except TypeError as error:
    print(error)
# expect: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
