# The messages name each missing or surplus argument.
def f(a, b, c):
    pass


def g(a, *, k1, k2):
    pass


class C:
    def m(self, x):
        pass


for call in (
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2),
    lambda: g(1),
    lambda: C().m(),
    lambda: C().m(1, 2),
    lambda: (lambda: 0)(1),
):
    try:
        call()
    except TypeError as error:
        print(error)
        # expect: f() missing 3 required positional arguments: 'a', 'b', and 'c'
        # expect: f() missing 2 required positional arguments: 'b' and 'c'
        # expect: f() missing 1 required positional argument: 'c'
        # expect: g() missing 2 required keyword-only arguments: 'k1' and 'k2'
        # expect: C.m() missing 1 required positional argument: 'x'
        # expect: C.m() takes 2 positional arguments but 3 were given
        # expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
