# threading.excepthook can be replaced; sys.exit in a thread ends the thread silently.
import sys
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)
    # expect: hook: ZeroDivisionError division by zero divider


threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name="divider")
t.start()
t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=sys.exit, args=(5,))
t.start()
t.join()
print("main goes on")  # expect: main goes on
