# Unpacking the wrong number of values.
def try_it(function):
    try:
        function()
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
        # expect: ValueError: not enough values to unpack (expected 2, got 1)
        # expect: ValueError: too many values to unpack (expected 2)
        # expect: ValueError: not enough values to unpack (expected 2, got 0)
        # expect: TypeError: cannot unpack non-iterable int object
        # expect: ValueError: not enough values to unpack (expected at least 2, got 1)
        # expect: ValueError: too many values to unpack (expected 2)


def two(values):
    a, b = values


def star(values):
    a, b, *c = values


try_it(lambda: two([1]))
try_it(lambda: two([1, 2, 3]))
try_it(lambda: two([]))
try_it(lambda: two(5))
try_it(lambda: star([1]))
try_it(lambda: two(x for x in range(9)))
