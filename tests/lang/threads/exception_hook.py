# threading.excepthook sees exceptions of threads
import threading
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name="T")
t.start(); t.join()
print("on")
# expect: ZeroDivisionError division by zero T
# expect: on
