# threading.excepthook gets a tuple with names, also for SystemExit
import sys
import threading
def hook(args):
    kind, value, traceback, thread = args
    print(len(args), kind is args.exc_type, value is args.exc_value, repr(value), thread.name)
    print(traceback is args.exc_traceback is not None, thread is args.thread)
def fails():
    raise KeyError("key")
threading.excepthook = hook
for target in (fails, sys.exit):
    thread = threading.Thread(target=target, name="one")
    thread.start()
    thread.join()
# expect: 4 True True KeyError('key') one
# expect: True True
# expect: 4 True True SystemExit() one
# expect: True True
