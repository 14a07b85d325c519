# Context managers from generators, and the ready ones.
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print("<%s>" % name)
    try:
        yield name.upper()
    except KeyError as error:
        print("swallowed", error)
    finally:
        print("</%s>" % name)


with tag("a") as a:
    print(a)
with tag("b"):
    raise KeyError("k")
try:
    with tag("c"):
        raise ValueError("v")
except ValueError as error:
    print("passed on", error)


@tag("f")
def f(x):
    return x + 1


print(f(1), f(2))
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("never")


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing, nullcontext(5) as five:
    print(type(thing).__name__, five)
with ExitStack() as stack:
    stack.enter_context(tag("s"))
    stack.callback(print, "called", sep="")
    stack.push(lambda *info: print("pushed", info[0]) or True)
    raise RuntimeError("swallowed by the pushed one")
stack = ExitStack()
stack.callback(print, "late")
moved = stack.pop_all()
stack.close()
moved.close()
try:
    with contextmanager(lambda: iter(()))():
        pass
except RuntimeError as error:
    print(error)
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(error)
# expect: <a>
# expect: A
# expect: </a>
# expect: <b>
# expect: swallowed 'k'
# expect: </b>
# expect: <c>
# expect: </c>
# expect: passed on v
# expect: <f>
# expect: </f>
# expect: <f>
# expect: </f>
# expect: 2 3
# expect: Thing 5
# expect: closed
# expect: <s>
# expect: pushed <class 'RuntimeError'>
# expect: called
# expect: </s>
# expect: late
# expect: generator didn't yield
# expect: division by zero
