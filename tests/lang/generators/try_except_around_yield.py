# an exception around a yield is restored for the caller
def g():
    try:
        raise ValueError("inner")
    except ValueError:
        yield 1
        yield 2
import sys
it = g()
try:
    raise KeyError("outer")
except KeyError:
    print(next(it), type(sys.exc_info()[1]).__name__, next(it), list(it))
# expect: 1 KeyError 2 []
