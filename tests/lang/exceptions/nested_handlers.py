# exceptions in handlers and the restored state
import sys
def name():
    v = sys.exc_info()[1]
    return type(v).__name__
try:
    1 / 0
except ZeroDivisionError:
    try:
        {}["k"]
    except KeyError:
        print(name())
    print(name())
print(name())
# expect: KeyError
# expect: ZeroDivisionError
# expect: NoneType
