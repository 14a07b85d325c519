# generators as managers
from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext
@contextmanager
def m(n):
    print("in", n)
    try:
        yield n * 2
    except ValueError as e:
        print("caught", e)
    finally:
        print("out", n)
with m(1) as x:
    print(x)
with m(2):
    raise ValueError("v")
with suppress(KeyError):
    {}["k"]
with ExitStack() as stack:
    stack.enter_context(m(3))
    stack.callback(print, "callback")
with nullcontext(5) as n:
    print(n)
# expect: in 1
# expect: 2
# expect: out 1
# expect: in 2
# expect: caught v
# expect: out 2
# expect: in 3
# expect: callback
# expect: out 3
# expect: 5
