# What is not a context manager is refused; an exception in __exit__ replaces the first.
try:
    with 5:
        pass
except TypeError as error:
    print(error)  # expect: 'int' object does not support the context manager protocol


class Bad:
    def __enter__(self):
        return 1

    def __exit__(self, *info):
        raise RuntimeError("in exit")


try:
    with Bad():
        raise ValueError("body")
except RuntimeError as error:
    print(error, repr(error.__context__))  # expect: in exit ValueError('body')


class NoEnter:
    def __enter__(self):
        raise OSError("cannot enter")

    def __exit__(self, *info):
        print("never")


try:
    with NoEnter():
        print("never")
except OSError as error:
    print(error)  # expect: cannot enter
