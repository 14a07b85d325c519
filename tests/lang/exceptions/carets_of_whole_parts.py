# Carets stand under the whole display, comprehension or assert, where CPython has its places.
import traceback


class Failing:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise KeyError


def star():
    return [1, *5]


def double_star():
    return {1: 2, **5}


def pairs():
    return {[]: k for k in [1]}


def loop():
    return [x for x in 5]


def condition():
    if True: assert 0, "why"


def comparison():
    assert 1 > 2


def leaving():
    with Failing():
        pass


def item():
    text = "abc"
    text[0:1] += "x"


for function in (star, double_star, pairs, loop, condition, comparison, leaving, item):
    try:
        function()
    except Exception as e:
        rows = traceback.format_exception(e)
        row = [row for row in rows if " in %s\n" % function.__name__ in row][0]
        print(row.split("\n", 1)[1], end="")
# expect:     return [1, *5]
# expect:            ^^^^^^^
# expect:     return {1: 2, **5}
# expect:            ^^^^^^^^^^^
# expect:     return {[]: k for k in [1]}
# expect:            ^^^^^^^^^^^^^^^^^^^^
# expect:     return [x for x in 5]
# expect:            ^^^^^^^^^^^^^^
# expect:     if True: assert 0, "why"
# expect:              ^^^^^^^^^^^^^^^
# expect:     assert 1 > 2
# expect:            ^^^^^
# expect:     with Failing():
# expect:     text[0:1] += "x"
# expect:     ~~~~^^^^^
