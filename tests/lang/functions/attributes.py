# A function is an object with a name, a docstring and attributes of its own.
def f(a):
    """Says nothing."""
    return a


f.calls = 3
print(f.__name__, f.__qualname__, f.__doc__, f.calls, f.__module__)
# expect: f f Says nothing. 3 __main__
print(callable(f), hasattr(f, "missing"), type(f).__name__)  # expect: True False function
g = f
g.__name__ = "renamed"
print(f.__name__, g is f)  # expect: renamed True


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__)  # expect: outer.<locals>.inner
