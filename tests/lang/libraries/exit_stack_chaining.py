# contextlib: what leavers raise is chained as by nested with statements.
import contextlib
import os


def chain(error):
    names = []
    while error is not None:
        names.append(repr(error))
        error = error.__context__
    return " < ".join(names)


def raising(error):
    def leave(*failure):
        raise error

    return leave


class Lacks:
    pass


try:
    with contextlib.ExitStack() as stack:
        stack.push(raising(KeyError("last")))
        stack.push(raising(IndexError("middle")))
        stack.callback(raising(ValueError("first")))
        raise ZeroDivisionError("body")
except KeyError as error:
    print(chain(error))
try:
    with contextlib.ExitStack() as stack:
        stack.push(lambda *failure: print("swallows", failure[1]) or True)
        stack.push(raising(IndexError("one")))
    print("goes on")
    with contextlib.ExitStack() as stack:
        stack.enter_context(Lacks())
except TypeError as error:
    print(error)


class Half(contextlib.AbstractContextManager):
    pass


class Both:
    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None


try:
    Half()
except TypeError as error:
    print(error)
print(issubclass(Both, contextlib.AbstractContextManager),
      issubclass(Lacks, contextlib.AbstractContextManager))
before = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
print(os.getcwd() == before)
# expect: KeyError('last') < IndexError('middle') < ValueError('first') < ZeroDivisionError('body')
# expect: swallows one
# expect: goes on
# expect: '__main__.Lacks' object does not support the context manager protocol
# expect: Can't instantiate abstract class Half with abstract method __exit__
# expect: True False
# expect: /
# expect: True
