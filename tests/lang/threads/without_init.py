# A thread whose class forgot Thread.__init__() says so, whatever is asked of it.
import threading


class Hasty(threading.Thread):
    def __init__(self):
        pass


thread = Hasty()
for ask in (thread.start, thread.join, thread.is_alive, lambda: thread.name, lambda: thread.daemon,
            lambda: thread.ident, lambda: thread.native_id, lambda: repr(thread)):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)
try:
    thread.daemon = True
except RuntimeError as error:
    print(error)
try:
    thread.name = "x"
except AssertionError as error:
    print(error)
# expect: RuntimeError thread.__init__() not called
# expect: RuntimeError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() was not called
# expect: Thread.__init__() not called
# expect: Thread.__init__() not called
