# sys.excepthook is called with what nobody caught, then the exit functions in reverse order
# expect-exit: 1
import atexit
import sys


@atexit.register
def first():
    print("first registered")


atexit.register(print, "second", "registered")


def hook(kind, value, traceback):
    print("hook", kind.__name__, value, traceback.tb_lineno)


sys.excepthook = hook
1 / 0
# expect: hook ZeroDivisionError division by zero 20
# expect: second registered
# expect: first registered
